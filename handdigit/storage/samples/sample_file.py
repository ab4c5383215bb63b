"""The database file of samples at a path, found again whatever happens to it while it is open."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from handdigit.sentences import sentence
from handdigit.storage.samples.merging import Merged, Row, count_on, merge, read_all
from handdigit.storage.samples.repair import identity_of, repair
from handdigit.storage.samples.schema import (
    DamagedSamplesError,
    SamplesError,
    open_database,
    read_rows,
    transaction,
    translated_errors,
)

NEWEST = (
    "SELECT max(ifnull((SELECT max(id) FROM samples), 0), "
    "ifnull((SELECT max(seq) FROM sqlite_sequence), 0))"
)
"""Query of the greatest id that was ever given."""
REMEMBERED = 10_000
"""So many samples that were written lately are kept, with their strokes: some 30 MB."""
_VERSION = "PRAGMA data_version"
"""Another one whenever another connection has changed the file."""
_Found = TypeVar("_Found")
_log = logging.getLogger(__name__)


class SampleFile:
    """Asks and changes the database at a path.

    Where the file was removed or replaced since it was opened, or an older one written into it,
    everything that is known of it is put into what lies at the path, and a sentence is told;
    where it is damaged, it is repaired (:mod:`handdigit.storage.samples.repair`), and a sentence
    is told. Samples may have other ids then.
    """

    def __init__(self, path: Path, tell: Callable[[str], object] = _log.warning) -> None:
        """Use the database at ``path``, from the first call on.

        Args:
            path: the file.
            tell: gets a sentence for the user, in the thread that uses the file.
        """
        self.path = path
        self._tell = tell
        self._database: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._openings = 0
        self._version = 0
        self._written: dict[int, Row] = {}
        """What was written here lately: a file that is written over takes the rest with it."""
        self.numbering = 0
        """Another one whenever samples have got other ids, and those known before mean others."""
        self._renumbered: dict[int, int] = {}
        """Ids that samples had before the change that goes on -> their ids now."""

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        database, self._database = self._database, None
        if database is not None:
            with translated_errors(self.path):
                database.close()

    # --- questions and changes -----------------------------------------------------------

    def revision(self, database: sqlite3.Connection) -> int:
        """Return a number that changes when another connection has changed the file."""
        (version,) = read_rows(database, self.path, _VERSION, (), lambda row: int(row[0]))
        # Each opening counts by itself, and may begin with the number that the last one ended with.
        return (self._openings << 32) + version

    def rows(
        self,
        query: str,
        values: Sequence[object],
        from_row: Callable[[tuple[Any, ...]], _Found],
    ) -> list[_Found]:
        """Return what a query finds, each row as ``from_row`` reads it."""

        def read(database: sqlite3.Connection) -> list[_Found]:
            return read_rows(database, self.path, query, values, from_row)

        return self.ask(read, otherwise=[])

    def ask(self, ask: Callable[[sqlite3.Connection], _Found], *, otherwise: _Found) -> _Found:
        """Return the answer of the database; where there is none, reading alone makes none."""
        return self._with_database(ask) if self._exists() else otherwise

    def _exists(self) -> bool:
        try:
            return self._database is not None or self.path.exists()
        except OSError:  # a folder that the system keeps closed: opening says so
            return True

    def change(
        self,
        change: Callable[[sqlite3.Connection], _Found],
        remember: Callable[[_Found], None],
        *,
        by_id: bool = False,
    ) -> _Found:
        """Commit a change to the file at the path, remember what it was; return what it returns.

        Raises:
            SamplesError: nothing has changed.
        """
        self._renumbered = {}

        def commit(database: sqlite3.Connection) -> _Found:
            if by_id and self._renumbered:
                raise SamplesError(
                    sentence(
                        "{0} was replaced by other samples, and yours were added to them: "
                        "choose the samples again.",
                        self.path,
                    )
                )
            with transaction(database, self.path):
                return change(database)

        try:
            result = self._with_database(commit)
        except SamplesError:
            if self._database is None or self._is_at_path():
                raise
            result = self._with_database(commit)  # it was removed or replaced in between
        remember(result)
        # Only what is in the file at the path counts. What went into a file that has been moved
        # since is known here, and is put into the other with the rest.
        self._with_database(lambda _: None)
        return result

    def _with_database(self, ask: Callable[[sqlite3.Connection], _Found]) -> _Found:
        """Return what the database at the path says, repaired first if it is damaged."""
        try:
            return ask(self._current())
        except DamagedSamplesError as damage:
            if self._database is not None and self._is_at_path():
                self.close()
            told = repair(self.path, damage)
        database = self._current()
        count = self._put_back_written(database)
        if told is not None:
            self._tell(
                sentence("{0} Put back as they were written here: {1}.", told, count)
                if count
                else told
            )
        return ask(database)

    def _current(self) -> sqlite3.Connection:
        """Return the database at the path, which has everything that is known of it."""
        if self._database is None:
            self._open()
        elif not self._is_at_path():
            self._put_back()
        elif self._is_written_over(self._database):
            self._tell_put_back(self._put_back_written(self._database))
        assert self._database is not None
        return self._database

    # --- what was written ----------------------------------------------------------------

    def merge_again(self, database: sqlite3.Connection, rows: Iterable[Row]) -> None:
        """Add what a commit may or may not have added before the file went away."""
        self._renumbered.update(merge(database, rows).renumbered)

    def id_now(self, identity: int) -> int:
        """Return the id that a sample has after the change that was made last."""
        return self._renumbered.get(identity, identity)

    def remember(self, rows: Iterable[Row]) -> None:
        """Keep samples as they were written, to put them back."""
        for row in rows:
            identity = self.id_now(row[0])
            self._written[identity] = (identity, *row[1:])
        while len(self._written) > REMEMBERED:
            del self._written[next(iter(self._written))]

    def remember_labels(self, labels: Mapping[int, str]) -> None:
        """Keep other labels of them, by id."""
        for identity, label in labels.items():
            if identity in self._written:
                _, _, *content = self._written[identity]
                self._written[identity] = (identity, label, *content)

    def forget(self, rows: Iterable[Row]) -> None:
        """Put samples back no more: they were removed."""
        for row in rows:
            self._written.pop(row[0], None)

    def _is_written_over(self, database: sqlite3.Connection) -> bool:
        """Whether an older copy was written into the file: it has given fewer ids.

        Another store that deletes samples does not change which ids were given.
        """
        (version,) = read_rows(database, self.path, _VERSION, (), lambda row: int(row[0]))
        if version == self._version:
            return False
        self._version = version
        (newest,) = read_rows(database, self.path, NEWEST, (), lambda row: int(row[0]))
        return newest < max(self._written, default=0)

    def _put_back_written(self, database: sqlite3.Connection) -> int:
        """Put what this store wrote into a file that lost it; return how many samples it lacked."""
        with transaction(database, self.path):
            merged = merge(database, self._written.values(), labels=True)
        return self._renumber(merged)

    def _renumber(self, merged: Merged) -> int:
        """Know samples by the ids that they were given; return how many were put back."""
        self._renumbered.update(merged.renumbered)
        self.numbering += bool(merged.renumbered)
        written, self._written = self._written, {}
        self.remember(written.values())
        return merged.count

    def _tell_put_back(self, count: int) -> None:
        if count:
            self._tell(
                sentence(
                    "{0} was removed or replaced while it was in use: what was known of it "
                    "is there again (samples put back: {1}).",
                    self.path,
                    count,
                )
            )

    def _open(self) -> None:
        self._database = open_database(self.path)
        self._identity = identity_of(self.path)
        self._openings += 1

    def _is_at_path(self) -> bool:
        """Whether the open file is still the one at the path."""
        return self._identity is not None and identity_of(self.path) == self._identity

    def _put_back(self) -> None:
        """Go on with the file at the path, after everything known of the old one is in it."""
        known, identity = self._database, self._identity
        assert known is not None
        self._open()
        there = self._database
        assert there is not None
        try:
            # Under the lock nobody else writes: SQLite would take the journal of the new file
            # for one of the old, which had the same path, and undo the old one by it.
            with transaction(there, self.path):
                rows = read_all(known)
                count_on(there, rows.newest)
                merged = merge(there, rows.rows, labels=True)
        except BaseException:
            there.close()
            self._database, self._identity = known, identity
            raise
        known.close()
        self._tell_put_back(self._renumber(merged))

"""The user's samples: labelled drawings in an SQLite database of one file.

Strokes are kept, their picture is always derived; what came as a picture is kept as the
28×28 that a network gets. Every change is on the disk, in the file at the path, when its method
returns.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypedDict, TypeVar, Unpack

from handdigit.storage.samples.backups import back_up
from handdigit.storage.samples.merging import (
    LARGEST_ID,
    Merged,
    Row,
    count_on,
    merge,
    origin_number,
    read_all,
)
from handdigit.storage.samples.repair import identity_of, repair
from handdigit.storage.samples.sample import (
    CANVAS,
    NewSample,
    SampleDrawing,
    SampleEntry,
    StoredSample,
    entry_from_row,
    sample_from_row,
    stored_form,
    text_from_row,
)
from handdigit.storage.samples.schema import (
    DamagedSamplesError,
    SamplesError,
    damaged_sentence,
    open_database,
    read_rows,
    transaction,
    translated_errors,
)

__all__ = [
    "CANVAS",
    "NewSample",
    "SampleDrawing",
    "SampleEntry",
    "SampleStore",
    "SamplesError",
    "StoredSample",
]

_log = logging.getLogger(__name__)
RemovedSample = Row
"""A sample as it was stored: parsed, the strokes of thousands would be millions of objects."""
_Kind = tuple[str, str]
"""Origin and label."""
HELD_OUT_EVERY = 5
"""One in so many samples of a label and origin is never trained on."""
FIRST_HELD_OUT = 3
"""The first such one: there is something to measure by before five are drawn."""
_FROM = "FROM samples AS s JOIN origins AS o ON o.id = s.origin"
_SAMPLE = "s.id, s.label, s.ink, s.picture, s.created, o.name, s.held_out"
_ENTRY = "s.id, s.label, o.name, s.held_out"
_INSERT = (
    "INSERT INTO samples (id, label, ink, picture, created, origin, held_out) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_VERSION = "PRAGMA data_version"
"""Another one whenever another connection has changed the file."""
REMEMBERED = 10_000
"""So many samples that were written lately are kept, with their strokes: some 30 MB."""
_RELABEL = "UPDATE samples SET label = ? WHERE id = ?"
_DELETE = "DELETE FROM samples WHERE id = ?"
_NEWEST = (
    "SELECT max(ifnull((SELECT max(id) FROM samples), 0), "
    "ifnull((SELECT max(seq) FROM sqlite_sequence), 0))"
)


_CONDITIONS = {
    "label": "s.label = ?",
    "origin": "o.name = ?",
    "held_out": "s.held_out = ?",
    "ids": "s.id IN (SELECT value FROM json_each(?))",
}
_COUNT = f"SELECT count(*) {_FROM} WHERE s.id >= ? AND s.id < ?"
_Found = TypeVar("_Found")


class Asked(TypedDict, total=False):
    """What samples are asked for; None stands for any."""

    label: str | None
    origin: str | None
    held_out: bool | None
    ids: Iterable[int] | None


class SampleStore:
    """Samples in a file, which is made when the first one is added.

    Every method raises :class:`SamplesError` where file, folder or disk do not take part;
    nothing has changed then. One thread at a time may use a store, whichever it is; several
    stores, also of other processes, may share a file.

    Where the file was removed or replaced since it was opened, everything that was known of it
    is put into what lies at the path, and a sentence is told; where it is damaged, it is
    repaired (:mod:`handdigit.storage.samples.repair`), and a sentence is told. Samples may have
    other ids then.
    """

    def __init__(self, path: Path, tell: Callable[[str], object] = _log.warning) -> None:
        """Use the database at ``path``, from the first call on.

        Args:
            path: the file.
            tell: gets a sentence for the user, in the thread that uses the store.
        """
        self._path = path
        self._tell = tell
        self._database: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._openings = 0
        self.numbering = 0
        """Another one whenever samples have got other ids, and those known before mean others."""
        self._written: dict[int, Row] = {}
        """What this store wrote lately: a file that is written over takes the rest with it."""
        self._version = 0
        self._renumbered: dict[int, int] = {}
        """Ids that samples had before the call that goes on -> their ids now."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        database, self._database = self._database, None
        if database is not None:
            with translated_errors(self._path):
                database.close()

    # --- changes -------------------------------------------------------------------------

    def add(
        self,
        drawing: SampleDrawing,
        label: str,
        *,
        origin: str = CANVAS,
        held_out: bool | None = None,
    ) -> StoredSample:
        """Store a labelled drawing and return it as stored."""
        new = NewSample(drawing, label, origin, held_out=held_out)
        (stored,) = self.samples(ids=self.add_all([new]))
        return stored

    def add_all(self, samples: Iterable[NewSample]) -> tuple[int, ...]:
        """Store all of them, or none where one is refused; return their ids.

        The write lock is held only while what was made ready before is written.
        """
        forms = [(new, *stored_form(new.drawing)) for new in samples]
        now = datetime.now(UTC).isoformat(timespec="seconds")
        chosen: list[bool] = []
        rows: list[Row] = []

        def choose(database: sqlite3.Connection) -> int:
            totals, held = self._counts_by_origin(database)
            chosen.clear()
            for new, *_ in forms:
                held_out, kind = new.held_out, (new.origin, new.label)
                if held_out is None:
                    held_out = _is_held_out(totals[kind], held[kind])
                totals[kind] += 1
                held[kind] += held_out
                chosen.append(held_out)
            return self._revision(database)

        def insert(database: sqlite3.Connection) -> None:
            if rows:  # again: the file went away at the commit, which it may have taken or not
                self._renumbered.update(merge(database, rows).renumbered)
                return
            if self._revision(database) != known:
                choose(database)
            (newest,) = read_rows(database, self._path, _NEWEST, (), lambda row: int(row[0]))
            if newest >= LARGEST_ID:
                raise DamagedSamplesError(damaged_sentence(self._path))
            ids = range(newest + 1, newest + 1 + len(forms))
            for identity, held_out, (new, ink, picture) in zip(ids, chosen, forms, strict=True):
                created = new.created or now
                rows.append((identity, new.label, ink, picture, created, new.origin, held_out))
            origins = {n: origin_number(database, n) for n in {new.origin for new, *_ in forms}}
            database.executemany(_INSERT, ((*r[:5], origins[r[5]], r[6]) for r in rows))
            (there,) = database.execute(_COUNT, (ids.start, ids.stop)).fetchone()
            if there != len(ids):  # it takes samples and does not find them any more
                raise DamagedSamplesError(damaged_sentence(self._path))

        known = self._ask(choose, otherwise=None)
        self._change(insert, lambda _: self._remember(rows))
        ids: list[int] = [row[0] for row in rows]
        return tuple(self._renumbered.get(identity, identity) for identity in ids)

    def relabel(self, ids: Iterable[int], label: str) -> dict[int, str]:
        """Give samples another label; return the labels they had, by id."""
        query, values = _query(_ENTRY, {"ids": ids})

        def change(database: sqlite3.Connection) -> dict[int, str]:
            entries = read_rows(database, self._path, query, values, entry_from_row)
            database.executemany(_RELABEL, [(label, entry.id) for entry in entries])
            return {entry.id: entry.label for entry in entries}

        # What is read and what is changed are the same samples: nobody else writes in between.
        return self._change(
            change, lambda found: self._remember_labels(dict.fromkeys(found, label)), by_id=True
        )

    def set_labels(self, labels: Mapping[int, str]) -> None:
        """Give every sample its own label, by id; those that are gone stay gone."""
        changes = [(label, sample) for sample, label in labels.items()]
        self._change(
            lambda database: database.executemany(_RELABEL, changes),
            lambda _: self._remember_labels(labels),
            by_id=True,
        )

    def delete(self, ids: Iterable[int]) -> tuple[RemovedSample, ...]:
        """Remove samples and return them, for :meth:`restore`."""
        query, values = _query(_SAMPLE, {"ids": ids})

        def change(database: sqlite3.Connection) -> tuple[RemovedSample, ...]:
            removed = read_rows(database, self._path, query, values, tuple)
            database.executemany(_DELETE, [row[:1] for row in removed])
            return tuple(removed)

        return self._change(change, self._forget, by_id=True)

    def restore(self, removed: Iterable[RemovedSample]) -> None:
        """Put removed samples back as they were; those that are there already stay."""
        rows = tuple(removed)
        self._change(lambda database: merge(database, rows), lambda _: self._remember(rows))

    def back_up(self) -> Path | None:
        """Make today's backup where there is none yet, and keep the last seven; return it.

        It is checked before it counts, which finds damage that nobody has met yet: that is
        repaired. This takes a second for some 30,000 samples: a background thread has the time.
        """
        return self._ask(lambda database: back_up(database, self._path), otherwise=None)

    # --- questions -----------------------------------------------------------------------

    def samples(self, **asked: Unpack[Asked]) -> tuple[StoredSample, ...]:
        """Return the samples that fit everything asked for, in the order they were added."""
        return self._select(_SAMPLE, asked, sample_from_row)

    def entries(self, **asked: Unpack[Asked]) -> tuple[SampleEntry, ...]:
        """Return the same without their drawings: quick, also for many thousands."""
        return self._select(_ENTRY, asked, entry_from_row)

    def counts(self, *, held_out: bool | None = None) -> Counter[str]:
        """Return how many samples there are of each class, by its name."""
        query = (
            "SELECT label, sum(count) FROM "
            "(SELECT label, held_out, count(*) AS count FROM samples GROUP BY label, held_out) "
            "WHERE held_out = ? OR ? IS NULL GROUP BY label"
        )
        found = self._rows(query, (held_out, held_out), lambda row: (text_from_row(row), row[1]))
        return Counter(dict(found))

    def origins(self) -> tuple[str, ...]:
        """Return the origins of the samples, by name."""
        query = (
            "SELECT name FROM origins AS o "
            "WHERE EXISTS (SELECT 1 FROM samples WHERE origin = o.id) ORDER BY name"
        )
        return tuple(self._rows(query, (), text_from_row))

    def revision(self) -> int:
        """Return a number that changes when another store has changed the file."""
        return self._ask(self._revision, otherwise=0)

    # --- inside --------------------------------------------------------------------------

    def _revision(self, database: sqlite3.Connection) -> int:
        (version,) = read_rows(database, self._path, _VERSION, (), lambda row: int(row[0]))
        # Each opening counts by itself, and may begin with the number that the last one ended with.
        return (self._openings << 32) + version

    def _counts_by_origin(
        self, database: sqlite3.Connection
    ) -> tuple[Counter[_Kind], Counter[_Kind]]:
        """Return how many samples there are of an origin's class, and how many are held out.

        What was held out elsewhere, as test digits are, must not stand for the user's own hand.
        """
        totals, held = Counter[_Kind](), Counter[_Kind]()
        query = f"SELECT o.name, s.label, count(*), sum(s.held_out) {_FROM} GROUP BY o.id, s.label"
        rows = read_rows(
            database, self._path, query, (), lambda row: (row[:2], int(row[2]), int(row[3]))
        )
        for kind, count, held_count in rows:
            totals[kind], held[kind] = count, held_count
        return totals, held

    def _select(
        self, columns: str, asked: Asked, from_row: Callable[[tuple[Any, ...]], _Found]
    ) -> tuple[_Found, ...]:
        return tuple(self._rows(*_query(columns, asked), from_row))

    def _rows(
        self,
        query: str,
        values: Sequence[object],
        from_row: Callable[[tuple[Any, ...]], _Found],
    ) -> list[_Found]:
        def read(database: sqlite3.Connection) -> list[_Found]:
            return read_rows(database, self._path, query, values, from_row)

        return self._ask(read, otherwise=[])

    def _ask(self, ask: Callable[[sqlite3.Connection], _Found], *, otherwise: _Found) -> _Found:
        """Return the answer of the database; where there is none, reading alone makes none."""
        return self._with_database(ask) if self._exists() else otherwise

    def _exists(self) -> bool:
        try:
            return self._database is not None or self._path.exists()
        except OSError:  # a folder that the system keeps closed: opening says so
            return True

    def _change(
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
                    f"{self._path} was replaced by other samples, and yours were added to them: "
                    "choose the samples again."
                )
            with transaction(database, self._path):
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
            told = repair(self._path, damage)
        database = self._current()
        count = self._put_back_written(database)
        if told is not None:
            put_back = f" Put back as they were written here: {count}." if count else ""
            self._tell(f"{told}{put_back}")
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

    def _remember(self, rows: Iterable[Row]) -> None:
        for row in rows:
            identity: int = row[0]
            identity = self._renumbered.get(identity, identity)
            self._written[identity] = (identity, *row[1:])
        while len(self._written) > REMEMBERED:
            del self._written[next(iter(self._written))]

    def _remember_labels(self, labels: Mapping[int, str]) -> None:
        for identity, label in labels.items():
            if identity in self._written:
                _, _, *content = self._written[identity]
                self._written[identity] = (identity, label, *content)

    def _forget(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._written.pop(row[0], None)

    def _is_written_over(self, database: sqlite3.Connection) -> bool:
        """Whether an older copy was written into the file: it has given fewer ids.

        Another store that deletes samples does not change which ids were given.
        """
        (version,) = read_rows(database, self._path, _VERSION, (), lambda row: int(row[0]))
        if version == self._version:
            return False
        self._version = version
        (newest,) = read_rows(database, self._path, _NEWEST, (), lambda row: int(row[0]))
        return newest < max(self._written, default=0)

    def _put_back_written(self, database: sqlite3.Connection) -> int:
        """Put what this store wrote into a file that lost it; return how many samples it lacked."""
        with transaction(database, self._path):
            merged = merge(database, self._written.values(), labels=True)
        return self._renumber(merged)

    def _renumber(self, merged: Merged) -> int:
        """Know samples by the ids that they were given; return how many were put back."""
        self._renumbered.update(merged.renumbered)
        self.numbering += bool(merged.renumbered)
        written, self._written = self._written, {}
        self._remember(written.values())
        return merged.count

    def _tell_put_back(self, count: int) -> None:
        if count:
            self._tell(
                f"{self._path} was removed or replaced while it was in use: what was known of it "
                f"is there again (samples put back: {count})."
            )

    # --- the file ------------------------------------------------------------------------

    def _open(self) -> None:
        self._database = open_database(self._path)
        self._identity = identity_of(self._path)
        self._openings += 1

    def _is_at_path(self) -> bool:
        """Whether the open file is still the one at the path."""
        return self._identity is not None and identity_of(self._path) == self._identity

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
            with transaction(there, self._path):
                rows = read_all(known)
                count_on(there, rows.newest)
                merged = merge(there, rows.rows, labels=True)
        except BaseException:
            there.close()
            self._database, self._identity = known, identity
            raise
        known.close()
        self._tell_put_back(self._renumber(merged))


def _query(columns: str, asked: Asked) -> tuple[str, tuple[object, ...]]:
    """Return the question for samples, and its values."""
    values = {name: value for name, value in asked.items() if value is not None}
    if "ids" in asked and asked["ids"] is not None:
        values["ids"] = json.dumps([*asked["ids"]])
    conditions = " AND ".join(["TRUE", *(_CONDITIONS[name] for name in values)])
    return f"SELECT {columns} {_FROM} WHERE {conditions} ORDER BY s.id", tuple(values.values())


def _is_held_out(total: int, held: int) -> bool:
    """Return whether the next sample of a kind that has so many is to be held out."""
    return (total + 1 + HELD_OUT_EVERY - FIRST_HELD_OUT) // HELD_OUT_EVERY > held

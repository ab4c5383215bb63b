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
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypedDict, TypeVar, Unpack

from handdigit.network.alphabet import require_name
from handdigit.storage.samples.backups import back_up
from handdigit.storage.samples.entries import SampleEntries, group_from_row
from handdigit.storage.samples.merging import (
    LARGEST_ID,
    Row,
    merge,
    origin_number,
)
from handdigit.storage.samples.sample import (
    CANVAS,
    NewSample,
    SampleDrawing,
    StoredSample,
    sample_from_row,
    storable,
    stored_form,
    text_from_row,
)
from handdigit.storage.samples.sample_file import NEWEST, SampleFile
from handdigit.storage.samples.schema import (
    DamagedSamplesError,
    SamplesError,
    damaged_sentence,
    read_rows,
)

__all__ = [
    "CANVAS",
    "NewSample",
    "SampleDrawing",
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
_SOURCE = "FROM samples AS s"
_FROM = f"{_SOURCE} JOIN origins AS o ON o.id = s.origin"
_GROUPS = "SELECT s.label, s.held_out, group_concat(s.id)"
_SAMPLE = "s.id, s.label, s.ink, s.picture, s.created, o.name, s.held_out"
_LABEL = "s.id, s.label"
_INSERT = (
    "INSERT INTO samples (id, label, ink, picture, created, origin, held_out) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_RELABEL = "UPDATE samples SET label = ? WHERE id = ?"
_DELETE = "DELETE FROM samples WHERE id = ?"


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

    What happens to the file meanwhile is put right where it can be (:class:`SampleFile`), and
    told; samples may have other ids then.
    """

    def __init__(self, path: Path, tell: Callable[[str], object] = _log.warning) -> None:
        """Use the database at ``path``, from the first call on.

        Args:
            path: the file.
            tell: gets a sentence for the user, in the thread that uses the store.
        """
        self._file = SampleFile(path, tell)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._file.path

    @property
    def numbering(self) -> int:
        """Another one whenever samples have got other ids, and those known before mean others."""
        return self._file.numbering

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        self._file.close()

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
        forms = [(storable(new), *stored_form(new.drawing)) for new in samples]
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
            return self._file.revision(database)

        def insert(database: sqlite3.Connection) -> None:
            if rows:  # again: the file went away at the commit, which it may have taken or not
                self._file.merge_again(database, rows)
                return
            if self._file.revision(database) != known:
                choose(database)
            (newest,) = read_rows(database, self._file.path, NEWEST, (), lambda row: int(row[0]))
            if newest >= LARGEST_ID:
                raise DamagedSamplesError(damaged_sentence(self._file.path))
            ids = range(newest + 1, newest + 1 + len(forms))
            for identity, held_out, (new, ink, picture) in zip(ids, chosen, forms, strict=True):
                created = new.created or now
                rows.append((identity, new.label, ink, picture, created, new.origin, held_out))
            origins = {n: origin_number(database, n) for n in {new.origin for new, *_ in forms}}
            database.executemany(_INSERT, ((*r[:5], origins[r[5]], r[6]) for r in rows))
            (there,) = database.execute(_COUNT, (ids.start, ids.stop)).fetchone()
            if there != len(ids):  # it takes samples and does not find them any more
                raise DamagedSamplesError(damaged_sentence(self._file.path))

        known = self._file.ask(choose, otherwise=None)
        self._file.change(insert, lambda _: self._file.remember(rows))
        ids: list[int] = [row[0] for row in rows]
        return tuple(map(self._file.id_now, ids))

    def relabel(self, ids: Iterable[int], label: str) -> dict[int, str]:
        """Give samples another label; return the labels they had, by id.

        Raises:
            AlphabetError: nothing can be called this.
        """
        require_name(label)
        query, values = _query(_LABEL, {"ids": ids})

        def change(database: sqlite3.Connection) -> dict[int, str]:
            labels = dict(
                read_rows(
                    database,
                    self._file.path,
                    query,
                    values,
                    lambda row: (int(row[0]), text_from_row(row[1:])),
                )
            )
            database.executemany(_RELABEL, [(label, identity) for identity in labels])
            return labels

        # What is read and what is changed are the same samples: nobody else writes in between.
        return self._file.change(
            change,
            lambda found: self._file.remember_labels(dict.fromkeys(found, label)),
            by_id=True,
        )

    def set_labels(self, labels: Mapping[int, str]) -> None:
        """Give every sample its own label, by id; those that are gone stay gone."""
        changes = [(label, sample) for sample, label in labels.items()]
        self._file.change(
            lambda database: database.executemany(_RELABEL, changes),
            lambda _: self._file.remember_labels(labels),
            by_id=True,
        )

    def delete(self, ids: Iterable[int]) -> tuple[RemovedSample, ...]:
        """Remove samples and return them, for :meth:`restore`."""
        query, values = _query(_SAMPLE, {"ids": ids})

        def change(database: sqlite3.Connection) -> tuple[RemovedSample, ...]:
            removed = read_rows(database, self._file.path, query, values, tuple)
            database.executemany(_DELETE, [row[:1] for row in removed])
            return tuple(removed)

        return self._file.change(change, self._file.forget, by_id=True)

    def restore(self, removed: Iterable[RemovedSample]) -> None:
        """Put removed samples back as they were; those that are there already stay."""
        rows = tuple(removed)
        self._file.change(
            lambda database: merge(database, rows), lambda _: self._file.remember(rows)
        )

    def back_up(self) -> Path | None:
        """Make today's backup where there is none yet, and keep the last seven; return it.

        It is checked before it counts, which finds damage that nobody has met yet: that is
        repaired. This takes a second for some 30,000 samples: a background thread has the time.
        """
        return self._file.ask(lambda database: back_up(database, self._file.path), otherwise=None)

    # --- questions -----------------------------------------------------------------------

    def samples(self, **asked: Unpack[Asked]) -> tuple[StoredSample, ...]:
        """Return the samples that fit everything asked for, in the order they were added."""
        return self._select(_SAMPLE, asked, sample_from_row)

    def entries(self, **asked: Unpack[Asked]) -> SampleEntries:
        """Return the same without their drawings: a tenth of a second for a million.

        Unless an origin is asked for, all that is read is the index of labels; with one it is no
        good, as every sample is looked at: its order is that of no pages of the file.
        """
        fits, values = _fitting(asked)
        by_index = asked.get("origin") is None
        source, label = (_SOURCE, "s.label") if by_index else (_FROM, "+s.label")
        query = f"{_GROUPS} {source} WHERE {fits} GROUP BY {label}, s.held_out"
        return SampleEntries.of(self._file.rows(query, values, group_from_row))

    def counts(self, *, held_out: bool | None = None) -> Counter[str]:
        """Return how many samples there are of each class, by its name."""
        found = Counter[str]()
        for kind, count in self.entries(held_out=held_out).counts().items():
            found[kind.label] += count
        return found

    def origins(self) -> tuple[str, ...]:
        """Return the origins of the samples, by name."""
        query = (
            "SELECT name FROM origins AS o "
            "WHERE EXISTS (SELECT 1 FROM samples WHERE origin = o.id) ORDER BY name"
        )
        return tuple(self._file.rows(query, (), text_from_row))

    def revision(self) -> int:
        """Return a number that changes when another store has changed the file."""
        return self._file.ask(self._file.revision, otherwise=0)

    # --- inside --------------------------------------------------------------------------

    def _counts_by_origin(
        self, database: sqlite3.Connection
    ) -> tuple[Counter[_Kind], Counter[_Kind]]:
        """Return how many samples there are of an origin's class, and how many are held out.

        What was held out elsewhere, as test digits are, must not stand for the user's own hand.
        """
        totals, held = Counter[_Kind](), Counter[_Kind]()
        query = f"SELECT o.name, s.label, count(*), sum(s.held_out) {_FROM} GROUP BY o.id, s.label"
        rows = read_rows(
            database, self._file.path, query, (), lambda row: (row[:2], int(row[2]), int(row[3]))
        )
        for kind, count, held_count in rows:
            totals[kind], held[kind] = count, held_count
        return totals, held

    def _select(
        self, columns: str, asked: Asked, from_row: Callable[[tuple[Any, ...]], _Found]
    ) -> tuple[_Found, ...]:
        return tuple(self._file.rows(*_query(columns, asked), from_row))


def _query(columns: str, asked: Asked) -> tuple[str, tuple[object, ...]]:
    """Return the question for samples, and its values."""
    fits, values = _fitting(asked)
    return f"SELECT {columns} {_FROM} WHERE {fits} ORDER BY s.id", values


def _fitting(asked: Asked) -> tuple[str, tuple[object, ...]]:
    """Return the condition that samples fit what is asked for, and its values."""
    values = {name: value for name, value in asked.items() if value is not None}
    if "ids" in asked and asked["ids"] is not None:
        values["ids"] = json.dumps([*asked["ids"]])
    conditions = " AND ".join(["TRUE", *(_CONDITIONS[name] for name in values)])
    return conditions, tuple(values.values())


def _is_held_out(total: int, held: int) -> bool:
    """Return whether the next sample of a kind that has so many is to be held out."""
    return (total + 1 + HELD_OUT_EVERY - FIRST_HELD_OUT) // HELD_OUT_EVERY > held

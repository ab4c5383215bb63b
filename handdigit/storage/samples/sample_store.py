"""The user's samples: labelled drawings in an SQLite database of one file.

Strokes are kept, their picture is always derived; what came as a picture is kept as the
28×28 that a network gets. Every change is on the disk when its method returns.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypedDict, Unpack

from handdigit.errors import InkError
from handdigit.storage.samples.schema import (
    CANVAS,
    NewSample,
    SampleDrawing,
    SampleEntry,
    SamplesError,
    StoredSample,
    open_database,
    sample_from_row,
    stored_form,
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

RemovedSample = tuple[Any, ...]
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
    "INSERT OR {} INTO samples (id, label, ink, picture, created, origin, held_out) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)


_CONDITIONS = {
    "label": "s.label = ?",
    "origin": "o.name = ?",
    "held_out": "s.held_out = ?",
    "ids": "s.id IN (SELECT value FROM json_each(?))",
}


class Asked(TypedDict, total=False):
    """What samples are asked for; None stands for any."""

    label: str | None
    origin: str | None
    held_out: bool | None
    ids: Iterable[int] | None


class SampleStore:
    """Samples in a file, which is made when the first one is added.

    Every method raises :class:`SamplesError` where file, folder or disk do not take part;
    nothing has changed then. One thread at a time may use a store; several stores, also of
    other processes, may share a file.
    """

    def __init__(self, path: Path) -> None:
        """Use the database at ``path``, from the first call on."""
        self._path = path
        self._database: sqlite3.Connection | None = None

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
        """Store all of them, or none where one is refused; return their ids."""
        forms = [(new, *stored_form(new.drawing)) for new in samples]
        now = datetime.now(UTC).isoformat(timespec="seconds")
        ids = []
        with self._transaction() as database:
            totals, held = self._counts_by_origin()
            for new, ink, picture in forms:
                held_out, kind = new.held_out, (new.origin, new.label)
                if held_out is None:
                    held_out = _is_held_out(totals[kind], held[kind])
                totals[kind] += 1
                held[kind] += held_out
                origin = _origin(database, new.origin)
                row = (None, new.label, ink, picture, new.created or now, origin, held_out)
                ids.append(database.execute(_INSERT.format("ABORT"), row).lastrowid or 0)
        return tuple(ids)

    def relabel(self, ids: Iterable[int], label: str) -> dict[int, str]:
        """Give samples another label; return the labels they had, by id."""
        before = {entry.id: entry.label for entry in self.entries(ids=ids)}
        self.set_labels(dict.fromkeys(before, label))
        return before

    def set_labels(self, labels: Mapping[int, str]) -> None:
        """Give every sample its own label, by id; those that are gone stay gone."""
        changes = [(label, sample) for sample, label in labels.items()]
        with self._transaction() as database:
            database.executemany("UPDATE samples SET label = ? WHERE id = ?", changes)

    def delete(self, ids: Iterable[int]) -> tuple[RemovedSample, ...]:
        """Remove samples and return them, for :meth:`restore`."""
        wanted = tuple(ids)
        with self._transaction() as database:
            removed = self._select(_SAMPLE, {"ids": wanted})
            database.executemany("DELETE FROM samples WHERE id = ?", [(s,) for s in wanted])
        return tuple(removed)

    def restore(self, removed: Iterable[RemovedSample]) -> None:
        """Put removed samples back as they were; those that are there already stay."""
        with self._transaction() as database:
            for *row, origin, held_out in removed:
                values = (*row, _origin(database, origin), held_out)
                database.execute(_INSERT.format("IGNORE"), values)

    # --- questions -----------------------------------------------------------------------

    def samples(self, **asked: Unpack[Asked]) -> tuple[StoredSample, ...]:
        """Return the samples that fit everything asked for, in the order they were added."""
        rows = self._select(_SAMPLE, asked)
        try:
            return tuple(sample_from_row(row) for row in rows)
        except InkError as error:
            raise SamplesError(
                f"{self._path} is damaged, one of its samples says: {error}"
            ) from None

    def entries(self, **asked: Unpack[Asked]) -> tuple[SampleEntry, ...]:
        """Return the same without their drawings: quick, also for many thousands."""
        rows = self._select(_ENTRY, asked)
        return tuple(SampleEntry(row[0], row[1], row[2], bool(row[3])) for row in rows)

    def counts(self, *, held_out: bool | None = None) -> Counter[str]:
        """Return how many samples there are of each class, by its name."""
        counts = Counter[str]()
        query = "SELECT label, held_out, count(*) FROM samples GROUP BY label, held_out"
        for label, is_held_out, count in self._rows(query):
            if held_out in (None, bool(is_held_out)):
                counts[label] += count
        return counts

    def origins(self) -> tuple[str, ...]:
        """Return the origins of the samples, by name."""
        query = (
            "SELECT name FROM origins AS o "
            "WHERE EXISTS (SELECT 1 FROM samples WHERE origin = o.id) ORDER BY name"
        )
        return tuple(name for (name,) in self._rows(query))

    def revision(self) -> int:
        """Return a number that changes when another store has changed the file."""
        if not self._exists():
            return 0
        with translated_errors(self._path):
            return int(self._open().execute("PRAGMA data_version").fetchone()[0])

    # --- inside --------------------------------------------------------------------------

    def _counts_by_origin(self) -> tuple[Counter[_Kind], Counter[_Kind]]:
        """Return how many samples there are of an origin's class, and how many are held out.

        What was held out elsewhere, as test digits are, must not stand for the user's own hand.
        """
        totals, held = Counter[_Kind](), Counter[_Kind]()
        query = f"SELECT o.name, s.label, count(*), sum(s.held_out) {_FROM} GROUP BY o.id, s.label"
        for origin, label, count, held_count in self._rows(query):
            totals[origin, label], held[origin, label] = count, held_count
        return totals, held

    def _exists(self) -> bool:
        """Whether there is anything to read; reading alone makes no file."""
        try:
            return self._database is not None or self._path.exists()
        except OSError:  # a folder that the system keeps closed: opening says so
            return True

    def _open(self) -> sqlite3.Connection:
        if self._database is None:
            self._database = open_database(self._path)
        return self._database

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with translated_errors(self._path):
            database = self._open()
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
                database.execute("COMMIT")
            except BaseException:
                if database.in_transaction:
                    database.execute("ROLLBACK")
                raise

    def _select(self, columns: str, asked: Asked) -> list[tuple[Any, ...]]:
        values = {name: value for name, value in asked.items() if value is not None}
        if "ids" in asked and asked["ids"] is not None:
            values["ids"] = json.dumps([*asked["ids"]])
        conditions = " AND ".join(["TRUE", *(_CONDITIONS[name] for name in values)])
        query = f"SELECT {columns} {_FROM} WHERE {conditions} ORDER BY s.id"
        return self._rows(query, tuple(values.values()))

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        if not self._exists():
            return []
        with translated_errors(self._path):
            return self._open().execute(query, values).fetchall()


def _is_held_out(total: int, held: int) -> bool:
    """Return whether the next sample of a kind that has so many is to be held out."""
    return (total + 1 + HELD_OUT_EVERY - FIRST_HELD_OUT) // HELD_OUT_EVERY > held


def _origin(database: sqlite3.Connection, name: str) -> int:
    database.execute("INSERT OR IGNORE INTO origins (name) VALUES (?)", (name,))
    return int(database.execute("SELECT id FROM origins WHERE name = ?", (name,)).fetchone()[0])

"""The rows of one database of samples into another, also out of one that is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = tuple[Any, ...]
"""Id, label, ink, picture, created, name of the origin, held out."""

LARGEST_ID = 1 << 53
"""A greater one is damage: after the greatest of all, none could be given any more."""
UNKNOWN = "unknown"
"""The origin of samples where its name cannot be read."""
_COLUMNS = "id, CAST(label AS TEXT), ink, picture, created, origin, held_out"
_SAMPLES = f"SELECT {_COLUMNS} FROM samples NOT INDEXED ORDER BY id"
_IDS = "SELECT id FROM samples INDEXED BY samples_by_label"
STORED = (
    "SELECT s.id, s.label, s.ink, s.picture, s.created, o.name, s.held_out "
    "FROM samples AS s JOIN origins AS o ON o.id = s.origin"
)
"""Query of all rows of a sound database."""
# A row that breaks a rule of the tables is left out.
_INSERT = (
    "INSERT OR IGNORE INTO samples (id, label, ink, picture, created, origin, held_out) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What SQLite can read of a database."""

    rows: Sequence[Row]
    complete: bool
    """Whether it met no damage among them."""
    indexed: frozenset[int] | None
    """Ids of all samples by the index, which is kept apart from them; None if that is damaged."""
    newest: int
    """The greatest id that was ever given."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What was added, and what has another id than where it came from."""

    count: int
    renumbered: Mapping[int, int]


def read_all(database: sqlite3.Connection) -> Known:
    """Return the rows up to the first that is damaged, and what is known of the others."""
    names: dict[int, str] = dict(_readable(database, "SELECT id, name FROM origins")[0])
    rows, complete = _readable(database, _SAMPLES)
    index, index_complete = _readable(database, _IDS)
    numbers, _ = _readable(database, "SELECT seq FROM sqlite_sequence WHERE name = 'samples'")
    indexed = frozenset(identity for (identity,) in index)
    given = (*(row[0] for row in rows), *indexed, *(seq for (seq,) in numbers))
    return Known(
        [(*row[:5], names.get(row[5], UNKNOWN), row[6]) for row in rows],
        complete,
        indexed if index_complete else None,
        max((n for n in given if isinstance(n, int) and n < LARGEST_ID), default=0),
    )


def merge(database: sqlite3.Connection, rows: Iterable[Row], *, labels: bool = False) -> Merged:
    """Add the rows that are not there yet, under their ids or, where others have these, new ones.

    Args:
        database: in a transaction.
        rows: those to add.
        labels: whether what is there already gets the label of its row.
    """
    rows = list(rows)
    origins: dict[str, int] = {}
    others: dict[Row, int] | None = None
    """Those that were added before, under new ids."""
    renumbered: dict[int, int] = {}
    count = 0
    for identity, label, *content, origin, held_out in rows:
        there = database.execute(f"{STORED} WHERE s.id = ?", (identity,)).fetchone()
        if there is not None and there[2:6] == (*content, origin):
            if labels and there[1] != label:
                database.execute("UPDATE samples SET label = ? WHERE id = ?", (label, identity))
                count += 1
            continue
        if there is not None:
            if others is None:
                ours = {row[0] for row in rows}
                others = {row[1:]: row[0] for row in database.execute(STORED) if row[0] not in ours}
            added = others.pop((label, *content, origin, held_out), None)
            if added is not None:
                renumbered[identity] = added
                continue
        if origin not in origins:
            origins[origin] = origin_number(database, origin)
        free = there is None and identity < LARGEST_ID
        row = (identity if free else None, label, *content, origins[origin], held_out)
        done = database.execute(_INSERT, row)
        count += done.rowcount
        if done.rowcount and not free:
            renumbered[identity] = int(done.lastrowid or 0)
    return Merged(count, renumbered)


def origin_number(database: sqlite3.Connection, name: str) -> int:
    """Return the number of an origin, which is new where it is not there yet."""
    database.execute("INSERT OR IGNORE INTO origins (name) VALUES (?)", (name,))
    found = database.execute("SELECT id FROM origins WHERE name = ?", (name,)).fetchone()
    if found is None:
        raise sqlite3.DatabaseError("an origin is neither there nor can it be added")
    return int(found[0])


def count_on(database: sqlite3.Connection, newest: int) -> None:
    """Let the next sample have an id greater than ``newest``: none is used again."""
    name = "SELECT 'samples', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence)"
    database.execute(f"INSERT INTO sqlite_sequence (name, seq) {name}")
    database.execute("UPDATE sqlite_sequence SET seq = max(seq, ?)", (newest,))


def _readable(database: sqlite3.Connection, query: str) -> tuple[list[Row], bool]:
    """Return the rows up to the first that cannot be read, and whether these are all."""
    rows: list[Row] = []
    try:
        rows.extend(database.execute(query))
    except (sqlite3.Error, UnicodeDecodeError):
        return rows, False
    return rows, True

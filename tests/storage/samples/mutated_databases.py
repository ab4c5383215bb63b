"""Databases of samples that are damaged, for tests and for longer runs."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np

from handdigit.ink.ink import Ink
from handdigit.storage.samples.sample_store import NewSample, SampleStore

PAGE = 4096
SEVEN = Ink.from_xy([[(0.2, 0.2), (0.8, 0.2), (0.4, 0.9)], [(0.3, 0.5), (0.6, 0.5)]])
LONG = Ink.from_xy([[(i / 300, (i * 37 % 300) / 300) for i in range(300)]])
"""More than a page of the database."""


def write_database(path: Path, count: int = 15) -> None:
    """Write a sound one: inks that fit into a page and that do not, pictures, two deleted."""
    rng = np.random.default_rng(1)
    pictures = rng.integers(0, 256, (count, 28, 28), np.uint8)
    with SampleStore(path) as store:
        store.add_all(
            NewSample((SEVEN, LONG, pictures[i])[i % 3], str(i % 10), ("canvas", "idx")[i % 2])
            for i in range(count)
        )
        store.delete([5, 12])


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Return the bytes of a database with one kind of damage."""
    return rng.choice(_MUTATIONS)(bytearray(content), rng)


def _some_bytes(content: bytearray, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 10, 50))):
        content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content)


def _in_the_first_page(content: bytearray, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 2, 5))):
        at = rng.randrange(100) if rng.random() < 0.5 else rng.randrange(PAGE)
        content[at] = rng.choice((0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)))
    return bytes(content)


def _in_the_head_of_a_page(content: bytearray, rng: random.Random) -> bytes:
    start = rng.randrange(len(content) // PAGE) * PAGE
    for _ in range(rng.choice((1, 2, 5))):
        content[start + rng.randrange(24)] = rng.choice((0, 0xFF, rng.randrange(256)))
    return bytes(content)


def _a_block(content: bytearray, rng: random.Random) -> bytes:
    start, length = rng.randrange(len(content)), rng.choice((16, 512, PAGE))
    filling = rng.choice((b"\0", b"\xff", rng.randbytes(1)))
    content[start : start + length] = filling * len(content[start : start + length])
    return bytes(content)


def _cut(content: bytearray, rng: random.Random) -> bytes:
    return bytes(content[: rng.randrange(len(content))])


def _pages_swapped(content: bytearray, rng: random.Random) -> bytes:
    a, b = (rng.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[a : a + PAGE], content[b : b + PAGE] = content[b : b + PAGE], content[a : a + PAGE]
    return bytes(content)


def damaged_row(content: bytes, column: str, value: object) -> bytes:
    """Return a sound file in which the first sample has a value that the tables forbid."""
    with contextlib.closing(_in_memory(content)) as database:
        database.execute(f"UPDATE samples SET {column} = ? WHERE id = 1", (value,))
        return database.serialize()


def _in_memory(content: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.deserialize(content)
    database.execute("PRAGMA ignore_check_constraints = ON")
    database.execute("PRAGMA writable_schema = ON")
    return database


_VALUES = (
    None, "", "7" * 30, "é", "\0", 7, -1, 2**63 - 1, 1.5, b"", b"\xff\xfe", b"\0" * 784,
    "{", "[]", '{"strokes":[]}', '{"strokes":[[[NaN,1]]]}', '{"strokes":[[["a",1]]]}', "[" * 3000,
    '{"strokes":[[[1' + "0" * 400 + ",1]]]}",
)  # fmt: skip
_COLUMNS = ("id", "label", "ink", "picture", "created", "origin", "held_out")


def _in_a_row(content: bytearray, rng: random.Random) -> bytes:
    """A value that the rules of the tables forbid, in a file that is sound otherwise."""
    changes = (
        (f"UPDATE OR REPLACE samples SET {rng.choice(_COLUMNS)} = ? WHERE id = ?", True),
        ("UPDATE OR REPLACE origins SET name = ? WHERE id = ?", True),
        ("UPDATE sqlite_sequence SET seq = ?", False),
        ("UPDATE sqlite_master SET sql = ? WHERE name = 'samples'", False),
        ("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE ? IS NOT 0", False),
    )
    query, one = rng.choice(changes)
    value = rng.choice(_VALUES)
    with contextlib.closing(_in_memory(bytes(content))) as database:
        with contextlib.suppress(sqlite3.Error):  # SQLite does not even take it
            database.execute(query, (value, rng.randrange(1, 4)) if one else (value,))
        return database.serialize()


_MUTATIONS: tuple[Callable[[bytearray, random.Random], bytes], ...] = (
    _some_bytes,
    _in_the_first_page,
    _in_the_head_of_a_page,
    _a_block,
    _cut,
    _pages_swapped,
    _in_a_row,
)

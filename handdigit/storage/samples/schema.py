"""The database of samples: its tables, its version, and its troubles in a sentence."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import HanddigitError, os_errors_as
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE, normalise_ink, normalise_inks
from handdigit.network.alphabet import LONGEST_NAME
from handdigit.storage.atomic import require_no_link

VERSION = 2
"""Of the tables; kept as SQLite's ``user_version``. In 1 a label was a number 0 to 9."""
APPLICATION_ID = 0x68646774
"""Grouping the file as handdigit's ("hdgt")."""
BUSY_TIMEOUT_MS = 5000
"""How long to wait for another window that is writing."""

_ORIGINS = """
CREATE TABLE origins (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
"""
_SAMPLES = f"""
CREATE TABLE samples (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND {LONGEST_NAME}),
    ink TEXT,
    picture BLOB CHECK (length(picture) = 784),
    created TEXT NOT NULL,
    origin INTEGER NOT NULL REFERENCES origins (id),
    held_out INTEGER NOT NULL CHECK (held_out IN (0, 1)),
    CHECK ((ink IS NULL) <> (picture IS NULL))
);
CREATE INDEX samples_by_label ON samples (label, held_out);
"""
_FROM_1 = f"""
ALTER TABLE samples RENAME TO samples_1;
DROP INDEX samples_by_label;
{_SAMPLES}
INSERT INTO samples
    SELECT id, CAST(label AS TEXT), ink, picture, created, origin, held_out FROM samples_1;
DELETE FROM sqlite_sequence WHERE name = 'samples';
UPDATE sqlite_sequence SET name = 'samples' WHERE name = 'samples_1';
DROP TABLE samples_1;
"""
_SCHEMAS = {0: _ORIGINS + _SAMPLES, 1: _FROM_1}
"""Version found -> what makes the tables of :data:`VERSION` of it; 0 is an empty file."""


class SamplesError(HanddigitError):
    """The user's samples cannot be read or written."""


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Turn the troubles of file and disk into a sentence; wrong use stays the bug it is.

    Raises:
        SamplesError: instead of :class:`sqlite3.Error`.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise
    except sqlite3.Error as error:
        raise SamplesError(_sentence(path, error)) from error


def open_database(path: Path) -> sqlite3.Connection:
    """Open the samples at ``path``, or make an empty database there.

    A file of another program or of a newer version is left as it is.

    Raises:
        SamplesError: that is what it is, or folder or disk do not take part.
    """
    require_no_link(path, SamplesError)
    with os_errors_as(f"Your samples cannot be kept in {path.parent}", SamplesError):
        path.parent.mkdir(parents=True, exist_ok=True)
    with translated_errors(path):
        # Transactions are begun and ended in so many words.
        database = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)
        try:
            _prepare(database, path)
        except BaseException:
            database.close()
            raise
    return database


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    _require_readable(database, path)
    database.execute("PRAGMA journal_mode = WAL")
    # Every commit is on the disk before it returns: a sample survives what comes after it.
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    if _version(database) == VERSION:
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        if _version(database) != VERSION:  # no other window was quicker
            for statement in _SCHEMAS[_version(database)].split(";"):
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _require_readable(database: sqlite3.Connection, path: Path) -> None:
    version = _version(database)
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or version or application):
        raise SamplesError(
            f"{path} is a database of another program: move it away, and your samples are kept "
            "there from then on."
        )
    if version > VERSION:
        raise SamplesError(
            f"{path} was written by a newer handdigit (version {version}; this one reads up to "
            f"{VERSION}): update handdigit to use your samples."
        )


def _version(database: sqlite3.Connection) -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)


def _sentence(path: Path, error: sqlite3.Error) -> str:
    # The low byte is the kind; the rest says more about it.
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    match kind:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return (
                f"{path} is damaged or no database of samples: move it away or put back a copy; "
                "it was not changed."
            )
        case sqlite3.SQLITE_FULL:
            return f"The disk of {path.parent} is full: make room, then try again."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return (
                f"{path} cannot be written: allow writing in its folder, or choose another with "
                "--data-dir."
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"{path} is in use by another window: wait until that is done, then try again."
        case sqlite3.SQLITE_IOERR:
            return (
                f"{path} cannot be read or written, the disk reports an error: check the disk, "
                "then try again."
            )
        case _:
            return f"{path} does not work as a database of samples: {error}."


CANVAS = "canvas"
"""Origin of what was drawn and labelled in the window."""

SampleDrawing = Ink | NDArray[np.uint8]
"""Strokes, or a (28, 28) picture as a network gets it."""


@dataclass(frozen=True, slots=True, eq=False)
class NewSample:
    """A labelled drawing that is to be stored."""

    drawing: SampleDrawing
    label: str
    """What its class is called."""
    origin: str = CANVAS
    created: str = ""
    """ISO 8601, UTC; now where empty."""
    held_out: bool | None = None
    """None to let the store choose."""


class SampleEntry(NamedTuple):
    """What a list shows of a sample; its drawing is read when it comes into view."""

    id: int
    label: str
    origin: str
    held_out: bool


@dataclass(frozen=True, slots=True, eq=False)
class StoredSample:
    """A sample as stored; exactly one of ``ink`` and ``picture`` is there."""

    id: int
    label: str
    """What its class is called."""
    ink: Ink | None
    picture: NDArray[np.uint8] | None
    """(28, 28)."""
    created: str
    origin: str
    held_out: bool
    """Never to be trained on: it measures what training was good for."""

    @property
    def drawing(self) -> SampleDrawing:
        """The strokes where there are some, else the picture."""
        if self.ink is not None:
            return self.ink
        assert self.picture is not None  # every row has one of the two
        return self.picture

    def as_fed(self) -> NDArray[np.uint8]:
        """Return the (28, 28) picture that a network gets."""
        drawing = self.drawing
        return normalise_ink(drawing).picture if isinstance(drawing, Ink) else drawing


def pictures_as_fed(samples: Sequence[StoredSample]) -> NDArray[np.uint8]:
    """Return the (N, 28, 28) pictures that a network gets, quicker than one by one."""
    pictures = np.zeros((len(samples), SIDE, SIDE), np.uint8)
    drawn = [(row, sample.ink) for row, sample in enumerate(samples) if sample.ink is not None]
    if drawn:
        batch = InkBatch.from_inks([ink for _, ink in drawn])
        pictures[[row for row, _ in drawn]] = normalise_inks(batch)
    for row, sample in enumerate(samples):
        if sample.picture is not None:
            pictures[row] = sample.picture
    return pictures


def stored_form(drawing: SampleDrawing) -> tuple[str | None, bytes | None]:
    """Return the columns ``ink`` and ``picture``, of which one is None.

    Raises:
        HanddigitError: there is nothing drawn.
    """
    if isinstance(drawing, Ink):
        if drawing.is_empty:
            raise HanddigitError("There is nothing drawn: a sample needs ink.")
        return json.dumps(drawing.to_json(), separators=(",", ":")), None
    if drawing.shape != (SIDE, SIDE) or drawing.dtype != np.uint8:
        raise ValueError(f"a sample's picture is ({SIDE}, {SIDE}) uint8, not {drawing.shape}")
    if not drawing.any():
        raise HanddigitError("There is no ink in this picture: a sample needs ink.")
    return None, drawing.tobytes()


def sample_from_row(row: tuple[Any, ...]) -> StoredSample:
    """Return the sample in a row of id, label, ink, picture, created, origin, held out.

    Raises:
        InkError: its strokes are damaged.
    """
    identity, label, ink, picture, created, origin, held_out = row
    return StoredSample(
        identity,
        label,
        None if ink is None else Ink.from_text(ink),
        None if picture is None else np.frombuffer(picture, np.uint8).reshape(SIDE, SIDE),
        created,
        origin,
        bool(held_out),
    )

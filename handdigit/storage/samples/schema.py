"""The database of samples: its tables, its version, and its troubles in a sentence."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from handdigit.errors import HanddigitError, InkError, decoding, os_errors_as
from handdigit.network.alphabet import LONGEST_NAME
from handdigit.sentences import Sentence, sentence
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


class DamagedSamplesError(SamplesError):
    """The database holds what nobody wrote there; what can be read of it can be saved."""


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Turn the troubles of file and disk into a sentence; wrong use stays the bug it is.

    Raises:
        SamplesError: instead of :class:`sqlite3.Error`; a :class:`DamagedSamplesError` where
            the content of the file is at fault.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode in _WRONG_USE:
            raise
        raise DamagedSamplesError(damaged_sentence(path)) from error
    except UnicodeDecodeError as error:  # a text of the file, also one in SQLite's own message
        raise DamagedSamplesError(damaged_sentence(path)) from error
    except MemoryError as error:
        raise SamplesError(sentence("There is not enough memory to read {0}.", path)) from error
    except sqlite3.Error as error:
        if _kind(error) in _DAMAGE:
            raise DamagedSamplesError(damaged_sentence(path)) from error
        raise SamplesError(_sentence(path, error)) from error


_WRONG_USE = (sqlite3.SQLITE_CONSTRAINT_CHECK, sqlite3.SQLITE_CONSTRAINT_NOTNULL)
"""What a caller can bring about; other constraints only a damaged database breaks."""
_DAMAGE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_TOOBIG,
)


@contextmanager
def transaction(database: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Hold the write lock; commit at the end, or change nothing where that fails.

    Raises:
        SamplesError: folder, disk or the content of the file do not take part.
    """
    with translated_errors(path):
        database.execute("BEGIN IMMEDIATE")
        try:
            yield
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise


_Read = TypeVar("_Read")


def read_rows(
    database: sqlite3.Connection,
    path: Path,
    query: str,
    values: Sequence[object],
    from_row: Callable[[tuple[Any, ...]], _Read],
) -> list[_Read]:
    """Return what a query finds: the boundary through which every row is read.

    Raises:
        SamplesError: the file cannot be read; a :class:`DamagedSamplesError` where a row is
            not what ``from_row`` reads.
    """
    with translated_errors(path):
        rows = database.execute(query, values).fetchall()
        with decoding(damaged_sentence(path), DamagedSamplesError, InkError):
            try:
                return [from_row(row) for row in rows]
            except MemoryError:  # is no damage, which would be repaired
                raise SamplesError(
                    sentence(
                        "There is not enough memory to read {0}: close other programs, then "
                        "try again.",
                        path,
                    )
                ) from None


def open_database(path: Path) -> sqlite3.Connection:
    """Open the samples at ``path``, or make an empty database there.

    A file of another program or of a newer version is left as it is. Any thread may use the
    connection, one at a time.

    Raises:
        SamplesError: that is what it is, or folder or disk do not take part; a
            :class:`DamagedSamplesError` where it is damaged.
    """
    require_no_link(path, SamplesError)
    if path.exists() and not path.is_file():
        raise SamplesError(
            sentence("{0} is no file: move it away, and your samples are kept there.", path)
        )
    with os_errors_as(sentence("Your samples cannot be kept in {0}", path.parent), SamplesError):
        path.parent.mkdir(parents=True, exist_ok=True)
    with translated_errors(path):
        # Transactions are begun and ended in so many words.
        database = sqlite3.connect(
            path, BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(database, path)
        except BaseException:
            database.close()
            raise
    return database


def empty_database() -> sqlite3.Connection:
    """Make an empty database in memory."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    _make_tables(database)
    return database


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    _require_readable(database, path)
    try:
        # With a write-ahead log the newest samples would lie in a second file: a copy of the
        # first lacks them, and it spoils whatever other database is put in the first's place.
        database.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        # An earlier program has it open with a write-ahead log, and will be the last.
        if _kind(error) != sqlite3.SQLITE_BUSY:
            raise
    # Every commit is on the disk before it returns: a sample survives what comes after it.
    database.execute("PRAGMA synchronous = EXTRA")
    database.execute("PRAGMA foreign_keys = ON")
    # What was deleted is gone: from the disk, and from what a repair finds there.
    database.execute("PRAGMA secure_delete = ON")
    if _version(database) != VERSION:
        with transaction(database, path):
            if _version(database) != VERSION:  # no other window was quicker
                try:
                    _make_tables(database)
                except sqlite3.IntegrityError as error:  # rows that no program wrote
                    raise DamagedSamplesError(damaged_sentence(path)) from error
    if not _tables().items() <= _tables_of(database).items():
        raise DamagedSamplesError(damaged_sentence(path))


def _make_tables(database: sqlite3.Connection) -> None:
    for statement in _SCHEMAS[_version(database)].split(";"):
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {VERSION}")


def _tables_of(database: sqlite3.Connection) -> dict[str, str]:
    return dict(database.execute("SELECT name, sql FROM sqlite_master"))


@cache
def _tables() -> dict[str, str]:
    """Return the statements that make the tables, by the names of these."""
    database = empty_database()
    tables = _tables_of(database)
    database.close()
    return tables


def _require_readable(database: sqlite3.Connection, path: Path) -> None:
    try:
        tables = _tables_of(database)
    except sqlite3.OperationalError as error:
        # Every database has an answer to that, or is damaged.
        if _kind(error) != sqlite3.SQLITE_ERROR:
            raise
        raise DamagedSamplesError(damaged_sentence(path)) from error
    version = _version(database)
    (application,) = database.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID and (tables or version or application):
        if _tables().items() <= tables.items():
            raise DamagedSamplesError(damaged_sentence(path))
        raise SamplesError(
            sentence(
                "{0} is a database of another program: move it away, and your samples are "
                "kept there from then on.",
                path,
            )
        )
    if version > VERSION:
        raise SamplesError(
            sentence(
                "{0} was written by a newer handdigit (version {1}; this one reads up to "
                "{2}): update handdigit to use your samples.",
                path,
                version,
                VERSION,
            )
        )
    if version not in (VERSION, *_SCHEMAS) or (version == 0 and tables):
        raise DamagedSamplesError(damaged_sentence(path))


def _version(database: sqlite3.Connection) -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)


def damaged_sentence(path: Path) -> Sentence:
    """Say that a database is damaged."""
    return sentence(
        "{0} is damaged or no database of samples: move it away or put back a copy; it "
        "was not changed.",
        path,
    )


def _kind(error: sqlite3.Error) -> int:
    # Without a code it comes from Python, which could not decode a text.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    # The low byte is the kind; the rest says more about it.
    return int(code) & 0xFF


def _sentence(path: Path, error: sqlite3.Error) -> Sentence:
    match _kind(error):
        case sqlite3.SQLITE_FULL:
            return sentence("The disk of {0} is full: make room, then try again.", path.parent)
        case sqlite3.SQLITE_CANTOPEN if _has_no_descriptors():
            return sentence(
                "{0} cannot be opened, too many files are: close some, then try again.", path
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return sentence(
                "{0} cannot be written: allow writing in its folder, or choose another "
                "with --data-dir.",
                path,
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return sentence(
                "{0} is in use by another window: wait until that is done, then try again.", path
            )
        case sqlite3.SQLITE_IOERR:
            return sentence(
                "{0} cannot be read or written, the disk reports an error: check the "
                "disk, then try again.",
                path,
            )
        case _:
            return sentence("{0} does not work as a database of samples: {1}.", path, str(error))


def _has_no_descriptors() -> bool:
    """Return whether the system opens no more files for this process; SQLite does not tell."""
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        return True
    return False

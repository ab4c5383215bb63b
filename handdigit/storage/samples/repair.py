"""A damaged database: what can be read of it goes on in a new one, and the file is kept.

First the damaged file is copied beside, then the finished new one takes its place at once. So
nothing is lost whenever the process ends: the path has the one or the other, whole.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handdigit.budgets import DATABASE_BYTES
from handdigit.errors import DECODER_ERRORS, HanddigitError, InkError, os_errors_as
from handdigit.sentences import Sentence, noted, sentence
from handdigit.storage.atomic import locked, write_atomically
from handdigit.storage.files import is_file, open_file
from handdigit.storage.samples.backups import backups_of, date_of, today
from handdigit.storage.samples.merging import UNKNOWN, Row, count_on, merge, read_all
from handdigit.storage.samples.pages import rows_in_pages
from handdigit.storage.samples.sample import sample_from_row
from handdigit.storage.samples.schema import (
    APPLICATION_ID,
    BUSY_TIMEOUT_MS,
    DamagedSamplesError,
    SamplesError,
    empty_database,
    translated_errors,
)

_SIDECARS = ("-wal", "-shm", "-journal")
_FORMAT, _APPLICATION = slice(18, 20), slice(68, 72)
"""Where they are in the first page, https://sqlite.org/fileformat2.html"""
_ROLLBACK_JOURNAL = b"\x01\x01"


def identity_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other, as long as it is open; None where there is none.

    Systems that number no files give zeros: a file is the same one as any other there.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def repair(path: Path, damage: DamagedSamplesError) -> str | None:
    """Put a new database with everything that can be read in the place of a damaged one.

    What cannot be read comes from the newest backup where that has it.

    Args:
        path: the damaged file, of which a copy is kept beside.
        damage: what was found; raised where nothing says that handdigit wrote the file.

    Returns:
        A sentence for the user; None where another process was quicker.

    Raises:
        SamplesError: it cannot be repaired; it is as before.
    """
    path = path.resolve()
    busy = sentence(
        "{0} is being repaired by another window: wait until that is done, then try again.", path
    )
    try:
        with os_errors_as(sentence("{0} cannot be repaired", path), SamplesError):
            before = path.stat()
            if not path.is_file() or before.st_size > DATABASE_BYTES:
                raise damage
            # Closing a file drops the locks on it: it is read before there are any
            # (https://sqlite.org/howtocorrupt.html, section 2.2).
            content = _content_of(path)
            found, backup = _salvaged(content), _newest_backup(path)
            if not (found.rows or backup or _is_ours(content)):
                raise damage
            lock = path.with_name(f"{path.name}.lock")
            with locked(lock, busy, timeout_s=BUSY_TIMEOUT_MS / 1000), _write_lock(path):
                if not os.path.samestat(before, path.stat()):
                    return None
                if path.stat().st_mtime_ns != before.st_mtime_ns:
                    raise damage  # there was a change in between: the next call repairs that, too
                return _replace(path, content, found, backup)
    except SamplesError:
        raise
    except HanddigitError as error:  # of the files, which know nothing of samples
        raise SamplesError(error.sentence) from error


def _replace(path: Path, content: bytes, found: _Salvaged, backup: _Backup | None) -> Sentence:
    there = {row[0] for row in found.rows}
    with contextlib.closing(empty_database()) as database:
        count_on(database, found.newest)
        saved = merge(database, found.rows).count
        wanted = [
            row
            for row in (backup.rows if backup else ())
            if row[0] not in there and (found.missing is None or row[0] in found.missing)
        ]
        returned = merge(database, wanted).count
        fresh = database.serialize()
    kept = _place_beside(path, content)
    write_atomically(kept, content)
    shutil.copymode(path, kept)
    for ending in _SIDECARS:  # they would count as those of the new file
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(kept.with_name(kept.name + ending))
    write_atomically(path, fresh)
    lost = noted("unknown") if found.missing is None else len(found.missing) - returned
    if backup is None:
        return sentence(
            "{0} was damaged and is repaired (samples saved: {1}, lost: {2}); the damaged file is "
            "kept as {3}.",
            path.name,
            saved,
            lost,
            kept.name,
        )
    return sentence(
        "{0} was damaged and is repaired (samples saved: {1}, from the backup of {2}: {3}, lost: "
        "{4}); the damaged file is kept as {5}.",
        path.name,
        saved,
        backup.date,
        returned,
        lost,
        kept.name,
    )


@contextlib.contextmanager
def _write_lock(path: Path) -> Iterator[None]:
    """Hold the write lock of a database, unless it is too damaged to have one."""
    with translated_errors(path):
        database = sqlite3.connect(path, BUSY_TIMEOUT_MS / 1000, isolation_level=None)
    with contextlib.closing(database):
        with contextlib.suppress(DamagedSamplesError), translated_errors(path):
            database.execute("BEGIN IMMEDIATE")
        yield


@dataclass(frozen=True, slots=True)
class _Salvaged:
    rows: Sequence[Row]
    """All sound."""
    missing: frozenset[int] | None
    """Ids of those that were lost; None if nobody knows."""
    newest: int


@dataclass(frozen=True, slots=True)
class _Backup:
    date: str
    rows: Sequence[Row]


def _content_of(path: Path) -> bytes:
    with open_file(path, SamplesError) as file:
        return file.read()


def _newest_backup(path: Path) -> _Backup | None:
    """Return the newest backup that has samples."""
    backups = (
        _Backup(date_of(b), _salvaged(_content_of(b)).rows) for b in backups_of(path) if is_file(b)
    )
    return next((backup for backup in backups if backup.rows), None)


def _salvaged(content: bytes) -> _Salvaged:
    """Return what can be read of the bytes of a database, by SQLite and without it."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        # A database in memory has no write-ahead log.
        database.deserialize(content[: _FORMAT.start] + _ROLLBACK_JOURNAL + content[_FORMAT.stop :])
        known = read_all(database)
    rows = {row[0]: row for row in known.rows if _is_sound(row)}
    indexed = known.indexed
    if not known.complete or indexed is None or len(indexed) > len(rows):
        for row in _rows_in_pages(content):
            # Pages may have what was deleted, too.
            if row[0] not in rows and (indexed is None or row[0] in indexed) and _is_sound(row):
                rows[row[0]] = row
    missing: frozenset[int] | None = None
    if indexed is not None:
        # Damaged is the one that has fewer: the samples, or else the index.
        missing = indexed - rows.keys() if len(indexed) > len(rows) else frozenset()
    elif known.complete:
        missing = frozenset(row[0] for row in known.rows) - rows.keys()
    return _Salvaged([*rows.values()], missing, known.newest)


def _rows_in_pages(content: bytes) -> Iterator[Row]:
    found = [*rows_in_pages(content)]
    # Columns tell of which table a row is; that of the id is NULL, as SQLite stores it.
    names = {n: values[1] for n, values in found if len(values) == 2 and values[0] is None}
    for number, values in found:
        if len(values) == 7 and values[0] is None:
            _, label, ink, picture, created, origin, held_out = values
            name = names.get(origin, UNKNOWN) if isinstance(origin, int) else UNKNOWN
            named = str(label) if isinstance(label, int) else label  # as in version 1
            yield number, named, ink, picture, created, name, held_out


def _is_sound(row: Row) -> bool:
    try:
        sample_from_row(row)
    except MemoryError:
        raise
    except (InkError, *DECODER_ERRORS):
        return False
    return True


def _is_ours(content: bytes) -> bool:
    """Whether a file without a readable sample is a database of samples nevertheless."""
    application = APPLICATION_ID.to_bytes(_APPLICATION.stop - _APPLICATION.start)
    return content[_APPLICATION] == application or b"CREATE TABLE samples" in content


def _place_beside(path: Path, content: bytes) -> Path:
    """Return where a damaged file is kept: never over another one, but over a copy of itself."""
    numbers = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    places = (path.with_stem(f"{path.stem}.damaged-{today()}{n}") for n in numbers)
    return next(p for p in places if not p.exists() or (is_file(p) and _content_of(p) == content))

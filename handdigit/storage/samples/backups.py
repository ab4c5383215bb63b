"""Daily backups of the user's samples, beside their database."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from handdigit.errors import os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.atomic import require_no_link, write_atomically
from handdigit.storage.samples.schema import (
    DamagedSamplesError,
    SamplesError,
    damaged_sentence,
    translated_errors,
)

KEPT = 7
"""Backups; the oldest goes when another has been checked and written."""
FOLDER = "backups"
_CHECKS: tuple[tuple[str, list[tuple[object, ...]]], ...] = (
    ("PRAGMA integrity_check", [("ok",)]),
    ("PRAGMA foreign_key_check", []),
    (
        "SELECT id FROM samples WHERE typeof(label) <> 'text' OR typeof(created) <> 'text' OR NOT "
        "ifnull(CASE WHEN ink IS NULL THEN typeof(picture) = 'blob' AND length(picture) = 784 "
        "WHEN json_valid(ink) THEN ifnull(json_array_length(ink, '$.strokes'), 0) > 0 END, FALSE)",
        [],
    ),
)
"""Queries of a sound database, and what they find."""


def back_up(database: sqlite3.Connection, path: Path) -> Path | None:
    """Write today's backup of the database at ``path``, if there is none; return it.

    It is read to the end before it is written, and the oldest one goes last.

    Raises:
        DamagedSamplesError: the database is damaged; every backup is as before.
        HanddigitError: folder or disk do not take it.
    """
    backup = path.parent / FOLDER / f"{path.stem}-{today()}{path.suffix}"
    if backup.exists():
        return None
    require_no_link(backup.parent, SamplesError)
    copy = sqlite3.connect(":memory:")
    try:
        with translated_errors(path):
            database.backup(copy)
            _check(copy, path)
            content = copy.serialize()
    finally:
        copy.close()
    write_atomically(backup, content)
    with os_errors_as(sentence("{0} cannot be cleared", backup.parent), SamplesError):
        for old in backups_of(path)[KEPT:]:
            old.unlink(missing_ok=True)
    return backup


def backups_of(path: Path) -> list[Path]:
    """Return the backups of the database at ``path``, the newest first.

    Those of days to come were made while the clock was wrong: they count as the oldest.
    """
    dates = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    found = (path.parent / FOLDER).glob(f"{path.stem}-{dates}{path.suffix}")
    return sorted(found, key=lambda b: (date_of(b) <= today(), date_of(b)), reverse=True)


def date_of(backup: Path) -> str:
    """Return the date of a backup, as it stands in its name."""
    return backup.stem[-len(today()) :]


def today() -> str:
    """Return the date where the user is, as it stands in names of files."""
    return datetime.now().date().isoformat()


def _check(copy: sqlite3.Connection, path: Path) -> None:
    # SQLite reads every row here, which lets other threads work meanwhile.
    if any(copy.execute(check).fetchall() != sound for check, sound in _CHECKS):
        raise DamagedSamplesError(damaged_sentence(path))

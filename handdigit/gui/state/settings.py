"""``window.ini``, what the window remembers: every value falls back by itself."""

from __future__ import annotations

import logging
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from handdigit.budgets import TEXT_FILE
from handdigit.errors import HanddigitError

Value = TypeVar("Value", int, str, QByteArray)
_INTEGER = re.compile("-?[0-9]{1,9}")
"""As long as a slider's position at the most: Qt takes no larger number."""
_log = logging.getLogger(__name__)


class Settings:
    """Values by their keys, in a file that is opened only for a moment at a time.

    Whatever lies at its place meanwhile (nothing, garbage, a folder, a pipe, another's copy), what
    cannot be read is the default.
    """

    def __init__(self, path: Path) -> None:
        """Read nothing yet."""
        self._path = path

    def value(
        self, key: str, default: Value, valid: Callable[[Value], bool] = lambda _: True
    ) -> Value:
        """Return what is stored under ``key``, if it is of the default's type and ``valid``."""
        stored = self._file().value(key) if self._is_usable(for_writing=False) else None
        if isinstance(default, int):
            text = str(stored)
            stored = int(text) if _INTEGER.fullmatch(text) else None
        if not isinstance(stored, type(default)):
            return default
        return stored if valid(stored) else default

    def has(self, key: str) -> bool:
        """Return whether anything is stored under ``key``."""
        return self._is_usable(for_writing=False) and self._file().contains(key)

    def remember(self, values: Mapping[str, int | str | QByteArray]) -> None:
        """Store values as far as that can be done; those of other keys stay."""
        try:
            self.write(values)
        except HanddigitError as error:
            _log.warning("%s", error)

    def write(self, values: Mapping[str, int | str | QByteArray]) -> None:
        """Store values; those of other keys stay.

        Raises:
            HanddigitError: what lies there is no file, or the disk does not take it.
        """
        refusal = f"{self._path} cannot be written: move away what lies there, or make room."
        if not self._is_usable(for_writing=True):
            raise HanddigitError(refusal)
        file = self._file()
        for key, value in values.items():
            file.setValue(key, value)
        file.sync()
        if file.status() is QSettings.Status.AccessError:
            raise HanddigitError(refusal)

    def _file(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)

    def _is_usable(self, *, for_writing: bool) -> bool:
        """Return whether Qt can open the file without waiting for ever, or writing elsewhere."""
        lock = self._path.with_name(f"{self._path.name}.lock")  # Qt's, while it writes
        return _is_absent_or_file(self._path, follow=not for_writing) and (
            not for_writing or _is_absent_or_file(lock, follow=False)
        )


def _is_absent_or_file(path: Path, *, follow: bool) -> bool:
    try:
        found = path.stat(follow_symlinks=follow)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= TEXT_FILE.size

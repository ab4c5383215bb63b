"""``window.ini``, what the window remembers: every value falls back by itself.

The form is QSettings' own, but read and written here: QSettings hands what is called ``@Variant``
to Qt's decoders, which end the process on damaged content, and to Python's pickle.
Source: https://doc.qt.io/qt-6/qsettings.html#Format-enum.
"""

from __future__ import annotations

import logging
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from string import hexdigits
from typing import TypeVar

from PySide6.QtCore import QByteArray

from handdigit.budgets import TEXT_FILE
from handdigit.errors import HanddigitError
from handdigit.sentences import sentence
from handdigit.storage.atomic import locked, write_atomically
from handdigit.storage.files import read_bytes

Value = TypeVar("Value", int, str, QByteArray)
LOCK_PATIENCE_S = 2.0
_LINE = re.compile(r"(\w+)=(.*)")
_INTEGER = re.compile("-?[0-9]{1,9}")
"""As long as a slider's position at the most: Qt takes no larger number."""
_BYTES = re.compile(r"@ByteArray\((.*)\)", re.DOTALL)
_TEXT = re.compile(r"@String\((.*)\)|@(@.*)|([^@].*)?", re.DOTALL)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]+|[0-7]{1,3}|.)")
_CODES = dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True))
_log = logging.getLogger(__name__)


class Settings:
    """Values by their keys, in a file that is opened only for a moment at a time.

    It is read once, at the start, and again whenever something is written: asking for a value
    never waits for a disk. Whatever lies at its place meanwhile (nothing, garbage, a folder, a
    pipe, another's copy), what cannot be read is the default.
    """

    def __init__(self, path: Path) -> None:
        """Read nothing yet."""
        self._path = path
        self._known: dict[str, str] | None = None

    def value(
        self, key: str, default: Value, valid: Callable[[Value], bool] = lambda _: True
    ) -> Value:
        """Return what is stored under ``key``, if it is of the default's type and ``valid``."""
        try:
            text = _unquoted(self._stored()[key])
            stored: object
            if isinstance(default, int):
                stored = int(text) if _INTEGER.fullmatch(text) else None
            elif isinstance(default, str):
                found = _TEXT.fullmatch(text)
                stored = "".join(part or "" for part in found.groups()) if found else None
            else:
                found = _BYTES.fullmatch(text)
                stored = QByteArray(found[1].encode("latin-1")) if found else None
        except (KeyError, ValueError, OverflowError):  # none, or a character that there is not
            return default
        if not isinstance(stored, type(default)):
            return default
        return stored if valid(stored) else default

    def has(self, key: str) -> bool:
        """Return whether anything is stored under ``key`` now: the file is read."""
        return key in self._read()

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
        lock = self._path.with_name(f"{self._path.name}.lock")
        for path in (self._path, lock):
            if not _is_absent_or_file(path):
                raise HanddigitError(
                    sentence("{0} cannot be written: move away what lies there.", path)
                )
        busy = sentence("{0} is in use by another program: try again.", self._path)
        with locked(lock, busy, timeout_s=LOCK_PATIENCE_S):
            stored = self._read() | {key: _quoted(value) for key, value in values.items()}
            lines = (f"{key}={text}\n" for key, text in sorted(stored.items()))
            content = f"[General]\n{''.join(lines)}".encode()
            write_atomically(self._path, content, budget=TEXT_FILE)
            self._known = stored

    def _stored(self) -> dict[str, str]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> dict[str, str]:
        """Return what follows each key, as it is written."""
        try:
            text = read_bytes(self._path, TEXT_FILE).decode(errors="replace")
        except HanddigitError:
            return {}
        lines = map(_LINE.fullmatch, text.replace("\r", "").split("\n"))
        return {found[1]: found[2] for found in lines if found is not None}


class PassingSettings(Settings):
    """For a window that is there for its picture only: it leaves what is remembered as it is."""

    def write(self, values: Mapping[str, int | str | QByteArray]) -> None:
        """Store nothing."""


def _unquoted(text: str) -> str:
    """Return what a value stands for.

    Raises:
        ValueError, OverflowError: it has the code of a character that there is not.
    """
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:9], 16))
    return chr(int(code, 8)) if code[0] in "01234567" else _CODES.get(code, code)


def _quoted(value: int | str | QByteArray) -> str:
    """Return a value as QSettings writes it."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, QByteArray):
        text = f"@ByteArray({bytes(value.data()).decode('latin-1')})"
    else:
        text = f"@{value}" if value[:1] == "@" else value
    written, after_code = "", False
    for character in text:
        if character in '"\\':
            written, after_code = f"{written}\\{character}", False
        elif " " <= character <= "~" and not (after_code and character in hexdigits):
            written, after_code = written + character, False
        else:
            written, after_code = f"{written}\\x{ord(character):x}", True
    return f'"{written}"'


def _is_absent_or_file(path: Path) -> bool:
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size <= TEXT_FILE.size

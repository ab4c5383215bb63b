"""Journals: files of checked lines that only grow, each held by one process.

What was appended outlives the process, whatever ends it and at whichever byte: a line counts if
its checksum fits, and all lines before one that is torn do.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path
from typing import Any

from handdigit.budgets import JOURNAL_BYTES, MB
from handdigit.errors import DataFileError, HanddigitError, decoding, os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.atomic import locked, write_atomically
from handdigit.storage.files import open_file, open_to_append

FORMAT = 1
_HEADER = "handdigit journal"
_SUFFIX = ".journal"
MOST = 100
"""Journals in a folder."""


class Journal:
    """An open journal: its records are what JSON has."""

    def __init__(self, path: Path) -> None:
        """Read what is in a file; none is an empty journal.

        Raises:
            DataFileError: it is no file, too large, or of a newer version.
        """
        self.path = path
        self.size = 0
        """Bytes that were written by this process."""
        self._file: FileIO | None = None
        self.records, self.is_whole = _read(path)
        """What could be read, and whether that is all but for a torn end."""

    def rewrite(self, records: Iterable[object]) -> None:
        """Have these records and no others, from one moment to the next.

        Raises:
            HanddigitError: the folder or the disk does not take it.
        """
        content = b"".join(map(_line, ([_HEADER, FORMAT], *records)))
        self._require_room(len(content))
        if self._file is not None and not self._is_in_place() and self.path.exists():
            self.set_aside()  # somebody has put another file there
        self.close()
        write_atomically(self.path, content)
        self._file = open_to_append(self.path)
        self.size = len(content)

    def append(self, records: Iterable[object]) -> None:
        """Add records; they outlive the process, and once :meth:`sync` returns, the computer too.

        Raises:
            HanddigitError: the disk does not take it, or the file at the path is another by now.
        """
        assert self._file is not None  # it was rewritten before
        content = b"".join(map(_line, records))
        self._require_room(self.size + len(content))
        with os_errors_as(sentence("{0} cannot be written", self.path)):
            if self._file.write(content) < len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if not self._is_in_place():
            raise HanddigitError(sentence("{0} was removed or replaced.", self.path))
        self.size += len(content)

    def sync(self) -> None:
        """Wait until everything is on the disk."""
        if self._file is not None:
            with os_errors_as(sentence("{0} cannot be written", self.path)):
                os.fsync(self._file.fileno())

    def set_aside(self) -> Path:
        """Keep the file under another name, which is returned, in the place of the one before."""
        with os_errors_as(sentence("{0} cannot be written", self.path)):
            return self.path.replace(self.path.with_suffix(".damaged"))

    def remove(self) -> None:
        """Leave nothing for the next process, but for what somebody else has put there."""
        is_other = self._file is not None and not self._is_in_place()
        self.close()
        if not is_other:
            with os_errors_as(sentence("{0} cannot be written", self.path)):
                self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Write no more."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _require_room(self, size: int) -> None:
        if size > JOURNAL_BYTES:
            raise HanddigitError(
                sentence(
                    "{0} would be larger than {1:,} MB: clear the canvas.",
                    self.path,
                    JOURNAL_BYTES // MB,
                )
            )

    def _is_in_place(self) -> bool:
        assert self._file is not None
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self.path.stat())
        except OSError:
            return False


@contextlib.contextmanager
def claimed_journal(folder: Path) -> Iterator[Journal]:
    """Hold the newest journal of a folder that no other process holds, or else a new one.

    Those that cannot be read are left as they are.

    Raises:
        HanddigitError: the folder cannot be written, or all its journals are held.
    """
    with contextlib.ExitStack() as claim:
        yield _claim(folder, claim)


def _claim(folder: Path, claim: contextlib.ExitStack) -> Journal:
    refusal = HanddigitError(sentence("{0} has no more room: close some windows.", folder))
    if folder.is_symlink():
        raise HanddigitError(sentence("{0} is a link: put a folder there.", folder))
    with os_errors_as(sentence("{0} cannot be written", folder)):
        folder.mkdir(parents=True, exist_ok=True)
        found = sorted(folder.glob(f"*{_SUFFIX}"), key=_changed, reverse=True)
    names = (folder / f"{number}{_SUFFIX}" for number in range(1, MOST + 1))
    for path in (*found, *(path for path in names if path not in found)):
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(locked(path.with_suffix(".lock"), "", timeout_s=0))
                journal = Journal(path)
            except DataFileError:
                continue
            except HanddigitError as error:
                refusal = error if str(error) else refusal
                continue
            stack.callback(journal.close)
            claim.enter_context(stack.pop_all())
            return journal
    raise refusal


def _changed(path: Path) -> float:
    with contextlib.suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _line(record: object) -> bytes:
    text = json.dumps(record, separators=(",", ":")).encode()
    return b"%08x %b\n" % (zlib.crc32(text), text)


def _record(line: bytes) -> Any:
    """Return what a line says.

    Raises:
        DataFileError: the line is damaged.
    """
    damaged = sentence("This line of the journal is damaged.")
    with decoding(damaged, DataFileError):
        checksum, text = line[:8], line[9:-1]
        if not line.endswith(b"\n") or int(checksum, 16) != zlib.crc32(text):
            raise DataFileError(damaged)
        return json.loads(text)


def _read(path: Path) -> tuple[list[Any], bool]:
    unreadable = DataFileError(sentence("{0} is no journal that this version reads.", path))
    records = []
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > JOURNAL_BYTES:
            raise unreadable
        with open_file(path) as file:
            while line := file.readline(JOURNAL_BYTES):
                try:
                    records.append(_record(line))
                except DataFileError:
                    is_end = not file.read(1)
                    break
            else:
                is_end = True
    except FileNotFoundError:
        return [], True
    except OSError:
        raise unreadable from None
    match records:
        case [[str(name), int(version)], *after] if name == _HEADER:
            if version > FORMAT:
                raise unreadable
            return after, is_end
        case _:
            return [], found.st_size == 0

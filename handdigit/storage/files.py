"""Reading files: regular ones only, never more than a budget, plain or gzip-compressed.

Every reader of the program opens its file here, or asks :func:`require_file` before another
library opens it. What is too large is refused by its size, or, where that is not known before,
as soon as the budget is used up.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from handdigit.budgets import MB, TEXT_FILE, FileBudget
from handdigit.errors import DataFileError, HanddigitError, decoding, os_errors_as
from handdigit.sentences import sentence

GZIP_MAGIC = b"\x1f\x8b"
CHUNK_BYTES = 1 << 20
# Opening a pipe would wait for its other end; Windows has no such flag, nor such pipes.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_Value = TypeVar("_Value")


class FileMemory(Generic[_Value]):
    """What was read of files; one is read again when its time or its size is another."""

    def __init__(self, read: Callable[[Path], _Value]) -> None:
        """Read a file with ``read``, whose errors are passed on."""
        self._read = read
        self._known: dict[Path, tuple[tuple[int, int], _Value]] = {}

    def read(self, path: Path) -> _Value:
        """Return what is in a file."""
        try:
            found = path.stat()
        except OSError:
            return self._read(path)  # which says what is the matter
        stamp = (found.st_mtime_ns, found.st_size)
        known = self._known.get(path)
        if known is None or known[0] != stamp:
            known = self._known[path] = (stamp, self._read(path))
        return known[1]


@contextmanager
def open_file(
    path: Path, kind: type[HanddigitError] = DataFileError
) -> Iterator[io.BufferedReader]:
    """Open a regular file for reading, as it is; it never waits for anybody who writes.

    Raises:
        HanddigitError: of ``kind``; the file is missing, no regular file, or cannot be opened.
    """
    with refusals(path, kind):
        # Looked at before it is opened: merely opening some devices does something.
        _require_regular(path.stat(), path, kind)
        descriptor = os.open(path, os.O_RDONLY | _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        _require_regular(os.fstat(descriptor), path, kind)
        yield file


def open_to_append(path: Path) -> io.FileIO:
    """Open a regular file, or a new one, to write behind its end; it never waits for a reader.

    Raises:
        HanddigitError: it is a link or no regular file, or cannot be opened.
    """
    with os_errors_as(sentence("{0} cannot be written", path)):
        descriptor = os.open(path, _APPEND | _FLAGS, 0o666)
    file = io.FileIO(descriptor, "wb")
    try:
        _require_regular(os.fstat(descriptor), path, HanddigitError)
    except HanddigitError:
        file.close()
        raise
    return file


def is_file(path: Path) -> bool:
    """Return whether there is a regular file; it is none where the system does not say."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def is_folder(path: Path) -> bool:
    """Return whether there is a folder; it is none where the system does not say."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def require_file(
    path: Path, budget: FileBudget, kind: type[HanddigitError] = DataFileError
) -> None:
    """Require a regular file within a budget; asked before another library opens it.

    Raises:
        HanddigitError: of ``kind``; the file is missing, no regular file, or too large.
    """
    with open_file(path, kind) as file:
        required_size(file, path, budget, kind)


@contextmanager
def open_content(
    path: Path,
    budget: FileBudget,
    kind: type[HanddigitError] = DataFileError,
    *,
    unpack: bool = True,
) -> Iterator[io.BufferedReader[_Content]]:
    """Open what is in a regular file, decompressed as it is read where the file is gzip.

    Without ``unpack`` it is read as it is.

    Raises:
        HanddigitError: of ``kind``, here or while it is read; the file is missing, no regular
            file, unreadable, a damaged gzip file, or has more in it than the budget.
    """
    with open_file(path, kind) as file:
        required_size(file, path, budget, kind)
        with io.BufferedReader(
            _Content(file, path, budget, kind, unpack=unpack), CHUNK_BYTES
        ) as content:
            yield content


def read_bytes(
    path: Path,
    budget: FileBudget,
    kind: type[HanddigitError] = DataFileError,
    *,
    limit: int | None = None,
    unpack: bool = True,
) -> bytes:
    """Return the content of a file, or ``limit`` bytes of it, decompressed where it is gzip.

    Without ``unpack`` it is returned as it is.

    Raises:
        HanddigitError: of ``kind``, as :func:`open_content`.
    """
    with open_content(path, budget, kind, unpack=unpack) as content:
        left = budget.size + 1 if limit is None else limit
        whole = io.BytesIO()  # which gives its bytes away without copying them
        while chunk := content.read(min(left, CHUNK_BYTES)):
            whole.write(chunk)
            left -= len(chunk)
        return whole.getvalue()


def read_text(
    path: Path, budget: FileBudget = TEXT_FILE, kind: type[HanddigitError] = DataFileError
) -> str:
    """Return the content of a UTF-8 text file, decompressed where it is gzip.

    Raises:
        HanddigitError: of ``kind``, as :func:`open_content`, or the file is not UTF-8.
    """
    content = read_bytes(path, budget, kind)
    with decoding(_not_utf_8(path), kind):
        return content.decode("utf-8-sig")


def read_lines(
    path: Path,
    budget: FileBudget,
    kind: type[HanddigitError] = DataFileError,
    *,
    longest: int = -1,
) -> Iterator[str]:
    """Yield the lines of a UTF-8 text file, each with its end, without holding the others.

    A line of more than ``longest`` characters comes in pieces.

    Raises:
        HanddigitError: of ``kind``, as :func:`read_text`, when the fault is met.
    """
    with (
        open_content(path, budget, kind) as content,
        io.TextIOWrapper(content, "utf-8-sig", newline="\n") as lines,
        decoding(_not_utf_8(path), kind),
    ):
        yield from iter(partial(lines.readline, longest), "")


class _Content(io.RawIOBase):
    """The bytes in an open file, unpacked where it is gzip, up to a budget."""

    def __init__(
        self,
        file: io.BufferedReader,
        path: Path,
        budget: FileBudget,
        kind: type[HanddigitError],
        *,
        unpack: bool,
    ) -> None:
        self._path, self._budget, self._kind = path, budget, kind
        with refusals(path, kind):
            self._is_packed = unpack and file.peek(len(GZIP_MAGIC)).startswith(GZIP_MAGIC)
        self._source = gzip.GzipFile(fileobj=file) if self._is_packed else file
        self._left = budget.size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        # One byte over the budget is asked for, to see whether there is one.
        size = min(len(buffer), self._left + 1)
        if self._is_packed:
            damaged = sentence("{0} is a damaged gzip file: fetch or copy it again.", self._path)
            with decoding(damaged, self._kind):
                chunk = self._source.read(size)
        else:
            with refusals(self._path, self._kind):
                chunk = self._source.read(size)
        if len(chunk) > self._left:
            budget = self._budget
            about = (self._path, budget.size // MB, budget.what, budget.advice)
            raise self._kind(
                sentence(
                    "{0} has more than {1:,} MB unpacked; {2} up to {1:,} MB are read: {3}.", *about
                )
                if self._is_packed
                else sentence(
                    "{0} has more than {1:,} MB; {2} up to {1:,} MB are read: {3}.", *about
                )
            )
        self._left -= len(chunk)
        buffer[: len(chunk)] = chunk
        return len(chunk)


@contextmanager
def refusals(path: Path, kind: type[HanddigitError]) -> Iterator[None]:
    """Tell why the operating system does not give a file."""
    with os_errors_as(sentence("{0} cannot be read", path), kind):
        try:
            yield
        except FileNotFoundError:
            raise kind(sentence("{0}: there is no such file.", path)) from None
        except ValueError:  # a zero byte, or half of a character
            raise kind(sentence("{0!r} cannot be the name of a file.", str(path))) from None


def _require_regular(found: os.stat_result, path: Path, kind: type[HanddigitError]) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise kind(sentence("{0} is a folder; name a file in it.", path))
    if not stat.S_ISREG(found.st_mode):
        raise kind(
            sentence(
                "{0} is a pipe or a device: save what comes from it as a file, and name that.", path
            )
        )


def required_size(
    file: io.BufferedReader, path: Path, budget: FileBudget, kind: type[HanddigitError]
) -> int:
    """Return the size of an open file, if the budget allows it."""
    size = os.fstat(file.fileno()).st_size
    if size > budget.size:
        raise kind(
            sentence(
                "{0} has {1:,} MB; {2} up to {3:,} MB are read: {4}.",
                path,
                -(-size // MB),
                budget.what,
                budget.size // MB,
                budget.advice,
            )
        )
    return size


def _not_utf_8(path: Path) -> str:
    return sentence("{0} is not a text file in UTF-8.", path)

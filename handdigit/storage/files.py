"""Reading files: whole, plain or gzip-compressed, or once as long as they stay the same."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from handdigit.errors import DECODER_ERRORS, DataFileError

GZIP_MAGIC = b"\x1f\x8b"
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


def read_bytes(path: Path, *, limit: int | None = None) -> bytes:
    """Return the content of a file, or so many bytes of it, decompressed where it is gzip.

    Raises:
        DataFileError: the file is missing, unreadable or a damaged gzip.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataFileError(f"{path}: there is no such file.") from None
    except IsADirectoryError:
        raise DataFileError(f"{path} is a folder; name a file in it.") from None
    except OSError as error:
        raise DataFileError(f"{path} cannot be read: {error.strerror or error}.") from None
    if not content.startswith(GZIP_MAGIC):
        return content[:limit]
    try:
        if limit is not None:
            return gzip.GzipFile(fileobj=BytesIO(content)).read(limit)
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        raise DataFileError(f"{path} is a damaged gzip file: fetch or copy it again.") from None


def read_text(path: Path) -> str:
    """Return the content of a UTF-8 text file, decompressed where it is gzip.

    Raises:
        DataFileError: the file cannot be read or is not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataFileError(f"{path} is not a text file in UTF-8.") from None


def read_tensors(path: Path, key: str, what: str) -> tuple[str, dict[str, NDArray[np.generic]]]:
    """Return what a ``.safetensors`` file says about itself under ``key``, and its arrays.

    Raises:
        DataFileError: the file is missing, damaged or not ``what``, which a sentence names.
    """
    try:
        with safe_open(path, framework="numpy") as file:
            text = (file.metadata() or {}).get(key)
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except FileNotFoundError:
        raise DataFileError(f"{path}: there is no such file.") from None
    except (SafetensorError, *DECODER_ERRORS):
        raise DataFileError(f"{path.name} is not {what}, or it is damaged.") from None
    if text is None:
        raise DataFileError(f"{path.name} is not {what}.")
    return text, arrays

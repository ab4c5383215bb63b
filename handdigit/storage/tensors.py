"""The ``.safetensors`` format: arrays by name, one after another, behind a header of JSON.

The format's own library maps a file, so one that is cut meanwhile ends the process, and copies
what it reads while it holds Python's lock, so a window stands still. Here arrays are read and
written as files are, without a copy, and what a header says is checked as it checks it.
Source: https://github.com/huggingface/safetensors, "Format".
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from math import prod
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import MB, TENSOR_FILE, TENSOR_HEADER, FileBudget
from handdigit.errors import DataFileError, HanddigitError, decoding
from handdigit.sentences import sentence
from handdigit.storage.atomic import write_atomically
from handdigit.storage.files import open_file, refusals, required_size
from handdigit.storage.parsing import parse_json

LENGTH_BYTES = 8
"""Of the number that a file begins with: how many bytes its header has."""
_METADATA = "__metadata__"
_MOST_AXES = 64
"""As many as numpy has."""
_DTYPES = {
    "BOOL": np.dtype("?"),
    **{f"{kind}8": np.dtype(f"{kind.lower()}1") for kind in "UI"},
    **{
        f"{kind}{bits}": np.dtype(f"<{kind.lower()}{bits // 8}")
        for kind in "UIF"
        for bits in (16, 32, 64)
    },
}
_NAMES = {dtype: name for name, dtype in _DTYPES.items()}


class TensorFile:
    """An open file: what it says about itself is in memory, its arrays are not."""

    def __init__(self, file: io.BufferedReader | io.BytesIO, length: int, size: int) -> None:
        """Read the header, ``length`` bytes, of a file of ``size``, behind its length.

        Raises:
            One of DECODER_ERRORS: it is damaged.
        """
        if length > size - LENGTH_BYTES:
            raise EOFError("the header is longer than the file")
        entries = parse_json(file.read(length).decode())
        self.metadata: Mapping[str, str] = entries.pop(_METADATA, None) or {}
        "".join((*entries, *self.metadata, *self.metadata.values())).encode()  # texts, all of them
        self._file = file
        self._start = LENGTH_BYTES + length
        self._dtypes = {}
        self.shapes: dict[str, tuple[int, ...]] = {}
        """By name, in the order in which the arrays lie in the file."""
        at = 0
        for name, entry in sorted(entries.items(), key=lambda item: item[1]["data_offsets"]):
            dtype, shape = _DTYPES[entry["dtype"]], tuple(entry["shape"])
            if len(shape) > _MOST_AXES or not all(type(n) is int and n >= 0 for n in shape):
                raise ValueError(f"a shape of {len(shape)} numbers")
            begin, end = entry["data_offsets"]
            if begin != at or end - begin != prod(shape) * dtype.itemsize:
                raise ValueError(f"an array of shape {shape} from byte {begin} to {end}")
            self.shapes[name], self._dtypes[name], at = shape, dtype, end
        if self._start + at != size:
            raise EOFError("the file ends elsewhere than its arrays")

    def read(self) -> dict[str, NDArray[np.generic]]:
        """Return the arrays by name, which is their order; Python's lock is free meanwhile.

        Raises:
            One of DECODER_ERRORS: the file was cut since it was opened, or cannot be read.
        """
        self._file.seek(self._start)
        arrays: dict[str, NDArray[np.generic]] = {}
        for name, shape in self.shapes.items():
            array: NDArray[np.generic] = np.empty(shape, self._dtypes[name])
            if self._file.readinto(array.data) < array.nbytes:
                raise EOFError("the file was cut")
            arrays[name] = array
        return dict(sorted(arrays.items()))


def tensor_content(
    arrays: Mapping[str, NDArray[np.generic]], metadata: Mapping[str, str]
) -> list[bytes | memoryview]:
    """Return what a file of ``arrays`` holds, piece by piece; they are not copied."""
    header: dict[str, object] = {_METADATA: dict(metadata)}
    content: list[bytes | memoryview] = []
    at = 0
    # The widest first, so that each begins at a multiple of its own width.
    for name, value in sorted(arrays.items(), key=lambda item: (-item[1].itemsize, item[0])):
        array = np.asarray(value, value.dtype.newbyteorder("<"), order="C")
        offsets = at, at + array.nbytes
        header[name] = {
            "dtype": _NAMES[array.dtype],
            "shape": array.shape,
            "data_offsets": offsets,
        }
        content.append(array.data)
        at += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return [len(text).to_bytes(LENGTH_BYTES, "little"), text, *content]


@contextmanager
def open_tensors(
    path: Path,
    budget: FileBudget,
    damaged: str,
    kind: type[HanddigitError] = DataFileError,
    *,
    header: FileBudget = TENSOR_HEADER,
    content: bytes | None = None,
) -> Iterator[TensorFile]:
    """Open a ``.safetensors`` file, or ``content``, which was read of it within the budget.

    Raises:
        HanddigitError: of ``kind``; the file cannot be opened or is over a budget, or, with the
            sentence ``damaged``, it or what is read of it is no such file.
    """
    opened: AbstractContextManager[io.BufferedReader | io.BytesIO] = (
        open_file(path, kind) if content is None else nullcontext(io.BytesIO(content))
    )
    with opened as file:
        with refusals(path, kind):
            size = (
                len(file.getbuffer())
                if isinstance(file, io.BytesIO)
                else required_size(file, path, budget, kind)
            )
            length = int.from_bytes(file.read(LENGTH_BYTES), "little")
        if header.size < length <= size:
            raise kind(
                sentence(
                    "{0} says {1:,} MB about itself; {2} up to {3} MB are read: {4}.",
                    path,
                    length // MB,
                    header.what,
                    header.size // MB,
                    header.advice,
                )
            )
        with decoding(damaged, kind):
            yield TensorFile(file, length, size)


def read_tensors(path: Path, key: str, what: str) -> tuple[str, dict[str, NDArray[np.generic]]]:
    """Return what a ``.safetensors`` file says about itself under ``key``, and its arrays.

    Raises:
        DataFileError: the file is missing, damaged or not ``what``, which a sentence names.
    """
    damaged = sentence("{0} is not {1}, or it is damaged.", path.name, what)
    with open_tensors(path, TENSOR_FILE, damaged) as file:
        text, arrays = file.metadata.get(key), file.read()
    if text is None:
        raise DataFileError(sentence("{0} is not {1}.", path.name, what))
    return text, arrays


def write_tensors(
    path: Path,
    arrays: Mapping[str, NDArray[np.generic]],
    metadata: Mapping[str, str],
    budget: FileBudget,
    *,
    header: FileBudget = TENSOR_HEADER,
    overwrite: bool = True,
) -> None:
    """Write a ``.safetensors`` file that :func:`open_tensors` reads, whole or not at all.

    Raises:
        HanddigitError: it would be over a budget, or as :func:`write_atomically`.
    """
    content = tensor_content(arrays, metadata)
    length = int.from_bytes(content[0], "little")
    if length > header.size:
        raise HanddigitError(
            sentence(
                "{0} would say {1:,} MB about itself; {2} up to {3} MB are read: it needs "
                "fewer layers, or fewer epochs.",
                path,
                -(-length // MB),
                header.what,
                header.size // MB,
            )
        )
    write_atomically(path, *content, overwrite=overwrite, budget=budget)

"""The arrays and structures in a MATLAB 5 file; of all else in it nothing is read.

The format is described in "MAT-File Format" (The MathWorks). A library for it would be as large as
all else that the program brings beside torch and Qt.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import MB, TABLE_FILE
from handdigit.errors import DataFileError
from handdigit.sentences import sentence

HEADER = 128
MATRIX, COMPRESSED = 14, 15
STRUCTURE = 2
"""The class of a matrix whose elements have names."""
NUMERIC = range(6, 16)
"""Classes of matrices of numbers."""
TYPES = {
    1: "i1", 2: "u1", 3: "i2", 4: "u2", 5: "i4", 6: "u4", 7: "f4", 9: "f8", 12: "i8", 13: "u8",
}  # fmt: skip
NESTING = 8
Value: TypeAlias = "NDArray[np.generic] | dict[str, Value]"


def read_matlab(content: bytes, path: Path) -> dict[str, Value]:
    """Return the variables of a file by name: arrays in their shape, structures as dictionaries.

    Args:
        content: of the file.
        path: for messages.

    Raises:
        DataFileError: there is more in it than the budget.
        ValueError: it is damaged or of another version.
        struct.error: the same.
    """
    budget = TABLE_FILE.size
    order = {b"IM": "<", b"MI": ">"}.get(content[126:128])
    if order is None or len(content) < HEADER:
        raise ValueError
    found: dict[str, Value] = {}
    for kind, part in _elements(memoryview(content)[HEADER:], order):
        if kind == COMPRESSED:
            unpacker = zlib.decompressobj()
            unpacked = unpacker.decompress(part, budget)
            if unpacker.unconsumed_tail:
                about = path, TABLE_FILE.size // MB, TABLE_FILE.advice
                raise DataFileError(sentence("{0} has more than {1:,} MB unpacked: {2}.", *about))
            budget -= len(unpacked)
            kind, part = _next(_elements(memoryview(unpacked), order))
        if kind == MATRIX:
            name, value = _matrix(part, order, NESTING)
            if value is not None:
                found[name] = value
    return found


def _elements(content: memoryview, order: str) -> Iterator[tuple[int, memoryview]]:
    """Yield type and content of the elements that stand one after the other."""
    place = 0
    while place + 8 <= len(content):
        kind, size = struct.unpack_from(f"{order}2I", content, place)
        if kind >> 16:  # a small one: its size shares the first word, its content the second
            kind, size, start = kind & 0xFFFF, kind >> 16, place + 4
            place += 8
        else:
            start = place + 8
            place = start + size + (-size % 8 if kind != COMPRESSED else 0)
        if start + size > len(content):
            raise ValueError
        yield kind, content[start : start + size]


def _next(elements: Iterator[tuple[int, memoryview]]) -> tuple[int, memoryview]:
    for element in elements:
        return element
    raise ValueError


def _matrix(content: memoryview, order: str, nesting: int) -> tuple[str, Value | None]:
    """Return name and value of a matrix; None for what is neither numbers nor one structure."""
    if not nesting:
        raise ValueError
    elements = _elements(content, order)
    flags, shape, name = (_next(elements)[1] for _ in range(3))
    matrix_class = struct.unpack_from(f"{order}I", flags)[0] & 0xFF
    dimensions = struct.unpack(f"{order}{len(shape) // 4}i", shape)
    if matrix_class == STRUCTURE and math.prod(dimensions) == 1:
        (length,) = struct.unpack_from(f"{order}i", _next(elements)[1])
        names = bytes(_next(elements)[1])
        fields: dict[str, Value] = {}
        for start in range(0, len(names), length):
            _, value = _matrix(_next(elements)[1], order, nesting - 1)
            if value is not None:
                fields[names[start : start + length].split(b"\0")[0].decode()] = value
        return bytes(name).decode(), fields
    if matrix_class in NUMERIC:
        kind, numbers = _next(elements)
        flat = np.frombuffer(numbers, np.dtype(TYPES[kind]).newbyteorder(order))  # type: ignore[arg-type]
        return bytes(name).decode(), flat.reshape(dimensions, order="F")
    return bytes(name).decode(), None

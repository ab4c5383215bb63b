"""Labelled pictures in files of numbers: CSV, NumPy's ``.npz``, EMNIST's ``.mat``."""

from __future__ import annotations

import io
import math
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import IDX_PIXELS, TABLE_FILE, TABLE_LINE
from handdigit.errors import DataFileError, decoding
from handdigit.sentences import sentence
from handdigit.storage.datasets.matlab import Value, read_matlab
from handdigit.storage.files import open_content, open_file, read_bytes, require_file

ROWS = 1000
"""Of a CSV file, parsed at once."""
SEPARATORS = (",", ";", "\t")
LABEL_COLUMNS = ("label", "class", "target", "y")
NAMES = (
    ("x_train", "y_train", False),
    ("x_test", "y_test", True),
    ("train_images", "train_labels", False),
    ("test_images", "test_labels", True),
    ("images", "labels", None),
    ("x", "y", None),
)
"""What arrays of pictures and labels are called in a ``.npz`` file: Keras' names, MedMNIST's."""


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """Pictures with their labels, as one file has them."""

    pictures: NDArray[np.uint8]
    """(N, H, W)"""
    labels: NDArray[np.int64]
    """(N,) numbers of the classes."""
    is_test: bool | None
    """Whether they are meant to measure by, or to learn from; None where nothing says so."""


def read_table(path: Path) -> Iterator[Labelled]:
    """Yield the pictures of a CSV file: a row each, a label and the pixels of a square.

    Pixels go from 0 to 255 or, if none in the first rows is larger, from 0 to 1.

    Raises:
        DataFileError: it cannot be read, or is another kind of table.
    """
    other = sentence(
        "{0} is no table of labelled pictures: each row is to have a label and then the pixels of "
        "a square, numbers from 0 to 255.",
        path,
    )
    pictures: list[NDArray[np.uint8]] = []
    labels: list[NDArray[np.int64]] = []
    with open_content(path, TABLE_FILE) as content, decoding(other, DataFileError):
        first = _line(content.readline(TABLE_LINE))
        separator = max(SEPARATORS, key=first.count)
        cells = [cell.strip().strip('"').lower() for cell in first.split(separator)]
        has_names = not any(map(_is_number, cells))
        column = next((cells.index(name) for name in LABEL_COLUMNS if name in cells), 0)
        side = math.isqrt(len(cells) - 1)
        if side < 2 or side**2 != len(cells) - 1:
            raise DataFileError(other)
        scale = 0.0
        lines = [] if has_names else [first]
        while lines or not labels:
            while len(lines) < ROWS and (line := content.readline(TABLE_LINE)):
                if not line.isspace():
                    lines.append(_line(line))
            if not lines:
                break
            rows = np.loadtxt(lines, np.float32, delimiter=separator, ndmin=2)
            lines = []
            values = np.delete(rows, column, axis=1)
            scale = scale or (255.0 if values.max() <= 1 else 1.0)
            pictures.append(_grey(values, scale).reshape(len(rows), side, side))
            labels.append(_whole(rows[:, column]))
    if not labels:
        raise DataFileError(sentence("{0} has no pictures in it.", path))
    yield Labelled(np.concatenate(pictures), np.concatenate(labels), None)


def read_npz(path: Path) -> Iterator[Labelled]:
    """Yield the pairs of arrays in a ``.npz`` file that have one of :data:`NAMES`.

    Raises:
        DataFileError: it cannot be read, or has no such pair.
    """
    damaged = sentence("{0} is damaged: its arrays cannot be read.", path)
    require_file(path, TABLE_FILE)
    found = False
    with (
        open_file(path) as file,
        decoding(damaged, DataFileError, zipfile.BadZipFile, RuntimeError),
        zipfile.ZipFile(file) as archive,
    ):
        members = {Path(name).stem.lower(): name for name in archive.namelist()}
        for pictures, labels, is_test in NAMES:
            if pictures in members and labels in members:
                found = True
                arrays = [_member(path, archive, members[name]) for name in (pictures, labels)]
                yield _pair(path, arrays[0], arrays[1], is_test)
    if not found:
        raise DataFileError(
            sentence(
                "{0} has no pictures named x_train or x_test with labels y_train, y_test.", path
            )
        )


def read_mat(path: Path) -> Iterator[Labelled]:
    """Yield the training and the test part of a ``.mat`` file as EMNIST's authors made it.

    Their pictures are written by columns, as everything of MATLAB's is.

    Raises:
        DataFileError: it cannot be read, or is another kind of file.
    """
    content = read_bytes(path, TABLE_FILE, unpack=False)
    with decoding(
        sentence("{0} is no MATLAB 5 file with EMNIST's data set in it, or it is damaged.", path),
        DataFileError,
    ):
        parts = _structure(read_matlab(content, path)["dataset"])
        pairs = [
            (_array(part["images"]), _array(part["labels"]), is_test)
            for name, is_test in (("train", False), ("test", True))
            if name in parts and (part := _structure(parts[name]))
        ]
        if not pairs:
            raise ValueError
    for pictures, labels, is_test in pairs:
        found = _pair(path, pictures, labels, is_test)
        yield replace(found, pictures=np.ascontiguousarray(found.pictures.transpose(0, 2, 1)))


def _structure(value: Value) -> Mapping[str, Value]:
    if isinstance(value, np.ndarray):
        raise TypeError
    return value


def _array(value: Value) -> NDArray[np.generic]:
    if not isinstance(value, np.ndarray):
        raise TypeError
    return value


def _line(line: bytes) -> str:
    if len(line) >= TABLE_LINE and not line.endswith(b"\n"):
        raise ValueError  # no row of a picture is so long
    return line.decode("utf-8-sig")


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _member(path: Path, archive: zipfile.ZipFile, name: str) -> NDArray[np.generic]:
    if archive.getinfo(name).file_size > TABLE_FILE.size:
        raise DataFileError(
            sentence("{0} has more than {1:,} MB unpacked.", path, TABLE_FILE.size // 10**6)
        )
    content = archive.read(name)
    stream = io.BytesIO(content)
    version = np.lib.format.read_magic(stream)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if version == (1, 0):
            shape, by_columns, dtype = np.lib.format.read_array_header_1_0(stream)
        else:
            shape, by_columns, dtype = np.lib.format.read_array_header_2_0(stream)
    if dtype.hasobject:
        raise DataFileError(
            sentence("{0} has Python objects in it, which are never read: save numbers.", path)
        )
    flat: NDArray[np.generic] = np.frombuffer(content, dtype, math.prod(shape), stream.tell())
    return flat.reshape(shape, order="F" if by_columns else "C")


def _pair(
    path: Path,
    pictures: NDArray[np.generic],
    labels: NDArray[np.generic],
    is_test: bool | None,
) -> Labelled:
    """Return arrays as pictures and labels, where they are such."""
    other = sentence("{0} has arrays, but not of square grey pictures and their labels.", path)
    with decoding(other, DataFileError):
        count, size = len(pictures), math.prod(pictures.shape[1:])
        side = math.isqrt(size)
        if side < 2 or side**2 != size or size > IDX_PIXELS or labels.size != count:
            raise DataFileError(other)
        if not count:
            raise DataFileError(sentence("{0} has no pictures in it.", path))
        if labels.dtype.kind not in "uif" or pictures.dtype.kind not in "uif":
            raise DataFileError(other)
        # In parts: what is made of a float on the way takes four bytes, too.
        scale = 255.0 if pictures.dtype.kind == "f" and pictures.max() <= 1 else 1.0
        grey = np.empty((count, size), np.uint8)
        for start in range(0, count, ROWS):
            part = pictures[start : start + ROWS]
            grey[start : start + ROWS] = _grey(part.reshape(len(part), size), scale)
        return Labelled(grey.reshape(count, side, side), _whole(labels.reshape(-1)), is_test)


def _grey(values: NDArray[np.generic], scale: float) -> NDArray[np.uint8]:
    if values.dtype == np.uint8:
        return values  # type: ignore[return-value]
    scaled = values.astype(np.float32) * np.float32(scale)
    if not (scaled.min() >= 0 and scaled.max() <= 255):  # or one is no number
        raise ValueError
    grey: NDArray[np.uint8] = np.rint(scaled).astype(np.uint8)
    return grey


def _whole(labels: NDArray[np.generic]) -> NDArray[np.int64]:
    with np.errstate(invalid="ignore"):  # what is no number is not the same afterwards
        whole = labels.astype(np.int64)
    if (whole != labels).any() or (whole < 0).any():
        raise ValueError
    return whole

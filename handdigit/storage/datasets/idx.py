"""The idx format of the MNIST files (LeCun, Cortes, Burges), plain or gzip-compressed."""

from __future__ import annotations

import math
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import IDX_FILE, IDX_PIXELS
from handdigit.errors import DataFileError
from handdigit.network.alphabet import DIGITS
from handdigit.sentences import sentence
from handdigit.storage.files import is_file, read_bytes

UINT8_CODE = 0x08
PICTURE_DIMENSIONS = 3
LABEL_DIMENSIONS = 1
PARTNERS = (
    ("images-idx3", "labels-idx1"),
    ("images.idx3", "labels.idx1"),
    ("images", "labels"),
)
"""How the names of a pair of files differ; the first two are names of no other files."""
LONGEST_HEADER = 4 + 4 * PICTURE_DIMENSIONS


def read_idx(path: Path, *, first: int | None = None) -> NDArray[np.uint8]:
    """Return the array in an idx file of unsigned bytes: (N, H, W) pictures or (N,) labels.

    With ``first`` only so many of them; the rest is neither read nor checked.

    Raises:
        DataFileError: the file is missing, truncated, or another kind of file.
    """
    content = read_bytes(path, IDX_FILE, limit=None if first is None else LONGEST_HEADER)
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] != UINT8_CODE:
        raise DataFileError(sentence("{0} is not an idx file of bytes, as MNIST's are.", path))
    dimensions = content[3]
    header = 4 + 4 * dimensions
    if dimensions not in (LABEL_DIMENSIONS, PICTURE_DIMENSIONS) or len(content) < header:
        raise DataFileError(
            sentence("{0} is an idx file, but of neither pictures nor labels.", path)
        )
    shape = struct.unpack(f">{dimensions}I", content[4:header])
    if math.prod(shape[1:]) > IDX_PIXELS:
        raise DataFileError(
            sentence(
                "{0} has pictures of {1:,} × {2:,} pixels; up to {3:,} pixels each are "
                "read: save them smaller.",
                path,
                shape[1],
                shape[2],
                IDX_PIXELS,
            )
        )
    if first is not None:
        shape = (min(first, shape[0]), *shape[1:])
        content = read_bytes(path, IDX_FILE, limit=header + math.prod(shape))
    if len(content) - header != math.prod(shape):
        raise DataFileError(
            sentence(
                "{0} is truncated or padded: {1:,} bytes of values expected, {2:,} found.",
                path,
                math.prod(shape),
                len(content) - header,
            )
        )
    return np.frombuffer(content, np.uint8, offset=header).reshape(shape)


def is_idx_name(path: Path) -> bool:
    """Return whether a file is named as the files of MNIST are, with a hyphen or a dot."""
    return any(part in path.name for pair in PARTNERS[:2] for part in pair)


def idx_partner(path: Path) -> Path | None:
    """Return the labels that lie beside pictures, or the pictures beside labels."""
    for pictures, labels in PARTNERS:
        for mine, other in ((pictures, labels), (labels, pictures)):
            if mine in path.name:
                partner = path.with_name(path.name.replace(mine, other))
                packed = partner.with_name(f"{partner.name}.gz")
                plain = partner.with_name(partner.name.removesuffix(".gz"))
                for candidate in (partner, packed, plain):
                    if is_file(candidate):
                        return candidate
    return None


def idx_header(array: NDArray[np.uint8]) -> bytes:
    """Return what an idx file of (N, H, W) pictures or (N,) labels has before its values."""
    return struct.pack(f">HBB{array.ndim}I", 0, UINT8_CODE, array.ndim, *array.shape)


def read_labelled_pictures(
    pictures_path: Path, labels_path: Path, *, first: int | None = None, classes: int = len(DIGITS)
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return (N, H, W) pictures and (N,) labels below ``classes`` from a pair of idx files.

    With ``first`` only so many of them; the rest is neither read nor checked.

    Raises:
        DataFileError: a file is wrong, or the two do not belong together.
    """
    pictures, labels = (read_idx(path, first=first) for path in (pictures_path, labels_path))
    if pictures.ndim != PICTURE_DIMENSIONS or labels.ndim != LABEL_DIMENSIONS:
        raise DataFileError(
            sentence("{0} and {1} are not pictures and labels.", pictures_path, labels_path)
        )
    if not pictures.size:
        raise DataFileError(sentence("{0} has no pictures in it.", pictures_path))
    if len(pictures) != len(labels):
        raise DataFileError(
            sentence(
                "{0} has {1:,} pictures, but {2} has {3:,} labels.",
                pictures_path,
                len(pictures),
                labels_path,
                len(labels),
            )
        )
    if labels.size and labels.max() >= classes:
        raise DataFileError(
            sentence("{0} has labels other than 0 to {1}.", labels_path, classes - 1)
        )
    return pictures, labels


def read_mnist(
    folder: Path, part: str, *, first: int | None = None
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return (N, H, W) pictures and (N,) labels of MNIST's ``train`` or ``t10k`` part in a folder.

    Pictures are ink, 0 to 255, in pixels; MNIST's own are 28×28. With ``first`` only so many of
    them; the rest is neither read nor checked.

    Raises:
        DataFileError: the folder does not hold the two files, plain or ``.gz``, one of them is
            wrong, or the two do not belong together.
    """
    pair = []
    for kind in ("images-idx3-ubyte", "labels-idx1-ubyte"):
        names = [f"{part}-{kind}", f"{part}-{kind}.gz", f"{part}-{kind.replace('-idx', '.idx')}"]
        found = [folder / name for name in names if is_file(folder / name)]
        if not found:
            raise DataFileError(
                sentence("{0} has no MNIST file {1} or {2}.", folder, names[0], names[1])
            )
        pair.append(found[0])
    return read_labelled_pictures(*pair, first=first)

"""Sets of labelled pictures in every form that they are handed round in.

A form with a file of its own is a line in :data:`TABLES`. Pairs of idx files, folders named as the
classes are, and folders that hold any of these are looked for in :func:`picture_parts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import IDX_FILE
from handdigit.errors import DataFileError
from handdigit.ink.normalise import Find, found_ink
from handdigit.network.alphabet import Alphabet
from handdigit.sentences import sentence
from handdigit.storage.datasets.array_files import Labelled, read_mat, read_npz, read_table
from handdigit.storage.datasets.idx import (
    PICTURE_DIMENSIONS,
    idx_partner,
    is_idx_name,
    read_idx,
    read_labelled_pictures,
)
from handdigit.storage.datasets.inks import is_ink_file, is_ink_lines
from handdigit.storage.datasets.picture_folders import (
    class_folders,
    listed,
)
from handdigit.storage.datasets.picture_parts import ArrayPart, FolderPart, PicturePart
from handdigit.storage.files import is_folder, require_file

TABLES: Mapping[str, Callable[[Path], Iterator[Labelled]]] = MappingProxyType(
    {
        ".csv": read_table,
        ".csv.gz": read_table,
        ".npz": read_npz,
        ".mat": read_mat,
    }
)
"""Files with pictures and labels in them, by the ends of their names."""
TEST_WORDS = frozenset(("test", "testing", "t10k", "val", "validation", "valid"))
TRAINING_WORDS = frozenset(("train", "training"))
"""Words in the names of files and folders of pictures to measure by, and to learn from."""
PATTERNS = " ".join((*(f"*{suffix}" for suffix in TABLES), "*idx*ubyte", "*idx*ubyte.gz"))
"""The files, for dialogs."""
KNOWN = sentence(
    "a .jsonl file of inks, a pair of idx files, a .csv, .npz or .mat file of pictures, or a "
    "folder with pictures in folders named as the classes are"
)
"""What can be named, as sentences say it."""
ANY = 256
"""Labels of idx files are bytes; whether they are classes is asked later."""
MNIST_NAMES = ("train-", "t10k-")
"""How names begin in a folder of MNIST's files, whose labels are digits whatever the classes."""
NAMED = 6
"""So many files of a folder are named as what to choose from."""


def can_be_learned(path: Path) -> bool:
    """Return whether it is a folder, or named as files of labelled drawings are."""
    named = is_ink_lines(path) or is_idx_name(path)
    return named or is_folder(path) or _reader(path) is not None


def is_alone(path: Path) -> bool:
    """Return whether all of a set is in it: it is no idx file, which is half of a pair."""
    return is_folder(path) or is_ink_file(path) or _reader(path) is not None


def picture_parts(
    files: Sequence[Path], alphabet: Alphabet, find: Find = found_ink
) -> tuple[PicturePart, ...]:
    """Return what is in a folder, a file, or a pair of idx files in either order.

    ``find`` finds the ink of those pictures that are not what a network gets.

    Raises:
        DataFileError: it is missing, or none of the forms that are known.
    """
    return tuple(replace(part, find=find) for part in _parts(files, alphabet))


def _parts(files: Sequence[Path], alphabet: Alphabet) -> tuple[PicturePart, ...]:
    first = files[0]
    if is_folder(first):
        return _parts_of_folder(first, alphabet, may_be_split=True)
    if (read := _reader(first)) is not None:
        return _parts_of_table(first, read)
    return (_idx_part(*files[:2]),)


def _reader(path: Path) -> Callable[[Path], Iterator[Labelled]] | None:
    name = path.name.lower()
    return next((read for suffix, read in TABLES.items() if name.endswith(suffix)), None)


def _parts_of_table(
    path: Path, read: Callable[[Path], Iterator[Labelled]]
) -> tuple[PicturePart, ...]:
    by_name = _is_test(path.name)
    return tuple(
        ArrayPart(
            path,
            by_name if found.is_test is None else found.is_test,
            partial(lambda found: (found.pictures, found.labels), found),
        )
        for found in read(path)
    )


def _idx_part(first: Path, second: Path | None = None, *, has_digits: bool = False) -> ArrayPart:
    """Return a pair of idx files, of which one may be found beside the other."""
    require_file(first, IDX_FILE)
    second = second or idx_partner(first)
    if second is None:
        raise DataFileError(
            sentence("{0}: its labels, or the pictures that it labels, are not beside it.", first)
            if is_idx_name(first)
            else sentence("{0} cannot be read as labelled drawings: name {1}.", first, KNOWN)
        )
    # The pictures are the file with three dimensions.
    if read_idx(first, first=0).ndim != PICTURE_DIMENSIONS:
        first, second = second, first

    def read() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        return read_labelled_pictures(first, second, classes=ANY)

    return ArrayPart(first, _is_test(first.name), read, has_digits)


def _parts_of_folder(
    folder: Path, alphabet: Alphabet, *, may_be_split: bool
) -> tuple[PicturePart, ...]:
    if class_folders(folder, alphabet):
        return (FolderPart(folder),)
    inside = listed(folder)
    if may_be_split:
        halves = [(path, _is_test(path.name)) for path in inside if is_folder(path)]
        parts = [
            replace(part, is_test=is_test)
            for path, is_test in halves
            if is_test is not None
            for part in _parts_of_folder(path, alphabet, may_be_split=False)
        ]
        if parts:
            return tuple(parts)
    files = {
        path.name.removesuffix(".gz"): path
        for path in inside
        if _reader(path) or (is_idx_name(path) and "images" in path.name and idx_partner(path))
    }
    halves = [(path, _is_test(path.name)) for path in files.values()]
    kinds = [is_test for _, is_test in halves]
    if len(set(kinds)) < len(kinds):
        names = ", ".join(path.name for path, _ in halves[:NAMED])
        raise DataFileError(
            sentence("{0} has several sets in it: name one of the files, as {1}.", folder, names)
        )
    if not halves:
        raise DataFileError(
            sentence(
                "{0} has no pictures in folders named {1}, and no file of a set: name {2}.",
                folder,
                alphabet.listed(),
                KNOWN,
            )
        )
    found: list[PicturePart] = []
    for path, _ in halves:
        read = _reader(path)
        has_digits = path.name.startswith(MNIST_NAMES)
        found += (
            [_idx_part(path, has_digits=has_digits)]
            if read is None
            else _parts_of_table(path, read)
        )
    return tuple(found)


def _is_test(name: str) -> bool | None:
    """Return whether a name says that these are to measure by, or to learn from."""
    words = set(re.split("[^a-z0-9]+", name.lower()))
    if words & TEST_WORDS:
        return True
    return False if words & TRAINING_WORDS else None

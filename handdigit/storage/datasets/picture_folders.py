"""Pictures in folders named as their classes are, each as a network gets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import PICTURE_FILE
from handdigit.errors import DataFileError, EmptyDrawingError, PictureError, os_errors_as
from handdigit.ink.normalise import BOX, CENTRE, SIDE, Find, centre_of_mass, found_ink, normalise
from handdigit.network.alphabet import Alphabet
from handdigit.sentences import sentence
from handdigit.storage.datasets.pictures import SUFFIXES, decode_picture
from handdigit.storage.files import is_folder, read_bytes
from handdigit.storage.named_files import FORBIDDEN

EXPORTED = "Software", "handdigit samples"
"""Text in an exported picture: it is what a network gets, and is taken as it is."""
_EXPORTED_CHUNK = b"tEXt" + b"\0".join(text.encode() for text in EXPORTED)
_CHUNKS_BYTES = 200
"""It stands within so many bytes from the beginning."""
_NOT_IN_NAMES = f"{FORBIDDEN}%"
"""Characters that no file system, or not every one, takes in a name."""
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""What folders of digits are called, too."""
SYSTEM_FILES = ("thumbs.db", "desktop.ini")
"""What Windows puts into a folder of pictures; nobody misses it, nor what begins with a dot."""
LeaveOut = Callable[[str], object]
"""Takes a sentence for each file that is left out: which one, and why."""


def folder_name(label: str) -> str:
    """Return what the folder of a class's pictures is called, on every system."""
    name = "".join(f"%{ord(c):02X}" if c in _NOT_IN_NAMES else c for c in label)
    return f"{name[:-1]}%2E" if name.endswith(".") else name


def class_folders(folder: Path, alphabet: Alphabet) -> dict[Path, int]:
    """Return the folders in a folder that are named as classes are, with the classes' numbers.

    Raises:
        DataFileError: the folder cannot be read.
    """
    numbers = {folder_name(name): number for number, name in enumerate(alphabet.names)}
    for digit, word in enumerate(WORDS):
        if str(digit) in alphabet.names:
            numbers.setdefault(word, alphabet.index(str(digit)))
    found = {
        path: numbers.get(path.name, numbers.get(path.name.lower()))
        for path in listed(folder)
        if is_folder(path)
    }
    inside = [(path, number) for path, number in found.items() if number is not None]
    return dict(sorted(inside, key=lambda entry: (entry[1], entry[0].name)))


def folder_pictures(
    folder: Path, alphabet: Alphabet, leave_out: LeaveOut, find: Find = found_ink
) -> Iterator[tuple[NDArray[np.uint8], int]]:
    """Yield (28, 28) pictures and the numbers of their classes, the classes in their order.

    What cannot be used is told to ``leave_out``; only what systems put there is not. ``find`` finds
    the ink of those that are to be normalised.

    Raises:
        DataFileError: a folder cannot be read.
    """
    classes = class_folders(folder, alphabet)
    for path in listed(folder):
        if path not in classes:
            leave_out(
                sentence("{0}: no class is called so.", path)
                if is_folder(path)
                else sentence("{0}: it lies in no folder of a class.", path)
            )
    for part, number in classes.items():
        for path in listed(part):
            if is_folder(path):
                leave_out(sentence("{0}: a folder in the folder of a class is not read.", path))
            elif path.suffix.lower() not in SUFFIXES:
                leave_out(sentence("{0}: its name is not that of a picture.", path))
            else:
                try:
                    picture = _fed_from_file(path, find)
                except (PictureError, DataFileError) as error:
                    leave_out(error.sentence)
                else:
                    yield picture, number


def listed(folder: Path) -> list[Path]:
    """Return what lies in a folder, but for what systems put there.

    Raises:
        DataFileError: it cannot be read.
    """
    with os_errors_as(sentence("{0} cannot be read", folder), DataFileError):
        return sorted(
            path
            for path in folder.iterdir()
            if not path.name.startswith(".") and path.name.lower() not in SYSTEM_FILES
        )


def _fed_from_file(file: Path, find: Find) -> NDArray[np.uint8]:
    """Return what a network gets of a picture; one that was exported here is that already."""
    content = read_bytes(file, PICTURE_FILE, PictureError)
    picture = decode_picture(content, str(file))
    if picture.shape[:2] == (SIDE, SIDE):
        grey = picture[:, :, 0]
        if _EXPORTED_CHUNK in content[:_CHUNKS_BYTES] and grey.any():
            return np.ascontiguousarray(grey)
    return as_fed_picture(picture, str(file), find)


def as_fed_picture(
    picture: NDArray[np.uint8], where: str, find: Find = found_ink
) -> NDArray[np.uint8]:
    """Normalise a picture, unless that was done before it was saved.

    Raises:
        DataFileError: there is no ink in it; ``where`` begins what is said.
    """
    if picture.shape[:2] == (SIDE, SIDE):
        grey = picture if picture.ndim == 2 else picture[:, :, 0]
        same = picture.ndim == 2 or bool((picture[:, :, :3] == grey[:, :, None]).all())
        opaque = picture.ndim == 2 or picture.shape[2] == 3 or picture[:, :, 3].min() == 255
        if same and opaque and _is_normalised(grey):
            return np.ascontiguousarray(grey)
    try:
        return normalise(find(picture)).picture
    except EmptyDrawingError as error:
        raise DataFileError(sentence("{0}: {1}", where, error.sentence)) from None


def _is_normalised(picture: NDArray[np.uint8]) -> bool:
    """Return whether a (28, 28) picture is white on black, boxed and centred as MNIST's are."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    if not rows.size or max(np.ptp(rows), np.ptp(columns)) >= BOX:
        return False
    return all(abs(centre - CENTRE) <= 0.5 + 1e-6 for centre in centre_of_mass(picture))

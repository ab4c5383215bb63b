"""The parts of a set of labelled pictures: those to learn from, those to measure by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import DataFileError
from handdigit.ink.normalise import SIDE, Find, found_ink
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import sentence
from handdigit.storage.datasets.inks import class_of
from handdigit.storage.datasets.picture_folders import LeaveOut, as_fed_picture, folder_pictures
from handdigit.storage.datasets.pictures import Tell
from handdigit.storage.datasets.turned import are_turned


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Pictures and labels in memory."""

    pictures: NDArray[np.uint8]
    """(N, H, W)"""
    labels: NDArray[np.int64]
    """(N,) numbers of the classes."""
    is_fed: bool
    """Whether they are just what a network gets."""


@dataclass(frozen=True, slots=True)
class ArrayPart:
    """Pictures in an array."""

    path: Path
    is_test: bool | None
    read: Callable[[], tuple[NDArray[np.uint8], NDArray[np.integer]]]
    """Returns (N, H, W) pictures and (N,) labels."""
    has_digits: bool = False
    """Whether its labels are digits, and not the numbers of the classes."""
    find: Find = found_ink
    """Finds the ink of pictures larger than a network's."""

    def stacked(self, alphabet: Alphabet, tell: Tell, _leave_out: LeaveOut) -> Stack:
        """Return all pictures, turned upright if they lie on their side."""
        pictures, labels = self.read()
        classes = DIGITS if self.has_digits else alphabet
        if labels.max() >= len(classes):
            raise DataFileError(
                sentence("{0} has labels other than 0 to {1}.", self.path, len(classes) - 1)
            )
        if are_turned(pictures, labels, self.path.name, classes):
            tell(
                sentence(
                    "The pictures in {0} lie on their side, as EMNIST's do: they are read turned "
                    "upright.",
                    self.path.name,
                )
            )
            pictures = np.ascontiguousarray(pictures.transpose(0, 2, 1))
        numbers = digits_in(alphabet, self.path)[labels] if self.has_digits else labels
        return Stack(pictures, numbers.astype(np.int64), is_fed=False)

    def each(
        self, alphabet: Alphabet, tell: Tell, leave_out: LeaveOut
    ) -> Iterator[tuple[NDArray[np.uint8], int]]:
        """Yield each picture; one that is as large as a network's is taken as it is."""
        stack = self.stacked(alphabet, tell, leave_out)
        pairs = zip(stack.pictures, stack.labels, strict=True)
        for number, (picture, label) in enumerate(pairs, start=1):
            where = sentence("{0}, picture {1}", self.path, number)
            try:
                # Of this size they are what a network gets: that is what the files are made for.
                fed = (
                    picture
                    if picture.shape == (SIDE, SIDE)
                    else as_fed_picture(picture, where, self.find)
                )
                if not fed.any():
                    raise DataFileError(sentence("{0}: there is no ink in it.", where))
            except DataFileError as error:
                leave_out(error.sentence)
            else:
                yield fed, int(label)


@dataclass(frozen=True, slots=True)
class FolderPart:
    """Pictures in folders named as the classes are."""

    path: Path
    is_test: bool | None = None
    find: Find = found_ink
    """Finds the ink of pictures."""

    def each(
        self, alphabet: Alphabet, _tell: Tell, leave_out: LeaveOut
    ) -> Iterator[tuple[NDArray[np.uint8], int]]:
        """Yield each picture as a network gets it."""
        return folder_pictures(self.path, alphabet, leave_out, self.find)

    def stacked(self, alphabet: Alphabet, tell: Tell, leave_out: LeaveOut) -> Stack:
        """Return all pictures as a network gets them."""
        return fed(self, alphabet, tell, leave_out)


PicturePart: TypeAlias = ArrayPart | FolderPart
"""Labelled pictures to learn from, or to measure by; read when they are asked for."""


def fed(part: PicturePart, alphabet: Alphabet, tell: Tell, leave_out: LeaveOut) -> Stack:
    """Return all pictures of a part as a network gets them.

    Raises:
        HanddigitError: none can be read.
    """
    found = tuple(part.each(alphabet, tell, leave_out))
    if not found:
        raise DataFileError(sentence("Nothing in {0} is a picture that can be read.", part.path))
    pictures, labels = zip(*found, strict=True)
    return Stack(np.stack(pictures), np.array(labels, np.int64), is_fed=True)


def parts_to_learn_from(parts: Sequence[PicturePart]) -> Sequence[PicturePart]:
    """Return the parts that are not to measure by, or all if there are no others."""
    return [part for part in parts if not part.is_test] or parts


def parts_to_measure(parts: Sequence[PicturePart]) -> Sequence[PicturePart]:
    """Return the parts to measure by, or all if there are none."""
    return [part for part in parts if part.is_test] or parts


def joined(stacks: Sequence[Stack]) -> Stack:
    """Return pictures of several parts as one stack.

    Raises:
        DataFileError: their pictures differ in size.
    """
    first, *others = stacks
    if not others:
        return first
    if any(stack.pictures.shape[1:] != first.pictures.shape[1:] for stack in others):
        raise DataFileError(sentence("The pictures to measure by differ in size: name one set."))
    return Stack(
        np.concatenate([stack.pictures for stack in stacks]),
        np.concatenate([stack.labels for stack in stacks]),
        is_fed=first.is_fed,
    )


def digits_in(alphabet: Alphabet, where: Path) -> NDArray[np.int64]:
    """Return (10,) which classes of an alphabet the digits are; ``where`` begins what errors say.

    Raises:
        DataFileError: not all digits are among the classes.
    """
    return np.array([class_of(name, alphabet, str(where)) for name in DIGITS.names], np.int64)

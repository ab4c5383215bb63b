"""Labelled drawings of any origin, one at a time: nobody waits until all are parsed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import INK_STREAM
from handdigit.errors import DataFileError, EmptyDrawingError
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE, Find, found_ink, normalise, normalise_inks
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import sentence
from handdigit.storage.datasets.inks import (
    class_of,
    ink_errors_at,
    ink_texts,
    is_ink_file,
    parse_sample,
)
from handdigit.storage.datasets.mnist import is_mnist_test
from handdigit.storage.datasets.picture_parts import joined, parts_to_measure
from handdigit.storage.datasets.picture_sets import picture_parts
from handdigit.storage.files import is_folder
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.storage.samples.sample_store import SampleStore

GENERATED_SEED = 20


@dataclass(frozen=True, slots=True, eq=False)
class LabelledDrawing:
    """A drawing with the class that it is of."""

    source: Ink | NDArray[np.uint8]
    """Strokes, or a picture as ``normalise`` takes it."""
    label: int
    """Number of the class in the alphabet that was asked for."""
    key: int
    """What its origin calls it: the number of a sample, else the place in the set."""
    is_fed: bool = False
    """Whether the picture is just what a network got."""


def as_fed(drawings: Sequence[LabelledDrawing], find: Find = found_ink) -> NDArray[np.uint8]:
    """Return the (N, 28, 28) pictures that a network gets; an empty drawing is blank.

    ``find`` finds the ink of pictures that are to be normalised.
    """
    pictures = np.zeros((len(drawings), SIDE, SIDE), np.uint8)
    inks = {}
    for place, drawing in enumerate(drawings):
        if isinstance(drawing.source, Ink):
            if not drawing.source.is_empty:
                inks[place] = drawing.source
        elif drawing.is_fed:
            pictures[place] = drawing.source
        else:
            with contextlib.suppress(EmptyDrawingError):
                pictures[place] = normalise(find(drawing.source)).picture
    if inks:
        pictures[list(inks)] = normalise_inks(InkBatch.from_inks(tuple(inks.values())))
    return pictures


class LabelledSet(Protocol):
    """Drawings in an order that does not change."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def drawings(self, start: int, stop: int) -> Sequence[LabelledDrawing]:
        """Return some of them.

        Raises:
            HanddigitError: one cannot be read; the text says which.
        """
        ...


class PictureSet:
    """Pictures and labels in memory."""

    def __init__(
        self,
        pictures: NDArray[np.uint8],
        labels: NDArray[np.integer],
        *,
        is_fed: bool = False,
        notes: Sequence[str] = (),
    ) -> None:
        """Take (N, H, W) pictures and (N,) labels.

        Args:
            pictures: of any size.
            labels: the numbers of their classes.
            is_fed: whether the pictures are just what a network gets.
            notes: what the user should know of how they were read, and what was left out.
        """
        self._pictures, self._labels, self._is_fed = pictures, labels, is_fed
        self.notes = tuple(notes)

    @property
    def is_mnist_test(self) -> bool:
        """Whether they are MNIST's test digits, unchanged."""
        return is_mnist_test(self._pictures, self._labels.astype(np.uint8))

    def __len__(self) -> int:
        return len(self._labels)

    def drawings(self, start: int, stop: int) -> Sequence[LabelledDrawing]:
        """Return some of the pictures."""
        pairs = zip(self._pictures[start:stop], self._labels[start:stop], strict=True)
        return [
            LabelledDrawing(picture, int(label), start + place, self._is_fed)
            for place, (picture, label) in enumerate(pairs)
        ]


class InkSet:
    """The inks of a ``.json`` or ``.jsonl`` file, each parsed when it is asked for."""

    def __init__(self, path: Path, alphabet: Alphabet = DIGITS) -> None:
        """Look into the file.

        Raises:
            DataFileError: it cannot be read, or nothing is in it.
        """
        self._path, self._alphabet = path, alphabet
        next(ink_texts(path, INK_STREAM))

    @cached_property
    def _texts(self) -> tuple[tuple[str, str], ...]:
        return tuple(ink_texts(self._path))

    def __bool__(self) -> bool:
        """There is one: to find out, nothing has to be counted."""
        return True

    def __len__(self) -> int:
        """Return how many there are; from now on the text of the file is kept.

        Raises:
            DataFileError: it cannot be read, or has more in it than is kept.
        """
        return len(self._texts)

    def drawings(self, start: int, stop: int) -> Sequence[LabelledDrawing]:
        """Return some of the inks.

        Raises:
            InkError: an ink is malformed.
            DataFileError: an ink has no label of the alphabet.
        """
        places = range(start, min(stop, len(self)))
        return [self._drawing(place, *self._texts[place]) for place in places]

    def in_order(self) -> Iterator[LabelledDrawing]:
        """Yield one after another; nothing is kept.

        Raises:
            InkError, DataFileError: as :meth:`drawings`, when the fault is met.
        """
        for place, (where, text) in enumerate(ink_texts(self._path, INK_STREAM)):
            yield self._drawing(place, where, text)

    def _drawing(self, place: int, where: str, text: str) -> LabelledDrawing:
        with ink_errors_at(where):
            sample = parse_sample(text)
        label = class_of(sample.label, self._alphabet, f"{self._path}: ink {place + 1}")
        return LabelledDrawing(sample.ink, label, place)


def in_pieces(found: LabelledSet, size: int) -> Iterator[Sequence[LabelledDrawing]]:
    """Yield all drawings of a set in their order, up to ``size`` of them at once.

    Raises:
        HanddigitError: one cannot be read; the text says which.
    """
    if isinstance(found, InkSet):
        waiting = found.in_order()
        while piece := list(islice(waiting, size)):
            yield piece
    else:
        for start in range(0, len(found), size):
            yield found.drawings(start, start + size)


class SampleSet:
    """The user's samples of an alphabet as they are now."""

    def __init__(
        self, path: Path, alphabet: Alphabet = DIGITS, *, held_out: bool | None = None
    ) -> None:
        """Look into a database for all samples, or for those held out or not.

        Raises:
            SamplesError: the database cannot be read.
            DataFileError: there are none.
        """
        self._path, self._alphabet = path, alphabet
        with SampleStore(path) as store:
            entries = store.entries(held_out=held_out)
        self._ids = entries.labelled(alphabet.names).ids
        if not len(self._ids):
            raise DataFileError(
                sentence("There are no samples yet: draw a digit and tell which one it is.")
                if held_out is None
                else sentence(
                    "No sample is held out yet: the third one of a digit will be the first."
                )
            )

    def __len__(self) -> int:
        return len(self._ids)

    def drawings(self, start: int, stop: int) -> Sequence[LabelledDrawing]:
        """Return some of the samples.

        Raises:
            SamplesError: the database cannot be read, or a sample was deleted since.
        """
        wanted = self._ids[start:stop].tolist()
        with SampleStore(self._path) as store:
            found = store.samples(ids=wanted)
        if len(found) != len(wanted):
            raise DataFileError(sentence("Samples were deleted meanwhile: measure again."))
        index = self._alphabet.index
        return [LabelledDrawing(s.drawing, index(s.label), s.id, is_fed=True) for s in found]


class GeneratedSet:
    """Digits that the pen model writes, 0 to 9 in turn, the same ones every time."""

    def __init__(self, count: int) -> None:
        """Write ``count`` of them, each when it is asked for."""
        self._count = count

    def __len__(self) -> int:
        return self._count

    def drawings(self, start: int, stop: int) -> Sequence[LabelledDrawing]:
        """Write some of them."""
        stop = min(stop, self._count)
        tens = range(start // len(DIGITS), -(-stop // len(DIGITS)))
        written = [drawing for ten in tens for drawing in self._ten(ten)]
        first = tens.start * len(DIGITS)
        return written[start - first : stop - first]

    @staticmethod
    def _ten(ten: int) -> list[LabelledDrawing]:
        # Each has a generator of its own, so that any can be written again.
        rng = np.random.default_rng((GENERATED_SEED, ten))
        inks = shipped_handwriting().draw_many(range(len(DIGITS)), rng).inks()
        return [
            LabelledDrawing(ink, digit, ten * len(DIGITS) + digit) for digit, ink in enumerate(inks)
        ]


def open_files(
    files: Sequence[Path], alphabet: Alphabet = DIGITS, find: Find = found_ink
) -> LabelledSet:
    """Return the labelled drawings in files or in a folder; of a set its part to measure by.

    Args:
        files: a file of labelled inks, or whatever :func:`picture_parts` takes.
        alphabet: what the labels are of; arrays have the numbers of the classes.
        find: finds the ink of pictures in folders.

    Raises:
        DataFileError: the files are none of these, or cannot be read.
    """
    if is_ink_file(files[0]) and not is_folder(files[0]):
        return InkSet(files[0], alphabet)
    notes: list[str] = []
    parts = parts_to_measure(picture_parts(files, alphabet, find))
    if is_folder(files[0]) and all(part.is_test is False for part in parts):
        notes.append(
            sentence("{0} has no part to measure by: what is to learn from is measured.", files[0])
        )
    stack = joined([part.stacked(alphabet, notes.append, notes.append) for part in parts])
    return PictureSet(stack.pictures, stack.labels, is_fed=stack.is_fed, notes=notes)

"""The analysis behind the Errors panel: a labelled set read a slice at a time.

A slice takes a few hundredths of a second, so that the pen's answers come in between.
Opening the files is a slice of its own.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from handdigit.core.alphabet import DIGITS, AlphabetError
from handdigit.core.errors import DataFileError
from handdigit.core.handwriting import Handwriting
from handdigit.core.normalise import SIDE
from handdigit.data.handwriting import shipped_handwriting
from handdigit.data.labelled_sets import (
    LabelledDrawing,
    LabelledSet,
    SampleSet,
    as_fed,
    open_files,
)
from handdigit.engine.readers import reader
from handdigit.engine.requests_evaluate import (
    DataKind,
    DataSet,
    Evaluate,
    Evaluated,
    FetchDrawing,
    FetchedDrawing,
)
from handdigit.models.recogniser import Recogniser

BUDGET_S = 0.015
"""How long one request may begin another batch; with that batch it is about 20 ms."""
BATCH = 10
"""So many looks at drawings are taken at once; the clock is looked at in between."""
OPEN_LIMIT = 3
"""So many data sets stay open."""
SEED = 20


def evaluate_slice(recogniser: Recogniser, request: Evaluate) -> Evaluated:
    """Return what a model makes of the next drawings.

    Raises:
        HanddigitError: the set or the model cannot be read, or they are of different alphabets.
    """
    until = time.perf_counter() + BUDGET_S
    if request.model is not None:
        recogniser = reader(request.model, recogniser.device.device)
    alphabet = recogniser.info.alphabet
    if alphabet != request.data_set.alphabet:
        raise AlphabetError(
            f"{recogniser.info.name} reads {alphabet.listed()}, and these are "
            f"{request.data_set.alphabet.listed()}: choose another model or other data."
        )
    found = _opened(request.data_set)
    first = stop = min(request.first, len(found))
    read = [np.zeros((0, len(alphabet)))]
    batch = BATCH // recogniser.info.looks
    while stop < len(found) and (stop == first or time.perf_counter() < until):
        start, stop = stop, min(stop + batch, len(found))
        found.draw(start // BATCH * BATCH, -(-stop // BATCH) * BATCH)
        read.append(recogniser.probabilities(found.pictures[start:stop]))
    return Evaluated(
        len(found),
        first,
        found.keys[first:stop],
        found.labels[first:stop],
        found.pictures[first:stop],
        np.concatenate(read),
    )


def fetch_drawing(_recogniser: Recogniser, request: FetchDrawing) -> FetchedDrawing:
    """Return one drawing of a set.

    Raises:
        HanddigitError: the set cannot be read, or has no such drawing.
    """
    drawings = _opened(request.data_set).labelled.drawings(request.place, request.place + 1)
    if not drawings:
        raise DataFileError("This drawing is no longer there: measure again.")
    return FetchedDrawing(drawings[0].source, drawings[0].label)


class _OpenSet:
    """A data set with the pictures of it that were drawn already."""

    def __init__(self, labelled: LabelledSet) -> None:
        self.labelled = labelled
        count = len(labelled)
        self.pictures = np.zeros((count, SIDE, SIDE), np.uint8)
        self.labels = np.zeros(count, np.int64)
        self.keys = np.full(count, -1, np.int64)

    def __len__(self) -> int:
        return len(self.labels)

    def draw(self, start: int, stop: int) -> None:
        """Draw the pictures of some drawings, unless that was done."""
        if (self.keys[start:stop] >= 0).all():
            return
        drawings = self.labelled.drawings(start, stop)
        self.pictures[start:stop] = as_fed(drawings)
        self.labels[start:stop] = [drawing.label for drawing in drawings]
        self.keys[start:stop] = [drawing.key for drawing in drawings]


class GeneratedSet:
    """Digits that the pen model writes, 0 to 9 in turn, the same ones every time."""

    def __init__(self, count: int) -> None:
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
        rng = np.random.default_rng((SEED, ten))
        inks = shipped_handwriting().draw_many(range(len(DIGITS)), rng).inks()
        return [
            LabelledDrawing(ink, digit, ten * len(DIGITS) + digit) for digit, ink in enumerate(inks)
        ]


@lru_cache(maxsize=OPEN_LIMIT)
def _opened(data_set: DataSet) -> _OpenSet:
    match data_set.kind:
        case DataKind.GENERATED:
            if data_set.alphabet != Handwriting.alphabet:
                raise DataFileError("The pen model writes digits: choose other data.")
            return _OpenSet(GeneratedSet(data_set.count))
        case DataKind.SAMPLES:
            return _OpenSet(SampleSet(data_set.files[0], data_set.alphabet))
        case DataKind.HELD_OUT:
            return _OpenSet(SampleSet(data_set.files[0], data_set.alphabet, held_out=True))
        case DataKind.MNIST | DataKind.FILES:
            return _OpenSet(open_files(data_set.files, data_set.alphabet))

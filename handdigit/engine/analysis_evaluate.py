"""The analysis behind the Errors panel: a labelled set read a slice at a time.

A slice takes a few hundredths of a second, so that the pen's answers come in between.
Opening the files is a slice of its own.
"""

from __future__ import annotations

import time
from functools import lru_cache

import numpy as np

from handdigit.core.architecture import CLASS_COUNT
from handdigit.core.errors import DataFileError
from handdigit.core.normalise import SIDE
from handdigit.data.labelled_sets import LabelledSet, as_fed
from handdigit.data.sources import DataSource
from handdigit.engine.readers import reader
from handdigit.engine.requests_evaluate import (
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


def evaluate_slice(recogniser: Recogniser, request: Evaluate) -> Evaluated:
    """Return what a model makes of the next drawings.

    Raises:
        HanddigitError: the set or the model cannot be read.
    """
    until = time.perf_counter() + BUDGET_S
    if request.model is not None:
        recogniser = reader(request.model, recogniser.device.device)
    found = _opened(request.data_set)
    first = stop = min(request.first, len(found))
    read = [np.zeros((0, CLASS_COUNT))]
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


@lru_cache(maxsize=OPEN_LIMIT)
def _opened(data_set: DataSource) -> _OpenSet:
    return _OpenSet(data_set.open())

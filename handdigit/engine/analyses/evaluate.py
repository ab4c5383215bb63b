"""The analysis behind the Errors panel: a labelled set is read, and the results told in slices."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from handdigit.engine.analyses.other_models import cached_recogniser
from handdigit.engine.protocol.evaluate import (
    Evaluate,
    Evaluated,
    FetchDrawing,
    FetchedDrawing,
)
from handdigit.errors import DataFileError
from handdigit.ink.normalise import SIDE
from handdigit.network.alphabet import AlphabetError
from handdigit.recognition.photo_reader import finder_of
from handdigit.recognition.recogniser import Recogniser
from handdigit.sentences import sentence
from handdigit.storage.datasets.labelled_sets import PictureSet, as_fed
from handdigit.storage.datasets.sources import DataSource

TELL_EVERY_S = 0.1
"""More often would keep the window busy instead of the pen's answers."""
BATCH = 10
"""So many looks at drawings are taken before the pen's answers come in between."""
OPEN_LIMIT = 3
"""So many data sets stay open."""


def evaluate(
    recogniser: Recogniser, request: Evaluate
) -> Generator[Evaluated | None, None, Evaluated]:
    """Read a set; yield the results since the last slice now and then, and return the last ones.

    Raises:
        HanddigitError: the set or the model cannot be read, or they are of different alphabets.
    """
    if request.model is not None:
        recogniser = cached_recogniser(request.model, recogniser.device.device)
        yield None
    alphabet = recogniser.info.alphabet
    if alphabet != request.data_set.alphabet:
        raise AlphabetError(
            sentence(
                "{0} reads {1}, and these are {2}: choose another model or other data.",
                recogniser.info.name,
                alphabet.listed(),
                request.data_set.alphabet.listed(),
            )
        )
    found = _opened(request.data_set)
    told = min(request.first, len(found))
    read: list[NDArray[np.float64]] = []
    told_at = time.perf_counter()
    batch = BATCH // recogniser.info.views
    for start in range(told, len(found), batch):
        if time.perf_counter() - told_at < TELL_EVERY_S:
            yield None
        else:
            yield found.results(told, start, read)
            told, read, told_at = start, [], time.perf_counter()
        stop = min(start + batch, len(found))
        found.draw(start // BATCH * BATCH, -(-stop // BATCH) * BATCH)
        read.append(recogniser.probabilities(found.pictures[start:stop]))
    return found.results(told, len(found), read)


def fetch_drawing(_recogniser: Recogniser, request: FetchDrawing) -> FetchedDrawing:
    """Return one drawing of a set.

    Raises:
        HanddigitError: the set cannot be read, or has no such drawing.
    """
    drawings = _opened(request.data_set).labelled.drawings(request.place, request.place + 1)
    if not drawings:
        raise DataFileError(sentence("This drawing is no longer there: measure again."))
    return FetchedDrawing(drawings[0].source, drawings[0].label)


NOTES = 3
"""Of what is to be said of a set; there may be a line for each of thousands of pictures."""


class _OpenSet:
    """A data set with the pictures of it that were drawn already."""

    def __init__(self, source: DataSource) -> None:
        self.source, self._find = source, finder_of(source.alphabet)
        self.labelled = source.open(self._find)
        count = len(self.labelled)
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
        self.pictures[start:stop] = as_fed(drawings, self._find)
        self.labels[start:stop] = [drawing.label for drawing in drawings]
        self.keys[start:stop] = [drawing.key for drawing in drawings]

    def results(self, first: int, stop: int, read: Sequence[NDArray[np.float64]]) -> Evaluated:
        """Return what was read in some drawings."""
        here, classes = slice(first, stop), len(self.source.alphabet)
        return Evaluated(
            len(self),
            first,
            self.keys[here],
            self.labels[here],
            self.pictures[here],
            np.concatenate([np.zeros((0, classes)), *read]),
            self.labelled.notes[:NOTES] if isinstance(self.labelled, PictureSet) else (),
        )


@lru_cache(maxsize=OPEN_LIMIT)
def _opened(data_set: DataSource) -> _OpenSet:
    return _OpenSet(data_set)

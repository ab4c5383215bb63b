"""The analysis behind a look at the training data: counts, and pictures of every class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.core.alphabet import DIGITS
from handdigit.data.sources import DataSource
from handdigit.engine.requests_source import DescribeSource, SourceDescribed
from handdigit.experiment.recipe import Recipe
from handdigit.models.recogniser import Recogniser
from handdigit.training.batches import plain_pictures
from handdigit.training.dataset import TrainingData
from handdigit.training.sources import read_one

EXAMPLES = 4
"""Pictures of each class."""
SEED = 1


def describe_source(_recogniser: Recogniser, request: DescribeSource) -> SourceDescribed:
    """Return how many there are of every class, and some of them.

    Raises:
        HanddigitError: the source cannot be read, or has nothing in it.
    """
    found = read_source(request.source)
    some = some_of_each(found, EXAMPLES)
    pictures, labels = plain_pictures(some, np.random.default_rng(SEED))
    counts = tuple(map(int, found.counts()))
    return SourceDescribed(counts, len(found.inks), pictures, labels)


def read_source(source: DataSource) -> TrainingData:
    """Return what is in a source; of one without end, a few of each digit.

    Raises:
        HanddigitError: it cannot be read, or has nothing in it.
    """
    recipe = Recipe("small", generated=EXAMPLES * len(DIGITS))
    return read_one(source, recipe)


def some_of_each(found: TrainingData, count: int) -> TrainingData:
    """Return up to ``count`` of each class, spread over the whole source."""
    pictures = _spread(found.picture_labels, count)
    inks = _spread(found.ink_labels, count)
    return TrainingData(
        pictures=found.pictures[pictures],
        picture_labels=found.picture_labels[pictures],
        inks=tuple(found.inks[i] for i in inks),
        ink_labels=found.ink_labels[inks],
        writer=found.writer,
        generated=min(found.generated, count * len(DIGITS)),
        alphabet=found.alphabet,
    )


def _spread(labels: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    chosen = [np.zeros(0, np.int64)]
    for label in np.unique(labels):
        mine = np.flatnonzero(labels == label)
        places = np.linspace(0, len(mine) - 1, min(count, len(mine))).round().astype(np.int64)
        chosen.append(mine[places])
    return np.concatenate(chosen)

"""The analysis behind a look at the training data: counts, and pictures of every class."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.engine.protocol.source import (
    AugmentationPreviewed,
    DescribeSource,
    PreviewAugmentation,
    SourceDescribed,
)
from handdigit.experiment.recipe import Recipe
from handdigit.ink.ink import Ink
from handdigit.network.alphabet import DIGITS
from handdigit.recognition.pictures import as_bytes
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.sources import DataSource
from handdigit.training.batches import Examples, plain_pictures
from handdigit.training.dataset import TrainingData, Writer
from handdigit.training.sources import read_one

EXAMPLES = 4
"""Pictures of each class."""
NOTES = 10
"""Of thousands of pictures that are left out so many are named."""
SEED = 1


def describe_source(_recogniser: Recogniser, request: DescribeSource) -> SourceDescribed:
    """Return how many there are of every class, and some of them.

    Raises:
        HanddigitError: the source cannot be read, or has nothing in it.
    """
    found = read_source(request.source)
    some = some_of_each(found, EXAMPLES)
    if found.writer is not None:
        some = _different(found.writer, EXAMPLES)
    pictures, labels = plain_pictures(some, np.random.default_rng(SEED))
    counts = tuple(map(int, found.counts()))
    return SourceDescribed(counts, len(found.inks), pictures, labels, found.notes[:NOTES])


def _different(writer: Writer, count: int) -> TrainingData:
    """Return ``count`` of each digit, no two alike: a stock gives some of its digits twice."""
    digits = np.tile(np.arange(len(DIGITS)), 4 * count)
    inks = writer.draw_many(digits, np.random.default_rng(SEED)).inks()
    chosen: list[tuple[Ink, int]] = []
    for digit in range(len(DIGITS)):
        mine = dict.fromkeys(inks[i] for i in np.flatnonzero(digits == digit))
        chosen += [(ink, digit) for ink in tuple(mine)[:count]]
    return TrainingData(
        inks=tuple(ink for ink, _ in chosen), ink_labels=np.array([d for _, d in chosen], np.int64)
    )


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


def preview_augmentation(
    _recogniser: Recogniser, request: PreviewAugmentation
) -> AugmentationPreviewed:
    """Return one example of every class, varied by the code that training uses.

    Raises:
        HanddigitError: the source cannot be read, or lacks a class.
    """
    one_each = _one_each(request.source)
    plain, labels = plain_pictures(one_each, np.random.default_rng(SEED))
    recipe = Recipe("small", validation=0, augmentation=request.augmentation)
    examples = Examples(one_each, recipe, torch.device("cpu"))
    batch = examples.batch(
        np.arange(len(examples)),
        np.random.default_rng(request.seed),
        torch.Generator().manual_seed(request.seed),
    )
    varied = as_bytes(batch.pictures)
    return AugmentationPreviewed(_in_order(varied, batch.labels.numpy()), _in_order(plain, labels))


def _in_order(pictures: NDArray[np.uint8], labels: NDArray[np.int64]) -> NDArray[np.uint8]:
    return pictures[np.argsort(labels, kind="stable")]


@lru_cache(maxsize=4)
def _one_each(source: DataSource) -> TrainingData:
    """Return one of each class; kept, so that every preview varies the same ones."""
    found = some_of_each(read_source(source), 1)
    if found.writer is None:
        return found
    digits = np.arange(len(found.alphabet))
    inks = found.writer.draw_many(digits, np.random.default_rng(SEED)).inks()
    return TrainingData(inks=inks, ink_labels=digits)

"""The analysis behind the preview of variations: ten digits as a run would vary them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.core.architecture import CLASS_COUNT
from handdigit.data.sources import DataSource
from handdigit.engine.analysis_source import SEED, read_source, some_of_each
from handdigit.engine.requests_source import AugmentationPreviewed, PreviewAugmentation
from handdigit.experiment.recipe import Recipe
from handdigit.models.recogniser import Recogniser
from handdigit.training.batches import Examples, plain_pictures
from handdigit.training.dataset import TrainingData


def preview_augmentation(
    _recogniser: Recogniser, request: PreviewAugmentation
) -> AugmentationPreviewed:
    """Return one example of every digit, varied by the code that training uses.

    Raises:
        HanddigitError: the source cannot be read, or lacks a digit.
    """
    ten = _ten_digits(request.source)
    plain, labels = plain_pictures(ten, np.random.default_rng(SEED))
    recipe = Recipe("small", validation=0, augmentation=request.augmentation)
    examples = Examples(ten, recipe, torch.device("cpu"))
    batch = examples.batch(
        np.arange(len(examples)),
        np.random.default_rng(request.seed),
        torch.Generator().manual_seed(request.seed),
    )
    varied = (batch.pictures[:, 0] * 255).round().to(torch.uint8).numpy()
    return AugmentationPreviewed(_in_order(varied, batch.labels.numpy()), _in_order(plain, labels))


def _in_order(pictures: NDArray[np.uint8], labels: NDArray[np.int64]) -> NDArray[np.uint8]:
    return pictures[[int(np.flatnonzero(labels == digit)[0]) for digit in range(CLASS_COUNT)]]


@lru_cache(maxsize=4)
def _ten_digits(source: DataSource) -> TrainingData:
    """Return one of each digit; kept, so that every preview varies the same ones."""
    found = some_of_each(read_source(source), 1)
    if found.writer is None:
        return found
    digits = np.arange(CLASS_COUNT)
    inks = found.writer.draw_many(digits, np.random.default_rng(SEED)).inks()
    return TrainingData(inks=inks, ink_labels=digits)

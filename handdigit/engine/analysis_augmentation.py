"""The analysis behind the preview of variations: a drawing a class, as a run varies them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray

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
    varied = (batch.pictures[:, 0] * 255).round().to(torch.uint8).numpy()
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

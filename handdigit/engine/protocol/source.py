"""Looking at what a network would learn from: what is asked and answered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.engine.protocol.messages import IndependentRequest
from handdigit.experiment.recipe import Augmentation
from handdigit.storage.datasets.sources import DataSource


@dataclass(frozen=True, slots=True)
class DescribeSource(IndependentRequest):
    """What there is in a source of training data. Answer: :class:`SourceDescribed`."""

    source: DataSource
    """One that has its place."""


@dataclass(frozen=True, slots=True, eq=False)
class SourceDescribed:
    """Counts, and pictures to look at."""

    counts: tuple[int, ...]
    """Of each class; of a source without end, as many as are shown."""
    inks: int
    """How many of them are strokes, of which an epoch has several renderings."""
    pictures: NDArray[np.uint8]
    """(N, 28, 28), as a network gets them."""
    labels: NDArray[np.int64]
    """(N,)."""
    notes: tuple[str, ...] = ()
    """What the user should know of how it was read, and what was left out; the first of them."""


@dataclass(frozen=True, slots=True)
class PreviewAugmentation(IndependentRequest):
    """What a recipe's variations make of each class. Answer: :class:`AugmentationPreviewed`."""

    source: DataSource
    """One that has its place."""
    augmentation: Augmentation
    seed: int = 1
    """Another number gives other variations of the same drawings."""


@dataclass(frozen=True, slots=True, eq=False)
class AugmentationPreviewed:
    """A drawing of each class, varied."""

    pictures: NDArray[np.uint8]
    """(classes, 28, 28)."""
    plain: NDArray[np.uint8]
    """(classes, 28, 28), the same ones unvaried."""

"""Reference digits: handwriting made by bending a few drawings of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from handdigit.core.architecture import CLASS_COUNT
from handdigit.core.ink import Ink
from handdigit.data.assets import ASSETS
from handdigit.data.inks import read_samples
from handdigit.training.augmentation import vary_ink
from handdigit.training.recipe import Augmentation

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
HANDWRITING = Augmentation(
    rotate=14, shear=0.35, scale=0.3, elastic=1.1, thickness=0.35, jitter=0.004
)
SEED = 1


def templates() -> tuple[Ink, ...]:
    """Return one ink a digit, drawn for this program."""
    examples = ASSETS / "examples"
    return tuple(read_samples(examples / f"{name}.json")[0].ink for name in NAMES)


def reference_digits(
    inks: Sequence[Ink], augmentation: Augmentation = HANDWRITING
) -> Iterator[NDArray[np.uint8]]:
    """Yield (28, 28) pictures without end, 0 to 9 in turn, the same ones every time.

    Args:
        inks: one for each digit.
        augmentation: how far they are bent.
    """
    rng = np.random.default_rng(SEED)
    while True:
        for digit in range(CLASS_COUNT):
            yield vary_ink(inks[digit], digit, augmentation, rng)

"""A stock of written digits, for who needs many and writes them slowly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.core.architecture import CLASS_COUNT
from handdigit.core.ink_batch import InkBatch
from handdigit.training.dataset import Writer, generated_labels


class Pool:
    """Gives digits that a writer has written once, in any order, as a writer itself."""

    def __init__(self, writer: Writer, count: int, rng: np.random.Generator) -> None:
        """Let ``writer`` write ``count`` digits, as many of each."""
        labels = generated_labels(count)
        self._inks = writer.draw_many(labels, rng)
        self._numbers = [np.flatnonzero(labels == digit) for digit in range(CLASS_COUNT)]

    def draw_many(self, digits: NDArray[np.integer], rng: np.random.Generator) -> InkBatch:
        """Return one ink for each of the digits, the same ones for the same generator."""
        chosen = np.zeros(len(digits), np.int64)
        for digit, numbers in enumerate(self._numbers):
            mine = np.flatnonzero(digits == digit)
            chosen[mine] = rng.choice(numbers, len(mine))
        return self._inks.chosen(chosen)

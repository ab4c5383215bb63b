"""Measuring a model on labelled pictures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.core.architecture import CLASS_COUNT
from handdigit.models.recogniser import Recogniser


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """How a model read a labelled set."""

    confusion: NDArray[np.int64]
    """(10, 10): rows are the true digits, columns the answers."""

    @property
    def n(self) -> int:
        """Number of drawings."""
        return int(self.confusion.sum())

    @property
    def correct(self) -> int:
        """Number read correctly."""
        return int(np.trace(self.confusion))

    @property
    def accuracy(self) -> float:
        """Share read correctly, 0..1."""
        return self.correct / self.n if self.n else 0.0

    def worst_confusions(self, count: int = 10) -> list[tuple[int, int, int]]:
        """Return (true digit, answer, how often), most frequent first."""
        wrong = self.confusion.copy()
        np.fill_diagonal(wrong, 0)
        order = np.argsort(-wrong, axis=None, kind="stable")[:count]
        pairs = [(int(i) // CLASS_COUNT, int(i) % CLASS_COUNT) for i in order]
        return [
            (true, answer, int(wrong[true, answer]))
            for true, answer in pairs
            if wrong[true, answer]
        ]


def evaluate(
    recogniser: Recogniser, pictures: NDArray[np.uint8], labels: NDArray[np.integer]
) -> Evaluation:
    """Return how a model reads (N, 28, 28) normalised pictures with (N,) labels."""
    answers = recogniser.probabilities(pictures).argmax(axis=1)
    confusion = np.zeros((CLASS_COUNT, CLASS_COUNT), np.int64)
    np.add.at(confusion, (labels.astype(np.int64), answers), 1)
    return Evaluation(confusion)

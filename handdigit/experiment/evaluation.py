"""How a model read labelled pictures, in figures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

BINS = 15
"""Of a reliability diagram, of equal width; as in Guo et al. 2017."""


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """How often answers are right that were given with a certain confidence.

    The confidence of an answer is its probability. Bin m of M holds the answers with a
    confidence in ((m-1)/M, m/M]. Source: Guo, Pleiss, Sun, Weinberger, "On calibration of
    modern neural networks", ICML 2017, equations 1 to 3.
    """

    counts: NDArray[np.int64]
    """(M,) answers in every bin."""
    total_confidences: NDArray[np.float64]
    """(M,) sums of their confidences."""
    correct: NDArray[np.int64]
    """(M,) how many of them are right."""

    @classmethod
    def of(cls, confidences: NDArray[np.float64], right: NDArray[np.bool_]) -> Reliability:
        """Return it for (N,) confidences of answers that are right or not."""
        bin_of = np.clip(np.ceil(confidences * BINS).astype(np.int64) - 1, 0, BINS - 1)
        return cls(
            np.bincount(bin_of, minlength=BINS),
            np.bincount(bin_of, weights=confidences, minlength=BINS).astype(np.float64),
            np.bincount(bin_of[right], minlength=BINS),
        )

    def __add__(self, other: Reliability) -> Reliability:
        """Return that of the answers of both."""
        return Reliability(
            self.counts + other.counts,
            self.total_confidences + other.total_confidences,
            self.correct + other.correct,
        )

    @property
    def confidences(self) -> NDArray[np.float64]:
        """(M,) mean confidence of the answers in every bin; NaN in an empty one."""
        with np.errstate(invalid="ignore"):
            return self.total_confidences / self.counts

    @property
    def accuracies(self) -> NDArray[np.float64]:
        """(M,) share of the answers in every bin that is right; NaN in an empty one."""
        with np.errstate(invalid="ignore"):
            return self.correct / self.counts

    @property
    def expected_error(self) -> float:
        """Expected calibration error, in percentage points; 0 where there are no answers.

        The mean over all answers of how far their bin's accuracy is from its confidence.
        """
        filled = self.counts > 0
        gaps = np.abs(self.accuracies - self.confidences)[filled]
        return float(100 * np.average(gaps, weights=self.counts[filled])) if filled.any() else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """How a model read a labelled set, in sums: those of two sets are those of both together."""

    confusion: NDArray[np.int64]
    """(classes, classes) counts: rows are the true ones, columns the answers."""
    total_loss: float
    """Sum of the cross-entropies."""
    reliability: Reliability

    def __add__(self, other: Metrics) -> Metrics:
        """Return the metrics of both sets together."""
        return Metrics(
            self.confusion + other.confusion,
            self.total_loss + other.total_loss,
            self.reliability + other.reliability,
        )

    @property
    def n(self) -> int:
        """Number of drawings."""
        return int(self.confusion.sum())

    @property
    def correct(self) -> int:
        """Number read correctly."""
        return int(self.confusion.trace())

    @property
    def accuracy(self) -> float:
        """Share read correctly, 0..1; 0 where there are no drawings."""
        return self.correct / self.n if self.n else 0.0

    @property
    def loss(self) -> float:
        """Mean cross-entropy; 0 where there are no drawings."""
        return self.total_loss / self.n if self.n else 0.0

    def worst_confusions(self, count: int = 10) -> list[tuple[int, int, int]]:
        """Return (true class, answer, how often), most frequent first."""
        wrong = self.confusion.copy()
        np.fill_diagonal(wrong, 0)
        order = np.argsort(-wrong, axis=None, kind="stable")[:count]
        pairs = [divmod(int(i), len(wrong)) for i in order]
        return [
            (true, answer, int(wrong[true, answer]))
            for true, answer in pairs
            if wrong[true, answer]
        ]


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """How a model read a labelled set, drawing by drawing."""

    labels: NDArray[np.int64]
    """(N,) numbers of the true classes."""
    probabilities: NDArray[np.float64]
    """(N, classes)."""

    @property
    def n(self) -> int:
        """Number of drawings."""
        return len(self.labels)

    @property
    def answers(self) -> NDArray[np.int64]:
        """(N,) numbers of the most probable classes."""
        answers: NDArray[np.int64] = self.probabilities.argmax(axis=1)
        return answers

    @property
    def losses(self) -> NDArray[np.float64]:
        """(N,) cross-entropies: -ln of the true class's probability."""
        true = np.take_along_axis(self.probabilities, self.labels[:, None], axis=1)[:, 0]
        # Where a probability underflows the loss is large, not infinite.
        losses: NDArray[np.float64] = -np.log(np.maximum(true, np.finfo(np.float64).tiny))
        return losses

    @property
    def metrics(self) -> Metrics:
        """What they come to."""
        classes, answers = self.probabilities.shape[1], self.answers
        cells = np.bincount(self.labels * classes + answers, minlength=classes**2)
        return Metrics(
            cells.reshape(classes, classes),
            float(self.losses.sum()),
            Reliability.of(self.probabilities.max(axis=1), answers == self.labels),
        )

    def cell(self, true: int, answer: int) -> NDArray[np.int64]:
        """Return the indices of the drawings of one class read as one, highest loss first."""
        inside = np.flatnonzero((self.labels == true) & (self.answers == answer))
        return inside[np.argsort(-self.losses[inside], kind="stable")]

    def part(self, chosen: NDArray[np.bool_]) -> Evaluation:
        """Return how some of the drawings were read, those where the (N,) flags are true."""
        return Evaluation(self.labels[chosen], self.probabilities[chosen])


class Classifier(Protocol):
    """Whatever gives classes probabilities, as a ``Recogniser`` does."""

    def probabilities(self, pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Return (N, classes) for (N, 28, 28) normalised pictures."""
        ...


def evaluate(
    classifier: Classifier, pictures: NDArray[np.uint8], labels: NDArray[np.integer]
) -> Evaluation:
    """Return how a classifier reads (N, 28, 28) normalised pictures with (N,) labels."""
    return Evaluation(labels.astype(np.int64), classifier.probabilities(pictures))


FEWEST = 200
"""Digits without which nothing is fitted."""
LOWEST, HIGHEST = 0.2, 5.0
"""Of the temperatures."""
HALVINGS = 40


def fitted_temperature(logits: NDArray[np.float64], labels: NDArray[np.integer]) -> float:
    """Return the temperature with the least cross-entropy on labelled logits.

    One number for all: answers and their order stay as they are. Sources: Guo, Pleiss, Sun,
    Weinberger, "On calibration of modern neural networks", ICML 2017; the targets fall short
    of 1 as in Platt, "Probabilistic outputs for support vector machines", 1999, so that a set
    without any error does not ask for certainty.

    Args:
        logits: (N, classes) of drawings that the network has not learned.
        labels: (N,) their classes.

    Returns:
        What to divide logits by; 1 for fewer than 200 drawings.
    """
    count, classes = logits.shape
    if count < FEWEST:
        return 1.0
    missing = 1 / (count + 2)
    true = np.take_along_axis(logits, labels[:, None], axis=1)[:, 0]
    wanted = (1 - missing) * true + missing * (logits.sum(axis=1) - true) / (classes - 1)

    def slope(cold: float) -> float:
        """The derivative of the cross-entropy by 1 / temperature: it only grows."""
        scaled = cold * (logits - logits.max(axis=1, keepdims=True))
        weights = np.exp(scaled)
        weights /= weights.sum(axis=1, keepdims=True)
        return float(((weights * logits).sum(axis=1) - wanted).mean())

    low, high = 1 / HIGHEST, 1 / LOWEST
    for _ in range(HALVINGS):
        middle = math.sqrt(low * high)
        low, high = (low, middle) if slope(middle) > 0 else (middle, high)
    return 1 / math.sqrt(low * high)

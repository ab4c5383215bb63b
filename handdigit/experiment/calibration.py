"""Calibration: probabilities that are right as often as they say."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

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

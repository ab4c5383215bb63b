"""The pictures that a network is tried on before anybody relies on it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import TRIAL_PICTURES
from handdigit.ink.normalise import SIDE


def _trial_pictures() -> NDArray[np.uint8]:
    rng = np.random.default_rng(0)
    greys = np.linspace(0, 255, SIDE * SIDE).reshape(SIDE, SIDE)
    squares = np.indices((SIDE, SIDE)).sum(0) % 2 * 255
    drawn = [greys, np.full_like(greys, 255), np.zeros_like(greys), squares, greys.T]
    ink = (0.1, 0.3, 0.5, 0.7, 0.9)[: TRIAL_PICTURES - len(drawn)]
    noise = [255 * (rng.random((SIDE, SIDE)) < share) for share in ink]
    return np.array([*drawn, *noise]).astype(np.uint8)


TRIAL = _trial_pictures()
"""(10, 28, 28): every grey level, ink everywhere, paper only, squares, noise."""

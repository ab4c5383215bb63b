"""The light on the paper, divided out: also at the edges of shadows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.neighbourhood import box_mean, closed, expanded, reduced

Floats = NDArray[np.float32]

LEAST = 0.1
"""Of the closing's light: paper is never darker, but where all is black."""
CELLS = 8
"""Cells to a reach at which the average of the paper is taken."""
DARKEST = 6.0
"""Grey levels of paper below which nothing can be said about what is on it."""


class Darkening(NamedTuple):
    """What the ink takes."""

    missing: Floats
    """(H, W) share of the paper's light that is missing, about 0 on paper."""
    light: Floats
    """(H, W) grey levels of the paper, as if nothing were on it."""


def darkening(grey: NDArray[np.floating], reach: int) -> Darkening:
    """Return which share of the paper's light is missing at every pixel.

    The paper's light is the closing of the picture, which passes over what is dark and
    narrower than 2·``reach`` pixels and stays at the edges of anything wider: shadows, the
    desk (black top hat; Serra 1982). A closing sees the brightest noise, which its average
    over the paper corrects.

    Args:
        grey: (H, W) grey levels of 0..255, ink darker than paper.
        reach: half of the widest stroke, in pixels.
    """
    calm = box_mean(grey, 1)
    paper = np.maximum(closed(calm, reach), np.float32(DARKEST))
    share = calm / paper
    level, noise = level_and_noise(share)
    is_paper = share > level - 4 * noise - 0.02
    # An average over so much needs no single pixels.
    step = max(1, min(reach // CELLS, *share.shape))
    local = box_mean(reduced(np.where(is_paper, share, 0), step), reach // step)
    present = box_mean(reduced(is_paper, step), reach // step)
    average = (local + 0.05 * level) / (present + 0.05)
    average = expanded(np.maximum(average, LEAST), share.shape)
    light = (paper * average).astype(np.float32)
    return Darkening(1 - np.asarray(grey, np.float32) / light, light)


def level_and_noise(values: NDArray[np.floating]) -> tuple[float, float]:
    """Return the median and the standard deviation that the median deviation stands for."""
    some = values.reshape(-1)[:: max(1, values.size // 100_000)]
    level = float(np.median(some))
    return level, 1.4826 * float(np.median(np.abs(some - level)))


def is_dark_on_bright(grey: NDArray[np.floating], reach: int) -> bool:
    """Return whether what is narrow is darker than what is around it: ink, not chalk."""
    calm = box_mean(grey, 1)
    around = box_mean(grey, reach)
    difference = calm - around
    _, noise = level_and_noise(difference)
    # Clipped: a few glints count no more than the ink.
    narrow = np.clip(difference, -60, 60)
    narrow[np.abs(narrow) < 3 * noise] = 0
    return float((narrow.astype(np.float64) ** 3).mean()) <= 0

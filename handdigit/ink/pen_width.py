"""Lines of any pen, brought to a handy size and to about the width of MNIST's."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.neighbourhood import eroded, reduced

Floats = NDArray[np.float32]

THINNEST = 0.1
"""Of a writing's longer side: thinner lines are drawn this wide, as pens of MNIST are."""
INK_SIDE = 160
"""Pixels: the longer side of a picture of ink is less than twice this."""


class PenInk(NamedTuple):
    """Lines as wide as a pen's."""

    ink: NDArray[np.uint8]
    """(h, w) 0..255."""
    factor: int
    """Pixels of what was given that one of ``ink`` stands for."""
    margin: int
    """Pixels of ``ink`` that were added on every side."""


def as_pen(level: Floats, mask: NDArray[np.bool_]) -> PenInk:
    """Return ink of a handy size, thin lines widened.

    Args:
        level: (h, w) ink 0..1.
        mask: where the writing is, cut out: what is long is told by its size.
    """
    longest = max(mask.shape)
    width = stroke_width(mask)
    factor, margin = max(1, longest // INK_SIDE), 0
    if factor > 1:
        rows, columns = (-(-n // factor) * factor for n in level.shape)
        padded = np.pad(level, ((0, rows - level.shape[0]), (0, columns - level.shape[1])))
        level = reduced(padded, factor) * max(1.0, factor / max(width, 1.0))
        level = np.minimum(level, 1)
        longest, width = longest / factor, max(width / factor, 1.0)
    missing = THINNEST * longest - width
    if missing > 1:
        margin = int(np.ceil(missing / 2))
        level = _widened(np.pad(level, margin), missing / 2)
    ink: NDArray[np.uint8] = np.rint(level * (255 / max(float(level.max()), 1e-6))).astype(np.uint8)
    return PenInk(ink, factor, margin)


def stroke_width(mask: NDArray[np.bool_]) -> float:
    """Return how wide the strokes of an (h, w) mask of ink are, in pixels."""
    edge = mask & ~eroded(np.pad(mask, 1), 1)[1:-1, 1:-1]
    # A long band has twice as many pixels on its edge as it is long.
    return 2 * float(mask.sum()) / max(1, int(edge.sum()))


def _widened(level: Floats, radius: float) -> Floats:
    """Return the maximum over discs of that radius: the pen's tip was larger.

    As much around ``level`` is paper.
    """
    reach = int(np.ceil(radius))
    wide = np.zeros_like(level)
    for step in range(-reach, reach + 1):
        half = int(np.sqrt(max(0.0, (radius + 0.25) ** 2 - step**2)))
        if abs(step) > radius + 0.25:
            continue
        row = np.roll(level, step, axis=0)
        wide = np.maximum(wide, _row_maximum(row, half))
    return wide


def _row_maximum(values: Floats, reach: int) -> Floats:
    best = values
    for shift in range(1, reach + 1):
        best = np.maximum(best, np.maximum(np.roll(values, shift, 1), np.roll(values, -shift, 1)))
    return best

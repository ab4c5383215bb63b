"""Ink told from paper as somebody said: at which strength it begins, and which of both is darker.

Where nobody says anything, :mod:`handdigit.ink.binarise` decides.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.binarise import LUMINANCE, opaque
from handdigit.ink.components import components_of
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.illumination import darkening
from handdigit.ink.ink import Bounds
from handdigit.ink.neighbourhood import dilated, reduced, reduction
from handdigit.ink.pen_width import as_pen

Strength = NDArray[np.float32]

SIDE = 800
"""Pixels of the longer side at which it is done, about."""
WIDEST_STROKE = 0.3
"""Of the shorter side."""
PEAK = 99.5
"""Percentile of a picture's pixels that is as strong as ink is."""
TAIL = 1.0
"""Percent of the pixels at both ends of which the ink is one: that further from the median."""
FAINTEST = 0.02
"""Share of the paper's light that the strongest ink takes at least."""
SPECK = 0.01
"""Of the area of the largest part: what is smaller was no pen's doing."""
SOFTNESS = 0.15
"""Of the strength over which paper becomes ink."""


def separated(picture: NDArray[np.uint8], least: float, *, is_inverted: bool) -> FoundInk:
    """Return what is ink in a picture.

    Args:
        picture: (H, W, 4) RGBA, straight alpha.
        least: what is stronger is ink; a share of what the strongest ink has.
        is_inverted: whether ink is what would be taken for paper.
    """
    strength = _strength(picture, is_inverted=is_inverted)
    ink = np.clip((strength - np.float32(least)) / np.float32(SOFTNESS), 0, 1)
    height, width = picture.shape[:2]
    factor = reduction(picture.shape, SIDE)
    rows, columns = (float(count * factor) for count in ink.shape)
    grey = np.rint(255 * ink).astype(np.uint8)
    return FoundInk(grey, Bounds(0.0, 0.0, columns, rows), (height, width))


def as_written(found: FoundInk) -> FoundInk:
    """Return ink without specks, its lines as wide as a pen's: its largest part tells how wide."""
    parts = components_of(found.ink >= 128)
    if not len(parts):
        return found
    largest = int(parts.area.argmax())
    top, left, bottom, right = parts.box[largest]
    kept = np.flatnonzero(parts.area >= SPECK * parts.area[largest]) + 1
    inked = np.where(dilated(np.isin(parts.labels, kept), 1), found.ink, 0)
    rows, columns = (np.flatnonzero(inked.any(axis=axis)) for axis in (1, 0))
    inked = inked[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    level = (inked / np.float32(255)).astype(np.float32)
    pen = as_pen(level, parts.labels[top:bottom, left:right] == largest + 1)
    (height, width), around = pen.ink.shape, pen.margin * pen.factor
    x, y = float(columns[0] - around), float(rows[0] - around)
    part = Bounds(x, y, x + width * pen.factor, y + height * pen.factor)
    return FoundInk(pen.ink, found.bounds_of(part), found.size)


def _strength(picture: NDArray[np.uint8], *, is_inverted: bool) -> Strength:
    """Return how much each pixel is like the strongest ink, paper 0, ink 1, as (h, w).

    Args:
        picture: (H, W, 4) RGBA, straight alpha.
        is_inverted: whether ink is what would be taken for paper.
    """
    factor = reduction(picture.shape, SIDE)
    grey = reduced(opaque(picture) @ LUMINANCE, factor)
    reach = max(2, round(WIDEST_STROKE * min(grey.shape) / 2))
    darkest, paper, brightest = np.percentile(grey, (TAIL, 50, 100 - TAIL))
    is_dark = paper - darkest >= brightest - paper
    dark = darkening(grey if is_dark != is_inverted else 255 - grey, reach).missing
    peak = max(float(np.percentile(dark, PEAK)), FAINTEST)
    strength: Strength = np.clip(dark / np.float32(peak), 0, 1)
    return strength

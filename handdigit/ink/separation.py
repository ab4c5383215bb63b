"""Ink told from paper as somebody said: at which strength it begins, and which of both is darker.

Where nobody says anything, :mod:`handdigit.ink.binarise` decides.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.binarise import LUMINANCE, opaque
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.illumination import darkening
from handdigit.ink.ink import Bounds
from handdigit.ink.neighbourhood import reduced, reduction

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

"""Ink told from paper as somebody said: at which strength it begins, and which of both is darker.

Where nobody says anything, :mod:`handdigit.ink.binarise` decides.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.illumination import darkening
from handdigit.ink.neighbourhood import reduced, reduction

Strength = NDArray[np.float32]

SIDE = 512
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
LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)


def ink_strength(picture: NDArray[np.uint8], *, is_inverted: bool) -> Strength:
    """Return how much each pixel is like the strongest ink, paper 0, ink 1, as (h, w).

    Args:
        picture: (H, W, 4) RGBA, straight alpha.
        is_inverted: whether ink is what would be taken for paper.
    """
    factor = reduction(picture.shape, SIDE)
    opacity = picture[:, :, 3] / np.float32(255)
    grey = reduced((picture[:, :, :3] @ LUMINANCE) * opacity + 255 * (1 - opacity), factor)
    reach = max(2, round(WIDEST_STROKE * min(grey.shape) / 2))
    darkest, paper, brightest = np.percentile(grey, (TAIL, 50, 100 - TAIL))
    is_dark = paper - darkest >= brightest - paper
    dark = darkening(grey if is_dark != is_inverted else 255 - grey, reach)
    peak = max(float(np.percentile(dark, PEAK)), FAINTEST)
    strength: Strength = np.clip(dark / np.float32(peak), 0, 1)
    return strength


def separated(strength: Strength, least: float) -> NDArray[np.uint8]:
    """Return black ink on white paper, (h, w, 4): ink is what is stronger.

    The outermost pixels are paper: whoever looks for it finds it there.
    """
    ink = np.clip((strength - np.float32(least)) / np.float32(SOFTNESS), 0, 1)
    ink[[0, -1]] = ink[:, [0, -1]] = 0
    grey = np.rint(255 * (1 - ink)).astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])

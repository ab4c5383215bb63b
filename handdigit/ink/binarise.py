"""Drawings and scans to ink: a paper of one level, whatever its colour.

It is subtracted exactly and nothing else is touched but the specks that JPEG leaves around ink.
Where the paper is uneven or noisy the picture is a photo: :mod:`handdigit.ink.photo`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import PictureError
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds
from handdigit.sentences import sentence

WORKING_SIDE = 256
"""Longer pictures are first averaged down to about this many pixels."""
LUMINANCE = np.array([0.299, 0.587, 0.114])
"""Rec. 601 weights of red, green and blue."""
COLOUR_GAIN = 1.5
"""A colour channel is used in place of luminance where ink stands out this much more in it."""
WEAK = 0.1
"""Ink below this share of the blackest is a speck of JPEG's where no ink is beside it."""
SOFT_SCAN_SPECKS = 0.07
"""A softly scanned small picture has up to this share of specks, and they are ink.

All MNIST pictures have less than 0.065, a small JPEG has more than 0.08 at any quality.
"""
SMALL_SIDE = 64
"""Longest side of a small picture."""


def drawn_ink(picture: NDArray[np.uint8], side: int = WORKING_SIDE) -> FoundInk | None:
    """Return the ink of a drawing, brightest 255 where there is any, or None for a photo.

    That of pictures much larger than ``side`` comes back smaller.

    Args:
        picture: (H, W) grey, (H, W, 3) RGB or (H, W, 4) RGBA, straight alpha.
        side: pixels of the longer side that are enough.

    Raises:
        PictureError: the array has another shape or no pixels.
    """
    grey, (down, across) = _shrunk(_greyscale(picture), side)
    ink = _drawn(grey)
    if ink is None:
        return None
    peak = float(ink.max())
    scaled: NDArray[np.float64] = np.rint(ink * (255 / peak if peak > 0 else 0.0))
    rows, columns = scaled.shape
    shown = Bounds(0.0, 0.0, float(columns * across), float(rows * down))
    return FoundInk(scaled.astype(np.uint8), shown, picture.shape[:2])


def opaque(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture of any kind as (H, W, 3) RGB; transparency is filled with paper."""
    if picture.ndim == 2:
        return np.repeat(picture[:, :, None], 3, axis=2)
    colours, opacity = picture[:, :, :3], picture[:, :, 3:]
    if not opacity.size or opacity.min() == 255:
        return colours
    share = opacity / np.float32(255)
    level = _backdrop(colours @ LUMINANCE, share[:, :, 0])
    filled: NDArray[np.uint8] = np.rint(colours * share + level * (1 - share)).astype(np.uint8)
    return filled


def _greyscale(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return levels 0..255 in which ink stands out; transparency is filled with paper."""
    if picture.dtype != np.uint8 or picture.ndim not in (2, 3) or 0 in picture.shape:
        raise PictureError(sentence("This is not a picture: it has no pixels of 8 bits."))
    if picture.ndim == 2:
        return picture.astype(np.float64)
    if picture.shape[2] not in (3, 4):
        raise PictureError(sentence("This picture has neither grey, RGB nor RGBA pixels."))
    colours = picture[:, :, :3]
    luminance: NDArray[np.float64] = colours @ LUMINANCE
    if picture.shape[2] == 4 and picture[:, :, 3].min() < 255:
        opacity = picture[:, :, 3] / 255.0
        return luminance * opacity + _backdrop(luminance, opacity) * (1 - opacity)
    spread = np.array([_deviation(colours[:, :, channel]) for channel in range(3)])
    if spread.max() > COLOUR_GAIN * luminance.std():
        return colours[:, :, int(spread.argmax())].astype(np.float64)
    return luminance


def _deviation(levels: NDArray[np.uint8]) -> float:
    """Return the standard deviation of many levels, from how often each is there."""
    counts = np.bincount(levels.reshape(-1), minlength=256)
    mean = float(counts @ np.arange(256)) / levels.size
    return float(np.sqrt(counts @ (np.arange(256) - mean) ** 2 / levels.size))


def _backdrop(luminance: NDArray[np.floating], opacity: NDArray[np.floating]) -> float:
    """Return a level of paper, which is unlike the ink and like any paper in the picture."""
    seen = luminance[opacity > 0.5] if (opacity > 0.5).any() else luminance[opacity > 0]
    level = float(np.median(seen)) if seen.size else 255.0
    one_colour = seen.size == 0 or float(np.ptp(np.percentile(seen, (5, 95)))) < 64
    if one_colour and float((opacity > 0.5).mean()) < 0.9:
        level = 255.0 if level < 128 else 0.0
    return level


def _shrunk(grey: NDArray[np.float64], side: int) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """Return a picture made smaller, and by what down and across."""
    factor = round(max(grey.shape) / side)
    if factor <= 1:
        return grey, (1, 1)
    rows, columns = (max(1, n // factor) for n in grey.shape)
    factor_y, factor_x = (min(factor, n) for n in grey.shape)
    cut = grey[: rows * factor_y, : columns * factor_x]
    mean: NDArray[np.float64] = cut.reshape(rows, factor_y, columns, factor_x).mean(axis=(1, 3))
    return mean, (factor_y, factor_x)


def _drawn(grey: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Return how far each pixel is from the paper's one level, None if it has many."""
    bright = grey > _otsu(grey)
    if bright.all() or not bright.any():
        return np.zeros_like(grey)
    paper_is_bright = _paper_is(bright)
    signed = 255 - grey if paper_is_bright else grey
    paper = signed[bright == paper_is_bright]
    level = float(np.median(paper))
    if np.mean(paper == level) < 0.5:
        return None
    ink = np.clip(signed - level, 0, None)
    weak = ink < WEAK * ink.max()
    specks = weak & (ink > 0) & (_box_sum(ink > 3 * WEAK * ink.max(), 1) == 0)
    share = float(specks.sum() / (ink > 0).sum())
    if share > 0.5:
        return None
    if share > (SOFT_SCAN_SPECKS if max(ink.shape) <= SMALL_SIDE else 0):
        ink[weak] = 0
    return ink


def _otsu(grey: NDArray[np.float64]) -> float:
    """Return the grey level that best separates two classes (Otsu 1979)."""
    low, high = float(grey.min()), float(grey.max())
    if high <= low:
        return high
    scale = 255 / (high - low)
    bins = ((grey - low) * scale + 0.5).astype(np.int64)
    histogram = np.bincount(bins.reshape(-1), minlength=256)
    # As floats: the square below is beyond 64 bits from 128×128 pixels on.
    weight = np.cumsum(histogram, dtype=np.float64)
    mass = np.cumsum(histogram * np.arange(256), dtype=np.float64)
    rest = weight[-1] - weight
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mass[-1] * weight - mass * weight[-1]) ** 2 / (weight * rest)
    best = int(np.nanargmax(np.where(rest > 0, between, -1)))
    return low + (best + 0.5) / scale


def _paper_is(bright: NDArray[np.bool_]) -> bool:
    """Return whether the bright class is the paper: it has most of the border and the area."""
    border = np.concatenate([bright[0], bright[-1], bright[1:-1, 0], bright[1:-1, -1]])
    return bool(2 * border.mean() + bright.mean() > 1.5)


def _box_sum(values: NDArray[np.generic], reach: int) -> NDArray[np.float64]:
    """Return, for every pixel, the sum over the square of ±``reach`` pixels around it."""
    table = np.pad(values.astype(np.float64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    rows, columns = values.shape
    top, bottom = (np.clip(np.arange(rows) + d, 0, rows) for d in (-reach, reach + 1))
    left, right = (np.clip(np.arange(columns) + d, 0, columns) for d in (-reach, reach + 1))
    upper, lower = table[top], table[bottom]
    sums: NDArray[np.float64] = lower[:, right] - lower[:, left] - upper[:, right] + upper[:, left]
    return sums

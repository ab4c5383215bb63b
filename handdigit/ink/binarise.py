"""Pictures to ink: find the paper, whatever its colour and however it is lit.

A flat background (drawings, scans, MNIST itself) is subtracted exactly and nothing else is
touched but the specks that JPEG leaves around ink. Where the paper is uneven or noisy, as on
a photo, the light that falls on it is estimated, and what stands out from it is ink.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import PictureError
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
MIN_CONTRAST = 12.0
"""Grey levels between ink and paper below which a photo shows only paper (texture)."""
MIN_RELATIVE_CONTRAST = 0.1
"""The same, as a share of the light from the paper; faint pencil has about 0.3."""
CALMED_SIDE = 96
"""A photo of at least this many pixels a side is averaged a little before ink is looked for."""
NOISE_LIMIT = 5.0
"""Standard deviations of the paper's noise that ink must stand out on a photo."""


def ink_from_picture(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (H, W) ink, brightest 255 where there is any, paper exactly 0.

    Pictures much larger than :data:`WORKING_SIDE` come back smaller.

    Args:
        picture: (H, W) grey, (H, W, 3) RGB or (H, W, 4) RGBA, straight alpha.

    Raises:
        PictureError: the array has another shape or no pixels.
    """
    grey = _shrunk(_greyscale(picture))
    ink = _drawn(grey)
    if ink is None:
        ink = _photographed(grey)
    peak = float(ink.max())
    scaled: NDArray[np.float64] = np.rint(ink * (255 / peak if peak > 0 else 0.0))
    return scaled.astype(np.uint8)


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
        return _on_backdrop(luminance, picture[:, :, 3] / 255.0)
    spread = colours.std(axis=(0, 1))
    if spread.max() > COLOUR_GAIN * luminance.std():
        return colours[:, :, int(spread.argmax())].astype(np.float64)
    return luminance


def _on_backdrop(
    luminance: NDArray[np.float64], opacity: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the picture laid on paper, which is unlike the ink and like any paper in it."""
    seen = luminance[opacity > 0.5] if (opacity > 0.5).any() else luminance[opacity > 0]
    level = float(np.median(seen)) if seen.size else 255.0
    one_colour = seen.size == 0 or float(np.ptp(np.percentile(seen, (5, 95)))) < 64
    if one_colour and float((opacity > 0.5).mean()) < 0.9:
        level = 255.0 if level < 128 else 0.0
    return luminance * opacity + level * (1 - opacity)


def _shrunk(grey: NDArray[np.float64]) -> NDArray[np.float64]:
    factor = round(max(grey.shape) / WORKING_SIDE)
    if factor <= 1:
        return grey
    rows, columns = (max(1, n // factor) for n in grey.shape)
    factor_y, factor_x = (min(factor, n) for n in grey.shape)
    cut = grey[: rows * factor_y, : columns * factor_x]
    mean: NDArray[np.float64] = cut.reshape(rows, factor_y, columns, factor_x).mean(axis=(1, 3))
    return mean


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


def _photographed(grey: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ink 0..1 by how much light it takes from the paper, or adds to the board's."""
    calm = _box_mean(grey, 1) if min(grey.shape) >= CALMED_SIDE else grey
    paper = _paper_surface(calm)
    # Most is paper; all that is not is to one side of it.
    sign = 1.0 if float(((calm - paper) ** 3).mean()) > 0 else -1.0
    paper += _paper_average(calm - paper, sign)
    contrast = sign * (calm - paper)
    light = np.maximum(paper, max(8.0, 0.3 * float(np.median(paper))))
    noise = 1.4826 * float(np.median(np.abs(contrast)))
    strong = contrast > max(NOISE_LIMIT * noise, 4.0)
    strong &= _box_sum(strong, 1) >= 3  # single pixels are dust
    if not strong.any():
        return np.zeros_like(grey)
    relative = contrast / light
    typical = float(np.percentile(relative[strong], 75))
    core = strong & (relative > typical / 2)
    if typical < MIN_RELATIVE_CONTRAST or np.median(contrast[core]) < MIN_CONTRAST:
        return np.zeros_like(grey)
    near = _box_sum(core, max(1, max(grey.shape) // 128)) > 0
    ink = sign * (grey - paper)
    kept = near & (ink > np.maximum(2.5 * noise, 1.2 * WEAK * typical * light))
    return np.where(kept, np.minimum(ink / light, typical), 0)


def _paper_surface(grey: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the paper's level at every pixel: a cubic surface that passes over the ink.

    Light that falls off to one side and towards the corners is such a surface. Fitted by
    repeated least squares with Tukey's biweight.
    """
    rows, columns = grey.shape
    y, x = np.linspace(-1, 1, rows), np.linspace(-1, 1, columns)
    powers = [(i, j) for i in range(4) for j in range(4 - i)]
    step_y, step_x = max(1, rows // 64), max(1, columns // 64)
    terms = np.stack([np.outer(y[::step_y] ** i, x[::step_x] ** j).ravel() for i, j in powers])
    levels = grey[::step_y, ::step_x].ravel()
    weights = np.ones_like(levels)
    factors: NDArray[np.floating] = np.zeros(len(powers))
    for _ in range(12):
        weighted = terms * weights
        factors = np.linalg.lstsq(weighted @ terms.T, weighted @ levels)[0]
        residual = levels - factors @ terms
        spread = 1.4826 * float(np.median(np.abs(residual))) + 0.5
        weights = np.clip(1 - (residual / (4 * spread)) ** 2, 0, None) ** 2
    surface = np.zeros_like(grey)
    for factor, (i, j) in zip(factors, powers, strict=True):
        surface += factor * np.outer(y**i, x**j)
    return surface


def _paper_average(residual: NDArray[np.float64], sign: float) -> NDArray[np.float64]:
    """Return the average of the paper around every pixel: shadows that no surface follows."""
    paper = sign * residual <= max(_otsu(sign * residual), 2.0)
    reach = max(4, max(residual.shape) // 8)
    # Half a pixel of no residual keeps places without any paper in reach defined.
    total, count = _box_sum(np.where(paper, residual, 0.0), reach), _box_sum(paper, reach)
    average: NDArray[np.float64] = total / (count + 0.5)
    return average


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


def _box_mean(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    return _box_sum(values, reach) / _box_sum(np.ones_like(values), reach)


def _box_sum(values: NDArray[np.generic], reach: int) -> NDArray[np.float64]:
    """Return, for every pixel, the sum over the square of ±``reach`` pixels around it."""
    table = np.pad(values.astype(np.float64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    rows, columns = values.shape
    top, bottom = (np.clip(np.arange(rows) + d, 0, rows) for d in (-reach, reach + 1))
    left, right = (np.clip(np.arange(columns) + d, 0, columns) for d in (-reach, reach + 1))
    upper, lower = table[top], table[bottom]
    sums: NDArray[np.float64] = lower[:, right] - lower[:, left] - upper[:, right] + upper[:, left]
    return sums

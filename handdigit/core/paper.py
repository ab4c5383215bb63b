"""Pictures to ink: find the paper, whatever its colour and however it is lit.

A flat background (drawings, scans, MNIST itself) is subtracted exactly and nothing else is
touched. Only where the paper is uneven or noisy, as on a photo, is its brightness estimated
locally and the noise cut off.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.core.errors import PictureError

WORKING_SIDE = 256
"""Longer pictures are first averaged down to about this many pixels."""
LUMINANCE = np.array([0.299, 0.587, 0.114])
"""Rec. 601 weights of red, green and blue."""
MIN_CONTRAST = 12.0
"""Grey levels between ink and paper below which there is only paper (texture, noise)."""


def ink_from_picture(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (H, W) ink, brightest 255 where there is any, paper exactly 0.

    Args:
        picture: (H, W) grey, (H, W, 3) RGB or (H, W, 4) RGBA, straight alpha.

    Raises:
        PictureError: the array has another shape or no pixels.
    """
    grey = _shrunk(_greyscale(picture))
    threshold = _otsu(grey)
    bright = grey > threshold
    if bright.all() or not bright.any():
        return np.zeros(grey.shape, np.uint8)
    paper_is_bright = _paper_is(bright)
    signed = 255 - grey if paper_is_bright else grey
    core = bright ^ paper_is_bright
    level = float(np.median(signed[~core]))
    flat = np.mean(signed[~core] == level) >= 0.5 and _noise(signed - level, core) == 0
    contrast = signed - (level if flat else _local_paper(signed, core))
    if not flat:
        core = contrast > _otsu(contrast)
        core = core & (_box_sum(core, 1) >= 3)  # single pixels are dust
    if not core.any() or float(contrast[core].max()) < (1 if flat else MIN_CONTRAST):
        return np.zeros(grey.shape, np.uint8)
    if not flat:
        floor = max(2.5 * _noise(contrast, core), 0.12 * float(np.median(contrast[core])))
        reach = max(2, max(grey.shape) // 60)
        contrast = np.where((contrast > floor) & (_box_sum(core, reach) > 0), contrast, 0)
        contrast = np.minimum(contrast, np.percentile(contrast[core], 60))
    ink = np.clip(contrast, 0, None)
    scaled: NDArray[np.float64] = np.rint(ink * (255 / ink.max()))
    return scaled.astype(np.uint8)


def _greyscale(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return luminance 0..255; transparent parts count as paper of the opposite colour."""
    if picture.dtype != np.uint8 or picture.ndim not in (2, 3) or 0 in picture.shape:
        raise PictureError("This is not a picture: it has no pixels of 8 bits.")
    if picture.ndim == 2:
        return picture.astype(np.float64)
    if picture.shape[2] not in (3, 4):
        raise PictureError("This picture has neither grey, RGB nor RGBA pixels.")
    luminance: NDArray[np.float64] = picture[:, :, :3] @ LUMINANCE
    if picture.shape[2] == 3 or picture[:, :, 3].min() == 255:
        return luminance
    alpha = picture[:, :, 3] / 255.0
    seen = float((luminance * alpha).sum() / max(alpha.sum(), 1e-9))
    backdrop = 255.0 if seen < 128 else 0.0
    blended: NDArray[np.float64] = luminance * alpha + backdrop * (1 - alpha)
    return blended


def _shrunk(grey: NDArray[np.float64]) -> NDArray[np.float64]:
    factor = max(grey.shape) // WORKING_SIDE
    if factor <= 1:
        return grey
    rows, columns = (max(1, n // factor) for n in grey.shape)
    factor_y, factor_x = (min(factor, n) for n in grey.shape)
    cut = grey[: rows * factor_y, : columns * factor_x]
    mean: NDArray[np.float64] = cut.reshape(rows, factor_y, columns, factor_x).mean(axis=(1, 3))
    return mean


def _otsu(grey: NDArray[np.float64]) -> float:
    """Return the grey level that best separates two classes (Otsu 1979)."""
    low, high = float(grey.min()), float(grey.max())
    if high <= low:
        return high
    scale = 255 / (high - low)
    bins = ((grey - low) * scale + 0.5).astype(np.int64)
    histogram = np.bincount(bins.reshape(-1), minlength=256)
    weight = np.cumsum(histogram)
    mass = np.cumsum(histogram * np.arange(256))
    rest = weight[-1] - weight
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mass[-1] * weight - mass * weight[-1]) ** 2 / (weight * rest.astype(float))
    best = int(np.nanargmax(np.where(rest > 0, between, -1)))
    return low + (best + 0.5) / scale


def _paper_is(bright: NDArray[np.bool_]) -> bool:
    """Return whether the bright class is the paper: it has most of the border and the area."""
    border = np.concatenate([bright[0], bright[-1], bright[1:-1, 0], bright[1:-1, -1]])
    return bool(2 * border.mean() + bright.mean() > 1.5)


def _noise(contrast: NDArray[np.float64], core: NDArray[np.bool_]) -> float:
    """Return how much the paper varies away from the ink (95th percentile, grey levels)."""
    reach = max(3, max(core.shape) // 40)
    far = _box_sum(core, reach) == 0
    return float(np.percentile(np.abs(contrast[far]), 95)) if far.any() else 0.0


def _local_paper(signed: NDArray[np.float64], core: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the paper's level at every pixel: an average of the paper around it."""
    paper = ~core
    for _ in range(2):  # the second pass knows which shaded paper was taken for ink
        level = _paper_average(signed, paper)
        residual = signed - level
        paper = residual <= max(_otsu(residual), 2.0)
    return _paper_average(signed, paper)


def _paper_average(signed: NDArray[np.float64], paper: NDArray[np.bool_]) -> NDArray[np.float64]:
    reach = max(4, max(signed.shape) // 10)
    count = _box_sum(paper, reach)
    overall = float(signed[paper].mean()) if paper.any() else 0.0
    total = _box_sum(np.where(paper, signed, 0.0), reach)
    # A little of the overall level keeps places with hardly any paper in reach defined.
    average: NDArray[np.float64] = (total + 0.5 * overall) / (count + 0.5)
    return average


def _box_sum(values: NDArray[np.generic], reach: int) -> NDArray[np.float64]:
    """Return, for every pixel, the sum over the square of ±``reach`` pixels around it."""
    table = np.pad(values.astype(np.float64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    rows, columns = values.shape
    top, bottom = (np.clip(np.arange(rows) + d, 0, rows) for d in (-reach, reach + 1))
    left, right = (np.clip(np.arange(columns) + d, 0, columns) for d in (-reach, reach + 1))
    upper, lower = table[top], table[bottom]
    sums: NDArray[np.float64] = lower[:, right] - lower[:, left] - upper[:, right] + upper[:, left]
    return sums

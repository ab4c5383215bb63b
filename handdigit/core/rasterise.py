"""Strokes to anti-aliased pixels, straight from the geometry.

A pixel's coverage follows from its distance to the nearest centre line, so more points on
the same path, or another pen speed, change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

PIECE_LENGTH = 1.0
"""Segments are cut to at most this many pixels, which bounds the patch each one can touch."""


def rasterise(
    paths: Sequence[NDArray[np.float64]],
    shape: tuple[int, int],
    *,
    radius: float,
    softness: float,
) -> NDArray[np.float32]:
    """Return the coverage of round pen strokes.

    Args:
        paths: centre lines, each (N, 2) of x, y in pixels; pixel (row, column) is centred
            at (column + 0.5, row + 0.5). A path of one point is a dot.
        shape: rows and columns of the result.
        radius: distance from the centre line at which coverage is one half, in pixels.
        softness: width of the ramp from full to no coverage, in pixels; 1 is what exact
            anti-aliasing of a straight edge gives.

    Returns:
        Coverage 0..1 of that shape.
    """
    start, end = _pieces(paths)
    rows, columns = shape
    outer = radius + softness / 2
    half = int(np.ceil(outer + PIECE_LENGTH / 2))
    # A margin of one patch on every side spares all clipping below.
    padded = np.full((rows + 2 * half, columns + 2 * half), np.float32(outer**2))

    span = end - start
    length2 = np.einsum("ij,ij->i", span, span)
    inverse = np.divide(1.0, length2, out=np.zeros_like(length2), where=length2 > 0)
    corner = np.floor((start + end) / 2).astype(np.int64) - half
    visible = np.all((corner > (-2 * half - 1, -2 * half - 1)) & (corner < (columns, rows)), axis=1)
    start, span, inverse, corner = start[visible], span[visible], inverse[visible], corner[visible]

    offsets = np.arange(2 * half + 1)
    x = (corner[:, :1] + offsets + (0.5 - start[:, :1])).astype(np.float32)[:, None, :]
    y = (corner[:, 1:] + offsets + (0.5 - start[:, 1:])).astype(np.float32)[:, :, None]
    dx, dy = (span[:, i].astype(np.float32)[:, None, None] for i in (0, 1))
    along = np.clip((x * dx + y * dy) * inverse.astype(np.float32)[:, None, None], 0, 1)
    distance2 = (x - along * dx) ** 2 + (y - along * dy) ** 2

    row = np.clip(corner[:, 1:] + half + offsets, 0, padded.shape[0] - 1)
    column = np.clip(corner[:, :1] + half + offsets, 0, padded.shape[1] - 1)
    flat = row[:, :, None] * padded.shape[1] + column[:, None, :]
    np.minimum.at(padded.reshape(-1), flat.reshape(-1), distance2.reshape(-1))

    distance = np.sqrt(padded[half : half + rows, half : half + columns])
    return np.clip((radius - distance) / np.float32(softness) + np.float32(0.5), 0, 1)


def _pieces(
    paths: Sequence[NDArray[np.float64]],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return starts and ends, (M, 2) each, of short pieces that together are the paths."""
    start = np.concatenate([path[:-1] if len(path) > 1 else path for path in paths])
    end = np.concatenate([path[1:] if len(path) > 1 else path for path in paths])
    count = np.maximum(1, np.ceil(np.hypot(*(end - start).T) / PIECE_LENGTH)).astype(np.int64)
    if count.max() == 1:
        return start, end
    index = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    total = np.repeat(count, count)[:, None]
    origin, span = (np.repeat(a, count, axis=0) for a in (start, end - start))
    low, high = index[:, None] / total, (index[:, None] + 1) / total
    return origin + span * low, origin + span * high

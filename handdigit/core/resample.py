"""Pictures moved by an affine map, and lines in pictures made thicker or thinner."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

DIRECTIONS = 16
RINGS = 2
"""How finely the disc that lines grow by is sampled."""


def resampled(
    picture: NDArray[np.floating],
    matrix: NDArray[np.floating],
    origin: NDArray[np.floating],
    shape: tuple[int, int],
    *,
    samples: int = 1,
) -> NDArray[np.float64]:
    """Return what an (H, W) picture shows at ``matrix @ (x, y) + origin``, paper 0 around it.

    Args:
        picture: pixel (row, column) covers x from column to column + 1, y likewise.
        matrix: (2, 2), from the result's (x, y) to the picture's.
        origin: where the result's (0, 0) lies in the picture.
        shape: rows and columns of the result.
        samples: each pixel is the mean of this many bilinear samples a side.
    """
    rows, columns = ((np.arange(n * samples) + 0.5) / samples for n in shape)
    x = matrix[0, 0] * columns + matrix[0, 1] * rows[:, None] + origin[0] - 0.5
    y = matrix[1, 0] * columns + matrix[1, 1] * rows[:, None] + origin[1] - 0.5
    values = _bilinear(np.pad(np.asarray(picture, np.float64), 1), x + 1, y + 1)
    blocks = values.reshape(shape[0], samples, shape[1], samples)
    mean: NDArray[np.float64] = blocks.mean(axis=(1, 3))
    return mean


def grown(picture: NDArray[np.float64], pixels: float) -> NDArray[np.float64]:
    """Return an (H, W) picture whose lines are ``pixels`` wider on either side, or thinner.

    Grey dilation with a disc, or erosion where ``pixels`` is negative (Serra 1982).
    """
    if pixels == 0:
        return picture
    rows, columns = (np.arange(n, dtype=np.float64) for n in picture.shape)
    best = picture
    margin = 2 + math.ceil(abs(pixels))
    padded = np.pad(picture, margin)
    choose = np.maximum if pixels > 0 else np.minimum
    for ring in range(1, RINGS + 1):
        radius = abs(pixels) * ring / RINGS
        for angle in np.arange(DIRECTIONS) * (2 * math.pi / DIRECTIONS):
            x = columns + margin + radius * math.cos(angle)
            y = rows[:, None] + margin + radius * math.sin(angle)
            best = choose(best, _bilinear(padded, *np.broadcast_arrays(x, y)))
    return best


def _bilinear(
    picture: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return values at pixel-index coordinates; beyond the outermost pixels theirs is meant."""
    height, width = picture.shape
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    column = np.minimum(x.astype(np.int64), width - 2)
    row = np.minimum(y.astype(np.int64), height - 2)
    dx, dy = x - column, y - row
    corner = row * width + column
    flat = picture.reshape(-1)
    upper = flat[corner] * (1 - dx) + flat[corner + 1] * dx
    lower = flat[corner + width] * (1 - dx) + flat[corner + width + 1] * dx
    value: NDArray[np.float64] = upper * (1 - dy) + lower * dy
    return value

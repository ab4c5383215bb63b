"""Sums, extremes and reductions over square neighbourhoods, whatever their size, in one pass.

Sums come from an integral image (Crow 1984), extremes from windows that double in length.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

FEW = 4
"""Up to this reach shifted copies are added up, which is quicker than an integral image."""


def box_mean(values: NDArray[Any], reach: int) -> Floats:
    """Return the mean of (H, W) values over ±``reach`` pixels, at the edges over what is there."""
    ones = [_window_sum(np.ones(n), 0, reach) for n in values.shape]
    sums = _window_sum(_window_sum(values.astype(np.float32), 0, reach), 1, reach)
    share = 1 / np.outer(*ones).astype(np.float32)
    mean: Floats = (sums * share).astype(np.float32)
    return mean


def _window_sum(values: NDArray[Any], axis: int, reach: int) -> NDArray[Any]:
    """Return the sums over ±``reach`` along an axis; what is outside counts nothing."""
    count = values.shape[axis]
    line = np.moveaxis(values, axis, 0)
    if reach <= FEW:
        sums = line.copy()
        for step in range(1, min(reach, count - 1) + 1):
            sums[step:] += line[:-step]
            sums[:-step] += line[step:]
        return np.moveaxis(sums, 0, axis)
    table = np.zeros((count + 1, *line.shape[1:]))
    np.cumsum(line, axis=0, out=table[1:])
    index = np.arange(count)
    last, first = np.minimum(index + reach + 1, count), np.maximum(index - reach, 0)
    return np.moveaxis(table[last] - table[first], 0, axis)


def dilated(values: NDArray[Any], reach: int) -> NDArray[Any]:
    """Return the maximum of (H, W) values over ±``reach`` pixels."""
    return _extreme(values, reach, np.maximum)


def eroded(values: NDArray[Any], reach: int) -> NDArray[Any]:
    """Return the minimum of (H, W) values over ±``reach`` pixels."""
    return _extreme(values, reach, np.minimum)


def closed(values: NDArray[Any], reach: int) -> NDArray[Any]:
    """Return (H, W) values without what is dark and narrower than 2·``reach`` + 1 pixels.

    The edge between a dark and a bright half plane stays where it is (Serra 1982).
    """
    return eroded(dilated(values, reach), reach)


def _extreme(values: NDArray[Any], reach: int, choose: np.ufunc) -> NDArray[Any]:
    if reach < 1:
        return values
    for axis in (0, 1):
        line = np.moveaxis(values, axis, 0)
        count, length = len(line), 2 * reach + 1
        padding = ((reach, reach), (0, 0))
        best, done = np.pad(line, padding, mode="edge"), 1
        while done < length:
            step = min(done, length - done)
            best = choose(best[: len(best) - step], best[step:])
            done += step
        values = np.moveaxis(best[:count], 0, axis)
    return np.ascontiguousarray(values)


def reduction(shape: tuple[int, ...], side: int) -> int:
    """Return by which whole number pixels are reduced to come nearest to ``side``, 1 or more."""
    return max(1, min(round(max(shape[:2]) / side), *shape[:2]))


def reduced(values: NDArray[Any], factor: int) -> Floats:
    """Return the means of ``factor`` × ``factor`` pixels of (H, W) or (H, W, C) values."""
    if values.ndim == 3:
        planes = [reduced(values[:, :, c], factor) for c in range(values.shape[2])]
        return np.stack(planes, axis=2)
    rows, columns = (n // factor for n in values.shape)
    cut = values[: rows * factor, : columns * factor]
    if factor == 1:
        return cut.astype(np.float32)
    total = np.zeros((rows, columns), np.float32)
    for row in range(factor):
        for column in range(factor):
            total += cut[row::factor, column::factor]
    return (total / np.float32(factor**2)).astype(np.float32, copy=False)


def expanded(values: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    """Return (h, w) values at a larger (H, W), each pixel as the nearest one."""
    rows, columns = (
        np.arange(large) * small // large for large, small in zip(shape, values.shape, strict=True)
    )
    nearest: NDArray[Any] = values[rows].take(columns, axis=1)
    return nearest

"""Sums, extremes and reductions over square neighbourhoods, whatever their size, in one pass.

Sums come from an integral image (Crow 1984), extremes from windows that double in length.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def box_mean(values: NDArray[Any], reach: int) -> Floats:
    """Return the mean of (H, W) values over ±``reach`` pixels, at the edges over what is there."""
    ones = [_window_sum(np.ones(n), 0, reach) for n in values.shape]
    sums = _window_sum(_window_sum(values.astype(np.float64), 0, reach), 1, reach)
    mean: Floats = (sums / ones[0][:, None] / ones[1]).astype(np.float32)
    return mean


def _window_sum(values: NDArray[np.float64], axis: int, reach: int) -> NDArray[np.float64]:
    count = values.shape[axis]
    table = np.zeros([n + (k == axis) for k, n in enumerate(values.shape)])
    np.cumsum(values, axis=axis, out=np.moveaxis(np.moveaxis(table, axis, 0)[1:], 0, axis))
    index = np.arange(count)
    last, first = np.minimum(index + reach + 1, count), np.maximum(index - reach, 0)
    sums: NDArray[np.float64] = table.take(last, axis) - table.take(first, axis)
    return sums


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


def reduced(values: NDArray[Any], factor: int) -> Floats:
    """Return the means of ``factor`` × ``factor`` pixels of (H, W) or (H, W, C) values."""
    rows, columns = (n // factor for n in values.shape[:2])
    cut = values[: rows * factor, : columns * factor]
    if factor == 1:
        return cut.astype(np.float32)
    total = np.zeros((rows, columns, *values.shape[2:]), np.float32)
    for row in range(factor):
        for column in range(factor):
            total += cut[row::factor, column::factor]
    return total / np.float32(factor**2)

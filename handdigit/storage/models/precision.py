"""Weights in less room: half precision, or a byte each.

What is stored is exactly what is read: a model is rounded first, then written in the least room
that keeps every one of its weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, NDArray[np.generic]]
"""Parameters by their name."""
SCALE = "|scale"
"""Ends the name of the scales that belong to weights of a byte each."""
_MOST = 127
_SCALE_BITS = 16
"""Of a scale's mantissa: a weight, 7 bits more, is then exact in float32."""


class Precision(StrEnum):
    """What weights are rounded to."""

    HALF = "half"
    """float16: 11 bits of each weight."""
    BYTE = "byte"
    """int8 with a scale for every row of a matrix or kernel; vectors stay as they are. Source:
    symmetric quantisation as in Krishnamoorthi 2018, "Quantizing deep convolutional networks"."""


def rounded(weights: NDArray[np.generic], precision: Precision) -> NDArray[np.generic]:
    """Return float32 weights rounded; what is too large for half precision becomes infinite."""
    if weights.dtype != np.float32:
        return weights
    if precision is Precision.HALF:
        with np.errstate(over="ignore"):
            return weights.astype(np.float16).astype(np.float32)
    return weights if weights.ndim < 2 else _widened(*_as_bytes(weights))


def stored(weights: Weights) -> dict[str, NDArray[np.generic]]:
    """Return what to store: each array in the least room that loses nothing of it."""
    found: dict[str, NDArray[np.generic]] = {}
    for name, value in weights.items():
        array = np.ascontiguousarray(value)
        found[name] = array
        if array.dtype != np.float32:
            continue
        if array.ndim > 1:
            steps, scales = _as_bytes(array)
            if _is_same(_widened(steps, scales), array):
                found[name], found[name + SCALE] = steps, scales
                continue
        with np.errstate(over="ignore"):
            half = array.astype(np.float16)
        if _is_same(half.astype(np.float32), array):
            found[name] = half
    return found


def restored(found: Weights) -> dict[str, NDArray[np.generic]]:
    """Return weights as they were before they were stored.

    Raises:
        ValueError: scales do not fit their weights.
    """
    weights: dict[str, NDArray[np.generic]] = {}
    for name, value in found.items():
        if name.endswith(SCALE):
            continue
        scales = found.get(name + SCALE)
        if scales is not None:
            weights[name] = _widened(value, scales)
        else:
            weights[name] = value.astype(np.float32) if value.dtype == np.float16 else value
    return weights


def _as_bytes(weights: NDArray[np.generic]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return the nearest whole steps of (N, …) weights, and the (N,) scales of their rows."""
    rows = weights.reshape(len(weights), -1).astype(np.float32)
    with np.errstate(all="ignore"):  # infinite weights are no steps, so they stay as they are
        mantissa, exponent = np.frexp(np.abs(rows).max(axis=1, initial=0) / np.float32(_MOST))
        scales = np.ldexp(np.rint(np.ldexp(mantissa, _SCALE_BITS)), exponent - _SCALE_BITS)
        scales = np.where(np.isfinite(scales), scales, 0).astype(np.float32)
        steps = np.rint(rows / np.where(scales > 0, scales, 1)[:, None])
    clipped = np.clip(np.nan_to_num(steps), -_MOST, _MOST).astype(np.int8)
    return clipped.reshape(weights.shape), scales


def _is_same(some: NDArray[np.generic], other: NDArray[np.generic]) -> bool:
    """Return whether all bits agree: 0 and -0 differ, as they do in a fingerprint."""
    return np.array_equal(some.view(np.uint32), other.view(np.uint32))


def _widened(steps: NDArray[np.generic], scales: NDArray[np.generic]) -> NDArray[np.float32]:
    if steps.dtype != np.int8 or scales.dtype != np.float32 or scales.shape != steps.shape[:1]:
        raise ValueError("scales do not fit their weights")
    rows = steps.reshape(len(steps), -1).astype(np.float32)
    with np.errstate(all="ignore"):  # a damaged file's are refused by who computes with them
        products = rows * scales.astype(np.float32)[:, None]
    weights: NDArray[np.float32] = products.reshape(steps.shape)
    return weights

"""Kernels everybody knows, by name: smoothing, edges, sharpening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import comb

import numpy as np

from handdigit.core.convolution import Values


@dataclass(frozen=True, slots=True)
class NamedKernel:
    """A kernel everybody knows; it belongs to cross-correlation as it is written."""

    row: Callable[[int], Values] | None
    """Its one-dimensional form of a size; None where there is none."""
    matrix: Callable[[int], Values]
    """Its two-dimensional form of a size."""
    any_size: bool = False
    """Whether it is made for any size; the others are of size 3 whatever is asked for."""


def _fixed(*values: object) -> Callable[[int], Values]:
    return lambda _size: np.array(values, np.float64)


def _separable(row: Callable[[int], Values]) -> NamedKernel:
    return NamedKernel(row, lambda size: np.outer(row(size), row(size)), any_size=True)


def _one(size: int) -> Values:
    # The middle of an even size is where padding "same" gives the input back.
    row: Values = np.eye(size)[(size - 1) // 2]
    return row


def _binomial(size: int) -> Values:
    row: Values = np.array([comb(size - 1, k) / 2 ** (size - 1) for k in range(size)])
    return row


NAMED_KERNELS: dict[str, NamedKernel] = {
    "identity": _separable(_one),
    "box": _separable(lambda size: np.full(size, 1 / size)),
    "gaussian": _separable(_binomial),
    "vertical-edge": NamedKernel(_fixed(1, 0, -1), _fixed(*[(1, 0, -1)] * 3)),
    "sobel-x": NamedKernel(None, _fixed((-1, 0, 1), (-2, 0, 2), (-1, 0, 1))),
    "sobel-y": NamedKernel(None, _fixed((-1, -2, -1), (0, 0, 0), (1, 2, 1))),
    "laplacian": NamedKernel(_fixed(1, -2, 1), _fixed((0, 1, 0), (1, -4, 1), (0, 1, 0))),
    "sharpen": NamedKernel(_fixed(-1, 3, -1), _fixed((0, -1, 0), (-1, 5, -1), (0, -1, 0))),
}
"""The Gaussian is binomial: 1 2 1, 1 4 6 4 1, … over their sum."""

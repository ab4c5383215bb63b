"""What a kernel on the picture answers to, where it is like something that has a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from handdigit.inspection.trace import Values
from handdigit.sentences import noted

LEAST_KERNEL = 3
"""Smaller ones cannot be told apart."""
LIKENESS, LIKENESS_OF_NINE = 0.7, 0.8
"""Least cosine of kernel and template; of kernels with nine weights, which chance makes alike
more easily. Of random kernels one in twenty reaches it at most."""

EDGES = (
    noted("an edge with ink on its right and paper on its left"),
    noted("an edge with ink to the lower right and paper to the upper left"),
    noted("an edge with ink below and paper above"),
    noted("an edge with ink to the lower left and paper to the upper right"),
    noted("an edge with ink on its left and paper on its right"),
    noted("an edge with ink to the upper left and paper to the lower right"),
    noted("an edge with ink above and paper below"),
    noted("an edge with ink to the upper right and paper to the lower left"),
)
"""Where the ink is, from the right clockwise in steps of 45°."""
LINES = (
    noted("a level line of ink"),
    noted("a line of ink that falls to the right"),
    noted("an upright line of ink"),
    noted("a line of ink that rises to the right"),
)
GAPS = (
    noted("a level gap between ink"),
    noted("a gap between ink that falls to the right"),
    noted("an upright gap between ink"),
    noted("a gap between ink that rises to the right"),
)
DOT, HOLE = noted("a dot of ink with paper around it"), noted("a dot of paper with ink around it")
INK, PAPER = noted("ink, wherever under it"), noted("paper, wherever under it")


def kernel_name(kernel: Values) -> str | None:
    """Return what a (K, K) kernel on the picture answers to, None if that has no simple name."""
    size = len(kernel)
    length = float(np.linalg.norm(kernel))
    if size < LEAST_KERNEL or length == 0:
        return None
    likeness = {
        name: float((template * kernel).sum()) / length
        for name, template in templates(size).items()
    }
    best = max(likeness, key=lambda name: likeness[name])
    least = LIKENESS_OF_NINE if size == LEAST_KERNEL else LIKENESS
    return best if likeness[best] >= least else None


@lru_cache(maxsize=8)
def templates(size: int) -> Mapping[str, Values]:
    """Return (size, size) kernels of length 1 by what they answer to; ink is positive."""
    centred = np.arange(size) - (size - 1) / 2
    y, x = np.meshgrid(centred, centred, indexing="ij")
    found: dict[str, Values] = {}
    for number, name in enumerate(EDGES):
        angle = number * np.pi / 4
        found[name] = np.sign(np.round(x * np.cos(angle) + y * np.sin(angle), 6))
    for number, names in enumerate(zip(LINES, GAPS, strict=True)):
        angle = number * np.pi / 4
        distance = np.abs(y * np.cos(angle) - x * np.sin(angle))
        _add_pair(found, names, distance <= max(0.5, size / 6))
    _add_pair(found, (DOT, HOLE), np.hypot(x, y) <= max(0.75, size / 5))
    found[INK] = np.ones((size, size))
    found[PAPER] = -found[INK]
    return {name: template / np.linalg.norm(template) for name, template in found.items()}


def _add_pair(found: dict[str, Values], names: tuple[str, str], inside: Values) -> None:
    """Add what is ink inside and paper outside, and the opposite; together they are 0."""
    template = inside - inside.mean()
    found[names[0]], found[names[1]] = template, -template

"""Shapes as rows of points on a grid, and the paths that a pen takes through them.

The notation is explained at the top of ``assets/shapes.txt``. A path is linear in the points
of its shape, so thousands of variants of one shape are one product of matrices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import DataFileError
from handdigit.sentences import sentence

GRID = 10
"""Columns and rows of the grid."""
POINTS = 48
"""Of a path."""
FEWEST = 3
"""Points of a stroke, however short."""
KEPT = "*"
"""Ends the name of a shape that is kept to measure by."""
SMOOTH = "~"
FINE = 24
"""Places between two points of a curve at which its length is measured."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A letter or sign in one way of writing it."""

    name: str
    """Several ways of writing one sign have the same name."""
    is_kept: bool
    """Whether it is never learned but measured by."""
    points: NDArray[np.float32]
    """(C, 2) of x, y with y down, in sides of the grid."""
    weights: NDArray[np.float32]
    """(48, C): how much each point of the path follows each point of the shape."""
    lifts: NDArray[np.bool_]
    """(48,) whether the pen leaves the paper after a point of the path."""


def parse_shapes(text: str) -> tuple[Shape, ...]:
    """Return the shapes of a text, one a line.

    Raises:
        DataFileError: a line is malformed; it says which.
    """
    shapes = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            try:
                shapes.append(_shape(line))
            except ValueError:
                raise DataFileError(
                    sentence(
                        "Line {0} of the shapes is no name with rows of points: {1}", number, line
                    )
                ) from None
    return tuple(shapes)


def weights_of(
    counts: Sequence[int], smooth: Sequence[bool], shares: Sequence[float]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return (48, C) weights and (48,) lifts of strokes of points that have no place yet.

    Args:
        counts: points of every stroke.
        smooth: which strokes are curves.
        shares: how long every stroke is, as a share of all.
    """
    evenly = [np.linspace(0, max(1, count - 1), FINE * count) for count in counts]
    along = [np.arange(len(at)) / max(1, len(at) - 1) for at in evenly]
    return _assembled(counts, smooth, np.asarray(shares, np.float64), evenly, along)


def _shape(line: str) -> Shape:
    name, rows = line.split(maxsplit=1)
    strokes: list[NDArray[np.float64]] = []
    smooth = []
    for row in rows.split(","):
        row = row.strip()
        smooth.append(row.startswith(SMOOTH))
        points = row.removeprefix(SMOOTH).split()
        if not points or any(len(point) != 2 for point in points):
            raise ValueError(row)
        strokes.append(np.array([[int(digit) for digit in point] for point in points], np.float64))
    evenly, along, lengths = [], [], []
    for stroke, is_smooth in zip(strokes, smooth, strict=True):
        at = np.linspace(0, max(1, len(stroke) - 1), FINE * len(stroke))
        path = _follow(at, len(stroke), smooth=is_smooth) @ stroke
        steps = np.hypot(*np.diff(path, axis=0).T)
        travelled = np.concatenate([[0], np.cumsum(steps)])
        lengths.append(float(travelled[-1]))
        evenly.append(at)
        along.append(travelled / (travelled[-1] or 1))
    counts = [len(stroke) for stroke in strokes]
    weights, lifts = _assembled(counts, smooth, np.array(lengths), evenly, along)
    places = np.concatenate(strokes) / (GRID - 1) - 0.5
    return Shape(
        name.removesuffix(KEPT) or KEPT,
        len(name) > 1 and name.endswith(KEPT),
        places.astype(np.float32),
        weights,
        lifts,
    )


def _assembled(
    counts: Sequence[int],
    smooth: Sequence[bool],
    lengths: NDArray[np.float64],
    evenly: Sequence[NDArray[np.float64]],
    along: Sequence[NDArray[np.float64]],
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Spread the path's points over the strokes by length; ``along`` is where ``evenly`` is."""
    free = POINTS - FEWEST * len(counts)
    given = FEWEST + np.floor(free * lengths / (lengths.sum() or 1)).astype(int)
    given[int(lengths.argmax())] += POINTS - int(given.sum())
    weights = np.zeros((POINTS, sum(counts)), np.float32)
    row = column = 0
    for count, is_smooth, mine, at, travelled in zip(
        counts, smooth, given, evenly, along, strict=True
    ):
        places = np.interp(np.linspace(0, 1, mine), travelled, at)
        weights[row : row + mine, column : column + count] = _follow(
            places, count, smooth=is_smooth
        )
        row, column = row + int(mine), column + count
    lifts = np.zeros(POINTS, bool)
    lifts[np.cumsum(given) - 1] = True
    return weights, lifts


def _follow(at: NDArray[np.float64], count: int, *, smooth: bool) -> NDArray[np.float64]:
    """Return (N, count) weights of a stroke's points at N places, 0 the first, 1 the second.

    Smooth is a Catmull-Rom spline (1974): through every point, there along its neighbours.
    """
    weights = np.zeros((len(at), count))
    if count == 1:
        weights[:] = 1
        return weights
    first = np.clip(np.floor(at).astype(int), 0, count - 2)
    t = at - first
    rows = np.arange(len(at))
    if not smooth:
        np.add.at(weights, (rows, first), 1 - t)
        np.add.at(weights, (rows, first + 1), t)
        return weights
    terms = (
        (first - 1, -0.5 * t + t**2 - 0.5 * t**3),
        (first, 1 - 2.5 * t**2 + 1.5 * t**3),
        (first + 1, 0.5 * t + 2 * t**2 - 1.5 * t**3),
        (first + 2, -0.5 * t**2 + 0.5 * t**3),
    )
    for point, weight in terms:
        np.add.at(weights, (rows, np.clip(point, 0, count - 1)), weight)
    return weights

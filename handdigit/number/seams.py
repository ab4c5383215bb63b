"""Digits that touch in a picture: cuts from top to bottom through little ink.

A cut is the way from the top row to the bottom row that passes through the least ink: a seam
(Avidan and Shamir 2007), as segmentations of handwriting by shortest paths use it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

APART = 0.2
"""How far a seam is from the next one, and from the ends, in line heights."""
THICKEST = 1.8
"""How much ink a seam passes through at most, in widths of the pen: digits touch at one place."""
STEP = 0.02
"""What a pixel of paper costs: shorter ways are taken."""
SIDEWAYS = 0.3
"""What a step aside costs."""


def seams(ink: Floats, height: float, pen: float) -> NDArray[np.int64]:
    """Return the (N, H) columns of the cuts through (H, W) ink of 0..1, from left to right.

    Args:
        ink: a connected part of a line.
        height: of the line, in pixels.
        pen: width of its strokes, in pixels.
    """
    down, up, through = _costs(ink)
    apart = max(1, round(APART * height))
    columns: list[int] = []
    most = THICKEST * pen + STEP * len(ink)
    for column in np.argsort(through, kind="stable").tolist():
        if through[column] > most:
            break
        is_inside = apart <= column < ink.shape[1] - apart
        if is_inside and all(abs(column - other) >= apart for other in columns):
            columns.append(column)
    found = [_traced(down, up, column) for column in sorted(columns)]
    return np.array(found, np.int64).reshape(-1, len(ink))


def seam_between(ink: Floats, first: int, last: int) -> NDArray[np.int64]:
    """Return the (H,) columns of the best cut that divides what lies between two columns.

    It stays in the middle half of them: outside it may go round all of the (H, W) ink.
    """
    quarter = max(1, (last - first) // 4)
    low = first + quarter
    down, up, through = _costs(ink[:, low : last - quarter + 1])
    return low + np.array(_traced(down, up, int(through.argmin())), np.int64)


def _costs(ink: Floats) -> tuple[Floats, Floats, Floats]:
    """Return what ways to every pixel cost from above, from below, and through the middle row."""
    cost = ink + STEP
    down, up = _ways(cost), _ways(cost[::-1])[::-1]
    middle = len(ink) // 2
    return down, up, down[middle] + up[middle] - cost[middle]


def _ways(cost: Floats) -> Floats:
    """Return what the cheapest way from the first row to every pixel costs."""
    total = cost.copy()
    for row in range(1, len(cost)):
        before = np.pad(total[row - 1], 1, constant_values=np.inf)
        aside = np.minimum(before[:-2], before[2:]) + SIDEWAYS
        total[row] += np.minimum(before[1:-1], aside)
    return total


def _traced(down: Floats, up: Floats, column: int) -> list[int]:
    """Return the columns of the cheapest way through a column of the middle row."""
    middle = len(down) // 2
    above = _followed(down[:middle][::-1], column)
    below = _followed(up[middle + 1 :], column)
    return [*above[::-1], column, *below]


def _followed(rows: Floats, column: int) -> list[int]:
    way = []
    for row in rows:
        first = max(0, column - 1)
        near = row[first : column + 2] + SIDEWAYS * (
            np.arange(first, first + len(row[first : column + 2])) != column
        )
        column = first + int(near.argmin())
        way.append(column)
    return way

"""The outline of ink in a picture: marching squares."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

LEVEL = 127.5
"""Grey level on the outline: half ink."""

Segment = tuple[tuple[float, float], tuple[float, float]]
"""Two points as (x, y) in pixels; the pixel in row r, column c is centred at (c + ½, r + ½)."""

# Which two sides of a cell the outline crosses, for each pattern of inked corners: 1 top left,
# 2 top right, 4 bottom right, 8 bottom left. Sides: 0 top, 1 right, 2 bottom, 3 left.
_SIDES: tuple[tuple[tuple[int, int], ...], ...] = (
    (), ((3, 0),), ((0, 1),), ((3, 1),), ((1, 2),), ((3, 0), (1, 2)), ((0, 2),), ((3, 2),),
    ((2, 3),), ((2, 0),), ((0, 1), (2, 3)), ((2, 1),), ((1, 3),), ((1, 0),), ((0, 3),), (),
)  # fmt: skip
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))
"""Row and column of the corners in the order of their bits; side i joins corners i and i + 1."""


def outline(picture: NDArray[np.uint8], level: float = LEVEL) -> tuple[Segment, ...]:
    """Return the outline of the ink in an (H, W) picture; beyond its edge all is paper.

    Source: Lorensen and Cline 1987, in two dimensions.
    """
    grey = np.pad(picture.astype(np.float64), 1)
    inked = grey > level
    pattern = sum(
        (inked[r : inked.shape[0] - 1 + r, c : inked.shape[1] - 1 + c].astype(np.int64) << bit)
        for bit, (r, c) in enumerate(_CORNERS)
    )
    return tuple(_segments(grey, np.asarray(pattern), level))


def _segments(
    grey: NDArray[np.float64], pattern: NDArray[np.int64], level: float
) -> Iterator[Segment]:
    for row, column in np.argwhere((pattern > 0) & (pattern < 15)).tolist():
        for sides in _SIDES[pattern[row, column]]:
            first, second = (_crossing(grey, row, column, side, level) for side in sides)
            yield first, second


def _crossing(
    grey: NDArray[np.float64], row: int, column: int, side: int, level: float
) -> tuple[float, float]:
    """Return where the outline crosses a side of the cell below and right of a pixel."""
    # In one direction whichever of the side's two cells asks: the ends of segments meet exactly.
    (r0, c0), (r1, c1) = sorted((_CORNERS[side], _CORNERS[(side + 1) % 4]))
    start, end = grey[row + r0, column + c0], grey[row + r1, column + c1]
    share = float((level - start) / (end - start))
    # One pixel of padding and half a pixel to its centre.
    x, y = c0 + (c1 - c0) * share, r0 + (r1 - r0) * share
    return column + x - 0.5, row + y - 0.5

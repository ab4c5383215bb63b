"""A line of digits in a picture: connected parts of its ink, and slices of parts that touch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import NUMBER_PIECES
from handdigit.errors import InkError
from handdigit.ink.components import components_of
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds
from handdigit.ink.neighbourhood import dilated
from handdigit.ink.pen_width import as_pen, stroke_width
from handdigit.number.candidates import Candidates, Proximity, candidates_among
from handdigit.number.pieces import CUT_WIDTH, Group, Piece, typical_height
from handdigit.number.seams import seams
from handdigit.sentences import sentence

STRONG = 64
"""Of 255: weaker ink connects nothing."""
SMALLEST = 0.06
"""Of the highest part: a smaller one is a speck."""
SAMPLED = 64
"""Pixels of a piece among which the nearest is looked for."""
ROOM = 0.15
"""Of a group's size: the ink around its pieces that is too weak to be one."""


class PictureLine:
    """The pieces of a line: a part that is wide is sliced where digits may touch.

    A part is what a stroke is in an ink, and a slice what a point is.
    """

    def __init__(self, found: FoundInk) -> None:
        """Take the ink of a picture.

        Raises:
            InkError: there are more parts than any number has.
        """
        self._found = found
        parts = components_of(found.ink >= STRONG)
        size = np.maximum(parts.height, parts.width)
        kept = np.flatnonzero(size >= max(2.0, SMALLEST * size.max(initial=0)))
        if len(kept) > NUMBER_PIECES:
            raise InkError(
                sentence("There are too many lines in this picture: cut out the number.")
            )
        kept = kept[np.argsort(parts.box[kept, 1] + parts.box[kept, 3], kind="stable")]
        box = parts.box[kept]
        width = float(np.ptp(box[:, [1, 3]])) if len(kept) else 0.0
        self.height = typical_height(parts.height[kept], width) if len(kept) else 0.0
        self._corner = box[:, :2]
        self._slices = [
            self._sliced(
                found.ink[top:bottom, left:right], parts.labels[top:bottom, left:right] == n + 1
            )
            for n, (top, left, bottom, right) in zip(kept.tolist(), box.tolist(), strict=True)
        ]

    def _sliced(self, ink: NDArray[np.uint8], mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Return the number of the slice at every pixel of a part's box, -1 beside the part."""
        number = np.zeros(mask.shape, np.int64)
        if mask.shape[1] >= CUT_WIDTH * self.height and self.height >= 8:
            for columns in seams(np.where(mask, ink / 255, 0.0), self.height, stroke_width(mask)):
                number += np.arange(mask.shape[1]) >= columns[:, None]
        present = np.unique(number[mask])
        number = np.searchsorted(present, number)
        number[~mask] = -1
        return number

    @property
    def seems_several(self) -> bool:
        """Whether there are tall parts beside each other, or one that is wide."""
        boxes = [self._bounds((Piece(n, 0, self._ends[n]),)) for n in range(len(self._slices))]
        tall = [box for box in boxes if box.height >= self.height / 2]
        if not tall:
            return False
        reach = tall[0].right
        for box in tall[1:]:
            if min(reach, box.right) - box.left < 0.3 * min(box.width, reach - tall[0].left):
                return True
            reach = max(reach, box.right)
        return reach - min(box.left for box in tall) > 1.1 * self.height

    @property
    def _ends(self) -> tuple[int, ...]:
        return tuple(int(number.max()) + 1 for number in self._slices)

    def candidates(self) -> Candidates:
        """Return the groups that may be digits; bounds are in pixels of the found ink."""
        ends = self._ends
        units = [(Piece(n, k, k + 1),) for n, end in enumerate(ends) for k in range(end)]
        return candidates_among(units, Proximity(self._pixels), self.height, ends)

    def in_picture(self, bounds: Bounds) -> Bounds:
        """Return where bounds of a candidate are in the picture."""
        return self._found.bounds_of(bounds)

    def ink_of(self, group: Group) -> FoundInk:
        """Return the ink of a group alone, its lines as wide as a pen's."""
        box = self._bounds(group)
        room = 2 + int(ROOM * max(box.width, box.height))
        left, top = (max(0, int(n) - room) for n in box[:2])
        right, bottom = (int(n) + room for n in box[2:])
        ink = self._found.ink[top:bottom, left:right]
        mine, others = (np.zeros(ink.shape, np.bool_) for _ in range(2))
        for number, (slices, corner) in enumerate(zip(self._slices, self._corner, strict=True)):
            _place(
                mine,
                _within(slices, [p for p in group if p.stroke == number]),
                corner - (top, left),
            )
            _place(others, slices >= 0, corner - (top, left))
        level = np.where(dilated(mine, 1) & ~(others & ~mine), ink, 0)
        pen = as_pen((level / np.float32(255)).astype(np.float32), mine)
        return FoundInk.whole(pen.ink)

    def _pixels(self, piece: Piece) -> NDArray[np.float64]:
        """Return some of the (N, 2) x, y of the pixels of a piece, its outermost ones too."""
        rows, columns = np.nonzero(_within(self._slices[piece.stroke], [piece]))
        top, left = self._corner[piece.stroke]
        xy = np.column_stack([columns + left, rows + top]).astype(np.float64)
        outermost = [f(xy[:, axis]) for axis in (0, 1) for f in (np.argmin, np.argmax)]
        # Pixels have a width: what touches is no pixel apart.
        ends = xy[outermost] + [[0, 0.5], [1, 0.5], [0.5, 0], [0.5, 1]]
        return np.concatenate([ends, xy[:: max(1, len(xy) // SAMPLED)] + 0.5])

    def _bounds(self, group: Group) -> Bounds:
        low, high = [], []
        for piece in group:
            xy = self._pixels(piece)
            low.append(xy.min(axis=0))
            high.append(xy.max(axis=0))
        left, top = np.min(low, axis=0).tolist()
        right, bottom = np.max(high, axis=0).tolist()
        return Bounds(left, top, right, bottom)


def _within(slices: NDArray[np.int64], pieces: Sequence[Piece]) -> NDArray[np.bool_]:
    inside = np.zeros(slices.shape, np.bool_)
    for piece in pieces:
        inside |= (slices >= piece.first) & (slices < piece.last)
    return inside


def _place(onto: NDArray[np.bool_], mask: NDArray[np.bool_], corner: NDArray[np.int64]) -> None:
    """Put a mask down at a corner (top, left) that may lie outside."""
    low = np.maximum(corner, 0)
    high = np.minimum(corner + mask.shape, onto.shape)
    if (high > low).all():
        top, left = low - corner
        bottom, right = high - corner
        onto[low[0] : high[0], low[1] : high[1]] |= mask[top:bottom, left:right]

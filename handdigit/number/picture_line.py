"""A line of digits in a picture: connected parts of its ink, and slices of parts that touch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import NUMBER_PIECES
from handdigit.errors import InkError
from handdigit.ink.components import components_of
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds, Ink, Point, Stroke
from handdigit.ink.neighbourhood import dilated
from handdigit.ink.pen_width import as_pen, stroke_width
from handdigit.number.candidates import (
    Candidates,
    Proximity,
    apart_in,
    candidates_among,
    units_of,
)
from handdigit.number.grouping import Grouping
from handdigit.number.pieces import CUT_WIDTH, Group, Piece, typical_height
from handdigit.number.seams import seam_between, seams
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

    A part is what a stroke is in an ink, and the left edge of a column of it what a point is.
    """

    def __init__(self, found: FoundInk, grouping: Grouping = ()) -> None:
        """Take the ink of a picture, and what a person said about the grouping of its parts.

        Raises:
            InkError: there are more parts than any number has.
        """
        self._found, self._grouping = found, grouping
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
        self._box = box
        self._corner = box[:, :2]
        forced = self._forced_cuts()
        self._slices = [
            self._sliced(
                found.ink[top:bottom, left:right],
                parts.labels[top:bottom, left:right] == label + 1,
                forced.get(n, ()),
            )
            for n, (label, (top, left, bottom, right)) in enumerate(
                zip(kept.tolist(), box.tolist(), strict=True)
            )
        ]

    @cached_property
    def places(self) -> Ink:
        """The points that marks name: a stroke for every part, in pixels of the picture."""
        strokes = []
        for top, left, bottom, right in self._box.tolist():
            edges = [
                self._found.bounds_of(Bounds(float(x), float(top), float(x), float(bottom)))
                for x in range(left, right + 1)
            ]
            points = (Point(edge.left, (edge.top + edge.bottom) / 2) for edge in edges)
            strokes.append(Stroke(tuple(points)))
        return Ink(tuple(strokes))

    def _forced_cuts(self) -> dict[int, list[tuple[int, int]]]:
        """Return between which columns of a part there is a cut because somebody said so."""
        forced: dict[int, list[tuple[int, int]]] = {}
        for mark in apart_in(self._grouping):
            places = mark.places(self.places)
            columns = [column for _, column in places]
            if len({part for part, _ in places}) == 1 and max(columns) - min(columns) > 2:
                forced.setdefault(places[0][0], []).append((min(columns), max(columns)))
        return forced

    def _sliced(
        self,
        ink: NDArray[np.uint8],
        mask: NDArray[np.bool_],
        forced: Sequence[tuple[int, int]],
    ) -> NDArray[np.int64]:
        """Return the first column of the slice at every pixel of a part's box, -1 beside it.

        A column is that of the middle row.
        """
        level, middle = np.where(mask, ink / 255, 0.0), len(ink) // 2
        cuts: list[NDArray[np.int64]] = []
        if mask.shape[1] >= CUT_WIDTH * self.height and self.height >= 8:
            cuts.extend(seams(level, self.height, stroke_width(mask)))
        for first, last in forced:
            if not any(first < cut[middle] < last for cut in cuts):
                cuts.append(seam_between(level, first, last))
        cuts.sort(key=lambda cut: int(cut[middle]))
        number = np.zeros(mask.shape, np.int64)
        for cut in cuts:
            number += np.arange(mask.shape[1]) >= cut[:, None]
        present = np.unique(number[mask])
        first_columns = np.array([0, *(cut[middle] for cut in cuts)])[present]
        first_columns[0] = 0
        start: NDArray[np.int64] = first_columns[
            np.searchsorted(present, number).clip(max=len(present) - 1)
        ]
        start[~mask] = -1
        return start

    @property
    def seems_several(self) -> bool:
        """Whether there are tall parts beside each other, or one that is wide."""
        boxes = [self._bounds((Piece(n, 0, end),)) for n, end in enumerate(self._ends)]
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
        return tuple(start.shape[1] for start in self._slices)

    def candidates(self) -> Candidates:
        """Return the groups that may be digits; bounds are in pixels of the found ink."""
        pieces = [
            Piece(n, first, last)
            for n, start in enumerate(self._slices)
            for first, last in pairwise([*np.unique(start[start >= 0]).tolist(), start.shape[1]])
        ]
        units, forbidden = units_of(self.places, pieces, self._grouping)
        proximity = Proximity(self._pixels)
        return candidates_among(units, proximity, self.height, self._ends, forbidden=forbidden)

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
        (rows, columns), around = pen.ink.shape, pen.margin * pen.factor
        x, y = float(left - around), float(top - around)
        part = Bounds(x, y, x + columns * pen.factor, y + rows * pen.factor)
        return FoundInk(pen.ink, self._found.bounds_of(part), self._found.size)

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

"""The pieces of a line of digits: whole strokes, and parts of strokes that were not lifted.

Two digits written without lifting the pen are one stroke. It is cut where little of what
comes after lies left of what was before, and where the pen comes down on both sides; the halves
of a wide 0 or 2 fail one or the other almost everywhere, so cuts are few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Ink, Stroke
from handdigit.number.grouping import Apart

CUT_OVERLAP = 0.3
"""How far two sides of a cut may reach into each other, as a share of the line's height."""
CUT_DESCENT = 0.4
"""How far the pen must come down on both sides of a cut, likewise: no digit is written without."""
CUT_APART = 0.2
"""How far a cut is from the next one at least, along x, likewise."""
CUT_WIDTH = 0.7
"""How wide a stroke is at least that has two digits in it, likewise."""
TALL = 0.5
"""A stroke this high, as a share of the highest one, is taken for most of a digit."""


class Piece(NamedTuple):
    """A run of the points of one stroke; both ends belong to it."""

    stroke: int
    first: int
    last: int


Group = tuple[Piece, ...]
"""The pieces of one digit, in the order of writing; those that follow each other are one."""


def line_height(ink: Ink) -> float:
    """Return how high a digit of this line is, in the ink's units: the median tall stroke."""
    heights = np.array(
        [max(p.y for p in s.points) - min(p.y for p in s.points) for s in ink.strokes]
    )
    return typical_height(heights, ink.bounds().width) if len(heights) else 0.0


def typical_height(heights: NDArray[np.number], width: float) -> float:
    """Return the median of heights that are most of a digit, of a line that is ``width`` wide."""
    tall = heights[heights >= TALL * heights.max()]
    # A line of bars only has no height of its own.
    return float(max(np.median(tall), width / 40, 1e-9))


def pieces(ink: Ink, height: float, marks: Iterable[Apart] = ()) -> tuple[Piece, ...]:
    """Return the pieces of ``ink`` in the order of writing.

    Neighbouring pieces of a stroke share the point of the cut, so none of the ink is lost.

    Args:
        ink: the line.
        height: of the line, see :func:`line_height`.
        marks: points of one stroke that must not come into one group cut it.
    """
    forced = _forced_cuts(ink, marks, height)
    found = []
    for number, stroke in enumerate(ink.strokes):
        cuts = sorted({*_natural_cuts(stroke, height), *forced.get(number, ())})
        ends = [0, *cuts, len(stroke.points) - 1]
        found += [Piece(number, a, b) for a, b in pairwise(ends)]
    return tuple(found)


def melted(group: Iterable[Piece]) -> Group:
    """Return pieces in the order of writing, neighbours of one stroke as one."""
    whole: list[Piece] = []
    for piece in sorted(group):
        if whole and whole[-1].stroke == piece.stroke and whole[-1].last == piece.first:
            whole[-1] = whole[-1]._replace(last=piece.last)
        else:
            whole.append(piece)
    return tuple(whole)


def ink_of(ink: Ink, group: Group) -> Ink:
    """Return the strokes and parts of strokes of a group as an ink of their own."""
    strokes = []
    for number, first, last in group:
        stroke = ink.strokes[number]
        whole = first == 0 and last == len(stroke.points) - 1
        strokes.append(stroke if whole else Stroke(stroke.points[first : last + 1]))
    return Ink(tuple(strokes))


def _natural_cuts(stroke: Stroke, height: float) -> list[int]:
    """Return the points at which two digits may have been joined."""
    xy = stroke.xy()
    if np.ptp(xy[:, 0]) < CUT_WIDTH * height:
        return []
    overlap = _overlap(xy)
    descends = _descents(xy) >= CUT_DESCENT * height
    allowed = (overlap <= CUT_OVERLAP * height) & descends
    cuts: list[int] = []
    for first, last in _runs(allowed):
        inside = overlap[first : last + 1]
        best = np.flatnonzero(inside <= inside.min() + 1e-9) + first
        middle = int(best[np.abs(xy[best, 0] - (xy[best[0], 0] + xy[best[-1], 0]) / 2).argmin()])
        if not cuts or abs(xy[middle, 0] - xy[cuts[-1], 0]) >= CUT_APART * height:
            cuts.append(middle)
    return cuts


def _overlap(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (N,) how far the points up to each reach beyond those from it on, along x."""
    before = np.maximum.accumulate(xy[:, 0])
    after = np.minimum.accumulate(xy[::-1, 0])[::-1]
    overlap: NDArray[np.float64] = before - after
    return overlap


def _descents(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (N,) how far the pen comes down on the lesser of the two sides of each point."""
    y = xy[:, 1]
    down_to = y - np.minimum.accumulate(y)
    down_from = np.maximum.accumulate(y[::-1])[::-1] - y
    before = np.maximum.accumulate(down_to)
    after = np.maximum.accumulate(down_from[::-1])[::-1]
    lesser: NDArray[np.float64] = np.minimum(before, after)
    return lesser


def _runs(allowed: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return first and last index of every run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], allowed, [False]]).astype(np.int8)))
    return [(int(a), int(b) - 1) for a, b in edges.reshape(-1, 2)]


def _forced_cuts(ink: Ink, marks: Iterable[Apart], height: float) -> dict[int, list[int]]:
    """Return where strokes are cut because somebody said so."""
    forced: dict[int, list[int]] = {}
    for mark in marks:
        places = mark.places(ink)
        strokes = {stroke for stroke, _ in places}
        if len(places) < 2 or len(strokes) > 1:
            continue
        stroke = strokes.pop()
        first, last = (f(index for _, index in places) for f in (min, max))
        natural = _natural_cuts(ink.strokes[stroke], height)
        if any(first < cut < last for cut in natural) or last - first < 2:
            continue
        forced.setdefault(stroke, []).append(_best_cut(ink.strokes[stroke], first, last))
    return forced


def _best_cut(stroke: Stroke, first: int, last: int) -> int:
    """Return the point between two at which a stroke is best cut, if it has to be."""
    xy = stroke.xy()[first : last + 1]
    height = max(np.ptp(xy[:, 1]), 1e-9)
    # Sides that reach into each other are bad, and so are sides on which the pen hardly comes down.
    badness = _overlap(xy) / height - _descents(xy) / height
    inside = badness[1:-1]
    best = np.flatnonzero(inside <= inside.min() + 1e-9) + 1
    return first + int(best[len(best) // 2])


def cuts_of(group: Sequence[Piece], ends: Sequence[int]) -> int:
    """Return at how many ends the pieces of a group end where the pen was not lifted.

    ``ends`` are the last points of all strokes.
    """
    return sum((piece.first > 0) + (piece.last < ends[piece.stroke]) for piece in group)

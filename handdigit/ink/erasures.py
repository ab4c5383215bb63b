"""What would change its mind: parts of a drawing to erase, and which of them flip the answer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from math import hypot

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.ink.normalise import BOX, Pen

PIECES = 12
"""Pieces that the longest stroke is cut into, all pieces of a drawing being equally long."""
LIMIT = 120
"""Erasures to try at most; the pieces get longer until that is enough."""
CRUMB = 1e-9
"""Shares of a stroke closer than this are the same place."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """A stretch of one stroke that could be erased."""

    stroke: int
    """Its place among the drawing's strokes."""
    start: float
    """Where the stretch begins, as a share 0..1 of the stroke's length."""
    end: float
    part: Stroke
    """What would be erased."""
    remaining: Ink
    """What would be left."""
    share: float
    """How much of the drawing's ink it takes, 0..1."""

    def overlap(self, other: Erasure) -> float:
        """Return how much of the shorter stretch lies in the longer one, 0..1."""
        if self.stroke != other.stroke:
            return 0.0
        common = min(self.end, other.end) - max(self.start, other.start)
        return max(common, 0.0) / min(self.end - self.start, other.end - other.start)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the network makes of a drawing after an erasure."""

    erasure: Erasure
    digit: int
    probability: float
    is_digit: bool = True
    """Whether what is left is still taken for a digit, once somebody has asked."""


def erasures(ink: Ink, limit: int = LIMIT) -> tuple[Erasure, ...]:
    """Return whole strokes and stretches of strokes that can be erased, least ink first.

    Every stroke is cut into pieces of about the same length; a stretch is some of them in a
    row. Erasing everything is no erasure.
    """
    if ink.is_empty:
        return ()
    paths = [_Path(stroke) for stroke in ink.strokes]
    box = ink.bounds()
    width = max(box.width, box.height) * Pen().width / BOX
    whole = sum(path.length + width for path in paths)
    found: list[Erasure] = []
    for index, (path, pieces) in enumerate(zip(paths, _pieces(paths, limit), strict=True)):
        before, after = ink.strokes[:index], ink.strokes[index + 1 :]
        for first, behind in combinations(range(pieces + 1), 2):
            start, end = first / pieces, behind / pieces
            remaining = Ink((*before, *path.outside(start, end), *after))
            if remaining.is_empty:
                continue
            # The round ends of a stroke count as ink of its first and its last piece.
            ends = (first == 0) + (behind == pieces)
            taken = (end - start) * path.length + ends * width / 2
            share = taken / whole if whole > 0 else 0.0
            part = path.between(start, end)
            found.append(Erasure(index, start, end, part, remaining, share))
    return tuple(sorted(found, key=lambda erasure: erasure.share)[:limit])


def flips(
    tried: Sequence[Erasure], probabilities: NDArray[np.float64], digit: int | None, count: int
) -> tuple[Outcome, ...]:
    """Return the ``count`` least erasures after which the answer is no longer ``digit``.

    An erasure that mostly repeats a lesser one with the same new answer is left out.

    Args:
        tried: as :func:`erasures` returns them, or the first of them.
        probabilities: (N, classes), what the network says after each; NaN where no digit is left.
        digit: the answer before, None where it was that there is no digit.
        count: how many are wanted.
    """
    kept: list[Outcome] = []
    for outcome in _outcomes(tried, probabilities):
        if len(kept) == count:
            break
        if outcome.digit != digit and not _repeats(outcome, kept):
            kept.append(outcome)
    return tuple(kept)


def weakest(
    tried: Sequence[Erasure], probabilities: NDArray[np.float64], digit: int
) -> Outcome | None:
    """Return the erasure that leaves the least probability of ``digit``, None for none."""
    if not len(tried) or np.isnan(probabilities[:, digit]).all():
        return None
    index = int(np.nanargmin(probabilities[:, digit]))
    return Outcome(tried[index], digit, float(probabilities[index, digit]))


def _outcomes(tried: Sequence[Erasure], probabilities: NDArray[np.float64]) -> list[Outcome]:
    return [
        Outcome(erasure, int(row.argmax()), float(row.max()))
        for erasure, row in zip(tried, probabilities, strict=True)
        if not np.isnan(row).any()
    ]


def _repeats(outcome: Outcome, kept: Sequence[Outcome]) -> bool:
    return any(
        outcome.digit == other.digit and outcome.erasure.overlap(other.erasure) > 0.5
        for other in kept
    )


def _pieces(paths: Sequence[_Path], limit: int) -> list[int]:
    """Return into how many pieces to cut each stroke: as many as the limit allows."""
    longest = max(path.length for path in paths)
    for finest in range(PIECES, 1, -1):
        counts = [
            max(1, round(path.length / longest * finest)) if longest > 0 else 1 for path in paths
        ]
        if sum(n * (n + 1) // 2 for n in counts) <= limit:
            return counts
    return [1] * len(paths)


class _Path:
    """A stroke measured along its length."""

    def __init__(self, stroke: Stroke) -> None:
        self._points = stroke.points
        steps = (hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(stroke.points))
        self._at = list(accumulate(steps, initial=0.0))
        """Length up to each point."""
        self.length = self._at[-1]

    def between(self, start: float, end: float) -> Stroke:
        """Return the stretch from one share of the length to another."""
        if start <= CRUMB and end >= 1 - CRUMB:
            return Stroke(self._points)
        a, b = start * self.length, end * self.length
        inner = self._points[bisect_right(self._at, a) : bisect_left(self._at, b)]
        return Stroke((self._point(a), *inner, self._point(b)))

    def outside(self, start: float, end: float) -> list[Stroke]:
        """Return what is left without that stretch: none, one or two strokes."""
        left = []
        if start > CRUMB:
            left.append(self.between(0.0, start))
        if end < 1 - CRUMB:
            left.append(self.between(end, 1.0))
        return left

    def _point(self, at: float) -> Point:
        after = min(max(bisect_right(self._at, at), 1), len(self._at) - 1)
        a, b = self._points[after - 1], self._points[after]
        step = self._at[after] - self._at[after - 1]
        share = min((at - self._at[after - 1]) / step, 1.0) if step > 0 else 1.0
        x, y = a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share
        return Point(x, y, _mixed(a.pressure, b.pressure, share), _mixed(a.time, b.time, share))


def _mixed(a: float | None, b: float | None, share: float) -> float | None:
    return None if a is None or b is None else a + (b - a) * share

"""Many inks as one array of points, for what is done to thousands of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import EmptyDrawingError
from handdigit.ink.ink import Ink
from handdigit.sentences import sentence


@dataclass(frozen=True, slots=True, eq=False)
class InkBatch:
    """N inks with P points in all, in order; no ink is empty."""

    xy: NDArray[np.float64]
    """(P, 2) positions of the pen."""
    lifts: NDArray[np.bool_]
    """(P,) whether a stroke ends with this point."""
    starts: NDArray[np.int64]
    """(N,) the first point of every ink."""

    @classmethod
    def from_inks(cls, inks: Sequence[Ink]) -> InkBatch:
        """Return inks as one array; pressure and time are left out.

        Raises:
            EmptyDrawingError: one of them has no strokes.
        """
        if any(ink.is_empty for ink in inks):
            raise EmptyDrawingError(sentence("There is no ink yet: draw a digit first."))
        strokes = [stroke for ink in inks for stroke in ink.strokes]
        xy = [point[:2] for stroke in strokes for point in stroke.points]
        lengths = np.array([len(stroke.points) for stroke in strokes], np.int64)
        lifts = np.zeros(len(xy), bool)
        lifts[np.cumsum(lengths) - 1] = True
        counts = np.array([ink.point_count for ink in inks], np.int64)
        return cls(np.array(xy, np.float64).reshape(-1, 2), lifts, np.cumsum(counts) - counts)

    @classmethod
    def joined(cls, batches: Sequence[InkBatch]) -> InkBatch:
        """Return the inks of several batches as one."""
        if not batches:
            return cls(np.zeros((0, 2)), np.zeros(0, bool), np.zeros(0, np.int64))
        firsts = np.cumsum([0, *(len(batch.xy) for batch in batches)])
        return cls(
            np.concatenate([batch.xy for batch in batches]),
            np.concatenate([batch.lifts for batch in batches]),
            np.concatenate(
                [batch.starts + first for batch, first in zip(batches, firsts, strict=False)]
            ),
        )

    def __len__(self) -> int:
        """Return the number of inks."""
        return len(self.starts)

    def owners(self) -> NDArray[np.int64]:
        """Return (P,) to which ink every point belongs."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts, append=len(self.xy)))

    def bounds(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the (N, 2) top left and bottom right corners of the centre lines."""
        if not len(self):
            return np.zeros((0, 2)), np.zeros((0, 2))
        return (
            np.minimum.reduceat(self.xy, self.starts),
            np.maximum.reduceat(self.xy, self.starts),
        )

    def moved_to(self, xy: NDArray[np.float64]) -> InkBatch:
        """Return the same strokes through other (P, 2) points."""
        return InkBatch(xy, self.lifts, self.starts)

    def part(self, first: int, last: int) -> InkBatch:
        """Return the inks from ``first`` to before ``last``."""
        starts = self.starts[first:last]
        begin = int(starts[0]) if len(starts) else 0
        end = int(self.starts[last]) if last < len(self) else len(self.xy)
        return InkBatch(self.xy[begin:end], self.lifts[begin:end], starts - begin)

    def chosen(self, numbers: NDArray[np.integer]) -> InkBatch:
        """Return the inks of these (M,) numbers, each 0 to N - 1, in their order.

        Raises:
            IndexError: there is no ink of such a number.
        """
        counts = np.diff(self.starts, append=len(self.xy))[numbers]
        starts = np.cumsum(counts) - counts
        points = np.arange(counts.sum()) + np.repeat(self.starts[numbers] - starts, counts)
        return InkBatch(self.xy[points], self.lifts[points], starts)

    def inks(self) -> tuple[Ink, ...]:
        """Return the inks one by one."""
        ends = np.flatnonzero(self.lifts) + 1
        strokes = np.split(self.xy, ends[:-1])
        # Of every ink: how many strokes end before it does.
        bounds = np.searchsorted(ends, [*self.starts, len(self.xy)], side="right")
        return tuple(
            Ink.from_xy(stroke.tolist() for stroke in strokes[first:last])
            for first, last in pairwise(bounds)
        )

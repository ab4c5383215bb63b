"""Digits that are none any more: several in one place, struck out, in pieces, the wrong way."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from handdigit.handwriting.scribbles import draw_scribbles
from handdigit.ink.ink_batch import InkBatch

_Floats = NDArray[np.float64]


class Writer(Protocol):
    """Whatever writes digits, as :class:`handdigit.handwriting.model.Handwriting` does."""

    def draw_many(self, digits: NDArray[np.integer], rng: np.random.Generator) -> InkBatch:
        """Return one ink for each of the (N,) digits, 0 to 9; a digit is about 1 long."""
        ...


MIRRORED = (3, 4, 6, 7, 9)
"""Digits that are none in a mirror; a 2 may become a 5 or an S."""
LYING = (2, 3, 4, 5, 7)
"""Digits that are none on their side; a 6 and a 9 may become anything."""
STRUCK = (1, 2, 3, 4, 5, 6, 8, 9)
"""Digits that have no bar of their own: a 0 or a 7 with one is still itself."""
PIECES: dict[int, tuple[float, float]] = {
    0: (0.35, 0.65),
    2: (0.2, 0.4),
    3: (0.2, 0.4),
    5: (0.2, 0.45),
    8: (0.3, 0.45),
}
"""How much of the path, from its beginning, is no digit: of the others what is left may be."""


def side_by_side(writer: Writer, count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of two digits or three in a row, apart, touching or a little overlapping."""
    pairs = count * 3 // 4
    parts = []
    for number, many in ((2, pairs), (3, count - pairs)):
        batch = writer.draw_many(rng.integers(0, 10, many * number), rng)
        xy, width = _unit_heights(batch)
        gap = rng.uniform(-0.3, 0.5, (many, number)) * rng.uniform(0.3, 1, (many, 1))
        size = rng.uniform(0.75, 1.25, (many, number))
        widths = width.reshape(many, number) * size
        left = np.cumsum(np.maximum(widths, 0.12) + gap, axis=1) - widths
        place = np.stack([left, rng.normal(0, 0.12, left.shape)], axis=2).reshape(-1, 2)
        owners = batch.owners()
        xy = xy * size.reshape(-1)[owners, None] + place[owners]
        parts.append(InkBatch(xy, batch.lifts, batch.starts[::number]))
    return InkBatch.joined(parts)


def over_each_other(writer: Writer, count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of two digits written over each other; they differ, and none is a 1."""
    first = rng.choice((0, 2, 3, 4, 5, 6, 7, 8, 9), count)
    second = (first + rng.integers(1, 10, count)) % 10
    second = np.where(second == 1, np.where(first == 4, 8, 4), second)
    batch = writer.draw_many(np.stack([first, second], axis=1).ravel(), rng)
    xy, _ = _unit_heights(batch)
    place = np.zeros((count, 2, 2))
    place[:, 1] = rng.uniform(-0.35, 0.35, (count, 2))
    place[:, 1] += 0.15 * np.sign(place[:, 1])
    owners = batch.owners()
    xy = xy + place.reshape(-1, 2)[owners]
    return InkBatch(xy, batch.lifts, batch.starts[::2])


def struck_out(writer: Writer, count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of digits with a scribble or a cross over them."""
    batch = writer.draw_many(rng.choice(STRUCK, count), rng)
    xy, _ = _unit_heights(batch)
    crossed = rng.random(count) < 0.5
    marks = InkBatch.joined(
        [_crosses(int(crossed.sum()), rng), draw_scribbles(int((~crossed).sum()), rng)]
    )
    order = np.concatenate([np.flatnonzero(crossed), np.flatnonzero(~crossed)])
    both = InkBatch.joined([batch.moved_to(xy), marks])
    where = np.zeros(count, np.int64)
    where[order] = count + np.arange(count)
    pairs = both.chosen(np.stack([np.arange(count), where], axis=1).ravel())
    return InkBatch(pairs.xy, pairs.lifts, pairs.starts[::2])


def pieces(writer: Writer, count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of digits that were not finished."""
    digits = rng.choice(list(PIECES), count)
    batch = writer.draw_many(digits, rng)
    low, high = np.array([PIECES[digit] for digit in digits.tolist()]).reshape(-1, 2).T
    owners = batch.owners()
    steps = np.hypot(*np.diff(batch.xy, axis=0, prepend=batch.xy[:1]).T)
    steps[batch.starts] = 0
    travelled = np.cumsum(steps)
    travelled -= travelled[batch.starts][owners]
    length = np.maximum.reduceat(travelled, batch.starts)
    kept = travelled <= (length * rng.uniform(low, high))[owners]
    return _only(batch, kept)


def turned(writer: Writer, count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of digits in a mirror or on their side."""
    mirrored = rng.random(count) < 0.5
    digits = np.where(mirrored, rng.choice(MIRRORED, count), rng.choice(LYING, count))
    batch = writer.draw_many(digits, rng)
    x, y = batch.xy.T
    flip = mirrored[batch.owners()]
    side = rng.choice((-1, 1), count)[batch.owners()]
    return batch.moved_to(np.stack([np.where(flip, -x, side * y), np.where(flip, y, -side * x)], 1))


def _unit_heights(batch: InkBatch) -> tuple[_Floats, _Floats]:
    """Return (P, 2) points of inks that begin at the origin and are 1 high, and their widths."""
    low, high = batch.bounds()
    height = np.maximum(high[:, 1] - low[:, 1], 1e-3)
    owners = batch.owners()
    return (batch.xy - low[owners]) / height[owners, None], (high[:, 0] - low[:, 0]) / height


def _crosses(count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of one or two lines across a unit square."""
    angle = rng.uniform(0, np.pi, (count, 1)) + np.array([0, np.pi / 2])
    angle[:, 1] += rng.normal(0, 0.3, count)
    reach = rng.uniform(0.5, 0.9, (count, 2))
    heading = np.stack([np.cos(angle), np.sin(angle)], axis=2) * reach[..., None]
    middle = np.array([0.3, 0.5]) + rng.normal(0, 0.06, (count, 2, 2))
    ends = np.stack([middle - heading, middle + heading], axis=2)  # (N, 2, 2, 2)
    batch = InkBatch(ends.reshape(-1, 2), np.tile([False, True], 2 * count), np.arange(count) * 4)
    kept = np.ones((count, 2, 2), bool)
    kept[rng.random(count) < 0.35, 1] = False
    return _only(batch, kept.ravel())


def _only(batch: InkBatch, kept: NDArray[np.bool_]) -> InkBatch:
    """Return the inks with some of their points; of every ink at least one, the first."""
    if not len(batch):
        return batch
    kept = kept.copy()
    kept[batch.starts] = True
    counts = np.bincount(batch.owners()[kept], minlength=len(batch))
    strokes = np.concatenate([[0], np.cumsum(batch.lifts[:-1])])[kept]
    lifts = np.concatenate([np.diff(strokes) != 0, [True]])
    return InkBatch(batch.xy[kept], lifts, np.cumsum(counts) - counts)

"""Habits of the fitted writers that many others do not have.

A barred 7, a flagged 1, a curled 9, a 6 with a small bowl, a 3 without corners.

Paths are rows of points as in :mod:`handdigit.handwriting.perturbations`, changed in place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Floats = NDArray[np.float32]
_Rows = NDArray[np.int64]
STEM_RIGHT, STEM_DOWN = 0.6, 0.45
"""The stem of a 9 begins in this corner of its box, or its path is another."""
LONGEST_STEM = 0.28
"""The stem of a 6 is at most this share of its points."""
NOTCH = 0.3
"""The middle of a 3 is at least this share of its width left of the corner."""
SHORT = 0.4
"""The bar of a 7 is at most this share of its points."""
LEVEL = 0.6
"""Its rise is at most so much of its length."""
LONG = 0.3
"""The flag of a 1 is long from this share of its height on."""
MIDDLE = 0.45
"""From this share of its points on, a 9 has closed its loop and goes to its tail."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Share of the digits that have it, which lose a habit."""

    bar: float = 0.6
    """The second stroke of a 7."""
    flag: float = 0.5
    """What comes before the top of a 1."""
    long_flag: float = 0.85
    """The same, where it is long enough for a 7."""
    curl: float = 0.65
    """The curve in the tail of a 9."""
    stem: float = 0.7
    """The length of a 6 above its bowl: up to all of it."""
    bow: float = 0.25
    """The bow at the top of a 3: straight lines and a corner take its place."""


def change_traits(
    xy: _Floats,
    lifts: NDArray[np.bool_],
    digits: NDArray[np.int64],
    shares: Traits,
    rng: np.random.Generator,
) -> None:
    """Change (N, P, 2) paths and (N, P) lifts in place."""
    chance = rng.random(len(xy), np.float32)
    strokes = lifts.sum(axis=1)
    barred = np.flatnonzero((digits == 7) & (strokes == 2) & (chance < shares.bar))
    _drop_bars(xy, lifts, barred)
    single_one = (digits == 1) & (strokes == 1)
    share = np.where(_have_long_flags(xy), shares.long_flag, shares.flag)
    _drop_flags(xy, np.flatnonzero(single_one & (chance < share)))
    curled = np.flatnonzero((digits == 9) & (strokes == 1) & (chance < shares.curl))
    _straighten_tails(xy, curled, rng)
    stemmed = np.flatnonzero((digits == 6) & (strokes == 1) & (chance < shares.stem))
    _shorten_stems(xy, stemmed, rng)
    bowed = np.flatnonzero((digits == 3) & (strokes == 1) & (chance < shares.bow))
    _straighten_tops(xy, bowed, rng)


def _drop_bars(xy: _Floats, lifts: NDArray[np.bool_], rows: _Rows) -> None:
    """Leave the second stroke out where it is short and level."""
    points = xy.shape[1]
    end = lifts[rows].argmax(axis=1)
    rise = np.abs(xy[rows, -1, 1] - xy[rows, (end + 1) % points, 1])
    run = np.abs(xy[rows, -1, 0] - xy[rows, (end + 1) % points, 0])
    is_bar = (points - 1 - end < SHORT * points) & (rise < LEVEL * run)
    rows, end = rows[is_bar], end[is_bar]
    xy[rows] = stretched(xy[rows], np.zeros(len(rows)), end)
    lifts[rows] = False
    lifts[rows, -1] = True


def _have_long_flags(xy: _Floats) -> NDArray[np.bool_]:
    """Return (N,) whether the pen first goes up by a good part of the height."""
    half = xy.shape[1] // 2
    height = np.ptp(xy[..., 1], axis=1)
    long: NDArray[np.bool_] = xy[:, 0, 1] - xy[:, :half, 1].min(axis=1) > LONG * height
    return long


def _drop_flags(xy: _Floats, rows: _Rows) -> None:
    """Begin at the top."""
    half = xy.shape[1] // 2
    top = xy[rows, :half, 1].argmin(axis=1)
    xy[rows] = stretched(xy[rows], top, np.full(len(rows), xy.shape[1] - 1))


def _straighten_tails(xy: _Floats, rows: _Rows, rng: np.random.Generator) -> None:
    """Bring the way from the last top of a 9 to its end nearer to a straight stem."""
    points = xy.shape[1]
    first = int(MIDDLE * points)
    # The stem begins at the upper right, once the loop is closed.
    begin = first + (xy[rows, first:, 0] - xy[rows, first:, 1]).argmax(axis=1)
    low, high = xy[rows].min(axis=1), xy[rows].max(axis=1)
    right, down = ((xy[rows, begin] - low) / np.maximum(high - low, 1e-3)).T
    is_there = (right > STEM_RIGHT) & (down < STEM_DOWN)
    rows, begin, count = rows[is_there], begin[is_there], int(is_there.sum())
    here = np.arange(points)
    along = np.clip((here - begin[:, None]) / np.maximum(points - 1 - begin, 1)[:, None], 0, 1)
    along = along[..., None].astype(np.float32)
    top = xy[rows, begin]
    foot = np.stack(
        [
            top[:, 0] + rng.normal(-0.12, 0.15, count).astype(np.float32),
            xy[rows].max(axis=1)[:, 1],
        ],
        axis=1,
    )
    stem = top[:, None] + along * (foot - top)[:, None]
    share = rng.uniform(0.5, 1, (count, 1, 1)).astype(np.float32)
    on_stem = (here >= begin[:, None])[..., None]
    xy[rows] += np.where(on_stem, share * (stem - xy[rows]), 0)


def _shorten_stems(xy: _Floats, rows: _Rows, rng: np.random.Generator) -> None:
    """Leave out the first part of the way down."""
    last = xy.shape[1] - 1
    first = rng.uniform(0, LONGEST_STEM, len(rows)) * last
    xy[rows] = stretched(xy[rows], first, np.full(len(rows), last))


def _straighten_tops(xy: _Floats, rows: _Rows, rng: np.random.Generator) -> None:
    """Bring the way to the upper right and back to the middle of a 3 nearer to two lines."""
    points, count = xy.shape[1], len(rows)
    every, here = np.arange(count), np.arange(points)
    paths = xy[rows]
    corner = np.maximum((paths[..., 0] - paths[..., 1])[:, : int(0.4 * points)].argmax(axis=1), 1)
    between = (here > corner[:, None]) & (here < 0.65 * points)
    notch = np.where(between, paths[..., 0], np.inf).argmin(axis=1)
    notch = np.maximum(notch, corner + 1)
    start, top, middle = paths[:, 0], paths[every, corner], paths[every, notch]
    across = np.clip(here / corner[:, None], 0, 1)[..., None]
    back = np.clip((here - corner[:, None]) / (notch - corner)[:, None], 0, 1)[..., None]
    lines = start[:, None] + across * (top - start)[:, None] + back * (middle - top)[:, None]
    # Where the pen hardly comes back, there is no notch, and two lines would be a 7.
    comes_back = top[:, 0] - middle[:, 0] > NOTCH * np.ptp(paths[..., 0], axis=1)
    share = rng.uniform(0.5, 1, (count, 1, 1))
    moved = (comes_back[:, None] & (here <= notch[:, None]))[..., None]
    xy[rows] += np.where(moved, share * (lines - paths), 0).astype(np.float32)


def stretched(xy: _Floats, first: NDArray[np.number], last: NDArray[np.number]) -> _Floats:
    """Return as many points evenly from point number ``first`` to ``last`` of every path."""
    points = xy.shape[1]
    at = first[:, None] + np.linspace(0, 1, points) * (last - first)[:, None]
    whole = np.minimum(at.astype(np.int64), points - 2)
    part = (at - whole)[..., None].astype(np.float32)
    before = np.take_along_axis(xy, whole[..., None], axis=1)
    after = np.take_along_axis(xy, whole[..., None] + 1, axis=1)
    points_between: _Floats = before + part * (after - before)
    return points_between

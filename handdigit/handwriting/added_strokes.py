"""What some writers add: a 0's slash, a 1's flag, foot and exit, a 2's loop, a 7's bar and exit.

Paths are rows of points as in :mod:`handdigit.handwriting.perturbations`: points before and
after the fitted ones are there where somebody adds a stroke, NaN elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Floats = NDArray[np.float32]
EXTRA = 5
"""Points of an added stroke."""
LOOP = 10
"""Points of an added loop."""
STRAIGHT = 0.93
"""A path is a line when its ends are this share of its length apart."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Share of the digits, where they have none yet, that get each addition."""

    slash: float = 0.22
    """Zeros."""
    slash_unlifted: float = 0.35
    """Of those, how many without lifting the pen."""
    flag: float = 0.15
    """Ones that are a line."""
    foot: float = 0.12
    """Ones that begin at the top."""
    loop: float = 0.5
    """Twos of one stroke, at the lower left."""
    bar: float = 0.1
    """Sevens of one stroke."""
    exit: float = 0.12
    """Ones and sevens that end with a stem: up to the right, on the way to the next digit."""


def with_added_strokes(
    xy: _Floats,
    lifts: NDArray[np.bool_],
    digits: NDArray[np.int64],
    shares: Shares,
    rng: np.random.Generator,
) -> tuple[_Floats, NDArray[np.bool_]]:
    """Return (N, Q, 2) paths and (N, Q) lifts with some strokes added."""
    count = len(xy)
    before = np.full((count, EXTRA, 2), np.nan, np.float32)
    after = np.full((count, EXTRA, 2), np.nan, np.float32)
    chance = rng.random((count, 3), np.float32)

    zeros = np.flatnonzero((digits == 0) & (chance[:, 0] < shares.slash))
    after[zeros] = _slashes(xy[zeros], rng)
    lines = (digits == 1) & _are_lines(xy, lifts)
    flagged = np.flatnonzero(lines & (chance[:, 0] < shares.flag))
    before[flagged] = _flags(xy[flagged], rng)
    footed = np.flatnonzero((digits == 1) & _begin_high(xy) & (chance[:, 1] < shares.foot))
    after[footed] = _feet(xy[footed], rng)
    single = lifts.sum(axis=1) == 1
    barred = np.flatnonzero((digits == 7) & single & (chance[:, 0] < shares.bar))
    after[barred] = _bars(xy[barred], rng)
    may_leave = single & _end_downwards(xy) & np.isin(digits, (1, 7))
    may_leave &= np.isnan(after[:, 0, 0])
    leaving = np.flatnonzero(may_leave & (chance[:, 2] < shares.exit))
    after[leaving] = _exits(xy[leaving], digits[leaving] == 7, rng)

    twos = np.flatnonzero((digits == 2) & single & (chance[:, 0] < shares.loop))
    unlifted = zeros[chance[zeros, 2] < shares.slash_unlifted]
    lifts = lifts.copy()
    lifts[np.concatenate([unlifted, leaving]), -1] = False
    xy, lifts = _with_loops(xy, lifts, twos, rng)

    none = np.zeros((count, EXTRA), bool)
    last = none.copy()
    last[:, -1] = True
    return np.concatenate([before, xy, after], axis=1), np.concatenate([none, lifts, last], 1)


def _uniform(low: float, high: float, count: int, rng: np.random.Generator) -> NDArray[np.float32]:
    return rng.uniform(low, high, count).astype(np.float32)


def _box(xy: _Floats) -> tuple[_Floats, _Floats]:
    """Return the (N, 2) middles and sizes of paths, missing points left out."""
    if not len(xy):
        return np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32)
    low, high = np.nanmin(xy, axis=1), np.nanmax(xy, axis=1)
    return (low + high) / 2, high - low


def _line(start: _Floats, end: _Floats, sag: NDArray[np.float32]) -> _Floats:
    """Return (N, EXTRA, 2) points between (N, 2) ends, bowed by ``sag`` of the length."""
    along = np.linspace(0, 1, EXTRA, dtype=np.float32)[None, :, None]
    span = end - start
    across = np.stack([-span[:, 1], span[:, 0]], axis=1)
    bow = (1 - (2 * along - 1) ** 2) * sag[:, None, None] * across[:, None]
    line: _Floats = start[:, None] + along * span[:, None] + bow
    return line


def _slashes(xy: _Floats, rng: np.random.Generator) -> _Floats:
    """Through the middle: mostly rising to the right, some upright, a few level."""
    count = len(xy)
    middle, size = _box(xy)
    kind = rng.random(count)
    angle = np.select(
        [kind < 0.55, kind < 0.77, kind < 0.92],
        [rng.uniform(25, 75, count), rng.uniform(75, 110, count), rng.uniform(-15, 15, count)],
        rng.uniform(110, 150, count),
    )
    angle = np.radians(angle)
    direction = np.stack([np.cos(angle), -np.sin(angle)], axis=1).astype(np.float32)
    reach = np.hypot(direction[:, 0] * size[:, 0], direction[:, 1] * size[:, 1])[:, None] / 2
    middle = middle + rng.standard_normal((count, 2), np.float32) * 0.05
    # Many slash far beyond the oval, to both sides.
    far = np.where(rng.random((count, 1)) < 0.4, 1.5, 1.0).astype(np.float32)
    start = middle - direction * reach * far * _uniform(0.6, 1.7, count, rng)[:, None]
    end = middle + direction * reach * far * _uniform(0.6, 1.7, count, rng)[:, None]
    back = rng.random((count, 1)) < 0.5
    sag = rng.standard_normal(count).astype(np.float32) * 0.05
    return _line(np.where(back, end, start), np.where(back, start, end), sag)


def _are_lines(xy: _Floats, lifts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return (N,) whether a path is one straight stroke from top to bottom."""
    first, last = xy[:, 0], xy[:, -1]
    with np.errstate(invalid="ignore"):
        length = np.nansum(np.hypot(*np.moveaxis(np.diff(xy, axis=1), 2, 0)), axis=1)
        chord = np.hypot(*(last - first).T)
    straight: NDArray[np.bool_] = (chord > STRAIGHT * length) & (lifts.sum(axis=1) == 1)
    return straight & (last[:, 1] > first[:, 1])


def _begin_high(xy: _Floats) -> NDArray[np.bool_]:
    """Return (N,) whether a path ends well below where it begins."""
    low: NDArray[np.bool_] = xy[:, -1, 1] > xy[:, 0, 1] + 0.5
    return low


def _end_downwards(xy: _Floats) -> NDArray[np.bool_]:
    """Return (N,) whether the last part of a path goes more down than aside."""
    across, down = np.moveaxis(xy[:, -1] - xy[:, -1 - xy.shape[1] // 8], 1, 0)
    downwards: NDArray[np.bool_] = down > np.abs(across)
    return downwards


def _flags(xy: _Floats, rng: np.random.Generator) -> _Floats:
    """Up to the top of a 1 from the left; joined to the stem."""
    count = len(xy)
    top = xy[:, 0]
    angle = np.radians(_uniform(25, 75, count, rng))
    length = _uniform(0.1, 0.35, count, rng)
    away = np.stack([-np.cos(angle) * length, np.sin(angle) * length], axis=1)
    sag = rng.standard_normal(count).astype(np.float32) * 0.08
    return _line(top + away.astype(np.float32), top, sag)


def _feet(xy: _Floats, rng: np.random.Generator) -> _Floats:
    """A level line under a 1."""
    count = len(xy)
    bottom = xy[:, -1]
    left, right = _uniform(0.1, 0.4, count, rng), _uniform(0.1, 0.4, count, rng)
    tilt = rng.standard_normal(count).astype(np.float32) * 0.04
    down = rng.standard_normal(count).astype(np.float32) * 0.03
    start = bottom + np.stack([-left, down + tilt], axis=1)
    end = bottom + np.stack([right, down - tilt], axis=1)
    return _line(start, end, rng.standard_normal(count).astype(np.float32) * 0.05)


def _exits(xy: _Floats, steep: NDArray[np.bool_], rng: np.random.Generator) -> _Floats:
    """Up to the right from the end of a stem; ``steep`` where a level one would be a base."""
    count = len(xy)
    angle = np.radians(np.where(steep, _uniform(40, 75, count, rng), _uniform(20, 75, count, rng)))
    length = _uniform(0.12, 0.5, count, rng)
    away = np.stack([np.cos(angle) * length, -np.sin(angle) * length], axis=1)
    sag = rng.standard_normal(count).astype(np.float32) * 0.06
    return _line(xy[:, -1], xy[:, -1] + away.astype(np.float32), sag)


def _with_loops(
    xy: _Floats, lifts: NDArray[np.bool_], rows: NDArray[np.int64], rng: np.random.Generator
) -> tuple[_Floats, NDArray[np.bool_]]:
    """Return (N, P + LOOP, 2) paths, those of ``rows`` with a loop at the lower left corner.

    The pen comes down from the right, turns up in a clockwise loop and leaves over its own
    way to the right; what follows begins there.
    """
    count, points = xy.shape[:2]
    corner = np.full(count, points)
    lower_left = (xy[rows, :, 1] - xy[rows, :, 0])[:, : points - LOOP]
    corner[rows] = np.nan_to_num(lower_left, nan=-np.inf).argmax(axis=1)
    number = len(rows)
    angle = np.radians(np.linspace(45, 315, LOOP, dtype=np.float32))
    across, up = _uniform(0.07, 0.22, number, rng), _uniform(0.04, 0.15, number, rng)
    loop = np.stack([np.cos(angle) * across[:, None], np.sin(angle) * up[:, None]], axis=2)
    at = xy[rows, corner[rows]]
    loop += (at - loop[:, 0])[:, None]
    steps = np.arange(points) - corner[rows, None]
    fading = np.clip(1 - steps / np.maximum(points - 1 - corner[rows], 1)[:, None], 0, 1)
    moved = np.where(steps > 0, fading, 0)[..., None].astype(np.float32)
    looped = xy.copy()
    looped[rows] += moved * (loop[:, -1] - at)[:, None]

    room = np.full((count, LOOP, 2), np.nan, np.float32)
    room[rows] = loop
    here = np.arange(points + LOOP)
    begin = corner[:, None] + 1
    in_loop = (here >= begin) & (here < begin + LOOP)
    source = np.where(in_loop, points + here - begin, here - LOOP * (here >= begin + LOOP))
    every = np.concatenate([looped, room], axis=1)
    flags = np.concatenate([lifts, np.zeros((count, LOOP), bool)], axis=1)
    return np.take_along_axis(every, source[..., None], 1), np.take_along_axis(flags, source, 1)


def _bars(xy: _Floats, rng: np.random.Generator) -> _Floats:
    """Across the stem of a 7."""
    count = len(xy)
    points = xy.shape[1]
    at = np.round(points * rng.uniform(0.58, 0.8, count)).astype(np.int64)
    crossing = xy[np.arange(count), at]
    crossing = np.where(np.isnan(crossing), xy[np.arange(count), at - 2], crossing)
    left, right = _uniform(0.1, 0.35, count, rng), _uniform(0.1, 0.35, count, rng)
    tilt = np.tan(rng.normal(0.12, 0.2, count)).astype(np.float32)
    start = crossing + np.stack([-left, left * tilt], axis=1)
    end = crossing + np.stack([right, -right * tilt], axis=1)
    return _line(start, end, rng.standard_normal(count).astype(np.float32) * 0.05)

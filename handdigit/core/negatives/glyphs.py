"""Signs of no alphabet: a few strokes put together at random, so that no list is complete."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink_batch import InkBatch
from handdigit.core.negatives.shapes import POINTS, weights_of
from handdigit.core.negatives.symbols import LIBERTIES, written

PLANS: tuple[tuple[tuple[int, bool], ...], ...] = (
    ((5, True),),
    ((7, True),),
    ((4, False),),
    ((5, False),),
    ((6, False),),
    ((2, False), (2, False)),
    ((2, False), (3, True)),
    ((3, False), (2, False)),
    ((4, True), (2, False)),
    ((4, True), (3, True)),
    ((5, True), (1, False)),
    ((3, False), (3, False)),
    ((2, False), (2, False), (2, False)),
    ((3, True), (2, False), (2, False)),
    ((4, True), (2, False), (1, False)),
    ((3, False), (2, False), (2, False)),
    ((2, False), (2, False), (2, False), (2, False)),
    ((4, True), (3, True), (2, False), (2, False)),
)
"""Of every stroke: how many points lead it, and whether it is a curve."""
RASTER = 4
"""Half of the glyphs lie on a raster of so many lines, as letters do."""
TOUCHING = 0.5
"""Share of strokes that begin where one before has a point."""


def draw_glyphs(count: int, rng: np.random.Generator) -> InkBatch:
    """Return ``count`` inks of random signs."""
    plan = rng.choice(len(PLANS), count)
    paths = np.zeros((count, POINTS, 2), np.float32)
    lifts = np.zeros((count, POINTS), bool)
    for number in range(len(PLANS)):
        rows = np.flatnonzero(plan == number)
        weights, mine = _weights(number)
        paths[rows] = weights @ _places(number, len(rows), rng)
        lifts[rows] = mine
    size = np.maximum(np.ptp(paths, axis=1).max(axis=1), 0.1)[:, None, None]
    return written(paths / size, lifts, LIBERTIES, rng)


@cache
def _weights(number: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    plan = PLANS[number]
    counts = [count for count, _ in plan]
    shares = [max(0.3, count - 1) for count in counts]
    return weights_of(counts, [smooth for _, smooth in plan], shares)


def _places(number: int, count: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Return (N, C, 2) points for the strokes of a plan."""
    strokes = [points for points, _ in PLANS[number]]
    places = rng.uniform(-0.5, 0.5, (count, sum(strokes), 2))
    on_raster = rng.random((count, 1, 1)) < 0.5
    places = np.where(on_raster, np.round(places * RASTER) / RASTER, places)
    # Where two neighbours fall together the second one moves on.
    again = np.all(np.abs(np.diff(places, axis=1)) < 0.05, axis=2)
    places[:, 1:][again] = rng.uniform(-0.5, 0.5, (int(again.sum()), 2))
    first = 0
    for points in strokes[:-1]:
        first += points
        touching = np.flatnonzero(rng.random(count) < TOUCHING)
        places[touching, first] = places[touching, rng.integers(0, first, len(touching))]
    return places.astype(np.float32)

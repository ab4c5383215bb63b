"""Letters and signs as many hands write them: shapes with every point a little elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from handdigit.handwriting.perturbations import NO_DIGIT, Perturbations, Scripts, perturb_paths
from handdigit.handwriting.shapes import POINTS, Shape, weights_of
from handdigit.ink.ink_batch import InkBatch

CARELESSNESS = 0.055
"""Standard deviation of where a point of the grid comes to lie, in sides of the grid."""
ON_KEYBOARDS = 3.0
"""How often what is on every keyboard comes, against once any other sign."""
LIBERTIES = Perturbations(joined=0.06, broken=0.03, hooked=0.15, curl=0.15, slant=0.25, lean=0.06)


class Symbols:
    """Writes some shapes; letters and signs of a keyboard come more often than others."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        """Take what is to be written."""
        self._shapes = tuple(shapes)
        ways = Counter(shape.name for shape in shapes)
        self.names = tuple(sorted(ways))
        """What can be written, in order."""
        weights = [_weight(shape.name) / ways[shape.name] for shape in shapes]
        self._shares = np.array(weights) / sum(weights)

    def draw(self, count: int, rng: np.random.Generator) -> InkBatch:
        """Return inks of any shapes."""
        chosen = rng.choice(len(self._shapes), count, p=self._shares)
        paths = np.zeros((len(chosen), *self._shapes[0].weights.shape[:1], 2), np.float32)
        lifts = np.zeros(paths.shape[:2], bool)
        care = CARELESSNESS * rng.uniform(0.3, 1.5, (len(chosen), 1, 1)).astype(np.float32)
        for number in np.unique(chosen):
            shape, rows = self._shapes[number], np.flatnonzero(chosen == number)
            moved = rng.standard_normal((len(rows), *shape.points.shape), np.float32) * care[rows]
            paths[rows] = shape.weights @ (shape.points + moved)
            lifts[rows] = shape.lifts
        return written(paths, lifts, LIBERTIES, rng)


def _weight(name: str) -> float:
    return ON_KEYBOARDS if len(name) == 1 and name.isascii() else 1.0


def written(
    paths: np.ndarray[tuple[int, int, int], np.dtype[np.float32]],
    lifts: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    perturbations: Perturbations,
    rng: np.random.Generator,
) -> InkBatch:
    """Return (N, P, 2) paths with (N, P) lifts as inks, with the perturbations of handwriting."""
    digits = np.full(len(paths), NO_DIGIT)
    return perturb_paths(Scripts(paths, lifts, digits), perturbations, rng)


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

"""Letters and signs as many hands write them: shapes with every point a little elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from handdigit.core.ink_batch import InkBatch
from handdigit.core.liberties import NO_DIGIT, Liberties, Scripts, take_liberties
from handdigit.core.negatives.shapes import Shape

CARELESSNESS = 0.055
"""Standard deviation of where a point of the grid comes to lie, in sides of the grid."""
ON_KEYBOARDS = 3.0
"""How often what is on every keyboard comes, against once any other sign."""
LIBERTIES = Liberties(joined=0.06, broken=0.03, hooked=0.15, curl=0.15, slant=0.25, lean=0.06)


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
        return self._written(rng.choice(len(self._shapes), count, p=self._shares), rng)

    def draw_named(self, name: str, count: int, rng: np.random.Generator) -> InkBatch:
        """Return inks of one sign, in every way of writing it."""
        ways = [i for i, shape in enumerate(self._shapes) if shape.name == name]
        return self._written(rng.choice(ways, count), rng)

    def _written(
        self, chosen: np.ndarray[tuple[int], np.dtype[np.int64]], rng: np.random.Generator
    ) -> InkBatch:
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
    liberties: Liberties,
    rng: np.random.Generator,
) -> InkBatch:
    """Return (N, P, 2) paths with (N, P) lifts as inks, with the liberties of handwriting."""
    digits = np.full(len(paths), NO_DIGIT)
    return take_liberties(Scripts(paths, lifts, digits), liberties, rng)

"""How near the pieces of a line are to each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink import Bounds, Ink
from handdigit.core.number.pieces import Piece

SAMPLED = 24
"""Points of a piece among which the nearest is looked for."""


class Proximity:
    """Answers for one ink; every pair of pieces is measured once."""

    def __init__(self, ink: Ink) -> None:
        """Measure in the units of ``ink``."""
        self._strokes = [stroke.xy() for stroke in ink.strokes]
        self._distances: dict[tuple[Piece, Piece], float] = {}
        self._sampled: dict[Piece, NDArray[np.complex128]] = {}

    def bounds(self, piece: Piece) -> Bounds:
        """Return the box around a piece."""
        xy = self._points(piece)
        return Bounds(*xy.min(axis=0).tolist(), *xy.max(axis=0).tolist())

    def leap(self, pieces: Sequence[Piece]) -> float:
        """Return the longest leap that is needed to get from piece to piece."""
        if len(pieces) == 1:
            return 0.0
        pairs = sorted((self._distance(a, b), a, b) for a, b in combinations(sorted(pieces), 2))
        # Kruskal's minimal tree: its longest edge.
        tree = {piece: piece for piece in pieces}
        longest = 0.0
        for distance, a, b in pairs:
            if (old := tree[b]) != (new := tree[a]):
                longest = distance
                tree = {piece: new if root == old else root for piece, root in tree.items()}
        return longest

    def _distance(self, a: Piece, b: Piece) -> float:
        if (a, b) not in self._distances:
            gaps = np.abs(self._few(a)[:, None] - self._few(b)[None])
            self._distances[a, b] = float(gaps.min())
        return self._distances[a, b]

    def _few(self, piece: Piece) -> NDArray[np.complex128]:
        if piece not in self._sampled:
            xy = self._points(piece)
            xy = xy[:: max(1, len(xy) // SAMPLED)]
            self._sampled[piece] = xy[:, 0] + 1j * xy[:, 1]
        return self._sampled[piece]

    def _points(self, piece: Piece) -> NDArray[np.float64]:
        return self._strokes[piece.stroke][piece.first : piece.last + 1]

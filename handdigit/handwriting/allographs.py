"""Other ways of writing a digit, that none of the fitted writers had.

The fitted styles vary, but into a 6 that ends like an "e" or a 2 that looks like a γ none of
them ever varies. Each such way is drawn here as a few points that a smooth curve goes
through; every digit moves them a little, and takes its perturbations like any other. So do
digits of seven segments, as displays show them and some people print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from handdigit.handwriting.traits import stretched
from handdigit.ink.path_length import arc_lengths

_Floats = NDArray[np.float32]
SPREAD = 0.035
"""Standard deviation of every point on its own, in sides of the digit."""
DENSE = 24
"""Places that each part of a curve is measured at."""


@dataclass(frozen=True)
class Allograph:
    """One way of writing a digit."""

    digit: int
    path: str
    """Points ``x,y`` in hundredths of a side, y down. The pen turns sharply where ``!``
    follows, is lifted at ``|``."""
    weight: float = 1.0
    """How often it is written, beside the others of its digit."""
    lead: float = 0.0
    """Up to this share of the path is left out at its beginning."""
    tail: float = 0.0
    """Up to this share is left out at its end."""

    @cached_property
    def strokes(self) -> tuple[_Floats, ...]:
        """(K, 2) points of every stroke; a sharp turn is there twice. In sides, about 0."""
        texts = [part.split() for part in self.path.split("|")]
        points = [
            [text.rstrip("!").split(",") for text in stroke for _ in range(1 + text.endswith("!"))]
            for stroke in texts
        ]
        strokes = [np.array(stroke, np.float32) / 100 for stroke in points]
        every = np.concatenate(strokes)
        low, high = every.min(axis=0), every.max(axis=0)
        return tuple((stroke - (low + high) / 2) / (high - low).max() for stroke in strokes)

    def written(
        self, count: int, points: int, rng: np.random.Generator
    ) -> tuple[_Floats, NDArray[np.bool_]]:
        """Return (count, points, 2) paths and where on all of them the pen is lifted."""
        lengths = np.array([_length(stroke) for stroke in self.strokes])
        ends = np.rint(np.cumsum(lengths) / lengths.sum() * points).astype(int)
        parts = [
            np.matmul(_curve(stroke, share), _moved(stroke, count, rng))
            for stroke, share in zip(self.strokes, np.diff(ends, prepend=0), strict=True)
        ]
        xy = np.concatenate(parts, axis=1)
        lifts = np.zeros(points, bool)
        lifts[ends - 1] = True
        first, last = (rng.uniform(0, share, count) for share in (self.lead, self.tail))
        return stretched(xy, first * (points - 1), (1 - last) * (points - 1)), lifts


def _length(stroke: _Floats) -> float:
    return float(np.hypot(*np.diff(stroke, axis=0).T).sum())


def _again(stroke: _Floats) -> NDArray[np.bool_]:
    """Return (K,) whether a point is where the one before it is."""
    return np.append(False, (np.diff(stroke, axis=0) == 0).all(axis=1))


def _moved(stroke: _Floats, count: int, rng: np.random.Generator) -> _Floats:
    """Return (count, K, 2) points near a stroke's; those at the same place stay together."""
    moves = rng.standard_normal((count, len(stroke), 2), np.float32) * SPREAD
    moved: _Floats = stroke + moves[:, np.arange(len(stroke)) - _again(stroke)]
    return moved


def _curve(stroke: _Floats, points: int) -> _Floats:
    """Return the (points, K) weights with which K points make a smooth curve through them.

    A uniform Catmull–Rom spline (Catmull and Rom 1974), sampled evenly along its length. At a
    point that is there twice it has a corner: the part between the two is left out, as the
    spline would make a loop there.
    """
    last = len(stroke) - 1
    at = np.linspace(0, last, last * DENSE + 1)
    at = at[~_again(stroke)[np.ceil(at).astype(int)] | (at % 1 == 0)]
    dense = _spline(at, last) @ stroke
    along = arc_lengths(dense)
    return _spline(np.interp(np.linspace(0, along[-1], points), along, at), last)


def _spline(at: NDArray[np.float64], last: int) -> _Floats:
    """Return (N, last + 1) weights of the points at N places, each from 0 to ``last``."""
    part = np.minimum(at.astype(int), last - 1)
    t = at - part
    weights = np.zeros((len(at), last + 1), np.float32)
    cubics = (
        -t / 2 + t**2 - t**3 / 2,
        1 - 2.5 * t**2 + 1.5 * t**3,
        t / 2 + 2 * t**2 - 1.5 * t**3,
        -(t**2) / 2 + t**3 / 2,
    )
    for offset, cubic in zip((-1, 0, 1, 2), cubics, strict=True):
        np.add.at(weights, (np.arange(len(at)), np.clip(part + offset, 0, last)), cubic)
    return weights


def _of_segments(names: str) -> str:
    """Return the path of a digit whose segments, a to g as displays name them, stand apart."""
    ends = dict(zip("abcdefg", _SEGMENT_ENDS.split(), strict=True))
    return " | ".join(ends[name].replace(":", " ") for name in names)


_SEGMENT_ENDS = "8,0:48,0 56,7:56,43 56,57:56,93 48,100:8,100 0,93:0,57 0,43:0,7 8,50:48,50"
ALLOGRAPHS: tuple[Allograph, ...] = (
    # Open, spiralling in from the lower left.
    Allograph(0, "0,66 15,85 50,82 85,58 100,26 80,2 38,2 10,20 3,52", weight=0.5),
    # From the lower right round, the end over the beginning.
    Allograph(0, "30,5 8,40 25,90 65,95 90,55 75,12 35,0 18,12 45,22 80,10", tail=0.15),
    # Begun above the ring, which closes below that; or leaves over it, to the left.
    Allograph(0, "52,-10 26,14 8,55 24,96 64,98 92,58 76,16 46,8 24,22", lead=0.06, tail=0.04),
    Allograph(0, "58,-12 40,18 25,60 42,97 68,90 88,45 62,8 0,4", tail=0.14),
    # A round foot, as a printed l has it.
    Allograph(1, "12,0 10,40 8,80 20,100 40,88", tail=0.1),
    # The flag after the stem, on its own; then a foot.
    Allograph(1, "60,0 60,50 56,100 | 58,5 42,4 20,24"),
    Allograph(1, "22,26 50,0! 50,50 50,97 | 15,100 50,97 90,96"),
    # Like a γ: begun downwards, narrow, a loop at the very bottom that leaves to the top right.
    Allograph(
        2, "18,0 8,30! 24,6 42,0 55,15 58,45 50,75 36,98 22,97 22,82 40,60 62,42 90,20",
        weight=2, lead=0.14, tail=0.08,
    ),
    Allograph(2, "10,25 35,0 60,12 58,42 30,85 8,100 6,88 30,72 60,55 95,38", tail=0.08),
    # Begun at the top without a bow, a corner at the left, a bowl for a foot.
    Allograph(2, "38,0 60,20 52,46 4,64! 30,84 58,100 84,94 100,74", weight=1.5, tail=0.12),
    Allograph(2, "22,8 48,0 64,18 50,46 0,60! 42,72 66,96 98,88", tail=0.1),
    # A large loop for a foot.
    Allograph(2, "35,15 65,0 92,18 80,52 42,92 12,97 6,78 28,66 58,74 82,92", tail=0.1),
    # An entry stroke down, and a lower bow that nearly closes.
    Allograph(
        3, "16,8 6,30! 28,3 52,3 55,22 32,47! 58,44 75,65 52,96 22,100 14,86 28,70",
        lead=0.1, tail=0.14,
    ),
    # A small loop at the end, from which the pen leaves to the right.
    Allograph(3, "20,8 42,0 52,18 36,42! 58,60 44,92 14,100 8,92 38,76 75,62 100,50", tail=0.15),
    # The left part small, apart from the stem.
    Allograph(4, "7,0 3,32! 20,34 46,32 | 60,24 58,60 52,100"),
    Allograph(4, "8,12 4,52! 20,60 48,60 | 75,0 75,50 70,100"),
    # Begun at the upper right, flat; and the bar last, to both sides.
    Allograph(5, "125,8 70,0 15,12 8,36 25,46 80,42 122,56 122,82 85,98 15,94", tail=0.08),
    Allograph(5, "42,3 36,40! 60,38 82,58 74,88 45,100 8,94 | 14,4 50,2 96,0"),
    # Like "le": up into a slanting loop, down through it and out to the right.
    Allograph(
        6, "26,-12 10,32 6,72 22,88 42,75 62,54 65,44 57,42 46,60 42,84 50,100 68,92 88,74",
        weight=2.5, tail=0.2,
    ),
    # A flat bowl that the pen leaves downwards.
    Allograph(6, "58,0 22,38 6,70 22,87 62,79 92,64 80,55 52,66 38,84 36,100", tail=0.12),
    # A serif down to the bar, or one that comes back to it.
    Allograph(7, "15,0 6,32! 30,22 74,17! 54,55 34,100", lead=0.08),
    Allograph(7, "30,0 8,12! 84,9! 62,50 34,100"),
    # The pen goes on from the foot to the bar, in a narrow loop.
    Allograph(7, "2,4 80,2! 60,48 46,92 34,100 28,84 42,62 66,48 92,42", tail=0.08),
    Allograph(7, "0,8 78,2! 60,50 48,96 34,94 30,74 50,56 84,50", weight=0.7, tail=0.08),
    # It turns at the foot, goes back and round to the left, and crosses the stem.
    Allograph(7, "0,6 76,4! 60,46 40,100! 60,66 54,50 34,48 14,56", weight=0.7),
    # In three strokes: the stem hangs under the top on its own, the bar is as wide as that.
    Allograph(7, "2,12 90,2 | 48,16 46,56 46,100 | 6,68 96,60", weight=1.5),
    # Curled at the beginning.
    Allograph(7, "24,24 5,20 10,5 45,4 85,0! 60,48 36,100", lead=0.1),
    # Two rings, one on the other.
    Allograph(
        8, "50,0 22,8 22,36 50,46 76,36 76,10 48,0 | 52,44 16,56 10,86 50,100 86,86 82,58 50,47"
    ),
    # Begun at the upper right, leaving far beyond it.
    Allograph(8, "68,14 40,0 14,16 38,42 70,72 54,98 20,95 16,72 48,44 104,2", tail=0.15),
    # A flat loop, hardly higher than the pen, a straight stem, a hook at its end.
    Allograph(
        9, "76,10 55,0 20,3 8,12 25,19 55,14 82,4! 50,50 18,100! 32,86", weight=2, tail=0.12
    ),
    # From the lower left through the stem's place, round to the left; the tail curled.
    Allograph(
        9, "18,51 42,48 76,34 86,14 62,0 26,3 16,16 36,35 56,56 62,78 46,100",
        weight=1.5, lead=0.1,
    ),
    # A foot that turns back, wide as the ring or wider.
    Allograph(9, "78,14 48,0 14,12 8,32 34,46 78,16! 82,58 70,92 38,100 8,88", tail=0.06),
    Allograph(9, "76,10 44,0 12,14 14,36 42,44 74,14! 76,60 72,98! 44,100 14,94"),
    Allograph(9, "72,12 40,0 14,12 22,34 60,34 74,14! 76,56 62,90 34,100 6,84 10,70", tail=0.1),
    Allograph(9, "74,8 46,2 14,10 10,32 38,44 66,34 74,10! 74,66 58,98 22,98 -4,78", tail=0.06),
    # From the lower right up to the left, round to the right.
    Allograph(9, "82,60 50,48 16,28 12,8 36,0 62,14 68,40 60,72 38,108", lead=0.1),
    # Seven segments, the pen lifted where it must be; a 6 and a 9 with and without their bow.
    Allograph(0, "0,0! 56,0! 56,100! 0,100! 0,4", weight=0.5),
    Allograph(2, "0,0 56,0! 56,50! 0,50! 0,100! 56,100", weight=0.5),
    Allograph(3, "0,0 56,0! 56,50 56,100! 0,100 | 4,50 56,50", weight=0.5),
    Allograph(3, "0,0 56,0! 56,46! 6,50! 56,54! 56,100! 0,100", weight=0.5),
    Allograph(4, "0,0 0,50! 56,50 | 56,0 56,50 56,100", weight=0.5),
    Allograph(5, "56,0 0,0! 0,50! 56,50! 56,100! 0,100", weight=0.5),
    Allograph(6, "56,0 0,0! 0,50 0,100! 56,100! 56,50! 4,50", weight=0.5),
    Allograph(6, "0,0 0,50 0,100! 56,100! 56,50! 4,50", weight=0.5),
    Allograph(7, "0,38 0,0! 56,0! 56,50 56,100", weight=0.5),
    Allograph(8, "56,50 0,50! 0,0! 56,0! 56,100! 0,100! 0,50", weight=0.5),
    Allograph(8, "0,0! 56,0! 56,50 56,100! 0,100! 0,50 0,4 | 0,50 56,50", weight=0.5),
    Allograph(9, "56,50 0,50! 0,0! 56,0! 56,50 56,100! 0,100", weight=0.5),
    Allograph(9, "56,50 0,50! 0,0! 56,0! 56,50 56,100", weight=0.5),
    # Every segment on its own.
    *(
        Allograph(digit, _of_segments(names), weight=0.5)
        for digit, names in (
            (0, "abcdef"), (2, "abged"), (3, "abgcd"), (4, "fgbc"), (5, "afgcd"), (6, "afedcg"),
            (6, "fedcg"), (7, "fabc"), (8, "fabgedc"), (9, "gfabcd"), (9, "gfabc"),
        )
    ),
)  # fmt: skip
_BY_DIGIT = {
    digit: tuple(way for way in ALLOGRAPHS if way.digit == digit)
    for digit in sorted({way.digit for way in ALLOGRAPHS})
}


def write_allographs(
    xy: _Floats,
    lifts: NDArray[np.bool_],
    digits: NDArray[np.int64],
    share: float,
    rng: np.random.Generator,
) -> NDArray[np.bool_]:
    """Write some digits in another way, in place, and return (N,) which.

    Args:
        xy: (N, P, 2) paths.
        lifts: (N, P) whether the pen leaves the paper after a point.
        digits: (N,) what they are.
        share: of the digits are written so.
        rng: decides which and how.
    """
    chosen = (rng.random(len(xy)) < share) & np.isin(digits, list(_BY_DIGIT))
    for digit, ways in _BY_DIGIT.items():
        rows = np.flatnonzero(chosen & (digits == digit))
        weights = np.array([way.weight for way in ways])
        picked = rng.choice(len(ways), len(rows), p=weights / weights.sum())
        for number, way in enumerate(ways):
            mine = rows[picked == number]
            if len(mine):  # its curve takes half a millisecond, and there are sixty
                xy[mine], lifts[mine] = way.written(len(mine), xy.shape[1], rng)
    return chosen

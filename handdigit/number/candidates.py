"""Which groups of pieces may be digits: runs in reading order, and in the order of writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import NUMBER_PIECES
from handdigit.errors import InkError
from handdigit.ink.ink import Bounds, Ink
from handdigit.number.grouping import Apart, Grouping, Together
from handdigit.number.pieces import Group, Piece, line_height, melted, pieces
from handdigit.sentences import sentence

SAMPLED = 24
"""Points of a piece among which the nearest is looked for."""


class Proximity:
    """Answers for one line; every pair of pieces is measured once."""

    def __init__(self, points: Callable[[Piece], NDArray[np.floating]]) -> None:
        """Ask for the (N, 2) points of a piece."""
        self._points = points
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


MAX_PIECES = 5
"""Nobody writes a digit in more."""
MAX_WIDTH = 1.9
"""The widest group of several pieces, as a share of the line's height."""
MAX_STRIPE = 0.45
"""The widest empty stripe within a group, likewise."""
DOT = 0.1
"""A group that goes no farther is a dot, likewise."""

Unit = tuple[Piece, ...]
"""Pieces that stay together because somebody said so; one, as a rule."""
Run = tuple[int, int]
"""First and last position in an order."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group of pieces and how it lies; lengths in line heights."""

    group: Group
    bounds: Bounds
    """In the ink's units."""
    stripe: float
    """The widest empty stripe between its pieces."""
    leap: float
    """The longest leap that is needed to get from piece to piece."""


@dataclass(frozen=True, slots=True)
class Order:
    """One way to go through the units, and the groups that are met on it."""

    length: int
    runs: dict[Run, int]
    """Run -> number of its candidate, by the end of the run."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The groups to choose among."""

    ends: tuple[int, ...]
    """The last point of every stroke."""
    height: float
    """Of the line, in the ink's units."""
    found: tuple[Candidate, ...]
    orders: tuple[Order, ...]

    def is_dot(self, number: int) -> bool:
        """Return whether a group is too small to mean anything in this line."""
        bounds = self.found[number].bounds
        return max(bounds.width, bounds.height) <= DOT * self.height


def find_candidates(ink: Ink, grouping: Grouping = ()) -> Candidates:
    """Return the groups of pieces of ``ink`` that may be digits.

    Every order can be covered with candidates, so every ink has a reading.

    Raises:
        InkError: there are more pieces than any number has.
    """
    height = line_height(ink)
    parts = pieces(ink, height, apart_in(grouping))
    units, forbidden = units_of(ink, parts, grouping)
    if len(units) > NUMBER_PIECES:
        raise InkError(
            sentence(
                "This number has {0:,} strokes or parts of them; numbers up to {1} are "
                "read: write fewer digits.",
                len(units),
                NUMBER_PIECES,
            )
        )
    strokes = [stroke.xy() for stroke in ink.strokes]
    ends = tuple(len(points) - 1 for points in strokes)
    proximity = Proximity(lambda piece: strokes[piece.stroke][piece.first : piece.last + 1])
    written = list(range(len(units)))
    return candidates_among(units, proximity, height, ends, written, forbidden)


def candidates_among(
    units: Sequence[Unit],
    proximity: Proximity,
    height: float,
    ends: tuple[int, ...],
    written: list[int] | None = None,
    forbidden: Sequence[frozenset[Piece]] = (),
) -> Candidates:
    """Return the groups of units that may be digits.

    Args:
        units: what is grouped.
        proximity: of their pieces.
        height: of the line.
        ends: the last point of every stroke.
        written: the order of writing; None where nobody knows.
        forbidden: pieces that are not all in one group.
    """
    boxes = [_around([proximity.bounds(piece) for piece in unit]) for unit in units]
    numbers: dict[Group, int] = {}
    found: list[Candidate] = []
    orders = []
    for order in _orders(boxes, written):
        runs: dict[Run, int] = {}
        for last in range(len(order)):
            for first in range(last, max(last - MAX_PIECES, -1), -1):
                members = order[first : last + 1]
                bounds = _around([boxes[unit] for unit in members])
                stripe = _stripe([boxes[unit] for unit in members]) / height
                single = first == last
                if not single and (bounds.width > MAX_WIDTH * height or stripe > MAX_STRIPE):
                    continue
                whole = [piece for unit in members for piece in units[unit]]
                if not single and any(pair.issubset(whole) for pair in forbidden):
                    continue
                group = melted(whole)
                if group not in numbers:
                    numbers[group] = len(numbers)
                    leap = proximity.leap(whole) / height
                    found.append(Candidate(group, bounds, stripe, leap))
                runs[first, last] = numbers[group]
        orders.append(Order(len(order), runs))
    return Candidates(ends, height, tuple(found), tuple(orders))


def apart_in(grouping: Grouping) -> tuple[Apart, ...]:
    """Return the marks that say what does not belong together."""
    return tuple(mark for mark in grouping if isinstance(mark, Apart))


def units_of(
    ink: Ink, found: Sequence[Piece], grouping: Grouping
) -> tuple[list[Unit], list[frozenset[Piece]]]:
    """Return the pieces, those together that have to be; and those that are not all in one group.

    Args:
        ink: has the points that marks name.
        found: its pieces.
        grouping: what a person said about them.
    """
    forbidden = [both for mark in apart_in(grouping) if (both := _pieces_at(ink, found, mark))]
    return _units(ink, found, grouping), forbidden


def _units(ink: Ink, found: Sequence[Piece], grouping: Grouping) -> list[Unit]:
    """Return the pieces, those together that have to be."""
    owner = {piece: frozenset([piece]) for piece in found}
    for mark in grouping:
        if isinstance(mark, Together):
            named = _spanned(found, _pieces_at(ink, found, mark))
            whole = frozenset[Piece]().union(*(owner[p] for p in named))
            owner.update(dict.fromkeys(whole, whole))
    return sorted(tuple(sorted(unit)) for unit in set(owner.values()))


def _pieces_at(ink: Ink, found: Iterable[Piece], mark: Together | Apart) -> frozenset[Piece]:
    """Return the pieces that have the points of a mark; a point at a cut belongs to the first."""
    return frozenset(
        next(p for p in found if p.stroke == stroke and p.first <= index <= p.last)
        for stroke, index in mark.places(ink)
    )


def _spanned(found: Iterable[Piece], named: frozenset[Piece]) -> list[Piece]:
    """Return the named pieces and those between two of them on one stroke.

    Only the ends of a stroke are named, which may have been cut between them since.
    """
    return [
        p
        for p in found
        if any(
            a.stroke == p.stroke == b.stroke and a <= p <= b for a, b in product(named, repeat=2)
        )
    ]


def _orders(boxes: Sequence[Bounds], written: list[int] | None) -> list[list[int]]:
    """Return the orders to try: along the line, and as it was written.

    The first one has a bar that was added late where it belongs, the second one knows what two
    digits are whose strokes reach into each other.
    """
    along = sorted(range(len(boxes)), key=lambda n: boxes[n].left + boxes[n].right)
    return [along] if written is None or along == written else [along, written]


def _around(boxes: Sequence[Bounds]) -> Bounds:
    left, top, right, bottom = zip(*boxes, strict=True)
    return Bounds(min(left), min(top), max(right), max(bottom))


def _stripe(boxes: Sequence[Bounds]) -> float:
    """Return the widest empty stripe between boxes, 0 if there is none."""
    first, *others = sorted(boxes)
    reach, stripe = first.right, 0.0
    for box in others:
        stripe = max(stripe, box.left - reach)
        reach = max(reach, box.right)
    return stripe

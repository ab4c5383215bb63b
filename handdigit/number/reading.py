"""What a line of digits is read as."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Bounds, Ink
from handdigit.number.candidates import Candidates, Order
from handdigit.number.grouping import Anchor, Apart, Grouping, Together, with_hint
from handdigit.number.pieces import Group, Piece
from handdigit.number.scoring import (
    GROUP_FEATURES,
    NEIGHBOUR_FEATURES,
    WEIGHTS,
    group_features,
    neighbour_features,
    weights_of,
)


@dataclass(frozen=True, slots=True)
class Segmentation:
    """One way to cover the line."""

    numbers: tuple[int, ...]
    """Of the candidates, from left to right."""
    score: float


def best_segmentations(
    candidates: Candidates,
    probabilities: NDArray[np.float64],
    digitness: NDArray[np.float64] | None = None,
    *,
    count: int = 2,
    weights: Mapping[str, float] = WEIGHTS,
) -> tuple[Segmentation, ...]:
    """Return up to ``count`` different segmentations, the best first.

    Args:
        candidates: what to choose among.
        probabilities: (N, 10) of the network for the N candidates.
        digitness: (N,) how sure it is that each is a digit at all, if it can tell.
        count: how many to return.
        weights: of the features, see :data:`handdigit.number.scoring.WEIGHTS`.
    """
    values = group_features(candidates, probabilities, digitness)
    scores = values @ weights_of(GROUP_FEATURES, weights)
    between = tuple(weights[name] for name in NEIGHBOUR_FEATURES)
    found: dict[frozenset[int], Segmentation] = {}
    for order in candidates.orders:
        for path in _paths(order, candidates, scores.tolist(), between, count):
            found.setdefault(frozenset(path.numbers), path)
    return tuple(nlargest(count, found.values(), key=_score))


def _paths(
    order: Order,
    candidates: Candidates,
    scores: Sequence[float],
    weights: Sequence[float],
    count: int,
) -> list[Segmentation]:
    """Return the best ways through one order.

    Neighbours are scored, so what is best up to a place depends on the last group.
    """
    if not order.length:
        return [Segmentation((), 0.0)]
    ending: list[dict[int, list[Segmentation]]] = [{} for _ in range(order.length)]
    for (first, last), number in order.runs.items():
        if first == 0:
            ending[last][number] = [Segmentation((number,), scores[number])]
            continue
        box = candidates.found[number].bounds
        ways = []
        for before, shorter in ending[first - 1].items():
            features = neighbour_features(candidates.found[before].bounds, box, candidates.height)
            gain = scores[number] + sum(w * f for w, f in zip(weights, features, strict=True))
            ways += [Segmentation((*way.numbers, number), way.score + gain) for way in shorter]
        ending[last][number] = nlargest(count, ways, key=_score)
    return nlargest(count, chain.from_iterable(ending[-1].values()), key=_score)


def _score(way: Segmentation) -> float:
    return way.score


UNREADABLE = "?"
"""Stands in the text for a group that is no digit."""


@dataclass(frozen=True, slots=True)
class DigitBox:
    """One group of pieces and what the network makes of it."""

    group: Group
    bounds: Bounds
    """Around the centre lines, in the ink's units."""
    probabilities: tuple[float, ...]
    is_digit: bool = True
    """Whether the model takes it for a digit at all."""

    @property
    def digit(self) -> int | None:
        """The most probable digit, None if it is none."""
        return int(np.argmax(self.probabilities)) if self.is_digit else None

    @property
    def probability(self) -> float:
        """The probability of the most probable digit."""
        return max(self.probabilities)

    @property
    def character(self) -> str:
        """The digit as it stands in the text."""
        return UNREADABLE if self.digit is None else str(self.digit)

    def anchors(self, ink: Ink) -> tuple[Anchor, ...]:
        """Return what names this group in a mark: both ends of every piece."""
        places = [place for piece in self.group for place in _ends(piece)]
        return tuple(
            Anchor(stroke, at, ink.strokes[stroke].points[at])
            for stroke, at in dict.fromkeys(places)
        )

    @property
    def can_be_split(self) -> bool:
        """Whether there is anything to take apart."""
        first, last = (place[1] for place in _ends(self.group[0]))
        return len(self.group) > 1 or last - first >= 2


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One way to read the line."""

    boxes: tuple[DigitBox, ...] = ()
    """From left to right."""
    score: float = 0.0
    """The higher the better; only differences between readings of one ink mean something."""

    @property
    def text(self) -> str:
        """The digits side by side."""
        return "".join(box.character for box in self.boxes)

    @property
    def probability(self) -> float:
        """The probability that all digits are right, if the grouping is."""
        return math.prod(box.probability for box in self.boxes)

    def box_with(self, stroke: int, point: int) -> int | None:
        """Return the number of the box that a point of the ink is in."""
        for number, box in enumerate(self.boxes):
            if any(p.stroke == stroke and p.first <= point <= p.last for p in box.group):
                return number
        return None


def _ends(piece: Piece) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return stroke and number of both ends; the point of a cut belongs to the piece before it."""
    return (piece.stroke, piece.first + (piece.first > 0)), (piece.stroke, piece.last)


def reading_of(
    candidates: Candidates,
    segmentation: Segmentation,
    probabilities: NDArray[np.float64],
    are_digits: NDArray[np.bool_],
) -> NumberReading:
    """Return a segmentation with what the network makes of its groups; dots are left out.

    Args:
        candidates: all groups there were to choose from.
        segmentation: those that were chosen.
        probabilities: (N, 10) for the N candidates.
        are_digits: (N,) whether the model takes them for digits.
    """
    boxes = [
        DigitBox(
            candidates.found[number].group,
            candidates.found[number].bounds,
            tuple(map(float, probabilities[number])),
            bool(are_digits[number]),
        )
        for number in segmentation.numbers
        if not candidates.is_dot(number)
    ]
    boxes.sort(key=lambda box: box.bounds.left + box.bounds.right)
    return NumberReading(tuple(boxes), segmentation.score)


def merged(ink: Ink, grouping: Grouping, boxes: tuple[DigitBox, ...]) -> Grouping:
    """Return ``grouping`` after somebody said that several boxes are one digit."""
    return with_hint(grouping, Together(tuple(p for box in boxes for p in box.anchors(ink))))


def split(ink: Ink, grouping: Grouping, box: DigitBox) -> Grouping:
    """Return ``grouping`` after somebody said that a box is more than one digit."""
    return with_hint(grouping, Apart(box.anchors(ink)))


def grouped_as(ink: Ink, grouping: Grouping, reading: NumberReading) -> Grouping:
    """Return ``grouping`` after somebody chose a whole reading: its boxes apart from each other."""
    for box in reading.boxes:
        grouping = with_hint(grouping, Together(box.anchors(ink)))
    for left, right in pairwise(reading.boxes):
        grouping = with_hint(grouping, Apart((*left.anchors(ink), *right.anchors(ink))))
    return grouping

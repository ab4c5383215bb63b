"""The best ways to cover a line with groups, found by a dynamic programme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from handdigit.core.number.candidates import Candidates, Order
from handdigit.core.number.scoring import (
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
        weights: of the features, see :data:`handdigit.core.number.scoring.WEIGHTS`.
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

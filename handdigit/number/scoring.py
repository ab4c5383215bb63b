"""How much speaks for a group being one digit, and for two groups standing side by side.

A segmentation's score is a weighted sum over its groups and over neighbours: what the network
makes of each group, and how it lies in the line. This is a semi-Markov conditional random field
(Sarawagi and Cohen 2004); :data:`WEIGHTS` were fitted on lines composed of ``pendigits_train``
digits by ``tests/benchmarks/number_weights.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Bounds
from handdigit.number.candidates import Candidates
from handdigit.number.pieces import Group, cuts_of

GROUP_FEATURES = (
    "group",
    "log probability",
    "log digitness",
    "further pieces",
    "empty stripe",
    "leap",
    "written late",
    "cuts",
    "too wide",
    "too low",
    "too high",
    "reads 1",
)
"""What is counted in a group: how often, or in line heights."""
NEIGHBOUR_FEATURES = ("overlap", "covered", "gap")
"""What is counted between neighbours: in line heights, or as a share of the narrower one."""
WEIGHTS: Mapping[str, float] = {
    "group": 1.76,
    "log probability": 3.95,
    "log digitness": 1.24,
    "further pieces": -2.10,
    "empty stripe": -1.05,
    "leap": -2.91,
    "written late": -0.41,
    "cuts": -0.68,
    "too wide": -8.52,
    "too low": -11.51,
    "too high": 4.11,
    "reads 1": -2.79,
    "overlap": -14.07,
    "covered": -0.66,
    "gap": 10.63,
}
LEAST = 1e-4
"""Probabilities below this count as this: softmax knows no more."""
LEAST_DIGITNESS = 1e-3
"""Likewise: a digit that the gate refuses must not spoil what stands beside it."""
WIDEST, LOWEST, HIGHEST = 1.0, 0.75, 1.25
"""Extents of a digit that raise no doubt, in line heights."""
FURTHEST = 0.6
"""Distances count up to this, in line heights."""
NARROW = 0.15
"""A digit counts at least as this wide when it is asked how much of it another one covers."""


def group_features(
    candidates: Candidates,
    probabilities: NDArray[np.float64],
    digitness: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Return (N, features) for the N candidates, as :data:`GROUP_FEATURES` has them.

    Args:
        candidates: the groups.
        probabilities: (N, 10) of the network.
        digitness: (N,) how sure it is that each is a digit at all, if it can tell.
    """
    found = candidates.found
    box = np.array([candidate.bounds for candidate in found]).reshape(-1, 4) / candidates.height
    width, tall = box[:, 2] - box[:, 0], box[:, 3] - box[:, 1]
    geometry = np.array(
        [
            (
                len(candidate.group) - 1,
                candidate.stripe,
                min(candidate.leap, FURTHEST),
                _is_late(candidate.group),
                cuts_of(candidate.group, candidates.ends),
            )
            for candidate in found
        ],
        np.float64,
    ).reshape(-1, 5)
    sure = np.ones(len(found)) if digitness is None else digitness
    return np.column_stack(
        [
            np.ones(len(found)),
            np.log(np.maximum(probabilities.max(axis=1, initial=LEAST), LEAST)),
            np.log(np.maximum(sure, LEAST_DIGITNESS)),
            geometry,
            np.maximum(width - WIDEST, 0),
            np.maximum(LOWEST - tall, 0),
            np.maximum(tall - HIGHEST, 0),
            probabilities.argmax(axis=1) == 1,
        ]
    )


def neighbour_features(left: Bounds, right: Bounds, height: float) -> tuple[float, float, float]:
    """Return what is counted of two boxes side by side, as :data:`NEIGHBOUR_FEATURES` has it."""
    gap = (right.left - left.right) / height
    common = (min(left.right, right.right) - max(left.left, right.left)) / height
    narrower = min(left.width, right.width) / height
    return (
        min(max(-gap, 0.0), FURTHEST),
        min(max(common, 0.0) / max(narrower, NARROW), 1.0),
        min(max(gap, 0.0), FURTHEST),
    )


def weights_of(names: tuple[str, ...], weights: Mapping[str, float]) -> NDArray[np.float64]:
    """Return the weights of features in their order."""
    return np.array([weights[name] for name in names])


def _is_late(group: Group) -> bool:
    """Return whether something else was written between the pieces of a group."""
    return any(b.stroke - a.stroke > 1 for a, b in pairwise(group))

"""Several networks, one answer: how their probabilities are combined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

LOOKS = 5
"""How often a network looks at a picture where it looks again: at it, and half a pixel to every
side of it."""


class Rule(StrEnum):
    """How the members of an ensemble come to one answer."""

    MEAN = "mean"
    """The mean of their probabilities."""
    MAJORITY = "majority"
    """One vote each; the mean breaks a tie."""
    VIEWS = "looks"
    """The mean of their probabilities, those of each the mean of several looks at the picture:
    steadier against small shifts, slower by as much."""

    @property
    def views(self) -> int:
        """How often each of them looks at a picture."""
        return LOOKS if self is Rule.VIEWS else 1


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """What each member of an ensemble said about one drawing."""

    names: tuple[str, ...]
    probabilities: NDArray[np.float64]
    """(M, classes), in the order of the names, as they count."""
    rule: Rule
    inspected: int = 0
    """The member whose activations go with the answer."""
    at_a_look: NDArray[np.float64] | None = None
    """(classes,) what that one says at the picture as it stands: the softmax of these activations.
    None where that is what counts."""

    @property
    def digits(self) -> tuple[int, ...]:
        """The digit that each member reads."""
        return tuple(int(digit) for digit in self.probabilities.argmax(axis=1))


def combined(votes: NDArray[np.float64], rule: Rule) -> NDArray[np.float64]:
    """Return (N, classes) probabilities of an ensemble from its members' (M, N, classes).

    By majority each member has one vote, and one more is shared out as the mean of all has
    it: it breaks a tie, is never enough to overrule a vote, and the sum stays 1.
    """
    mean: NDArray[np.float64] = votes.mean(axis=0)
    if rule is not Rule.MAJORITY:
        return mean
    members, _, classes = votes.shape
    ballots = np.eye(classes)[votes.argmax(axis=2)].sum(axis=0)
    shares: NDArray[np.float64] = (ballots + mean) / (members + 1)
    return shares

"""Several networks, one answer: how their probabilities are combined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class Rule(StrEnum):
    """How the members of an ensemble come to one answer."""

    MEAN = "mean"
    """The mean of their probabilities."""
    MAJORITY = "majority"
    """One vote each; the mean breaks a tie."""


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """What each member of an ensemble said about one drawing."""

    names: tuple[str, ...]
    probabilities: NDArray[np.float64]
    """(M, 10), in the order of the names."""
    rule: Rule
    inspected: int = 0
    """The member whose activations go with the answer."""

    @property
    def digits(self) -> tuple[int, ...]:
        """The digit that each member reads."""
        return tuple(int(digit) for digit in self.probabilities.argmax(axis=1))


def combined(votes: NDArray[np.float64], rule: Rule) -> NDArray[np.float64]:
    """Return (N, 10) probabilities of an ensemble from its members' (M, N, 10).

    By majority each member has one vote, and one more is shared out as the mean of all has
    it: it breaks a tie, is never enough to overrule a vote, and the sum stays 1.
    """
    mean: NDArray[np.float64] = votes.mean(axis=0)
    if rule is Rule.MEAN:
        return mean
    members, _, classes = votes.shape
    ballots = np.eye(classes)[votes.argmax(axis=2)].sum(axis=0)
    shares: NDArray[np.float64] = (ballots + mean) / (members + 1)
    return shares

"""What the engine answers about one drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.normalise import Normalised
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.network.voting import Votes


class Verdict(StrEnum):
    """What the drawing is."""

    DIGIT = "digit"
    EMPTY = "empty"
    """No ink, or a stray dot."""
    NOT_A_DIGIT = "not a digit"
    """A letter, a sign, a scribble, several digits over each other."""
    UNJUDGED = "unjudged"
    """One of the model's classes: no gate knows its alphabet, so it is taken for one."""


@dataclass(frozen=True, slots=True, eq=False)
class Recognition:
    """The network's answer and how it came about."""

    verdict: Verdict
    probabilities: tuple[float, ...] = ()
    """Softmax of the calibrated logits, one a class; of an ensemble what its members come to
    together; none for an empty drawing. Also there where the drawing is not a digit: softmax
    has to name one."""
    normalised: Normalised | None = None
    """The preprocessing steps; ``normalised.picture`` is what the network was given."""
    activations: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    """Layer name -> output, (C, H, W) or (features,), for the layers asked for; ``input`` is
    the normalised tensor itself."""
    votes: Votes | None = None
    """What each member of an ensemble says."""
    digitness: float | None = None
    """How sure the gate is that the drawing is one digit, 0..1, whatever the model says; None
    where no gate knows the alphabet."""
    alphabet: Alphabet = DIGITS
    """What the classes are called."""

    @property
    def is_refused(self) -> bool:
        """Whether the gate says that the drawing is none of the classes."""
        return self.verdict is Verdict.NOT_A_DIGIT

    @property
    def network_probabilities(self) -> tuple[float, ...]:
        """What the one network says whose activations these are: of an ensemble a member's."""
        votes = self.votes
        if votes is None:
            return self.probabilities
        said = votes.probabilities[votes.inspected] if votes.at_a_look is None else votes.at_a_look
        return tuple(map(float, said))

    @property
    def digit(self) -> int | None:
        """The number of the most probable class, None without an answer or a refused one."""
        return None if self.is_refused else self.claimed_digit

    @property
    def label(self) -> str | None:
        """What :attr:`digit` is called."""
        return None if self.digit is None else self.alphabet.names[self.digit]

    @property
    def probability(self) -> float | None:
        """The probability of :attr:`digit`."""
        return None if self.is_refused else self.claimed_probability

    @property
    def claimed_digit(self) -> int | None:
        """What softmax alone claims, be it a digit or not; None for an empty drawing."""
        return int(np.argmax(self.probabilities)) if self.probabilities else None

    @property
    def claimed_label(self) -> str | None:
        """What :attr:`claimed_digit` is called."""
        return None if self.claimed_digit is None else self.alphabet.names[self.claimed_digit]

    @property
    def claimed_probability(self) -> float | None:
        """How sure softmax alone is of :attr:`claimed_digit`."""
        return max(self.probabilities) if self.probabilities else None


EMPTY = Recognition(Verdict.EMPTY)


DEVICES = ("auto", "cpu", "cuda", "mps")
"""What can be asked for; ``auto`` is a GPU that works, else the CPU."""


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """Where a network runs, and why there."""

    device: str
    """``cpu``, ``cuda`` or ``mps``."""
    reason: str
    """A few words for the user: ``no GPU found``."""

"""What the engine answers about one drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Bounds
from handdigit.ink.normalise import Normalised
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import Sentence, sentence

CLEAR = 0.6
"""The clearness of a cut from which on it is not in doubt."""
WHICH_PART = sentence("Which part do you mean?")
VIEWS = 5
"""How often a network looks at a picture where it looks again: at it, and half a pixel to every
side of it."""


class VotingRule(StrEnum):
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
        return VIEWS if self is VotingRule.VIEWS else 1


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """What each member of an ensemble said about one drawing."""

    names: tuple[str, ...]
    probabilities: NDArray[np.float64]
    """(M, classes), in the order of the names, as they count."""
    rule: VotingRule
    inspected: int = 0
    """The member whose activations go with the answer."""
    at_a_look: NDArray[np.float64] | None = None
    """(classes,) what that one says at the picture as it stands: the softmax of these activations.
    None where that is what counts."""

    @property
    def digits(self) -> tuple[int, ...]:
        """The digit that each member reads."""
        return tuple(int(digit) for digit in self.probabilities.argmax(axis=1))


def combined(votes: NDArray[np.float64], rule: VotingRule) -> NDArray[np.float64]:
    """Return (N, classes) probabilities of an ensemble from its members' (M, N, classes).

    By majority each member has one vote, and one more is shared out as the mean of all has
    it: it breaks a tie, is never enough to overrule a vote, and the sum stays 1.
    """
    mean: NDArray[np.float64] = votes.mean(axis=0)
    if rule is not VotingRule.MAJORITY:
        return mean
    members, _, classes = votes.shape
    ballots = np.eye(classes)[votes.argmax(axis=2)].sum(axis=0)
    shares: NDArray[np.float64] = (ballots + mean) / (members + 1)
    return shares


class Verdict(StrEnum):
    """What the drawing is."""

    DIGIT = "digit"
    EMPTY = "empty"
    """No ink, or a stray dot."""
    UNSURE = "unsure"
    """One of the model's classes, but something speaks against it: the answer's ``doubt``."""
    NOT_A_DIGIT = "not a digit"
    """A letter, a sign, a scribble, several digits over each other."""
    UNJUDGED = "unjudged"
    """One of the model's classes: no gate knows its alphabet, so it is taken for one."""


Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """Which part of a photo was read, and what else could have been; in pixels of the photo."""

    size: tuple[int, int]
    """Height and width of the photo."""
    boxes: tuple[Bounds, ...]
    """Around everything that may be the writing, the likeliest first."""
    chosen: int
    """The one that was read."""
    clearness: float
    """0..1: 1 where nothing else could be meant, 0 where another is as good or none is."""
    sheet: Corners | None
    """The paper's four corners as x, y, clockwise from the top left; None where the paper goes
    beyond the picture."""


@dataclass(frozen=True, slots=True, eq=False)
class Recognition:
    """The network's answer and how it came about."""

    verdict: Verdict
    probabilities: tuple[float, ...] = ()
    """Softmax of the calibrated logits, one a class; of an ensemble what its members come to
    together; less sure where another part of a photo may be meant; none for an empty drawing. Also
    there where the drawing is not a digit: softmax has to name one."""
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
    cut: Cut | None = None
    """Which part of a photo it is; None for strokes, and pictures of a drawing only."""
    said: tuple[float, ...] | None = None
    """What is said of that part, if it is meant; None where that is not in doubt."""
    several: str = ""
    """The digits that are in a picture, where it is refused for being more than one."""
    doubt: Sentence | None = None
    """Why the answer is not sure, for the user; only where the verdict is ``UNSURE``."""

    def doubted(self, reason: Sentence) -> Recognition:
        """Return the same answer, not sure for a reason; what is no answer stays what it is."""
        if self.verdict not in (Verdict.DIGIT, Verdict.UNJUDGED):
            return self
        return replace(self, verdict=Verdict.UNSURE, doubt=reason)

    def cut_as(self, cut: Cut) -> Recognition:
        """Return the same answer to a part of a photo, less sure if another may be meant.

        Of what else may be meant nothing is known: all classes are as likely.
        """
        if not self.probabilities or cut.clearness >= CLEAR:
            return replace(self, cut=cut)
        meant = 0.5 + 0.25 * cut.clearness / CLEAR
        rest = (1 - meant) / len(self.probabilities)
        mixed = tuple(meant * p + rest for p in self.probabilities)
        unclear = replace(self, cut=cut, said=self.probabilities, probabilities=mixed)
        return unclear.doubted(WHICH_PART)

    @property
    def is_unsure(self) -> bool:
        """Whether the answer is to be shown with a question mark."""
        return self.verdict is Verdict.UNSURE

    @property
    def is_refused(self) -> bool:
        """Whether the gate says that the drawing is none of the classes."""
        return self.verdict is Verdict.NOT_A_DIGIT

    @property
    def network_probabilities(self) -> tuple[float, ...]:
        """What the one network says whose activations these are: of an ensemble a member's."""
        votes = self.votes
        if votes is None:
            return self.probabilities if self.said is None else self.said
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
    def marked_label(self) -> str | None:
        """The :attr:`label` as it is shown: with a question mark where it is not sure."""
        return f"{self.label}?" if self.is_unsure else self.label

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


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """Where a network runs, and why there."""

    device: str
    """``cpu``, ``cuda`` or ``mps``."""
    reason: str
    """A few words for the user: ``no GPU found``."""

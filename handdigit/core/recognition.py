"""What the engine answers about one drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from handdigit.core.normalise import Normalised
from handdigit.core.voting import Votes


class Verdict(StrEnum):
    """What the drawing is."""

    DIGIT = "digit"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, eq=False)
class Recognition:
    """The network's answer and how it came about."""

    verdict: Verdict
    probabilities: tuple[float, ...] = ()
    """Softmax of the calibrated logits, one a digit; of an ensemble what its members come to
    together; none for an empty drawing."""
    normalised: Normalised | None = None
    """The preprocessing steps; ``normalised.picture`` is what the network was given."""
    activations: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    """Layer name -> output, (C, H, W) or (features,), for the layers asked for; ``input`` is
    the normalised tensor itself."""
    milliseconds: float = 0.0
    """From the strokes to the probabilities."""
    votes: Votes | None = None
    """What each member of an ensemble says."""

    @property
    def network_probabilities(self) -> tuple[float, ...]:
        """What the one network says whose activations these are: of an ensemble a member's."""
        if self.votes is None:
            return self.probabilities
        return tuple(map(float, self.votes.probabilities[self.votes.inspected]))

    @property
    def digit(self) -> int | None:
        """The most probable digit, None where there is no answer."""
        return int(np.argmax(self.probabilities)) if self.verdict is Verdict.DIGIT else None

    @property
    def probability(self) -> float | None:
        """The probability of :attr:`digit`."""
        return max(self.probabilities) if self.verdict is Verdict.DIGIT else None


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

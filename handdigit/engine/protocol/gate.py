"""Why a drawing is let through or refused: what is asked and answered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.engine.protocol.messages import AnalysisRequest
from handdigit.ink.normalise import Source
from handdigit.ink.path_length import LONGEST


@dataclass(frozen=True, slots=True, eq=False)
class ExplainRefusal(AnalysisRequest):
    """How far a drawing is from the digits that the gate knows. Answer: :class:`Grounds`.

    Progress: which share of the digits to compare with is written, 0 to 1.
    """

    source: Source


@dataclass(frozen=True, slots=True, eq=False)
class Grounds:
    """What the gate makes of a drawing beside how sure it is, which the recognition says."""

    threshold: float
    """Below this digitness it is refused."""
    distance: float
    """To the nearest reference digit in the gate's last hidden layer; 1 is how far a reference
    digit usually is from its nearest."""
    pictures: NDArray[np.uint8]
    """(3, 28, 28): the nearest reference digits, nearest first."""
    labels: tuple[int, ...]
    """What they are."""
    distances: tuple[float, ...]
    """How far they are, in the same measure."""
    way: float = 0.0
    """How far the pen went, in diagonals of the drawing; 0 for a picture."""

    @property
    def is_overdrawn(self) -> bool:
        """Whether that is further than for any digit."""
        return self.way > LONGEST

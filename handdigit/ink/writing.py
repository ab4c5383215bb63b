"""What was found in a photo, and which of it is read.

Who knows what digits look like chooses among the candidates: see :meth:`Writing.choice`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.paper import Sheet

PLAUSIBLE = 0.2
"""Of the best candidate's merit: what has less is not meant."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One guess what the writing is."""

    ink: NDArray[np.uint8]
    """(h, w) of its box: brightest 255, paper 0."""
    box: tuple[int, int, int, int]
    """Left, top, right, bottom in pixels of the photo."""
    merit: float
    """How much it looks like the thing that was written, from size, place and strength."""
    contrast: float
    """Share of the paper's light that it takes."""
    is_cut_off: bool
    """Whether it touches the edge of the sheet, without filling it."""


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """What was found in a photo."""

    candidates: tuple[Candidate, ...]
    """The best first; none where nothing stands out."""
    sheet: Sheet

    def choice(self, approves: Callable[[NDArray[np.uint8]], bool]) -> Choice | None:
        """Return the candidate to read, None where there is none.

        The best that is approved of, if it is not much worse than the best of all; without
        such a one the best of all.

        Args:
            approves: says of the (h, w) ink of a candidate whether it looks like a digit.
        """
        if not self.candidates:
            return None
        best = self.candidates[0]
        plausible = [c for c in self.candidates if c.merit >= PLAUSIBLE * best.merit]
        approved = [c for c in plausible if approves(c.ink)]
        if not approved:
            return Choice(best, 0.0)
        first, *others = approved
        clearness = first.merit / best.merit
        if others:
            clearness *= 1 - others[0].merit / first.merit
        return Choice(first, clearness)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Which candidate is read."""

    candidate: Candidate
    clearness: float
    """0..1: 1 where nothing else could be meant, 0 where another is as good or none is."""

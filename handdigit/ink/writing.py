"""What was found in a photo, and which of it is read.

Who knows what digits look like chooses among the candidates: see :meth:`Writing.choice`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handdigit.ink.found_ink import FoundInk
from handdigit.ink.paper import Sheet

PLAUSIBLE = 0.2
"""Of the best candidate's merit: what has less is not meant."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One guess what the writing is."""

    found: FoundInk
    """Its ink alone, with a little paper around."""
    merit: float
    """How much it looks like the thing that was written, from size, place and strength."""
    contrast: float
    """Share of the paper's light that it takes."""
    stroke_width: float
    """In pixels of the photo."""
    is_cut_off: bool
    """Whether it touches the edge of the sheet, without filling it."""


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """What was found in a photo."""

    candidates: tuple[Candidate, ...]
    """The best first; none where nothing stands out."""
    sheet: Sheet
    line: FoundInk | None = None
    """The best writing and what stands beside it on a line."""

    def choice(self, approves: Callable[[FoundInk], bool]) -> Choice | None:
        """Return the candidate to read, None where there is none.

        The best that is approved of, if it is not much worse than the best of all; without
        such a one the best of all.

        Args:
            approves: says of the ink of a candidate whether it looks like a digit.
        """
        if not self.candidates:
            return None
        best = self.candidates[0]
        plausible = [c for c in self.candidates if c.merit >= PLAUSIBLE * best.merit]
        approved = [c for c in plausible if approves(c.found)]
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

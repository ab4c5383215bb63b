"""What can be on the canvas: ink, or an imported picture, mended by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Ink
from handdigit.ink.mending import Mending, mended, mended_writing, part_of


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An imported picture, and how it was mended by hand."""

    name: str
    pixels: NDArray[np.uint8]
    """(H, W, 4) RGBA, as it was imported."""
    mending: Mending = Mending()
    digit: FoundInk | None = None
    """The ink of the one digit in it that is meant; None for all of it."""

    @property
    def part(self) -> NDArray[np.uint8]:
        """The part of it that is meant, (h, w, 4), as it is shown."""
        geometry = replace(self.mending, is_inverted=False, least_ink=None)
        return _part(_Original(self.pixels), geometry)

    @property
    def mended(self) -> NDArray[np.uint8] | FoundInk:
        """The part of it that is meant, (h, w, 4), as it is read; or its ink if that was said."""
        return _mended(self) if self.digit is None else self.digit

    @property
    def line(self) -> NDArray[np.uint8] | FoundInk:
        """The same as a number is read: each of its digits has lines of its own width."""
        return mended(self.part, self.mending)

    def mended_as(self, mending: Mending) -> Picture:
        """Return the same picture, mended in another way."""
        return self if mending == self.mending else replace(self, mending=mending)

    def is_same_as(self, drawing: Drawing) -> bool:
        """Return whether a drawing is this picture, however it was mended."""
        return isinstance(drawing, Picture) and drawing.pixels is self.pixels


class _Original(NamedTuple):
    """Pixels that are the same as no others, whatever their values."""

    pixels: NDArray[np.uint8]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Original) and self.pixels is other.pixels

    def __hash__(self) -> int:
        return id(self.pixels)


@lru_cache(maxsize=4)
def _part(original: _Original, mending: Mending) -> NDArray[np.uint8]:
    return part_of(original.pixels, mending)


@lru_cache(maxsize=2)
def _mended(picture: Picture) -> NDArray[np.uint8] | FoundInk:
    return mended_writing(picture.part, picture.mending)


Drawing = Ink | Picture

BLANK = Ink()


def goes_on(drawing: Drawing, before: Drawing) -> bool:
    """Return whether anything of a drawing was in the one before."""
    if isinstance(before, Picture):
        return before.is_same_as(drawing)
    if isinstance(drawing, Picture):
        return False
    points = {point for stroke in before.strokes for point in stroke.points}
    return any(point in points for stroke in drawing.strokes for point in stroke.points)

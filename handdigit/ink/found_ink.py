"""Ink told from the paper of a picture, and where it was."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink import Bounds


@dataclass(frozen=True, slots=True, eq=False)
class FoundInk:
    """The ink of a picture, or of a part of it; what is told once is not told again."""

    ink: NDArray[np.uint8]
    """(h, w): brightest 255, paper 0."""
    extent: Bounds
    """The part of the picture that ``ink`` shows, in pixels of the picture."""
    size: tuple[int, int]
    """(H, W) of the picture."""

    @classmethod
    def whole(cls, ink: NDArray[np.uint8]) -> FoundInk:
        """Return an (H, W) picture of ink on paper that is 0 as what it is."""
        height, width = ink.shape
        return cls(ink, Bounds(0.0, 0.0, float(width), float(height)), (height, width))

    @classmethod
    def blank(cls, size: tuple[int, int]) -> FoundInk:
        """Return what is found in an (H, W) picture without any ink."""
        height, width = size
        whole = Bounds(0.0, 0.0, float(width), float(height))
        return cls(np.zeros((1, 1), np.uint8), whole, (height, width))

    @property
    def scale(self) -> tuple[float, float]:
        """Pixels of the picture that a pixel of the ink covers, across and down."""
        height, width = self.ink.shape
        return self.extent.width / width, self.extent.height / height

    @property
    def is_whole(self) -> bool:
        """Whether all of the picture is shown, but for a last part of a pixel of the ink."""
        (across, down), (height, width) = self.scale, self.size
        left, top, right, bottom = self.extent
        return left == top == 0 and width - right < across and height - bottom < down

    def part_of(self, bounds: Bounds) -> Bounds:
        """Return where a part of the picture is in the ink, in its pixels."""
        (across, down), (left, top) = self.scale, self.extent[:2]
        return Bounds(
            (bounds.left - left) / across,
            (bounds.top - top) / down,
            (bounds.right - left) / across,
            (bounds.bottom - top) / down,
        )

    def bounds_of(self, part: Bounds) -> Bounds:
        """Return where a part of the ink, in its pixels, is in the picture."""
        (across, down), (left, top) = self.scale, self.extent[:2]
        return Bounds(
            left + part.left * across,
            top + part.top * down,
            left + part.right * across,
            top + part.bottom * down,
        )


def on_canvas(bounds: Bounds, size: tuple[int, int]) -> Bounds:
    """Return where a part of an (H, W) picture, in its pixels, lies on the canvas.

    A picture lies in the middle of the canvas, its longer side across all of it.
    """
    height, width = size
    side = max(height, width)
    left, top = (side - width) / 2, (side - height) / 2
    return Bounds(
        (bounds.left + left) / side,
        (bounds.top + top) / side,
        (bounds.right + left) / side,
        (bounds.bottom + top) / side,
    )

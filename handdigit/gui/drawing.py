"""What can lie on the canvas: strokes, or a picture; and what was said about it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink import Ink
from handdigit.core.number.marks import Marks


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An imported picture, (H, W, 4) RGBA uint8."""

    name: str
    pixels: NDArray[np.uint8]


Drawing = Ink | Picture

BLANK = Ink()


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What undo brings back: a drawing, and what was said about its grouping into digits."""

    drawing: Drawing
    marks: Marks = ()

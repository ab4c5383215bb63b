"""The letters and signs that come with the program."""

from __future__ import annotations

from functools import cache

from handdigit.core.negatives.shapes import Shape, parse_shapes
from handdigit.data.assets import ASSETS
from handdigit.data.files import read_text

SHAPES = ASSETS / "shapes.txt"


@cache
def shipped_shapes() -> tuple[Shape, ...]:
    """Return the shapes that come with the program, read once a process.

    Raises:
        DataFileError: the program is installed without them.
    """
    return parse_shapes(read_text(SHAPES))

"""Whether a drawing is several drawings side by side."""

from __future__ import annotations

from handdigit.core.ink import Ink
from handdigit.core.number.pieces import TALL


def tall_parts(ink: Ink) -> int:
    """Return how many parts with an empty stripe between them stand side by side.

    Those that are not even half as high as the highest do not count: dots and dashes.
    """
    parts: list[list[float]] = []
    boxes = sorted(Ink((stroke,)).bounds() for stroke in ink.strokes)
    for left, top, right, bottom in boxes:
        if parts and left <= parts[-1][0]:
            reach, highest, lowest = parts[-1]
            parts[-1] = [max(reach, right), min(highest, top), max(lowest, bottom)]
        else:
            parts.append([right, top, bottom])
    heights = [bottom - top for _, top, bottom in parts]
    return sum(height >= TALL * max(heights) for height in heights)

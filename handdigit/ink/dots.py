"""Stray dots: too little ink to mean anything, as when the pen was only put down.

Normalisation makes a dot as large as any digit, so this is decided by size on the canvas. A
short stroke is more: it may be a 1.
"""

from __future__ import annotations

import numpy as np

from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds, Ink
from handdigit.ink.normalise import BOX, Normalised, Pen, Source

DOT_EXTENT = Pen().width / BOX / 4
"""Sides of the canvas up to which centre lines are a dot: about half of the canvas' pen."""
SPECK_PIXELS = 2
"""Sides of a speck in a picture, in pixels..."""
SPECK_SHARE = 0.02
"""...and as a share of the picture's longer side."""
BLOB_SHARE = 0.1
"""Of the picture's longer side: a larger blob is no dot."""
BLOB_FILL = 0.65
"""Share of its box that a dot fills; a disc fills 0.785, less in few pixels."""
BLOB_ASPECT = 1.5
"""Longer over shorter side of a dot at most."""


def is_stray_dot(source: Source, normalised: Normalised) -> bool:
    """Return whether a drawing, normalised already, is nothing but a dot."""
    if isinstance(source, Ink):
        return is_dot(source)
    assert normalised.found is not None  # it is a picture
    return _is_speck(normalised.found, normalised.box)


def is_dot(ink: Ink) -> bool:
    """Return whether strokes, which there are, go no farther than a dot."""
    box = ink.bounds()
    # Inks come in any unit: the canvas is at least as large as any coordinate in it.
    canvas = max(1.0, *map(abs, box))
    return max(box.width, box.height) <= DOT_EXTENT * canvas


def _is_speck(found: FoundInk, box: Bounds) -> bool:
    ink, pixel = found.ink, max(found.scale)
    longer, picture = max(box.width, box.height), max(found.size)
    if longer <= max(SPECK_PIXELS * pixel, SPECK_SHARE * picture):
        return True
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    part = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return (
        longer <= BLOB_SHARE * picture
        and longer <= BLOB_ASPECT * min(box.width, box.height)
        and float((part > 127).mean()) >= BLOB_FILL
    )

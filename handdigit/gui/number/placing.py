"""A line of digits from elsewhere, on the wide canvas."""

from __future__ import annotations

from handdigit.core.ink import Ink

HEIGHT = 0.55
"""Of a line that is opened, in canvas units."""
MARGIN = 0.15
"""Free space left and right of it, at least."""


def fitted_line(ink: Ink, aspect: float) -> Ink:
    """Return an ink of any scale at the left of a canvas ``aspect`` units wide."""
    if ink.is_empty:
        return ink
    box = ink.bounds()
    room = max(aspect, 1.0) - 2 * MARGIN
    scale = min(HEIGHT / (box.height or 1e-9), room / (box.width or 1e-9))
    return ink.mapped(scale, MARGIN - box.left * scale, 0.5 - (box.top + box.bottom) / 2 * scale)

"""How references look on the map: a mark for each origin, in the colour of the class."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from handdigit.core.alphabet import Alphabet
from handdigit.engine.requests import Origin
from handdigit.gui.categorical import category_colour
from handdigit.gui.widgets.paint import CENTRE, Painter

DOT = 2.3
"""Radius of a picture of MNIST."""
DISC = 7.5
"""Radius of one of the user's samples."""


def paint_mark(
    painter: Painter, at: QPointF, alphabet: Alphabet, label: int, origin: Origin
) -> None:
    """Paint a generated digit as its figure, MNIST as a dot, a sample as its name on a disc."""
    colour = category_colour(label, painter.theme)
    if origin is Origin.MNIST:
        painter.dot(at, DOT, colour)
        return
    if origin is Origin.SAMPLES:
        painter.dot(at, DISC + 0.5, "card")
        painter.dot(at, DISC - 0.5, colour)
    frame = QRectF(at.x() - DISC, at.y() - DISC, 2 * DISC, 2 * DISC)
    text_colour = "card" if origin is Origin.SAMPLES else colour
    painter.text(frame, alphabet.names[label], text_colour, CENTRE)

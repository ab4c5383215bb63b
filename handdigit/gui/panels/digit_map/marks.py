"""How references look on the map: a mark for each origin, in the colour of the class."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from handdigit.core.alphabet import Alphabet
from handdigit.engine.requests import Origin
from handdigit.gui.categorical import category_colour
from handdigit.gui.theme import Theme

DOT = 2.3
"""Radius of a picture of MNIST."""
DISC = 7.5
"""Radius of one of the user's samples."""


def paint_mark(
    painter: QPainter, at: QPointF, alphabet: Alphabet, label: int, origin: Origin, theme: Theme
) -> None:
    """Paint a generated digit as its figure, MNIST as a dot, a sample as its name on a disc."""
    colour = category_colour(label, theme)
    if origin is Origin.MNIST:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(at, DOT, DOT)
        return
    painter.setPen(colour)
    if origin is Origin.SAMPLES:
        painter.setBrush(colour)
        painter.setPen(QPen(QColor(theme.card), 1))
        painter.drawEllipse(at, DISC, DISC)
        painter.setPen(QColor(theme.card))
    frame = QRectF(at.x() - DISC, at.y() - DISC, 2 * DISC, 2 * DISC)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, alphabet.names[label])

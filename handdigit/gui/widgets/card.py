"""A plain surface with a thin line around it, on which things belong together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from handdigit.gui.theme import Theme

RADIUS = 6.0
MARGIN = 12
"""Space between a card's edge and what lies on it, in pixels."""


class Card(QWidget):
    """Paints the surface; a layout puts things on it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and line."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

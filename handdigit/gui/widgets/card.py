"""A plain surface with a thin line around it, on which things belong together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.paint import Painter

MARGIN = 12
"""Space between a card's edge and what lies on it, in pixels."""


class Card(QWidget):
    """Paints the surface; a layout puts things on it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and line."""
        painter = Painter(self, Theme.of(self.palette()))
        painter.surface(QRectF(self.rect()))
        painter.end()

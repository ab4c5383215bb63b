"""Where the units of a drawing lie on the widget that shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize

from handdigit.core.ink import Ink
from handdigit.gui.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Frame:
    """The unit square on a widget, in its pixels."""

    side: float
    origin: QPointF
    """The top left corner."""

    @classmethod
    def square(cls, size: QSize) -> Frame:
        """Return the largest square, in the middle."""
        side = float(max(1, min(size.width(), size.height())))
        return cls(side, QPointF((size.width() - side) / 2, (size.height() - side) / 2))

    @classmethod
    def wide(cls, size: QSize, drawing: Drawing) -> Frame:
        """Return the largest square at the left with which all of a drawing can be seen.

        What was written on a wider sheet shrinks.
        """
        side = float(max(1, min(size.width(), size.height())))
        if isinstance(drawing, Ink) and not drawing.is_empty:
            side = min(side, size.width() / max(drawing.bounds().right, 1.0))
        return cls(side, QPointF(0, (size.height() - side) / 2))

    def position(self, x: float, y: float) -> QPointF:
        """Return where on the widget a point in canvas units lies."""
        return self.origin + QPointF(x, y) * self.side

    def units(self, position: QPointF) -> QPointF:
        """Return a position on the widget in canvas units."""
        return (position - self.origin) / self.side

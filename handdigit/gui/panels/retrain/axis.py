"""An axis of the curves, with its numbers and its part of the grid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

Line = tuple[QPen, QPointF, QPointF]
Text = tuple[QRectF, int, str]


class Axis(pyqtgraph.AxisItem):  # type: ignore[misc]  # it has no types
    """Painted in half of the time: lines are filled rectangles, and no picture is replayed."""

    def __init__(self, side: str) -> None:
        """Lie on this side of a plot: ``left`` or ``bottom``."""
        self.picture: object = None
        super().__init__(side)
        self._specs: tuple[Line, list[Line], list[Text]] | None = None

    def paint(self, painter: QPainter, _option: Any, _widget: Any) -> None:
        """Draw line, grid and numbers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.style["tickFont"] is not None:
            painter.setFont(self.style["tickFont"])
        if self.picture is None:  # so it is after every change
            self._specs = self.generateDrawSpecs(painter)
            self.picture = True
        if self._specs is not None:
            self.drawPicture(painter, *self._specs)

    def drawPicture(
        self, painter: QPainter, line: Line, ticks: Iterable[Line], texts: Iterable[Text]
    ) -> None:
        """Draw these lines and texts."""
        for pen, start, end in (line, *ticks):
            across, down = end.x() - start.x(), end.y() - start.y()
            painter.fillRect(QRectF(start.x(), start.y(), across or 1, down or 1), pen.color())
        painter.setPen(self.textPen())
        painter.setClipRect(self.boundingRect())
        for area, flags, text in texts:
            painter.drawText(area, int(flags), text)

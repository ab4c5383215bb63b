"""The map over the drawing: one number a pixel, the ink's outline, what would be erased."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Attribution
from handdigit.gui.theme import coloured
from handdigit.gui.widgets.accessible_table import Cells, value_cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import PointedWidget, arrow_step
from handdigit.gui.widgets.painter import Colour, Painter
from handdigit.ink.contour import outline
from handdigit.ink.ink import Stroke
from handdigit.ink.normalise import SIDE, Normalised, Pen
from handdigit.inspection.receptive_field import Region, drawing_bounds

SMALLEST = 200
"""Side below which nothing can be pointed at, in pixels."""
FRAME = Region(frozenset({0}), 0, SIDE, 0, SIDE)
"""The whole of the network's input."""
VEIL = 150
"""Opacity of the light line under the outline, 0..255."""


class AttributionMap(PointedWidget[tuple[int, int]]):
    """Paints an attribution as large as there is room.

    Signals:
        pixel_pointed(): another pixel, or none, is pointed at with the mouse or the arrow keys:
            see :attr:`pointed`.
    """

    pixel_pointed = Signal()
    comfortable, least = (440, 440), (SMALLEST, SMALLEST)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty frame."""
        super().__init__(parent)
        named(self, "attributionMap", self.tr("Map of what decided"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: Attribution | None = None
        self._outline = QPainterPath()
        self._part: Stroke | None = None

    @property
    def values(self) -> NDArray[np.float32] | None:
        """The numbers that are shown, (28, 28)."""
        return None if self._shown is None else self._shown.values

    @property
    def limit(self) -> float:
        """The end of the colour scale."""
        return 0.0 if self._shown is None else float(np.abs(self._shown.values).max())

    def show_attribution(self, attribution: Attribution | None) -> None:
        """Show another map, or none."""
        self._shown = attribution
        self._outline = QPainterPath()
        if attribution is None:
            self.point_at(None)
        else:
            for start, end in outline(attribution.normalised.picture):
                self._outline.moveTo(*start)
                self._outline.lineTo(*end)
        self.update()

    def mark(self, part: Stroke | None) -> None:
        """Mark a stretch of the drawing, or nothing."""
        self._part = part
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to a neighbouring pixel with the arrow keys."""
        step = arrow_step(event)
        if step is None or self._shown is None:
            super().keyPressEvent(event)
            return
        row, column = (
            min(max(at + by, 0), SIDE - 1)
            for at, by in zip(self.pointed or (SIDE // 2, SIDE // 2), step, strict=True)
        )
        self.point_at((row, column))

    def part_pointed(self, _pixel: tuple[int, int] | None) -> None:
        """Tell that another pixel is pointed at."""
        self.pixel_pointed.emit()

    def paint(self, painter: Painter) -> None:
        """Paint frame, map, outline, marked stretch and the pixel that is pointed at."""
        frame = self._frame()
        painter.fill(frame, "zero")
        if self._shown is not None:
            painter.drawImage(frame, coloured(self._shown.values, self.limit, painter.theme))
            painter.save()
            painter.setClipRect(frame)
            painter.translate(frame.topLeft())
            painter.scale(frame.width() / SIDE, frame.width() / SIDE)
            # A light line under a dark one can be seen on every colour of the map.
            halo = painter.colour("card")
            halo.setAlpha(VEIL)
            for colour, width in ((halo, 3.5), (painter.colour("text"), 1.3)):
                _draw_path(painter, self._outline, colour, width)
            if self._part is not None:
                self._paint_part(painter, self._part, self._shown.normalised)
            painter.restore()
        painter.outline(frame, "accent" if self.hasFocus() else "line")
        if self.pointed is not None:
            side = frame.width() / SIDE
            corner = frame.topLeft() + QPointF(self.pointed[1], self.pointed[0]) * side
            painter.outline(QRectF(corner.x(), corner.y(), side, side), "text", 1.5)

    def _paint_part(self, painter: Painter, part: Stroke, normalised: Normalised) -> None:
        bounds = drawing_bounds(FRAME, normalised)
        scale = SIDE / bounds.width
        path = QPainterPath()
        for index, point in enumerate(part.points):
            x, y = (point.x - bounds.left) * scale, (point.y - bounds.top) * scale
            path.lineTo(x, y) if index else path.moveTo(x, y)
        if len(part.points) == 1:
            path.lineTo(path.currentPosition() + QPointF(1e-3, 0))
        # Around it, not over it: the numbers under the stretch are the interesting ones.
        stroker = QPainterPathStroker()
        stroker.setWidth(Pen().width + 1)
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
        stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        around = stroker.createStroke(path).simplified()
        for colour, width in (("card", 5.0), ("warning", 2.5)):
            _draw_path(painter, around, colour, width)

    def cells(self) -> Cells:
        """Return what every pixel speaks for or against."""
        return value_cells(self.values, lambda *pixel: self.point_at(pixel), self.pointed)

    def _frame(self) -> QRectF:
        side = min(self.width(), self.height()) - 2.0
        return QRectF((self.width() - side) / 2, 1, side, side)

    def part_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return the row and the column at a position."""
        frame = self._frame()
        if self._shown is None or not frame.contains(position):
            return None
        at = (position - frame.topLeft()) * (SIDE / frame.width())
        return min(int(at.y()), SIDE - 1), min(int(at.x()), SIDE - 1)


def _draw_path(painter: Painter, path: QPainterPath, colour: Colour, width: float) -> None:
    """Draw a path that is scaled with a line that is not."""
    painter.use_pen(colour, width, is_round=True)
    pen = painter.pen()
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawPath(path)

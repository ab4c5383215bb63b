"""The map over the drawing: one number a pixel, the ink's outline, what would be erased."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.core.contour import outline
from handdigit.core.ink import Stroke
from handdigit.core.normalise import SIDE, Normalised, Pen
from handdigit.engine.requests import Attribution
from handdigit.gui.colormap import coloured
from handdigit.gui.theme import Theme
from handdigit.inspection.receptive_field import Region, drawing_bounds

SMALLEST = 200
"""Side below which nothing can be pointed at, in pixels."""
FRAME = Region(frozenset({0}), 0, SIDE, 0, SIDE)
"""The whole of the network's input."""
VEIL = 150
"""Opacity of the light line under the outline, 0..255."""


class AttributionMap(QWidget):
    """Paints an attribution as large as there is room.

    Signals:
        pointed(): another pixel, or none, is pointed at: see :attr:`pixel`.
    """

    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty frame."""
        super().__init__(parent)
        self.setObjectName("attributionMap")
        self.setAccessibleName(self.tr("Map of what decided"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.pixel: tuple[int, int] | None = None
        """Row and column that are pointed at, with the mouse or the arrow keys."""
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

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(440, 440)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size whose pixels can be pointed at."""
        return QSize(SMALLEST, SMALLEST)

    def show_attribution(self, attribution: Attribution | None) -> None:
        """Show another map, or none."""
        self._shown = attribution
        self._outline = QPainterPath()
        if attribution is None:
            self.pixel = None
        else:
            for start, end in outline(attribution.normalised.picture):
                self._outline.moveTo(*start)
                self._outline.lineTo(*end)
        self.update()

    def mark(self, part: Stroke | None) -> None:
        """Mark a stretch of the drawing, or nothing."""
        self._part = part
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        self._point(self._pixel_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to a neighbouring pixel with the arrow keys."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if event.key() not in steps or self._shown is None:
            super().keyPressEvent(event)
            return
        down, right = steps[Qt.Key(event.key())]
        row, column = self.pixel or (SIDE // 2, SIDE // 2)
        self._point((min(max(row + down, 0), SIDE - 1), min(max(column + right, 0), SIDE - 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, map, outline, marked stretch and the pixel that is pointed at."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        painter.fillRect(frame, QColor(theme.zero))
        if self._shown is not None:
            painter.drawImage(frame, coloured(self._shown.values, self.limit, theme))
            painter.save()
            painter.setClipRect(frame)
            painter.translate(frame.topLeft())
            painter.scale(frame.width() / SIDE, frame.width() / SIDE)
            self._paint_outline(painter, theme)
            if self._part is not None:
                self._paint_part(painter, self._part, self._shown.normalised, theme)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 1))
        painter.drawRect(frame)
        if self.pixel is not None:
            side = frame.width() / SIDE
            corner = frame.topLeft() + QPointF(self.pixel[1], self.pixel[0]) * side
            painter.setPen(QPen(QColor(theme.text), 1.5))
            painter.drawRect(QRectF(corner.x(), corner.y(), side, side))
        painter.end()

    def _paint_outline(self, painter: QPainter, theme: Theme) -> None:
        # A light line under a dark one can be seen on every colour of the map.
        halo = QColor(theme.card)
        halo.setAlpha(VEIL)
        for colour, width in ((halo, 3.5), (QColor(theme.text), 1.3)):
            pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPath(self._outline)

    def _paint_part(
        self, painter: QPainter, part: Stroke, normalised: Normalised, theme: Theme
    ) -> None:
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
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((theme.card, 5.0), (theme.warning, 2.5)):
            pen = QPen(QColor(colour), width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPath(stroker.createStroke(path).simplified())

    def _frame(self) -> QRectF:
        side = min(self.width(), self.height()) - 2.0
        return QRectF((self.width() - side) / 2, 1, side, side)

    def _pixel_at(self, position: QPointF) -> tuple[int, int] | None:
        frame = self._frame()
        if self._shown is None or not frame.contains(position):
            return None
        at = (position - frame.topLeft()) * (SIDE / frame.width())
        return min(int(at.y()), SIDE - 1), min(int(at.x()), SIDE - 1)

    def _point(self, pixel: tuple[int, int] | None) -> None:
        if pixel != self.pixel:
            self.pixel = pixel
            self.update()
            self.pointed.emit()

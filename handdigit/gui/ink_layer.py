"""The drawing as it has been painted so far: a growing stroke costs one segment."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from handdigit.core.ink import Point
from handdigit.gui.drawing import Drawing
from handdigit.gui.paint_drawing import Look, paint_drawing, paint_segment
from handdigit.gui.theme import Theme


class InkLayer:
    """Keeps the sheet with the drawing on it as a picture, as large as a widget."""

    def __init__(self, widget: QWidget) -> None:
        """Paint for ``widget``: its size, its screen's pixels, its theme."""
        self._widget = widget
        self._painted: QPixmap | None = None

    def forget(self) -> None:
        """Paint all of it anew when it is next wanted."""
        self._painted = None

    def add_segment(self, start: Point, end: Point, look: Look) -> QRectF:
        """Paint one segment more; return the part of the widget that has changed."""
        if self._painted is None:
            return QRectF(self._widget.rect())
        painter = QPainter(self._painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_segment(painter, start, end, look)
        painter.end()
        reach = look.pen_width * look.side + 2
        a, b = (look.position(point.x, point.y) for point in (start, end))
        return QRectF(a, b).normalized().adjusted(-reach, -reach, reach, reach)

    def painted(self, drawing: Drawing, look: Look) -> QPixmap:
        """Return the sheet with the drawing on it."""
        ratio = self._widget.devicePixelRatioF()
        if self._painted is None or self._painted.devicePixelRatioF() != ratio:
            theme = Theme.of(self._widget.palette())
            sheet = QPixmap((self._widget.size().toSizeF() * ratio).toSize())
            sheet.setDevicePixelRatio(ratio)
            sheet.fill(QColor(theme.card))
            painter = QPainter(sheet)
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            paint_drawing(painter, drawing, look)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self._widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.end()
            self._painted = sheet
        return self._painted

"""The drawing as it has been painted so far: a growing stroke costs one segment."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from handdigit.gui.state.history import Drawing, Picture
from handdigit.gui.theme import Theme
from handdigit.ink.ink import Ink, Point


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


LIGHT_TOUCH = 0.35
"""Share of the pen's width that a stroke keeps at no pressure."""
PIXELS_FROM = 4
"""From this magnification on a picture shows its pixels instead of being smoothed."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where and how a drawing is painted."""

    origin: QPointF
    """Where canvas position (0, 0) lies."""
    side: float
    """Pixels that a canvas unit takes."""
    pen_width: float
    """In canvas units."""
    colour: QColor

    def position(self, x: float, y: float) -> QPointF:
        """Return where a point in canvas units lies."""
        return self.origin + QPointF(x, y) * self.side


def paint_drawing(painter: QPainter, drawing: Drawing, look: Look) -> None:
    """Paint strokes or a picture."""
    if isinstance(drawing, Picture):
        _paint_picture(painter, drawing, look)
        return
    for stroke in drawing.strokes:
        previous = stroke.points[0]
        for point in stroke.points:
            paint_segment(painter, previous, point, look)
            previous = point


def paint_segment(painter: QPainter, start: Point, end: Point, look: Look) -> None:
    """Paint one segment with round ends; a segment of no length is a dot."""
    pressure = 1.0 if end.pressure is None else end.pressure
    width = look.pen_width * look.side * (LIGHT_TOUCH + (1 - LIGHT_TOUCH) * pressure)
    painter.setPen(QPen(look.colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    a, b = (look.position(p.x, p.y) for p in (start, end))
    if a == b:
        painter.drawPoint(a)
    else:
        painter.drawLine(a, b)


def _paint_picture(painter: QPainter, picture: Picture, look: Look) -> None:
    height, width = picture.pixels.shape[:2]
    image = QImage(
        picture.pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888
    ).copy()
    scale = look.side / max(height, width)
    target = QRectF(0, 0, width * scale, height * scale)
    target.moveCenter(look.origin + QPointF(0.5, 0.5) * look.side)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < PIXELS_FROM)
    painter.drawImage(target, image)


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

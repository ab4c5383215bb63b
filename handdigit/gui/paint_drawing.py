"""Painting a drawing: strokes as thick as the pen pressed, pictures as they are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from handdigit.core.ink import Point
from handdigit.gui.drawing import Drawing, Picture

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

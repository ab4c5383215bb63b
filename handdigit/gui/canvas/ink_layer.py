"""The drawing as it has been painted so far: a growing stroke costs what is new of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from handdigit.gui.canvas.brush import Brush, Look, Piece, area_of, paint_pieces
from handdigit.gui.state.history import Drawing, Picture
from handdigit.gui.theme import Theme
from handdigit.ink.ink import Ink, Stroke


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


PIXELS_FROM = 4
"""From this magnification on a picture shows its pixels instead of being smoothed."""


def paint_drawing(
    painter: QPainter, drawing: Drawing, look: Look, *, is_growing: bool = False
) -> None:
    """Paint strokes or a picture; of a stroke that is growing only what is certain."""
    if isinstance(drawing, Picture):
        _paint_picture(painter, drawing, look)
        return
    for stroke in drawing.strokes:
        brush = Brush(look)
        for point in stroke.points:
            paint_pieces(painter, brush.go_to(point), look.colour)
        if not is_growing or stroke is not drawing.strokes[-1]:
            paint_pieces(painter, brush.tip(), look.colour)


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
        self._brush: Brush | None = None
        """Of the stroke in progress."""
        self._tip: list[Piece] = []
        """What of it is not on the picture yet."""

    def forget(self) -> None:
        """Paint all of it anew when it is next wanted."""
        self._painted, self._brush, self._tip = None, None, []

    def grow(self, stroke: Stroke, look: Look) -> QRectF:
        """Paint the newest point of a stroke; return the part of the widget that changes."""
        *before, newest = stroke.points
        area = area_of(self._tip)
        if self._brush is None or not before:
            self._brush = Brush(look)
            for point in before:
                self._brush.go_to(point)
            if before:
                self._painted = None  # its tip is on it
        sure, self._tip = self._brush.go_to(newest), self._brush.tip()
        if self._painted is None:
            return QRectF(self._widget.rect())
        self._paint_on(self._painted, sure, look)
        return area | area_of(sure) | area_of(self._tip)

    def finish(self, look: Look) -> None:
        """Paint the tip of the stroke that is finished."""
        if self._painted is not None:
            self._paint_on(self._painted, self._tip, look)
        self._brush, self._tip = None, []

    def paint(self, painter: QPainter, drawing: Drawing, look: Look) -> None:
        """Paint the sheet with the drawing on it."""
        painter.drawPixmap(0, 0, self._sheet(drawing, look))
        if self._tip:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_pieces(painter, self._tip, look.colour)

    def _paint_on(self, sheet: QPixmap, pieces: list[Piece], look: Look) -> None:
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pieces(painter, pieces, look.colour)
        painter.end()

    def _sheet(self, drawing: Drawing, look: Look) -> QPixmap:
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
            paint_drawing(painter, drawing, look, is_growing=self._brush is not None)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self._widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.end()
            self._painted = sheet
        return self._painted

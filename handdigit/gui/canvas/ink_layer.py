"""The drawing as it has been painted so far: a growing stroke costs what is new of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from handdigit.gui.canvas.brush import Brush, Look, Piece, area_of, paint_pieces
from handdigit.gui.canvas.picture_view import dim, paint_found, paint_picture, picture_area
from handdigit.gui.state.history import Drawing, Picture
from handdigit.gui.state.mending import ShownInk
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


def paint_drawing(
    painter: QPainter, drawing: Drawing, look: Look, *, is_growing: bool = False
) -> None:
    """Paint strokes or a picture; of a stroke that is growing only what is certain."""
    if isinstance(drawing, Picture):
        paint_picture(painter, drawing, picture_area(drawing, look.square))
        return
    for stroke in drawing.strokes:
        brush = Brush(look)
        for point in stroke.points:
            paint_pieces(painter, brush.go_to(point), look.colour)
        if not is_growing or stroke is not drawing.strokes[-1]:
            paint_pieces(painter, brush.tip(), look.colour)


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
        self._found: ShownInk | None = None

    def forget(self) -> None:
        """Paint all of it anew when it is next wanted."""
        self._painted, self._brush, self._tip = None, None, []

    def show_found(self, found: ShownInk | None) -> None:
        """Show what was taken for ink in a picture."""
        self._found = found
        self.forget()

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
            if isinstance(drawing, Picture):
                self._paint_found(painter, drawing, look, theme)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self._widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.end()
            self._painted = sheet
        return self._painted

    def _paint_found(self, painter: QPainter, picture: Picture, look: Look, theme: Theme) -> None:
        """Let the ink of a picture stand out; where it was mended, once that is answered."""
        found = self._found
        if found is None or not found.picture.is_same_as(picture):
            return
        area = picture_area(picture, look.square)
        dim(painter, area, theme)
        if found.is_in(picture):
            paint_found(painter, found, picture, area, theme)

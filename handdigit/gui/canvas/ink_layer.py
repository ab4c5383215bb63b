"""The drawing as it has been painted so far: a growing stroke costs what is new of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from handdigit.gui.canvas.brush import Brush, Look, Piece, area_of, paint_pieces
from handdigit.gui.canvas.picture_view import dim, paint_found, paint_picture, picture_area
from handdigit.gui.state.drawing.drawing import Drawing, Picture
from handdigit.gui.state.drawing.mending import ShownInk
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

        What was written on a wider sheet shrinks. A picture lies in the middle, as large as there
        is room: the square may be larger than the sheet.
        """
        side = float(max(1, min(size.width(), size.height())))
        if isinstance(drawing, Picture):
            unit = picture_area(drawing, QRectF(0, 0, 1, 1))
            side = max(1.0, min(size.width() / unit.width(), size.height() / unit.height()))
            return cls(side, QPointF((size.width() - side) / 2, (size.height() - side) / 2))
        if not drawing.is_empty:
            side = min(side, size.width() / max(drawing.bounds().right, 1.0))
        return cls(side, QPointF(0, (size.height() - side) / 2))

    def position(self, x: float, y: float) -> QPointF:
        """Return where on the widget a point in canvas units lies."""
        return self.origin + QPointF(x, y) * self.side

    def units(self, position: QPointF) -> QPointF:
        """Return a position on the widget in canvas units."""
        return (position - self.origin) / self.side


def paint_drawing(painter: QPainter, drawing: Drawing, look: Look) -> None:
    """Paint strokes or a picture."""
    if isinstance(drawing, Picture):
        paint_picture(painter, drawing, picture_area(drawing, look.square))
        return
    for pieces in pieces_of(drawing, look):
        paint_pieces(painter, pieces, look.colour)


def pieces_of(ink: Ink, look: Look, *, is_growing: bool = False) -> Iterator[list[Piece]]:
    """Yield what every point adds to the lines; of a stroke that is growing what is certain."""
    for stroke in ink.strokes:
        brush = Brush(look)
        yield from map(brush.go_to, stroke.points)
        if not is_growing or stroke is not ink.strokes[-1]:
            yield brush.tip()


PORTION_S = 0.01
"""So long a drawing is painted on before the window does what else it has to do."""


class InkLayer:
    """Keeps the sheet with the drawing on it as a picture, as large as a widget."""

    def __init__(self, widget: QWidget) -> None:
        """Paint for ``widget``: its size, its screen's pixels, its theme."""
        self._widget = widget
        self._painted: QPixmap | None = None
        self._rest: Iterator[list[Piece]] = iter(())
        """What is not on the picture yet of the drawing that it shows."""
        self._is_whole = True
        """Whether there is no rest."""
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
        """Paint the sheet with the drawing on it; of a long one some more each time."""
        painter.drawPixmap(0, 0, self._sheet(drawing, look))
        if not self._is_whole:
            self._widget.update()
        if self._tip:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_pieces(painter, self._tip, look.colour)

    def _paint_on(self, sheet: QPixmap, pieces: list[Piece], look: Look) -> None:
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pieces(painter, pieces, look.colour)
        painter.end()

    def _sheet(self, drawing: Drawing, look: Look) -> QPixmap:
        ratio, theme = self._widget.devicePixelRatioF(), Theme.of(self._widget.palette())
        if self._painted is None or self._painted.devicePixelRatioF() != ratio:
            sheet = QPixmap((self._widget.size().toSizeF() * ratio).toSize())
            sheet.setDevicePixelRatio(ratio)
            sheet.fill(QColor(theme.card))
            self._painted, self._is_whole = sheet, False
            if isinstance(drawing, Ink):
                self._rest = pieces_of(drawing, look, is_growing=self._brush is not None)
        elif self._is_whole:
            return self._painted
        painter = QPainter(self._painted)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if isinstance(drawing, Ink):
            self._paint_rest(painter, look)
        else:
            paint_drawing(painter, drawing, look)
            self._paint_found(painter, drawing, look, theme)
            self._is_whole = True
        if self._is_whole:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self._widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        return self._painted

    def _paint_rest(self, painter: QPainter, look: Look) -> None:
        """Paint on for a moment: a drawing may have a quarter of a million points."""
        end = perf_counter() + PORTION_S
        for pieces in self._rest:
            paint_pieces(painter, pieces, look.colour)
            if perf_counter() > end:
                return
        self._is_whole = True

    def _paint_found(self, painter: QPainter, picture: Picture, look: Look, theme: Theme) -> None:
        """Let the ink of a picture stand out; where it was mended, once that is answered."""
        found = self._found
        if found is None or not found.picture.is_same_as(picture):
            return
        area = picture_area(picture, look.square)
        dim(painter, area, theme)
        if found.is_in(picture):
            paint_found(painter, found, picture, area, theme)

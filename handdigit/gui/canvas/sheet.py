"""The sheet of paper: shows a drawing, and takes what is dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.canvas.brush import Look
from handdigit.gui.canvas.ink_layer import Frame, InkLayer, paint_drawing
from handdigit.gui.canvas.picture_view import picture_area
from handdigit.gui.state.drawing.drawing import BLANK, Drawing, Picture
from handdigit.gui.state.drawing.mending import ShownInk
from handdigit.gui.theme import Theme
from handdigit.ink.ink import Bounds

INK_ON_WHITE = QColor("#0b2340")
"""Colour of ink in a copied picture, whatever the theme."""


class Sheet(QWidget):
    """A square of paper, or a wide sheet; 0..1 spans the shorter side of the widget.

    A square is centred, a sheet begins at the left; a picture takes all the room there is.

    Signals:
        frame_changed(): positions in canvas units are elsewhere on the widget now.
        dropped(QMimeData): files, a picture or an address were dropped.
    """

    frame_changed = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be blank."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAcceptDrops(True)
        self._pen_width = 1 / 14
        self._is_wide = False
        self._drawing: Drawing = BLANK
        self._marked: Bounds | None = None
        self._layer = InkLayer(self)
        self._frame = self._fitting_frame(self.size())

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(600, 240) if self._is_wide else QSize(400, 400)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size one can draw on."""
        return QSize(240, 100) if self._is_wide else QSize(200, 200)

    @property
    def aspect(self) -> float:
        """Width of the sheet in canvas units; a square has 1."""
        return max(1.0, self.width() / max(1, self.height())) if self._is_wide else 1.0

    def set_wide(self, is_wide: bool) -> None:
        """Be a wide sheet from now on, or a square."""
        self._is_wide = is_wide
        self._fit()
        self.updateGeometry()
        self.update()

    @property
    def pen_width(self) -> float:
        """Width of a stroke as shown, in canvas units."""
        return self._pen_width

    def set_pen_width(self, width: float) -> None:
        """Show strokes this wide. What the network gets does not depend on it."""
        self._pen_width = width
        self._layer.forget()
        self.update()

    def show_found(self, found: ShownInk | None) -> None:
        """Show what was taken for ink in the picture, or nothing."""
        self._layer.show_found(found)
        self.update()

    def show_marked(self, area: Bounds | None) -> None:
        """Outline a part of the canvas, or nothing."""
        self._marked = area
        self.update()

    def image(self, side: int) -> QImage:
        """Return the drawing as a picture ``side`` pixels high, dark on white."""
        image = QImage(round(side * self.aspect), side, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._fitting_frame(image.size())
        look = Look(frame.origin, frame.side, self._pen_width, INK_ON_WHITE)
        paint_drawing(painter, self._drawing, look)
        painter.end()
        return image

    def canvas_position(self, x: float, y: float) -> QPointF:
        """Return where on the widget a point in canvas units lies."""
        return self._frame.position(x, y)

    def part_area(self, part: Bounds) -> QRectF:
        """Return where on the widget a part of the picture is, given in shares of that."""
        if not isinstance(self._drawing, Picture):
            return QRectF()
        area = picture_area(self._drawing, self._look().square)
        size = area.width(), area.height()
        left, top = area.x() + part.left * size[0], area.y() + part.top * size[1]
        return QRectF(left, top, part.width * size[0], part.height * size[1])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and pictures of other programs; this one's answer is no drawing."""
        if event.source() is None and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        self.dropped.emit(event.mimeData())
        event.acceptProposedAction()

    # --- what it is made of --------------------------------------------------------------

    def _put(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._fit()
        self.update()

    def _fit(self) -> None:
        frame = self._fitting_frame(self.size())
        self._layer.forget()
        if frame != self._frame:
            self._frame = frame
            self.frame_changed.emit()

    def _fitting_frame(self, size: QSize) -> Frame:
        return Frame.wide(size, self._drawing) if self._is_wide else Frame.square(size)

    def _paint_sheet(self, painter: QPainter) -> None:
        """Paint the drawing, and the part of it that is marked."""
        self._layer.paint(painter, self._drawing, self._look())
        if self._marked is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(Theme.of(self.palette()).warning), 2))
            area = self._marked
            top_left = self.canvas_position(area.left, area.top)
            painter.drawRect(QRectF(top_left, self.canvas_position(area.right, area.bottom)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the drawing anew, as large as there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._layer.forget()
            self.update()

    def _look(self) -> Look:
        frame = self._frame
        return Look(frame.origin, frame.side, self._pen_width, QColor(Theme.of(self.palette()).ink))

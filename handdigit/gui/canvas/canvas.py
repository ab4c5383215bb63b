"""The canvas: pointer events to strokes, strokes to the screen."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.errors import InkError
from handdigit.gui.canvas.ink_layer import Frame, InkLayer, Look, paint_drawing
from handdigit.gui.state.history import BLANK, Drawing
from handdigit.gui.theme import Theme
from handdigit.gui.translation import explained
from handdigit.ink.erase import erase, erase_along
from handdigit.ink.ink import Bounds, Ink, Point, Stroke

INK_ON_WHITE = QColor("#0b2340")
"""Colour of ink in a copied picture, whatever the theme."""
ERASER_RATIO = 1.8
"""Diameter of the eraser over the width of the pen."""


class Tool(Enum):
    """What the pointer does."""

    PEN = auto()
    ERASER = auto()


class Canvas(QWidget):
    """A square of paper, or a wide sheet; 0..1 spans the shorter side of the widget.

    A square is centred, a sheet begins at the left.

    The canvas shows a drawing and turns pointer events into new ones; it keeps no history
    and waits for nobody.

    Signals:
        drawing_edited(Drawing): the stroke in progress has grown, or the eraser has bitten.
        edit_finished(): the pointer was lifted.
        refused(str): the drawing is full; the pen or the eraser has stopped, and why.
        eraser_hovered(Ink | None, QPointF): what pressing the eraser at this place would leave;
            None where it would take nothing, or is not held over the canvas.
        frame_changed(): positions in canvas units are elsewhere on the widget now.
        dropped(QMimeData): files, a picture or an address were dropped.
    """

    drawing_edited = Signal(object)
    edit_finished = Signal()
    refused = Signal(str)
    eraser_hovered = Signal(object, QPointF)
    frame_changed = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show a blank sheet."""
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Draw a digit here with the mouse or a pen."))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self._tool = Tool.PEN
        self._pen_width = 1 / 14
        self._is_wide = False
        self._drawing: Drawing = BLANK
        self._gesture: Tool | None = None
        """What the pointer does while it is down."""
        self._last_erased: QPointF | None = None
        self._pointer: QPointF | None = None
        self._marked: Bounds | None = None
        self._layer = InkLayer(self)
        self._frame = self._fitting_frame()
        self._set_cursor()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(600, 240) if self._is_wide else QSize(400, 400)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size one can draw on."""
        return QSize(240, 110) if self._is_wide else QSize(200, 200)

    @property
    def aspect(self) -> float:
        """Width of the sheet in canvas units; a square has 1."""
        return max(1.0, self.width() / max(1, self.height())) if self._is_wide else 1.0

    def set_wide(self, is_wide: bool) -> None:
        """Be a wide sheet from now on, or a square."""
        self._is_wide = is_wide
        self.setAccessibleDescription(
            self.tr("Write a number here with the mouse or a pen.")
            if is_wide
            else self.tr("Draw a digit here with the mouse or a pen.")
        )
        self._fit()
        self.updateGeometry()
        self.update()

    @property
    def tool(self) -> Tool:
        """The tool of the mouse and of the pen's tip."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """Draw or erase from now on; the pen's eraser end always erases."""
        self._tool = tool
        self._set_cursor()
        self._hover(self._pointer)
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

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing that came from elsewhere: history, a file, the clipboard."""
        if drawing is self._drawing:
            return
        self._drawing = drawing
        self._gesture = None
        self._fit()
        self._hover(self._pointer)
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
        paint_drawing(
            painter, self._drawing, Look(QPointF(0, 0), side, self._pen_width, INK_ON_WHITE)
        )
        painter.end()
        return image

    def canvas_position(self, x: float, y: float) -> QPointF:
        """Return where on the widget a point in canvas units lies."""
        return self._frame.position(x, y)

    # --- pointer -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, or erase."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position(), self._tool, None, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue; a release that a dialog has swallowed is made up for."""
        if self._gesture is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self._release()
        self._move(event.position(), None, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Do the same with a pen: pressure counts, its other end erases."""
        is_end = event.pointerType() == QPointingDevice.PointerType.Eraser
        match event.type():
            case QEvent.Type.TabletPress if event.button() == Qt.MouseButton.LeftButton:
                tool = Tool.ERASER if is_end else self._tool
                self._press(event.position(), tool, event.pressure(), event.timestamp())
            case QEvent.Type.TabletMove:
                self._move(event.position(), event.pressure(), event.timestamp())
            case QEvent.Type.TabletRelease if event.button() == Qt.MouseButton.LeftButton:
                self._release()
        event.accept()  # or Qt would send the same as mouse events

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the eraser's ring."""
        super().leaveEvent(event)
        self._pointer = None
        self._hover(None)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the eraser's ring."""
        super().enterEvent(event)
        self._pointer = event.position()

    def _press(
        self, position: QPointF, tool: Tool, pressure: float | None, milliseconds: int
    ) -> None:
        if self._gesture is not None:
            return
        self._hover(None)
        if self._ink is BLANK:
            self._layer.forget()
        self._gesture, self._last_erased = tool, None
        if tool is Tool.ERASER:
            self._erase_to(position)
            return
        point = self._point(position, pressure, milliseconds)
        ink = self._ink.with_stroke(Stroke((point,)))
        if self._has_room(ink):
            self._grow(ink, point, point)
        else:
            self._gesture = None

    def _move(self, position: QPointF, pressure: float | None, milliseconds: int) -> None:
        self._pointer = position
        if self._gesture is None:
            if self._tool is Tool.ERASER:
                self._hover(position)
                self.update()
        elif self._gesture is Tool.ERASER:
            self._erase_to(position)
        else:
            *before, stroke = self._ink.strokes
            point = self._point(position, pressure, milliseconds)
            last = stroke.points[-1]
            if point[:2] == last[:2]:
                return
            ink = Ink((*before, stroke.with_point(point)))
            if self._has_room(ink):
                self._grow(ink, last, point)
            else:
                self._release()

    def _release(self) -> None:
        if self._gesture is not None:
            self._gesture = None
            self.edit_finished.emit()

    def _has_room(self, ink: Ink) -> bool:
        """Return whether the drawing may become ``ink``; tell why it may not."""
        try:
            ink.require_room()
        except InkError as error:
            self.refused.emit(explained(error))
            return False
        return True

    def _grow(self, ink: Ink, last: Point, point: Point) -> None:
        self._drawing = ink
        self.update(self._layer.add_segment(last, point, self._look()).toAlignedRect())
        self.drawing_edited.emit(ink)

    def _erase_to(self, position: QPointF) -> None:
        start = self._point(self._last_erased or position, None, 0)
        end = self._point(position, None, 0)
        self._last_erased = position
        ink = erase_along(self._ink, (start.x, start.y), (end.x, end.y), self._eraser_radius())
        # A stroke that is cut is two, with more points than before.
        if ink is not self._ink and self._has_room(ink):
            self._drawing = ink
            self._layer.forget()
            self.drawing_edited.emit(ink)
        self.update()

    def _hover(self, position: QPointF | None) -> None:
        """Tell what the eraser would leave; nothing is changed."""
        left: Ink | None = None
        drawing = self._drawing
        erases = self._tool is Tool.ERASER and not self._is_wide  # a number is no one digit
        if position is not None and erases and isinstance(drawing, Ink):
            point = self._point(position, None, 0)
            left = erase(drawing, point.x, point.y, self._eraser_radius())
        self.eraser_hovered.emit(None if left is drawing else left, position or QPointF())

    @property
    def _ink(self) -> Ink:
        """What is edited: a stroke over a picture begins a new drawing; undo brings it back."""
        return self._drawing if isinstance(self._drawing, Ink) else BLANK

    def _point(self, position: QPointF, pressure: float | None, milliseconds: int) -> Point:
        at = self._frame.units(position)
        return Point(at.x(), at.y(), pressure, milliseconds / 1000)

    def _fit(self) -> None:
        frame = self._fitting_frame()
        self._layer.forget()
        if frame != self._frame:
            self._frame = frame
            self.frame_changed.emit()

    def _fitting_frame(self) -> Frame:
        size = self.size()
        return Frame.wide(size, self._drawing) if self._is_wide else Frame.square(size)

    def _eraser_radius(self) -> float:
        return max(self._pen_width * ERASER_RATIO, 0.05) / 2

    def _set_cursor(self) -> None:
        erasing = self._tool is Tool.ERASER
        self.setCursor(Qt.CursorShape.BlankCursor if erasing else Qt.CursorShape.CrossCursor)

    # --- files ---------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and pictures of other programs; this one's answer is no drawing."""
        if event.source() is None and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        self.dropped.emit(event.mimeData())
        event.acceptProposedAction()

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the drawing, and the eraser's ring."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._layer.painted(self._drawing, self._look()))
        if self._drawing == BLANK and self._gesture is None:
            painter.setPen(QColor(Theme.of(self.palette()).muted))
            text = self.tr("Write a number") if self._is_wide else self.tr("Draw a digit")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        if self._marked is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(Theme.of(self.palette()).warning), 2))
            area = self._marked
            top_left = self.canvas_position(area.left, area.top)
            painter.drawRect(QRectF(top_left, self.canvas_position(area.right, area.bottom)))
        if self._pointer is not None and Tool.ERASER in (self._gesture, self._tool):
            radius = self._eraser_radius() * self._frame.side
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(Theme.of(self.palette()).accent), 1.5))
            painter.drawEllipse(self._pointer, radius, radius)
        painter.end()

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

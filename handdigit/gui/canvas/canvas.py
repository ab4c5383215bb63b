"""The canvas: what pointers do becomes ink."""

from __future__ import annotations

from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from handdigit.errors import InkError
from handdigit.gui.canvas.eraser import erased
from handdigit.gui.canvas.pointer_events import contacts_of, position
from handdigit.gui.canvas.pointers import Contact, Kind, Pointers, Step
from handdigit.gui.canvas.sheet import Sheet
from handdigit.gui.state.drawing.drawing import BLANK, Drawing
from handdigit.gui.theme import Theme
from handdigit.gui.translation import explained
from handdigit.ink.erase import erase
from handdigit.ink.ink import Ink, Point, Stroke

ERASER_RATIO = 1.8
"""Diameter of the eraser over the width of the pen."""
FRAME_MS = 16
"""A drawing that grows is told this long after it was told before: a pen reports two hundred
positions a second, and no screen shows as many answers, but all of them would have to be painted
before the ink of the next."""


class Tool(Enum):
    """What the pointer does."""

    PEN = auto()
    ERASER = auto()


class Canvas(Sheet):
    """A sheet to draw on.

    The canvas shows a drawing and turns pointer events into new ones; it keeps no history
    and waits for nobody.

    Signals:
        drawing_grown(Drawing): the pointer has done more; it is not on the screen yet.
        drawing_edited(Drawing): the stroke in progress has grown, or the eraser has bitten; it is
            on the screen already.
        edit_finished(): the pointer was lifted.
        edit_dropped(Drawing): what was done since this drawing was there was done by a palm.
        refused(str): the drawing is full; the pen or the eraser has stopped, and why.
        eraser_hovered(Ink | None, QPointF): what pressing the eraser at this place would leave;
            None where it would take nothing, or is not held over the canvas.
    """

    drawing_grown = Signal(object)
    drawing_edited = Signal(object)
    edit_finished = Signal()
    edit_dropped = Signal(object)
    refused = Signal(str)
    eraser_hovered = Signal(object, QPointF)
    _fell_behind = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show a blank sheet."""
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.tr("Draw a digit here with the mouse or a pen."))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._tool = Tool.PEN
        self._pointers = Pointers()
        self._takes_pressure = True
        self._gesture: Tool | None = None
        """What the pointer does while it is down."""
        self._marked_drawing: Drawing = BLANK
        """What was there before the newest stroke, or before all that may be one palm's."""
        self._last_erased: QPointF | None = None
        self._pointer: QPointF | None = None
        self._behind: QRect | None = None
        """What is to be painted before the drawing is told; None if it is painted."""
        self._fell_behind.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        self._since_told = QElapsedTimer()
        self._next_frame = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next_frame.timeout.connect(self._tell)
        self._set_cursor()

    def set_wide(self, is_wide: bool) -> None:
        """Be a wide sheet from now on, or a square."""
        super().set_wide(is_wide)
        self.setAccessibleDescription(
            self.tr("Write a number here with the mouse or a pen.")
            if is_wide
            else self.tr("Draw a digit here with the mouse or a pen.")
        )

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

    def set_fingers(self, draw: bool) -> None:
        """Let fingers draw from now on, or not."""
        self._pointers.fingers_draw = draw

    def set_pressure(self, counts: bool) -> None:
        """Take the pen's pressure from now on, or let a pen be as the mouse is."""
        self._takes_pressure = counts

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing that came from elsewhere: history, a file, the clipboard."""
        if drawing is self._drawing:
            return
        self._pointers.let_go()
        self._put(drawing)
        self._hover(self._pointer)

    # --- pointer -------------------------------------------------------------------------

    @property
    def is_drawing(self) -> bool:
        """Whether a stroke is in progress."""
        return self._pointers.is_drawing

    def is_palm(self, contact: Contact, since: float) -> bool:
        """Return whether what is down since a second is the hand that holds the pen."""
        return self._pointers.is_palm(contact, since)

    def event(self, event: QEvent) -> bool:
        """Let pointers draw and erase."""
        contacts = contacts_of(event, self)
        if contacts is None:
            return super().event(event)
        for contact in contacts:
            self.follow(contact)
        event.accept()  # or Qt would send what a finger or a pen does as mouse events too
        return True

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

    def follow(self, contact: Contact) -> None:
        """Do what a pointer on the canvas wants."""
        at, is_finger = position(contact), contact.kind is Kind.FINGER
        steps = self._pointers.take(contact, monotonic())
        for step in steps:
            match step:
                case Step.MARK:
                    self._marked_drawing = self._drawing
                case Step.BEGIN:
                    self._begin(contact)
                case Step.POINT if self._gesture is Tool.ERASER:
                    self._erase_to(at)
                case Step.POINT:
                    self._draw_to(self._point(contact))
                case Step.END:
                    self._end()
                case Step.DROP:
                    self._put(self._marked_drawing)
                    self.edit_dropped.emit(self._drawing)
        if self._gesture is not None:
            self._pointer = at if steps else self._pointer
        elif steps or not is_finger:
            self._pointer = None if is_finger else at
            if self._tool is Tool.ERASER:
                self._hover(self._pointer)
                self.update()

    def _begin(self, contact: Contact) -> None:
        self._hover(None)
        self._gesture = Tool.ERASER if contact.erases else self._tool
        if self._gesture is Tool.ERASER:
            self._last_erased = None
            self._erase_to(position(contact))
            return
        if self._ink is BLANK:
            super()._put(BLANK)  # a sheet lies elsewhere than a picture did
        point = self._point(contact)
        ink = self._ink.with_stroke(Stroke((point,)))
        if self._has_room(ink):
            self._grow(ink)
        else:
            self._gesture = None
            self._pointers.let_go()

    def _draw_to(self, point: Point) -> None:
        *before, stroke = self._ink.strokes
        if point[:2] == stroke.points[-1][:2]:
            return
        ink = Ink((*before, stroke.with_point(point)))
        if self._has_room(ink):
            self._grow(ink)
        else:
            self._pointers.let_go()
            self._end()

    def _end(self) -> None:
        self._gesture = None
        self._tell_all()
        self._layer.finish(self._look())
        self.edit_finished.emit()

    def _put(self, drawing: Drawing) -> None:
        self._gesture = self._behind = None
        self._next_frame.stop()
        super()._put(drawing)

    def _has_room(self, drawing: Drawing) -> bool:
        """Return whether the drawing may become another one; tell why it may not."""
        try:
            if isinstance(drawing, Ink):
                drawing.require_room()
        except InkError as error:
            self.refused.emit(explained(error))
            return False
        return True

    def _grow(self, ink: Ink) -> None:
        self._change(ink, self._layer.grow(ink.strokes[-1], self._look()).toAlignedRect())
        if len(ink.strokes[-1].points) == 1:
            self._tell_all()

    def _change(self, drawing: Drawing, area: QRect) -> None:
        """Have another drawing, which is told once all is taken that pointers have done by now."""
        self._drawing = drawing
        self.drawing_grown.emit(drawing)
        if self._behind is None:
            self._behind = area
            self._fell_behind.emit()
        else:
            self._behind |= area

    @Slot()
    def _catch_up(self) -> None:
        """Paint what is new, then tell: ink is under the pen before anybody works on it."""
        if self._behind is not None:
            self.repaint(self._behind)
            self._behind = None
            if not self._next_frame.isActive():
                elapsed = self._since_told.elapsed() if self._since_told.isValid() else FRAME_MS
                self._next_frame.start(FRAME_MS - elapsed) if elapsed < FRAME_MS else self._tell()

    def _tell_all(self) -> None:
        """Paint and tell what there is at once."""
        self._catch_up()
        if self._next_frame.isActive():
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self._next_frame.stop()
        self._since_told.start()
        self.drawing_edited.emit(self._drawing)

    def _erase_to(self, at: QPointF) -> None:
        before, self._last_erased = self._last_erased, at
        drawing = erased(self._drawing, before, at, self._eraser_radius(), self._look())
        # A stroke that is cut is two, with more points than before.
        if drawing is not self._drawing and self._has_room(drawing):
            self._layer.forget()
            self._change(drawing, self.rect())
        self.update()

    def _hover(self, at: QPointF | None) -> None:
        """Tell what the eraser would leave; nothing is changed."""
        left: Ink | None = None
        drawing = self._drawing
        erases = self._tool is Tool.ERASER and not self._is_wide  # a number is no one digit
        if at is not None and erases and isinstance(drawing, Ink):
            place = self._frame.units(at)
            left = erase(drawing, place.x(), place.y(), self._eraser_radius())
        self.eraser_hovered.emit(None if left is drawing else left, at or QPointF())

    @property
    def _ink(self) -> Ink:
        """What is edited: a stroke over a picture begins a new drawing; undo brings it back."""
        return self._drawing if isinstance(self._drawing, Ink) else BLANK

    def _point(self, contact: Contact) -> Point:
        at = self._frame.units(position(contact))
        pressure = contact.pressure if self._takes_pressure else None
        return Point(at.x(), at.y(), pressure, contact.time)

    def _eraser_radius(self) -> float:
        return max(self._pen_width * ERASER_RATIO, 0.05) / 2

    def _set_cursor(self) -> None:
        erasing = self._tool is Tool.ERASER
        self.setCursor(Qt.CursorShape.BlankCursor if erasing else Qt.CursorShape.CrossCursor)

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the drawing, and the eraser's ring."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        self._paint_sheet(painter)
        if self._drawing == BLANK and self._gesture is None:
            painter.setPen(QColor(Theme.of(self.palette()).muted))
            text = self.tr("Write a number") if self._is_wide else self.tr("Draw a digit")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        if self._pointer is not None and Tool.ERASER in (self._gesture, self._tool):
            radius = self._eraser_radius() * self._frame.side
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(Theme.of(self.palette()).accent), 1.5))
            painter.drawEllipse(self._pointer, radius, radius)
        painter.end()

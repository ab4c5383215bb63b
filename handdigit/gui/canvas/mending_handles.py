"""Handles over a picture: a frame to cut out, or the four corners of a sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainterPath, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.canvas.mending_shapes import FrameShape, Handle, Shape, shape_of
from handdigit.gui.canvas.picture_view import (
    DIMMED_INSIDE,
    DIMMED_OUTSIDE,
    dim,
    paint_found,
    paint_picture,
    picture_area,
)
from handdigit.gui.state.drawing.drawing import Picture
from handdigit.gui.state.drawing.mending import Edit, PictureMending
from handdigit.gui.widgets.focus_ring import FocusRing
from handdigit.gui.widgets.form import TOUCH_SIZE, named
from handdigit.gui.widgets.painted_widget import PaintedWidget, arrow_step
from handdigit.gui.widgets.painter import Painter
from handdigit.ink.perspective import Place

ROOM = TOUCH_SIZE / 2
"""Around the picture: half of a handle on its edge."""
KNOB = 12.0
"""Side of what is seen of a handle, in pixels."""
STEP, FAST_STEP = 0.005, 0.05
"""What an arrow key moves, as a share of the picture; with Shift."""
LEFT_BUTTON = Qt.MouseButton.LeftButton


class MendingHandles(PaintedWidget):
    """Lies over the canvas while there are handles; what they say is answered meanwhile."""

    def __init__(self, canvas: QWidget, mending: PictureMending) -> None:
        """Follow ``mending`` over ``canvas``."""
        super().__init__(canvas)
        named(self, "mendingHandles", self.tr("Frame"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # What a finger or a pen does here is a mouse's doing, and none of the canvas.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._canvas, self._mending = canvas, mending
        self._edit: Edit | None = None
        self._shape: Shape | None = None
        self._handles = [_Knob(self, number) for number in range(len(Handle))]
        self._pressed: Place | None = None
        """Where the pointer went down to draw a frame or to move it."""
        self._moved: Shape | None = None
        """The frame that is moved, as it was."""
        self._backdrop: tuple[Picture, QSize, QPixmap] | None = None
        FocusRing(self)
        self.hide()
        canvas.installEventFilter(self)
        mending.changed.connect(self._follow)
        mending.found_changed.connect(self.update)

    @property
    def shape(self) -> Shape | None:
        """What the handles say, None where there are none."""
        return self._shape

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the canvas."""
        if watched is self._canvas and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the handles where the picture is."""
        super().resizeEvent(event)
        self._place()

    # --- what is done to it --------------------------------------------------------------

    def drag(self, handle: Handle, at: QPointF) -> None:
        """Bring a handle to a place on the widget, as far as that makes sense."""
        if self._shape is not None:
            self._say(self._shape.dragged(handle, self._share(at)))

    def finish(self) -> None:
        """The pointer or the key was let go."""
        self._mending.finish()

    def press_key(self, event: QKeyEvent, handle: Handle | None) -> bool:
        """Move a handle, or all of them, with the arrow keys; keep or give up."""
        step = arrow_step(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._mending.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._mending.give_up()
        elif step is not None and self._shape is not None:
            is_fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            size = FAST_STEP if is_fast else STEP
            dx, dy = step[1] * size, step[0] * size
            if handle is None:
                self._say(self._shape.moved(dx, dy))
            else:
                x, y = self._shape.place(handle)
                self._say(self._shape.dragged(handle, (x + dx, y + dy)))
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move all of it; keep or give up."""
        if not self.press_key(event, None):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """End a step with the key."""
        if arrow_step(event) is not None and not event.isAutoRepeat():
            self.finish()
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin another frame, or move the one that is there."""
        if event.button() == LEFT_BUTTON and self._shape is not None:
            self._pressed = self._share(event.position())
            is_moved = self._shape.contains(self._pressed) and not self._shape.is_all
            self._moved = self._shape if is_moved else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._pressed is None or self._shape is None:
            return
        x, y = self._share(event.position())
        if self._moved is not None:
            self._say(self._moved.moved(x - self._pressed[0], y - self._pressed[1]))
        elif isinstance(self._shape, FrameShape):
            self._say(self._shape.drawn(self._pressed, (x, y)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if event.button() == LEFT_BUTTON and self._pressed is not None:
            self._pressed = None
            self.finish()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Keep it."""
        self._mending.accept()

    # --- what is shown -------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        before, self._edit = self._edit, self._mending.edit
        self._shape = shape_of(self._mending)
        if self._shape is None:
            if before is not None:
                had_focus = self.isAncestorOf(self.focusWidget() or self) or self.hasFocus()
                self.hide()
                self._backdrop = self._pressed = None
                if had_focus:
                    self._canvas.setFocus()
            return
        self._place()
        if self._edit is not before:
            self._name()
            self.setGeometry(self._canvas.rect())
            self.show()
            self.raise_()
            first = self._handles[0] if self._edit is Edit.CORNERS else self
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        is_frame = self._edit is Edit.FRAME
        self.setAccessibleName(self.tr("Frame") if is_frame else self.tr("Corners of the sheet"))
        titles = {
            Handle.TOP_LEFT: self.tr("Top left corner"),
            Handle.TOP_RIGHT: self.tr("Top right corner"),
            Handle.BOTTOM_RIGHT: self.tr("Bottom right corner"),
            Handle.BOTTOM_LEFT: self.tr("Bottom left corner"),
            Handle.TOP: self.tr("Top edge"),
            Handle.RIGHT: self.tr("Right edge"),
            Handle.BOTTOM: self.tr("Bottom edge"),
            Handle.LEFT: self.tr("Left edge"),
        }
        for knob in self._handles:
            knob.setAccessibleName(titles[knob.handle])

    def _say(self, shape: Shape) -> None:
        self._mending.show(shape.said(self._mending.mending))

    def _place(self) -> None:
        """Put the handles where they belong; those of a short edge would lie on the corners."""
        shape, area = self._shape, self.area
        if shape is None:
            return
        for knob in self._handles:
            x, y = shape.place(knob.handle)
            at = area.topLeft() + QPointF(x * area.width(), y * area.height())
            knob.move((at - QPointF(ROOM, ROOM)).toPoint())
            knob.setVisible(shape.has(knob.handle, area.size(), TOUCH_SIZE))
        self.update()

    @property
    def area(self) -> QRectF:
        """Where the picture lies."""
        picture = self._mending.under_handles
        within = QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM)
        return within if picture is None else picture_area(picture, within)

    def _share(self, at: QPointF) -> Place:
        area = self.area
        place = at - area.topLeft()
        return place.x() / max(1.0, area.width()), place.y() / max(1.0, area.height())

    def paint(self, painter: Painter) -> None:
        """Paint the picture, faded where it is not meant, with what was taken for ink."""
        picture, shape = self._mending.under_handles, self._shape
        if picture is None or shape is None:
            return
        area = self.area
        painter.drawPixmap(0, 0, self._painted(picture, area))
        found = self._mending.found
        if found is not None:
            dim(painter, area, self.theme, DIMMED_INSIDE)
            paint_found(painter, found, picture, area, self.theme)
        corners = [
            area.topLeft() + QPointF(x * area.width(), y * area.height()) for x, y in shape.corners
        ]
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        outside.addPolygon(QPolygonF([*corners, corners[0]]))
        painter.save()
        painter.setClipPath(outside)
        dim(painter, QRectF(self.rect()), self.theme, DIMMED_OUTSIDE)
        painter.restore()
        painter.use_pen("accent", 2)
        painter.drawPolygon(QPolygonF(corners))

    def _painted(self, picture: Picture, area: QRectF) -> QPixmap:
        """Return the sheet with the picture on it; it is the same while handles move."""
        cached = self._backdrop
        if cached is not None and cached[1] == self.size() and cached[0] is picture:
            return cached[2]
        ratio = self.devicePixelRatioF()
        sheet = QPixmap((self.size().toSizeF() * ratio).toSize())
        sheet.setDevicePixelRatio(ratio)
        painter = Painter(sheet, self.theme)
        painter.fill(QRectF(self.rect()), "card")
        paint_picture(painter, picture, area)
        painter.end()
        self._backdrop = picture, self.size(), sheet
        return sheet


class _Knob(PaintedWidget):
    """A handle that a finger can hit, and the keyboard reaches."""

    def __init__(self, handles: MendingHandles, number: int) -> None:
        super().__init__(handles)
        self.handle = Handle(number)
        self.setObjectName(f"{self.handle.name.lower()}Handle")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFixedSize(TOUCH_SIZE, TOUCH_SIZE)
        self._handles = handles
        self._grip: QPointF | None = None
        """Where it is held, from its middle."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT_BUTTON:
            self._grip = event.position() - QRectF(self.rect()).center()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            at = self.mapTo(self._handles, event.position())
            self._handles.drag(self.handle, at - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == LEFT_BUTTON and self._grip is not None:
            self._grip = None
            self._handles.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handles.press_key(event, self.handle):
            super().keyPressEvent(event)

    def paint(self, painter: Painter) -> None:
        middle = QRectF(self.rect()).center()
        square = QRectF(0, 0, KNOB, KNOB)
        square.moveCenter(middle)
        has_focus = self.hasFocus()
        painter.surface(square, "accent" if has_focus else "card", "accent", 2, radius=3)
        if has_focus:
            painter.use_pen("accent", 2)
            painter.drawEllipse(middle, KNOB, KNOB)

"""What Qt tells of mouse, touchscreen and pen, in one form."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from handdigit.gui.canvas.pointers import Contact, Kind, Phase

LEFT = Qt.MouseButton.LeftButton
"""The tip of a pen has the number of this button too."""
PRESSES = (
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TabletPress,
)  # fmt: skip
MM_PER_INCH = 25.4
TOUCHSCREEN = QInputDevice.DeviceType.TouchScreen
_PHASES = {
    QEventPoint.State.Pressed: Phase.PRESSED,
    QEventPoint.State.Updated: Phase.DOWN,
    QEventPoint.State.Released: Phase.UP,
}


def contacts_of(event: QEvent, widget: QWidget) -> tuple[Contact, ...] | None:
    """Return what an event that a widget gets says of pointers; None if it is no pointer's."""
    if isinstance(event, QTabletEvent):
        return (_of_pen(event),)
    if isinstance(event, QMouseEvent):
        return (_of_mouse(event),)
    # Fingers on a touchpad move the mouse.
    if isinstance(event, QTouchEvent) and event.pointingDevice().type() == TOUCHSCREEN:
        if event.type() == QEvent.Type.TouchCancel:
            return (Contact(Kind.FINGER, -1, Phase.CANCELLED),)
        pixels_per_mm = widget.screen().physicalDotsPerInch() / MM_PER_INCH
        is_first = event.type() == QEvent.Type.TouchBegin
        return tuple(
            _of_finger(point, _PHASES[point.state()], pixels_per_mm, is_alone=is_first)
            for point in event.points()
            if point.state() in _PHASES
        )
    return None


def _of_mouse(event: QMouseEvent) -> Contact:
    at = event.position()
    is_press = event.type() in PRESSES and event.button() == LEFT
    phase = _phase(is_press=is_press, is_down=bool(event.buttons() & LEFT))
    return Contact(Kind.MOUSE, -1, phase, at.x(), at.y(), None, event.timestamp() / 1000)


def _of_pen(event: QTabletEvent) -> Contact:
    """Return what a pen does; with its barrel button held, or turned round, it erases.

    Some systems tell of the barrel button beside the tip, also of a pen that hovers; others,
    once the pen is down, instead of it.
    """
    kind, button, buttons = event.type(), event.button(), event.buttons()
    has_tip = bool(buttons & LEFT)
    is_down = has_tip or (buttons != Qt.MouseButton.NoButton and event.pressure() > 0)
    is_press = kind == QEvent.Type.TabletPress and is_down and (button == LEFT or not has_tip)
    is_lifted = kind == QEvent.Type.TabletRelease and button == LEFT
    is_end = event.pointerType() == QPointingDevice.PointerType.Eraser
    has_barrel = bool(buttons & (Qt.MouseButton.RightButton | Qt.MouseButton.MiddleButton))
    at = event.position()
    return Contact(
        Kind.PEN,
        event.pointingDevice().systemId(),
        _phase(is_press=is_press, is_down=is_down and not is_lifted),
        at.x(),
        at.y(),
        event.pressure(),
        event.timestamp() / 1000,
        erases=is_end or has_barrel,
    )


def _of_finger(
    point: QEventPoint, phase: Phase, pixels_per_mm: float, *, is_alone: bool
) -> Contact:
    at, size = point.position(), point.ellipseDiameters()
    diameter = max(size.width(), size.height()) / pixels_per_mm
    time = point.timestamp() / 1000
    return Contact(
        Kind.FINGER, point.id(), phase, at.x(), at.y(), None, time,
        diameter_mm=diameter, is_alone=is_alone,
    )  # fmt: skip


def _phase(*, is_press: bool, is_down: bool) -> Phase:
    if is_press:
        return Phase.PRESSED
    return Phase.DOWN if is_down else Phase.UP


def position(contact: Contact) -> QPointF:
    """Return where on the widget a contact is."""
    return QPointF(contact.x, contact.y)

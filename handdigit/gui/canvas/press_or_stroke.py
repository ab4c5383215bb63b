"""A press on a button that lies over the canvas: in place it is a click, dragged it is a stroke."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from handdigit.gui.canvas.pointer_events import PRESSES

PointerEvent = QMouseEvent | QTabletEvent
"""What a mouse or a pen sends; of a finger Qt makes what a mouse would send."""
MOVES = (QEvent.Type.MouseMove, QEvent.Type.TabletMove)
RELEASES = (QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease)


class PressOrStroke(QObject):
    """Gives the canvas the strokes that begin on buttons over it, from their first point on."""

    def __init__(self, canvas: QWidget, parent: QObject) -> None:
        """Give strokes to ``canvas``."""
        super().__init__(parent)
        self._canvas = canvas
        self._held: list[PointerEvent] = []
        """What the canvas would have got since the press that may still be a click."""
        self._is_stroke = False
        self._device: QPointingDevice | None = None
        """What was pressed."""

    def watch(self, button: QAbstractButton) -> None:
        """Let strokes begin on a button."""
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the left button of a mouse and the tip of a pen; the rest is not ours."""
        if not isinstance(event, PointerEvent) or not isinstance(watched, QAbstractButton):
            return False
        kind, is_left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind in PRESSES and is_left:
            self._held, self._is_stroke = [self._on_canvas(event, watched)], False
            self._device = event.pointingDevice()
            watched.setDown(True)
        elif event.pointingDevice() != self._device:
            return False
        elif kind in MOVES and (self._held or self._is_stroke):
            self._move(self._on_canvas(event, watched), watched)
        elif kind in RELEASES and is_left and (self._held or self._is_stroke):
            self._release(event, watched)
        else:
            return False
        event.accept()  # or Qt would send what a pen does as mouse events too
        return True

    def _move(self, event: PointerEvent, button: QAbstractButton) -> None:
        if self._is_stroke:
            QApplication.sendEvent(self._canvas, event)
            return
        self._held.append(event)
        way = (event.position() - self._held[0].position()).manhattanLength()
        if way >= QGuiApplication.styleHints().startDragDistance():
            button.setDown(False)
            held, self._held, self._is_stroke = self._held, [], True
            for each in held:
                QApplication.sendEvent(self._canvas, each)

    def _release(self, event: PointerEvent, button: QAbstractButton) -> None:
        was_stroke, self._held, self._is_stroke = self._is_stroke, [], False
        if was_stroke:
            QApplication.sendEvent(self._canvas, self._on_canvas(event, button))
            return
        button.setDown(False)
        if button.rect().contains(event.position().toPoint()):
            button.click()

    def _on_canvas(self, event: PointerEvent, button: QAbstractButton) -> PointerEvent:
        """Return an event as the canvas would have got it."""
        place = button.mapTo(self._canvas, event.position())
        copy: PointerEvent
        if isinstance(event, QTabletEvent):
            copy = QTabletEvent(
                event.type(), event.pointingDevice(), place, event.globalPosition(),
                event.pressure(), event.xTilt(), event.yTilt(), event.tangentialPressure(),
                event.rotation(), event.z(), event.modifiers(), event.button(), event.buttons(),
            )  # fmt: skip
        else:
            copy = QMouseEvent(
                event.type(), place, event.globalPosition(), event.button(), event.buttons(),
                event.modifiers(), event.pointingDevice(),
            )  # fmt: skip
        copy.setTimestamp(event.timestamp())
        return copy

"""A press on a button that lies over the canvas: in place it is a click, dragged it is a stroke."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.pointer_events import contacts_of, position
from handdigit.gui.canvas.pointers import Contact, Kind, Phase


class PressOrStroke(QObject):
    """Gives the canvas the strokes that begin on buttons over it, from their first point on.

    A palm on a button clicks nothing, as it draws nothing on the canvas.
    """

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        """Give strokes to ``canvas``."""
        super().__init__(parent)
        self._canvas = canvas
        self._held: list[Contact] = []
        """What the canvas would have got since the press that may still be a click."""
        self._pressed: QAbstractButton | None = None
        """The button under it."""
        self._since = 0.0
        """When that was, in seconds."""

    def watch(self, button: QAbstractButton) -> None:
        """Let strokes begin on a button."""
        button.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        button.setTabletTracking(True)  # a pen that comes makes a palm of what lies there
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what points; a mouse that is not pressed is the button's."""
        if not isinstance(watched, QAbstractButton):
            return False
        contacts = contacts_of(event, watched)
        if contacts is None:
            return False
        is_taken = [self._follow(contact, watched) for contact in contacts]
        if any(is_taken):
            event.accept()  # or Qt would send what a finger or a pen does as mouse events too
        return any(is_taken)

    def _follow(self, contact: Contact, button: QAbstractButton) -> bool:
        """Return whether a contact is taken from the button under it."""
        place = button.mapTo(self._canvas, position(contact))
        there = replace(contact, x=place.x(), y=place.y())
        is_inside = button.rect().contains(position(contact).toPoint())
        if contact.phase is Phase.PRESSED and is_inside:
            self._let_go()
            self._since = monotonic()
            if not self._canvas.is_palm(contact, self._since):
                self._held, self._pressed = [there], button
                button.setDown(True)
        elif self._pressed is not None and contact.pointer == self._held[0].pointer:
            self._go_on(there, is_inside=is_inside)
        else:
            # A finger beside the first one on a button is given to the button too.
            is_hovering_mouse = contact.kind is Kind.MOUSE and not self._canvas.is_drawing
            if is_hovering_mouse:
                return False
            self._canvas.follow(there)
        return True

    def _go_on(self, there: Contact, *, is_inside: bool) -> None:
        button = self._pressed
        assert button is not None
        self._held.append(there)
        way = (position(there) - position(self._held[0])).manhattanLength()
        if self._canvas.is_palm(there, self._since):
            self._let_go()
        elif there.phase is Phase.UP:
            self._let_go()
            if is_inside:
                button.click()
        elif way >= QGuiApplication.styleHints().startDragDistance():
            for each in self._let_go():
                self._canvas.follow(each)

    def _let_go(self) -> list[Contact]:
        """Forget the press; return what was held of it."""
        held, self._held = self._held, []
        if self._pressed is not None:
            self._pressed.setDown(False)
            self._pressed = None
        return held

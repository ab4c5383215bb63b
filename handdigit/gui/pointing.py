"""Which part of the window a person means: what the keys brought the focus to, or point at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget


class Pointing(QObject):
    """Knows what a command is about that is given by a key or from a menu.

    In a menu the pointer is where the menu was: then it is what has the focus.
    """

    def __init__(self, window: QMainWindow) -> None:
        """Look at ``window``."""
        super().__init__(window)
        self._window = window
        self._is_in_menu = False

    def watch_menus(self) -> None:
        """Follow the menus that the window has now."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for menu in self._window.menuBar().findChildren(QMenu, options=direct):
            menu.aboutToHide.connect(self._enter_menu)

    def part(self) -> QWidget | None:
        """Return what has the focus where keys brought it there, else what is pointed at."""
        window, focus = self._window, self._window.focusWidget()
        pointed = None
        if not self._is_in_menu:
            pointed = window.childAt(window.mapFromGlobal(QCursor.pos()))
        by_key = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if focus is not None and (by_key or pointed is None):
            return focus
        return pointed

    @Slot()
    def _enter_menu(self) -> None:
        # What is chosen in a menu is done before the next turn.
        self._is_in_menu = True
        QTimer.singleShot(0, self, self._leave_menu)

    @Slot()
    def _leave_menu(self) -> None:
        self._is_in_menu = False

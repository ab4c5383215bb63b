"""Adds actions to menus; what is on a button has its text from there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from handdigit.gui.translation import without_key

Shortcut = QKeySequence.StandardKey | str | None


class MenuBuilder:
    """Adds named actions to the menus of a window."""

    def __init__(self, window: QMainWindow) -> None:
        """Build into ``window``'s menu bar."""
        self._window = window

    def menu(self, name: str, title: str, parent: QMenu | None = None) -> QMenu:
        """Add a menu, or a submenu of ``parent``."""
        menu = parent.addMenu(title) if parent else self._window.menuBar().addMenu(title)
        menu.setObjectName(name)
        return menu

    def action(
        self,
        menu: QMenu,
        name: str,
        text: str,
        slot: Callable[[], object],
        shortcut: Shortcut = None,
        *,
        short_text: str = "",
    ) -> QAction:
        """Add an action that calls ``slot``; ``short_text`` is for buttons."""
        action = QAction(text, self._window)
        action.setObjectName(name)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.setIconText(short_text or without_key(text).rstrip("…"))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{action.iconText()} ({keys})" if keys else action.iconText())
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        return action

    def switch(
        self,
        menu: QMenu,
        name: str,
        text: str,
        slot: Callable[[bool], object],
        shortcut: Shortcut = None,
        *,
        checked: bool = False,
    ) -> QAction:
        """Add an action that is on or off; ``slot`` is told when that changes, however."""
        action = self.action(menu, name, text, lambda: None, shortcut)
        action.setCheckable(True)
        action.setChecked(checked)
        action.toggled.connect(slot)
        return action

    def choice(
        self,
        group: QActionGroup,
        menu: QMenu,
        name: str,
        text: str,
        slot: Callable[[], object],
        shortcut: Shortcut = None,
        *,
        checked: bool = False,
    ) -> QAction:
        """Add one of several actions of which exactly one is in force, however it came about."""
        action = self.action(menu, name, text, lambda: None, shortcut)
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)
        action.toggled.connect(lambda is_on: slot() if is_on else None)
        return action

"""The sheet of shortcuts, made from the actions themselves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QMenu, QSizePolicy, QWidget

from handdigit.gui.translation import without_key
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.gui.widgets.form import MARGIN, SPRING, Item, named, scroll_area, vbox
from handdigit.gui.widgets.labels import Label

COLUMNS = 3
ESCAPE = QKeySequence(Qt.Key.Key_Escape)
NATIVE = QKeySequence.SequenceFormat.NativeText


def shortcuts(window: QMainWindow) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the titles of a window's menus, and the (text, keys) of their actions with keys."""
    groups = []
    for action in window.menuBar().actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            groups += list(_groups(menu))
    return groups


def _groups(menu: QMenu) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield a menu and those in it."""
    inner = [action.menu() for action in menu.actions()]
    lines = [
        (without_key(action.text()), " ".join(key.toString(NATIVE) for key in action.shortcuts()))
        for action in menu.actions()
        if action.shortcuts() and action.menu() is None
    ]
    if lines:
        yield without_key(menu.title()), lines
    for one in inner:
        if isinstance(one, QMenu):
            yield from _groups(one)


class ShortcutSheet(QDialog):
    """All keys at one glance, grouped as in the menus."""

    def __init__(self, window: QMainWindow) -> None:
        """Show the keys that ``window`` has now."""
        super().__init__(window)
        named(self, "shortcutSheet", self.tr("Shortcuts"))
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        back = self.tr("One step back in Inside; close help and tour"), ESCAPE.toString(NATIVE)
        groups = [*shortcuts(window), (self.tr("Everywhere"), [back])]
        least = sum(len(lines) + 2 for _, lines in groups) / COLUMNS
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setSpacing(3 * MARGIN)
        rows = 0
        items: list[Item] = []
        for title, lines in groups:
            grid = FactGrid()
            grid.show_lines(lines)
            named(grid, "shortcutGroup", title)
            grid.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            items += [Label(title, bold=True), grid, MARGIN]
            rows += len(lines) + 2
            if rows >= least:
                columns.addLayout(vbox(*items, SPRING, spacing=4))
                rows, items = 0, []
        if items:
            columns.addLayout(vbox(*items, SPRING, spacing=4))
        area = scroll_area(sheet, "shortcutScroll", self.tr("Shortcuts"))
        vbox(area, on=self, margins=4)
        room = sheet.sizeHint().grownBy(QMargins(MARGIN, MARGIN, MARGIN, MARGIN))
        self.resize(room.boundedTo(window.size() * 0.94))

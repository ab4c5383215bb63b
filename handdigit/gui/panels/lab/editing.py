"""A grid whose values can be typed, stepped, and switched on and off."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from handdigit.gui.panels.lab.experiment import Place, parse_number
from handdigit.gui.panels.lab.grid import Grid
from handdigit.gui.panels.lab.grid_painter import Sheet
from handdigit.network.convolution import Values
from handdigit.number_format import with_decimals

EDITOR_SIZE = (58, 28)
"""Smallest width and height of the field that a number is typed into, in pixels."""
KEYS = Qt.Key
OPENING_KEYS = (KEYS.Key_Return, KEYS.Key_Enter, KEYS.Key_F2)
ERASING_KEYS = (KEYS.Key_Delete, KEYS.Key_Backspace)
NUMBER_STARTS = "0123456789-−.,"


class EditableGrid(Grid):
    """A grid that takes numbers.

    A click opens a field to type into, and so do Enter, F2 or the number itself. With
    ``toggles`` a click instead switches a cell between 0 and the largest value, a drag does
    the same to every cell it crosses, and a double click opens the field.

    Signals:
        values_edited(object): there are new values, (rows, columns).
    """

    values_edited = Signal(object)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(name, title, parent)
        self._can_edit = True
        self._toggles = False
        self._brush: float | None = None
        self._before: float | None = None
        self._editor: CellEditor | None = None

    def set_editing(self, *, can_edit: bool, toggles: bool) -> None:
        """Say whether values can be changed, and whether a click does that by itself."""
        self._can_edit, self._toggles = can_edit, toggles
        if not can_edit:
            self._close_editor()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other values; what is being typed into a grid of another size is dropped."""
        if sheet.values.shape != self.values.shape:
            self._close_editor()
        super().show_sheet(sheet)

    def edit(self, place: Place, text: str | None = None) -> None:
        """Open the field on a cell, with the first character typed where there is one."""
        if not self._can_edit or not self.values.size:
            return
        self._close_editor()
        self._go_to(place)
        self._editor = CellEditor(with_decimals(float(self.values[place]), 6), text, self)
        self._editor.accepted.connect(self._take)
        self._editor.left.connect(self._leave_editor)
        self._place_editor()
        self._editor.show()
        self._editor.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Switch a cell, or open its field."""
        super().mousePressEvent(event)
        cell = self._editable_at(event.position())
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if not self._toggles:
            self.edit(cell)
            return
        self._before = float(self.values[cell])
        self._brush = 0.0 if self._before else self._largest()
        self._set(cell, self._brush)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Give every cell on the way the same value."""
        super().mouseMoveEvent(event)
        cell = self._editable_at(event.position())
        if self._brush is not None and cell is not None and self.values[cell] != self._brush:
            self._set(cell, self._brush)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        super().mouseReleaseEvent(event)
        self._brush = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the field; the first click's switching is taken back."""
        cell = self._editable_at(event.position())
        if cell is None or not self._toggles:
            return
        if self._before is not None:
            self._set(cell, self._before)
        self.edit(cell)

    def event(self, event: QEvent) -> bool:
        """Keep digits and Delete from the window's shortcuts: they mean a cell here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._can_edit
            and (event.key() in ERASING_KEYS or _starts_number(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type into the current cell, erase it, or switch it."""
        if not self._can_edit:
            super().keyPressEvent(event)
        elif event.key() in OPENING_KEYS:
            self.edit(self.current)
        elif _starts_number(event):
            self.edit(self.current, event.text())
        elif event.key() in ERASING_KEYS:
            self._set(self.current, 0.0)
        elif event.key() == Qt.Key.Key_Space and self._toggles:
            self._set(self.current, 0.0 if self.values[self.current] else self._largest())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field on its cell."""
        super().resizeEvent(event)
        self._place_editor()

    @Slot(float)
    def _take(self, value: float) -> None:
        self._set(self.current, value)

    @Slot(int)
    def _leave_editor(self, step: int) -> None:
        self._close_editor()
        columns = self.values.shape[1]
        index = self.current[0] * columns + self.current[1] + step
        if step and 0 <= index < self.values.size:
            row, column = divmod(index, columns)
            self.edit((row, column))

    def _close_editor(self) -> None:
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        editor.retire()

    def _place_editor(self) -> None:
        if self._editor is None:
            return
        cell = self.cell_rect(*self.current).toAlignedRect()
        width, height = max(cell.width(), EDITOR_SIZE[0]), max(cell.height(), EDITOR_SIZE[1])
        left = min(max(cell.center().x() - width // 2, 0), max(self.width() - width, 0))
        top = min(max(cell.center().y() - height // 2, 0), max(self.height() - height, 0))
        self._editor.setGeometry(left, top, width, height)

    def _editable_at(self, position: QPointF) -> Place | None:
        return self.part_at(position) if self._can_edit else None

    def _largest(self) -> float:
        return float(np.abs(self.values).max()) or 1.0

    def _set(self, place: Place, value: float) -> None:
        values: Values = self.values.copy()
        values[place] = value
        self.values_edited.emit(values)


class CellEditor(QLineEdit):
    """Takes one number: Enter keeps it, Tab goes on, Up and Down step by 1, Esc drops it.

    Signals:
        accepted(float): this number is meant.
        left(int): nothing more is typed here; the cell so many further on is next.
    """

    accepted = Signal(float)
    left = Signal(int)

    def __init__(self, value: str, typed: str | None, grid: QWidget) -> None:
        """Begin with the whole value selected, or with what was typed instead of it."""
        super().__init__(value if typed is None else typed, grid)
        self._grid = grid
        self.setObjectName("labCellEditor")
        self.setAccessibleName(self.tr("Value of the cell"))
        self.setToolTip(self.tr("A number, also 1/9. Tab goes on, Up and Down step."))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(12)
        # A value that is shown rounded keeps all its digits unless something is typed.
        self._untouched = value
        self._ended = False
        if typed is None:
            self.selectAll()

    def retire(self) -> None:
        """Go away without a further word; the keyboard goes back to the grid."""
        self._ended = True
        if self.hasFocus():  # before it hides: that would give the focus to the next widget
            self._grid.setFocus()
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, drop or step."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._finish(0)
            case Qt.Key.Key_Escape:
                self.left.emit(0)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                value = parse_number(self.text()) or 0.0
                self.setText(with_decimals(value + (1 if event.key() == Qt.Key.Key_Up else -1), 6))
                self._accept()
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the next cell instead of the next widget."""
        self._finish(1 if forward else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        if not self._ended:
            self._finish(0)

    def _finish(self, step: int) -> None:
        self._accept()
        self.left.emit(step)

    def _accept(self) -> None:
        value = parse_number(self.text())
        if value is not None and self.text() != self._untouched:
            self._untouched = self.text()
            self.accepted.emit(value)


def _starts_number(event: QKeyEvent) -> bool:
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    return plain and event.text() != "" and event.text() in NUMBER_STARTS

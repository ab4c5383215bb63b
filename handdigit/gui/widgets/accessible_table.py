"""What a painted picture says: a table of its cells, for whoever hears the window.

Python can make accessible objects of its own, but not tables (PySide6 has no
``QAccessibleTableInterface``), and who frees them is settled on the other side. So the picture has
a native table for a child, as large as itself, which paints nothing and takes no pointer. It is
made when somebody listens, and asks the picture for a value when it is asked for one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from handdigit.gui.translation import translated
from handdigit.number_format import significant
from handdigit.sentences import noted, sentence

ROW, COLUMN = noted("row {0}"), noted("column {0}")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cells:
    """A picture as a table."""

    rows: Sequence[str]
    """What the rows are called."""
    columns: Sequence[str]
    """What the columns are called."""
    text: Callable[[int, int], str]
    """Gives what is in a row and a column; nothing for a cell that is empty."""
    press: Callable[[int, int], object] | None = None
    """Does what a click on a cell does."""
    current: tuple[int, int] | None = None
    """Row and column where the keyboard is."""
    name: Callable[[int, int], str] | None = None
    """Gives what is said of a cell, where that is more than row, column and text."""


def value_cells(
    values: NDArray[np.floating[Any]] | None,
    press: Callable[[int, int], object] | None = None,
    current: tuple[int, int] | None = None,
) -> Cells:
    """Return (H, W) values as a table; NaN is an empty cell."""
    if values is None:
        return Cells((), (), lambda _row, _column: "")
    rows, columns = (
        [translated(sentence(words, number)) for number in range(count)]
        for words, count in zip((ROW, COLUMN), values.shape, strict=True)
    )

    def text(row: int, column: int) -> str:
        value = float(values[row, column])
        return "" if math.isnan(value) else significant(value, 4)

    return Cells(rows, columns, text, press, current)


class CellModel(QAbstractTableModel):
    """The cells of a picture as they are now."""

    def __init__(self, cells: Cells, parent: QWidget) -> None:
        """Begin with these."""
        super().__init__(parent)
        self.cells = cells

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.cells.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.cells.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a cell's value, or its name: where it is, and its value."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if self.cells.name is not None:
                return self.cells.name(row, column)
            titles = (self.cells.rows[row], self.cells.columns[column])
            place = ", ".join(title for title in titles if title)
            text = self.cells.text(row, column)
            return f"{place}: {text}" if place and text else place or text
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Return what a row or a column is called."""
        titles = self.cells.columns
        if orientation == Qt.Orientation.Vertical:
            titles = self.cells.rows
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return titles[section] if is_text else None

    def take(self, cells: Cells) -> None:
        """Have other cells."""
        sizes = [(len(some.rows), len(some.columns)) for some in (self.cells, cells)]
        if sizes[0] == sizes[1]:
            self.cells = cells
            return
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()


class AccessibleTable(QTableView):
    """Lies unseen over a picture; a cell that is selected is pressed."""

    def __init__(self, cells: Cells, picture: QWidget) -> None:
        """Tell the cells of ``picture``."""
        super().__init__(picture)
        self._model = CellModel(cells, self)
        self._had_focus = False
        self.setModel(self._model)
        self.setObjectName("accessibleTable")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(picture)  # it speaks of the cell where the keyboard is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._press)

    def follow(self, cells: Cells) -> None:
        """Tell these cells from now on, and where the keyboard is among them."""
        picture = self.parentWidget()
        assert picture is not None  # it was made with one
        self.setAccessibleName(picture.accessibleName())
        self.setGeometry(picture.rect())
        self._model.take(cells)
        if cells.current is not None:
            index = self._model.index(*cells.current)
            if index != self.currentIndex():
                no_press = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(index, no_press)
            elif self.hasFocus() and not self._had_focus:
                event = QAccessibleEvent(self, QAccessible.Event.Focus)
                row, column = cells.current  # the headers come first, though they are not seen
                event.setChild((row + 1) * (len(cells.columns) + 1) + column + 1)
                QAccessible.updateAccessibility(event)
        self._had_focus = self.hasFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing."""

    @Slot(QItemSelection)
    def _press(self, selected: QItemSelection) -> None:
        press = self._model.cells.press
        if selected.isEmpty():
            return
        index = selected.indexes()[0]
        self.clearSelection()  # it can be pressed again
        if press is not None:
            press(index.row(), index.column())


def announce(widget: QWidget, text: str) -> None:
    """Have a sentence read out, whatever has the keyboard."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

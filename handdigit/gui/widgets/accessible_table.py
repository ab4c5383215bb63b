"""What a painted picture says: a table of its cells, for whoever hears the window.

Python can make accessible objects of its own, but not tables (PySide6 has no
``QAccessibleTableInterface``), and who frees them is settled on the other side. So the picture has
a native table for a child, as large as itself, which paints nothing and takes no pointer. It is
made when somebody listens, and asks the picture for a value when it is asked for one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

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

    def told(self, row: int, column: int) -> str:
        """Return what is said of a cell: where it is, and its value."""
        if self.name is not None:
            return self.name(row, column)
        place = ", ".join(title for title in (self.rows[row], self.columns[column]) if title)
        text = self.text(row, column)
        return f"{place}: {text}" if place and text else place or text


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
        """Return a cell's value, or what is said of it."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cells.told(index.row(), index.column())
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


class CellReader(QObject):
    """Tells the cells of a picture to whoever listens, and cell by cell to who goes by keys."""

    def __init__(self, picture: QWidget, cells: Callable[[], Cells | None]) -> None:
        """Ask ``cells`` what is on show in ``picture``, None for one that is no table."""
        super().__init__(picture)
        self._picture, self._cells = picture, cells
        self._table: AccessibleTable | None = None
        self._is_due = False
        self._at: tuple[int, int] | None = None
        """Where the keys have gone."""
        self._from: tuple[int, int] | None = None
        """The picture's own current cell at that time."""

    def tell(self) -> None:
        """Let whoever listens know what is on show now."""
        if QAccessible.isActive() and not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self._follow)  # not amid painting

    def go(self, rows: int, columns: int) -> bool:
        """Go so many rows and columns on, to the last at most, and tell what is there."""
        cells = self._now()
        if cells is None or not cells.rows or not cells.columns:
            return False
        begin = cells.current or (-min(rows, 1), -min(columns, 1))  # the first cell
        row = min(max(begin[0] + rows, 0), len(cells.rows) - 1)
        column = min(max(begin[1] + columns, 0), len(cells.columns) - 1)
        self._at = row, column
        seen = self._picture.visibleRegion().boundingRect()
        below = self._picture.mapToGlobal(seen.bottomLeft())
        QToolTip.showText(below, cells.told(row, column), self._picture)
        self.tell()
        return True

    def press(self) -> bool:
        """Do what a click on the cell does that the keys have come to."""
        cells = self._now()
        if cells is None or cells.press is None or cells.current is None:
            return False
        cells.press(*cells.current)
        return True

    def _now(self) -> Cells | None:
        """Return the cells on show, and where the keys are among them."""
        cells = self._cells()
        if cells is None:
            return None
        if cells.current != self._from:  # another one was chosen otherwise
            self._at, self._from = None, cells.current
        if self._at is not None:
            is_there = self._at[0] < len(cells.rows) and self._at[1] < len(cells.columns)
            return replace(cells, current=self._at if is_there else cells.current)
        return cells

    @Slot()
    def _follow(self) -> None:
        self._is_due = False
        cells = self._now()
        if cells is None:
            return
        if self._table is None:
            self._table = AccessibleTable(cells, self._picture)
            self._table.show()
        self._table.follow(cells)


def announce(widget: QWidget, text: str) -> None:
    """Have a sentence read out, whatever has the keyboard."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

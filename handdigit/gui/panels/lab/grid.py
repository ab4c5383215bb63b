"""A grid of values: coloured cells with their numbers, padding around, a window on it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from handdigit.core.convolution import Values
from handdigit.gui.panels.lab.experiment import Look, Place
from handdigit.gui.panels.lab.figures import figure
from handdigit.gui.panels.lab.grid_painter import GridPainter, Sheet
from handdigit.gui.theme import Theme

SNAP_FROM = 6
"""Pixels from which cells are whole pixels wide, so that all lines are equally sharp."""
LARGEST_CELL = 46
FRAME = 3
"""Room for the outermost lines, in pixels."""
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Grid(QWidget):
    """Shows a sheet; a cell can be pointed at, clicked, and reached with the arrow keys.

    Signals:
        cell_pointed(int, int): the pointer is over another cell, or an arrow key went there.
        cell_chosen(int, int): a cell was clicked.
    """

    cell_pointed = Signal(int, int)
    cell_chosen = Signal(int, int)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; ``title`` is what assistive technology says."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._sheet = Sheet(np.zeros((0, 0)))
        self._look: Look | None = None
        self._current: Place = (0, 0)
        self._shows_current = False
        self._revealed: int | None = None

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    @property
    def values(self) -> Values:
        """The (rows, columns) values on show."""
        return self._sheet.values

    @property
    def current(self) -> Place:
        """The cell that the keys act on."""
        return self._current

    def sizeHint(self) -> QSize:
        """Return a comfortable size; the grid takes what it gets."""
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        """Return what still shows something."""
        return QSize(96, 40)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other values."""
        self._sheet = sheet
        self._go_to(self._current)
        self.update()

    def show_look(self, look: Look | None) -> None:
        """Outline what is under the kernel, the winner of a max pooling as well."""
        self._look = look
        self.update()

    def show_current(self, place: Place, revealed: int | None) -> None:
        """Outline one cell; of the values only the first ``revealed`` are shown, None for all."""
        self._shows_current = True
        self._revealed = revealed
        self._go_to(place)
        self.update()

    def height_for(self, width: int) -> int:
        """Return the height that cells as wide as possible need."""
        return int(self._sheet.shape[0] * self._pixel(width, math.inf)) + FRAME

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell lies; padding has negative indices, or such past the end."""
        origin, pixel = self._frame()
        above, left = self._sheet.row_sides[0], self._sheet.column_sides[0]
        corner = origin + QPointF(column + left, row + above) * pixel
        return QRectF(corner.x(), corner.y(), pixel, pixel)

    def cell_at(self, position: QPointF) -> Place | None:
        """Return the cell under a position, None outside the values."""
        if not self.values.size:
            return None
        first, pixel = self.cell_rect(0, 0).topLeft(), self._frame()[1]
        row = int((position.y() - first.y()) // pixel)
        column = int((position.x() - first.x()) // pixel)
        rows, columns = self.values.shape
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cells, numbers and outlines."""
        if not self.values.size:
            return
        theme = Theme.of(self.palette())
        painter = GridPainter(self, theme, self.cell_rect)
        painter.paint_cells(self._sheet, self._revealed)
        if self._look is not None:
            painter.outline_look(self._look)
        if self._shows_current:
            painter.outline(self._current, theme.warning)
        elif self.hasFocus():
            painter.outline(self._current, theme.accent)
        if self._shows_current and self.hasFocus():
            painter.frame(self._sheet, theme.accent)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which cell is pointed at."""
        cell = self.cell_at(event.position())
        if cell is not None:
            self.cell_pointed.emit(*cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._go_to(cell)
            self.update()
            self.cell_chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell with the arrows."""
        if event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        down, right = ARROWS[Qt.Key(event.key())]
        self._go_to((self._current[0] + down, self._current[1] + right))
        self.update()
        self.cell_pointed.emit(*self._current)

    def event(self, event: QEvent) -> bool:
        """Show a cell's value where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            text = self.toolTip()
            if cell is not None and np.isfinite(self.values[cell]):
                row, column = cell
                value = figure(float(self.values[cell]), 4)
                text = self.tr("row {0}, column {1}: {2}").format(row, column, value)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _go_to(self, place: Place) -> None:
        """Make a cell the current one, the nearest if there is no such."""
        rows, columns = self.values.shape
        row = min(max(place[0], 0), max(rows - 1, 0))
        column = min(max(place[1], 0), max(columns - 1, 0))
        self._current = (row, column)
        if self.values.size:
            value = figure(float(self.values[row, column]), 4)
            text = self.tr("row {0}, column {1}: {2}").format(row, column, value)
            self.setAccessibleDescription(text)

    def _frame(self) -> tuple[QPointF, float]:
        """Return the top left corner of the padded sheet, and how wide a cell is."""
        columns = self._sheet.shape[1]
        pixel = self._pixel(self.width(), self.height())
        return QPointF(round((self.width() - columns * pixel) / 2), 1), pixel

    def _pixel(self, width: float, height: float) -> float:
        rows, columns = (
            max(count, room, 1)
            for count, room in zip(self._sheet.shape, self._sheet.room, strict=True)
        )
        pixel = min((width - FRAME) / columns, (height - FRAME) / rows, LARGEST_CELL)
        return int(pixel) if pixel >= SNAP_FROM else max(pixel, 0.5)

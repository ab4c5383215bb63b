"""A grid of values: coloured cells with their numbers, padding around, a window on it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from handdigit.gui.panels.lab.experiment import Look, Place
from handdigit.gui.panels.lab.grid_painter import GridPainter, Sheet
from handdigit.gui.widgets.accessible_table import Cells, value_cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import PointedWidget, arrow_step
from handdigit.gui.widgets.painter import Painter
from handdigit.network.convolution import Values
from handdigit.number_format import with_decimals

SNAP_FROM = 6
"""Pixels from which cells are whole pixels wide, so that all lines are equally sharp."""
LARGEST_CELL = 46
FRAME = 3
"""Room for the outermost lines, in pixels."""


class Grid(PointedWidget[Place]):
    """Shows a sheet; a cell can be pointed at, clicked, and reached with the arrow keys.

    Signals:
        cell_pointed(int, int): the pointer is over another cell, or an arrow key went there.
        cell_chosen(int, int): a cell was clicked.
    """

    cell_pointed = Signal(int, int)
    cell_chosen = Signal(int, int)
    comfortable, least = (240, 240), (96, 40)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; ``title`` is what assistive technology says."""
        super().__init__(parent)
        named(self, name, title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other values."""
        self._sheet = sheet
        self._go_to(self._current)
        self.update()

    def show_look(self, look: Look | None) -> None:
        """Outline what is under the kernel, the winner of a max pooling as well."""
        self._look = look
        self.update()

    def show_current(self, place: Place | None, revealed: int | None) -> None:
        """Outline one cell or none; only the first ``revealed`` values are shown, None for all."""
        self._shows_current = place is not None
        self._revealed = revealed
        if place is not None:
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

    def part_at(self, position: QPointF) -> Place | None:
        """Return the cell under a position, None outside the values."""
        if not self.values.size:
            return None
        first, pixel = self.cell_rect(0, 0).topLeft(), self._frame()[1]
        row = int((position.y() - first.y()) // pixel)
        column = int((position.x() - first.x()) // pixel)
        rows, columns = self.values.shape
        return (row, column) if 0 <= row < rows and 0 <= column < columns else None

    def paint(self, painter: Painter) -> None:
        """Paint cells, numbers and outlines."""
        if not self.values.size:
            return
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        grid = GridPainter(painter, self._sheet, self.cell_rect)
        grid.paint_cells(self._revealed)
        if self._look is not None:
            grid.outline_look(self._look)
        if self._shows_current:
            grid.outline(self.cell_rect(*self._current), "warning")
        elif self.hasFocus():
            grid.outline(self.cell_rect(*self._current), "accent")
        if self._shows_current and self.hasFocus():
            grid.outline(grid.whole.adjusted(-1, -1, 1, 1), "accent", 1)  # it has the keyboard

    def part_pointed(self, cell: Place | None) -> None:
        """Tell which cell is pointed at."""
        if cell is not None:
            self.cell_pointed.emit(*cell)

    def part_pressed(self, cell: Place) -> None:
        """Choose a cell."""
        self._go_to(cell)
        self.update()
        self.cell_chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell with the arrows."""
        step = arrow_step(event)
        if step is None:
            super().keyPressEvent(event)
            return
        self._go_to((self._current[0] + step[0], self._current[1] + step[1]))
        self.update()
        self.cell_pointed.emit(*self._current)

    def event(self, event: QEvent) -> bool:
        """Show a cell's value where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.part_at(QPointF(event.pos()))
            text = self.toolTip()
            if cell is not None and np.isfinite(self.values[cell]):
                row, column = cell
                value = with_decimals(float(self.values[cell]), 4)
                text = self.tr("row {0}, column {1}: {2}").format(row, column, value)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def cells(self) -> Cells:
        """Return the values."""
        return value_cells(self.values, lambda *cell: self.part_pressed(cell), self._current)

    def _go_to(self, place: Place) -> None:
        """Make a cell the current one, the nearest if there is no such."""
        rows, columns = self.values.shape
        row = min(max(place[0], 0), max(rows - 1, 0))
        column = min(max(place[1], 0), max(columns - 1, 0))
        self._current = (row, column)
        if self.values.size:
            value = with_decimals(float(self.values[row, column]), 4)
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

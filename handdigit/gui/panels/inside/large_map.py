"""One map, large: pixels, numbers where they fit, the chosen unit outlined."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.theme import coloured, shades
from handdigit.gui.widgets.accessible_table import Cells, value_cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import PointedWidget, arrow_step
from handdigit.gui.widgets.painter import CENTRE, Painter, legible_inks
from handdigit.number_format import real_minus

SIDE = 200
GRID_FROM = 8
"""Pixels a value must be wide for lines between values."""
NUMBERS_FROM = 34
"""Pixels a value must be wide for its number to be written in it."""


class LargeMap(PointedWidget[tuple[int, int]]):
    """Paints (H, W) values as large as there is room.

    Signals:
        unit_clicked(int, int): row and column were clicked, or reached with the arrow keys.
        hovered(): another value, or none, is under the pointer: see :attr:`pointed`.
    """

    unit_clicked = Signal(int, int)
    hovered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        named(self, "largeMap", self.tr("Values of the map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.values: NDArray[np.floating[Any]] | None = None
        self.chosen: tuple[int, int] | None = None
        """Row and column whose arithmetic is shown."""
        self._limit = 1.0
        self._side = SIDE
        self._shown = -1
        """How many values the sliding kernel has filled so far; -1 for all."""

    def sizeHint(self) -> QSize:
        """Return its fixed size."""
        return QSize(self._side, self._side)

    def set_side(self, side: int) -> None:
        """Take a square of ``side`` pixels."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def show_values(self, values: NDArray[np.floating[Any]] | None, limit: float) -> None:
        """Show the map's (H, W) values; ``limit`` is the end of their colour scale."""
        self.values, self._limit = values, limit
        if values is None or (self.pointed and not np.all(np.less(self.pointed, values.shape))):
            self.point_at(None)
        self.update()

    def choose(self, row: int, column: int) -> None:
        """Outline a unit."""
        self.chosen = (row, column)
        self.update()

    def fill_up_to(self, count: int) -> None:
        """Show only the first ``count`` values, row by row; -1 shows all."""
        self._shown = count
        self.update()

    def part_pointed(self, _unit: tuple[int, int] | None) -> None:
        """Tell that another unit, or none, is under the pointer."""
        self.hovered.emit()

    def part_pressed(self, unit: tuple[int, int]) -> None:
        """Choose the unit."""
        self.unit_clicked.emit(*unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen unit with the arrow keys."""
        step = arrow_step(event)
        if step is None or self.values is None or self.chosen is None:
            super().keyPressEvent(event)
            return
        row, column = self.chosen[0] + step[0], self.chosen[1] + step[1]
        if 0 <= row < self.values.shape[0] and 0 <= column < self.values.shape[1]:
            self.unit_clicked.emit(row, column)

    def paint(self, painter: Painter) -> None:
        """Paint values, grid, numbers and outlines."""
        if self.values is None:
            return
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        frame, pixel = self._frame()
        shown = self.values.astype(np.float64)
        if self._shown >= 0:
            shown.reshape(-1)[self._shown :] = np.nan
        painter.drawImage(frame, coloured(shown, self._limit, painter.theme))
        if pixel >= GRID_FROM:
            self._paint_grid(painter, frame, pixel)
        if pixel >= NUMBERS_FROM:
            inks = legible_inks(painter.theme)
            for (row, column), shade in np.ndenumerate(shades(shown, self._limit)):
                value = shown[row, column]
                if not np.isnan(value):
                    cell = self._cell(frame, pixel, row, column)
                    painter.text(cell, real_minus(f"{value:.2f}"), inks[shade], CENTRE)
        for unit, colour in ((self.pointed, "muted"), (self.chosen, "warning")):
            if unit is not None:
                painter.outline(self._cell(frame, pixel, *unit), colour, 2)

    def cells(self) -> Cells:
        """Return the values."""
        return value_cells(self.values, self.unit_clicked.emit, self.chosen)

    def _cell(self, frame: QRectF, pixel: float, row: int, column: int) -> QRectF:
        return QRectF(frame.left() + column * pixel, frame.top() + row * pixel, pixel, pixel)

    def _paint_grid(self, painter: Painter, frame: QRectF, pixel: float) -> None:
        painter.use_pen("line", 0)
        for row in range(round(frame.height() / pixel) + 1):
            y = frame.top() + row * pixel
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        for column in range(round(frame.width() / pixel) + 1):
            x = frame.left() + column * pixel
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))

    def _frame(self) -> tuple[QRectF, float]:
        assert self.values is not None  # the callers have looked
        rows, columns = self.values.shape
        pixel = (min(self.width(), self.height()) - 2) / max(rows, columns)
        return QRectF(1, 1, columns * pixel, rows * pixel), pixel

    def part_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return the row and the column at a position."""
        if self.values is None:
            return None
        frame, pixel = self._frame()
        if not frame.contains(position):
            return None
        at = (position - frame.topLeft()) / pixel
        rows, columns = self.values.shape
        return min(int(at.y()), rows - 1), min(int(at.x()), columns - 1)

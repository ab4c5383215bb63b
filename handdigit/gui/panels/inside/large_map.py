"""One map, large: pixels, numbers where they fit, the chosen unit outlined."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.colormap import coloured
from handdigit.gui.theme import Theme

SIDE = 200
GRID_FROM = 8
"""Pixels a value must be wide for lines between values."""
NUMBERS_FROM = 34
"""Pixels a value must be wide for its number to be written in it."""


class LargeMap(QWidget):
    """Paints (H, W) values as large as there is room.

    Signals:
        unit_clicked(int, int): row and column were clicked, or reached with the arrow keys.
        hovered(): another value, or none, is under the pointer: see :attr:`unit`.
    """

    unit_clicked = Signal(int, int)
    hovered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("largeMap")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.values: NDArray[np.floating[Any]] | None = None
        self.unit: tuple[int, int] | None = None
        """Row and column under the pointer."""
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
        if values is None or (self.unit and not np.all(np.less(self.unit, values.shape))):
            self.unit = None
        self.update()

    def choose(self, row: int, column: int) -> None:
        """Outline a unit."""
        self.chosen = (row, column)
        self.update()

    def fill_up_to(self, count: int) -> None:
        """Show only the first ``count`` values, row by row; -1 shows all."""
        self._shown = count
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        self.unit = self._unit_at(event.position())
        self.update()
        self.hovered.emit()

    def leaveEvent(self, _event: object) -> None:
        """Nothing is under the pointer any more."""
        self.unit = None
        self.update()
        self.hovered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit under the pointer."""
        unit = self._unit_at(event.position())
        if unit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.unit_clicked.emit(*unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen unit with the arrow keys."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if event.key() not in steps or self.values is None or self.chosen is None:
            super().keyPressEvent(event)
            return
        down, right = steps[Qt.Key(event.key())]
        row, column = self.chosen[0] + down, self.chosen[1] + right
        if 0 <= row < self.values.shape[0] and 0 <= column < self.values.shape[1]:
            self.unit_clicked.emit(row, column)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint values, grid, numbers and outlines."""
        if self.values is None:
            return
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        frame, pixel = self._frame()
        shown = self.values.astype(np.float64)
        if self._shown >= 0:
            shown.reshape(-1)[self._shown :] = np.nan
        painter.drawImage(frame, coloured(shown, self._limit, theme))
        if pixel >= GRID_FROM:
            self._paint_grid(painter, frame, pixel, theme)
        if pixel >= NUMBERS_FROM:
            self._paint_numbers(painter, frame, pixel, shown, theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for unit, colour in ((self.unit, theme.muted), (self.chosen, theme.warning)):
            if unit is not None:
                painter.setPen(QPen(QColor(colour), 2))
                corner = frame.topLeft() + QPointF(unit[1], unit[0]) * pixel
                painter.drawRect(QRectF(corner.x(), corner.y(), pixel, pixel))
        painter.end()

    def _paint_grid(self, painter: QPainter, frame: QRectF, pixel: float, theme: Theme) -> None:
        assert self.values is not None  # the caller has looked
        rows, columns = self.values.shape
        painter.setPen(QPen(QColor(theme.line), 0))
        for row in range(rows + 1):
            y = frame.top() + row * pixel
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        for column in range(columns + 1):
            x = frame.left() + column * pixel
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))

    def _paint_numbers(
        self,
        painter: QPainter,
        frame: QRectF,
        pixel: float,
        shown: NDArray[np.float64],
        theme: Theme,
    ) -> None:
        for (row, column), value in np.ndenumerate(shown):
            if np.isnan(value):
                continue
            deep = abs(value) > 0.55 * self._limit
            painter.setPen(QColor(theme.card if deep else theme.text))
            corner = frame.topLeft() + QPointF(column, row) * pixel
            cell = QRectF(corner.x(), corner.y(), pixel, pixel)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"{value:.2f}".replace("-", "−"))

    def _frame(self) -> tuple[QRectF, float]:
        assert self.values is not None  # the callers have looked
        rows, columns = self.values.shape
        pixel = (min(self.width(), self.height()) - 2) / max(rows, columns)
        return QRectF(1, 1, columns * pixel, rows * pixel), pixel

    def _unit_at(self, position: QPointF) -> tuple[int, int] | None:
        if self.values is None:
            return None
        frame, pixel = self._frame()
        if not frame.contains(position):
            return None
        at = (position - frame.topLeft()) / pixel
        rows, columns = self.values.shape
        return min(int(at.y()), rows - 1), min(int(at.x()), columns - 1)

"""How a grid looks: cells, their numbers, padding, what the floor drops, outlines."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPen

from handdigit.gui.panels.lab.experiment import Look, Place
from handdigit.gui.theme import HALF, coloured
from handdigit.gui.widgets.painter import CENTRE, Painter, legible_inks
from handdigit.network.convolution import Values
from handdigit.number_format import with_decimals

LINES_FROM = 8
"""Pixels a cell must be wide for lines between cells."""
FULL_LINES_FROM = 16
"""Pixels below which the lines are fainter, or there would be more of them than of the cells."""
NUMBERS_FROM = 14
"""Pixels a cell must be wide for numbers to be tried."""
MARGIN = 4
ZEROS_UP_TO = 200
"""Cells up to which zeros are written: in a large picture their colour says it, in less time."""
LETTERS = (8.0, 13.0)
"""Smallest and largest height of a number, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What a grid shows."""

    values: Values
    """(rows, columns); NaN is left empty."""
    row_sides: tuple[int, int] = (0, 0)
    """Padding above and below."""
    column_sides: tuple[int, int] = (0, 0)
    dropped: tuple[int, int] = (0, 0)
    """Rows and columns at the end, padding included, that the kernel never reaches."""
    padding: float = 0.0
    """The value that padding stands for."""
    room: tuple[int, int] = (0, 0)
    """Rows and columns to leave room for, so that two grids have cells of one size."""
    limit: float | None = None
    """Which value has the full colour; the largest on the sheet if None."""

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns, padding included."""
        rows, columns = self.values.shape
        return rows + sum(self.row_sides), columns + sum(self.column_sides)


class GridPainter:
    """Paints one grid."""

    def __init__(
        self, painter: Painter, sheet: Sheet, cell_rect: Callable[[int, int], QRectF]
    ) -> None:
        """Paint ``sheet`` with ``painter``; ``cell_rect`` says where each cell lies."""
        self._painter, self._sheet, self._cell_rect = painter, sheet, cell_rect
        rows, columns = sheet.values.shape
        (above, below), (left, right) = sheet.row_sides, sheet.column_sides
        self.whole = cell_rect(-above, -left).united(
            cell_rect(rows - 1 + below, columns - 1 + right)
        )
        """Where the sheet lies, padding included."""
        self._inner = cell_rect(0, 0).united(cell_rect(rows - 1, columns - 1))
        self._pixel = cell_rect(0, 0).width()

    def paint_cells(self, revealed: int | None) -> None:
        """Paint values and padding; of the values only the first ``revealed``, None for all."""
        painter, known = self._painter, self._sheet.values
        values = known.copy()
        if revealed is not None:
            values.ravel()[revealed:] = np.nan
        painter.fill(self.whole, "window")
        painter.fill(self._inner, "card")
        finite = np.where(np.isfinite(values), values, np.nan)
        limit = self._sheet.limit
        if limit is None:
            limit = float(np.nanmax(np.abs(known), initial=0, where=np.isfinite(known)))
        painter.drawImage(self._inner, coloured(finite, limit, painter.theme))
        self._paint_dropped()
        self._paint_lines()
        self._paint_numbers(values, limit)
        painter.outline(self._inner, "muted")

    def outline(self, area: QRectF, colour: str, width: int = 2) -> None:
        """Outline a cell, or more."""
        # A seam around the line keeps it apart from a cell of nearly its own colour.
        for shade, breadth in (("card", width + 2), (colour, width)):
            pen = QPen(self._painter.colour(shade), breadth)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            self._painter.setPen(pen)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(area)

    def outline_look(self, look: Look) -> None:
        """Outline what is under the kernel."""
        corners = self._cell_rect(look.rows[0], look.columns[0])
        around = corners.united(self._cell_rect(look.rows[-1], look.columns[-1]))
        spread = len(look.columns) > 1 and look.columns[1] - look.columns[0] > 1
        self.outline(around, "warning", 1 if spread else 2)
        if spread:
            for row in look.rows:
                for column in look.columns:
                    self.outline(self._cell_rect(row, column), "warning")
        if look.winner is not None:
            row, column = look.winner
            self.outline(self._cell_rect(look.rows[row], look.columns[column]), "accent", 3)

    def _paint_dropped(self) -> None:
        whole = self.whole
        below, right = (count * self._pixel for count in self._sheet.dropped)
        hatched = QBrush(self._painter.colour("muted"), Qt.BrushStyle.BDiagPattern)
        height = whole.height() - below
        for area in (
            QRectF(whole.left(), whole.bottom() - below, whole.width(), below),
            QRectF(whole.right() - right, whole.top(), right, height),
        ):
            if not area.isEmpty():
                self._painter.fillRect(area, hatched)

    def _paint_lines(self) -> None:
        pixel, whole = self._pixel, self.whole
        if pixel < LINES_FROM:
            return
        line = self._painter.colour("line")
        line.setAlphaF(1.0 if pixel >= FULL_LINES_FROM else 0.45)
        rows, columns = self._sheet.shape
        # Filled rectangles: translucent lines take ten times as long.
        for row in range(rows + 1):
            top = whole.top() + row * pixel
            self._painter.fillRect(QRectF(whole.left(), top, whole.width(), 1), line)
        for column in range(columns + 1):
            left = whole.left() + column * pixel
            self._painter.fillRect(QRectF(left, whole.top(), 1, whole.height()), line)

    def _paint_numbers(self, values: Values, limit: float) -> None:
        painter, pixel, known = self._painter, self._pixel, self._sheet.values
        if pixel < NUMBERS_FROM:
            return
        writes_zeros = values.size <= ZEROS_UP_TO
        texts = self._fitting_texts(~np.isnan(known) & (writes_zeros | (known != 0)))
        if texts is None:
            return
        inks = legible_inks(painter.theme)
        first = self._cell_rect(0, 0)
        for (row, column), text in texts.items():
            value = float(values[row, column])
            if math.isnan(value):
                continue
            index = 0 if limit == 0 or math.isinf(value) else round(value / limit * HALF)
            painter.setPen(inks[index + HALF])
            painter.drawText(first.translated(column * pixel, row * pixel), CENTRE, text)
        if writes_zeros:
            self._paint_padding(with_decimals(self._sheet.padding))

    def _paint_padding(self, text: str) -> None:
        rows, columns = self._sheet.values.shape
        (above, below), (left, right) = self._sheet.row_sides, self._sheet.column_sides
        for row in range(-above, rows + below):
            for column in range(-left, columns + right):
                if not (0 <= row < rows and 0 <= column < columns):
                    self._painter.text(self._cell_rect(row, column), text, "muted", CENTRE)

    def _fitting_texts(self, written: NDArray[np.bool_]) -> dict[Place, str] | None:
        """Return the numbers with as many decimals as fit, None if none do; set the font."""
        font, values, pixel = QFont(self._painter.font()), self._sheet.values, self._pixel
        for decimals in (2, 1):
            texts = {
                (int(row), int(column)): with_decimals(float(values[row, column]), decimals)
                for row, column in np.argwhere(written)
            }
            longest = max(texts.values(), key=len, default="0")
            largest = min(max(pixel * 0.38, LETTERS[0]), LETTERS[1])
            for size in np.arange(largest, LETTERS[0] - 0.01, -0.5):
                font.setPixelSize(round(float(size)))
                if QFontMetricsF(font).horizontalAdvance(longest) <= pixel - MARGIN:
                    self._painter.setFont(font)
                    return texts
        return None

"""How a grid looks: cells, their numbers, padding, what the floor drops, outlines."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from handdigit.core.convolution import Values
from handdigit.gui.colormap import HALF, coloured, table
from handdigit.gui.panels.lab.experiment import Look, Place
from handdigit.gui.panels.lab.figures import figure
from handdigit.gui.theme import Theme

LINES_FROM = 8
"""Pixels a cell must be wide for lines between cells."""
FULL_LINES_FROM = 16
"""Pixels below which the lines are fainter, or there would be more of them than of the cells."""
NUMBERS_FROM = 17
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

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns, padding included."""
        rows, columns = self.values.shape
        return rows + sum(self.row_sides), columns + sum(self.column_sides)


class GridPainter(QPainter):
    """Paints one grid."""

    def __init__(
        self, widget: QWidget, theme: Theme, cell_rect: Callable[[int, int], QRectF]
    ) -> None:
        """Paint on ``widget``; ``cell_rect`` says where each cell lies."""
        super().__init__(widget)
        self._theme = theme
        self._cell_rect = cell_rect

    def paint_cells(self, sheet: Sheet, revealed: int | None) -> None:
        """Paint values and padding; of the values only the first ``revealed``, None for all."""
        values = sheet.values.copy()
        if revealed is not None:
            values.ravel()[revealed:] = np.nan
        whole, inner = self._whole(sheet), self._inner(sheet)
        self.fillRect(whole, QColor(self._theme.window))
        self.fillRect(inner, QColor(self._theme.card))
        finite = np.where(np.isfinite(values), values, np.nan)
        limit = float(np.nanmax(np.abs(sheet.values), initial=0, where=np.isfinite(sheet.values)))
        self.drawImage(inner, coloured(finite, limit, self._theme))
        self._paint_dropped(sheet)
        self._paint_lines(sheet, whole)
        self._paint_numbers(sheet, values, limit)
        self.setPen(QPen(QColor(self._theme.muted), 1))
        self.drawRect(inner)

    def outline(self, place: Place, colour: str, width: int = 2) -> None:
        """Outline a cell."""
        self._outline(self._cell_rect(*place), colour, width)

    def outline_look(self, look: Look) -> None:
        """Outline what is under the kernel."""
        corners = self._cell_rect(look.rows[0], look.columns[0])
        around = corners.united(self._cell_rect(look.rows[-1], look.columns[-1]))
        spread = len(look.columns) > 1 and look.columns[1] - look.columns[0] > 1
        self._outline(around, self._theme.warning, 1 if spread else 2)
        if spread:
            for row in look.rows:
                for column in look.columns:
                    self.outline((row, column), self._theme.warning)
        if look.winner is not None:
            row, column = look.winner
            self.outline((look.rows[row], look.columns[column]), self._theme.accent, 3)

    def frame(self, sheet: Sheet, colour: str) -> None:
        """Frame the whole sheet: it has the keyboard."""
        self._outline(self._whole(sheet).adjusted(-1, -1, 1, 1), colour, 1)

    def _outline(self, cell: QRectF, colour: str, width: int) -> None:
        self.setBrush(Qt.BrushStyle.NoBrush)
        # A seam around the line keeps it apart from a cell of nearly its own colour.
        for shade, breadth in ((self._theme.card, width + 2), (colour, width)):
            pen = QPen(QColor(shade), breadth)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            self.setPen(pen)
            self.drawRect(cell)

    def _whole(self, sheet: Sheet) -> QRectF:
        rows, columns = sheet.values.shape
        first = self._cell_rect(-sheet.row_sides[0], -sheet.column_sides[0])
        last = self._cell_rect(rows - 1 + sheet.row_sides[1], columns - 1 + sheet.column_sides[1])
        return first.united(last)

    def _inner(self, sheet: Sheet) -> QRectF:
        rows, columns = sheet.values.shape
        return self._cell_rect(0, 0).united(self._cell_rect(rows - 1, columns - 1))

    def _paint_dropped(self, sheet: Sheet) -> None:
        whole = self._whole(sheet)
        pixel = self._cell_rect(0, 0).width()
        below, right = (count * pixel for count in sheet.dropped)
        hatched = QBrush(QColor(self._theme.muted), Qt.BrushStyle.BDiagPattern)
        if below:
            self.fillRect(
                QRectF(whole.left(), whole.bottom() - below, whole.width(), below), hatched
            )
        if right:
            height = whole.height() - below
            self.fillRect(QRectF(whole.right() - right, whole.top(), right, height), hatched)

    def _paint_lines(self, sheet: Sheet, whole: QRectF) -> None:
        pixel = self._cell_rect(0, 0).width()
        if pixel < LINES_FROM:
            return
        line = QColor(self._theme.line)
        line.setAlphaF(1.0 if pixel >= FULL_LINES_FROM else 0.45)
        rows, columns = sheet.shape
        # Filled rectangles: translucent lines take ten times as long.
        for row in range(rows + 1):
            self.fillRect(QRectF(whole.left(), whole.top() + row * pixel, whole.width(), 1), line)
        for column in range(columns + 1):
            left = whole.left() + column * pixel
            self.fillRect(QRectF(left, whole.top(), 1, whole.height()), line)

    def _paint_numbers(self, sheet: Sheet, values: Values, limit: float) -> None:
        pixel = self._cell_rect(0, 0).width()
        if pixel < NUMBERS_FROM:
            return
        writes_zeros = values.size <= ZEROS_UP_TO
        written = ~np.isnan(sheet.values) & (writes_zeros | (sheet.values != 0))
        texts = self._fitting_texts(sheet.values, written, pixel)
        if texts is None:
            return
        inks = legible_inks(self._theme)
        first = self._cell_rect(0, 0)
        for (row, column), text in texts.items():
            value = float(values[row, column])
            if math.isnan(value):
                continue
            index = 0 if limit == 0 or math.isinf(value) else round(value / limit * HALF)
            self.setPen(inks[index + HALF])
            cell = first.translated(column * pixel, row * pixel)
            self.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
        if writes_zeros:
            self._paint_padding(sheet, figure(sheet.padding))

    def _paint_padding(self, sheet: Sheet, text: str) -> None:
        self.setPen(QColor(self._theme.muted))
        rows, columns = sheet.values.shape
        for row in range(-sheet.row_sides[0], rows + sheet.row_sides[1]):
            for column in range(-sheet.column_sides[0], columns + sheet.column_sides[1]):
                if not (0 <= row < rows and 0 <= column < columns):
                    cell = self._cell_rect(row, column)
                    self.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)

    def _fitting_texts(
        self, values: Values, written: NDArray[np.bool_], pixel: float
    ) -> dict[Place, str] | None:
        """Return the numbers with as many decimals as fit, None if none do; set the font."""
        font = QFont(self.font())
        for decimals in (2, 1):
            texts = {
                (int(row), int(column)): figure(float(values[row, column]), decimals)
                for row, column in np.argwhere(written)
            }
            longest = max(texts.values(), key=len, default="0")
            for size in np.arange(min(pixel * 0.38, LETTERS[1]), LETTERS[0] - 0.01, -0.5):
                font.setPixelSize(round(float(size)))
                if QFontMetricsF(font).horizontalAdvance(longest) <= pixel - MARGIN:
                    self.setFont(font)
                    return texts
        return None


@lru_cache(maxsize=4)
def legible_inks(theme: Theme) -> tuple[QColor, ...]:
    """Return, for each of the colour map's colours, the one to write on it with."""
    inks = QColor(theme.text), QColor(theme.card)
    shades = (QColor.fromRgba(int(argb)) for argb in table(theme))
    return tuple(max(inks, key=partial(_contrast, shade)) for shade in shades)


def _contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    linear = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

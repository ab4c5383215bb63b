"""A small matrix with its numbers: patches, kernels, products."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from handdigit.gui.theme import shades, table
from handdigit.gui.widgets.painter import CENTRE, Painter, legible_inks
from handdigit.number_format import real_minus

NUMBERS_FROM = 26.0
"""Least side of a cell for its number to be written, in pixels."""
ROOM_AROUND = 3.0
"""What a number leaves free of a cell's width, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberGrid:
    """(H, W) values with the end of their colour scale; ``marked`` cells are outlined."""

    values: NDArray[np.float64]
    limit: float
    marked: tuple[tuple[int, int], ...] = ()

    def paint(self, painter: Painter, corner: QPointF, cell: float) -> None:
        """Paint it with its top left at ``corner``, in cells ``cell`` pixels wide."""
        rows, columns = self.values.shape
        colours, inks = table(painter.theme), legible_inks(painter.theme)
        texts = [""] * self.values.size
        if cell >= NUMBERS_FROM:
            advance = painter.fontMetrics().horizontalAdvance
            texts = written(self.values.flat, lambda text: advance(text) <= cell - ROOM_AROUND)
        index = shades(self.values, self.limit)
        for (row, column), text in zip(np.ndindex(rows, columns), texts, strict=True):
            shade = index[row, column]
            frame = QRectF(corner.x() + column * cell, corner.y() + row * cell, cell, cell)
            painter.fillRect(frame.adjusted(0, 0, -1, -1), QColor.fromRgb(int(colours[shade])))
            painter.text(frame, text, inks[shade], CENTRE)
        for row, column in self.marked:
            at = corner + QPointF(column, row) * cell
            painter.outline(QRectF(at.x(), at.y(), cell - 1, cell - 1), "warning", 2)


def written(values: Iterable[float], fits: Callable[[str], bool]) -> list[str]:
    """Return all values with two decimals; where one of them is too wide, all in short.

    In short there is no zero before the point, and as many decimals as there is room for.
    """
    numbers = list(values)
    texts = [_rounded(value, 2) for value in numbers]
    if fits(max(texts, key=len, default="")):
        return texts
    return [next(filter(fits, _short(value)), _rounded(value, 0)) for value in numbers]


def _short(value: float) -> Iterable[str]:
    for decimals in (2, 1, 0):
        text = _rounded(value, decimals)
        yield "0" if not text.strip("−0.") else text.replace("0.", ".") if abs(value) < 1 else text


def _rounded(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return real_minus(text if text.strip("-0.") else text.lstrip("-"))

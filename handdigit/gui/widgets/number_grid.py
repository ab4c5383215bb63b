"""A small matrix with its numbers: patches, kernels, products."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from handdigit.gui.colormap import HALF, table
from handdigit.gui.theme import Theme

NUMBERS_FROM = 26.0
"""Least side of a cell for its number to be written, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberGrid:
    """(H, W) values with the end of their colour scale; ``marked`` cells are outlined."""

    values: NDArray[np.float64]
    limit: float
    marked: tuple[tuple[int, int], ...] = ()

    def paint(self, painter: QPainter, corner: QPointF, cell: float, theme: Theme) -> QRectF:
        """Paint it with its top left at ``corner``; return the rectangle it takes."""
        rows, columns = self.values.shape
        colours = table(theme)
        scale = HALF / self.limit if self.limit > 0 else 0.0
        index = np.rint(np.clip(self.values * scale, -HALF, HALF)).astype(int) + HALF
        for (row, column), value in np.ndenumerate(self.values):
            background = QColor.fromRgb(int(colours[index[row, column]]))
            frame = QRectF(corner.x() + column * cell, corner.y() + row * cell, cell, cell)
            painter.fillRect(frame.adjusted(0, 0, -1, -1), background)
            if cell >= NUMBERS_FROM:
                light = background.lightnessF() > 0.55
                painter.setPen(QColor("#14212b" if light else "#f4f7f9"))
                text = f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")
                painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.warning), 2))
        for row, column in self.marked:
            painter.drawRect(
                QRectF(corner.x() + column * cell, corner.y() + row * cell, cell - 1, cell - 1)
            )
        return QRectF(corner.x(), corner.y(), columns * cell, rows * cell)

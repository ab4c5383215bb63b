"""An activation function as a curve, with one unit's value on it and its slope there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.painter import CENTRE, LEFT, Painter
from handdigit.gui.widgets.plot import Axis, Plot, PlotWidget
from handdigit.inspection.rules.activation import Function
from handdigit.inspection.sums import UnitSum
from handdigit.inspection.words import FLAT, slope_at
from handdigit.number_format import rounded, significant

REACH = 4.0
"""Least end of the axis to the right."""
POINTS = 161


class ActivationPlot(PlotWidget):
    """Paints the curve, where it is flat, and the unit's point with its tangent."""

    comfortable = (360, 190)
    least = (180, 96)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("activationPlot")
        self._function: Function | None = None
        self._at = (0.0, 0.0)
        self._slope = 0.0
        self._title = ""

    def show_unit(self, function: Function, found: UnitSum) -> None:
        """Show where a unit lies on its function."""
        self._function = function
        self._at = found.terms[0].value, found.output
        self._slope = slope_at(function, found)
        self._title = found.form.symbols
        texts = (rounded(number) for number in (*self._at, self._slope))
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(
            self.tr("At {0} the curve is {1} and its slope {2}.").format(*texts)
        )
        self.update()

    def cells(self) -> Cells:
        """Return where the unit lies, and the curve at every whole number around it."""
        function = self._function
        if function is None:
            return Cells((), (), lambda _row, _column: "")
        whole = np.arange(-REACH, REACH + 1)
        xs = np.array([self._at[0], *whole])
        columns = (
            np.array([self._at[1], *function.value(whole)]),
            np.array([self._slope, *function.slope(whole)]),
        )
        rows = [self.tr("at {0}").format(significant(x, 3)) for x in xs]
        rows[0] = self.tr("this unit, at {0}").format(significant(xs[0], 3))

        def text(row: int, column: int) -> str:
            return significant(float(columns[column][row]), 3)

        return Cells(rows, (self.tr("value"), self.tr("slope")), text)

    def plot(self) -> Plot:
        """Return axes around the unit's point."""
        assert self._function is not None  # it is shown first
        reach = max(REACH, 1.2 * abs(self._at[0]))
        values = self._function.value(np.linspace(-reach, reach, POINTS))
        low, high = float(values.min()), float(values.max())
        room = 0.12 * (high - low)
        ends = tuple((x, significant(x, 2)) for x in (-reach, 0.0, reach))
        apart = [y for y in (low, high) if abs(y) > 2 * room]  # else it is written as 0
        heights = tuple((y, rounded(y)) for y in (*apart, 0.0))
        widest = max((text for _, text in heights), key=len)
        area = self.area(widest, above=0.6, below=1.3, right=12)
        return Plot(area, Axis(-reach, reach, ends), Axis(low - room, high + room, heights))

    def paint(self, painter: Painter) -> None:
        """Paint nothing before there is a unit."""
        if self._function is not None:
            super().paint(painter)

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint flat parts, curve, tangent and point."""
        assert self._function is not None  # asked by paint
        xs = np.linspace(plot.across.low, plot.across.high, POINTS)
        self._paint_flat_parts(painter, plot, xs)
        ys = self._function.value(xs)
        plot.paint_line(painter, zip(xs.tolist(), ys.tolist(), strict=True), "accent")
        x, y = self._at
        tangent = 0.16 * (plot.across.high - plot.across.low)
        ends = ((x + dx, y + self._slope * dx) for dx in (-tangent, tangent))
        painter.save()
        painter.setClipRect(plot.area)
        plot.paint_line(painter, ends, "warning", 1.5, Qt.PenStyle.DashLine)
        painter.restore()
        at = plot.place(x, y)
        painter.dot(at, 5, "warning")
        self._write(painter, plot, at)

    def _write(self, painter: Painter, plot: Plot, at: QPointF) -> None:
        """Write the slope where the curve is not."""
        text = self.tr("slope {0} here").format(rounded(self._slope))
        width = painter.fontMetrics().horizontalAdvance(text) + 4.0
        height = float(painter.fontMetrics().height())
        # The curve rises: there is room to the lower right of it, or to the upper left.
        corner = at + QPointF(8, 4)
        if corner.x() + width > plot.area.right() or corner.y() + height > plot.area.bottom():
            corner = at - QPointF(width + 6, height + 4)
        left, top = max(corner.x(), plot.area.left()), max(corner.y(), 0.0)
        painter.text(QRectF(left, top, width, height), text, "warning", LEFT)

    def _paint_flat_parts(self, painter: Painter, plot: Plot, xs: np.ndarray) -> None:
        assert self._function is not None  # asked by paint
        is_flat = self._function.slope(xs) < FLAT
        edges = np.flatnonzero(np.diff(np.concatenate(([False], is_flat, [False])).astype(int)))
        for start, end in edges.reshape(-1, 2):
            left, right = plot.x(float(xs[start])), plot.x(float(xs[end - 1]))
            part = QRectF(left, plot.area.top(), right - left, plot.area.height())
            painter.fill(part, "window")
            words = self.tr("flat")
            if part.width() > painter.fontMetrics().horizontalAdvance(words) + 6:
                top = QRectF(part.left(), part.center().y() - 10, part.width(), 20)
                painter.text(top, words, "muted", CENTRE, scale=0.9)

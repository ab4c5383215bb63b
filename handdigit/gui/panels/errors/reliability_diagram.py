"""The reliability diagram: how sure the model says it is, and how often it is right then."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from handdigit.experiment.evaluation import Reliability
from handdigit.gui.numbers import count_in_short, grouped
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painter import CENTRE, Painter
from handdigit.gui.widgets.plot import Axis, Plot, PlotWidget, paint_legend
from handdigit.number_format import in_percent

TICKS = tuple((n / 4, f"{25 * n} %") for n in range(5))
WIDEST = 1.5
"""The diagram is at most so many times wider than high."""


class ReliabilityDiagram(PlotWidget):
    """A bar a bin: its height is the share that is right; on the diagonal the two agree."""

    comfortable, least = (560, 480), (360, 260)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty diagram."""
        super().__init__(parent)
        named(self, "reliabilityDiagram", self.tr("Reliability diagram"))
        self.setMouseTracking(True)
        self.title = self.tr("answers")
        self._bins: Reliability | None = None

    @property
    def reliability(self) -> Reliability | None:
        """The bins on show."""
        return self._bins

    def show_reliability(self, bins: Reliability | None) -> None:
        """Show bins, or an empty diagram."""
        self._bins = bins
        error = 0.0 if bins is None else bins.expected_error
        self.setAccessibleDescription(
            self.tr("Expected calibration error: {0} points").format(f"{error:.2f}")
        )
        self.update()

    def bin_rect(self, number: int) -> QRectF:
        """Return the column of a bin, from the axis to the top."""
        area = self.plot().area
        width = area.width() / (1 if self._bins is None else len(self._bins.counts))
        return QRectF(area.left() + number * width, area.top(), width, area.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the bin under the pointer."""
        bins, area = self._bins, self.plot().area
        if bins is None or not area.contains(event.position()):
            self.tell(event, "")
            return
        count = len(bins.counts)
        number = int((event.position().x() - area.left()) / area.width() * count)
        self.tell(event, self._told(bins, min(number, count - 1)))

    def _told(self, bins: Reliability, number: int) -> str:
        low, high = (f"{100 * edge / len(bins.counts):.0f}" for edge in (number, number + 1))
        count = int(bins.counts[number])
        if not count:
            return self.tr("{0} to {1} % sure: none").format(low, high)
        return self.tr("{0} to {1} % sure: {2} answers, {3} % sure on average, {4} % right").format(
            low,
            high,
            grouped(count),
            in_percent(float(bins.confidences[number])),
            in_percent(float(bins.accuracies[number])),
        )

    def cells(self) -> Cells:
        """Return a row for every bin."""
        bins = self._bins
        if bins is None:
            return Cells((), (), lambda _row, _column: "")
        return Cells([""] * len(bins.counts), ("",), lambda row, _column: self._told(bins, row))

    def plot(self) -> Plot:
        """Return where the axes lie."""
        area = self.area("100 %", above=1.6, below=2.6, right=14)
        area.setWidth(min(area.width(), area.height() * WIDEST))
        return Plot(area, Axis(0, 1, TICKS), Axis(0, 1, TICKS))

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint bars, gaps, counts, the diagonal, and what the colours mean."""
        words = plot.under(painter).translated(0, 1.2 * painter.fontMetrics().height())
        painter.text(words, self.tr("sure (probability of the answer)"), "muted", CENTRE)
        bins = self._bins
        if bins is not None:
            for number in np.flatnonzero(bins.counts):
                self._paint_bin(painter, int(number), bins)
        painter.use_pen("muted", 1.5, Qt.PenStyle.DashLine)
        painter.drawLine(plot.area.bottomLeft(), plot.area.topRight())
        # The legend stands where a model that can read has no bars.
        corner = plot.area.topLeft() + QPointF(10, 8)
        step = painter.fontMetrics().height() * 1.35
        error = "–" if bins is None else f"{bins.expected_error:.2f}"
        heading = QRectF(corner.x(), corner.y(), plot.area.width(), painter.fontMetrics().height())
        painter.text(heading, self.tr("Calibration error {0} points").format(error), bold=True)
        entries = (
            ("accent", self.tr("right")),
            (painter.theme.positive[0], self.tr("right, though it was less sure")),
            (painter.theme.negative[0], self.tr("wrong, though it was sure")),
        )
        paint_legend(painter, corner + QPointF(0, step), entries, QPointF(0, step))

    def _paint_bin(self, painter: Painter, number: int, bins: Reliability) -> None:
        """Paint the share that is right, and the gap to what was claimed."""
        column = self.bin_rect(number).adjusted(1.5, 0, -1.5, 0)
        right, claimed = (
            column.bottom() - float(values[number]) * column.height()
            for values in (bins.accuracies, bins.confidences)
        )
        top, both = sorted((right, claimed))
        painter.fill(QRectF(QPointF(column.left(), both), column.bottomRight()), "accent")
        gap = painter.theme.positive[0] if right < claimed else painter.theme.negative[0]
        painter.fill(QRectF(column.left(), top, column.width(), both - top), gap)
        # The counts stand above everything; thousands in short, so that they fit.
        height = painter.fontMetrics().height()
        frame = QRectF(column.left() - 8, column.top() - height - 2, column.width() + 16, height)
        painter.text(frame, count_in_short(int(bins.counts[number]), 1000), "text", CENTRE)

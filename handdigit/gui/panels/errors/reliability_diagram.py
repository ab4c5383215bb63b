"""The reliability diagram: how sure the model says it is, and how often it is right then."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from handdigit.experiment.evaluation import Reliability
from handdigit.gui.theme import Theme

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
WIDEST = 1.5
"""The diagram is at most so many times wider than high."""


class ReliabilityDiagram(QWidget):
    """A bar a bin: its height is the share that is right; on the diagonal the two agree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty diagram."""
        super().__init__(parent)
        self.setObjectName("reliabilityDiagram")
        self.setAccessibleName(self.tr("Reliability diagram"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
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

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(560, 480)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(360, 260)

    def bin_rect(self, number: int) -> QRectF:
        """Return the column of a bin, from the axis to the top."""
        plot = self._plot()
        count = 1 if self._bins is None else len(self._bins.counts)
        width = plot.width() / count
        return QRectF(plot.left() + number * width, plot.top(), width, plot.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the bin under the pointer."""
        number = self._bin_at(event.position())
        if number is None or self._bins is None:
            QToolTip.hideText()
            return
        QToolTip.showText(event.globalPosition().toPoint(), self._told(number), self)

    def _told(self, number: int) -> str:
        assert self._bins is not None  # asked only then
        bins = self._bins
        low, high = (f"{100 * edge / len(bins.counts):.0f}" for edge in (number, number + 1))
        count = int(bins.counts[number])
        if not count:
            return self.tr("{0} to {1} % sure: none").format(low, high)
        return self.tr("{0} to {1} % sure: {2} answers, {3} % sure on average, {4} % right").format(
            low,
            high,
            f"{count:,}",
            f"{100 * bins.confidences[number]:.1f}",
            f"{100 * bins.accuracies[number]:.1f}",
        )

    def _bin_at(self, position: QPointF) -> int | None:
        if self._bins is None or not self._plot().contains(position):
            return None
        width = self.bin_rect(0).width()
        number = int((position.x() - self._plot().left()) / width)
        return min(number, len(self._bins.counts) - 1)

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("100 %") + 10
        top, below = metrics.height() * 1.6, metrics.height() * 2.6
        height = self.height() - top - below
        return QRectF(left, top, min(self.width() - left - 14, height * WIDEST), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes, bars, gaps, counts and the diagonal."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_axes(painter, plot, theme)
        if self._bins is not None:
            for number in np.flatnonzero(self._bins.counts):
                self._paint_bin(painter, int(number), self._bins, theme)
        painter.setPen(QPen(QColor(theme.muted), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(plot.bottomLeft(), plot.topRight())
        self._paint_legend(painter, plot, theme)
        painter.end()

    def _paint_legend(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        """Say what the colours mean, where a model that can read has no bars."""
        metrics = self.fontMetrics()
        step = metrics.height() * 1.35
        corner = plot.topLeft() + QPointF(10, 8)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        error = "–" if self._bins is None else f"{self._bins.expected_error:.2f}"
        painter.drawText(
            corner + QPointF(0, metrics.ascent()),
            self.tr("Calibration error {0} points").format(error),
        )
        painter.setFont(self.font())
        for line, (colour, text) in enumerate(
            (
                (theme.accent, self.tr("right")),
                (theme.positive[0], self.tr("right, though it was less sure")),
                (theme.negative[0], self.tr("wrong, though it was sure")),
            ),
            start=1,
        ):
            top = corner.y() + line * step
            painter.fillRect(QRectF(corner.x(), top + 3, 12, metrics.height() - 6), QColor(colour))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QPointF(corner.x() + 18, top + metrics.ascent()), text)

    def _paint_axes(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        metrics = self.fontMetrics()
        height = metrics.height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in TICKS:
            y = plot.bottom() - tick * plot.height()
            x = plot.left() + tick * plot.width()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            text = f"{tick * 100:.0f} %"
            painter.drawText(QRectF(0, y - height / 2, plot.left() - 6, height), right, text)
            wide = metrics.horizontalAdvance(text)
            across = min(x - wide / 2, plot.right() + 12 - wide)
            painter.drawText(QPointF(across, plot.bottom() + height), text)
        painter.drawText(QPointF(0, metrics.ascent()), self.tr("answers"))
        below = QRectF(plot.left(), plot.bottom() + 1.4 * height, plot.width(), height)
        centred = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(below, centred, self.tr("sure (probability of the answer)"))

    def _paint_bin(self, painter: QPainter, number: int, bins: Reliability, theme: Theme) -> None:
        """Paint the share that is right, and the gap to what was claimed."""
        column = self.bin_rect(number).adjusted(1.5, 0, -1.5, 0)
        right, claimed = (
            column.bottom() - float(values[number]) * column.height()
            for values in (bins.accuracies, bins.confidences)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        both = max(right, claimed)
        painter.drawRect(QRectF(column.left(), both, column.width(), column.bottom() - both))
        painter.setBrush(QColor(theme.positive[0] if right < claimed else theme.negative[0]))
        top = min(right, claimed)
        painter.drawRect(QRectF(column.left(), top, column.width(), both - top))
        # The counts stand above everything; thousands in short, so that they fit.
        painter.setPen(QColor(theme.text))
        height = self.fontMetrics().height()
        frame = QRectF(column.left() - 8, column.top() - height - 2, column.width() + 16, height)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, _in_short(int(bins.counts[number])))


def _in_short(count: int) -> str:
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 10_000 else f"{count / 1000:.0f}k"

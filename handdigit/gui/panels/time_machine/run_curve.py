"""How well the run did, epoch by epoch, with a mark at the checkpoint in view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.categorical import category_colour
from handdigit.gui.theme import Theme

NEAR = 12
"""Ticks are left out where there would be more than so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """A share, 0..1, for some of the epochs."""

    name: str
    points: Mapping[int, float]


class RunCurve(QWidget):
    """Lines over the epochs; pressing or dragging goes to the epoch under the pointer.

    Signals:
        epoch_requested(int): this epoch is to be looked at.
    """

    epoch_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        self.setObjectName("timeCurve")
        self.setAccessibleName(self.tr("Share read correctly, by epoch"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lines: tuple[Line, ...] = ()
        self._last = 1
        self._epoch = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    @property
    def epoch(self) -> int:
        """Where the mark is."""
        return self._epoch

    def show_lines(self, lines: tuple[Line, ...], last: int) -> None:
        """Show lines over the epochs 0 to ``last``."""
        self._lines = tuple(line for line in lines if line.points)
        self._last = max(1, last)
        self.update()

    def mark(self, epoch: int) -> None:
        """Move the mark."""
        self._epoch = epoch
        self.update()

    def place(self, epoch: int, share: float) -> QPointF:
        """Return where a value lies on the widget."""
        plot = self._plot()
        low = self._low()
        x = plot.left() + epoch / self._last * plot.width()
        return QPointF(x, plot.bottom() - (share - low) / (1 - low) * plot.height())

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(560, self.fontMetrics().height() * 9)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(300, self.fontMetrics().height() * 7)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the epoch under the pointer."""
        self._request(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        self._request(event)

    def _request(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            plot = self._plot()
            share = (event.position().x() - plot.left()) / plot.width()
            self.epoch_requested.emit(min(max(round(share * self._last), 0), self._last))

    def _low(self) -> float:
        """Return the lower end of the axis: all of it, or the part where the lines are."""
        values = [value for line in self._lines for value in line.points.values()]
        lowest = min(values, default=0.0)
        return next((end for end in (0.98, 0.95, 0.9, 0.8, 0.5) if lowest >= end), 0.0)

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("100 %") + 8
        top, below = metrics.height() * 1.6, metrics.height() * 1.3
        return QRectF(left, top, self.width() - left - 8, self.height() - top - below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes, mark, lines and their names."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_axes(painter, plot, theme)
        x = self.place(self._epoch, 1.0).x()
        painter.setPen(QPen(QColor(theme.warning), 2))
        painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom()))
        across = plot.left()
        for index, line in enumerate(self._lines):
            colour = category_colour(index, theme)
            self._paint_line(painter, line, colour)
            across = self._paint_name(painter, line, colour, across, theme)
        painter.end()

    def _paint_axes(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        metrics = self.fontMetrics()
        height = metrics.height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for share in (self._low(), (1 + self._low()) / 2, 1.0):
            y = self.place(0, share).y()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            frame = QRectF(0, y - height / 2, plot.left() - 5, height)
            painter.drawText(frame, right, f"{100 * share:.3g} %")
        step = max(1, -(-self._last // NEAR))
        for epoch in range(0, self._last + 1, step):
            x = self.place(epoch, 1.0).x()
            frame = QRectF(x - 20, plot.bottom() + 2, 40, height)
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(epoch))

    def _paint_line(self, painter: QPainter, line: Line, colour: QColor) -> None:
        points = [self.place(epoch, share) for epoch, share in sorted(line.points.items())]
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour)
        for point in points:
            painter.drawEllipse(point, 2.2, 2.2)
        here = line.points.get(self._epoch)
        if here is not None:
            painter.drawEllipse(self.place(self._epoch, here), 4.5, 4.5)

    def _paint_name(
        self, painter: QPainter, line: Line, colour: QColor, across: float, theme: Theme
    ) -> float:
        """Write a line's name above the plot, its value at the mark behind; return the end."""
        metrics = self.fontMetrics()
        here = line.points.get(self._epoch)
        text = line.name if here is None else f"{line.name} {100 * here:.1f} %"
        painter.setPen(QPen(colour, 2.5))
        middle = metrics.height() / 2
        painter.drawLine(QPointF(across, middle), QPointF(across + 14, middle))
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(across + 18, metrics.ascent()), text)
        return across + 18 + metrics.horizontalAdvance(line.name + " 100.0 %") + 16

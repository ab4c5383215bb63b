"""Charts: two axes with their numbers, lines over them, and a legend."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPolygonF

from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, RIGHT, Colour, Painter

GAP = 6.0
"""Between an axis and its numbers, in pixels."""
STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
"""Of lines side by side: they are told apart without their colours."""
SWATCH = 14.0
"""Width of a colour in a legend, in pixels."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction of a chart: its ends, and the values that are written at it."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()

    def share(self, value: float) -> float:
        """Return where a value lies, 0 at the lower end and 1 at the upper."""
        return (value - self.low) / (self.high - self.low)

    def value(self, share: float) -> float:
        """Return the value at a share of the axis; beyond its ends that of the end."""
        return self.low + min(max(share, 0.0), 1.0) * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Plot:
    """A rectangle on a widget with an axis to the right and one upwards."""

    area: QRectF
    across: Axis
    up: Axis

    def x(self, value: float) -> float:
        """Return where a value of the axis to the right lies, in pixels."""
        return self.area.left() + self.across.share(value) * self.area.width()

    def y(self, value: float) -> float:
        """Return where a value of the axis upwards lies, in pixels."""
        return self.area.bottom() - self.up.share(value) * self.area.height()

    def place(self, x: float, y: float) -> QPointF:
        """Return where two values lie."""
        return QPointF(self.x(x), self.y(y))

    def under(self, painter: Painter) -> QRectF:
        """Return the line of text under the axis to the right."""
        height = float(painter.fontMetrics().height())
        return QRectF(self.area.left(), self.area.bottom() + 3, self.area.width(), height)

    def paint_axes(self, painter: Painter) -> None:
        """Paint a line at every number of the axis upwards, and the numbers of both."""
        area, height = self.area, float(painter.fontMetrics().height())
        for value, text in self.up.ticks:
            y = self.y(value)
            painter.line(QPointF(area.left(), y), QPointF(area.right(), y), "line")
            painter.text(QRectF(0, y - height / 2, area.left() - GAP, height), text, "muted", RIGHT)
        for value, text in self.across.ticks:
            # The outermost ones end with the axis where there is no room beside it.
            wide = painter.fontMetrics().horizontalAdvance(text) + 2.0
            limit = painter.device().width() - wide
            left = min(self.x(value) - wide / 2, limit)
            painter.text(QRectF(left, area.bottom() + 3, wide, height), text, "muted", CENTRE)

    def paint_line(
        self,
        painter: Painter,
        points: Iterable[tuple[float, float]],
        colour: Colour,
        width: float = 2.0,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
        *,
        dot: float = 0.0,
    ) -> None:
        """Paint a line through values, with a gap at each NaN, and dots of a radius on them."""
        parts: list[list[QPointF]] = [[]]
        for x, y in points:
            if math.isnan(y):
                parts.append([])
            else:
                parts[-1].append(self.place(x, y))
        for part in parts:
            painter.use_pen(colour, width, style, is_round=True)
            painter.drawPolyline(QPolygonF(part))
            for at in part if dot else ():
                painter.dot(at, dot, colour)


class PlotWidget(PaintedWidget):
    """A chart: its title above, the axes of its plot, and what a subclass paints over them."""

    title = ""
    is_read_by_keys = True

    def plot(self) -> Plot:
        """Return where the axes lie now."""
        raise NotImplementedError

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint what the chart is about, over its axes."""
        raise NotImplementedError

    def area(self, widest: str, *, above: float, below: float, right: float = 8.0) -> QRectF:
        """Return the rectangle that is left for the axes.

        Args:
            widest: the widest number at the left.
            above: room for title and legend, in lines of text.
            below: room for the numbers below, in lines of text.
            right: room beside the plot, in pixels.
        """
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance(widest) + GAP
        top, bottom = above * metrics.height(), below * metrics.height()
        return QRectF(
            left, top, max(1.0, self.width() - left - right), max(1.0, self.height() - top - bottom)
        )

    def paint(self, painter: Painter) -> None:
        """Paint title, axes and what is over them."""
        plot = self.plot()
        painter.text(QRectF(0, 0, self.width(), self.fontMetrics().height()), self.title)
        plot.paint_axes(painter)
        self.paint_plot(painter, plot)

    def value_pressed(self, event: QMouseEvent) -> float | None:
        """Return the value below a pressed pointer on the axis to the right, None if released."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return None
        plot = self.plot()
        share = (event.position().x() - plot.area.left()) / plot.area.width()
        return plot.across.value(share)


def paint_legend(
    painter: Painter, corner: QPointF, entries: Sequence[tuple[Colour, str]], pitch: QPointF
) -> None:
    """Paint a colour and its name for each entry, from ``corner`` on in steps of ``pitch``."""
    height = float(painter.fontMetrics().height())
    for colour, text in entries:
        painter.fill(QRectF(corner.x(), corner.y() + 3, SWATCH - 2, height - 6), colour)
        painter.text(QRectF(corner.x() + SWATCH + 4, corner.y(), 1000, height), text, "muted")
        corner = corner + pitch

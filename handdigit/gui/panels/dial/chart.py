"""The chart of the Dial panel: P(class) over the dial, one line a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.dial.scale import dial_text, dial_ticks, dial_values
from handdigit.gui.theme import category_colour
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.painter import CENTRE, WRAPPED, Painter
from handdigit.gui.widgets.plot import GAP, STYLES, Axis, Plot, PlotWidget
from handdigit.ink.perturb import RANGES, Dial
from handdigit.number_format import percent

STRIP = 40.0
"""Largest side of a picture under the axis, in pixels."""
STRIP_COUNT = 11
MARKER = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A network's probabilities over the dial; NaN where it was shown all paper."""

    name: str
    colour: int
    """Index for :func:`category_colour`."""
    probabilities: NDArray[np.float64]
    """One for each of the dial's values."""


class DialChart(PlotWidget):
    """Lines with their names at the right end, pictures below, a line at the dial's value.

    Signals:
        value_requested(int): the user pointed at this step of the dial.
    """

    value_requested = Signal(int)
    comfortable, least = (620, 300), (420, 220)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        self.setObjectName("dialChart")
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(self.tr("Click or drag to turn the dial."))
        self._dial = Dial.ROTATE
        self._step = 0
        self._curves: tuple[Curve, ...] = ()
        self._pictures: NDArray[np.uint8] | None = None
        self._note = ""

    @property
    def curves(self) -> tuple[Curve, ...]:
        """What is shown."""
        return self._curves

    @property
    def note(self) -> str:
        """The words in place of curves."""
        return self._note

    def show_dial(self, dial: Dial, step: int) -> None:
        """Show where a dial stands."""
        self._dial, self._step = dial, step
        self.update()

    def show_pictures(self, pictures: NDArray[np.uint8] | None) -> None:
        """Show the drawing along the axis, (N, 28, 28), or nothing."""
        self._pictures = pictures
        self.update()

    def show_curves(self, curves: Sequence[Curve], title: str, note: str) -> None:
        """Show lines under a title, or a note where there are none."""
        self._curves, self.title, self._note = tuple(curves), title, note
        self.setAccessibleName(title)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the dial to where the pointer is."""
        value = self.value_pressed(event)
        if value is not None:
            values = np.array(dial_values(self._dial))
            self.value_requested.emit(int(np.abs(values - value).argmin()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the dial along."""
        self.mousePressEvent(event)

    def cells(self) -> Cells:
        """Return a row for every step of the dial, a column for every network."""

        def text(row: int, column: int) -> str:
            probability = float(self._curves[column].probabilities[row])
            return "" if np.isnan(probability) else percent(probability)

        def press(row: int, _column: int) -> None:
            self.value_requested.emit(row)

        rows = [dial_text(self._dial, value) for value in dial_values(self._dial)]
        names = [curve.name for curve in self._curves]
        return Cells(rows, names, text, press, (self._step, 0))

    def plot(self) -> Plot:
        """Return where the axes lie: names have room beside them, pictures below."""
        metrics = self.fontMetrics()
        names = [metrics.horizontalAdvance(curve.name) for curve in self._curves]
        beside = min(max(names, default=60), self.width() * 0.22) + 2 * GAP + 8
        area = self.area("100 %", above=2.5, below=1.4, right=beside)
        area.setBottom(max(area.top() + 40, area.bottom() - _strip_side(area.width()) - GAP))
        low, high, _ = RANGES[self._dial]
        ticks = tuple((value, dial_text(self._dial, value)) for value in dial_ticks(self._dial))
        shares = tuple((n / 4, f"{25 * n} %" if n else "0") for n in range(5))
        return Plot(area, Axis(low, high, ticks), Axis(0, 1, shares))

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint pictures, lines, names and the dial's place."""
        area = plot.area
        # Where the drawing is as it was drawn.
        x = plot.x(RANGES[self._dial].neutral)
        painter.use_pen("muted", 1, Qt.PenStyle.DotLine)
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._paint_strip(painter, plot)
        if self._curves:
            self._paint_dial(painter, plot)
            values = dial_values(self._dial)
            for curve in self._curves:
                colour = category_colour(curve.colour, painter.theme)
                style = STYLES[curve.colour % len(STYLES)]
                points = zip(values, curve.probabilities, strict=True)
                plot.paint_line(painter, points, colour, style=style)
                here = float(curve.probabilities[self._step])
                if not np.isnan(here):
                    at = plot.place(values[self._step], here)
                    painter.dot(at, MARKER + 0.75, "card")
                    painter.dot(at, MARKER - 0.75, colour)
            self._paint_names(painter, plot)
        elif self._note:
            # Between two lines of the grid, so that none crosses it.
            room = QRectF(area.left(), plot.y(0.75), area.width(), area.height() / 4)
            painter.text(room.adjusted(24, 0, -24, 0), self._note, "muted", WRAPPED)

    def _paint_strip(self, painter: Painter, plot: Plot) -> None:
        side = _strip_side(plot.area.width())
        top = plot.area.bottom() + painter.fontMetrics().height() * 1.4 + GAP / 2
        values = dial_values(self._dial)
        for index in np.linspace(0, len(values) - 1, STRIP_COUNT).round().astype(int):
            frame = QRectF(plot.x(values[index]) - side / 2, top, side, side)
            pictures = self._pictures
            painter.picture(frame, None if pictures is None else pictures[index])

    def _paint_dial(self, painter: Painter, plot: Plot) -> None:
        value, area = dial_values(self._dial)[self._step], plot.area
        above = QPointF(plot.x(value), area.top() - 4)
        painter.line(above, QPointF(above.x(), area.bottom() + 4), "text", 1.5)
        metrics = painter.fontMetrics()
        text = dial_text(self._dial, value)
        width = metrics.horizontalAdvance(text) + 12
        left = min(max(above.x() - width / 2, area.left()), area.right() - width)
        flag = QRectF(left, above.y() - metrics.height(), width, metrics.height())
        painter.fill(flag, "card")
        painter.text(flag, text, "text", CENTRE)

    def _paint_names(self, painter: Painter, plot: Plot) -> None:
        """Write each name where its line ends, moved apart where they would touch."""
        height = float(painter.fontMetrics().height())
        ends = []
        for curve in self._curves:
            known = curve.probabilities[~np.isnan(curve.probabilities)]
            if known.size:
                ends.append((plot.y(float(known[-1])), curve))
        ends.sort(key=lambda pair: pair[0])
        wanted = [y for y, _ in ends]
        for index in range(1, len(wanted)):
            wanted[index] = max(wanted[index], wanted[index - 1] + height)
        limit = plot.area.bottom()
        for index in reversed(range(len(wanted))):
            wanted[index] = limit = min(wanted[index], limit)
            limit -= height
        right, left = plot.area.right(), plot.area.right() + 2 * GAP + 4
        for (y, curve), at in zip(ends, wanted, strict=True):
            colour = category_colour(curve.colour, painter.theme)
            painter.line(QPointF(right + 3, y), QPointF(left - 4, at), colour)
            frame = QRectF(left, at - height / 2, self.width() - left, height)
            painter.text(frame, curve.name, colour, elided=True)


def _strip_side(width: float) -> float:
    """Return the side of a picture under an axis so wide."""
    return min(STRIP, width / (STRIP_COUNT - 1) - 4)

"""The chart of the Dial panel: P(class) over the dial, one line a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.core.vary import RANGES, Dial
from handdigit.gui.categorical import category_colour
from handdigit.gui.colormap import grey_image
from handdigit.gui.panels.dial.scale import dial_text, dial_ticks, dial_values
from handdigit.gui.theme import Theme

STRIP = 40.0
"""Largest side of a picture under the axis, in pixels."""
STRIP_COUNT = 11
GAP = 8.0
MARKER = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A network's probabilities over the dial; NaN where it was shown all paper."""

    name: str
    colour: int
    """Index for :func:`category_colour`."""
    probabilities: NDArray[np.float64]
    """One for each of the dial's values."""


class DialChart(QWidget):
    """Lines with their names at the right end, pictures below, a line at the dial's value.

    Signals:
        value_requested(int): the user pointed at this step of the dial.
    """

    value_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        self.setObjectName("dialChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(self.tr("Click or drag to turn the dial."))
        self._dial = Dial.ROTATE
        self._step = 0
        self._curves: tuple[Curve, ...] = ()
        self._pictures: NDArray[np.uint8] | None = None
        self._strip: list[QImage] = []
        self._note = ""
        self._title = ""

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
        self._render()

    def show_curves(self, curves: Sequence[Curve], title: str, note: str) -> None:
        """Show lines under a title, or a note where there are none."""
        self._curves, self._title, self._note = tuple(curves), title, note
        self.setAccessibleName(title)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(620, 420)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(420, 220)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the dial to where the pointer is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            plot = self.plot()
            low, high, _ = RANGES[self._dial]
            share = (event.position().x() - plot.left()) / plot.width()
            values = np.array(dial_values(self._dial))
            self.value_requested.emit(int(np.abs(values - (low + share * (high - low))).argmin()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the dial along."""
        self.mousePressEvent(event)

    def plot(self) -> QRectF:
        """Return the rectangle of the axes."""
        metrics = self.fontMetrics()
        names = [metrics.horizontalAdvance(curve.name) for curve in self._curves]
        right = min(max(names, default=60), self.width() * 0.22) + 2 * GAP + 4
        left = metrics.horizontalAdvance("100 %") + GAP
        top = metrics.height() * 2.5
        width = self.width() - left - right
        bottom = metrics.height() * 1.4 + self._strip_side(width) + GAP
        return QRectF(left, top, width, max(40.0, self.height() - top - bottom))

    def _strip_side(self, width: float) -> float:
        return min(STRIP, width / (STRIP_COUNT - 1) - 4)

    def _render(self) -> None:
        theme = Theme.of(self.palette())
        self._strip = []
        if self._pictures is not None:
            picked = np.linspace(0, len(self._pictures) - 1, STRIP_COUNT).round().astype(int)
            self._strip = [grey_image(self._pictures[index], theme) for index in picked]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes, pictures, lines, names and the dial's place."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self.plot()
        self._paint_axes(painter, plot, theme)
        self._paint_strip(painter, plot, theme)
        if self._curves:
            self._paint_dial(painter, plot, theme)
            for curve in self._curves:
                self._paint_curve(painter, plot, curve, theme)
            self._paint_names(painter, plot, theme)
        elif self._note:
            painter.setPen(QColor(theme.muted))
            # Between two lines of the grid, so that none crosses it.
            room = QRectF(plot.left(), self._y(plot, 0.75), plot.width(), plot.height() / 4)
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room.adjusted(24, 0, -24, 0), middle, self._note)
        painter.end()

    def _x(self, plot: QRectF, value: float) -> float:
        low, high, _ = RANGES[self._dial]
        return plot.left() + (value - low) / (high - low) * plot.width()

    def _y(self, plot: QRectF, probability: float) -> float:
        return plot.bottom() - probability * plot.height()

    def _paint_axes(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        height = self.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(0, self.fontMetrics().ascent()), self._title)
        for percent in (0, 25, 50, 75, 100):
            y = self._y(plot, percent / 100)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            label = QRectF(0, y - height / 2, plot.left() - GAP, height)
            painter.drawText(label, right, f"{percent} %" if percent else "0")
        for value in dial_ticks(self._dial):
            x = self._x(plot, value)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4))
            painter.setPen(QColor(theme.muted))
            label = QRectF(x - 40, plot.bottom() + 5, 80, height)
            painter.drawText(label, Qt.AlignmentFlag.AlignHCenter, dial_text(self._dial, value))
        # Where the drawing is as it was drawn.
        x = self._x(plot, RANGES[self._dial].neutral)
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _paint_strip(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        side = self._strip_side(plot.width())
        top = plot.bottom() + self.fontMetrics().height() * 1.4 + GAP / 2
        values = np.array(dial_values(self._dial))
        picked = np.linspace(0, len(values) - 1, STRIP_COUNT).round().astype(int)
        for index, value in enumerate(values[picked]):
            middle = self._x(plot, float(value))
            frame = QRectF(middle - side / 2, top, side, side)
            painter.fillRect(frame, QColor(theme.zero))
            if self._strip:
                painter.drawImage(frame, self._strip[index])
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)

    def _paint_dial(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        value = dial_values(self._dial)[self._step]
        x = self._x(plot, value)
        painter.setPen(QPen(QColor(theme.text), 1.5))
        painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom() + 4))
        metrics = self.fontMetrics()
        text = dial_text(self._dial, value)
        width = metrics.horizontalAdvance(text) + 12
        left = min(max(x - width / 2, plot.left()), plot.right() - width)
        flag = QRectF(left, plot.top() - 4 - metrics.height(), width, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card))
        painter.drawRect(flag)
        painter.setPen(QColor(theme.text))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_curve(self, painter: QPainter, plot: QRectF, curve: Curve, theme: Theme) -> None:
        colour = category_colour(curve.colour, theme)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line: list[QPointF] = []
        values = dial_values(self._dial)
        for value, probability in zip(values, curve.probabilities, strict=True):
            if np.isnan(probability):
                painter.drawPolyline(line)
                line = []
            else:
                line.append(QPointF(self._x(plot, value), self._y(plot, float(probability))))
        painter.drawPolyline(line)
        here = curve.probabilities[self._step]
        if not np.isnan(here):
            painter.setBrush(colour)
            painter.setPen(QPen(QColor(theme.card), 1.5))
            at = QPointF(self._x(plot, values[self._step]), self._y(plot, float(here)))
            painter.drawEllipse(at, MARKER, MARKER)

    def _paint_names(self, painter: QPainter, plot: QRectF, theme: Theme) -> None:
        """Write each name where its line ends, moved apart where they would touch."""
        metrics = self.fontMetrics()
        height = float(metrics.height())
        ends = []
        for curve in self._curves:
            known = curve.probabilities[~np.isnan(curve.probabilities)]
            if known.size:
                ends.append((self._y(plot, float(known[-1])), curve))
        ends.sort(key=lambda pair: pair[0])
        wanted = [y for y, _ in ends]
        for index in range(1, len(wanted)):
            wanted[index] = max(wanted[index], wanted[index - 1] + height)
        limit = plot.bottom()
        for index in reversed(range(len(wanted))):
            wanted[index] = limit = min(wanted[index], limit)
            limit -= height
        left = plot.right() + 2 * GAP
        room = self.width() - left
        for (y, curve), at in zip(ends, wanted, strict=True):
            colour = category_colour(curve.colour, theme)
            painter.setPen(QPen(colour, 1))
            painter.drawLine(QPointF(plot.right() + 3, y), QPointF(left - 4, at))
            text = metrics.elidedText(curve.name, Qt.TextElideMode.ElideRight, int(room))
            frame = QRectF(left, at - height / 2, room, height)
            painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, text)

"""The curves of a run, drawn by pyqtgraph: zoom with wheel and mouse, more in its menu."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from pyqtgraph.exporters import CSVExporter, Exporter, ImageExporter
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.experiment.events import NO_STEPS, EpochDone, LearningCurve
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.accessible_table import CellReader, Cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import read_on
from handdigit.gui.widgets.painter import Painter
from handdigit.number_format import real_minus, significant

Line = tuple[QPen, QPointF, QPointF]
Text = tuple[QRectF, int, str]


class Axis(pyqtgraph.AxisItem):  # type: ignore[misc]  # it has no types
    """Painted in half of the time: lines are filled rectangles, and no picture is replayed."""

    def __init__(self, side: str) -> None:
        """Lie on this side of a plot: ``left`` or ``bottom``."""
        self.picture: object = None
        super().__init__(side)
        self._specs: tuple[Line, list[Line], list[Text]] | None = None

    def paint(self, painter: QPainter, _option: Any, _widget: Any) -> None:
        """Draw line, grid and numbers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.style["tickFont"] is not None:
            painter.setFont(self.style["tickFont"])
        if self.picture is None:  # so it is after every change
            self._specs = self.generateDrawSpecs(painter)
            self.picture = True
        if self._specs is not None:
            self.drawPicture(painter, *self._specs)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Return the numbers, with a real minus in powers of ten."""
        return [real_minus(text) for text in super().tickStrings(values, scale, spacing)]

    def drawPicture(
        self, painter: QPainter, line: Line, ticks: Iterable[Line], texts: Iterable[Text]
    ) -> None:
        """Draw these lines and texts."""
        for pen, start, end in (line, *ticks):
            across, down = end.x() - start.x(), end.y() - start.y()
            painter.fillRect(QRectF(start.x(), start.y(), across or 1, down or 1), pen.color())
        painter.setPen(self.textPen())
        painter.setClipRect(self.boundingRect())
        for area, flags, text in texts:
            painter.drawText(area, int(flags), text)


# Everything is a child of the window and goes with it; the search for what is left over at
# the end takes a second.
pyqtgraph.setConfigOptions(antialias=True, exitCleanup=False)
# What its menu's Export offers: its SVG stumbles over the paths that Qt 6.11 writes, and
# Matplotlib is not there.
Exporter.Exporters[:] = [CSVExporter, ImageExporter]

SMOOTHING = 0.1
"""Weight of the newest batch in the moving average that is drawn strongly."""
FAINT = 70
"""Opacity of single batches, of 255."""
LOSS, ACCURACY, RATE = range(3)
BLANK_SCALES = (2.5, 100.0, 0.01)
"""How far the axes go before there is anything to draw."""
LEFT = 74
"""Room for the numbers at the left and a title, in pixels: learning rates are long numbers."""
POINTS_A_PIXEL = 0.3
"""Of what is zoomed to: painting takes 10 ms instead of 80."""


class LearningCurvePlot(pyqtgraph.GraphicsLayoutWidget):  # type: ignore[misc]  # it has no types
    """Loss, accuracy and learning rate under each other, over the same epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Draw empty axes."""
        super().__init__(parent)
        named(self, "trainingCurves", self.tr("Curves of the run"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._titles = (self.tr("Loss"), self.tr("Accuracy, %"), self.tr("Learning rate"))
        self.steps = np.zeros(0)
        """Epochs, as fractions, of every step shown."""
        self.validation = np.zeros(0)
        """Validation losses on show."""
        self._averages = (MovingAverage(), MovingAverage())
        self._curve = NO_STEPS
        self._epochs: tuple[EpochDone, ...] = ()
        self._reader = CellReader(self, self.cells)
        self._plots: list[Any] = []
        self._faint: list[Any] = []
        self._strong: list[Any] = []
        self._held: list[Any] = []
        self.ci.layout.setSpacing(2)
        self.ci.layout.setContentsMargins(0, 0, 0, 4)
        for row in (LOSS, ACCURACY, RATE):
            axes = {side: Axis(side) for side in ("left", "bottom")}
            plot = self.addPlot(row=row, col=0, axisItems=axes)
            plot.hideButtons()
            plot.setDownsampling(auto=True, mode="mean")
            plot.setClipToView(True)
            plot.showGrid(x=False, y=True, alpha=0.15)
            plot.setLimits(xMin=0, yMin=0)  # nothing here is negative
            plot.getAxis("left").setWidth(LEFT)
            for side in ("left", "bottom"):
                # Lines at the numbers only: every one costs as much as a hundred points.
                plot.getAxis(side).setStyle(maxTickLevel=0)
            if row != RATE:
                plot.getAxis("bottom").setStyle(showValues=False)
            else:
                plot.getAxis("bottom").setStyle(hideOverlappingLabels=False)  # 0 is at the end
            if self._plots:
                plot.setXLink(self._plots[0])
            self._plots.append(plot)
            self._faint.append(plot.plot(autoDownsampleFactor=POINTS_A_PIXEL))
            self._strong.append(plot.plot(autoDownsampleFactor=POINTS_A_PIXEL))
            self._held.append(plot.plot(symbol="o", symbolSize=6))
            for drawn in (self._faint[row], self._strong[row]):
                drawn.curve.setSegmentedLineMode("on")  # wide lines at once are far slower
            self.ci.layout.setRowStretchFactor(row, 3 if row == RATE else 4)
        self._plots[RATE].setLabel("bottom", self.tr("epoch"))
        self._plots[RATE].getAxis("left").enableAutoSIPrefix(False)
        self._plots[RATE].getAxis("bottom").enableAutoSIPrefix(False)
        self._follow_theme()
        self.begin()

    @property
    def newest(self) -> tuple[float, float]:
        """Where the strong lines end: loss, and accuracy in percent; NaN before any step."""
        loss, accuracy = (average.newest for average in self._averages)
        return loss, accuracy

    def begin(self) -> None:
        """Forget the run before and show all of the next; until there is any, whole scales."""
        self._averages = (MovingAverage(), MovingAverage())
        self.steps, self._curve, self._epochs = np.zeros(0), NO_STEPS, ()
        self._has_range = False
        for plot, highest in zip(self._plots, BLANK_SCALES, strict=True):
            plot.setRange(xRange=(0, 1), yRange=(0, highest), padding=0)

    def show_run(
        self, curve: LearningCurve, epochs: tuple[EpochDone, ...], per_epoch: float
    ) -> None:
        """Draw a run as far as it is; ``per_epoch`` steps make an epoch."""
        self.steps, self._curve, self._epochs = curve.steps / per_epoch, curve, epochs
        series = (curve.losses, curve.accuracies * 100)
        for row, values in enumerate(series):
            self._faint[row].setData(self.steps, values)
            self._strong[row].setData(self.steps, self._averages[row].follow(values))
        self._strong[RATE].setData(self.steps, curve.learning_rates)
        held = [done for done in epochs if done.validation_loss is not None]
        at = np.array([done.step / per_epoch for done in held])
        self.validation = np.array([done.validation_loss for done in held], float)
        accuracies = np.array([done.validation_accuracy or 0 for done in held]) * 100
        self._held[LOSS].setData(at, self.validation)
        self._held[ACCURACY].setData(at, accuracies)
        self._fit(curve)
        for plot in self._plots:
            plot.getViewBox().prepareForPaint()  # ranges found while painting: it paints twice
        self._reader.tell()

    def cells(self) -> Cells:
        """Return a row for every epoch: what the lines are at its end; and one for now."""
        curve, held, rows = self._curve, list[EpochDone | None](self._epochs), []
        last = len(curve.steps) - 1
        if last < 0:
            return Cells((), (), lambda _row, _column: "")
        at = [min(int(np.searchsorted(curve.steps, d.step)), last) for d in self._epochs]
        if not at or at[-1] < last:
            at.append(last)
            held.append(None)
        for place, done in zip(at, held, strict=True):
            epoch = f"{self.steps[place]:.2f}" if done is None else str(done.epoch)
            rows.append(self.tr("epoch {0}").format(epoch))

        def text(row: int, column: int) -> str:
            done = held[row]
            if column == RATE:
                return significant(float(curve.learning_rates[at[row]]), 3)
            if column < RATE:
                value = float(self._averages[column].values[at[row]])
            elif done is None or done.validation_loss is None:
                return ""
            else:
                value = (done.validation_loss, 100 * (done.validation_accuracy or 0.0))[column - 3]
            return significant(value)

        held_back = (self.tr("Loss, held back"), self.tr("Accuracy, held back, %"))
        return Cells(rows, (*self._titles, *held_back), text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from number to number."""
        if not read_on(self._reader, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the keyboard."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line around it too while it has the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = Painter(self.viewport(), Theme.of(self.palette()))
            painter.paint_focus(self.viewport().rect())
            painter.end()

    def _fit(self, curve: LearningCurve) -> None:
        """Keep to whole scales for a single step, a dot in them; then follow the lines."""
        is_dot = len(curve.steps) == 1
        values = (curve.losses, curve.accuracies * 100, curve.learning_rates)
        for row, plot in enumerate(self._plots):
            self._strong[row].setSymbol("o" if is_dot else None)
            if is_dot:
                highest = max(BLANK_SCALES[row], 1.1 * float(values[row][0]))
                plot.setRange(xRange=(0, 1), yRange=(0, highest), padding=0)
            elif len(curve.steps) and not self._has_range:
                plot.enableAutoRange()
        self._has_range = len(curve.steps) > 1

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(460, 360)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(200, 320)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_held"):
            self._follow_theme()

    def _follow_theme(self) -> None:
        theme = Theme.of(self.palette())
        self.setBackground(QColor(theme.card))
        for row, plot in enumerate(self._plots):
            for side in ("left", "bottom"):
                axis = plot.getAxis(side)
                axis.setPen(pyqtgraph.mkPen(theme.line))
                axis.setTextPen(pyqtgraph.mkPen(theme.muted))
                axis.setTickFont(self.font())
            plot.setLabel("left", self._titles[row], color=theme.muted)
            faint = QColor(theme.accent)
            faint.setAlpha(FAINT)
            self._faint[row].setPen(pyqtgraph.mkPen(faint, width=1))
            self._strong[row].setPen(pyqtgraph.mkPen(theme.accent, width=2))
            self._strong[row].setSymbolBrush(theme.accent)
            self._strong[row].setSymbolPen(pyqtgraph.mkPen(theme.card, width=1))
            self._strong[row].setSymbolSize(8)
            self._held[row].setPen(pyqtgraph.mkPen(theme.warning, width=2))
            self._held[row].setSymbolBrush(theme.warning)
            self._held[row].setSymbolPen(pyqtgraph.mkPen(theme.card, width=1))
        self._plots[RATE].setLabel("bottom", self.tr("epoch"), color=theme.muted)


class MovingAverage:
    """An exponential moving average that is not drawn to its first value, and its past."""

    def __init__(self) -> None:
        """Know no values yet."""
        self._average = self._weight = 0.0
        self.values = np.zeros(0)

    @property
    def newest(self) -> float:
        """The average at the last value, NaN before any."""
        return float(self.values[-1]) if len(self.values) else math.nan

    def follow(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the average at each of ``values``, which go on from those known already."""
        known = len(self.values)
        if known > len(values):
            known, self.values = 0, np.zeros(0)  # it is another run
            self._average = self._weight = 0.0
        fresh = np.empty(len(values) - known)
        for index, value in enumerate(values[known:].tolist()):
            self._average += SMOOTHING * (value - self._average)
            self._weight += SMOOTHING * (1 - self._weight)
            fresh[index] = self._average / self._weight
        self.values = np.concatenate([self.values, fresh])
        return self.values

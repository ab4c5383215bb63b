"""The curve of a finished training run, drawn small."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.paint import RIGHT, Painter
from handdigit.gui.widgets.plot import Axis, Plot, PlotWidget

TALLEST = 240
LEAST_ERROR = 1e-4
"""What is smaller has no place on the logarithmic axis: it is shown as this."""
DOTS_UP_TO = 12
"""Epochs up to which each has a dot."""


class RunCurve(PlotWidget):
    """The share read wrongly after every epoch, on a logarithmic axis: training, validation."""

    comfortable, least = (240, 150), (170, 150)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no curve."""
        super().__init__(parent)
        self.setObjectName("runCurve")
        self.setMaximumHeight(TALLEST)
        self.title = self.tr("Read wrongly")
        self._training: tuple[float, ...] = ()
        self._validation: tuple[float, ...] = ()
        self.show_run(())

    @property
    def points(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Errors 0..1 per epoch, of training and of validation."""
        return self._training, self._validation

    def show_run(self, epochs: Sequence[Mapping[str, Any]]) -> None:
        """Show the epochs of a run, or nothing."""
        self._training = _errors(epochs, "accuracy")
        self._validation = _errors(epochs, "validation_accuracy")
        self.setAccessibleName(self.tr("Errors in {0} epochs of training").format(len(epochs)))
        self.setVisible(bool(self._training or self._validation))
        self.update()

    def plot(self) -> Plot:
        """Return where the axes lie: the upper one is the power of ten, with a line at each."""
        errors = [_power(error) for error in (*self._training, *self._validation)]
        low = math.floor(min(errors, default=-2))
        high = max(low + 1, math.ceil(max(errors, default=0)))
        powers = tuple((n, f"{10.0 ** (n + 2):g} %") for n in range(low, high + 1))
        last = max(len(self._training), len(self._validation), 2) - 1
        area = self.area("0.01 %", above=1.4, below=1.4, right=4)
        return Plot(area, Axis(0, last), Axis(low, high, powers))

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint both lines and say which is which."""
        count = max(len(self._training), len(self._validation))
        for errors, colour, width, style in (
            (self._training, "muted", 1.5, Qt.PenStyle.DashLine),
            (self._validation, "accent", 2.0, Qt.PenStyle.SolidLine),
        ):
            points = [(n, _power(error)) for n, error in enumerate(errors)]
            plot.paint_line(painter, points, colour, width, style)
            for point in points if count <= DOTS_UP_TO else points[-1:]:
                painter.dot(plot.place(*point), 2.5, colour)
        form = self.tr("{0} epoch") if count == 1 else self.tr("{0} epochs")
        painter.text(plot.under(painter), form.format(count), "muted", RIGHT)
        if self._validation:
            painter.text(plot.under(painter), self.tr("validation"), "accent")


def _power(error: float) -> float:
    return math.log10(max(error, LEAST_ERROR))


def _errors(epochs: Sequence[Mapping[str, Any]], key: str) -> tuple[float, ...]:
    found = (epoch.get(key) for epoch in epochs)
    return tuple(1 - float(value) for value in found if isinstance(value, int | float))

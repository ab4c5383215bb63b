"""What several models make of one drawing, under each other, a column a class."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QWidget

from handdigit.gui.translation import translated
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, RIGHT, Painter
from handdigit.gui.widgets.plot import Axis, Plot, PlotWidget
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.number_format import percent

ROW, MEMBER_ROW = 46.0, 34.0
CROWD = 7
"""From so many lines on they are low, so that most can be seen at once."""
LOW_ROW = 25.0
LARGEST = 1.8
"""The lines are at most so much taller where there is room."""
INDENT = 14.0
DIGIT = 30.0
"""Room for what is read, in pixels."""
NOTICEABLE = 0.05
"""A class on which the models are further apart than this is pointed out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One line: a model, or a member of the ensemble above it."""

    name: str
    probabilities: tuple[float, ...] = ()
    """One a class, or none while there is no answer."""
    reason: str = ""
    """Why there is none."""
    is_member: bool = False
    is_active: bool = False

    @property
    def digit(self) -> int | None:
        """What it reads."""
        return int(np.argmax(self.probabilities)) if self.probabilities else None


def spread(readings: Sequence[Reading]) -> tuple[float, ...]:
    """Return how far the readings are apart on every class, 0..1; nothing for fewer than two."""
    known = [reading.probabilities for reading in readings if reading.probabilities]
    if len(known) < 2:
        return ()
    return tuple(float(value) for value in np.ptp(np.array(known), axis=0))


class ComparisonChart(PaintedWidget):
    """Name, answer and a bar a class a line; classes on which the lines differ have a tint."""

    comfortable = (560, 0)  # and the room for every line
    is_read_by_keys = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no lines."""
        super().__init__(parent)
        named(self, "comparisonChart", self.tr("Answers of several models"))
        self._alphabet = DIGITS
        self._readings: tuple[Reading, ...] = ()
        self._heights = (ROW, MEMBER_ROW)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What is shown."""
        return self._readings

    def show_readings(self, readings: Sequence[Reading], alphabet: Alphabet = DIGITS) -> None:
        """Show these lines, all of one alphabet."""
        self._alphabet = alphabet
        height_changed = [r.is_member for r in readings] != [r.is_member for r in self._readings]
        self._heights = (ROW, MEMBER_ROW) if len(readings) < CROWD else (LOW_ROW, LOW_ROW)
        self._readings = tuple(readings)
        spoken = (
            f"{r.name}: {'–' if r.digit is None else alphabet.names[r.digit]}" for r in readings
        )
        self.setAccessibleDescription(", ".join(spoken))
        if height_changed:
            self.setMaximumHeight(int(self.sizeHint().height() * LARGEST))
            self.updateGeometry()
        self.update()

    def cells(self) -> Cells:
        """Return a row for every model, a column for every class after that for its answer."""
        names = self._alphabet.names

        def text(row: int, column: int) -> str:
            reading = self._readings[row]
            if column == 0:
                return reading.reason or ("" if reading.digit is None else names[reading.digit])
            return percent(reading.probabilities[column - 1]) if reading.probabilities else ""

        columns = (self.tr("answer"), *names)
        return Cells([reading.name for reading in self._readings], columns, text)

    def sizeHint(self) -> QSize:
        """Return the room for every line."""
        return QSize(560, int(self._header() + sum(map(self._height, self._readings)) + 4))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, as narrow as can be read."""
        return QSize(420, self.sizeHint().height())

    def _scale(self) -> float:
        """Return how much taller the lines are than they must be."""
        least = sum(map(self._height, self._readings))
        return (self.height() - 4 - self._header()) / least if least else 1.0

    def _height(self, reading: Reading) -> float:
        """Return what a line takes at least."""
        return self._heights[reading.is_member]

    def _header(self) -> float:
        return self.fontMetrics().height() + 6.0

    def paint(self, painter: Painter) -> None:
        """Paint the lines."""
        name_width = max(120.0, self.width() * 0.26)
        left = name_width + DIGIT + painter.fontMetrics().horizontalAdvance("100.0 %") + 10
        column = (self.width() - left) / len(self._alphabet)
        for digit, apart in enumerate(spread(self._readings)):
            if apart > NOTICEABLE:
                tint = QRectF(left + digit * column + 1, 0, column - 2, self.height())
                painter.fill(tint, "window", 3)
        for digit, name in enumerate(self._alphabet.names):
            frame = QRectF(left + digit * column, 0, column, self._header())
            painter.text(frame, name, "muted", CENTRE)
        top, scale = self._header(), self._scale()
        for reading in self._readings:
            line = QRectF(0, top, self.width(), self._height(reading) * scale)
            self._paint_line(painter, line, reading, (name_width, left, column))
            top += line.height()

    def _paint_line(
        self,
        painter: Painter,
        line: QRectF,
        reading: Reading,
        sizes: tuple[float, float, float],
    ) -> None:
        name_width, left, column = sizes
        if not reading.is_member:
            painter.line(line.topLeft(), line.topRight(), "line")
        indent = INDENT if reading.is_member else 0.0
        frame = QRectF(indent, line.top(), name_width - indent, line.height())
        name_colour = "muted" if reading.is_member else "text"
        painter.text(frame, reading.name, name_colour, bold=reading.is_active, elided=True)
        digit = reading.digit
        beside = line.adjusted(name_width, 0, 0, 0)
        if digit is None:
            painter.text(beside, translated(reading.reason), "warning", elided=True)
            return
        leading = next((r.digit for r in self._readings if r.is_active), None)
        strong = "accent" if leading in (None, digit) else "warning"
        is_small = reading.is_member or self._heights[0] == LOW_ROW
        place = QRectF(name_width, line.top(), DIGIT, line.height())
        name = self._alphabet.names[digit]
        painter.text(place, name, strong, CENTRE, bold=True, scale=1.1 if is_small else 1.7)
        sure = percent(reading.probabilities[digit])
        painter.text(beside.adjusted(DIGIT, 0, 0, 0), sure, "muted")
        base = line.bottom() - 4
        width = min(22.0, column * 0.5)
        for number, probability in enumerate(reading.probabilities):
            x = left + (number + 0.5) * column - width / 2
            painter.line(QPointF(x, base), QPointF(x + width, base), "line")
            height = (line.height() - 10) * probability
            if height >= 0.5:
                colour = strong if number == digit else "muted"
                painter.fill(QRectF(x, base - height, width, height), colour)


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
        self.setAccessibleName(self.tr("Errors in %Ln epochs of training", "", len(epochs)))
        self.setVisible(bool(self._training or self._validation))
        self.update()

    def cells(self) -> Cells:
        """Return a row for every epoch."""
        lines = (self._training, self._validation)

        def text(row: int, column: int) -> str:
            errors = lines[column]
            return percent(errors[row], 2) if row < len(errors) else ""

        rows = [self.tr("epoch {0}").format(n + 1) for n in range(max(map(len, lines)))]
        return Cells(rows, (self.tr("training"), self.tr("validation")), text)

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
        painter.text(plot.under(painter), self.tr("%Ln epochs", "", count), "muted", RIGHT)
        if self._validation:
            painter.text(plot.under(painter), self.tr("validation"), "accent")


def _power(error: float) -> float:
    return math.log10(max(error, LEAST_ERROR))


def _errors(epochs: Sequence[Mapping[str, Any]], key: str) -> tuple[float, ...]:
    found = (epoch.get(key) for epoch in epochs)
    return tuple(1 - float(value) for value in found if isinstance(value, int | float))

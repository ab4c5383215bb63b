"""What several models make of one drawing, under each other, a column a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtWidgets import QWidget

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.numbers import percent
from handdigit.gui.widgets.paint import CENTRE, PaintedWidget, Painter

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
            painter.text(beside, reading.reason, "warning", elided=True)
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

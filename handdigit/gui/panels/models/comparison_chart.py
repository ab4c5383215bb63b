"""What several models make of one drawing, under each other, a column a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.gui.theme import Theme

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


class ComparisonChart(QWidget):
    """Name, answer and a bar a class a line; classes on which the lines differ have a tint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no lines."""
        super().__init__(parent)
        self.setObjectName("comparisonChart")
        self.setAccessibleName(self.tr("Answers of several models"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name_width = max(120.0, self.width() * 0.26)
        left = name_width + DIGIT + self.fontMetrics().horizontalAdvance("100.0 %") + 10
        column = (self.width() - left) / len(self._alphabet)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.window))
        for digit, apart in enumerate(spread(self._readings)):
            if apart > NOTICEABLE:
                tint = QRectF(left + digit * column + 1, 0, column - 2, self.height())
                painter.drawRoundedRect(tint, 3, 3)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(theme.muted))
        for digit, name in enumerate(self._alphabet.names):
            frame = QRectF(left + digit * column, 0, column, self._header())
            painter.drawText(frame, centre, name)
        top, scale = self._header(), self._scale()
        leading = next((r.digit for r in self._readings if r.is_active), None)
        for reading in self._readings:
            line = QRectF(0, top, self.width(), self._height(reading) * scale)
            self._paint_line(painter, line, reading, leading, (name_width, left, column), theme)
            top += line.height()
        painter.end()

    def _paint_line(
        self,
        painter: QPainter,
        line: QRectF,
        reading: Reading,
        leading: int | None,
        sizes: tuple[float, float, float],
        theme: Theme,
    ) -> None:
        name_width, left, column = sizes
        if not reading.is_member:
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(line.topLeft(), line.topRight())
        indent = INDENT if reading.is_member else 0.0
        font = QFont(self.font())
        font.setBold(reading.is_active)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted if reading.is_member else theme.text))
        frame = QRectF(indent, line.top(), name_width - indent, line.height())
        name = painter.fontMetrics().elidedText(
            reading.name, Qt.TextElideMode.ElideRight, int(frame.width())
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(frame, middle, name)
        painter.setFont(self.font())
        digit = reading.digit
        if digit is None:
            painter.setPen(QColor(theme.warning if reading.reason else theme.muted))
            room = QRectF(name_width, line.top(), line.width() - name_width, line.height())
            reason = self.fontMetrics().elidedText(
                reading.reason, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, middle, reason)
            return
        strong = QColor(theme.accent if leading in (None, digit) else theme.warning)
        large = QFont(self.font())
        large.setBold(True)
        is_small = reading.is_member or self._heights[0] == LOW_ROW
        large.setPointSizeF(large.pointSizeF() * (1.1 if is_small else 1.7))
        painter.setFont(large)
        painter.setPen(strong)
        painter.drawText(
            QRectF(name_width, line.top(), DIGIT, line.height()),
            Qt.AlignmentFlag.AlignCenter,
            self._alphabet.names[digit],
        )
        painter.setFont(self.font())
        painter.setPen(QColor(theme.muted))
        sure = f"{reading.probabilities[digit] * 100:.1f}\N{NO-BREAK SPACE}%"
        painter.drawText(QRectF(name_width + DIGIT, line.top(), 80, line.height()), middle, sure)
        base = line.bottom() - 4
        tallest = line.height() - 10
        width = min(22.0, column * 0.5)
        for number, probability in enumerate(reading.probabilities):
            x = left + (number + 0.5) * column - width / 2
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, base), QPointF(x + width, base))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(strong if number == digit else QColor(theme.muted))
            height = tallest * probability
            if height >= 0.5:
                painter.drawRect(QRectF(x, base - height, width, height))

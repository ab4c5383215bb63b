"""Ten bars: the probability of every digit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.paint import CENTRE, RIGHT, Painter, PointedWidget

DIGITS = 10
ROW = 24
"""Preferred height of a row, in pixels."""
PADDING = 4
"""Room left and right of a digit, in pixels."""


class ProbabilityBars(PointedWidget[int]):
    """Rows of digit, bar and percent; nothing in the bars while there is no answer.

    Signals:
        digit_clicked(int): the user clicked a row while :meth:`set_clickable` was on.
    """

    digit_clicked = Signal(int)
    comfortable, least = (190, DIGITS * ROW), (140, DIGITS * 17)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show empty bars."""
        super().__init__(parent)
        self.setObjectName("probabilityBars")
        self.setMaximumHeight(DIGITS * (ROW + 8))
        self._probabilities: tuple[float, ...] = ()
        self._is_answer = True
        self._clickable = False
        self._pressed: int | None = None
        self._label: int | None = None
        self.show_probabilities(())

    @property
    def probabilities(self) -> tuple[float, ...]:
        """What is shown, none for no answer."""
        return self._probabilities

    @property
    def label(self) -> int | None:
        """The digit that is marked."""
        return self._label

    def show_probabilities(self, probabilities: Sequence[float], *, is_answer: bool = True) -> None:
        """Show ten probabilities, or none; subdued where none of them is the answer."""
        self._probabilities = tuple(probabilities)
        self._is_answer = is_answer
        self._describe()
        self.update()

    def show_label(self, label: int | None) -> None:
        """Mark the digit that the user says it is, or none."""
        if label != self._label:
            self._label = label
            self._describe()
            self.update()

    def set_clickable(self, clickable: bool) -> None:
        """Let rows be clicked, or not."""
        if clickable != self._clickable:
            self._clickable = clickable
            self._pressed = None
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if clickable else Qt.CursorShape.ArrowCursor)
            self.update()

    def row_centre(self, digit: int) -> QPointF:
        """Return the middle of a digit's row."""
        return QPointF(self.width() / 2, (digit + 0.5) * self.height() / DIGITS)

    # --- pointer -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        if event.button() == Qt.MouseButton.LeftButton and self._clickable:
            self._pressed = self.part_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row, unless the pointer has left it."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self.part_at(event.position()):
            self.digit_clicked.emit(pressed)

    def part_at(self, position: QPointF) -> int | None:
        """Return the digit whose row is at a position."""
        row = int(position.y() * DIGITS // max(1, self.height()))
        return row if 0 <= row < DIGITS and 0 <= position.x() < self.width() else None

    def part_pointed(self, row: int | None) -> None:
        """Say what a click would tell."""
        named = row is not None and self._clickable
        self.setToolTip(self.tr("It is a {0} (key {0})").format(row) if named else "")

    # --- painting ------------------------------------------------------------------------

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Probabilities of the ten digits"))
        ranked = sorted(enumerate(self._probabilities), key=lambda pair: -pair[1])
        described = [f"{digit}: {probability:.1%}" for digit, probability in ranked[:3]]
        if self._label is not None:
            described.append(self.tr("labelled {0}").format(self._label))
        self.setAccessibleDescription(", ".join(described))

    def paint(self, painter: Painter) -> None:
        """Paint the rows."""
        best = -1
        if self._probabilities and self._is_answer:
            best = max(range(DIGITS), key=lambda digit: self._probabilities[digit])
        height = self.height() / DIGITS
        for digit in range(DIGITS):
            row = QRectF(0, digit * height, self.width(), height)
            self._paint_row(painter, row, digit, is_best=digit == best)

    def _paint_row(self, painter: Painter, row: QRectF, digit: int, *, is_best: bool) -> None:
        metrics = self.fontMetrics()
        is_pointed = self._clickable and digit == self.pointed
        if is_pointed:
            painter.fill(row.adjusted(0, 1, 0, -1), "window", 4)
        colour = "text" if is_best else "muted"
        key = QRectF(row)
        key.setWidth(metrics.horizontalAdvance("0") + 2 * PADDING)
        is_label = digit == self._label
        if is_label:
            above = max(1.0, (row.height() - metrics.height() - 2) / 2)
            painter.fill(key.adjusted(0, above, 0, -above), "accent", 4)
        key_colour = "on_accent" if is_label else colour
        painter.text(key, str(digit), key_colour, CENTRE, bold=is_best)
        percent_width = metrics.horizontalAdvance("100.0") + 10
        thickness = min(12.0, row.height() * 0.55)
        track = QRectF(0, 0, row.width() - key.width() - 6 - percent_width, thickness)
        track.moveTopLeft(QPointF(key.right() + 6, row.center().y() - thickness / 2))
        painter.fill(track, "line" if is_pointed else "window", 2)
        if not self._probabilities:
            return
        probability = self._probabilities[digit]
        number = f"{probability * 100:.1f}"
        painter.text(row.adjusted(0, 0, -2, 0), number, colour, RIGHT, bold=is_best)
        track.setWidth(track.width() * probability)
        if track.width() >= 0.5:
            painter.fill(track, "accent" if is_best else "muted", 2)

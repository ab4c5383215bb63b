"""Bars: the probability of every class."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.paint import CENTRE, RIGHT, Painter, PointedWidget
from handdigit.network.alphabet import DIGITS, Alphabet

ROW = 24
"""Preferred height of a row, in pixels."""
PADDING = 4
"""Room left and right of a class's name, in pixels."""
WIDEST_NAME = 0.3
"""Of the width; longer names are cut."""


class ProbabilityBars(PointedWidget[int]):
    """Rows of name, bar and percent; nothing in the bars while there is no answer.

    Signals:
        digit_clicked(int): the user clicked a row while :meth:`set_clickable` was on.
    """

    digit_clicked = Signal(int)
    comfortable, least = (190, len(DIGITS) * ROW), (140, len(DIGITS) * 17)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show empty bars."""
        super().__init__(parent)
        self.setObjectName("probabilityBars")
        self._alphabet = DIGITS
        self._probabilities: tuple[float, ...] = ()
        self._is_answer = True
        self._clickable = False
        self._pressed: int | None = None
        self._label: int | None = None
        self.show_alphabet(DIGITS)

    @property
    def names(self) -> tuple[str, ...]:
        """What the rows are called."""
        return self._alphabet.names

    @property
    def probabilities(self) -> tuple[float, ...]:
        """What is shown, none for no answer."""
        return self._probabilities

    @property
    def label(self) -> int | None:
        """The class that is marked."""
        return self._label

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Show empty bars for these classes."""
        self._alphabet, self._label = alphabet, None
        self.point_at(None)
        rows = len(alphabet)
        self.comfortable, self.least = (190, rows * ROW), (140, rows * 17)
        self.setMaximumHeight(rows * (ROW + 8))
        self.updateGeometry()
        self.show_probabilities(())

    def show_probabilities(self, probabilities: Sequence[float], *, is_answer: bool = True) -> None:
        """Show one probability a class, or none; subdued where none of them is the answer."""
        self._probabilities = tuple(probabilities)
        self._is_answer = is_answer
        self._describe()
        self.update()

    def show_label(self, label: int | None) -> None:
        """Mark the class that the user says it is, or none."""
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
        """Return the middle of a class's row."""
        return QPointF(self.width() / 2, (digit + 0.5) * self.height() / len(self._alphabet))

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
        """Return the number of the class whose row is at a position."""
        row = int(position.y() * len(self._alphabet) // max(1, self.height()))
        return row if 0 <= row < len(self._alphabet) and 0 <= position.x() < self.width() else None

    def part_pointed(self, row: int | None) -> None:
        """Say what a click would tell."""
        self.setToolTip("" if row is None or not self._clickable else self._offer(row))

    def _offer(self, row: int) -> str:
        name, key = self._alphabet.names[row], self._alphabet.keys[row]
        text = self.tr("It is a {0} (key {1})") if key else self.tr("It is a {0}")
        return text.format(name, key)

    # --- painting ------------------------------------------------------------------------

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Probabilities of {0}").format(self._alphabet.listed()))
        ranked = sorted(enumerate(self._probabilities), key=lambda pair: -pair[1])
        described = [f"{self.names[digit]}: {share:.1%}" for digit, share in ranked[:3]]
        if self._label is not None:
            described.append(self.tr("labelled {0}").format(self.names[self._label]))
        self.setAccessibleDescription(", ".join(described))

    def paint(self, painter: Painter) -> None:
        """Paint the rows."""
        best = -1
        if self._probabilities and self._is_answer:
            best = max(range(len(self._probabilities)), key=self._probabilities.__getitem__)
        height = self.height() / len(self._alphabet)
        for digit in range(len(self._alphabet)):
            row = QRectF(0, digit * height, self.width(), height)
            self._paint_row(painter, row, digit, is_best=digit == best)

    def _paint_row(self, painter: Painter, row: QRectF, digit: int, *, is_best: bool) -> None:
        metrics = self.fontMetrics()
        is_pointed = self._clickable and digit == self.pointed
        if is_pointed:
            painter.fill(row.adjusted(0, 1, 0, -1), "window", 4)
        colour = "text" if is_best else "muted"
        key = QRectF(row)
        widest = max(map(metrics.horizontalAdvance, self.names))
        key.setWidth(min(widest, WIDEST_NAME * self.width()) + 2 * PADDING)
        is_label = digit == self._label
        if is_label:
            above = max(1.0, (row.height() - metrics.height() - 2) / 2)
            painter.fill(key.adjusted(0, above, 0, -above), "accent", 4)
        key_colour = "on_accent" if is_label else colour
        painter.text(key, self.names[digit], key_colour, CENTRE, bold=is_best, elided=True)
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

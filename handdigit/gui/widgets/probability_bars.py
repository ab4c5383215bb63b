"""Bars: the probability of every class."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.gui.theme import Theme

ROW = 24
"""Preferred height of a row, in pixels."""
PADDING = 4
"""Room left and right of a class's name, in pixels."""
WIDEST_NAME = 0.3
"""Of the width; longer names are cut."""


class ProbabilityBars(QWidget):
    """Rows of name, bar and percent; nothing in the bars while there is no answer.

    Signals:
        digit_clicked(int): the user clicked a row while :meth:`set_clickable` was on.
    """

    digit_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show empty bars."""
        super().__init__(parent)
        self.setObjectName("probabilityBars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._alphabet = DIGITS
        self._probabilities: tuple[float, ...] = ()
        self._is_answer = True
        self._clickable = False
        self._pointed: int | None = None
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
        self._alphabet, self._label, self._pointed = alphabet, None, None
        self.setMaximumHeight(len(alphabet) * (ROW + 8))
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

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(190, len(self._alphabet) * ROW)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(140, len(self._alphabet) * 17)

    # --- pointer -------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row a click would choose."""
        self._point_at(self._row_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        if event.button() == Qt.MouseButton.LeftButton and self._clickable:
            self._pressed = self._row_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row, unless the pointer has left it."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._row_at(event.position()):
            self.digit_clicked.emit(pressed)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at(None)

    def _row_at(self, position: QPointF) -> int | None:
        row = int(position.y() * len(self._alphabet) // max(1, self.height()))
        return row if 0 <= row < len(self._alphabet) and 0 <= position.x() < self.width() else None

    def _point_at(self, row: int | None) -> None:
        if row != self._pointed:
            self._pointed = row
            self.setToolTip("" if row is None or not self._clickable else self._offer(row))
            self.update()

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        best = (
            max(range(len(self._probabilities)), key=self._probabilities.__getitem__)
            if self._probabilities and self._is_answer
            else -1
        )
        height = self.height() / len(self._alphabet)
        for digit in range(len(self._alphabet)):
            row = QRectF(0, digit * height, self.width(), height)
            self._paint_row(painter, row, digit, is_best=digit == best)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, digit: int, *, is_best: bool) -> None:
        theme = Theme.of(self.palette())
        metrics = self.fontMetrics()
        pointed = self._clickable and digit == self._pointed
        if pointed:
            _fill(painter, row.adjusted(0, 1, 0, -1), theme.window)
        font = QFont(self.font())
        font.setBold(is_best)
        painter.setFont(font)
        colour = QColor(theme.text if is_best else theme.muted)
        key = QRectF(row)
        widest = max(map(metrics.horizontalAdvance, self.names))
        key.setWidth(min(widest, WIDEST_NAME * self.width()) + 2 * PADDING)
        if digit == self._label:
            above = max(1.0, (row.height() - metrics.height() - 2) / 2)
            _fill(painter, key.adjusted(0, above, 0, -above), theme.accent)
        painter.setPen(QColor(theme.on_accent) if digit == self._label else colour)
        name = metrics.elidedText(self.names[digit], Qt.TextElideMode.ElideRight, int(key.width()))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, name)
        percent_width = metrics.horizontalAdvance("100.0") + 10
        thickness = min(12.0, row.height() * 0.55)
        track = QRectF(0, 0, row.width() - key.width() - 6 - percent_width, thickness)
        track.moveTopLeft(QPointF(key.right() + 6, row.center().y() - thickness / 2))
        _fill(painter, track, theme.line if pointed else theme.window, radius=2)
        if not self._probabilities:
            return
        probability = self._probabilities[digit]
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour)
        painter.drawText(row.adjusted(0, 0, -2, 0), right, f"{probability * 100:.1f}")
        track.setWidth(track.width() * probability)
        if track.width() >= 0.5:
            _fill(painter, track, theme.accent if is_best else theme.muted, radius=2)


def _fill(painter: QPainter, area: QRectF, colour: str, radius: float = 4) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(area, radius, radius)

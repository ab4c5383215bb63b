"""Ten bars: the probability of every digit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.theme import Theme

DIGITS = 10
ROW = 24
"""Preferred height of a row, in pixels."""


class ProbabilityBars(QWidget):
    """Rows of digit, bar and percent; nothing in the bars while there is no answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show empty bars."""
        super().__init__(parent)
        self.setObjectName("probabilityBars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(DIGITS * (ROW + 8))
        self._probabilities: tuple[float, ...] = ()
        self.show_probabilities(())

    @property
    def probabilities(self) -> tuple[float, ...]:
        """What is shown, none for no answer."""
        return self._probabilities

    def show_probabilities(self, probabilities: Sequence[float]) -> None:
        """Show ten probabilities, or none."""
        self._probabilities = tuple(probabilities)
        self.setAccessibleName(self.tr("Probabilities of the ten digits"))
        ranked = sorted(enumerate(self._probabilities), key=lambda pair: -pair[1])
        self.setAccessibleDescription(
            ", ".join(f"{digit}: {probability:.1%}" for digit, probability in ranked[:3])
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(190, DIGITS * ROW)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(140, DIGITS * 17)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        digit_width = metrics.horizontalAdvance("0") + 10
        percent_width = metrics.horizontalAdvance("100.0") + 10
        row_height = self.height() / DIGITS
        bar_height = min(12.0, row_height * 0.55)
        bold = QFont(self.font())
        bold.setBold(True)
        best = (
            max(range(DIGITS), key=lambda d: self._probabilities[d]) if self._probabilities else -1
        )
        for digit in range(DIGITS):
            top = digit * row_height
            track = QRectF(
                digit_width,
                top + (row_height - bar_height) / 2,
                self.width() - digit_width - percent_width,
                bar_height,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.window))
            painter.drawRoundedRect(track, 2, 2)
            painter.setFont(bold if digit == best else self.font())
            painter.setPen(QColor(theme.text if digit == best else theme.muted))
            row = QRectF(0, top, self.width(), row_height)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, str(digit))
            if not self._probabilities:
                continue
            probability = self._probabilities[digit]
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, f"{probability * 100:.1f}")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent if digit == best else theme.muted))
            track.setWidth(track.width() * probability)
            if track.width() >= 0.5:
                painter.drawRoundedRect(track, 2, 2)
        painter.end()

"""One erasure: the drawing with the part to erase marked, and the answer afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from handdigit.core.alphabet import Alphabet
from handdigit.core.erasures import Outcome
from handdigit.core.ink import Ink
from handdigit.gui.paint_drawing import Look, paint_drawing
from handdigit.gui.theme import Theme

PADDING = 8
PEN_WIDTH = 1 / 9
"""Width of the strokes as a share of the drawing's extent."""


class ErasureCard(QAbstractButton):
    """A picture to click.

    Signals:
        double_clicked(): the erasure is wanted at once.
    """

    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(170)
        self._ink = Ink()
        self.outcome: Outcome | None = None
        """What is shown."""

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(120, 132 + self._text_height())

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which a digit can be told."""
        return QSize(84, 60 + self._text_height())

    def show_outcome(self, ink: Ink, outcome: Outcome, alphabet: Alphabet, *, flips: bool) -> None:
        """Show what becomes of ``ink``."""
        self._ink, self.outcome = ink, outcome
        percent = f"{outcome.probability * 100:.0f} %"
        text = self.tr("→ {0}, {1}") if flips else self.tr("still {0}, {1}")
        if not outcome.is_digit:
            text = self.tr("→ no digit")
        self.setText(text.format(alphabet.names[outcome.digit], percent))
        share = f"{max(outcome.erasure.share * 100, 1):.0f}"
        self.setToolTip(
            self.tr("Takes {0} % of the ink. Click to mark it, double-click to erase.").format(
                share
            )
        )
        self.setAccessibleName(self.tr("Erase {0} % of the ink: {1}").format(share, self.text()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Erase at once."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it plainly again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, drawing, marked part and the answer afterwards."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked() or self.hasFocus() or self.underMouse()
        border = theme.accent if self.isEnabled() and chosen else theme.line
        thickness = 2 if self.isChecked() else 1
        painter.setPen(QPen(QColor(border), thickness))
        painter.setBrush(QColor(theme.zero))
        inset = thickness / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        if self.outcome is not None:
            painter.setOpacity(1.0 if self.isEnabled() else 0.4)
            room = QRectF(self.rect()).adjusted(
                PADDING, PADDING, -PADDING, -PADDING - self._text_height()
            )
            self._paint_drawing(painter, room, self.outcome, theme)
            bold = QFont(self.font())
            bold.setBold(True)
            painter.setFont(bold)
            painter.setPen(QColor(theme.text))
            line = QRectF(0, room.bottom() + 4, self.width(), self._text_height())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_drawing(
        self, painter: QPainter, room: QRectF, outcome: Outcome, theme: Theme
    ) -> None:
        bounds = self._ink.bounds()
        extent = max(bounds.width, bounds.height) or 1.0
        side = min(room.width(), room.height()) / (1 + PEN_WIDTH) / extent
        middle = QPointF(bounds.left + bounds.width / 2, bounds.top + bounds.height / 2)
        origin = room.center() - middle * side
        width = PEN_WIDTH * extent
        part = Ink((outcome.erasure.part,))
        for ink, colour in ((outcome.erasure.remaining, theme.ink), (part, theme.warning)):
            paint_drawing(painter, ink, Look(origin, side, width, QColor(colour)))

    def _text_height(self) -> int:
        return self.fontMetrics().height() + 4

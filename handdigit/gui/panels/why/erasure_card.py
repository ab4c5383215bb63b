"""One erasure: the drawing with the part to erase marked, and the answer afterwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.core.alphabet import Alphabet
from handdigit.core.erasures import Outcome
from handdigit.core.ink import Ink
from handdigit.gui.paint_drawing import Look, paint_drawing
from handdigit.gui.widgets.numbers import percent
from handdigit.gui.widgets.paint import CENTRE, PaintedButton, Painter

PADDING = 8
PEN_WIDTH = 1 / 9
"""Width of the strokes as a share of the drawing's extent."""


class ErasureCard(PaintedButton):
    """A picture to click.

    Signals:
        double_clicked(): the erasure is wanted at once.
    """

    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
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
        text = self.tr("→ {0}, {1}") if flips else self.tr("still {0}, {1}")
        if not outcome.is_digit:
            text = self.tr("→ no digit")
        name = alphabet.names[outcome.digit]
        self.setText(text.format(name, percent(outcome.probability, 0)))
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

    def paint(self, painter: Painter) -> None:
        """Paint drawing, marked part and the answer afterwards."""
        if self.outcome is None:
            return
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        below = PADDING + self._text_height()
        room = QRectF(self.rect()).adjusted(PADDING, PADDING, -PADDING, -below)
        self._paint_drawing(painter, room, self.outcome)
        line = QRectF(0, room.bottom() + 4, self.width(), self._text_height())
        painter.text(line, self.text(), "text", CENTRE, bold=True)

    def _paint_drawing(self, painter: Painter, room: QRectF, outcome: Outcome) -> None:
        bounds = self._ink.bounds()
        extent = max(bounds.width, bounds.height) or 1.0
        side = min(room.width(), room.height()) / (1 + PEN_WIDTH) / extent
        middle = QPointF(bounds.left + bounds.width / 2, bounds.top + bounds.height / 2)
        origin = room.center() - middle * side
        width = PEN_WIDTH * extent
        part = Ink((outcome.erasure.part,))
        for ink, colour in ((outcome.erasure.remaining, "ink"), (part, "warning")):
            paint_drawing(painter, ink, Look(origin, side, width, painter.colour(colour)))

    def _text_height(self) -> int:
        return self.fontMetrics().height() + 4

"""What the answer would be after erasing, beside the eraser that hovers over the canvas."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from handdigit.core.ink import Ink
from handdigit.engine.requests import Classified, Classify
from handdigit.gui.canvas import Canvas
from handdigit.gui.session import Session
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.labels import Label

TOPIC = "eraser preview"
AWAY = 24
"""Distance from the pointer, in pixels."""


class EraserPreview(Label):
    """A small tag on the canvas; nothing is erased until the eraser is pressed."""

    def __init__(self, canvas: Canvas, session: Session) -> None:
        """Watch the eraser over ``canvas`` and ask through ``session``."""
        super().__init__(bold=True, parent=canvas)
        self.setObjectName("eraserPreview")
        self.setAccessibleName(self.tr("Answer after erasing here"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(8, 3, 8, 3)
        self.hide()
        self._canvas, self._session = canvas, session
        self._at = QPointF()
        self._wanted: Ink | None = None
        self._asked: Ink | None = None
        """What is being answered, None for nothing."""
        canvas.eraser_hovered.connect(self._hover)
        session.analysis_arrived.connect(self._take)
        session.analysis_refused.connect(self._refuse)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a small card under the words."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
        super().paintEvent(event)

    @Slot(object, QPointF)
    def _hover(self, left: Ink | None, at: QPointF) -> None:
        self._at = at
        self._wanted = left
        if left is None:
            self._end()
            return
        self._place()
        # One at a time: a network slower than the mouse still answers while it moves.
        if self._asked is None:
            self._ask(left)

    def _ask(self, left: Ink) -> None:
        self._asked = left
        self._session.analyse(TOPIC, Classify((left,), self._session.preprocessing))

    @Slot(str, object)
    def _take(self, topic: str, answer: object) -> None:
        if topic != TOPIC or not isinstance(answer, Classified) or self._wanted is None:
            return
        self._show(answer)
        if self._wanted is self._asked:
            self._asked = None
        else:
            self._ask(self._wanted)

    @Slot(str, str)
    def _refuse(self, topic: str, _reason: str) -> None:
        if topic == TOPIC:
            self._end()

    def _end(self) -> None:
        if self._asked is not None:
            self._session.drop_analysis(TOPIC)
            self._asked = None
        self.hide()

    def _show(self, answer: Classified) -> None:
        probabilities = answer.probabilities[0]
        if np.isnan(probabilities).any():
            self.setText(self.tr("nothing left"))
            self.set_colour("muted")
        else:
            digit, probability = int(probabilities.argmax()), float(probabilities.max())
            name = self._session.alphabet.names[digit]
            self.setText(self.tr("→ {0}, {1}").format(name, f"{probability * 100:.0f} %"))
            self.set_colour(
                "text" if digit == self._session.recognition.claimed_digit else "warning"
            )
        self.adjustSize()
        self._place()
        self.show()

    def _place(self) -> None:
        """Stand right of the pointer, or left of it at the canvas' edge."""
        x = self._at.x() + AWAY
        if x + self.width() > self._canvas.width():
            x = self._at.x() - AWAY - self.width()
        y = min(max(self._at.y() - AWAY - self.height(), 0), self._canvas.height() - self.height())
        self.move(QPoint(int(x), int(y)))

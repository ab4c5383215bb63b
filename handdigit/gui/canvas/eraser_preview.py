"""What the answer would be after erasing, beside the eraser that hovers over the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QPaintEvent

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painter import Painter
from handdigit.ink.ink import Ink
from handdigit.number_format import percent

if TYPE_CHECKING:
    from handdigit.engine.protocol.requests import Classified

AWAY = 24
"""Distance from the pointer, in pixels."""


class EraserPreview(Label):
    """A small tag on the canvas; nothing is erased until the eraser is pressed."""

    def __init__(self, canvas: Canvas, session: Session) -> None:
        """Watch the eraser over ``canvas`` and ask through ``session``."""
        super().__init__(bold=True, parent=canvas)
        named(self, "eraserPreview", self.tr("Answer after erasing here"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(8, 3, 8, 3)
        self.hide()
        self._canvas, self._session = canvas, session
        self._at = QPointF()
        # In turn: a network slower than the mouse still answers while it moves.
        self._topic = Topic(session.analyses, "eraser preview", canvas, in_turn=True)
        self._topic.answered.connect(self._show)
        self._topic.refused.connect(self.hide)
        canvas.eraser_hovered.connect(self._hover)
        session.model_changed.connect(self._ask_again)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a small card under the words."""
        painter = Painter(self, Theme.of(self.palette()))
        painter.surface(QRectF(self.rect()), radius=4)
        painter.end()
        super().paintEvent(event)

    @Slot(object, QPointF)
    def _hover(self, left: Ink | None, at: QPointF) -> None:
        self._at = at
        if left is None:
            self._topic.drop()
            self.hide()
        else:
            self._place()
            from handdigit.engine.protocol.requests import Classify  # not at every start

            self._topic.ask(Classify((left,), self._session.preprocessing))

    @Slot()
    def _ask_again(self) -> None:
        if self.isVisible() and self._topic.request is not None:
            self._topic.ask(self._topic.request)

    @Slot(object)
    def _show(self, answer: Classified) -> None:
        probabilities = answer.probabilities[0]
        if np.isnan(probabilities).any():
            self.setText(self.tr("nothing left"))
            self.set_colour("muted")
        else:
            digit, probability = int(probabilities.argmax()), float(probabilities.max())
            name = self._session.alphabet.names[digit]
            self.setText(self.tr("→ {0}, {1}").format(name, percent(probability, 0)))
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

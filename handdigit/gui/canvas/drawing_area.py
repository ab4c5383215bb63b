"""The left half of the window: canvas, answer, and what the network gets; or a number."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.digit_card import NumberCard
from handdigit.gui.canvas.number_mode import NumberMode
from handdigit.gui.canvas.number_strip import BoxOverlay, BoxStrip, fitted_line
from handdigit.gui.state.exchange import fitted
from handdigit.gui.state.history import Drawing
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.answer import AnswerPanel
from handdigit.gui.widgets.form import MARGIN, Card, vbox
from handdigit.gui.widgets.truth_strip import TruthStrip
from handdigit.ink.ink import Ink

ANSWER_WIDTHS = 168, 200


class DrawingArea(QWidget):
    """Lays the same things out for one digit, or for a number on a wide canvas."""

    def __init__(
        self,
        canvas: Canvas,
        answer: AnswerPanel,
        truth_strip: TruthStrip,
        session: Session,
        number: NumberMode,
    ) -> None:
        """Lay out for one digit; :meth:`add_tools` puts the bar above the canvas."""
        super().__init__()
        self._canvas, self._answer, self._truth_strip = canvas, answer, truth_strip
        self._session, self._number = session, number
        self.boxes = BoxOverlay(canvas, number)
        self.strip = BoxStrip(self.boxes, number)
        self.number_card = NumberCard(session, number)
        self._sheet = Card()
        self._sheet_layout = vbox((canvas, 1), self.strip, on=self._sheet, margins=MARGIN)
        answer.setMinimumWidth(ANSWER_WIDTHS[0])
        answer.setMaximumWidth(ANSWER_WIDTHS[1])
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MARGIN)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 1)
        self._lay_out(False)

    def add_tools(self, tools: QWidget) -> None:
        """Put a bar above the canvas."""
        self._sheet_layout.insertWidget(0, tools)

    @Slot(bool)
    def read_numbers(self, on: bool) -> None:
        """Read the drawing as a number from now on, or as one digit again."""
        if on == self._number.is_on:
            return
        self._canvas.set_wide(on)
        self._lay_out(on)
        drawing = self._session.drawing
        if not on and isinstance(drawing, Ink):
            one = fitted(drawing)
            if one is not drawing:
                self._session.replace(one)
        self._number.switch(on)

    def placed(self, drawing: Drawing) -> Drawing:
        """Return a drawing that comes from elsewhere as large as it is convenient."""
        if self._number.is_on and isinstance(drawing, Ink):
            return fitted_line(drawing, self._canvas.aspect)
        return drawing

    def _lay_out(self, number: bool) -> None:
        grid = self._grid
        for widget in (self._sheet, self._answer, self._truth_strip, self.number_card):
            grid.removeWidget(widget)
        self.strip.setVisible(number)
        self.number_card.setVisible(number)
        if number:
            grid.addWidget(self._sheet, 0, 0, 1, 2)
            grid.addWidget(self.number_card, 1, 0)
            grid.addWidget(self._truth_strip, 2, 0)
            grid.addWidget(self._answer, 1, 1, 2, 1)
        else:
            grid.addWidget(self._sheet, 0, 0)
            grid.addWidget(self._truth_strip, 1, 0)
            grid.addWidget(self._answer, 0, 1, 2, 1)
        grid.setRowStretch(0, 1)
        self._answer.set_compact(number)
        # Beside a number the canvas gets all the room that the answer does not need.
        policy = self._answer.sizePolicy()
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        policy.setVerticalPolicy(ignored if number else preferred)
        self._answer.setSizePolicy(policy)

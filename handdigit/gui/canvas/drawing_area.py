"""The left of the window: the canvas, the number that is read, and what the network gets."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.digit_card import NumberCard
from handdigit.gui.canvas.mending_bar import MendingBar
from handdigit.gui.canvas.mending_handles import MendingHandles
from handdigit.gui.canvas.number_mode import NumberMode
from handdigit.gui.canvas.number_strip import BoxOverlay, BoxStrip, fitted_line
from handdigit.gui.canvas.part_boxes import PartBoxes
from handdigit.gui.state.drawing.drawing import Drawing
from handdigit.gui.state.drawing.exchange import fitted
from handdigit.gui.state.drawing.mending import PictureMending
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.form import MARGIN, Card, vbox
from handdigit.gui.widgets.truth_strip import TruthStrip
from handdigit.ink.ink import Ink


class DrawingArea(QWidget):
    """The canvas gets what room there is; a number that is read stands below it."""

    def __init__(
        self,
        canvas: Canvas,
        truth_strip: TruthStrip,
        session: Session,
        number: NumberMode,
    ) -> None:
        """Read one digit; :meth:`add_tools` puts the bar above the canvas."""
        super().__init__()
        self._canvas, self._session, self._number = canvas, session, number
        self.mending = PictureMending(session, self)
        self.mending_bar = MendingBar(self.mending)
        MendingHandles(canvas, self.mending)
        PartBoxes(canvas, self.mending, number)
        self.mending.found_changed.connect(canvas.show_found)
        self.boxes = BoxOverlay(canvas, number)
        self.strip = BoxStrip(self.boxes, number)
        self.number_card = NumberCard(session, number)
        sheet = Card()
        self._sheet_layout = vbox(
            *(self.mending_bar, (canvas, 1), self.strip, self.number_card),
            on=sheet,
            margins=MARGIN,
        )
        vbox((sheet, 1), truth_strip, on=self, spacing=MARGIN)
        self._show_number(False)

    def add_tools(self, tools: QWidget) -> None:
        """Put a bar above the canvas."""
        self._sheet_layout.insertWidget(0, tools)

    @Slot(bool)
    def read_numbers(self, on: bool) -> None:
        """Read the drawing as a number from now on, or as one digit again."""
        if on == self._number.is_on:
            return
        self._canvas.set_wide(on)
        self._show_number(on)
        drawing = self._session.document.drawing
        if not on and isinstance(drawing, Ink):
            one = fitted(drawing)
            if one is not drawing:
                self._session.document.replace(one)
        self._number.switch(on)

    def placed(self, drawing: Drawing) -> Drawing:
        """Return a drawing that comes from elsewhere as large as it is convenient."""
        if self._number.is_on and isinstance(drawing, Ink):
            return fitted_line(drawing, self._canvas.aspect)
        return drawing

    def _show_number(self, is_shown: bool) -> None:
        self.strip.setVisible(is_shown)
        self.number_card.setVisible(is_shown)

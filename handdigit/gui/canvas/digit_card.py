"""The number as it is read, the second best grouping, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from handdigit.gui.canvas.number_mode import NumberMode
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.widgets.form import (
    SPRING,
    TOUCH_SIZE,
    hbox,
    keep_room,
    push_button,
    vbox,
)
from handdigit.gui.widgets.labels import Label
from handdigit.number_format import percent

LARGEST, SMALLEST = 2.4, 1.4
"""Sizes of the number, relative to the application's font: as large as there is room."""
SHARE = 0.62
"""Width of a digit relative to its font's height, about."""


class NumberCard(QWidget):
    """Shows the reading, or says in words why there is none."""

    def __init__(self, session: Session, mode: NumberMode, parent: QWidget | None = None) -> None:
        """Follow ``mode``; ``session`` says what the engine is doing."""
        super().__init__(parent)
        self.setObjectName("numberCard")
        self._session, self._mode = session, mode
        self._text = Label(size=LARGEST, bold=True, name="numberText", title=self.tr("Number"))
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setMinimumWidth(1)
        self._text.setFixedHeight(self._text.fontMetrics().height())
        title = self.tr("Probability of the whole number")
        self._sure = Label(colour="accent", name="numberProbability", title=title)
        self._note = Label(colour="muted", name="numberNote", wraps=True)
        # The room is the same whatever is said: the canvas must not move under the pen.
        self._note.setMinimumHeight(2 * self._note.fontMetrics().lineSpacing() + 1)
        self._second = push_button(
            "numberSecond", "", self.tr("Group the strokes in the second best way")
        )
        keep_room(self._second)
        self._merge = push_button(
            "numberMerge",
            self.tr("Join with Next"),
            self.tr("The selected digit and the next one are one (M)"),
        )
        self._split = push_button(
            "numberSplit", self.tr("Split"), self.tr("The selected digit is more than one (S)")
        )
        for button in (self._second, self._merge, self._split):
            button.setMinimumHeight(TOUCH_SIZE)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._second.clicked.connect(mode.use_second)
        self._merge.clicked.connect(self._join_selected)
        self._split.clicked.connect(self._split_selected)
        self._lay_out()
        mode.reading_changed.connect(self._show)
        mode.mode_changed.connect(self._show)
        session.engine_state_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        number = hbox((self._text, 1), self._sure, self._second, spacing=6)
        buttons = hbox(self._merge, self._split, SPRING, spacing=6)
        vbox(number, buttons, self._note, on=self, spacing=6)

    @Slot()
    def _show(self) -> None:
        reading, second, selected = self._mode.reading, self._mode.second, self._mode.selected
        boxes = reading.boxes
        complete = bool(boxes) and all(box.is_digit for box in boxes)
        self._sure.setText(percent(reading.probability) if complete else "")
        self._second.setEnabled(second is not None)
        self._second.setText(
            self.tr("no other reading") if second is None else self.tr("or {0}").format(second.text)
        )
        self._second.setVisible(bool(boxes))
        self._fit_text(reading.text)
        has_next = selected is not None and selected + 1 < len(boxes)
        self._merge.setEnabled(has_next)
        self._split.setEnabled(selected is not None and boxes[selected].can_be_split)
        self._note.setText(self._sentence())

    def _sentence(self) -> str:
        state = self._session.engine_state
        if state is EngineState.STARTING:
            return self.tr("Warming up. Write already; the answer comes by itself.")
        if state is EngineState.RESTARTING:
            return self.tr("The engine stopped. It is starting again.")
        if state is EngineState.FAILED:
            return self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine.")
        if self._mode.refusal:
            return self._mode.refusal
        if self._mode.is_waiting and not self._mode.reading.boxes:
            return self.tr("Reading…")
        if not self._mode.reading.boxes:
            return self.tr("Write a number: 2026, or a phone number.")
        if self._mode.has_grouping:
            return self.tr("Grouped as you said; Undo takes it back.")
        readings = (self._mode.reading, self._mode.second)
        if any(reading is not None and "?" in reading.text for reading in readings):
            return self.tr("? is no digit. Wrong boxes? Press a join between two, or split one.")
        return self.tr("Wrong boxes? Press a join between two, or split one.")

    def _fit_text(self, text: str) -> None:
        """Show a number as large as there is room."""
        font = self._text.font()
        base = self.font().pointSizeF()
        beside = self._sure.sizeHint().width() + self._second.sizeHint().width() + 12
        room = max(1, self.width() - beside)
        size = min(LARGEST * base, max(SMALLEST * base, room / SHARE / max(1, len(text)) * 0.72))
        if abs(font.pointSizeF() - size) > 0.1:
            font.setPointSizeF(size)
            self._text.setFont(font)
        self._text.setText(text)

    @Slot()
    def _join_selected(self) -> None:
        if self._mode.selected is not None:
            self._mode.merge(self._mode.selected)

    @Slot()
    def _split_selected(self) -> None:
        if self._mode.selected is not None:
            self._mode.split(self._mode.selected)

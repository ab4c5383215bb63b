"""Number mode: the drawing is read as a line of digits, one of which is looked at."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.drawing.drawing import BLANK, Drawing, Picture
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.ink.found_ink import FoundInk, on_canvas
from handdigit.ink.ink import Ink
from handdigit.number.grouping import Anchor, Grouping
from handdigit.number.pieces import ink_of, melted
from handdigit.number.reading import DigitBox, NumberReading, grouped_as, merged, split

if TYPE_CHECKING:
    from handdigit.engine.protocol.requests import NumberRead

NOTHING = NumberReading()


class NumberMode(QObject):
    """Asks the engine to read the drawing while it is written, and keeps what it answers.

    The digit that is written, or the one that was selected, is what the rest of the window
    recognises and explains.

    Signals:
        mode_changed(bool): the drawing is read as a number from now on, or no longer.
        reading_changed(): there is another reading, or none, or another digit is selected.
    """

    mode_changed = Signal(bool)
    reading_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow ``session``; the mode is off."""
        super().__init__(parent)
        self._session, self._document = session, session.document
        self._is_on = False
        self._ink = BLANK
        """What the reading is of; of a picture, points on its parts that a grouping can name."""
        self._is_picture = False
        self._digits: tuple[Picture, ...] = ()
        """The digits of a picture, one by one."""
        self._readings: tuple[NumberReading, ...] = ()
        self._anchor: Anchor | None = None
        """In the selected digit; None for the newest."""
        self._refusal = ""
        session.document.drawing_changed.connect(self._follow)
        session.document.grouping_changed.connect(self._ask)
        session.model_changed.connect(self._ask)
        # In turn: a slow network answers while the pen moves.
        self._topic = Topic(session.analyses, "number", self, in_turn=True)
        self._topic.answered.connect(self._take)
        self._topic.refused.connect(self._refuse)

    @property
    def is_on(self) -> bool:
        """Whether the drawing is read as a number."""
        return self._is_on

    @property
    def reading(self) -> NumberReading:
        """The best reading; one without digits if there is none."""
        return self._readings[0] if self._readings else NOTHING

    @property
    def second(self) -> NumberReading | None:
        """The second best reading, which groups the strokes in another way."""
        return self._readings[1] if len(self._readings) > 1 else None

    @property
    def reads_picture(self) -> bool:
        """Whether the boxes are around what was taken for ink in a picture."""
        return isinstance(self._document.drawing, Picture)

    @property
    def refusal(self) -> str:
        """Why there is no reading, if there is none for a reason."""
        return self._refusal

    @property
    def is_waiting(self) -> bool:
        """Whether the engine is being asked."""
        return self._topic.is_waiting

    @property
    def selected(self) -> int | None:
        """Number of the digit that the rest of the window shows."""
        if not self.reading.boxes:
            return None
        chosen = None if self._anchor is None else self._anchor.place(self._ink)
        strokes = self._ink.strokes
        newest = ((n, len(strokes[n].points) - 1) for n in reversed(range(len(strokes))))
        boxes = (self.reading.box_with(*at) for at in chain([chosen], newest) if at is not None)
        return next((box for box in boxes if box is not None), None)  # dots are in none

    @property
    def has_grouping(self) -> bool:
        """Whether somebody said something about the grouping."""
        return bool(self._document.grouping)

    @Slot(bool)
    def switch(self, on: bool) -> None:
        """Read the drawing as a number from now on, or as one digit again."""
        if on == self._is_on:
            return
        self._is_on = on
        self._forget()
        self._session.recognise_by_parts(on)
        self.mode_changed.emit(on)
        self._ask()

    @Slot(int)
    def select(self, number: int) -> None:
        """Look at one of the digits, until more is written."""
        boxes = self.reading.boxes
        if 0 <= number < len(boxes):
            self._anchor = boxes[number].anchors(self._ink)[0]
            self._look(continues=False)
            self.reading_changed.emit()

    @Slot(int)
    def merge(self, number: int) -> None:
        """Say that a digit and its right neighbour are one."""
        boxes = self.reading.boxes[number : number + 2]
        if len(boxes) == 2:
            self._group(merged(self._ink, self._document.grouping, boxes), boxes[0])

    @Slot(int)
    def split(self, number: int) -> None:
        """Say that a digit is more than one."""
        box = self.reading.boxes[number]
        if box.can_be_split:
            self._group(split(self._ink, self._document.grouping, box), box)

    @Slot()
    def use_second(self) -> None:
        """Say that the second best reading groups the strokes as they are meant."""
        if self.second is not None:
            grouping = grouped_as(self._ink, self._document.grouping, self.second)
            self._group(grouping, self.second.boxes[0])

    def _group(self, grouping: Grouping, box: DigitBox) -> None:
        self._anchor = box.anchors(self._ink)[0]
        self._document.group(grouping)

    @Slot(object)
    def _follow(self, drawing: Drawing) -> None:
        self._anchor = None
        was_picture, self._is_picture = self._is_picture, isinstance(drawing, Picture)
        if self._is_picture or was_picture:
            self._forget()  # what was read lies elsewhere
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Ask about the drawing as it is now."""
        drawing = self._document.drawing
        if not self._is_on:
            return
        if drawing == BLANK:
            self._forget()
            self.reading_changed.emit()
            return
        from handdigit.engine.protocol.requests import ReadNumber  # not at every start

        source = drawing.line if isinstance(drawing, Picture) else drawing
        self._topic.ask(ReadNumber(source, self._document.grouping))
        if not self._readings:
            self.reading_changed.emit()  # it is being waited for, which takes a sentence

    def _forget(self) -> None:
        self._topic.drop()
        self._ink, self._digits, self._readings, self._refusal = BLANK, (), (), ""

    @Slot(object)
    def _take(self, answer: NumberRead) -> None:
        from handdigit.engine.protocol.requests import ReadNumber

        before, asked = len(self.reading.boxes), self._topic.request
        assert isinstance(asked, ReadNumber)
        drawing, readings = self._document.drawing, answer.readings
        self._digits = ()
        if isinstance(drawing, Picture) and not isinstance(asked.source, Ink):
            self._digits = tuple(replace(drawing, digit=ink) for ink in answer.digits)
            readings = tuple(_on_canvas(reading, _size(asked.source)) for reading in readings)
        self._ink, self._readings, self._refusal = answer.places, readings, ""
        self._look(continues=before == len(self.reading.boxes))
        self.reading_changed.emit()

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        self._ink, self._digits, self._readings, self._refusal = BLANK, (), (), reason
        self._look(continues=False)
        self.reading_changed.emit()

    def _look(self, *, continues: bool) -> None:
        """Let the rest of the window look at the selected digit."""
        selected = self.selected
        if selected is None:
            # Without a digit the whole is looked at: why nothing is read of it is said then.
            self._session.look_at(self._document.drawing, continues=False)
            return
        if self._digits:
            self._session.look_at(self._digits[selected], continues=False)
            return
        boxes = self.reading.boxes
        part = ink_of(self._ink, boxes[selected].group)
        others = melted(p for i, box in enumerate(boxes) if i != selected for p in box.group)
        self._session.look_at(part, ink_of(self._ink, others), continues=continues)


def _size(picture: NDArray[np.uint8] | FoundInk) -> tuple[int, int]:
    """Return height and width in pixels."""
    return picture.size if isinstance(picture, FoundInk) else (picture.shape[0], picture.shape[1])


def _on_canvas(reading: NumberReading, size: tuple[int, int]) -> NumberReading:
    """Return a reading of an (H, W) picture with its boxes in canvas units."""
    boxes = (replace(box, bounds=on_canvas(box.bounds, size)) for box in reading.boxes)
    return replace(reading, boxes=tuple(boxes))

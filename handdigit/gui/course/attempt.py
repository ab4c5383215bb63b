"""What the reader has changed to answer a question: only that is judged."""

from __future__ import annotations

from handdigit.gui.course.lab_reading import LabReading
from handdigit.gui.course.page import Live
from handdigit.gui.state.navigation import LabTask, Navigation
from handdigit.gui.state.session import Session


class Attempt:
    """Knows what was there when the reader's turn came."""

    def __init__(self, session: Session, navigation: Navigation, lab: LabReading) -> None:
        """Begin now."""
        self._session, self._navigation, self._lab = session, navigation, lab
        self.begin()

    def begin(self) -> None:
        """Let the reader's turn come."""
        self._is_made = False
        self._before, self._lab_before = self._changeable(), self._lab.task()

    def live(self, number: float | None) -> Live:
        """Return what is in the window now; ``number`` is what was typed."""
        session = self._session
        info, recognition, unit = session.model.info, session.recognition, self._navigation.unit
        return Live(info, recognition, unit, self._lab.task(), number)

    def is_made(self, live: Live) -> bool:
        """Tell whether the reader has changed anything since, if only back again."""
        if self._lab_before == LabTask():  # it was not to be seen yet
            self._lab_before = live.lab
        is_lab_changed = live.lab not in (LabTask(), self._lab_before)
        is_changed = is_lab_changed or live.typed is not None
        self._is_made = self._is_made or is_changed or self._changeable() != self._before
        return self._is_made

    def _changeable(self) -> tuple[object, ...]:
        """Return what a person changes to answer a question, without the Lab."""
        session, model = self._session, self._session.model
        return model.path, model.info.inspected, session.document.drawing, self._navigation.unit

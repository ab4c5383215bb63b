"""Everything that explains the window: made when it is first wanted, after the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.number_mode import NumberMode
from handdigit.gui.guide.progress import Progress
from handdigit.gui.guide.writing import SelfWriting
from handdigit.gui.pointing import Pointing
from handdigit.gui.state.background import Background, Job, ignore
from handdigit.gui.state.context import Context
from handdigit.gui.state.drawing.exchange import fitted
from handdigit.gui.state.navigation import INSIDE, RETRAIN
from handdigit.ink.ink import Ink
from handdigit.network.alphabet import DIGITS
from handdigit.storage.datasets.inks import first_sample
from handdigit.storage.paths import EXAMPLE_DIGITS

if TYPE_CHECKING:
    from handdigit.gui.course.dock import GuideDock
    from handdigit.gui.course.staging import Former
    from handdigit.gui.guide.tour import Tour
    from handdigit.gui.guide.welcome import Welcome

DRAWN_DIGIT, INSIDE_DIGIT = 7, 3
"""What is drawn for a person who has drawn nothing: to see it read, to look inside."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that nobody else wanted, and that go on with the tour."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in what explains the window."""

    step: int | None = None
    """Of the tour."""
    origin: str = ""
    """The panel where the tour began."""
    page: str = ""
    """Key of the page in the dock, while that is open."""
    former: Former | None = None
    """What comes back when the dock is closed."""


class Guide(QObject):
    """Welcome, tour, help, course and the sheet of shortcuts."""

    def __init__(
        self,
        window: QMainWindow,
        canvas: Canvas,
        number: NumberMode,
        answer: QWidget,
        pointing: Pointing,
        context: Context,
    ) -> None:
        """Wait until ``canvas`` has been painted; ``number`` tells whether a number is read.

        ``answer`` gives way to help and course in a narrow window; ``pointing`` knows what is
        asked about.
        """
        super().__init__(window)
        self._window, self._canvas, self._number = window, canvas, number
        self._answer, self._pointing = answer, pointing
        self._context, self._navigation = context, context.navigation
        self._session = context.session
        self._writing = SelfWriting(context.session.document, self)
        self._reading = Background("examples", self)
        self._examples: dict[int, Ink] = {}
        self._progress: Progress | None = None
        self._welcome: Welcome | None = None
        self._tour: Tour | None = None
        self._dock: GuideDock | None = None
        self._resumed = Place()
        canvas.installEventFilter(self)

    @property
    def is_writing(self) -> bool:
        """Whether a digit is writing itself."""
        return self._writing.is_writing

    @property
    def is_ready(self) -> bool:
        """Whether nothing is waited for: an empty canvas looks as it will."""
        progress = self._progress
        return progress is not None and progress.is_read and not self._reading.is_busy

    @property
    def place(self) -> Place:
        """Where the person is; where it is to go on, before the window was painted."""
        if not self._examples:
            return self._resumed
        tour = self._tour
        step, origin = (None, "") if tour is None else (tour.step, tour.origin)
        dock = self._dock
        if dock is None or not dock.isVisibleTo(self._window):
            return Place(step, origin)
        return Place(step, origin, dock.sheet.page.key, dock.former)

    def resume(self, place: Place) -> None:
        """Go on there once this window has been painted."""
        self._resumed = place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin after the first paint; Esc that nobody else wanted closes what explains."""
        if watched is self._window:
            return self._is_closed_by(event)
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._begin)
        return False

    # --- the empty canvas ----------------------------------------------------------------

    @Slot()
    def _begin(self) -> None:
        self._window.installEventFilter(self)
        self._progress = Progress(self._context.settings, self)
        self._reading.start(_read_examples, self._take_examples, ignore)

    def _take_examples(self, examples: dict[int, Ink]) -> None:
        from handdigit.gui.guide.welcome import Welcome

        self._examples = examples
        self._welcome = welcome = Welcome(examples, self._canvas)
        welcome.digit_requested.connect(self._draw)
        welcome.drawing_requested.connect(self._begin_drawing)
        welcome.inside_requested.connect(self._look_inside)
        welcome.training_requested.connect(self._train)
        welcome.tour_requested.connect(self.start_tour)
        welcome.course_requested.connect(self.open_course)
        self._session.document.drawing_changed.connect(self._show_welcome)
        self._session.alphabet_changed.connect(self._show_welcome)
        self._number.mode_changed.connect(self._show_welcome)
        self._show_welcome()
        if self._resumed.page and (dock := self._open_dock()) is not None:
            from handdigit.gui.course.pages import page_of

            dock.former = self._resumed.former
            dock.sheet.open(page_of(self._resumed.page))
        if self._resumed.step is not None:
            self.start_tour(self._resumed.step, self._resumed.origin)

    @Slot()
    def _show_welcome(self) -> None:
        """Show it on an empty canvas, however often there is one; with a stroke it goes."""
        welcome = self._welcome
        if welcome is None:
            return
        drawing = self._session.document.drawing
        is_wanted = isinstance(drawing, Ink) and drawing.is_empty and not self._number.is_on
        welcome.show_if(is_wanted)
        if is_wanted:
            welcome.offer_digits(self._session.alphabet == DIGITS)

    @Slot(int)
    def _draw(self, digit: int) -> None:
        self._writing.write(self._examples[digit])

    @Slot()
    def _begin_drawing(self) -> None:
        self._draw(DRAWN_DIGIT)

    @Slot()
    def _look_inside(self) -> None:
        self._draw(INSIDE_DIGIT)
        self._navigation.show_panel(INSIDE)

    @Slot()
    def _train(self) -> None:
        self._navigation.show_panel(RETRAIN)

    # --- tour, help, course, keys --------------------------------------------------------

    @Slot()
    def start_tour(self, step: int = 0, origin: str = "") -> None:
        """Begin the tour, or begin it anew."""
        from handdigit.gui.guide.tour import Tour

        if self._tour is not None:
            self._tour.end()
        self._tour = tour = Tour(self._window, self._canvas, self._context, step, origin)
        tour.drawing_requested.connect(lambda: self._draw(DRAWN_DIGIT))
        tour.ended.connect(self._end_tour)

    @Slot()
    def _end_tour(self) -> None:
        self._tour = None

    def show_shortcuts(self) -> None:
        """Show every key."""
        from handdigit.gui.guide.shortcuts import ShortcutSheet

        ShortcutSheet(self._window).show()

    def explain(self) -> None:
        """Show the page of what is meant, in Inside of the layer that is open there."""
        from handdigit.gui.course.pages import page_about

        unit, plan = self._navigation.unit, self._session.model.info.architecture.plan()
        layer = next((p.layer for p in plan if unit is not None and p.name == unit.layer), None)
        page = page_about(self._pointing.part(), self._navigation.panel, layer)
        if (dock := self._open_dock()) is not None:
            dock.sheet.open(page)

    def open_answers(self) -> None:
        """Show what is asked first."""
        from handdigit.gui.course.help_pages import ANSWERS
        from handdigit.gui.course.pages import page_of

        if (dock := self._open_dock()) is not None:
            dock.sheet.open(page_of(ANSWERS))

    @Slot()
    def open_course(self) -> None:
        """Show the first page of the course that is not done."""
        if (dock := self._open_dock()) is not None:
            dock.sheet.open_course()

    def _open_dock(self) -> GuideDock | None:
        """Return the dock, which is there from now on; None before the window was painted."""
        from handdigit.gui.course.dock import GuideDock

        if self._progress is None:
            return None
        if self._dock is None:
            self._dock = GuideDock(
                self._window, self._context, self._progress, self._examples, self._answer
            )
        self._dock.open()
        return self._dock

    def _is_closed_by(self, event: QEvent) -> bool:
        """Take Esc where it is meant: for the tour always, for the dock after what is at work.

        The tour goes on with Enter.
        """
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress and event.key() in ENTER and self._tour is not None:
            self._tour.go_on()
            return True
        if event.key() != Qt.Key.Key_Escape:
            return False
        dock = self._dock if self._dock is not None and self._dock.isVisible() else None
        if event.type() == QEvent.Type.ShortcutOverride:
            focus = QApplication.focusWidget()
            is_read = dock is not None and focus is not None and dock.isAncestorOf(focus)
            event.setAccepted(is_read or self._tour is not None)
            return event.isAccepted()
        if event.type() != QEvent.Type.KeyPress:
            return False
        if self._tour is not None:
            self._tour.end()
            return True
        return dock is not None and dock.close()


def _read_examples(_job: Job) -> dict[int, Ink]:
    """Return an ink for each digit, as large as one that is opened."""
    return {digit: fitted(first_sample(file).ink) for digit, file in enumerate(EXAMPLE_DIGITS)}

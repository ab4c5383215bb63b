"""Help and course as one sheet beside the panels."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from handdigit.gui.course.attempt import Attempt
from handdigit.gui.course.help_pages import HELP
from handdigit.gui.course.lab_reading import LabReading
from handdigit.gui.course.page import Page, Scene
from handdigit.gui.course.page_text import PageText
from handdigit.gui.course.pages import COURSE, PAGES, page_of
from handdigit.gui.course.question_view import QuestionView
from handdigit.gui.guide.progress import Progress
from handdigit.gui.panels.table import PANELS
from handdigit.gui.state.context import Context
from handdigit.gui.translation import translated
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import (
    MARGIN,
    TOUCH_SIZE,
    Card,
    named,
    push_button,
    scroll_area,
    vbox,
)
from handdigit.gui.widgets.labels import Label
from handdigit.number_format import percent

translate = QCoreApplication.translate
WHOLE, LEAST = 16_777_215, 40
"""Qt's largest height; that of a line or two."""
WIDE = 560
"""From this width on text and question stand beside each other, in pixels."""
EDGE = 8
"""Above and below all that, in pixels."""
NARROWEST = 200
"""What it can be read in, in pixels: also before it is known which way it stands."""


class GuideSheet(Card):
    """A chooser of pages, the page's text, and its question, which follows the window.

    Signals:
        scene_requested(Scene): the window is to be set so.
    """

    scene_requested = Signal(object)

    def __init__(self, context: Context, progress: Progress, lab: LabReading) -> None:
        """Show the first page."""
        super().__init__()
        named(self, "guideSheet", self.tr("Help and course"))
        self._session, self._navigation = context.session, context.navigation
        self._progress, self._lab = progress, lab
        self._page = PAGES[0]
        self._pages = named(
            QComboBox(), "guidePages", self.tr("Page"), self.tr("Every page of help and course")
        )
        self._pages.setMinimumHeight(TOUCH_SIZE)
        # A title that is too long is cut: its whole stands below, and in the tooltip.
        self._pages.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._pages.activated.connect(lambda at: self.open(page_of(self._pages.itemData(at))))
        self._back = push_button("guideBack", "‹", do=lambda: self._step(-1), title=self.tr("Back"))
        self._next = push_button("guideNext", "›", do=lambda: self._step(1), title=self.tr("Next"))
        for button, tip in (
            (self._back, self.tr("Page before")),
            (self._next, self.tr("Next page")),
        ):
            button.setToolTip(tip)
            button.setFixedSize(TOUCH_SIZE, TOUCH_SIZE)
        self._text = PageText()
        self._see = QWidget()
        self._links = FlowLayout(self._see, spacing=6)
        self._question = QuestionView()
        self._question.scene_requested.connect(self._want_scene)
        self._question.solution_requested.connect(self._tell_solution)
        self._question.typed.connect(self._look)
        self._is_being_set = False
        """Whether the window is on its way to what the page wants."""
        self._attempt = Attempt(context.session, context.navigation, lab)
        self._answer = Label(colour="muted", name="guideAnswer", wraps=True)
        self._answer.hide()
        self._side = scroll_area(self._right_column(), "guideSide", self.tr("Question and more"))
        self._lay_out()
        self.setMinimumWidth(NARROWEST)
        self._offer()
        progress.changed.connect(self._offer)
        lab.changed.connect(self._look)
        self._is_drawing = False
        """Whether a stroke is in progress: half a digit answers no question."""
        self._session.document.drawing_changed.connect(self._begin_drawing)
        self._session.document.history_changed.connect(self._end_drawing)
        self._session.recognition_changed.connect(self._look)
        self._session.recognition_changed.connect(self._tell_answer)
        self._session.model_changed.connect(self._look)
        self._navigation.unit_changed.connect(self._look)
        self._navigation.panel_changed.connect(self._look)
        self.open(self._page)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._page

    def open(self, page: Page) -> None:
        """Show a page."""
        self._page = page
        with QSignalBlocker(self._pages):
            self._pages.setCurrentIndex(self._pages.findData(page.key))
        self._pages.setToolTip(self._pages.currentText())
        self._back.setEnabled(page is not PAGES[0])
        self._next.setEnabled(page is not PAGES[-1])
        self._text.show_page(page)
        while (item := self._links.takeAt(0)) is not None:
            if (link := item.widget()) is not None:
                link.hide()
                link.deleteLater()
        for key in page.see:
            self._links.addWidget(self._link(page_of(key)))
        self._fit()
        self._see_title.setVisible(bool(page.see))
        self._see.setVisible(bool(page.see))
        self._question.setVisible(page.question is not None)
        if page.question is not None:
            was_done = page.key in self._progress
            sets = "" if page.scene is None else what_is_set(page.scene)
            self._question.ask(page.question, sets, was_done=was_done)
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Let the reader try from here on: only what is changed now is judged."""
        self._is_being_set = False
        self._attempt.begin()
        self._question.refuse("")

    def open_course(self) -> None:
        """Show the first page of the course that is not done yet, or the first one."""
        self.open(next((page for page in COURSE if page.key not in self._progress), COURSE[0]))

    def show_answer(self, shown: bool) -> None:
        """Say here what is read, or no longer."""
        self._answer.setVisible(shown)
        self._tell_answer()

    def give_focus(self) -> None:
        """Let the keyboard scroll the text and go on from there."""
        self._text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is width, below each other where there is height."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= WIDE
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        if is_wide:
            self._text.setMaximumHeight(WHOLE)
            self._text.setMinimumHeight(LEAST)
            self._text.let_scroll(True)
            shares = (3, 2)
        else:
            shares = self._fit_below_each_other(self.width() - 2 * MARGIN)
        for part, share in enumerate(shares):
            self._body.setStretch(part, share)

    def _fit_below_each_other(self, width: int) -> tuple[int, int]:
        """Let the question follow the last line of the text; return the heights of the two.

        The text has what the question leaves over, and half of the height at least.
        """
        document, half = self._text.document(), self.height() // 2
        document.setTextWidth(width)
        lines = ceil(document.size().height())
        self._text.setMaximumHeight(lines)
        self._text.setMinimumHeight(min(lines, half))
        bar = self._left.minimumSizeHint().height() - self._text.minimumHeight()
        room = self.height() - 2 * EDGE - self._body.spacing()
        free = room - bar - max(self._column.heightForWidth(width), 0)
        self._text.let_scroll(lines > max(free, half))
        text = bar + min(lines, max(free, half))
        return text, max(room - text, 1)

    def _lay_out(self) -> None:
        bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.addWidget(self._pages, 1)
        bar.addWidget(self._back)
        bar.addWidget(self._next)
        self._left = left = QWidget()
        vbox(self._answer, bar, (self._text, 1), on=left, spacing=4)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._body.setContentsMargins(MARGIN, EDGE, MARGIN, EDGE)
        self._body.setSpacing(2 * MARGIN)
        self._body.addWidget(left, 3)
        self._body.addWidget(self._side, 2)

    def _right_column(self) -> QWidget:
        self._column = column = QWidget()
        self._see_title = Label(self.tr("See also"), colour="muted", bold=True)
        vbox(self._question, self._see_title, self._see, on=column, spacing=6).addStretch(1)
        return column

    def _link(self, page: Page) -> QWidget:
        title = translated(page.title)
        link = push_button(f"see_{page.key}", title, "", lambda: self.open(page))
        link.setMinimumHeight(TOUCH_SIZE)
        return link

    def _step(self, by: int) -> None:
        self.open(PAGES[PAGES.index(self._page) + by])

    @Slot()
    def _offer(self) -> None:
        """Offer every page; what is done has a tick."""
        with QSignalBlocker(self._pages):
            self._pages.clear()
            for group in (HELP, COURSE):
                if self._pages.count():
                    self._pages.insertSeparator(self._pages.count())
                for page in group:
                    title = translated(page.title)
                    is_done = page.key in self._progress
                    self._pages.addItem(
                        self.tr("✓ {0}").format(title) if is_done else title, page.key
                    )
            self._pages.setCurrentIndex(self._pages.findData(self._page.key))

    @Slot()
    def _begin_drawing(self) -> None:
        self._is_drawing = True

    @Slot()
    def _end_drawing(self) -> None:
        self._is_drawing = False
        self._look()

    @Slot()
    def _tell_answer(self) -> None:
        if self._answer.isHidden():
            return
        recognition = self._session.recognition
        if recognition.label is not None and recognition.probability is not None:
            sure = percent(recognition.probability)
            read = self.tr("Read as {0}, {1}").format(recognition.marked_label, sure)
            self._answer.setText(read)
        else:
            self._answer.setText(self.tr("No digit") if recognition.is_refused else "")

    @Slot()
    def _look(self) -> None:
        """Say what is in the window now, measured by the question."""
        question = self._page.question
        if question is None or not self.isVisible():
            return
        if self._is_drawing or self._is_being_set or self._session.is_waiting:
            return
        live = self._attempt.live(self._question.number)
        if not self._attempt.is_made(live):
            return
        if praise := question.praise(live):
            self._question.praise(praise)
            self._progress.add(self._page.key)
        else:
            self._question.refuse(question.hint(live))

    @Slot()
    def _want_scene(self) -> None:
        self._is_being_set = True
        self.scene_requested.emit(self._page.scene)

    @Slot()
    def _tell_solution(self) -> None:
        question = self._page.question
        solution = question and question.solve and question.solve(self._attempt.live(None))
        self._question.tell_solution(solution.way if solution else "")


def what_is_set(scene: Scene) -> str:
    """Return what a scene sets."""
    panel = next(translated(entry.title) for entry in PANELS if entry.key == scene.panel)
    if scene.model is None:
        if scene.digit is None:
            return translate("GuideSheet", "Sets: {0}.").format(panel)
        return translate("GuideSheet", "Sets: a sample {0}, {1}.").format(scene.digit, panel)
    if scene.digit is None:
        return translate("GuideSheet", "Sets: network {0}, {1}.").format(scene.model, panel)
    told = translate("GuideSheet", "Sets: network {0}, a sample {1}, {2}.")
    return told.format(scene.model, scene.digit, panel)

"""The window, a sentence: drawing, network, answer; menus; what is remembered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QWidget

from handdigit import __version__
from handdigit.errors import HanddigitError
from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.drawing_area import DrawingArea
from handdigit.gui.canvas.eraser_preview import EraserPreview
from handdigit.gui.canvas.number_mode import NumberMode
from handdigit.gui.canvas.tools import Actions, ToolRow
from handdigit.gui.drawing_files import DrawingFiles
from handdigit.gui.guide.guide import Guide
from handdigit.gui.language import SYSTEM
from handdigit.gui.panels.panel_place import PanelPlace
from handdigit.gui.panels.table import PANELS
from handdigit.gui.pointing import Pointing
from handdigit.gui.state.background import Background, finish_writing, ignore
from handdigit.gui.state.context import Context
from handdigit.gui.state.navigation import SAMPLES
from handdigit.gui.state.session import Session
from handdigit.gui.state.training.training import TrainingSession
from handdigit.gui.status_bar import StatusBar
from handdigit.gui.tab_order import order_tabs, stay_near
from handdigit.gui.take_away import TakeAway
from handdigit.gui.theme import SCHEMES, Appearance
from handdigit.gui.translation import explained, translated
from handdigit.gui.unsaved_samples import UnsavedSamples
from handdigit.gui.widgets.answer import AnswerPanel
from handdigit.gui.widgets.drag_source import DragPayload
from handdigit.gui.widgets.form import MARGIN, hbox
from handdigit.gui.widgets.panel_tabs import PanelTabs
from handdigit.gui.widgets.question import ask_for_file
from handdigit.gui.widgets.truth_strip import TruthStrip
from handdigit.gui.window_memory import Carried, State, WindowMemory
from handdigit.storage.models.model_file import SUFFIX

PANELS_WIDTH, DRAWING_WIDTH = 600, 320
"""Widths of panels and drawing in a small window that is opened for the first time, in pixels: in
the smallest the panels give way."""
DRAWING_SHARE = 0.4
"""Of what is left of the answer, in a larger window."""
TOLD_MS = 4_000
"""So long it is said what was done."""
NEWS_MS = 30_000
"""So long other news stay: a person may be looking at the canvas."""
_log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Joins session, canvas and panels; they know nothing of each other.

    Signals:
        language_chosen(str): the user wants the window in another language, or the system's.
        replaced(object): a :class:`MainWindow` in that language goes on where this one was.
    """

    language_chosen = Signal(str)
    replaced = Signal(object)

    def __init__(
        self,
        context: Context,
        appearance: Appearance,
        build_menus: Callable[[MainWindow], Actions],
        *,
        language: str = SYSTEM,
        carried: Carried | None = None,
    ) -> None:
        """Build the window; it is not shown yet.

        ``build_menus`` fills its menu bar once the parts that the menus act on are there.
        ``language`` is the choice that the menu shows. What the window is like is ``carried``
        over from another, or remembered.
        """
        super().__init__()
        self.context = context
        self.language_choice = language
        self.setObjectName("mainWindow")
        self._session = session = context.session
        self._training = context.training
        self._teaching = context.teaching
        self._paths = context.paths
        self._settings = context.settings
        self._remembering = Background("settings", self, writes=True)
        self._appearance = appearance
        remembered = carried or context.settings
        self._scheme = remembered.value("appearance", "system", SCHEMES.__contains__)
        self._box: QMessageBox | None = None
        self.canvas = Canvas()
        self.eraser_preview = EraserPreview(self.canvas, session)
        self.labelling = context.labelling
        self.samples = context.samples
        self._unsaved = UnsavedSamples(context.samples.store, self)
        self.answer = AnswerPanel(session, context.labelling, context.navigation)
        self.truth_strip = TruthStrip(session)
        self.number = NumberMode(session, self)
        self.drawing_area = DrawingArea(self.canvas, self.truth_strip, session, self.number)
        self.files = DrawingFiles(session.document, self.canvas, self.drawing_area, self)
        self.panels = PanelTabs()
        for entry in PANELS:
            texts = map(translated, (entry.group, entry.title, entry.subtitle))
            self.panels.add_panel(PanelPlace(entry, context), entry.key, *texts)
        self.panel_keys = [entry.key for entry in PANELS]
        self.navigation = context.navigation
        self.pointing = Pointing(self)
        self.take_away = TakeAway(
            self, self.panels, session, context.navigation, self.pointing, context.dragged
        )
        self.take_away.let_drag(self.answer.digit, self._answer_payload)
        self.take_away.let_drag(self.truth_strip, self.files.payload)
        self.status = StatusBar(session, context.library)
        self.library = context.library
        self.setStatusBar(self.status)
        self.tools = ToolRow()
        self.guide = Guide(self, self.canvas, self.number, self.answer, self.pointing, context)
        self.tool_actions = build_menus(self)
        self.pointing.watch_menus()
        self.tools.set_actions(self.tool_actions.in_order())
        self._lay_out()
        self._connect()
        self._appearance.choose(self._scheme)
        self._memory = WindowMemory(
            self,
            self.splitter,
            self.navigation,
            self.files,
            self.tools,
            self.tool_actions,
            self.guide,
        )
        self._memory.restore(remembered, self.divide)
        self._show_panel(self.navigation.panel)
        if carried is not None:
            session.repeat()
            self.status.show_model(session.model)
        self._show_title()
        self.library.noticed.connect(self._show_notice)
        self._show_notice()

    @property
    def session(self) -> Session:
        """The state that the window shows."""
        return self._session

    @property
    def training(self) -> TrainingSession:
        """What is being trained."""
        return self._training

    @property
    def appearance(self) -> Appearance:
        """What gives the window its colours."""
        return self._appearance

    @property
    def appearance_choice(self) -> str:
        """Light, dark, high contrast, or as the system has it: a key of :data:`SCHEMES`."""
        return self._scheme

    @property
    def carried(self) -> Carried:
        """What is handed to a window that takes the place of this one."""
        return self._memory.carried(self._state)

    @property
    def _state(self) -> State:
        """What the next start remembers."""
        return {**self._memory.state(), "appearance": self._scheme}

    # --- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.drawing_area.add_tools(self.tools)
        self.splitter = QSplitter()  # how it divides is restored
        self.splitter.setObjectName("splitter")
        self.splitter.addWidget(self.drawing_area)
        self.splitter.addWidget(self.panels)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        central = QWidget()
        sides = (MARGIN, MARGIN, MARGIN, 4)
        hbox((self.splitter, 1), self.answer, on=central, margins=sides, spacing=MARGIN)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        session, document = self._session, self._session.document
        self.canvas.drawing_grown.connect(document.grow)
        self.canvas.drawing_edited.connect(document.show)
        self.canvas.edit_finished.connect(document.commit)
        self.canvas.edit_dropped.connect(document.withdraw)
        self.drawing_area.mending.told.connect(self._show_news)
        for part in (self.files, self.take_away):
            part.told.connect(lambda sentence: self.status.showMessage(sentence, TOLD_MS))
            part.slowness_changed.connect(self._show_slowness)
            part.failed.connect(self.complain)
        self.files.model_found.connect(self.navigation.offer_model)
        self.tools.pen_width_changed.connect(self.canvas.set_pen_width)
        self.status.model_requested.connect(self.library.activate)
        self.status.member_requested.connect(session.look_into)
        for refused in (self.labelling.refused, self.canvas.refused, document.drawing_refused):
            refused.connect(self._show_news)
        self.samples.store.told.connect(self.status.showMessage)
        self._unsaved.waited.connect(self.close)
        # What has no room is read by resting on it.
        self.status.messageChanged.connect(self.status.setToolTip)
        document.drawing_changed.connect(self.canvas.show_drawing)
        session.area_marked.connect(self.canvas.show_marked)
        document.history_changed.connect(self._show_history)
        session.recognition_changed.connect(self._show_title)
        session.recognition_refused.connect(self._show_title)
        self.number.reading_changed.connect(self._show_title)
        session.model_refused.connect(self._model_refused)
        session.device_changed.connect(
            self._look_for_interrupted, Qt.ConnectionType.SingleShotConnection
        )
        self.panels.current_changed.connect(
            lambda index: self.navigation.show_panel(self.panel_keys[index])
        )
        self.navigation.panel_changed.connect(self._show_panel)
        self._show_history(False, False)

    def divide(self) -> None:
        """Give drawing and panels their usual shares of the width."""
        room = self.width() - self.answer.width() - 4 * MARGIN
        drawing = max(min(int(room * DRAWING_SHARE), room - PANELS_WIDTH), DRAWING_WIDTH)
        self.splitter.setSizes([drawing, room - drawing])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on as one reads, from the canvas; panels and cards are made long after the rest.

        Qt asks for this, too, where what has the keyboard is hidden or disabled.
        """
        focus = self.focusWidget()
        if focus is not None and not (focus.isVisible() and focus.isEnabled()):
            return stay_near(focus)
        strip = self.truth_strip
        parts = (self.canvas, self.tools, self.drawing_area, strip, self.panels, self.answer)
        order_tabs(self, parts, self.status)
        return super().focusNextPrevChild(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember, and end trainer and engine; a run can be gone on with at the next start.

        Where another program keeps a change of the samples from the disk, the window waits.
        """
        self._remember(self._state)
        self.hide()
        if not self._unsaved.may_close():
            event.ignore()
            self.show()
            self._unsaved.ask()
            return
        self._training.close()
        self._teaching.close()
        self.library.close()
        self.samples.close()
        self._session.close()
        self.take_away.close()
        finish_writing(self)
        event.accept()

    def _remember(self, values: State) -> None:
        """Store settings in a thread, as far as that can be done; a disk may hang."""
        self._remembering.start(lambda _job: self._settings.remember(values), ignore, ignore)

    def _answer_payload(self) -> DragPayload | None:
        """Return what is dragged out of the answer, None where there is none."""
        text = self.number.reading.text if self.number.is_on else self.answer.digit.text()
        return self.take_away.payload_of(self.answer, text, "answer.png") if text else None

    # --- models --------------------------------------------------------------------------

    def choose_model(self) -> None:
        """Ask for a model file and use it."""
        title, pattern = self.tr("Load a model file"), self.tr("Models (*{0})").format(SUFFIX)
        path = ask_for_file(self, title, pattern)
        if path is not None:
            self.library.use_file(path, self.complain)

    def roll_back(self) -> None:
        """Let the model answer that was active before."""
        self._try(self.library.roll_back)

    def teach(self) -> None:
        """Let the active model learn the samples; the panel shows what that changes."""
        self.navigation.show_panel(SAMPLES)
        self._teaching.start()

    @Slot()
    def _look_for_interrupted(self) -> None:
        """Look once, when there is nothing to wait for any more, for a run to go on with."""
        self._training.interrupted.refresh(self._tell_interrupted)

    def _tell_interrupted(self) -> None:
        runs = self._training.interrupted.runs
        if runs and not self.status.currentMessage():
            self.status.showMessage(
                self.tr("A run of {0} was interrupted: go on with it in Retrain.").format(
                    runs[0].spec.name
                ),
                NEWS_MS,
            )
            self._training.interrupted.changed.connect(self.status.clearMessage)
            self._training.run_started.connect(self.status.clearMessage)

    @Slot(object, str)
    def _model_refused(self, _path: Path, reason: str) -> None:
        self.status.show_model(self._session.model)
        self.complain(reason)

    # --- the rest ------------------------------------------------------------------------

    @Slot(bool)
    def _show_slowness(self, is_slow: bool) -> None:
        waiting = self.tr("Waiting for the disk…")
        if is_slow:
            self.status.showMessage(waiting)
        elif self.status.currentMessage() == waiting:
            self.status.clearMessage()

    @Slot(str)
    def _show_panel(self, key: str) -> None:
        self.panels.setCurrentIndex(self.panel_keys.index(key))

    @Slot()
    def _show_notice(self) -> None:
        if self.library.notice:
            self.status.showMessage(translated(self.library.notice))

    @Slot(str)
    def _show_news(self, news: str) -> None:
        self.status.showMessage(news, NEWS_MS)

    @Slot(bool, bool)
    def _show_history(self, can_undo: bool, can_redo: bool) -> None:
        self.tool_actions.undo.setEnabled(can_undo)
        self.tool_actions.redo.setEnabled(can_redo)

    @Slot()
    def _show_title(self) -> None:
        label = self._session.recognition.marked_label or ""
        text = self.number.reading.text if self.number.is_on else label
        self.setWindowTitle(f"{text} – handdigit" if text else "handdigit")

    def set_language(self, code: str) -> None:
        """Ask for the window in a language, or the system's, and remember it."""
        self._remember({"language": code})
        if code != self.language_choice:
            self.language_choice = code
            # In a turn of its own: the menu that was clicked goes with this window.
            QTimer.singleShot(0, self, self._give_way)

    def _give_way(self) -> None:
        """Ask once, however often a language was chosen, and not for a window that is closed."""
        if self.isVisible():
            self.language_chosen.emit(self.language_choice)

    def set_appearance(self, name: str) -> None:
        """Use one of :data:`SCHEMES` and remember it."""
        self._remember({"appearance": name})
        self.use_scheme(name)

    def use_scheme(self, name: str) -> None:
        """Use one of :data:`SCHEMES`, until the program ends."""
        self._scheme = name
        self._appearance.choose(name)

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except HanddigitError as error:
            self.complain(explained(error))

    def complain(self, sentence: str) -> None:
        """Show one sentence about something that did not work; one dialog at a time."""
        _log.warning("%s", sentence)
        if self._box is not None:
            self._box.setText(sentence)
            return
        self._box = QMessageBox(QMessageBox.Icon.Warning, "handdigit", sentence, parent=self)
        self._box.setObjectName("complaint")
        self._box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box.finished.connect(self._forget_box)
        self._box.open()

    @Slot()
    def _forget_box(self) -> None:
        self._box = None

    def show_details(self) -> None:
        """Show what to send along when something does not work, to be copied."""
        from handdigit.gui.report_dialog import ReportDialog

        ReportDialog(self._session, self._paths, self.status.device_text, self).open()

    def show_about(self) -> None:
        """Say what this program is."""
        QMessageBox.about(
            self,
            self.tr("About handdigit"),
            self.tr(
                "<b>handdigit {0}</b><p>Draw digits, see a convolutional network read them, look "
                "inside it.</p><p>Nothing leaves this computer.</p>"
            ).format(__version__),
        )

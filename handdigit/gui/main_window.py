"""The window: canvas and truth strip, answer, panels; menus; what is remembered."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QSettings, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from handdigit import __version__
from handdigit.core.errors import HanddigitError
from handdigit.core.ink import Ink
from handdigit.data.model_file import SUFFIX
from handdigit.gui.appearance import Appearance
from handdigit.gui.canvas import Canvas
from handdigit.gui.context import Context
from handdigit.gui.desk import Desk
from handdigit.gui.drawing import Drawing
from handdigit.gui.eraser_preview import EraserPreview
from handdigit.gui.exchange import (
    OPEN_SUFFIXES,
    pasted_drawing,
    picture_from_image,
    read_drawing,
    write_ink,
)
from handdigit.gui.menus import build_menus
from handdigit.gui.number.reader import NumberMode
from handdigit.gui.panels.table import PANELS, PanelPlace
from handdigit.gui.session import Session, stored_model_at
from handdigit.gui.status_bar import StatusBar
from handdigit.gui.tools import DEFAULT_WIDTH, ToolRow
from handdigit.gui.training import TrainingSession
from handdigit.gui.widgets.answer import AnswerPanel
from handdigit.gui.widgets.card import MARGIN
from handdigit.gui.widgets.panel_tabs import PanelTabs
from handdigit.gui.widgets.truth_strip import TruthStrip

COPY_SIDE = 512
"""Side of a drawing copied as a picture, in pixels."""
PANELS_WIDTH = 600
"""Width of the panels in a small window that is opened for the first time, in pixels."""
_log = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """Joins session, canvas and panels; they know nothing of each other."""

    def __init__(self, context: Context, settings: QSettings, appearance: Appearance) -> None:
        """Build the window; it is not shown yet."""
        super().__init__()
        self.setObjectName("mainWindow")
        self._session = session = context.session
        self._training = context.training
        self._teaching = context.teaching
        self._settings = settings
        self._appearance = appearance
        self._box: QMessageBox | None = None
        self.canvas = Canvas()
        self.eraser_preview = EraserPreview(self.canvas, session)
        self.labelling = context.labelling
        self.samples = context.samples
        self.answer = AnswerPanel(session, context.labelling)
        self.truth_strip = TruthStrip(session)
        self.number = NumberMode(session, self)
        self.desk = Desk(self.canvas, self.answer, self.truth_strip, session, self.number)
        self.panels = PanelTabs()
        for entry in PANELS:
            title = QCoreApplication.translate("Panels", entry.title)
            self.panels.addTab(PanelPlace(entry, context), title)
        self.status = StatusBar(session)
        self.library = context.library
        self.setStatusBar(self.status)
        self.tools = ToolRow()
        self.tool_actions = build_menus(self)
        self.tools.set_actions(self.tool_actions.in_order())
        self._lay_out()
        self._connect()
        self._restore()
        self._show_title()
        if self.library.notice:
            self.status.showMessage(self.library.notice)

    @property
    def session(self) -> Session:
        """The state that the window shows."""
        return self._session

    @property
    def training(self) -> TrainingSession:
        """What is being trained."""
        return self._training

    @property
    def appearance_wish(self) -> str:
        """Light, dark, or as the system has it: a key of ``appearance.SCHEMES``."""
        return str(self._settings.value("appearance", "system"))

    # --- building ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.desk.add_tools(self.tools)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("splitter")
        self.splitter.setHandleWidth(MARGIN)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.desk)
        self.splitter.addWidget(self.panels)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        layout.addWidget(self.splitter)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        session = self._session
        self.canvas.drawing_edited.connect(session.show)
        self.canvas.edit_finished.connect(session.commit)
        self.canvas.files_dropped.connect(self._open_dropped)
        self.canvas.picture_dropped.connect(lambda image: self._put(picture_from_image(image)))
        self.tools.pen_width_changed.connect(self.canvas.set_pen_width)
        self.status.model_requested.connect(session.use_model)
        self.status.member_requested.connect(session.look_into)
        self.labelling.refused.connect(lambda sentence: self.status.showMessage(sentence, 8000))
        session.drawing_changed.connect(self.canvas.show_drawing)
        session.area_marked.connect(self.canvas.show_marked)
        session.history_changed.connect(self._show_history)
        session.recognition_changed.connect(self._show_title)
        self.number.reading_changed.connect(self._show_title)
        session.model_refused.connect(self._model_refused)
        session.device_changed.connect(
            self._tell_interrupted, Qt.ConnectionType.SingleShotConnection
        )
        self._show_history(False, False)

    def _restore(self) -> None:
        geometry = self._settings.value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            available = self.screen().availableSize()
            self.resize(QSize(1360, 860).boundedTo(available * 0.94))
        splitter = self._settings.value("splitter")
        if splitter is None or not self.splitter.restoreState(splitter):
            self.divide()
        self.tools.set_pen_width(int(str(self._settings.value("penWidth", DEFAULT_WIDTH))))
        self.set_appearance(self.appearance_wish)
        number = self.tool_actions.number
        number.setChecked(number.isEnabled() and self._settings.value("numberMode") == "on")

    def divide(self) -> None:
        """Give drawing and panels their usual shares of the width."""
        panels = max(int(self.width() * 0.52), PANELS_WIDTH)
        self.splitter.setSizes([self.width() - panels, panels])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember, and end trainer and engine; a run can be gone on with at the next start."""
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("splitter", self.splitter.saveState())
        self._settings.setValue("penWidth", self.tools.pen_width)
        self._settings.setValue("numberMode", "on" if self.number.is_on else "off")
        self._settings.sync()
        self.hide()
        self._training.close()
        self._teaching.close()
        self.library.close()
        self.samples.close()
        self._session.close()
        event.accept()

    # --- drawings in and out -------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Put the drawing in a file on the canvas, or say why that cannot be done."""
        self._try(lambda: self._put(read_drawing(path)))

    @Slot(list)
    def _open_dropped(self, files: list[str]) -> None:
        self.open_file(Path(files[0]))

    def choose_file(self) -> None:
        """Ask for a picture or an ink and open it."""
        pattern = " ".join(f"*{suffix}" for suffix in OPEN_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a picture or an ink"), "", self.tr("Drawings ({0})").format(pattern)
        )
        if name:
            self.open_file(Path(name))

    def save_drawing(self) -> None:
        """Ask for a file and save the strokes."""
        drawing = self._session.drawing
        if not isinstance(drawing, Ink) or drawing.is_empty:
            self.status.showMessage(self.tr("There are no strokes to save."), 4000)
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the drawing"), "digit.json", self.tr("Ink (*.json)")
        )
        if name:
            self._try(lambda: write_ink(Path(name).with_suffix(".json"), drawing))

    def copy_drawing(self) -> None:
        """Copy the drawing, as a picture and as the JSON of its strokes."""
        mime = QMimeData()
        mime.setImageData(self.canvas.image(COPY_SIDE))
        drawing = self._session.drawing
        if isinstance(drawing, Ink):
            mime.setText(json.dumps(drawing.to_json()))
        QGuiApplication.clipboard().setMimeData(mime)

    def paste(self) -> None:
        """Put what is on the clipboard on the canvas."""
        mime = QGuiApplication.clipboard().mimeData()
        self._try(lambda: self._put(pasted_drawing(mime)))

    def _put(self, drawing: Drawing) -> None:
        self._session.replace(self.desk.placed(drawing))

    # --- models --------------------------------------------------------------------------

    def choose_model(self) -> None:
        """Ask for a model file and use it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Load a model file"), "", self.tr("Models (*{0})").format(SUFFIX)
        )
        if name:
            self._try(lambda: self._session.use_model(stored_model_at(Path(name))))

    def roll_back(self) -> None:
        """Let the model answer that was active before."""
        self._try(self.library.roll_back)

    def teach(self) -> None:
        """Let the active model learn the samples, and show what that changes."""
        from handdigit.gui.lesson_dialog import open_lesson

        open_lesson(self._teaching, self)

    @Slot()
    def _tell_interrupted(self) -> None:
        """Tell once, when there is nothing to wait for any more, that a run can be gone on with."""
        runs = self._training.resumable
        if runs and not self.status.currentMessage():
            self.status.showMessage(
                self.tr("A run of {0} was interrupted: go on with it in Retrain.").format(
                    runs[0].order.name
                )
            )
            self._training.resumable_changed.connect(self.status.clearMessage)
            self._training.run_started.connect(self.status.clearMessage)

    @Slot(str)
    def _model_refused(self, reason: str) -> None:
        self.status.show_model(self._session.model)
        self.complain(reason)

    # --- the rest ------------------------------------------------------------------------

    @Slot(bool, bool)
    def _show_history(self, can_undo: bool, can_redo: bool) -> None:
        self.tool_actions.undo.setEnabled(can_undo)
        self.tool_actions.redo.setEnabled(can_redo)

    @Slot()
    def _show_title(self) -> None:
        label = self._session.recognition.label or ""
        text = self.number.reading.text if self.number.is_on else label
        self.setWindowTitle(f"{text} – handdigit" if text else "handdigit")

    def set_appearance(self, name: str) -> None:
        """Use ``system``, ``light`` or ``dark`` and remember it."""
        self._settings.setValue("appearance", name)
        self._appearance.choose(name)

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except HanddigitError as error:
            self.complain(str(error))

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

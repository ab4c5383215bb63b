"""The Errors panel: measure the model, see what it confuses, go to the pictures behind it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from handdigit.core.errors import HanddigitError
from handdigit.data.model_store import StoredModel
from handdigit.data.paths import AppPaths
from handdigit.gui.measurement import Measurement, Readings
from handdigit.gui.panels.errors.data_choice import DataChoice
from handdigit.gui.panels.errors.picture_list import PictureList
from handdigit.gui.panels.errors.reading_actions import ReadingActions, Samples
from handdigit.gui.panels.errors.reading_card import ReadingCard
from handdigit.gui.panels.errors.reliability_diagram import ReliabilityDiagram
from handdigit.gui.panels.errors.summary import Summary
from handdigit.gui.session import EngineState, Session
from handdigit.gui.widgets.card import MARGIN, Card
from handdigit.gui.widgets.confusion_matrix import Cell, ConfusionMatrix
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.segments import Segments

TOPIC = "errors"
SIDE_BY_SIDE = 1000
"""From this width on the pictures stand beside the matrix, in pixels."""
NONE: NDArray[np.int64] = np.zeros(0, np.int64)


class ErrorsPanel(Card):
    """Confusion matrix with the pictures behind its cells, and the reliability diagram."""

    def __init__(
        self,
        session: Session,
        samples: Samples,
        paths: AppPaths,
        parent: QWidget | None = None,
    ) -> None:
        """Follow ``session``; corrected and added samples go into ``samples``."""
        super().__init__(parent)
        self.setObjectName("errorsPanel")
        self.setAccessibleName(self.tr("What the model misreads"))
        self._session = session
        self._readings: Readings | None = None
        self._model: StoredModel = session.model
        """Which one the readings are of."""
        self._current = -1
        """The chosen one of the readings' drawings."""
        self._name = ""
        """Of the set that they are of."""
        self._measurement = Measurement(session, TOPIC, self)
        self._actions = ReadingActions(session, samples, self)
        self._data = DataChoice(paths)
        self._measure = QPushButton(self.tr("Measure"))
        self._measure.setObjectName("errorsMeasure")
        self._summary = Summary()
        self._views = Segments(
            (
                (
                    "errorsConfusions",
                    self.tr("Confusions"),
                    self.tr("Which digit is read as which"),
                ),
                (
                    "errorsCalibration",
                    self.tr("Calibration"),
                    self.tr("Whether it is as often right as it is sure"),
                ),
            )
        )
        self._progress = QProgressBar()
        self._progress.setObjectName("errorsProgress")
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setRange(0, 1000)
        self._note = Label(colour="muted")
        self._note.setObjectName("errorsNote")
        self._note.setWordWrap(True)
        self._matrix = ConfusionMatrix()
        self._diagram = ReliabilityDiagram()
        self._heading = Label(bold=True)
        self._heading.setObjectName("errorsHeading")
        self._pictures = PictureList()
        self._card = ReadingCard()
        self._lay_out()
        self._connect()
        self._show_readings(None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._data, 1)
        top.addWidget(self._measure)
        figures = QHBoxLayout()
        figures.setSpacing(MARGIN)
        figures.addWidget(self._summary, 1)
        figures.addWidget(self._views, 0, Qt.AlignmentFlag.AlignTop)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        behind = QWidget()
        below = QVBoxLayout(behind)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._heading)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self._pictures, 1)
        self._card.setFixedWidth(150)
        row.addWidget(self._card)
        below.addLayout(row, 1)
        confusions = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, confusions)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(MARGIN)
        self._sides.addWidget(self._matrix, 3)
        self._sides.addWidget(behind, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(confusions)
        self._stack.addWidget(self._diagram)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        for row_layout in (top, figures):
            layout.addLayout(row_layout)
        layout.addWidget(self._progress)
        layout.addWidget(self._note)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._data.data_set_chosen.connect(self._show_state)
        self._measure.clicked.connect(self._start_or_stop)
        self._views.chosen.connect(self._stack.setCurrentIndex)
        self._measurement.progressed.connect(self._take)
        self._measurement.finished.connect(self._take)
        self._measurement.failed.connect(self._fail)
        self._matrix.cell_chosen.connect(self._choose_cell)
        self._pictures.picture_chosen.connect(self._show_picture)
        self._pictures.picture_activated.connect(self._send_to_canvas)
        self._card.canvas_requested.connect(lambda: self._send_to_canvas(self._current))
        self._card.sample_requested.connect(self._add_sample)
        self._card.label_requested.connect(self._relabel)
        self._actions.told.connect(self._note.setText)
        self._session.model_changed.connect(self._follow_model)
        self._session.engine_state_changed.connect(self._show_state)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it was left."""
        super().showEvent(event)
        self._measurement.hold(False)
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """Spare the engine what nobody sees."""
        super().hideEvent(event)
        self._measurement.hold(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pictures where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    # --- measuring -----------------------------------------------------------------------

    @Slot()
    def _start_or_stop(self) -> None:
        if self._measurement.is_running:
            self._measurement.cancel()
            self._show_readings(self._readings)
        else:
            self._start()

    def _start(self) -> None:
        self._model, self._name = self._session.model, self._data.name
        self._show_readings(None)
        self._measurement.start(self._data.read_anew())
        self._show_state()

    @Slot(object)
    def _take(self, readings: Readings) -> None:
        self._show_readings(readings)

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self._show_state()
        self._note.setText(reason)

    @Slot()
    def _follow_model(self) -> None:
        """Another model answers: what is being measured is measured anew with it."""
        if self._measurement.is_running and self._session.model != self._model:
            self._start()
        else:
            self._show_state()

    # --- showing -------------------------------------------------------------------------

    def _show_readings(self, readings: Readings | None) -> None:
        self._readings = readings
        found = None if readings is None else readings.evaluation
        self._summary.show_readings(readings)
        self._matrix.show_confusion(None if found is None else found.confusion)
        self._diagram.show_reliability(None if found is None else found.reliability())
        self._show_state()
        if readings is None:
            self._matrix.show_chosen(None)
        if not self._measurement.is_running:
            self._show_cell()

    @Slot()
    def _show_state(self) -> None:
        running = self._measurement.is_running
        self._progress.setVisible(running)
        self._progress.setValue(round(1000 * self._measurement.share))
        self._note.set_colour("muted")
        problem = self._data.problem
        readings = self._readings
        stale = readings is not None and self._model != self._session.model
        self._measure.setEnabled(running or not problem)
        if running:
            self._measure.setText(self.tr("Cancel"))
        else:
            self._measure.setText(self.tr("Measure again") if stale else self.tr("Measure"))
        if self._session.engine_state is EngineState.FAILED:
            self._note.setText(self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine."))
        elif running and self._session.engine_state is not EngineState.READY:
            self._note.setText(self.tr("Warming up. It starts by itself."))
        elif running:
            self._note.setText(
                self.tr("Reading {0} with {1}…").format(self._name, self._model.name)
            )
        elif problem:
            self._note.setText(problem)
        elif readings is None:
            self._note.setText(self.tr("Press Measure."))
        else:
            self._show_origin(readings, stale=stale)

    def _show_origin(self, readings: Readings, *, stale: bool) -> None:
        """Say what was measured with what."""
        texts = [self.tr("{0} on {1}.").format(self._model.name, self._name)]
        if not readings.is_complete:
            texts.append(self.tr("Stopped after {0} of {1}.").format(
                f"{readings.evaluation.n:,}", f"{readings.total:,}"
            ))  # fmt: skip
        if stale:
            texts.append(
                self.tr("Now {0} answers: measure again.").format(self._session.model.name)
            )
            self._note.set_colour("warning")
        self._note.setText(" ".join(texts))

    @Slot(int, int)
    def _choose_cell(self, true: int, answer: int) -> None:
        """Show a cell's pictures; clicked again, all mistakes."""
        cell: Cell = (true, answer)
        self._matrix.show_chosen(None if cell == self._matrix.chosen else cell)
        self._show_cell()

    def _show_cell(self) -> None:
        readings, cell = self._readings, self._matrix.chosen
        if readings is None:
            self._heading.setText(self.tr("The pictures appear here."))
            self._pictures.show_pictures(None, NONE)
            return
        found = readings.evaluation
        if cell is None:
            wrong = np.flatnonzero(found.answers != found.labels)
            order = wrong[np.argsort(-found.losses[wrong], kind="stable")]
            text = self.tr("All {0} mistakes, the worst first").format(f"{len(order):,}")
            if not len(order):
                text = self.tr("No mistakes. Click a cell on the diagonal to see the hardest.")
        else:
            order = found.cell(*cell)
            text = self.tr("{0} read as {1}: {2}, highest loss first").format(
                *cell, f"{len(order):,}"
            )
        self._heading.setText(text)
        self._pictures.show_pictures(readings, order)

    @Slot(int)
    def _show_picture(self, index: int) -> None:
        self._current = index
        self._card.show_reading(self._readings, index)

    # --- what can be done with a picture -------------------------------------------------

    @Slot(int)
    def _send_to_canvas(self, index: int) -> None:
        if self._readings is not None and index >= 0:
            self._actions.send_to_canvas(self._readings, index)

    @Slot()
    def _add_sample(self) -> None:
        if self._readings is not None and self._current >= 0:
            self._actions.add_sample(self._readings, self._current)

    @Slot(int)
    def _relabel(self, label: int) -> None:
        readings, index = self._readings, self._current
        if readings is None or index < 0:
            return
        try:
            self._actions.relabel(readings, index, label)
        except HanddigitError as error:
            self._note.setText(str(error))
            return
        self._show_readings(readings.relabelled(index, label))
        self._note.setText(self.tr("It is a {0} now.").format(label))

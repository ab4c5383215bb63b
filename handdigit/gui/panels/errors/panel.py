"""The Errors panel: measure the model, see what it confuses, go to the pictures behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QStackedWidget, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.errors.confusions import Confusions
from handdigit.gui.panels.errors.data_choice import DataChoice
from handdigit.gui.panels.errors.reading_actions import ReadingActions
from handdigit.gui.panels.errors.reliability_diagram import ReliabilityDiagram
from handdigit.gui.state.measurement import Measurement, Readings
from handdigit.gui.state.samples.samples import SampleLibrary
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.translation import one_after_another, translated
from handdigit.gui.widgets.form import (
    MARGIN,
    Card,
    hbox,
    keep_room,
    named,
    push_button,
    scroll_area,
    vbox,
)
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.segments import Segments
from handdigit.number_format import in_percent
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths


class Summary(QWidget):
    """How many are right, and what else there is to say; words where nothing is measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._accuracy = Label(
            size=1.5, bold=True, name="errorsAccuracy", title=self.tr("Accuracy")
        )
        self._figures = Label(
            colour="muted",
            name="errorsFigures",
            tip=self.tr(
                "Loss: mean of −ln of the true digit's probability. Calibration error: how far, in "
                "percentage points, the probability of the answers is from the share that is "
                "right, the mean over 15 bins (Guo et al. 2017)."
            ),
            wraps=True,
        )
        self._figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        vbox(self._accuracy, self._figures, on=self, spacing=0)
        self.show_readings(None)

    def show_readings(self, readings: Readings | None) -> None:
        """Show the figures, also of a part of the set."""
        if readings is None:
            self._accuracy.setText(self.tr("What does it misread?"))
            self._figures.setText(self.tr("Measure the model on digits whose names are known."))
            return
        found = readings.evaluation.metrics
        self._accuracy.setText(self.tr("{0} % right").format(in_percent(found.accuracy, 2)))
        wrong = found.n - found.correct
        text = self.tr("{0} of {1} wrong · loss {2} · calibration error {3}")
        self._figures.setText(
            text.format(
                grouped(wrong),
                grouped(found.n),
                f"{found.loss:.3g}",
                f"{found.reliability.expected_error:.2f}",
            )
        )


TOPIC = "errors"


class ErrorsPanel(Card):
    """Confusion matrix with the pictures behind its cells, and the reliability diagram."""

    def __init__(
        self,
        session: Session,
        samples: SampleLibrary,
        paths: AppPaths,
        parent: QWidget | None = None,
    ) -> None:
        """Follow ``session``; corrected and added samples go into ``samples``."""
        super().__init__(parent)
        named(self, "errorsPanel", self.tr("What the model misreads"))
        self._session = session
        self._readings: Readings | None = None
        self._model: StoredModel = session.model
        """Which one the readings are of."""
        self._name = ""
        """Of the set that they are of."""
        self._measurement = Measurement(session, TOPIC, self)
        self._actions = ReadingActions(session, samples, self)
        self._data = DataChoice(paths)
        self._measure = push_button("errorsMeasure", self.tr("Measure"))
        self._summary = Summary()
        self._views = Segments(
            (
                (
                    "errorsConfusions",
                    self.tr("Confusions"),
                    self.tr("Which class is read as which"),
                ),
                (
                    "errorsCalibration",
                    self.tr("Calibration"),
                    self.tr("Whether it is as often right as it is sure"),
                ),
            )
        )
        self._progress = named(QProgressBar(), "errorsProgress", self.tr("Progress"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setRange(0, 1000)
        self._note = Label(colour="muted", name="errorsNote", wraps=True)
        self._confusions = Confusions()
        self._diagram = ReliabilityDiagram()
        self._lay_out()
        self._connect()
        samples.samples_changed.connect(self._follow_samples)
        self._show_readings(None)

    def _lay_out(self) -> None:
        top = hbox((self._data, 1), self._measure)
        figures = hbox(
            (self._summary, 1), (self._views, 0, Qt.AlignmentFlag.AlignTop), spacing=MARGIN
        )
        keep_room(self._progress).hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._confusions)
        self._stack.addWidget(self._diagram)
        scroll = scroll_area(self._stack, "errorsScroll", self.tr("What was measured"))
        vbox(top, figures, self._progress, self._note, (scroll, 1), on=self, margins=MARGIN)

    def _connect(self) -> None:
        self._data.data_set_chosen.connect(self._show_state)
        self._data.presence_changed.connect(self._show_state)
        self._measure.clicked.connect(self._start_or_stop)
        self._views.chosen.connect(self._stack.setCurrentIndex)
        self._measurement.progressed.connect(self._show_readings)
        self._measurement.finished.connect(self._show_readings)
        self._measurement.failed.connect(self._fail)
        self._confusions.canvas_requested.connect(self._send_to_canvas)
        self._confusions.sample_requested.connect(self._add_sample)
        self._confusions.label_requested.connect(self._relabel)
        self._actions.told.connect(self._note.setText)
        self._session.model_changed.connect(self._follow_model)
        self._session.engine_state_changed.connect(self._show_state)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again what can be measured."""
        super().showEvent(event)
        self._data.look()
        self._show_state()

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
        self._measurement.start(self._data.read_anew(self._session.alphabet))
        self._show_state()

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self._show_readings(self._readings)
        self._note.setText(reason)

    @Slot()
    def _follow_model(self) -> None:
        """Another model answers: what is being measured is measured anew with it."""
        if self._measurement.is_running and self._is_of_another_model:
            self._start()
        else:
            self._show_state()

    @Slot()
    def _follow_samples(self) -> None:
        """The first sample was drawn, or the last one deleted."""
        if self.isVisible():
            self._data.look()

    # --- showing -------------------------------------------------------------------------

    @property
    def _is_of_another_model(self) -> bool:
        """Whether the readings are not of the model that answers, whatever is looked into."""
        now, then = self._session.model, self._model
        return (now.path, now.info.created) != (then.path, then.info.created)

    @Slot(object)
    def _show_readings(self, readings: Readings | None) -> None:
        self._readings = readings
        self._summary.show_readings(readings)
        self._confusions.show_readings(readings, with_pictures=not self._measurement.is_running)
        self._diagram.show_reliability(
            None if readings is None else readings.evaluation.metrics.reliability
        )
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        running = self._measurement.is_running
        self._progress.setVisible(running)
        self._progress.setValue(round(1000 * self._measurement.share))
        self._note.set_colour("muted")
        problem = self._data.problem(self._session.alphabet)
        readings = self._readings
        stale = readings is not None and self._is_of_another_model
        self._measure.setEnabled(running or not problem)
        if running:
            self._measure.setText(self.tr("Cancel"))
        else:
            self._measure.setText(self.tr("Measure Again") if stale else self.tr("Measure"))
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
                grouped(readings.evaluation.n), grouped(readings.total)
            ))  # fmt: skip
        texts.extend(map(translated, readings.notes))
        if stale:
            texts.append(
                self.tr("Now {0} answers: measure again.").format(self._session.model.name)
            )
            self._note.set_colour("warning")
        self._note.setText(one_after_another(texts))

    # --- what can be done with a picture -------------------------------------------------

    @Slot(int)
    def _send_to_canvas(self, index: int) -> None:
        if self._readings is not None and index >= 0:
            self._actions.send_to_canvas(self._readings, index)

    @Slot(int)
    def _add_sample(self, index: int) -> None:
        if self._readings is not None and index >= 0:
            self._actions.add_sample(self._readings, index)

    @Slot(int, int)
    def _relabel(self, index: int, label: int) -> None:
        readings = self._readings
        if readings is None or index < 0:
            return

        def show(_step: int) -> None:
            if self._readings is readings:
                self._show_readings(readings.relabelled(index, label))
                self._note.setText(self.tr("It is a {0} now.").format(readings.names[label]))

        self._actions.relabel(readings, index, label, show)

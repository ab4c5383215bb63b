"""The time machine: a slider over the checkpoints of a run, and all that follows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from handdigit.engine.protocol.requests import Revisited
from handdigit.gui.numbers import decimal, grouped
from handdigit.gui.panels.time_machine.controls import TimeControls
from handdigit.gui.panels.time_machine.recording import Recording
from handdigit.gui.panels.time_machine.results import CheckpointResults
from handdigit.gui.panels.time_machine.run_curve import (
    Checkpoint,
    Line,
    PastRun,
    PastRuns,
    RunCurve,
    past_runs,
)
from handdigit.gui.panels.time_machine.stage_view import StageView
from handdigit.gui.state.background import Background, Job
from handdigit.gui.state.models.activation_policy import ActivationPolicy
from handdigit.gui.state.nothing_read import invitation_to, nothing_read
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.state.training.training import TrainingSession
from handdigit.gui.translation import translated
from handdigit.gui.widgets.confusion_matrix import ConfusionMatrix
from handdigit.gui.widgets.form import MARGIN, SPRING, Card, named, scroll_area, vbox
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.gui.widgets.picture_export import Caption, image_of
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.gui.widgets.question import Question, ask, ask_where_to_save
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.number_format import in_percent
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.runs.run_store import RunStatus, RunStore

STAGES = 2
LEFT_WIDTH = 218
BYTES_OF_A_MEGABYTE = 1_000_000


class TimeMachinePanel(Card):
    """Kernels, maps, answer and confusion matrix of a checkpoint, as the slider moves."""

    def __init__(
        self,
        session: Session,
        training: TrainingSession,
        policy: ActivationPolicy,
        runs: RunStore,
        parent: QWidget | None = None,
    ) -> None:
        """Look back at the runs of a store; ``policy`` keeps checkpoints."""
        super().__init__(parent)
        named(self, "timePanel", self.tr("Time machine"))
        self._session = session
        self._training = training
        self._policy = policy
        self._store = runs
        self._background = Background("past runs", self)
        self._look: Job | None = None
        self._results = CheckpointResults(session, self)
        self._controls = TimeControls()
        self._curve = RunCurve()
        self._reading = Label(size=1.5, bold=True, name="timeReading")
        self._bars = ProbabilityBars()
        self._bars.setObjectName("timeBars")
        self._matrix = ConfusionMatrix(has_totals=False)
        self._matrix.setObjectName("timeMatrix")
        self._matrix_title = ElidedLabel(colour="muted", name="timeMatrixTitle")
        self._stages = tuple(StageView(number) for number in range(STAGES))
        self._note = Label(colour="muted", name="timeNote", wraps=True)
        self._left_out = Label(colour="muted", name="timeLeftOut", wraps=True)
        self._empty = Label(
            colour="muted", name="timeEmpty", wraps=True, align=Qt.AlignmentFlag.AlignCenter
        )
        self._picture = QWidget()
        """What becomes a frame of a recording."""
        self._recording = Recording(self)
        self._answered: Path | None = None
        """The checkpoint whose answer is on show."""
        self._lay_out()
        self._controls.run_chosen.connect(self._show_run)
        self._controls.checkpoint_chosen.connect(self._show_checkpoint)
        self._controls.keep_requested.connect(self._keep)
        self._controls.delete_requested.connect(self._ask_to_delete)
        self._controls.record_requested.connect(self._record_or_cancel)
        self._controls.run_chosen.connect(self._recording.cancel)
        self._recording.state_changed.connect(self._controls.show_recording)
        self._recording.place_requested.connect(self._show_place)
        self._recording.told.connect(self._note.setText)
        self._curve.epoch_requested.connect(self._go_to_epoch)
        self._results.revisited.connect(self._show_answer)
        self._results.measured.connect(self._show_measured)
        self._results.refused.connect(self._show_refusal)
        # An answer that is known comes at once, also within the request for it.
        for known in (self._results.revisited, self._results.measured):
            known.connect(self._take_frame, Qt.ConnectionType.QueuedConnection)
        training.epoch_finished.connect(self._look_again)
        training.run_finished.connect(self._look_again)
        session.engine_state_changed.connect(self._show_state)

    def _lay_out(self) -> None:
        answer = vbox(self._reading, (self._bars, 10), SPRING, spacing=4)
        matrix = vbox(self._matrix_title, (self._matrix, 1), spacing=3)
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN + 4)
        grid.setVerticalSpacing(MARGIN)
        for row, left in enumerate((answer, matrix)):
            grid.addLayout(left, row, 0)
            grid.addWidget(self._stages[row], row, 1)
            grid.setRowStretch(row, 1)
        grid.setColumnMinimumWidth(0, LEFT_WIDTH)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 4)
        machine = QWidget()
        vbox(self._curve, (grid, 1), on=self._picture)
        vbox(self._controls, (self._picture, 1), self._note, on=machine)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        page = scroll_area(machine, "timeScroll", self.tr("The run"))
        self._stack.addWidget(page)
        vbox((self._stack, 1), self._left_out, on=self, margins=MARGIN)
        self._left_out.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which runs there are by now."""
        super().showEvent(event)
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Play and record no further."""
        super().hideEvent(event)
        self._controls.rest()
        self._recording.cancel()

    # --- which checkpoint ----------------------------------------------------------------

    @property
    def _checkpoint(self) -> Checkpoint | None:
        run = self._controls.run
        return None if run is None else run.checkpoints[self._controls.place]

    @Slot()
    def _look_again(self) -> None:
        if not self.isVisible():
            return
        if self._look is not None:
            self._background.cancel(self._look)
        store = self._store
        self._look = self._background.start(
            lambda _job: past_runs(store), self._show_runs, self._note.setText
        )

    def _show_runs(self, found: PastRuns) -> None:
        self._left_out.setText("\n".join(map(translated, found.left_out)))
        self._left_out.setVisible(bool(found.left_out))
        self._controls.show_runs(found.runs)
        self._show_run()

    @Slot()
    def _show_run(self) -> None:
        run = self._controls.run
        self._stack.setCurrentIndex(0 if run is None else 1)
        if run is None:
            self._empty.setText(
                self.tr(
                    "No training run yet. Train a network: each epoch leaves a checkpoint, and "
                    "here you can watch how it learned to read your drawing."
                )
            )
        self._results.follow(() if run is None else tuple(c.path for c in run.checkpoints))
        if run is not None:
            self._show_alphabet(run.run.spec.alphabet)
            self._show_curve(run)
            self._show_checkpoint()

    def _show_alphabet(self, alphabet: Alphabet) -> None:
        """Name the classes of the run, whatever the model that answers tells apart."""
        self._matrix.show_alphabet(alphabet)
        if alphabet.names != self._bars.names:
            self._bars.show_alphabet(alphabet)

    @Slot(int)
    def _show_checkpoint(self) -> None:
        checkpoint = self._checkpoint
        if checkpoint is None:
            return
        self._curve.mark(checkpoint.epoch)
        self._show_state()
        self._show_matrix(checkpoint)
        self._results.look_at(checkpoint.path)

    @Slot(int)
    def _go_to_epoch(self, epoch: int) -> None:
        run = self._controls.run
        if run is not None:
            distances = [abs(checkpoint.epoch - epoch) for checkpoint in run.checkpoints]
            self._controls.move_to(distances.index(min(distances)))

    # --- what is known about it ----------------------------------------------------------

    @Slot(object)
    def _show_answer(self, answer: Revisited) -> None:
        self._answered = answer.model
        # What the network of that time claims: whether it is a digit at all is not its matter.
        recognition = answer.recognition
        label, probability = recognition.claimed_label, recognition.claimed_probability
        if label is None or probability is None:
            invitation = invitation_to(recognition.alphabet)
            self._reading.setText(nothing_read(self._session, invitation))
        else:
            self._reading.setText(self.tr("{0}, {1} %").format(label, in_percent(probability)))
        self._show_alphabet(recognition.alphabet)
        self._bars.show_probabilities(recognition.probabilities)
        for number, view in enumerate(self._stages):
            view.show_stage(answer.stages[number] if number < len(answer.stages) else None)

    @Slot(str)
    def _show_refusal(self, reason: str) -> None:
        self._recording.cancel()
        self._reading.setText("")
        self._bars.show_probabilities(())
        for view in self._stages:
            view.show_stage(None)
        self._note.setText(reason)

    @Slot()
    def _show_measured(self) -> None:
        checkpoint, run = self._checkpoint, self._controls.run
        if checkpoint is not None and run is not None:
            self._show_matrix(checkpoint)
            self._show_curve(run)

    def _show_matrix(self, checkpoint: Checkpoint) -> None:
        found = self._results.evaluation(checkpoint.path)
        if found is None:
            run = self._controls.run
            alphabet = DIGITS if run is None else run.run.spec.alphabet
            text = self.tr("Reading generated digits…")
            if alphabet != DIGITS:
                self._matrix.show_confusion(None)
                text = self.tr("No set of {0} is at hand.").format(translated(alphabet.listed()))
            self._matrix_title.setText(text)
            return  # what the checkpoint before made of them stays until then
        metrics = found.metrics
        self._matrix.show_confusion(metrics.confusion)
        self._matrix_title.setText(
            self.tr("{0} of {1} generated digits").format(
                grouped(metrics.correct), grouped(metrics.n)
            )
        )

    def _show_curve(self, run: PastRun) -> None:
        """Show what the run noted about its epochs, and what was measured here."""
        names = {
            "accuracy": self.tr("while learning"),
            "validation_accuracy": self.tr("validation"),
        }
        lines = [Line(name, run.shares(key)) for key, name in names.items()]
        measured = {c.epoch: self._results.evaluation(c.path) for c in run.checkpoints}
        shares = {
            epoch: found.metrics.accuracy for epoch, found in measured.items() if found is not None
        }
        lines.append(Line(self.tr("generated"), shares))
        self._curve.show_lines(tuple(lines), run.checkpoints[-1].epoch)

    @Slot()
    def _show_state(self) -> None:
        if self._session.engine_state is EngineState.FAILED:
            self._note.setText(self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine."))
        elif self._session.engine_state is not EngineState.READY:
            self._note.setText(self.tr("Warming up. The answer comes by itself."))
        else:
            self._note.setText("")

    # --- recording -----------------------------------------------------------------------

    @Slot()
    def _record_or_cancel(self) -> None:
        run = self._controls.run
        if self._recording.is_running or run is None:
            self._recording.cancel()
            return
        self._controls.rest()
        ask_where_to_save(
            self,
            self.tr("Save how it learned"),
            "training.gif",
            self.tr("GIF (*.gif)"),
            lambda path: self._recording.start(path, len(run.checkpoints)),
            endings=(".gif",),
        )

    @Slot(int)
    def _show_place(self, place: int) -> None:
        if place == self._controls.place:
            self._show_checkpoint()
        else:
            self._controls.move_to(place)

    @Slot()
    def _take_frame(self) -> None:
        """Take what is shown, once all is known about the checkpoint that is to be taken."""
        run, place, checkpoint = self._controls.run, self._recording.place, self._checkpoint
        if run is None or place is None or checkpoint is None:
            return
        path = checkpoint.path
        if place != self._controls.place or path != self._answered:
            return
        if self._results.evaluation(path) is None:
            return  # it is being measured
        epoch = self.tr("Epoch {0} of {1}").format(checkpoint.epoch, run.checkpoints[-1].epoch)
        caption = Caption(f"{run.run.spec.name} · {epoch}")
        self._recording.take(image_of(self._picture, caption, 1))

    # --- keeping, deleting ---------------------------------------------------------------

    @Slot()
    def _keep(self) -> None:
        checkpoint, run = self._checkpoint, self._controls.run
        if checkpoint is None or run is None:
            return
        suggestion = self.tr("{0} epoch {1}").format(run.run.spec.name, checkpoint.epoch)
        self._policy.keep_checkpoint(
            checkpoint.path, suggestion, self._tell_kept, self._note.setText
        )

    def _tell_kept(self, kept: StoredModel) -> None:
        self._note.setText(self.tr("Kept as {0}: choose it among the models.").format(kept.name))

    @Slot()
    def _ask_to_delete(self) -> None:
        past = self._controls.run
        if past is None:
            return
        if self._training.is_busy:
            self._note.setText(self.tr("A network is being trained: stop it before you delete."))
            return
        stays = (
            self.tr("The version that it became stays.")
            if past.run.status is RunStatus.FINISHED
            else self.tr("It is not finished and could be gone on with.")
        )
        size = self.tr("It takes {0} MB.").format(decimal(past.size / BYTES_OF_A_MEGABYTE, 1))
        question = Question(
            "deleteRun",
            self.tr("Delete Run"),
            self.tr("Delete the run {0} with its checkpoints?").format(past.run.spec.name),
            f"{size} {stays}",
            self.tr("Delete"),
        )
        ask(self, question, lambda: self._delete(past))

    def _delete(self, past: PastRun) -> None:
        self._training.interrupted.discard(past.run, self._look_again, self._note.setText)

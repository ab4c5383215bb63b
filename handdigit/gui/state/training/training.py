"""The window's state of training: one run at a time, in a process of its own."""

from __future__ import annotations

import logging
import threading
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.errors import HanddigitError
from handdigit.gui.state.training.interrupted_runs import InterruptedRuns
from handdigit.gui.state.window_thread import in_window
from handdigit.gui.translation import translated
from handdigit.ink.normalise import Preprocessing, Source
from handdigit.sentences import sentence
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths

if TYPE_CHECKING:
    # The window is painted before anybody trains: at run time these wait for the first use.
    from handdigit.engine.trainer.client import TrainerClient
    from handdigit.engine.trainer.messages import (
        DrawingRead,
        Progress,
        RunCommand,
        RunFinished,
        RunStarted,
        TrainerCommand,
    )
    from handdigit.experiment.events import EpochDone, LearningCurve
    from handdigit.storage.runs.run_store import Run, RunSpec

_log = logging.getLogger(__name__)


class TrainingState(Enum):
    """What the trainer is doing."""

    IDLE = auto()
    """No run: none yet, or the last one became a version."""
    STARTING = auto()
    """The process loads torch and reads the data."""
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()
    """It keeps what it learned, as a version or as a checkpoint; then it is idle."""
    FAILED = auto()
    """The last run stopped by itself; :attr:`TrainingSession.failure` says why."""


BUSY = frozenset(
    {
        TrainingState.STARTING,
        TrainingState.RUNNING,
        TrainingState.PAUSED,
        TrainingState.STOPPING,
    }
)
"""In these there is a run; no other can be started."""


class TrainingSession(QObject):
    """Orders runs, tells what happens, and remembers it for panels that come later.

    Signals:
        state_changed(TrainingState): the trainer does something else now.
        run_started(RunStarted): data and network are there, the first step is next.
        progress_made(Progress): some steps were done; about five times a second.
        epoch_finished(EpochFinished): all data has been seen once more.
        drawing_read(DrawingRead): what the network in training makes of a drawing.
        run_finished(RunFinished): the run has become a version.
        run_failed(str): it stopped by itself, a sentence why.
    """

    state_changed = Signal(object)
    run_started = Signal(object)
    progress_made = Signal(object)
    epoch_finished = Signal(object)
    drawing_read = Signal(object)
    run_finished = Signal(object)
    run_failed = Signal(str)

    def __init__(self, paths: AppPaths, parent: QObject | None = None) -> None:
        """Nothing is started yet."""
        super().__init__(parent)
        self._paths = paths
        self._client: TrainerClient | None = None
        self._farewell: threading.Thread | None = None
        self._state = TrainingState.IDLE
        self.draft = ""
        """What the next run is set to, as the panel writes it: a panel made anew begins there."""
        self._failure = ""
        self._before: StoredModel | None = None
        self._started: RunStarted | None = None
        self._progress: Progress | None = None
        self._newest_reading: DrawingRead | None = None
        self._epochs: tuple[EpochDone, ...] = ()
        self._finished: RunFinished | None = None
        self._curve: list[LearningCurve] = []
        self.interrupted = InterruptedRuns(paths, self)

    # --- what there is -------------------------------------------------------------------

    @property
    def state(self) -> TrainingState:
        """What the trainer is doing."""
        return self._state

    @property
    def is_busy(self) -> bool:
        """Whether there is a run; no other can be started meanwhile."""
        return self._state in BUSY

    @property
    def started(self) -> RunStarted | None:
        """What the present run, or the last, began with."""
        return self._started

    @property
    def progress(self) -> Progress | None:
        """How far it is; None before the first step."""
        return self._progress

    @property
    def epochs(self) -> tuple[EpochDone, ...]:
        """Its complete epochs."""
        return self._epochs

    @property
    def epochs_kept(self) -> tuple[EpochDone, ...]:
        """Those up to the one that measured the weights of the version; all while it goes on.

        None where it was stopped within an epoch.
        """
        finished, epochs = self._finished, self._epochs
        if finished is None:
            return epochs
        if finished.was_stopped and epochs and epochs[-1].step < finished.step:
            return ()
        return tuple(done for done in epochs if done.epoch <= finished.epoch)

    @property
    def curve(self) -> LearningCurve:
        """What each of its steps gave, from the first on."""
        from handdigit.experiment.events import LearningCurve

        if len(self._curve) != 1:
            self._curve = [LearningCurve.joined(self._curve)]
        return self._curve[0]

    @property
    def before(self) -> StoredModel | None:
        """What the present run, or the last, is compared with."""
        return self._before

    @property
    def failure(self) -> str:
        """Why the last run stopped by itself, in the window's language; empty otherwise."""
        return translated(self._failure)

    @property
    def newest_reading(self) -> DrawingRead | None:
        """What the network of the present run, or the last, made of a drawing at last."""
        return self._newest_reading

    @property
    def trainer_pid(self) -> int | None:
        """Process id of the trainer, None while there is none."""
        return self._client.pid if self._client is not None else None

    # --- commands --------------------------------------------------------------------------

    def start(
        self, spec: RunSpec, *, paused: bool = False, before: StoredModel | None = None
    ) -> None:
        """Begin a new run; ``paused`` waits before the first step.

        At its end the new model is compared with ``before``.

        Raises:
            HanddigitError: there is a run already.
        """
        from handdigit.engine.trainer.messages import Train

        self._begin(Train(spec, self._paths, paused, _path(before)), before)

    def resume_run(
        self, run: Run, *, paused: bool = False, before: StoredModel | None = None
    ) -> None:
        """Go on with an interrupted run; as :meth:`start`.

        Raises:
            HanddigitError: there is a run already.
        """
        from handdigit.engine.trainer.messages import ResumeRun

        self._begin(ResumeRun(run.id, self._paths, paused, _path(before)), before)

    @Slot()
    def pause(self) -> None:
        """Wait after the step being done; a checkpoint is written."""
        from handdigit.engine.trainer.messages import Pause

        if self._state is TrainingState.RUNNING:
            self._send(Pause())

    @Slot()
    def resume(self) -> None:
        """Go on after a pause."""
        from handdigit.engine.trainer.messages import Resume

        if self._state is TrainingState.PAUSED:
            self._send(Resume())

    @Slot()
    def step_once(self) -> None:
        """Learn one batch more, then wait; also the first of a run that begins paused."""
        from handdigit.engine.trainer.messages import StepOnce

        if self._state in (TrainingState.STARTING, TrainingState.PAUSED):
            self._send(StepOnce())

    @Slot()
    def stop(self) -> None:
        """End now and keep what was learned so far as a version."""
        from handdigit.engine.trainer.messages import StopTraining

        if self._state in (TrainingState.RUNNING, TrainingState.PAUSED):
            self._send(StopTraining())
            self._set_state(TrainingState.STOPPING)
        elif self._state is TrainingState.STARTING:
            self.leave()  # there is nothing to keep yet

    @Slot()
    def leave(self) -> None:
        """End the trainer; the run can be gone on with."""
        client = self._client
        if client is None or not self.is_busy or self._farewell is not None:
            return

        tell_end = in_window(self._take_leave)

        def wait_for_the_end() -> None:
            client.leave()  # may take seconds
            tell_end()

        self._farewell = threading.Thread(target=wait_for_the_end, name="trainer-farewell")
        self._farewell.start()
        self._set_state(TrainingState.STOPPING)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Learn at this rate from the next step on; what the schedule has left scales alike."""
        from handdigit.engine.trainer.messages import SetLearningRate

        self._send(SetLearningRate(learning_rate))

    def read(
        self,
        revision: int,
        source: Source,
        preprocessing: Preprocessing = Preprocessing(),
    ) -> None:
        """Ask what the network in training makes of a drawing: ``drawing_read`` tells.

        Of several asked for at once the newest is answered.
        """
        from handdigit.engine.trainer.messages import ReadDrawing

        self._send(ReadDrawing(revision, source, preprocessing))

    def close(self) -> None:
        """End the trainer: a run going on can be resumed when the window is opened next."""
        if self._client is not None:
            self._client.leave()
        if self._farewell is not None:
            self._farewell.join()

    # --- the trainer ---------------------------------------------------------------------

    def _begin(self, command: RunCommand, before: StoredModel | None) -> None:
        from handdigit.engine.trainer.client import TrainerClient

        if self.is_busy:
            raise HanddigitError(sentence("A network is being trained: stop that run first."))
        if self._client is None:
            self._client = TrainerClient(in_window(self._take_event))
        self._failure, self._before = "", before
        self._set_state(TrainingState.STARTING)
        self._client.start(command)

    def _send(self, command: TrainerCommand) -> None:
        if self._client is not None:
            self._client.send(command)

    def _set_state(self, state: TrainingState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _take_leave(self) -> None:
        if self._farewell is not None:
            self._farewell.join()
            self._farewell = None
        self._set_state(TrainingState.IDLE)
        self.interrupted.refresh()

    def _take_event(self, event: object) -> None:
        from handdigit.engine.trainer import messages as told

        if not self.is_busy or self._farewell is not None:
            return  # it was on its way when the trainer was left
        match event:
            case told.RunStarted():
                self._started, self._progress, self._newest_reading = event, None, None
                self._finished = None
                self._epochs, self._curve = event.epochs, [event.curve]
                self.run_started.emit(event)
                self._set_state(TrainingState.RUNNING)
                self.interrupted.refresh()
            case told.Progress():
                self._progress = event
                self._curve.append(event.curve)
                self.progress_made.emit(event)
            case told.EpochFinished():
                self._epochs = (*self._epochs, event.done)
                self.epoch_finished.emit(event)
            case told.Paused() if self._state is TrainingState.RUNNING:
                self._set_state(TrainingState.PAUSED)
            case told.Resumed() if self._state is TrainingState.PAUSED:
                self._set_state(TrainingState.RUNNING)
            case told.DrawingRead():
                self._newest_reading = event
                self.drawing_read.emit(event)
            case told.RunFinished():
                self._finished = event
                self._set_state(TrainingState.IDLE)
                self.run_finished.emit(event)
                self.interrupted.refresh()
            case told.RunFailed() | told.TrainerEnded():
                self._failure = event.sentence
                _log.warning("training stopped: %s", event.sentence)
                self._set_state(TrainingState.FAILED)
                self.run_failed.emit(self.failure)
                self.interrupted.refresh()


def _path(model: StoredModel | None) -> Path | None:
    return None if model is None else model.path

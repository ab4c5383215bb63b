"""The trainer process: one run, then the end. Torch is imported in here only."""

from __future__ import annotations

import contextlib
import logging
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from handdigit.engine.trainer.messages import (
    CheckpointSaved,
    DrawingRead,
    EpochFinished,
    Leave,
    Pause,
    Paused,
    Progress,
    ReadDrawing,
    Resume,
    Resumed,
    RunCommand,
    RunFailed,
    RunFinished,
    RunStarted,
    SetLearningRate,
    StepOnce,
    StopTraining,
    Train,
    TrainerCommand,
    TrainerEvent,
)
from handdigit.engine.transport import Transport
from handdigit.errors import EmptyDrawingError, HanddigitError, os_errors_as
from handdigit.experiment.events import (
    Checkpoint,
    EpochDone,
    Event,
    LearningCurve,
    StepDone,
    Trained,
)
from handdigit.experiment.receipt import RunReceipt
from handdigit.ink.normalise import normalise
from handdigit.sentences import sentence
from handdigit.storage.atomic import claimed
from handdigit.storage.models.model_file import read_model
from handdigit.storage.runs.run_store import RunStore
from handdigit.training.run_receipt import measure_run
from handdigit.training.stored_run import PreparedRun, StoredRun, prepare_run

BUG = sentence("Training stopped because of a fault in handdigit; the log has the details.")
BROKE_OFF = sentence("Training broke off, and the newest checkpoint is kept")
_log = logging.getLogger(__name__)
TELL_EVERY_S = 0.2
SPEED_WINDOW = 50
"""The speed is that of the last so many times it was told."""


def run_training(command: RunCommand, transport: Transport) -> None:
    """Do the run that was ordered and tell how it goes, until it is over or shall be left."""
    run_id = None if isinstance(command, Train) else command.run_id
    try:
        with os_errors_as(BROKE_OFF), _opened(command) as stored:
            run_id = stored.run.id
            Trainer(transport, stored, command).work()
    except HanddigitError as error:
        # Told only now: whoever hears of it finds the run unlocked.
        transport.send(RunFailed(error.sentence, _kept(command, run_id)))
    except Exception:
        _log.exception("training stopped")
        transport.send(RunFailed(BUG, _kept(command, run_id)))


@contextlib.contextmanager
def _opened(command: RunCommand) -> Iterator[StoredRun]:
    store = RunStore(command.paths.runs)
    prepared: PreparedRun | None = None
    spec = command.spec if isinstance(command, Train) else store.find(command.run_id).spec
    with contextlib.nullcontext() if spec.out is None else claimed(spec.out):
        if isinstance(command, Train):
            prepared = prepare_run(spec, command.paths)  # what cannot be read makes no run
            run = store.create(spec)
        else:
            run = store.find(command.run_id)
        with store.locked(run):
            yield StoredRun(store, run, command.paths, prepared=prepared)


def _kept(command: RunCommand, run_id: str | None) -> str | None:
    """Return the run's name if there is anything to go on from; else remove it."""
    store = RunStore(command.paths.runs)
    if run_id is None or not isinstance(command, Train):
        return run_id
    with contextlib.suppress(HanddigitError):
        run = store.find(run_id)
        if store.progress(run) is None:
            store.delete(run)
            return None
    return run_id


class Trainer:
    """One run at work: between any two events of it the window's commands are heard."""

    def __init__(self, transport: Transport, stored: StoredRun, command: RunCommand) -> None:
        """Nothing is done yet; a paused ``command`` waits before the first step."""
        self._transport, self._stored = transport, stored
        self._control = stored.control
        self._step = stored.step
        self._epoch = len(stored.epochs)
        self._steps = stored.prepared.steps
        self._read_last: ReadDrawing | None = None
        self._saved_step = None if stored.is_new else stored.step
        self._newest: Checkpoint | None = None
        self._before = command.before
        self._pausing, self._paused = command.paused, False
        self._leaving = self._is_over = False
        self._steps_wanted = 0
        """Pause after so many more; below 1: only when told to."""
        self._asked: ReadDrawing | None = None
        self._untold: list[StepDone] = []
        self._finished: EpochDone | None = None
        """An epoch whose checkpoint is about to be written."""
        self._told_at = time.monotonic()
        self._pace: deque[tuple[float, int]] = deque(maxlen=SPEED_WINDOW)
        """At which times which steps were done, without a pause in between."""

    def work(self) -> None:
        """Learn until the run is over or shall be left.

        Raises:
            HanddigitError: the run cannot go on.
        """
        events = self._stored.events()
        if self._stored.is_new:
            first = next(events)
            self._tell_start()
            self._take(first)
        else:
            self._tell_start()
            self._pause_if_wanted()
        while not self._is_over and self._hear():
            self._take(next(events))
        events.close()

    # --- what happens --------------------------------------------------------------------

    def _take(self, event: Event) -> None:
        match event:
            case StepDone():
                self._step = event.step
                self._untold.append(event)
                self._steps_wanted -= 1
                if self._steps_wanted == 0:
                    self._pausing = self._control.checkpoint = True
                elif time.monotonic() - self._told_at >= TELL_EVERY_S:
                    self._tell_progress()
            case EpochDone():
                self._finished = event
            case Checkpoint():
                self._take_checkpoint(event)
            case Trained():
                self._finish(event, event.epoch, stopped=event.stopped_early)

    def _take_checkpoint(self, checkpoint: Checkpoint) -> None:
        self._newest, self._saved_step = checkpoint, checkpoint.step
        self._tell(CheckpointSaved(checkpoint.step, checkpoint.epoch))
        if self._finished is not None:
            self._tell_progress()
            self._epoch = self._finished.epoch
            snapshot = self._stored.snapshot(self._finished.epoch)
            self._tell(EpochFinished(self._finished, snapshot))
            self._finished = None
        if self._control.stop:
            self._finish(checkpoint, checkpoint.epoch, stopped=True)
        else:
            self._pause_if_wanted()

    def _finish(self, result: Trained | Checkpoint, epoch: int, *, stopped: bool) -> None:
        self._tell_progress()
        asked = self._asked or self._read_last
        if asked is not None:
            self._read(asked, result)
        model = self._stored.keep(result)
        self._tell(
            RunFinished(
                run_id=self._stored.run.id,
                model=model,
                epoch=epoch,
                stopped_early=stopped,
                was_stopped=isinstance(result, Checkpoint),
                epochs=self._stored.prepared.recipe.epochs,
                step=self._step,
                steps=self._steps,
                receipt=self._measured(model),
            )
        )
        self._is_over = True

    def _measured(self, model: Path) -> RunReceipt | None:
        """Compare with the model before; the run is kept, whatever comes of that."""
        if self._before is None:
            return None
        try:
            return measure_run(self._stored.prepared, read_model(model), self._before)
        except Exception:
            _log.exception("the models were not compared")
            return None

    def _pause_if_wanted(self) -> None:
        if self._pausing:
            self._tell_progress()
            self._pausing, self._paused = False, True
            self._tell(Paused(self._step))

    # --- what is requested ------------------------------------------------------------------

    def _hear(self) -> bool:
        """Take the commands that have come, wait for more in a pause; False to end."""
        while True:
            while self._transport.poll():
                self._carry_out(self._transport.recv())
            if self._asked is not None:
                self._read(self._asked)
                self._asked = None
            if self._leaving and self._is_saved:
                return False
            if self._control.stop and self._is_saved and self._newest is not None:
                self._finish(self._newest, self._newest.epoch, stopped=True)
                return False
            if not self._paused or self._control.stop:
                return True
            self._carry_out(self._transport.recv())

    @property
    def _is_pausing(self) -> bool:
        """Whether it waits, or will after the steps that were requested for one by one."""
        return self._paused or self._pausing or self._steps_wanted > 0

    @property
    def _is_saved(self) -> bool:
        """Whether the newest checkpoint is of this moment."""
        return self._saved_step == self._step

    def _carry_out(self, command: TrainerCommand) -> None:
        match command:
            case Pause() if not self._is_pausing:
                self._pausing = self._control.checkpoint = True
            case Resume() if self._is_pausing:
                self._paused = self._pausing = False
                self._steps_wanted = 0
                self._pace.clear()
                self._tell(Resumed(self._step))
            case StepOnce() if self._is_pausing:
                self._paused = self._pausing = False
                self._steps_wanted = max(0, self._steps_wanted) + 1
            case StopTraining():
                self._control.stop = True
            case Leave():
                self._leaving = True
                self._control.checkpoint = not self._is_saved
            case SetLearningRate():
                self._control.learning_rate = command.learning_rate
            case ReadDrawing():
                self._asked = command

    def _read(self, command: ReadDrawing, result: Trained | Checkpoint | None = None) -> None:
        """Answer a drawing, leaving the network and all randomness as they are.

        With what the run became the answer is the one that its model will give.
        """
        self._read_last = command
        try:
            picture = normalise(command.source, command.preprocessing).picture
        except EmptyDrawingError:
            self._tell(DrawingRead(command.revision, self._step, ()))
            return
        prepared = self._stored.prepared
        network, info = prepared.network, prepared.info
        grey = torch.from_numpy(picture[None, None]).to(prepared.device).float()
        if result is not None:
            for name, value in network.state_dict().items():
                value.copy_(torch.from_numpy(np.array(result.weights[name]).reshape(value.shape)))
        was_training = network.training
        network.eval()  # batch normalisation keeps its statistics, dropout throws no dice
        with torch.inference_mode():
            logits = network(grey.div_(255).sub_(info.mean).div_(info.std))
        network.train(was_training)
        temperature = result.temperature if isinstance(result, Trained) else 1.0
        probabilities = (logits[0].cpu().double() / temperature).softmax(0).tolist()
        self._tell(DrawingRead(command.revision, self._step, tuple(probabilities)))

    # --- what is told --------------------------------------------------------------------

    def _tell(self, event: TrainerEvent) -> None:
        self._transport.send(event)

    def _tell_start(self) -> None:
        stored = self._stored
        prepared = stored.prepared
        self._tell(
            RunStarted(
                run_id=stored.run.id,
                spec=stored.run.spec,
                device=prepared.device.type,
                digits=prepared.learned,
                step=self._step,
                steps=self._steps,
                epochs=stored.epochs,
                curve=stored.curve,
                held_back=prepared.held_back,
            )
        )

    def _tell_progress(self) -> None:
        if not self._untold:
            return
        now = time.monotonic()
        self._pace.append((now, self._step))
        since, first = self._pace[0]
        speed = (self._step - first) / (now - since) if self._step > first else None
        recipe = self._stored.prepared.recipe
        self._tell(
            Progress(
                step=self._step,
                steps=self._steps,
                epoch=min(self._epoch + 1, recipe.epochs),
                epochs=recipe.epochs,
                curve=LearningCurve.of(self._untold),
                samples_per_second=speed and speed * recipe.batch_size,
                seconds_left=speed and (self._steps - self._step) / speed,
            )
        )
        self._untold.clear()
        self._told_at = now

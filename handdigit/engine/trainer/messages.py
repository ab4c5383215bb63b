"""What the window and the trainer say to each other: frozen, numpy and builtins only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handdigit.experiment.events import EpochDone, LearningCurve
from handdigit.experiment.receipt import RunReceipt
from handdigit.ink.normalise import Preprocessing, Source
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_store import RunSpec

# --- commands: Train or ResumeRun first, then the others ---------------------------------------


@dataclass(frozen=True, slots=True)
class Train:
    """Command: begin a new run."""

    spec: RunSpec
    paths: AppPaths
    paused: bool = False
    """Wait before the first step, for one step at a time."""
    before: Path | None = None
    """The model to compare the new one with."""


@dataclass(frozen=True, slots=True)
class ResumeRun:
    """Command: go on with an interrupted run."""

    run_id: str
    paths: AppPaths
    paused: bool = False
    before: Path | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Command: write a checkpoint and wait."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Command: go on after a pause."""


@dataclass(frozen=True, slots=True)
class StepOnce:
    """Command: learn one batch, then wait (again)."""


@dataclass(frozen=True, slots=True)
class StopTraining:
    """Command: end now and keep what was learned so far as a version."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Command: write a checkpoint and end the process; the run can be gone on with later."""


@dataclass(frozen=True, slots=True)
class SetLearningRate:
    """Command: learn at this rate from the next step on; the rest of the schedule scales alike."""

    learning_rate: float


@dataclass(frozen=True, slots=True, eq=False)
class ReadDrawing:
    """Command: what the network reads as it is now; of several the newest is answered."""

    revision: int
    source: Source
    preprocessing: Preprocessing = Preprocessing()


# --- events -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class RunStarted:
    """Event: data and network are there, the first step is next."""

    run_id: str
    spec: RunSpec
    device: str
    """``cpu``, ``cuda`` or ``mps``."""
    digits: int
    """How many digits an epoch has, those held back for validation not counted."""
    step: int
    """So many are done already; above 0 where a run is gone on with."""
    steps: int
    """Of the whole run."""
    epochs: tuple[EpochDone, ...]
    """Those done already."""
    curve: LearningCurve
    """Of the steps done already."""
    held_back: int = 0
    """How many digits are measured after every epoch and never learned."""


@dataclass(frozen=True, slots=True, eq=False)
class Progress:
    """Event: some steps were done; told about five times a second."""

    step: int
    steps: int
    epoch: int
    """The one going on, counted from 1."""
    epochs: int
    curve: LearningCurve
    """Of the steps since the last such event."""
    samples_per_second: float | None
    """None while there is no telling."""
    seconds_left: float | None
    """None while there is no telling."""


@dataclass(frozen=True, slots=True)
class EpochFinished:
    """Event: all data has been seen once more."""

    done: EpochDone
    snapshot: Path | None
    """The model file of this moment."""


@dataclass(frozen=True, slots=True)
class CheckpointSaved:
    """Event: a run killed from now on goes on from here."""

    step: int
    epoch: int


@dataclass(frozen=True, slots=True)
class Paused:
    """Event: the trainer waits; a checkpoint is written."""

    step: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """Event: the trainer goes on."""

    step: int


@dataclass(frozen=True, slots=True)
class DrawingRead:
    """Event: what the network in training makes of a drawing."""

    revision: int
    step: int
    """So many steps it had learned."""
    probabilities: tuple[float, ...]
    """Of each class; none for a drawing without ink."""


@dataclass(frozen=True, slots=True)
class RunFinished:
    """Event: the run has become a version."""

    run_id: str
    model: Path
    epoch: int
    """After which its weights were taken."""
    stopped_early: bool
    """It did not get better any more, or it was stopped."""
    was_stopped: bool = False
    """It was told to stop."""
    epochs: int = 0
    """As planned."""
    step: int = 0
    """The last one that was done."""
    steps: int = 0
    """As planned."""
    receipt: RunReceipt | None = None
    """What the new model is beside the one before; None where there is nothing to compare by."""


@dataclass(frozen=True, slots=True)
class RunFailed:
    """Event: the run stopped, and why."""

    sentence: str
    run_id: str | None
    """None if it never began; else its last good checkpoint is there to go on from."""


@dataclass(frozen=True, slots=True)
class TrainerEnded:
    """Event: the process is gone without having been asked to."""

    sentence: str
    run_id: str | None
    """The run to go on with, if it had begun."""


RunCommand = Train | ResumeRun
TrainerCommand = Pause | Resume | StepOnce | StopTraining | Leave | SetLearningRate | ReadDrawing
TrainerEvent = (
    RunStarted
    | Progress
    | EpochFinished
    | CheckpointSaved
    | Paused
    | Resumed
    | DrawingRead
    | RunFinished
    | RunFailed
    | TrainerEnded
)

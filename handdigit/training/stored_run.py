"""A training run that is stored while it goes on: killed at any moment, it is not lost.

The trainer process and the command line carry out their runs with this.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.errors import HanddigitError, decoding
from handdigit.experiment.events import (
    NO_STEPS,
    Checkpoint,
    EpochDone,
    Event,
    LearningCurve,
    StepDone,
    Trained,
)
from handdigit.experiment.recipe import Recipe
from handdigit.recognition.device import choose_device
from handdigit.recognition.network import Network, build_network
from handdigit.recognition.pictures import as_input
from handdigit.recognition.recogniser import Recogniser, load_network
from handdigit.sentences import sentence
from handdigit.storage.datasets.sources import DataSource
from handdigit.storage.models.model_file import ModelFile, read_model
from handdigit.storage.models.model_info import CURVE, TEACHER, ModelInfo
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_state import RunError, RunState
from handdigit.storage.runs.run_store import Run, RunSpec, RunStatus, RunStore
from handdigit.training.batches import Purpose, perturbed_pictures, random_numbers
from handdigit.training.dataset import TrainingData
from handdigit.training.loop import fit
from handdigit.training.narrowing import is_narrower, narrowed
from handdigit.training.parallel import ALONE, Team
from handdigit.training.sources import read_training_data

CHECKPOINT_EVERY_S = 5.0
CHECKPOINT_SHARE = 0.02
"""No more of the time than this is spent on checkpoints: a slow disk gets fewer."""
FITTED_PICTURES = 1500
"""A network that begins with its teacher's channels is fitted to so many."""
VALIDATION = "validation"
"""Name among the results of the part of the data that is never learned."""
_CURVE = "curve."
"""Prefix of the arrays in a stored checkpoint that are what every step gave."""


@dataclass
class Control:
    """What whoever carries a run out asks of it between two events."""

    checkpoint: bool = False
    """Write a checkpoint next; False again once that is done."""
    learning_rate: float | None = None
    """Learn at this rate from the next step on, the rest of the schedule scaled alike; None
    again once that is done."""
    stop: bool = False
    """End; the last event is a checkpoint."""


@dataclass(frozen=True, slots=True, eq=False)
class PreparedRun:
    """A run spec with all that it names: read once, before the first step."""

    recipe: Recipe
    info: ModelInfo
    """Of the model that it becomes, but for the results."""
    network: Network
    training_data: TrainingData
    device: torch.device
    steps: int
    """Of the whole run."""
    learned: int
    """Digits of an epoch."""
    held_back: int
    """Digits to measure by, never learned."""
    teacher: Network | None = None
    """Whose answers are learned beside the labels, in evaluation mode on :attr:`device`."""


def prepare_run(spec: RunSpec, paths: AppPaths, *, info: ModelInfo | None = None) -> PreparedRun:
    """Read the data and build the network of an spec.

    Args:
        spec: what to train, and on what.
        paths: where the data is.
        info: of a run that is gone on with: the weights come from its checkpoint.

    Raises:
        HanddigitError: the recipe, a source, the model to begin with or the device is not there
            or cannot be used.
    """
    recipe = Recipe.from_json(spec.recipe)
    device = choose_device(spec.device)
    torch.manual_seed(recipe.seed)
    taught = None if spec.teacher is None else _teacher(spec.teacher)
    begins_anew = info is None and spec.start is None
    if info is not None:
        network = build_network(info.architecture)
    elif spec.start is not None:
        info, network = _further(spec.name, spec.start, recipe)
    else:
        info = ModelInfo(
            spec.name,
            recipe.architecture(len(spec.alphabet)),
            recipe=recipe.to_json(),
            alphabet=spec.alphabet,
        )
        network = build_network(info.architecture)
    if taught is not None:
        info = _taught_by(taught, info)
    sources = [DataSource.parse(text) for text in spec.sources]
    training_data = read_training_data(sources, paths, recipe, info.alphabet)
    teacher = None if taught is None else load_network(taught).eval()
    if begins_anew and teacher is not None and is_narrower(info.architecture, teacher.architecture):
        pictures, _labels = perturbed_pictures(training_data, recipe, FITTED_PICTURES)
        network = narrowed(teacher, info.architecture, as_input(pictures, info.mean, info.std))
    rng = random_numbers(recipe.seed, Purpose.VALIDATION)
    learned, kept = (
        len(part.pictures) + len(part.inks) * renderings + part.generated
        for part, renderings in zip(
            training_data.split(recipe.validation, rng), (recipe.renderings, 1), strict=True
        )
    )
    return PreparedRun(
        recipe,
        replace(info, training_data=training_data.sources),
        network,
        training_data,
        device,
        steps=max(1, learned // recipe.batch_size) * recipe.epochs,
        learned=learned,
        held_back=kept,
        teacher=None if teacher is None else _placed(teacher, device),
    )


def _teacher(path: Path) -> ModelFile:
    """Return the model whose answers are learned, tried."""
    teacher = read_model(path)
    if teacher.info.is_ensemble:
        raise HanddigitError(
            sentence("{0} is several networks: learn from one of them.", path.stem)
        )
    Recogniser(teacher, "cpu")
    return teacher


def _taught_by(teacher: ModelFile, info: ModelInfo) -> ModelInfo:
    """Return the description of a model that learns from another: both see the same input."""
    given = teacher.info
    if given.alphabet != info.alphabet:
        raise HanddigitError(
            sentence(
                "{0} reads {1}: choose a teacher that reads the same.",
                given.name,
                given.alphabet.listed(),
            )
        )
    named = {"name": given.name, "weights": teacher.fingerprint()}
    if TEACHER in info.parent:  # a run that goes on
        if info.parent[TEACHER] != named:
            raise HanddigitError(
                sentence("The run began with another {0}: start the training anew.", given.name)
            )
        return info
    if "weights" not in info.parent:
        info = replace(info, mean=given.mean, std=given.std)
    elif (given.mean, given.std) != (info.mean, info.std):
        raise HanddigitError(
            sentence(
                "{0} sees grey levels otherwise than {1}: choose another.", given.name, info.name
            )
        )
    return replace(info, parent={**info.parent, TEACHER: named})


def _placed(teacher: Network, device: torch.device) -> Network:
    """Return a network that is only asked, on a device and in the layout of the one that learns."""
    asked = teacher.requires_grad_(False).to(device)
    return asked.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def _further(name: str, start: Path, recipe: Recipe) -> tuple[ModelInfo, Network]:
    """Return a model's description and network, to learn further."""
    before = read_model(start)
    if before.info.is_ensemble:
        raise HanddigitError(
            sentence("{0} is several networks: train one of them further.", start.stem)
        )
    if before.info.architecture != recipe.architecture(len(before.info.alphabet)):
        raise HanddigitError(
            sentence("{0} is another network than {1}.", start.stem, recipe.network)
        )
    info = ModelInfo(
        name,
        before.info.architecture,
        mean=before.info.mean,
        std=before.info.std,
        recipe=recipe.to_json(),
        parent={"name": start.stem, "weights": before.fingerprint()},
        alphabet=before.info.alphabet,
    )
    Recogniser(before, "cpu")  # which tries it: training would hide what is wrong with it
    return info, load_network(before)


class StoredRun:
    """A run of a :class:`RunStore`, to be used while it is locked there."""

    def __init__(
        self,
        store: RunStore,
        run: Run,
        paths: AppPaths,
        *,
        prepared: PreparedRun | None = None,
        team: Team = ALONE,
    ) -> None:
        """Read the newest checkpoint, if there is one, and the data, unless it was read.

        Raises:
            HanddigitError: the run is finished, or anything that it needs cannot be read.
        """
        if store.find(run.id).status is RunStatus.FINISHED:
            raise RunError(sentence("The run {0} has become a model already.", run.id))
        self._store, self.run, self._paths = store, run, paths
        self._team = team
        state = store.read_state(run)
        self.curve = NO_STEPS
        """What every step gave, up to the newest checkpoint."""
        self._new_steps: list[StepDone] = []
        self._resume: Checkpoint | None = None
        info = None
        if state is not None:
            damaged = sentence(
                "The checkpoint of the run {0} is damaged: start the training anew.", run.id
            )
            with decoding(damaged, RunError):
                self.curve, self._resume = _checkpoint(state)
                info = ModelInfo.from_json(
                    state.facts["info"], where=sentence("The run {0}", run.id)
                )
                _history(self._resume)
        self.prepared = prepared or prepare_run(run.spec, paths, info=info)
        self.control = Control()

    @property
    def step(self) -> int:
        """So many steps were done when it was opened."""
        return self._resume.step if self._resume else 0

    @property
    def is_new(self) -> bool:
        """Whether there was no checkpoint when it was opened: the first event will be one."""
        return self._resume is None

    @property
    def epochs(self) -> tuple[EpochDone, ...]:
        """Those that were complete when it was opened."""
        return _history(self._resume) if self._resume else ()

    def events(self) -> Generator[Event, None, None]:
        """Yield the events of :func:`fit`; a checkpoint is on disk when it is yielded.

        Raises:
            HanddigitError: the disk does not take a checkpoint, or as :func:`fit`.
        """
        prepared, control = self.prepared, self.control
        due_at = time.monotonic() + CHECKPOINT_EVERY_S

        def checkpoint_wanted() -> bool:
            due = self._team.leads and time.monotonic() > due_at
            return control.checkpoint or due

        def changed_learning_rate() -> float | None:
            rate, control.learning_rate = control.learning_rate, None
            return rate

        for event in fit(
            prepared.network,
            prepared.training_data,
            prepared.recipe,
            mean=prepared.info.mean,
            std=prepared.info.std,
            device=prepared.device,
            resume=self._resume,
            checkpoint_wanted=checkpoint_wanted,
            changed_learning_rate=changed_learning_rate,
            should_stop=lambda: control.stop,
            team=self._team,
            teacher=prepared.teacher,
        ):
            match event:
                case StepDone():
                    self._new_steps.append(event)
                case Checkpoint() if self._team.leads:
                    began = time.monotonic()
                    self._write(event)
                    control.checkpoint = False
                    written = time.monotonic()
                    took_s = written - began
                    due_at = written + max(CHECKPOINT_EVERY_S, took_s / CHECKPOINT_SHARE)
            yield event

    def snapshot(self, epoch: int) -> Path:
        """Return the model file of an epoch."""
        return self._store.snapshot(self.run, epoch)

    def keep(self, result: Trained | Checkpoint) -> Path:
        """Make this the model that the run became; return its file.

        Raises:
            HanddigitError: a folder or the disk does not take it.
        """
        history = result.history if isinstance(result, Trained) else _history(result)
        measured = isinstance(result, Trained) or result.facts["batches"] == 0
        model = self._model(result.weights, history, result.epoch if measured else 0)
        if isinstance(result, Trained):
            model = replace(model, info=replace(model.info, temperature=result.temperature))
            # The epoch that it was taken from answers as it does.
            self._store.write_snapshot(self.run, result.epoch, model)
        return self._store.write_result(self.run, model, self._paths)

    def _write(self, checkpoint: Checkpoint) -> None:
        history = _history(checkpoint)
        if checkpoint.facts["batches"] == 0 and checkpoint.weights:
            # Before the state: a run that goes on from there has the epoch's snapshot.
            model = self._model(checkpoint.weights, history, checkpoint.epoch)
            self._store.write_snapshot(self.run, checkpoint.epoch, model)
        facts = dict(checkpoint.facts) | {"info": self.prepared.info.to_json()}
        curve = LearningCurve.joined([self.curve, LearningCurve.of(self._new_steps)])
        self.curve, self._new_steps = curve, []
        arrays = dict(checkpoint.arrays) | {f"{_CURVE}{n}": a for n, a in curve.arrays().items()}
        self._store.write_state(
            self.run, RunState(checkpoint.step, checkpoint.epoch, arrays, facts)
        )

    def _model(
        self,
        weights: Mapping[str, NDArray[np.generic]],
        history: tuple[EpochDone, ...],
        epoch: int,
    ) -> ModelFile:
        """Return a model file; ``epoch`` is the one after which it is, 0 between two."""
        results: dict[str, Any] = {CURVE: [asdict(done) for done in history]}
        accuracy = history[epoch - 1].validation_accuracy if epoch else None
        if accuracy is not None:
            results[VALIDATION] = {"n": self.prepared.held_back, "accuracy": accuracy}
        created = datetime.now(UTC).isoformat(timespec="seconds")
        return ModelFile(replace(self.prepared.info, created=created, results=results), weights)


def _checkpoint(state: RunState) -> tuple[LearningCurve, Checkpoint]:
    """Return what the steps done gave and the checkpoint, as they were stored."""
    arrays = dict(state.arrays)
    stored = {
        name.removeprefix(_CURVE): arrays.pop(name) for name in [*arrays] if name.startswith(_CURVE)
    }
    return LearningCurve.from_arrays(stored), Checkpoint(
        state.step, state.epoch, arrays, state.facts
    )


def _history(checkpoint: Checkpoint) -> tuple[EpochDone, ...]:
    return tuple(EpochDone(**done) for done in checkpoint.facts["history"])

"""The training loop: a generator of events that a caller prints, sends or collects."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from handdigit.experiment.evaluation import fitted_temperature
from handdigit.experiment.events import (
    Checkpoint,
    EpochDone,
    Event,
    StepDone,
    Trained,
    TrainingError,
)
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.schedules import learning_rate
from handdigit.recognition.device import mixed_precision
from handdigit.recognition.pictures import grey_levels
from handdigit.sentences import sentence
from handdigit.training.batches import (
    Batch,
    Examples,
    Purpose,
    random_numbers,
    seed_torch,
)
from handdigit.training.dataset import TrainingData
from handdigit.training.learner import Learner, not_a_number
from handdigit.training.parallel import ALONE, Team


class MetricsFetch(Protocol):
    """Takes two figures from a device, step by step."""

    def read(self, figures: Tensor) -> tuple[float, float]:
        """Return the figures of this step, or of the one before."""
        ...


class DirectFetch:
    """Waits for the figures: on a CPU they are there already."""

    def read(self, figures: Tensor) -> tuple[float, float]:
        """Return the figures of this step."""
        first, second = figures.tolist()
        return first, second


class LaggingFetch:
    """Gives the figures of the step before; this step's are copied while the GPU works."""

    def __init__(self) -> None:
        """Keep two places in turn: one is read while the other is written."""
        self._places = [torch.zeros(2, pin_memory=True) for _ in range(2)]
        self._events: list[torch.cuda.Event] = []

    def read(self, figures: Tensor) -> tuple[float, float]:
        """Return the figures of the step before; those of the first step twice."""
        self._places.reverse()
        self._places[0].copy_(figures, non_blocking=True)
        event = torch.cuda.Event()  # type: ignore[no-untyped-call]
        event.record()
        self._events = [event, *self._events[:1]]
        self._events[-1].synchronize()
        first, second = self._places[len(self._events) - 1].tolist()
        return first, second


def make_metrics_fetch(device: torch.device) -> MetricsFetch:
    """Return the fetch for a device."""
    return LaggingFetch() if device.type == "cuda" else DirectFetch()


MEASURED_AT_ONCE = 1000
"""Pictures of a batch that is only measured."""
SOFTNESS = 2.0
"""Logits are divided by it where a teacher's answers are learned: then what it takes for possible
counts as well."""
LABELS_SHARE = 0.2
"""Share of the labels in the loss where there is a teacher."""


def fit(
    network: nn.Module,
    training_data: TrainingData,
    recipe: Recipe,
    *,
    mean: float,
    std: float,
    device: torch.device,
    resume: Checkpoint | None = None,
    checkpoint_wanted: Callable[[], bool] = lambda: False,
    changed_learning_rate: Callable[[], float | None] = lambda: None,
    should_stop: Callable[[], bool] = lambda: False,
    team: Team = ALONE,
    teacher: nn.Module | None = None,
) -> Iterator[Event]:
    """Train ``network`` in place and yield what happens; the last event is Trained.

    One step is done between two StepDone events; a caller that does not ask for the next
    event pauses the run. Same recipe, data and seed give the same weights on a CPU, also when
    the run was interrupted and goes on from one of its checkpoints. torch's own random
    numbers are seeded anew for every step.

    Args:
        network: what to train; with ``resume`` its weights do not matter.
        training_data: what to learn from; the recipe says how much of it is held back.
        recipe: how.
        mean: subtracted from grey levels 0..1.
        std: divides them after that.
        device: where.
        resume: go on from here. Were data added since, the epoch begun goes on with them.
        checkpoint_wanted: asked after every step; whether to yield a Checkpoint now.
        changed_learning_rate: asked before every step; the rate that this step shall have, with
            all that follow scaled alike, or None where nobody has changed it since.
        should_stop: asked after every step; then a Checkpoint is the last event.
        team: the processes that train together; all of them call this alike.
        teacher: a network on ``device``, in evaluation mode, whose answers are learned beside the
            labels.

    Raises:
        TrainingError: the loss is no longer a number, or the memory is not enough.
    """
    with _explained(recipe):
        examples = Examples(training_data, recipe, device)
        team.share_norms(network)
        learner = Learner(network, recipe, device)
        per_epoch = examples.steps_per_epoch
        steps = per_epoch * recipe.epochs
        fetch = make_metrics_fetch(device)
        if resume is None:
            team.agree(learner.network)
            yield learner.checkpoint(0)
        else:
            learner.restore(resume)
        while learner.epoch < recipe.epochs and not _has_waited_enough(learner, recipe):
            order = examples.order(learner.epoch)
            while learner.batches < per_epoch:
                started = time.perf_counter()
                step = learner.epoch * per_epoch + learner.batches
                planned = learning_rate(recipe, step, steps, per_epoch)
                rate = learner.follow(planned, changed_learning_rate())
                first = learner.batches * recipe.batch_size
                chosen = order[first : first + recipe.batch_size]
                # All processes draw the numbers of the whole batch: it is the same however many
                # there are.
                rng = random_numbers(recipe.seed, Purpose.VARIATION, step, 0)
                generator = seed_torch(device, recipe.seed, step, rank=team.rank)
                varied = examples.batch(chosen, rng, generator, team.share(len(chosen)))
                batch = Batch(_normalised(varied.pictures, mean, std), varied.labels)
                figures = _learn(batch, len(chosen), learner, recipe, team, teacher)
                loss, accuracy = fetch.read(figures)
                if not math.isfinite(loss):
                    raise not_a_number(step + 1)
                learner.note(figures, time.perf_counter() - started)
                yield StepDone(step + 1, steps, loss, accuracy, rate)
                if team.any(should_stop(), device):
                    yield learner.checkpoint(step + 1)
                    return
                if checkpoint_wanted():
                    yield learner.checkpoint(step + 1)
            started = time.perf_counter()
            step = (learner.epoch + 1) * per_epoch
            loss, accuracy = learner.means()
            if not math.isfinite(loss):
                raise not_a_number(step)
            measured = _measured(learner.used, examples.validation, mean, std)
            validation_loss, validation_accuracy = team.mean(measured, device) or (None, None)
            done = EpochDone(
                epoch=learner.epoch + 1,
                epochs=recipe.epochs,
                step=step,
                loss=loss,
                accuracy=accuracy,
                validation_loss=validation_loss,
                validation_accuracy=validation_accuracy,
                learning_rate=learner.follow(learning_rate(recipe, step - 1, steps, per_epoch)),
                seconds=learner.seconds + time.perf_counter() - started,
            )
            learner.end_epoch(done, keep_best=recipe.patience > 0)
            yield done
            yield learner.checkpoint(step)
        epoch, weights = learner.result()
        stopped_early = learner.epoch < recipe.epochs
        learner.take(weights)
        temperature = _temperature(learner.used, examples.validation, mean, std)
        yield Trained(weights, epoch, stopped_early, learner.history, temperature)


def _learn(
    batch: Batch,
    count: int,
    learner: Learner,
    recipe: Recipe,
    team: Team,
    teacher: nn.Module | None,
) -> Tensor:
    """Take one step by this process' share of ``count`` examples.

    Returns:
        Mean loss over all of them and the share of them read correctly, (2,) float32.
    """
    with mixed_precision(batch.pictures.device):
        logits: Tensor = learner.network(batch.pictures).float()
        loss = functional.cross_entropy(
            logits, batch.labels, label_smoothing=recipe.label_smoothing
        )
        if teacher is not None:
            loss = torch.lerp(_distance(logits, teacher, batch.pictures), loss, LABELS_SHARE)
    # So that the mean over the processes is the mean over the examples.
    weight = len(batch.labels) * team.size / count
    learner.optimiser.zero_grad(set_to_none=True)
    (loss * weight).backward()  # type: ignore[no-untyped-call]
    correct = (logits.argmax(1) == batch.labels).float().mean()
    figures = torch.stack([loss.detach().float(), correct]) * weight
    team.average([*learner.gradients(), figures])
    learner.step()
    return figures


def _distance(logits: Tensor, teacher: nn.Module, pictures: Tensor) -> Tensor:
    """Return how far the answers are from the teacher's (Hinton, Vinyals and Dean 2015).

    That is the mean Kullback-Leibler divergence of both softmaxes at :data:`SOFTNESS`, times its
    square, so that gradients keep their size.
    """
    with torch.no_grad():
        wanted = (teacher(pictures).float() / SOFTNESS).log_softmax(1)
    given = (logits / SOFTNESS).log_softmax(1)
    distance = functional.kl_div(given, wanted, reduction="batchmean", log_target=True)
    return distance * SOFTNESS**2


def _measured(
    network: nn.Module, batch: Batch, mean: float, std: float
) -> tuple[float, float] | None:
    """Return mean cross-entropy and share read correctly of pictures as bytes."""
    if not len(batch.labels):
        return None
    logits = _logits(network, batch, mean, std)
    correct = (logits.argmax(1) == batch.labels).float().mean()
    return float(functional.cross_entropy(logits, batch.labels)), float(correct)


def _temperature(network: nn.Module, batch: Batch, mean: float, std: float) -> float:
    """Return what to divide logits by, found on pictures as bytes; 1 without any."""
    if not len(batch.labels):
        return 1.0
    logits = _logits(network, batch, mean, std).double().cpu().numpy()
    return fitted_temperature(logits, batch.labels.cpu().numpy())


def _logits(network: nn.Module, batch: Batch, mean: float, std: float) -> Tensor:
    """Return (N, classes) for N pictures as bytes, at least one, as the network is used."""
    was_training = network.training
    network.eval()
    with torch.inference_mode():
        parts = [
            network(_normalised(grey_levels(pictures), mean, std))
            for pictures in torch.split(batch.pictures, MEASURED_AT_ONCE)
        ]
    network.train(was_training)
    return torch.cat(parts)


def _normalised(pictures: Tensor, mean: float, std: float) -> Tensor:
    return pictures.sub(mean).div_(std).contiguous(memory_format=torch.channels_last)


def _has_waited_enough(learner: Learner, recipe: Recipe) -> bool:
    return 0 < recipe.patience <= learner.waited


@contextmanager
def _explained(recipe: Recipe) -> Iterator[None]:
    """Say in a sentence that the memory was not enough."""
    try:
        yield
    except (MemoryError, RuntimeError) as error:
        signs = ("out of memory", "not enough memory", "allocate memory")
        if isinstance(error, RuntimeError) and not any(sign in str(error) for sign in signs):
            raise
        raise TrainingError(
            sentence(
                "The memory is not enough for this network with {0:,} pictures at once: "
                "choose smaller batches or a smaller network.",
                recipe.batch_size,
            )
        ) from error

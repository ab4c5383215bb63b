"""The training loop: a generator of events that a caller prints, sends or collects."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from handdigit.training.augmentation import vary_pictures
from handdigit.training.dataset import TrainingData
from handdigit.training.recipe import Recipe


@dataclass(frozen=True, slots=True)
class StepDone:
    """One batch was learned."""

    step: int
    steps: int
    loss: float
    learning_rate: float


@dataclass(frozen=True, slots=True)
class EpochDone:
    """All data has been seen once more."""

    epoch: int
    epochs: int
    loss: float
    """Mean cross-entropy over the epoch's (augmented) training pictures."""
    accuracy: float
    """Share of them read correctly while they were learned."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Trained:
    """The run is over; ``weights`` are the ones to use."""

    weights: dict[str, NDArray[np.generic]]


Event = StepDone | EpochDone | Trained


def fit(
    network: nn.Module,
    training_data: TrainingData,
    recipe: Recipe,
    *,
    mean: float,
    std: float,
    device: torch.device,
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Train ``network`` in place and yield what happens; the last event is Trained.

    Same recipe, data and seed give the same weights on CPU. ``mean`` and ``std`` normalise
    grey levels 0..1. ``should_stop`` is asked after every batch.
    """
    generator = torch.Generator(device).manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    network = network.to(device).train()
    # The faster layout of convolutions on CPU and on tensor cores.
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    fixed = torch.from_numpy(training_data.pictures).to(device)
    fixed_labels = torch.from_numpy(training_data.picture_labels).to(device)
    count = len(fixed) + len(training_data.inks) * recipe.renderings
    per_epoch = max(1, count // recipe.batch_size)
    steps = per_epoch * recipe.epochs
    optimiser = torch.optim.SGD(
        _parameter_groups(network, recipe.weight_decay),
        lr=recipe.learning_rate,
        momentum=recipe.momentum,
        nesterov=recipe.momentum > 0,
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.learning_rate, total_steps=steps + 1, cycle_momentum=False
    )
    average = None
    if recipe.averaging > 0:
        average_function = get_ema_multi_avg_fn(recipe.averaging)  # type: ignore[no-untyped-call]
        average = AveragedModel(network, multi_avg_fn=average_function, use_buffers=True)

    step = 0
    for epoch in range(1, recipe.epochs + 1):
        started = time.perf_counter()
        drawn, drawn_labels = training_data.rendered(recipe.augmentation, recipe.renderings, rng)
        pictures = torch.cat([fixed, torch.from_numpy(drawn).to(device)])
        labels = torch.cat([fixed_labels, torch.from_numpy(drawn_labels).to(device)])
        order = torch.randperm(len(pictures), generator=generator, device=device)
        loss_sum = torch.zeros((), device=device)
        correct = torch.zeros((), dtype=torch.int64, device=device)
        for number in range(per_epoch):
            chosen = order[number * recipe.batch_size : (number + 1) * recipe.batch_size]
            batch = pictures[chosen, None].float().div_(255)
            # Inks were varied as geometry already; warping only bitmaps keeps their edges.
            bitmaps = chosen < len(fixed)
            if bool(bitmaps.any()):
                batch[bitmaps] = vary_pictures(batch[bitmaps], recipe.augmentation, generator)
            batch = batch.sub_(mean).div_(std).contiguous(memory_format=torch.channels_last)
            logits: Tensor = network(batch)
            loss = functional.cross_entropy(
                logits, labels[chosen], label_smoothing=recipe.label_smoothing
            )
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
            if average is not None:
                average.update_parameters(network)
            step += 1
            loss_sum += loss.detach()
            correct += (logits.argmax(1) == labels[chosen]).sum()
            yield StepDone(step, steps, float(loss.detach()), float(schedule.get_last_lr()[0]))
            if should_stop():
                return
        seen = per_epoch * min(recipe.batch_size, len(pictures))
        seconds = time.perf_counter() - started
        yield EpochDone(
            epoch, recipe.epochs, float(loss_sum) / per_epoch, int(correct) / seen, seconds
        )
    best = network if average is None else average.module
    yield Trained({name: value.cpu().numpy() for name, value in best.state_dict().items()})


def _parameter_groups(network: nn.Module, weight_decay: float) -> list[dict[str, object]]:
    """Return kernels and matrices with weight decay, biases and norms without."""
    matrices = [p for p in network.parameters() if p.ndim > 1]
    vectors = [p for p in network.parameters() if p.ndim <= 1]
    return [
        {"params": matrices, "weight_decay": weight_decay},
        {"params": vectors, "weight_decay": 0.0},
    ]

"""A network with all that changes while it learns, and how that is kept and put back."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

import numpy as np
import torch

# Now, when it is told that it cannot be read: in the first step torch would log that and go on.
import torch.profiler._cupti_monitor
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from handdigit.errors import decoding
from handdigit.experiment.events import Checkpoint, EpochDone, TrainingError
from handdigit.experiment.optimisers import BETA1, BETA2, EPSILON, SQUARES_DECAY, Optimiser
from handdigit.experiment.recipe import Recipe
from handdigit.sentences import sentence
from handdigit.training.no_compiler import leave_compiler_out

Groups = list[dict[str, Any]]
MakeOptimiser = Callable[[Groups, Recipe], Optimizer]


_BETAS = (BETA1, BETA2)
_optim = torch.optim
OPTIMISERS: Mapping[Optimiser, MakeOptimiser] = MappingProxyType(
    {
        Optimiser.SGD: lambda groups, r: _optim.SGD(groups, r.learning_rate),
        Optimiser.MOMENTUM: lambda groups, r: _optim.SGD(groups, r.learning_rate, r.momentum),
        Optimiser.NESTEROV: lambda groups, r: _optim.SGD(
            groups, r.learning_rate, r.momentum, nesterov=True
        ),
        Optimiser.RMSPROP: lambda groups, r: _optim.RMSprop(
            groups, r.learning_rate, alpha=SQUARES_DECAY, eps=EPSILON
        ),
        Optimiser.ADAGRAD: lambda groups, r: _optim.Adagrad(groups, r.learning_rate, eps=EPSILON),
        Optimiser.ADADELTA: lambda groups, r: _optim.Adadelta(
            groups, r.learning_rate, rho=SQUARES_DECAY, eps=EPSILON
        ),
        Optimiser.ADAM: lambda groups, r: _optim.Adam(
            groups, r.learning_rate, betas=_BETAS, eps=EPSILON
        ),
        Optimiser.ADAMW: lambda groups, r: _optim.AdamW(
            groups, r.learning_rate, betas=_BETAS, eps=EPSILON
        ),
    }
)


def make_optimiser(network: nn.Module, recipe: Recipe) -> Optimizer:
    """Return the recipe's optimiser over all weights; biases and norms do not decay."""
    leave_compiler_out()
    matrices = [p for p in network.parameters() if p.ndim > 1]
    vectors = [p for p in network.parameters() if p.ndim <= 1]
    groups: Groups = [
        {"params": matrices, "weight_decay": recipe.weight_decay},
        {"params": vectors, "weight_decay": 0.0},
    ]
    return OPTIMISERS[recipe.optimiser](groups, recipe)


Arrays = dict[str, NDArray[np.generic]]


class Learner:
    """Weights, optimiser, averages and the course of the run so far.

    The network is trained in place.
    """

    def __init__(self, network: nn.Module, recipe: Recipe, device: torch.device) -> None:
        """Begin with the network's weights."""
        # channels_last is the faster layout of convolutions on CPU and on tensor cores.
        network = network.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.network: nn.Module = network.train()
        self.optimiser = make_optimiser(self.network, recipe)
        self.average: AveragedModel | None = None
        if recipe.averaging:
            function = get_ema_multi_avg_fn(recipe.averaging)  # type: ignore[no-untyped-call]
            self.average = AveragedModel(self.network, multi_avg_fn=function, use_buffers=True)
        self.epoch = 0
        """Epochs that are complete."""
        self.batches = 0
        """Batches of the epoch after it."""
        self.history: tuple[EpochDone, ...] = ()
        self.rate_factor = 1.0
        """What the schedule's rates are multiplied by: a wish made while running."""
        self.waited = 0
        """Epochs since the validation loss was at its lowest."""
        self.seconds = 0.0
        """Spent on this epoch."""
        self._sums = torch.zeros(2, device=device)
        self._best: Arrays = {}
        self._best_epoch = 0

    @property
    def used(self) -> nn.Module:
        """The network to measure and to use: the averaged one where there is one."""
        return self.network if self.average is None else self.average.module

    def follow(self, planned: float, wished: float | None = None) -> float:
        """Set and return the rate of the next step: as planned, but for wishes so far."""
        if wished is not None and planned > 0:
            self.rate_factor = wished / planned
        rate = planned * self.rate_factor
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        return rate

    def gradients(self) -> list[Tensor]:
        """Return the gradients of the last backward pass."""
        return [p.grad for p in self._parameters() if p.grad is not None]

    def step(self) -> None:
        """Update the weights by their gradients."""
        self.optimiser.step()
        if self.average is not None:
            self.average.update_parameters(self.network)

    def note(self, figures: Tensor, seconds: float) -> None:
        """Add a batch's loss and share read correctly to those of the epoch."""
        self._sums += figures
        self.batches += 1
        self.seconds += seconds

    def means(self) -> tuple[float, float]:
        """Return the loss and the share read correctly, over the epoch so far."""
        loss, correct = (self._sums / max(1, self.batches)).tolist()
        return loss, correct

    def end_epoch(self, done: EpochDone, *, keep_best: bool) -> None:
        """Note that all data has been seen once more.

        Args:
            done: what came of it.
            keep_best: keep the weights if their validation loss is the lowest so far.
        """
        self.epoch, self.batches, self.seconds = done.epoch, 0, 0.0
        self._sums.zero_()
        earlier = [e.validation_loss for e in self.history if e.validation_loss is not None]
        self.history = (*self.history, done)
        if not keep_best or done.validation_loss is None:
            return
        self.waited += 1
        if done.validation_loss < min(earlier, default=math.inf):
            self.waited, self._best, self._best_epoch = 0, self.weights(), done.epoch

    def weights(self) -> Arrays:
        """Return a copy of the weights to use as they are now."""
        return {name: _copied(value) for name, value in self.used.state_dict().items()}

    def result(self) -> tuple[int, Arrays]:
        """Return after which epoch the weights to use were, and them: the best or the last."""
        return (self._best_epoch, self._best) if self._best else (self.epoch, self.weights())

    def take(self, weights: Arrays) -> None:
        """Make these the weights of the network to measure and to use."""
        for name, value in self.used.state_dict().items():
            value.copy_(_tensor(weights[name], value))

    # --- checkpoints ---------------------------------------------------------------------

    def checkpoint(self, step: int) -> Checkpoint:
        """Return everything as it is after ``step`` steps.

        Raises:
            TrainingError: the weights are no longer numbers.
        """
        arrays = {name: _copied(value) for name, value in self._tensors().items()}
        if not all(np.isfinite(value).all() for value in arrays.values()):
            raise not_a_number(step)
        arrays |= {f"best.{name}": value for name, value in self._best.items()}
        facts = {
            "batches": self.batches,
            "history": [asdict(done) for done in self.history],
            "rate_factor": self.rate_factor,
            "waited": self.waited,
            "seconds": self.seconds,
            "best_epoch": self._best_epoch,
        }
        return Checkpoint(step, self.epoch, arrays, facts, self.weights())

    def restore(self, checkpoint: Checkpoint) -> None:
        """Put everything back as it was.

        Raises:
            TrainingError: the checkpoint is of another network or recipe.
        """
        facts = checkpoint.facts
        arrays = dict(checkpoint.arrays)
        other = sentence("The checkpoint is of another network or recipe: start the training anew.")
        with decoding(other, TrainingError):
            self._best = {
                name: arrays.pop(f"best.{name}").reshape(value.shape)
                for name, value in self.used.state_dict().items()
                if f"best.{name}" in arrays
            }
            for name in [name for name in arrays if name.startswith("optimiser.")]:
                self._restore_optimiser(name, arrays.pop(name))
            tensors = self._tensors(optimiser=False)
            if set(arrays) != set(tensors):
                raise KeyError(set(arrays) ^ set(tensors))
            for name, tensor in tensors.items():
                tensor.copy_(_tensor(arrays[name], tensor))
            self.history = tuple(EpochDone(**done) for done in facts["history"])
            self.epoch, self.batches = checkpoint.epoch, int(facts["batches"])
            self.rate_factor, self.seconds = float(facts["rate_factor"]), float(facts["seconds"])
            self.waited, self._best_epoch = int(facts["waited"]), int(facts["best_epoch"])

    def _tensors(self, *, optimiser: bool = True) -> dict[str, Tensor]:
        """Return all that changes, by name; on the CPU they share memory with it."""
        tensors = {f"network.{n}": v for n, v in self.network.state_dict().items()}
        if self.average is not None:
            tensors |= {f"average.{n}": v for n, v in self.average.state_dict().items()}
        if optimiser:
            for number, parameter in enumerate(self._parameters()):
                for key, value in self.optimiser.state[parameter].items():
                    if value is not None:
                        tensors[f"optimiser.{number}.{key}"] = value
        return tensors | {"sums": self._sums}

    def _restore_optimiser(self, name: str, value: NDArray[np.generic]) -> None:
        _, number, key = name.split(".")
        parameter = self._parameters()[int(number)]
        # Counters lie on the CPU, everything else beside its weights and in their layout: sums
        # over another layout may differ in the last bit.
        like = torch.zeros(()) if key == "step" else torch.empty_like(parameter)
        self.optimiser.state[parameter][key] = like.copy_(_tensor(value, like))

    def _parameters(self) -> list[Tensor]:
        return [p for group in self.optimiser.param_groups for p in group["params"]]


def not_a_number(step: int) -> TrainingError:
    """Return what to say when the weights have run away."""
    return TrainingError(
        sentence(
            "The loss is no longer a number after step {0:,}: lower the learning rate, or "
            "choose another optimiser.",
            step,
        )
    )


def _copied(tensor: Tensor) -> NDArray[np.generic]:
    copy = tensor.detach().cpu().clone(memory_format=torch.contiguous_format)
    return np.asarray(copy.numpy())


def _tensor(array: NDArray[np.generic], like: Tensor) -> Tensor:
    return torch.from_numpy(np.array(array).reshape(like.shape))

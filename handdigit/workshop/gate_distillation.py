"""Distilling the gate: one look is taught what the mean of five says.

The network looks at a picture as it is and half a pixel to every side, and learns to say at the
first of these looks what they say together (Hinton, Vinyals and Dean, "Distilling the knowledge
in a neural network", 2015, with itself as the teacher). It learns on the drawings of its head,
among which there is more that is hard to tell from a digit than in its own first training.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from handdigit.experiment.events import StepDone
from handdigit.experiment.optimisers import Optimiser
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.schedules import learning_rate
from handdigit.handwriting.perturbations import NO_DIGIT
from handdigit.recognition.gate import HIGHEST_ODDS, digitness
from handdigit.recognition.network import build_network
from handdigit.recognition.pictures import grey_levels
from handdigit.recognition.views import mean_over_views, shifted_views
from handdigit.storage.models.gate_file import GateFile
from handdigit.training.batches import Purpose, random_numbers
from handdigit.training.dataset import TrainingData
from handdigit.training.learner import Learner
from handdigit.workshop.gate_drawings import SHEET, GateDrawings, GateLearned, mixed_batches
from handdigit.workshop.gate_fit import (
    AT_ONCE,
    RECIPE,
    chosen_threshold,
    load_weights,
    strangers_digits,
)
from handdigit.workshop.gate_head_fit import with_head

DISTILLATION_RECIPE = replace(
    RECIPE,
    epochs=3,
    batch_size=256,
    optimiser=Optimiser.ADAMW,
    learning_rate=1e-3,
    weight_decay=1e-4,
)
"""An epoch is all sheets once; variation and what is held back are those of the gate."""
TOGETHER = 8
"""Sheets whose drawings are mixed in batches."""
TRUTH, CLOSENESS, NAMING = 0.3, 0.1, 0.1
"""Weights of what a drawing is, of the odds themselves and of which digit it is, beside what the
five looks say."""


def distil_gate(
    drawings: GateDrawings, kept: TrainingData, gate: GateFile, recipe: Recipe, sheets: int
) -> Iterator[StepDone | GateLearned]:
    """Distil a gate's network and yield what happens; the last event is GateLearned.

    Same data and seed give the same weights on a CPU.

    Args:
        drawings: what is learned.
        kept: digits for the threshold.
        gate: the teacher, and where the network begins; its head stays, with a new threshold.
        recipe: how.
        sheets: so many are learned.
    """
    network = build_network(gate.architecture)
    load_weights(network, gate.weights)
    torch.manual_seed(recipe.seed)
    learner = Learner(network, recipe, torch.device("cpu"))
    per_epoch = sheets * SHEET // recipe.batch_size
    steps = recipe.epochs * per_epoch
    taught: dict[int, NDArray[np.float32]] = {}
    step = 0
    for epoch in range(recipe.epochs):
        order = random_numbers(recipe.seed, Purpose.ORDER, epoch).permutation(sheets)
        for first in range(0, sheets, TOGETHER):
            numbers = order[first : first + TOGETHER].tolist()
            some = [drawings.sheet(number) for number in numbers]
            for number, sheet in zip(numbers, some, strict=True):
                if number not in taught:
                    taught[number] = odds_at_all_looks(gate, sheet.pictures)
            arrays = (
                np.concatenate([sheet.pictures for sheet in some]),
                np.concatenate([taught[number] for number in numbers]),
                np.concatenate([sheet.labels for sheet in some]),
            )
            mixing = random_numbers(recipe.seed, Purpose.ORDER, epoch, first)
            for pictures, odds, labels in mixed_batches(arrays, recipe.batch_size, mixing):
                rate = learner.follow(learning_rate(recipe, step, steps, per_epoch))
                logits = learner.network(_input(grey_levels(torch.from_numpy(pictures)), gate))
                loss, told = _loss(logits, torch.from_numpy(odds), torch.from_numpy(labels))
                learner.optimiser.zero_grad(set_to_none=True)
                loss.backward()  # type: ignore[no-untyped-call]
                learner.step()
                step += 1
                yield StepDone(step, steps, float(loss.detach()), told, rate)
    held_out, count = strangers_digits(kept, recipe)
    threshold = chosen_threshold(learner.used.eval(), held_out, gate.mean, gate.std)
    fitted = replace(gate, weights=learner.weights(), threshold=threshold)
    if fitted.head is None:
        yield GateLearned(fitted, count)
    else:
        yield with_head(fitted, fitted.head, kept, recipe)


def _input(grey: Tensor, gate: GateFile) -> Tensor:
    return (grey - gate.mean).div_(gate.std).contiguous(memory_format=torch.channels_last)


def odds_at_all_looks(gate: GateFile, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return (N,) log-odds of the mean digitness over all looks at (N, 28, 28) pictures."""
    network = build_network(gate.architecture)
    load_weights(network, gate.weights)
    network = network.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    parts = []
    with torch.inference_mode():
        for some in torch.split(grey_levels(torch.from_numpy(pictures)), AT_ONCE):
            sure = mean_over_views(digitness(network(_input(shifted_views(some), gate))))
            parts.append(torch.logit(sure.double()).clamp(-HIGHEST_ODDS, HIGHEST_ODDS).float())
    odds: NDArray[np.float32] = torch.cat(parts).numpy()
    return odds


def _loss(logits: Tensor, taught: Tensor, labels: Tensor) -> tuple[Tensor, float]:
    """Return the loss of a batch, and the share of it told rightly from the rest."""
    are_digits = labels < NO_DIGIT
    odds = torch.logsumexp(logits, 1).clamp(-HIGHEST_ODDS, HIGHEST_ODDS)
    cross_entropy = functional.binary_cross_entropy_with_logits
    loss = (
        cross_entropy(odds, torch.sigmoid(taught))
        + TRUTH * cross_entropy(odds, are_digits.float())
        + CLOSENESS * functional.smooth_l1_loss(odds, taught)
        + NAMING * functional.cross_entropy(logits[are_digits], labels[are_digits])
    )
    return loss, float(((odds > 0) == are_digits).float().mean())

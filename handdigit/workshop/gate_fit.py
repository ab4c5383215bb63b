"""Fitting the gate: digits of all kinds against all that the project can draw that is none."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from handdigit.experiment.events import StepDone
from handdigit.experiment.recipe import Augmentation, Recipe
from handdigit.experiment.schedules import learning_rate
from handdigit.handwriting.negatives import Negatives
from handdigit.handwriting.perturbations import NO_DIGIT
from handdigit.ink.normalise import SIDE
from handdigit.network.alphabet import DIGITS
from handdigit.recognition.gate import digitness, easier, mean_digitness
from handdigit.recognition.network import build_network
from handdigit.training.batches import Examples, Purpose, random_numbers, seed_torch
from handdigit.training.dataset import TrainingData
from handdigit.training.learner import Learner
from handdigit.workshop.gate_negatives import drawn_negatives

NETWORK = """
Conv2d(24, kernel=5, stride=2, padding=2, bias=False)
BatchNorm2d()
ReLU()
Conv2d(40, kernel=3, padding=1, bias=False)
BatchNorm2d()
ReLU()
MaxPool2d(2)
Conv2d(64, kernel=3, padding=1, bias=False)
BatchNorm2d()
ReLU()
Conv2d(80, kernel=3, padding=1, bias=False)
BatchNorm2d()
ReLU()
MaxPool2d(2)
Flatten()
Linear(10)
"""
RECIPE = Recipe(
    network=NETWORK,
    epochs=6,
    batch_size=128,
    learning_rate=0.1,
    weight_decay=5e-4,
    averaging=0.998,
    renderings=5,
    generated=70_000,
    validation=0.15,
    seed=1,
    augmentation=Augmentation(
        rotate=8, shear=0.17, scale=0.12, shift=0.5, elastic=0.5, thickness=0.25, jitter=0.006,
        styles=0.1,
    ),
)  # fmt: skip
"""Of the digits; every batch has as many drawings that are none."""
HARDER = 1.2
"""How much further the digits are varied that the threshold is chosen on."""
REFUSED = 0.001
"""Share of those digits that the threshold may refuse."""
MARGIN = 3.0
"""The odds of the threshold are divided by this: collections differ more than their writers."""
RENDERINGS = 4
"""Of each of them."""


@dataclass(frozen=True, slots=True, eq=False)
class GateFitted:
    """Event: the gate is ready."""

    weights: dict[str, NDArray[np.generic]]
    threshold: float
    held_out: int
    """Digits of strangers that the threshold was chosen on."""


def fit_gate(
    digits: TrainingData,
    negatives: Negatives,
    recipe: Recipe,
    *,
    mean: float,
    std: float,
    start: Mapping[str, NDArray[np.generic]] | None = None,
) -> Iterator[StepDone | GateFitted]:
    """Fit a gate and yield what happens; the last event is GateFitted.

    Same data and seed give the same weights on a CPU.

    Args:
        digits: what is to be let through.
        negatives: what draws everything else.
        recipe: how; whole writers are held back for the threshold, as much as it says.
        mean: subtracted from grey levels 0..1.
        std: divides them after that.
        start: weights of another gate of this network to go on from.

    Raises:
        TrainingError: there are no digits.
    """
    device = torch.device("cpu")
    learned, kept = digits.split(recipe.validation, random_numbers(recipe.seed, Purpose.VALIDATION))
    examples = Examples(learned, replace(recipe, validation=0), device)
    torch.manual_seed(recipe.seed)
    network = build_network(recipe.architecture())
    if start is not None:
        network.load_state_dict(
            {
                name: torch.from_numpy(np.array(start[name])).reshape(value.shape)
                for name, value in network.state_dict().items()
            }
        )
    learner = Learner(network, recipe, device)
    per_epoch = examples.steps_per_epoch
    steps = recipe.epochs * per_epoch
    step = 0
    for epoch in range(recipe.epochs):
        order = examples.order(epoch)
        for batch in range(per_epoch):
            rate = learner.follow(learning_rate(recipe, step, steps, per_epoch))
            rng = random_numbers(recipe.seed, Purpose.VARIATION, step)
            generator = seed_torch(device, recipe.seed, step)
            chosen = order[batch * recipe.batch_size : (batch + 1) * recipe.batch_size]
            known = examples.batch(chosen, rng, generator)
            strange = drawn_negatives(
                negatives.draw, learned, len(chosen), recipe.augmentation, rng, generator
            )
            pictures = torch.cat([known.pictures, strange]).sub_(mean).div_(std)
            labels = torch.cat([known.labels, torch.full((len(strange),), NO_DIGIT)])
            logits = learner.network(pictures.contiguous(memory_format=torch.channels_last))
            loss = functional.cross_entropy(with_none(logits), labels)
            learner.optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            learner.step()
            step += 1
            told = ((digitness(logits) > 0.5) == (labels < NO_DIGIT)).float().mean()
            yield StepDone(step, steps, float(loss.detach()), float(told), rate)
    held_out, count = strangers_digits(kept, recipe)
    used = learner.used.eval()
    with torch.inference_mode():
        certainties = mean_digitness(used, held_out, mean, std)
    threshold = 0.5
    if len(certainties):
        threshold = easier(float(np.quantile(certainties.numpy(), REFUSED)), MARGIN)
    yield GateFitted(learner.weights(), threshold, count)


def with_none(logits: Tensor) -> Tensor:
    """Return (N, 11): logits of the ten digits, and 0 for none of them."""
    return torch.cat([logits, torch.zeros(len(logits), 1)], 1)


def times(usual: Augmentation, factor: float) -> Augmentation:
    """Return a variation so many times as far in shape; thickness and styles stay."""
    shape = ("rotate", "shear", "scale", "elastic", "jitter")
    return replace(usual, **{name: factor * getattr(usual, name) for name in shape})


def strangers_digits(kept: TrainingData, recipe: Recipe) -> tuple[Tensor, int]:
    """Return (N, 1, 28, 28) grey levels of what is held back, and how many digits they show.

    They are varied further than those learned. Where there are inks, they are of inks only: whose
    pictures are whose is not known.
    """
    strangers = kept
    if kept.inks:
        nothing = np.zeros((0, SIDE, SIDE), np.uint8)
        strangers = replace(
            kept, pictures=nothing, picture_labels=np.zeros(0, np.int64), generated=0
        )
    count = len(strangers.picture_labels) + len(strangers.ink_labels) + strangers.generated
    further = times(recipe.augmentation, HARDER)
    if not count:
        return torch.zeros(0, 1, SIDE, SIDE), 0
    varied = replace(recipe, augmentation=further, renderings=RENDERINGS, validation=0)
    examples = Examples(strangers, varied, torch.device("cpu"))
    rng = random_numbers(recipe.seed, Purpose.VALIDATION, 1)
    generator = torch.Generator().manual_seed(recipe.seed)
    every = np.arange(len(examples))
    parts = np.array_split(every, max(1, math.ceil(len(every) / 1000)))
    pictures = [examples.batch(part, rng, generator).pictures for part in parts]
    return torch.cat(pictures), count


assert len(DIGITS) == NO_DIGIT  # the place of "none" among the logits

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
from handdigit.handwriting.spoiled import LYING, MIRRORED
from handdigit.ink.normalise import SIDE, normalise_ink_picture
from handdigit.network.alphabet import DIGITS
from handdigit.recognition.gate import digitness, easier, mean_digitness
from handdigit.recognition.network import build_network
from handdigit.training.augmentation import perturb_pictures
from handdigit.training.batches import Examples, Purpose, grey_levels, random_numbers, seed_torch
from handdigit.training.dataset import TrainingData
from handdigit.training.ink_variation import perturb_inks
from handdigit.training.learner import Learner

NEAREST, FARTHEST = 10, 22
"""Pixels between the middles of two digits in a row."""


def spoiled_pictures(
    pictures: NDArray[np.uint8],
    labels: NDArray[np.int64],
    count: int,
    rng: np.random.Generator,
) -> NDArray[np.uint8]:
    """Return (count, 28, 28) normalised pictures made of (N, 28, 28) pictures of digits."""
    pairs = rng.integers(len(pictures), size=(count // 2, 2))
    made = [_in_a_row(pictures[pair], rng) for pair in pairs]
    for mirrored in rng.random(count - len(made)) < 0.5:
        digits = MIRRORED if mirrored else LYING
        picture = pictures[_one_of(labels, int(rng.choice(digits)), rng)]
        made.append(picture[:, ::-1] if mirrored else np.rot90(picture, rng.choice((1, 3))))
    return np.stack([normalise_ink_picture(picture).picture for picture in made])


def _in_a_row(pair: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return (2, 28, 28) pictures in one, the brighter where they overlap."""
    apart, lower = int(rng.integers(NEAREST, FARTHEST)), int(rng.integers(-3, 4))
    row = np.zeros((SIDE, SIDE + apart), np.uint8)
    row[:, :SIDE] = pair[0]
    row[:, apart:] = np.maximum(row[:, apart:], np.roll(pair[1], lower, axis=0))
    return row


def _one_of(labels: NDArray[np.int64], digit: int, rng: np.random.Generator) -> int:
    """Return where a picture of a digit is; any where none is found soon."""
    tries = rng.integers(len(labels), size=100)
    found = np.flatnonzero(labels[tries] == digit)
    return int(tries[found[0]] if len(found) else tries[0])


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
FROM_PICTURES = 0.08
"""Share of the negatives that is made of bitmaps, so that paper alone makes no digit."""


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
            strange = _negatives(negatives, learned, len(chosen), recipe, rng, generator)
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
    strangers = _strangers(kept)
    held_out = _harder(strangers, recipe)
    used = learner.used.eval()
    with torch.inference_mode():
        certainties = mean_digitness(used, held_out, mean, std)
    threshold = 0.5
    if len(certainties):
        threshold = easier(float(np.quantile(certainties.numpy(), REFUSED)), MARGIN)
    yield GateFitted(learner.weights(), threshold, _count(strangers))


def with_none(logits: Tensor) -> Tensor:
    """Return (N, 11): logits of the ten digits, and 0 for none of them."""
    return torch.cat([logits, torch.zeros(len(logits), 1)], 1)


def _negatives(
    negatives: Negatives,
    digits: TrainingData,
    count: int,
    recipe: Recipe,
    rng: np.random.Generator,
    generator: torch.Generator,
) -> Tensor:
    """Return (N, 1, 28, 28) grey levels of drawings that are no digits."""
    bitmaps = int(rng.binomial(count, FROM_PICTURES)) if len(digits.pictures) else 0
    drawn = negatives.draw(count - bitmaps, rng)
    pictures = perturb_inks(drawn, np.full(len(drawn), NO_DIGIT), recipe.augmentation, rng)
    parts = [grey_levels(torch.from_numpy(pictures))]
    if bitmaps:
        spoiled = spoiled_pictures(digits.pictures, digits.picture_labels, bitmaps, rng)
        grey = grey_levels(torch.from_numpy(spoiled))
        parts.append(perturb_pictures(grey, recipe.augmentation, generator))
    return torch.cat(parts)


def _strangers(kept: TrainingData) -> TrainingData:
    """Return inks only, where there are any: whose pictures are whose is not known."""
    if not kept.inks:
        return kept
    nothing = np.zeros((0, SIDE, SIDE), np.uint8)
    return replace(kept, pictures=nothing, picture_labels=np.zeros(0, np.int64), generated=0)


def _count(digits: TrainingData) -> int:
    return len(digits.picture_labels) + len(digits.ink_labels) + digits.generated


def _harder(strangers: TrainingData, recipe: Recipe) -> Tensor:
    """Return (N, 1, 28, 28) grey levels of their digits, varied further than those learned."""
    a = recipe.augmentation
    further = replace(
        a, **{n: HARDER * getattr(a, n) for n in ("rotate", "shear", "scale", "elastic", "jitter")}
    )
    if not _count(strangers):
        return torch.zeros(0, 1, SIDE, SIDE)
    varied = replace(recipe, augmentation=further, renderings=RENDERINGS, validation=0)
    examples = Examples(strangers, varied, torch.device("cpu"))
    rng = random_numbers(recipe.seed, Purpose.VALIDATION, 1)
    generator = torch.Generator().manual_seed(recipe.seed)
    every = np.arange(len(examples))
    parts = np.array_split(every, max(1, math.ceil(len(every) / 1000)))
    return torch.cat([examples.batch(part, rng, generator).pictures for part in parts])


assert len(DIGITS) == NO_DIGIT  # the place of "none" among the logits

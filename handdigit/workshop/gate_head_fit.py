"""Fitting the gate's head: it learns to put right what the gate's own network says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import prod

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from handdigit.experiment.events import StepDone
from handdigit.experiment.optimisers import Optimiser
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.schedules import learning_rate
from handdigit.handwriting.perturbations import NO_DIGIT
from handdigit.recognition.gate import Gate, easier
from handdigit.recognition.gate_head import AT_ONCE, GateHead, Trunk
from handdigit.recognition.network import Network
from handdigit.recognition.pictures import as_bytes, grey_levels
from handdigit.recognition.recogniser import load_network, without_normalisation
from handdigit.storage.models.gate_file import GateFile, HeadFile
from handdigit.storage.models.model_file import ModelFile
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.precision import Precision, rounded
from handdigit.training.batches import Purpose, random_numbers, seed_torch
from handdigit.training.dataset import TrainingData
from handdigit.training.learner import Learner
from handdigit.workshop.gate_drawings import SHEET, GateDrawings
from handdigit.workshop.gate_fit import RECIPE, REFUSED, strangers_digits

LAYERS = ("pool3",)
"""Of the trunk: its last pooling. The one before added nothing but time."""
HIDDEN = 512
DROPOUT = 0.3
BESIDE = 0.6
"""Share of the log-odds of the gate's own network beside which the head learns."""
SHARE, CERTAINTY = 1.5, 0.4
"""Shares with which they, and those of the trunk's answer, count beside the head in the end.
Chosen after the figures of all development sets were seen: docs/measurements.md has them."""
HEAD_RECIPE = replace(
    RECIPE,
    epochs=4,
    batch_size=500,
    optimiser=Optimiser.ADAMW,
    learning_rate=1e-3,
    weight_decay=1e-2,
    averaging=0.99,
)
"""An epoch is all sheets once; variation and what is held back are those of the gate's network."""
SHEETS = 250
TOGETHER = 2
"""Sheets whose drawings are mixed in batches."""
NAMING = 0.5
"""Weight of which digit it is, beside whether it is one."""
MARGIN = 6.5
"""The odds of the threshold are divided by this: at most 0.4 % of the sound digits of either
development set are refused."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadFitted:
    """Event: the gate with its head is ready."""

    gate: GateFile
    held_out: int
    """Digits of strangers that the threshold was chosen on."""


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """A sheet as trunk and gate see it."""

    features: NDArray[np.float16]
    """(N, F)."""
    odds: NDArray[np.float32]
    """(N,) log-odds of the gate's own network at one look."""
    labels: NDArray[np.int64]


def fit_head(
    drawings: GateDrawings,
    kept: TrainingData,
    gate: GateFile,
    trunk: ModelFile,
    recipe: Recipe = HEAD_RECIPE,
    sheets: int = SHEETS,
) -> Iterator[StepDone | HeadFitted]:
    """Fit a head and yield what happens; the last event is HeadFitted.

    Same data and seed give the same weights on a CPU.

    Args:
        drawings: what is learned.
        kept: digits for the threshold.
        gate: whose network is taken as it is; a head that it has is left out.
        trunk: a single network that ships.
        recipe: how.
        sheets: so many are learned.
    """
    own = Gate(replace(gate, head=None))
    shapes = {planned.name: planned.output_shape for planned in trunk.info.architecture.plan()}
    network = without_normalisation(load_network(trunk)).to(torch.bfloat16)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    torch.manual_seed(recipe.seed)
    head = GateHead(sum(prod(shapes[name]) for name in LAYERS), HIDDEN, DROPOUT)
    learner = Learner(head, recipe, torch.device("cpu"))
    per_epoch = sheets * SHEET // recipe.batch_size
    steps = recipe.epochs * per_epoch
    seen: dict[int, _Seen] = {}
    step = 0
    for epoch in range(recipe.epochs):
        order = random_numbers(recipe.seed, Purpose.ORDER, epoch).permutation(sheets)
        for first in range(0, sheets, TOGETHER):
            numbers = order[first : first + TOGETHER].tolist()
            for number in numbers:
                if number not in seen:
                    sheet = drawings.sheet(number)
                    features = _features(network, sheet.pictures, trunk.info)
                    odds = own.odds_at_one_look(sheet.pictures)
                    seen[number] = _Seen(features, odds, sheet.labels)
            mixing = random_numbers(recipe.seed, Purpose.ORDER, epoch, first)
            for batch in _batches([seen[n] for n in numbers], recipe.batch_size, mixing):
                rate = learner.follow(learning_rate(recipe, step, steps, per_epoch))
                seed_torch(torch.device("cpu"), recipe.seed, step)
                loss, right = _loss(learner.network, batch)
                learner.optimiser.zero_grad(set_to_none=True)
                loss.backward()  # type: ignore[no-untyped-call]
                learner.step()
                step += 1
                yield StepDone(step, steps, float(loss.detach()), right, rate)
    answer = network.plan[-1].name
    weights = {name: rounded(w, Precision.BYTE) for name, w in learner.weights().items()}
    fitted = HeadFile(
        trunk.info.name, trunk.fingerprint(), LAYERS, answer, SHARE, CERTAINTY, 0.5, weights
    )
    grey, count = strangers_digits(kept, recipe)
    if count:
        strangers = as_bytes(grey)
        values = Trunk(trunk).values(strangers, (*LAYERS, answer))
        sure = Gate(replace(gate, head=fitted)).digitness(strangers, None, values)
        fitted = replace(fitted, threshold=easier(float(np.quantile(sure, REFUSED)), MARGIN))
    yield HeadFitted(replace(gate, head=fitted), count)


def _features(trunk: Network, pictures: NDArray[np.uint8], info: ModelInfo) -> NDArray[np.float16]:
    """Return (N, F) features of (N, 28, 28) pictures, computed in half the time in bfloat16."""
    parts = []
    with torch.inference_mode():
        for some in torch.split(torch.from_numpy(pictures), AT_ONCE):
            grey = grey_levels(some).sub_(info.mean).div_(info.std).to(torch.bfloat16)
            found = trunk.activations(grey.contiguous(memory_format=torch.channels_last), LAYERS)
            parts.append(torch.cat([found[name].flatten(1) for name in LAYERS], 1).half())
    features: NDArray[np.float16] = torch.cat(parts).numpy()
    return features


def _batches(seen: list[_Seen], size: int, rng: np.random.Generator) -> Iterator[_Seen]:
    """Yield the drawings of some sheets, mixed; what is over is left out."""
    features = np.concatenate([one.features for one in seen])
    odds = np.concatenate([one.odds for one in seen])
    labels = np.concatenate([one.labels for one in seen])
    order = rng.permutation(len(labels))
    for first in range(0, len(order) - size + 1, size):
        some = order[first : first + size]
        yield _Seen(features[some], odds[some], labels[some])


def _loss(head: nn.Module, batch: _Seen) -> tuple[Tensor, float]:
    """Return the loss of a batch, and the share of it told rightly from the rest."""
    labels = torch.from_numpy(batch.labels)
    are_digits = labels < NO_DIGIT
    logits = head(torch.from_numpy(batch.features.astype(np.float32)))
    odds = BESIDE * torch.from_numpy(batch.odds) + torch.logsumexp(logits, 1)
    loss = functional.binary_cross_entropy_with_logits(odds, are_digits.float())
    naming = functional.cross_entropy(logits[are_digits], labels[are_digits], reduction="sum")
    told = ((odds > 0) == are_digits).float().mean()
    return loss + NAMING * naming / len(labels), float(told)

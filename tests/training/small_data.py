"""Little data that any network learns something from at once."""

from __future__ import annotations

from functools import cache

import numpy as np
import torch

from handdigit.experiment.events import Event
from handdigit.experiment.recipe import Recipe
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise_inks
from handdigit.recognition.network import Network, build_network
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS
from handdigit.training.dataset import TrainingData
from handdigit.training.loop import fit

NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
CPU = torch.device("cpu")


@cache
def ten_inks() -> tuple[Ink, ...]:
    """Return one ink a digit."""
    return tuple(read_samples(ASSETS / "examples" / f"{name}.json")[0].ink for name in NAMES)


def bitmaps(times: int = 4) -> TrainingData:
    pictures = normalise_inks(InkBatch.from_inks(ten_inks()))
    return TrainingData(np.tile(pictures, (times, 1, 1)), np.tile(np.arange(10), times))


def inks(times: int = 4) -> TrainingData:
    return TrainingData(inks=ten_inks() * times, ink_labels=np.tile(np.arange(10), times))


def mixed(times: int = 2) -> TrainingData:
    some, others = bitmaps(times), inks(times)
    return TrainingData(some.pictures, some.picture_labels, others.inks, others.ink_labels)


def network_for(recipe: Recipe) -> Network:
    torch.manual_seed(recipe.seed)
    return build_network(recipe.architecture())


def trained(training_data: TrainingData, recipe: Recipe, **wishes: object) -> list[Event]:
    """Return all events of a run."""
    network = network_for(recipe)
    given = {"mean": 0.13, "std": 0.31, "device": CPU, **wishes}
    return list(fit(network, training_data, recipe, **given))  # type: ignore[arg-type]

"""The groups of models, and the order in which models are offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handdigit.storage.models.stored_model import Group, StoredModel

NIELSEN = "Nielsen 2015, chapter 6"
"""Neural Networks and Deep Learning, the programs called network3."""
LECUN = "LeCun et al. 1998"
"""Gradient-based learning applied to document recognition."""
GOAL = "goal of this program"
"""The source material shows the idea on other pictures, and has no figure for digits."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One net of the ladder, shipped under its name."""

    name: str
    """Of the shipped model."""
    news: str
    """What it has that those before it had not."""
    recipe: str
    """Name of the shipped recipe that made it, or each of its voters."""
    floor: float | None = None
    """Share of MNIST's test digits that it must read, 0..1; None where nothing is quoted."""
    source: str = ""
    """Where that figure is from."""

    def is_reached_by(self, accuracy: float) -> bool:
        """Return whether a share of MNIST's test digits, 0..1, is enough."""
        return self.floor is None or accuracy >= self.floor


LADDER = (
    Rung("dense-100", "one hidden layer of 100 sigmoid units", "dense-100", 0.9780, NIELSEN),
    Rung("network3-1conv", "a convolution and pooling", "network3-1conv", 0.9878, NIELSEN),
    Rung("network3-2conv", "two convolutions, ReLU", "network3-2conv", 0.9923, NIELSEN),
    Rung("network3-shifted", "digits shifted by a pixel", "network3-shifted", 0.9937, NIELSEN),
    Rung("network3-dropout", "1,000 units twice, dropout", "network3-dropout", 0.9960, NIELSEN),
    Rung("network3-voting", "five of these, majority vote", "network3-dropout", 0.9967, NIELSEN),
    Rung("lenet5", "LeNet-5 as published, RBF output", "lenet5", 0.9905, LECUN),
    Rung("keras-cnn", "the Keras tutorial's net, 5 epochs", "keras-cnn"),
    Rung("alexnet-mini", "overlapping pooling, dropout", "alexnet-mini", 0.995, GOAL),
    Rung("vgg-mini", "nothing but 3×3 kernels", "vgg-mini", 0.995, GOAL),
    Rung("inception-mini", "parallel branches, 1×1 bottlenecks", "inception-mini", 0.995, GOAL),
    Rung("resnet-mini", "residual blocks", "resnet-mini", 0.995, GOAL),
)

READERS = ("default", "small", "ensemble")
"""Shipped models that are there to read handwriting, the one that answers first."""


_READERS = {name: place for place, name in enumerate(READERS)}
_RUNGS = {rung.name: place for place, rung in enumerate(LADDER)}


def group_of(name: str, *, is_shipped: bool) -> Group:
    """Return the group of a model."""
    if not is_shipped:
        return Group.OWN
    return Group.READERS if name in _READERS else Group.LADDER


def place_of(name: str, group: Group) -> tuple[int, int, str]:
    """Return what models are sorted by: the default first, the user's by name, rungs upwards."""
    known = {Group.READERS: _READERS, Group.OWN: {}, Group.LADDER: _RUNGS}[group]
    return (group, known.get(name, len(known)), name)


MOST_COMPARED = 4
"""Versions that stand beside each other at first."""


def first_compared(
    models: Sequence[StoredModel], first: Sequence[StoredModel]
) -> tuple[StoredModel, ...]:
    """Return up to four: those in ``first``, then the user's, or where there are none the ladder.

    Args:
        models: all there are, in the order in which they are preferred.
        first: the one that answers, and any that belongs beside it.
    """
    own = [model for model in models if model.group is Group.OWN]
    others = own or [model for model in models if model.group is Group.LADDER]
    different = {model.path: model for model in (*first, *others[:MOST_COMPARED])}
    return tuple(different.values())[:MOST_COMPARED]

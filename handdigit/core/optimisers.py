"""The optimisers that training offers and whose steps the backward view writes out."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

MOMENTUM = 0.9
"""Of momentum and Nesterov, unless a recipe says otherwise."""
SQUARES_DECAY = 0.99
"""Of the running squares: RMSProp's α, Adadelta's ρ (there torch's default is 0.9)."""
BETA1 = 0.9
BETA2 = 0.999
EPSILON = 1e-8
"""Added to a root before it divides."""


class Optimiser(StrEnum):
    """Ways to turn gradients into updates."""

    SGD = "sgd"
    MOMENTUM = "momentum"
    NESTEROV = "nesterov"
    RMSPROP = "rmsprop"
    ADAGRAD = "adagrad"
    ADADELTA = "adadelta"
    ADAM = "adam"
    ADAMW = "adamw"


USUAL_LEARNING_RATES: Mapping[Optimiser, float] = MappingProxyType(
    {
        Optimiser.SGD: 0.1,
        Optimiser.MOMENTUM: 0.05,
        Optimiser.NESTEROV: 0.1,
        Optimiser.RMSPROP: 0.001,
        Optimiser.ADAGRAD: 0.01,
        Optimiser.ADADELTA: 1.0,
        Optimiser.ADAM: 0.001,
        Optimiser.ADAMW: 0.001,
    }
)
"""Where to begin looking, for networks of this size and batches of about 100."""

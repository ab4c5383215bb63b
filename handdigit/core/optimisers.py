"""The optimisers that training offers and whose steps the backward view writes out."""

from __future__ import annotations

from enum import StrEnum


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

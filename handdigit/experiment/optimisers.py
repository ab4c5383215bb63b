"""The optimisers that training offers and whose steps the backward view writes out."""

from __future__ import annotations

from enum import StrEnum

MOMENTUM = 0.9
"""Of momentum and Nesterov, unless a recipe says otherwise."""
SQUARES_DECAY = 0.99
"""Of the running squares: RMSProp's α, Adadelta's ρ (there torch's default is 0.9)."""
BETA1 = 0.9
BETA2 = 0.999
EPSILON = 1e-8
"""Added to a root before it divides."""


class Optimiser(StrEnum):
    """Ways to turn gradients into updates: word, label, usual learning rate, a line about it."""

    label: str
    """What it is called where it is chosen."""
    usual_rate: float
    """Where to begin looking, for networks of this size and batches of about 100."""
    line: str

    def __new__(
        cls, word: str, label: str = "", usual_rate: float = 0, line: str = ""
    ) -> Optimiser:
        """Return the one that goes by ``word`` in recipes."""
        optimiser = str.__new__(cls, word)
        optimiser._value_, optimiser.label = word, label
        optimiser.usual_rate, optimiser.line = usual_rate, f"{label}: {line}"
        return optimiser

    SGD = "sgd", "SGD", 0.1, "a step down the slope of each batch."
    MOMENTUM = (
        *("momentum", "Momentum", 0.05),
        "steps gather speed where slopes agree (Polyak 1964).",
    )
    NESTEROV = (
        *("nesterov", "Nesterov", 0.1),
        "momentum that looks ahead before it steps (1983).",
    )
    RMSPROP = (
        *("rmsprop", "RMSProp", 0.001),
        "each weight's step is divided by its recent slopes (Hinton 2012).",
    )
    ADAGRAD = (
        *("adagrad", "Adagrad", 0.01),
        "weights that have moved much move less (Duchi 2011).",
    )
    ADADELTA = (
        *("adadelta", "Adadelta", 1.0),
        "like RMSProp, with steps in the weights' own units (Zeiler 2012).",
    )
    ADAM = "adam", "Adam", 0.001, "momentum and RMSProp together (Kingma and Ba 2015)."
    ADAMW = (
        *("adamw", "AdamW", 0.001),
        "Adam with weight decay kept apart (Loshchilov and Hutter 2019).",
    )

"""The optimisers that training offers, and the first step of each written out.

In a first step all state (momentum, running squares) is 0. The formulas are those of torch's
optimisers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from handdigit.sentences import noted, sentence

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
        optimiser.usual_rate, optimiser.line = usual_rate, sentence("{0}: {1}", label, line)
        return optimiser

    SGD = "sgd", "SGD", 0.1, noted("a step down the slope of each batch.")
    MOMENTUM = (
        *("momentum", noted("Momentum"), 0.05),
        noted("steps gather speed where slopes agree (Polyak 1964)."),
    )
    NESTEROV = (
        *("nesterov", "Nesterov", 0.1),
        noted("momentum that looks ahead before it steps (1983)."),
    )
    RMSPROP = (
        *("rmsprop", "RMSProp", 0.001),
        noted("each weight's step is divided by its recent slopes (Hinton 2012)."),
    )
    ADAGRAD = (
        *("adagrad", "Adagrad", 0.01),
        noted("weights that have moved much move less (Duchi 2011)."),
    )
    ADADELTA = (
        *("adadelta", "Adadelta", 1.0),
        noted("like RMSProp, with steps in the weights' own units (Zeiler 2012)."),
    )
    ADAM = "adam", "Adam", 0.001, noted("momentum and RMSProp together (Kingma and Ba 2015).")
    ADAMW = (
        *("adamw", "AdamW", 0.001),
        noted("Adam with weight decay kept apart (Loshchilov and Hutter 2019)."),
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """What the formulas contain; the defaults are those of training."""

    learning_rate: float = 0.01
    weight_decay: float = 0.0
    momentum: float = MOMENTUM
    """For momentum and Nesterov."""
    decay: float = SQUARES_DECAY
    """Of the running squares: RMSProp's α, Adadelta's ρ."""
    beta1: float = BETA1
    beta2: float = BETA2
    epsilon: float = EPSILON


@dataclass(frozen=True, slots=True)
class Update:
    """One weight before and after one step."""

    steps: tuple[tuple[str, float], ...]
    """Every line of the calculation: its formula and its result. The last one is the change."""
    before: float

    @property
    def change(self) -> float:
        """What is added to the weight."""
        return self.steps[-1][1]

    @property
    def after(self) -> float:
        """The weight after the step."""
        return self.before + self.change


def first_update(
    optimiser: Optimiser, weight: float, gradient: float, settings: Settings = Settings()
) -> Update:
    """Return the change that the first step makes to one weight with this gradient.

    Source: the algorithms in torch's documentation of ``torch.optim``.
    """
    s = settings
    steps: list[tuple[str, float]] = []

    def note(formula: str, result: float) -> float:
        steps.append((formula, result))
        return result

    g = gradient
    if s.weight_decay and optimiser is not Optimiser.ADAMW:
        g = note("g = ∂L/∂w + λ·w", gradient + s.weight_decay * weight)
    match optimiser:
        case Optimiser.SGD:
            note("Δw = −η·g", -s.learning_rate * g)
        case Optimiser.MOMENTUM:
            v = note("v = μ·0 + g", g)
            note("Δw = −η·v", -s.learning_rate * v)
        case Optimiser.NESTEROV:
            v = note("v = μ·0 + g", g)
            ahead = note("g + μ·v", g + s.momentum * v)
            note("Δw = −η·(g + μ·v)", -s.learning_rate * ahead)
        case Optimiser.RMSPROP:
            square = note("s = α·0 + (1 − α)·g²", (1 - s.decay) * g * g)
            note("Δw = −η·g / (√s + ε)", -s.learning_rate * g / (math.sqrt(square) + s.epsilon))
        case Optimiser.ADAGRAD:
            square = note("s = 0 + g²", g * g)
            note("Δw = −η·g / (√s + ε)", -s.learning_rate * g / (math.sqrt(square) + s.epsilon))
        case Optimiser.ADADELTA:
            square = note("s = ρ·0 + (1 − ρ)·g²", (1 - s.decay) * g * g)
            ratio = math.sqrt(s.epsilon) / math.sqrt(square + s.epsilon)
            step = note("d = √(0 + ε) / √(s + ε) · g", ratio * g)
            note("Δw = −η·d", -s.learning_rate * step)
        case Optimiser.ADAM | Optimiser.ADAMW:
            m = note("m = β₁·0 + (1 − β₁)·g", (1 - s.beta1) * g)
            v = note("v = β₂·0 + (1 − β₂)·g²", (1 - s.beta2) * g * g)
            mean = note("m̂ = m / (1 − β₁)", m / (1 - s.beta1))
            square = note("v̂ = v / (1 − β₂)", v / (1 - s.beta2))
            change = -s.learning_rate * mean / (math.sqrt(square) + s.epsilon)
            if optimiser is Optimiser.ADAMW and s.weight_decay:
                change -= s.learning_rate * s.weight_decay * weight
                note("Δw = −η·m̂ / (√v̂ + ε) − η·λ·w", change)
            else:
                note("Δw = −η·m̂ / (√v̂ + ε)", change)
    return Update(tuple(steps), weight)

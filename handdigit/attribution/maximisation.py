"""Activation maximisation: the picture that a unit likes best, by climbing its gradient.

Erhan et al. 2009; kept calm as in Olah, Mordvintsev and Schubert 2017 (Feature
Visualization): the picture is jittered before each step, blurred and faded a little after it,
and stays a picture, 0 to 1. Without that the climb ends in noise that means nothing to a
person.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from handdigit.ink.normalise import SIDE
from handdigit.inspection.trace import InspectionError
from handdigit.recognition.network import Network
from handdigit.sentences import sentence

RATE = 0.06
"""Root mean square of what one step changes; full ink is 1."""
JITTER = 1
"""Largest shift before a step, in pixels."""
FADE = 0.01
"""Share of the ink that every step takes away."""
NOISE = (0.1, 0.15)
"""Mean and deviation of the noise to start from."""


@dataclass(frozen=True, slots=True)
class Objective:
    """What is to become as large as possible."""

    layer: str
    channel: int
    """A map, or a unit of a vector."""
    whole: bool = True
    """The mean of the whole map; otherwise the unit in its middle."""

    def value(self, network: Network, pictures: Tensor) -> Tensor:
        """Return its value for (N, 1, 28, 28) inputs, summed over them.

        Raises:
            InspectionError: the network has no such unit.
        """
        try:
            values = network.activations(pictures, (self.layer,))[self.layer]
        except KeyError:
            raise InspectionError(sentence("The network has no layer {0}.", self.layer)) from None
        if not 0 <= self.channel < values.shape[1]:
            raise InspectionError(sentence("{0} has no channel {1}.", self.layer, self.channel))
        chosen = values[:, self.channel]
        if chosen.dim() == 1:
            return chosen.sum()
        if self.whole:
            return chosen.mean(dim=(1, 2)).sum()
        return chosen[:, chosen.shape[1] // 2, chosen.shape[2] // 2].sum()


@dataclass(frozen=True, slots=True)
class Scale:
    """How a picture's 0..1 becomes the network's input."""

    mean: float
    std: float

    def __call__(self, picture: Tensor) -> Tensor:
        """Return (1, 1, 28, 28) for (28, 28)."""
        return ((picture - self.mean) / self.std)[None, None]


@dataclass(frozen=True, slots=True, eq=False)
class Climb:
    """Where a climb has got to."""

    picture: NDArray[np.float32]
    """(28, 28), 0 as paper to 1 as full ink."""
    step: int
    """Steps taken so far."""
    value: float
    """Of the objective, for the picture as it is."""
    stuck: bool
    """No pixel changes the objective: its gradient is zero."""


def noise(seed: int = 1) -> NDArray[np.float32]:
    """Return a (28, 28) picture to start from."""
    rng = np.random.default_rng(seed)
    return np.clip(rng.normal(*NOISE, (SIDE, SIDE)), 0, 1).astype(np.float32)


def climb(
    network: Network,
    scale: Scale,
    objective: Objective,
    start: NDArray[np.float32],
    *,
    first: int = 0,
    steps: int = 1,
    smoothing: float = 0.4,
    budget_s: float = math.inf,
) -> Climb:
    """Take ``steps`` steps uphill, fewer if the time is up, but at least one.

    Args:
        network: whose unit it is, in evaluation mode.
        scale: from the picture to its input.
        objective: what is to grow.
        start: (28, 28), 0..1.
        first: how many steps led to ``start``; they decide the jitter, so that a climb in
            pieces ends where one in one go does.
        steps: how many to take.
        smoothing: standard deviation of the blur after every step, in pixels; 0 for none.
        budget_s: for how long.

    Raises:
        InspectionError: the network has no such unit.
    """
    until = time.perf_counter() + budget_s
    device = next(network.parameters()).device
    picture = torch.from_numpy(start).to(device)
    taken, stuck = 0, False
    while taken < steps and not stuck and (taken == 0 or time.perf_counter() < until):
        gradient = _gradient(network, scale, objective, picture, _shift(first + taken))
        strength = float(gradient.square().mean().sqrt())
        stuck = strength == 0
        if not stuck:
            picture = picture + gradient * (RATE / strength)
            picture = (_blurred(picture, smoothing) * (1 - FADE)).clamp(0, 1)
            taken += 1
    with torch.inference_mode():
        value = float(objective.value(network, scale(picture)))
    return Climb(picture.cpu().numpy(), first + taken, value, stuck)


def _shift(step: int) -> tuple[int, int]:
    rows, columns = np.random.default_rng(step).integers(-JITTER, JITTER + 1, 2)
    return int(rows), int(columns)


def _gradient(
    network: Network, scale: Scale, objective: Objective, picture: Tensor, shift: tuple[int, int]
) -> Tensor:
    rows, columns = shift
    leaf = picture.clone().requires_grad_()
    value = objective.value(network, scale(leaf.roll((rows, columns), (0, 1))))
    (gradient,) = torch.autograd.grad(value, leaf)
    return gradient


def _blurred(picture: Tensor, deviation: float) -> Tensor:
    """Return a (28, 28) picture blurred with a Gaussian that reaches one pixel."""
    if deviation <= 0:
        return picture
    side = math.exp(-1 / (2 * deviation**2))
    kernel = torch.tensor([side, 1.0, side], device=picture.device) / (1 + 2 * side)
    padded = functional.pad(picture[None, None], (1, 1, 1, 1), mode="replicate")
    return functional.conv2d(padded, (kernel[:, None] * kernel)[None, None])[0, 0]

"""How a checkpoint of a training run sees a drawing: what is asked and answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink import Ink
from handdigit.core.normalise import Preprocessing
from handdigit.core.recognition import Recognition
from handdigit.engine.requests import IndependentRequest


@dataclass(frozen=True, slots=True, eq=False)
class Revisit(IndependentRequest):
    """Look at a drawing with a model file. Answer: :class:`Revisited`."""

    model: Path
    source: Ink | NDArray[np.uint8]
    preprocessing: Preprocessing = Preprocessing()


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """One of the first layers that have kernels, or weights on the pixels."""

    layer: str
    kernels: NDArray[np.float32]
    """(N, H, W): kernels in the order of channels, or a dense layer's weights as pictures."""
    shown_layer: str
    """The layer that the maps are of: the activation after the kernels, if there is one."""
    maps: NDArray[np.float32] | None
    """(C, H, W) its output for the drawing; None for a vector, or where there is no ink."""


@dataclass(frozen=True, slots=True, eq=False)
class Revisited:
    """What the checkpoint has learned so far, and makes of the drawing."""

    model: Path
    recognition: Recognition
    stages: tuple[Stage, ...]

"""All numbers of one pass through a network, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.core.architecture import INPUT, INPUT_SHAPE, Architecture, PlannedLayer
from handdigit.core.errors import HanddigitError
from handdigit.core.layer import Shape

SOFTMAX = "softmax"
"""Name of the probabilities among the names of the layers."""

Values = NDArray[np.float64]


class InspectionError(HanddigitError):
    """A layer or unit that the network does not have."""


class Unit(NamedTuple):
    """One value of one layer."""

    layer: str
    position: tuple[int, ...]
    """(channel, row, column) in feature maps, (feature,) in a vector; counted from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """A network's weights and every value that it computed for one picture."""

    architecture: Architecture
    weights: Mapping[str, NDArray[Any]]
    """As in the model file: ``conv1.weight``, ``norm1.running_mean``."""
    values: Mapping[str, NDArray[Any]]
    """Layer name -> its output, (C, H, W) or (features,); also :data:`INPUT` and, under
    :data:`SOFTMAX`, the calibrated probabilities."""
    temperature: float = 1.0
    """Logits are divided by it before the softmax (calibration)."""

    @property
    def plan(self) -> Mapping[str, PlannedLayer]:
        """The layers by name, each after all that it reads."""
        return _plan_by_name(self.architecture)

    @property
    def output_name(self) -> str:
        """The layer that gives the logits."""
        return tuple(self.plan)[-1]

    def shape(self, layer: str) -> Shape:
        """Return the shape of a layer's output, also of the input and the softmax.

        Raises:
            InspectionError: there is no such layer.
        """
        if layer == INPUT:
            return INPUT_SHAPE
        if layer == SOFTMAX:
            return self.plan[self.output_name].output_shape
        if layer not in self.plan:
            known = ", ".join((INPUT, *self.plan, SOFTMAX))
            raise InspectionError(f"There is no layer {layer}; there are {known}.")
        return self.plan[layer].output_shape

    def output(self, layer: str) -> Values:
        """Return a layer's output in double precision."""
        return np.asarray(self.values[layer], np.float64)

    def value(self, unit: Unit) -> float:
        """Return what torch computed for one unit."""
        return float(self.values[unit.layer][unit.position])

    def weight(self, layer: str, name: str) -> Values | None:
        """Return a layer's parameter or buffer in double precision, None if it has none."""
        found = self.weights.get(f"{layer}.{name}")
        return None if found is None else np.asarray(found, np.float64)

    def require(self, unit: Unit) -> None:
        """Check that the network has a unit.

        Raises:
            InspectionError: it has not; the text says what there is.
        """
        shape = self.shape(unit.layer)
        fits = len(unit.position) == len(shape) and all(
            0 <= i < n for i, n in zip(unit.position, shape, strict=True)
        )
        if not fits:
            axes = ("channel", "row", "column") if len(shape) == 3 else ("feature",)
            ranges = ", ".join(f"{a} 0 to {n - 1}" for a, n in zip(axes, shape, strict=True))
            raise InspectionError(f"{unit.layer} has no unit {unit.position}; there are {ranges}.")


@lru_cache(maxsize=16)
def _plan_by_name(architecture: Architecture) -> Mapping[str, PlannedLayer]:
    return {planned.name: planned for planned in architecture.plan()}

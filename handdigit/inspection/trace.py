"""All numbers of one pass through a network, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import HanddigitError
from handdigit.network.architecture import (
    INPUT,
    INPUT_SHAPE,
    MNIST_MEAN,
    MNIST_STD,
    Architecture,
    PlannedLayer,
)
from handdigit.network.layer import Elementwise, Shape
from handdigit.network.recognition import Recognition
from handdigit.sentences import sentence
from handdigit.storage.models.model_info import ModelInfo

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
    mean: float = MNIST_MEAN
    """What is taken from the ink of the picture, 0 to 1, before the network gets it."""
    std: float = MNIST_STD
    """What the rest of it is divided by."""

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
        return shape_in(self.architecture, layer)

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
        require_unit(self.architecture, unit)


def shape_in(architecture: Architecture, layer: str) -> Shape:
    """Return the shape of a layer's output, also of the input and the softmax.

    Raises:
        InspectionError: there is no such layer.
    """
    plan = _plan_by_name(architecture)
    if layer == INPUT:
        return INPUT_SHAPE
    if layer == SOFTMAX:
        return plan[tuple(plan)[-1]].output_shape
    if layer not in plan:
        known = ", ".join((INPUT, *plan, SOFTMAX))
        raise InspectionError(sentence("There is no layer {0}; there are {1}.", layer, known))
    return plan[layer].output_shape


def require_unit(architecture: Architecture, unit: Unit) -> None:
    """Check that a network has a unit.

    Raises:
        InspectionError: it has not; the text says what there is.
    """
    shape = shape_in(architecture, unit.layer)
    fits = len(unit.position) == len(shape) and all(
        0 <= i < n for i, n in zip(unit.position, shape, strict=True)
    )
    if not fits:
        sizes = (n - 1 for n in shape)
        there = (
            sentence("channels 0 to {0}, rows 0 to {1}, columns 0 to {2}", *sizes)
            if len(shape) == 3
            else sentence("features 0 to {0}", *sizes)
        )
        raise InspectionError(
            sentence("{0} has no unit {1}; there are {2}.", unit.layer, unit.position, there)
        )


@lru_cache(maxsize=16)
def _plan_by_name(architecture: Architecture) -> Mapping[str, PlannedLayer]:
    return {planned.name: planned for planned in architecture.plan()}


def has_unit(architecture: Architecture, unit: Unit) -> bool:
    """Return whether a network has such a unit."""
    try:
        require_unit(architecture, unit)
    except InspectionError:
        return False
    return True


def every_layer(info: ModelInfo) -> tuple[str, ...]:
    """Return the names that a recognition must carry for :func:`trace_of`."""
    return (INPUT, *(planned.name for planned in info.architecture.plan()))


def values_of(info: ModelInfo, recognition: Recognition) -> dict[str, NDArray[Any]]:
    """Return the outputs of the layers that a recognition carries, by name; the softmax, too.

    Nothing if it has no answer or is another network's: one that was asked before the model, or
    the member of the ensemble to look into, was changed.
    """
    if recognition.votes is not None and recognition.votes.inspected != info.inspected:
        return {}
    plan = _plan_by_name(info.architecture)
    values = dict(recognition.activations)
    for name, found in values.items():
        shape = plan[name].output_shape if name in plan else INPUT_SHAPE
        if found.shape != shape or (name not in plan and name != INPUT):
            return {}
    if values:
        values[SOFTMAX] = np.array(recognition.network_probabilities)
    return values


def trace_of(
    info: ModelInfo, weights: Mapping[str, NDArray[Any]], recognition: Recognition
) -> Trace | None:
    """Return the trace of a recognition; None if it lacks a layer (see :func:`values_of`)."""
    if len(recognition.activations) < 1 + len(_plan_by_name(info.architecture)):
        return None
    values = values_of(info, recognition)
    if not values:
        return None
    return Trace(info.architecture, weights, values, info.temperature, info.mean, info.std)


def followers(trace: Trace, unit: Unit) -> tuple[Unit, ...]:
    """Return the same unit in the layers that work value by value on it, in order.

    For a convolution these are its normalisation and its activation: before and after.
    """
    found: list[Unit] = []
    name = unit.layer
    for planned in trace.plan.values():
        if planned.inputs == (name,) and isinstance(planned.layer, Elementwise):
            name = planned.name
            found.append(Unit(name, unit.position))
    return tuple(found)


def strongest_unit(trace: Trace, layer: str, channel: int | None = None) -> Unit:
    """Return the unit of a layer, or of one of its channels, with the largest value.

    Raises:
        InspectionError: there is no such layer or channel.
    """
    shape = trace.shape(layer)
    if channel is not None:
        trace.require(Unit(layer, (channel, *(0 for _ in shape[1:]))))
    values = trace.output(layer)
    part = values if channel is None else values[channel : channel + 1]
    first, *rest = np.unravel_index(int(np.argmax(part)), part.shape)
    return Unit(layer, (int(first) + (channel or 0), *(int(i) for i in rest)))

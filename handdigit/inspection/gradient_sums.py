"""One gradient written out: a weight's, a bias's, or the δ of one unit."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from handdigit.core import blocks, layers, lenet_layers
from handdigit.core.architecture import PlannedLayer
from handdigit.inspection.backward import Backward, routed_to
from handdigit.inspection.rules import (
    Window,
    activation_slope,
    connected_inputs,
    normalisation_of,
    window_of,
)
from handdigit.inspection.trace import InspectionError, Trace, Unit


class GradientTerm(NamedTuple):
    """One product in a gradient: δ of a unit, times what that unit makes of the quantity."""

    delta_of: Unit
    delta: float
    factor: float
    """For a weight the input it was multiplied by, for a δ the weight or slope on the way."""
    factor_of: Unit | None
    """The unit that the factor is the value of, where it is one."""
    product: float


@dataclass(frozen=True, slots=True)
class GradientSum:
    """The derivative of the loss with respect to one number, as a sum of products."""

    kind: str
    """Type of the layer that the parameter belongs to; for a δ ``delta``."""
    terms: tuple[GradientTerm, ...]

    @property
    def total(self) -> float:
        """The gradient."""
        return math.fsum(term.product for term in self.terms)

    @property
    def magnitude(self) -> float:
        """The same with every product taken as positive."""
        return math.fsum(abs(term.product) for term in self.terms)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON form."""
        terms = [
            {
                "layer": term.delta_of.layer,
                "index": list(term.delta_of.position),
                "delta": term.delta,
                "factor": term.factor,
                "product": term.product,
            }
            for term in self.terms
        ]
        return {"kind": self.kind, "terms": terms, "total": self.total}


def parameter_gradient(
    trace: Trace, found: Backward, parameter: str, position: tuple[int, ...]
) -> GradientSum:
    """Return the gradient of one number of a parameter, ``conv1.weight`` at (3, 0, 1, 2).

    Raises:
        InspectionError: there is no such parameter or number.
    """
    gradient = found.gradients.get(parameter)
    if gradient is None:
        known = ", ".join(sorted(found.gradients))
        raise InspectionError(f"There is no parameter {parameter}; there are {known}.")
    if len(position) != gradient.ndim or not all(
        0 <= i < n for i, n in zip(position, gradient.shape, strict=True)
    ):
        raise InspectionError(f"{parameter} has the shape {gradient.shape}, not {position}.")
    name, _, part = parameter.rpartition(".")
    planned = trace.plan[name]
    if part == "bias":
        terms = _bias_terms(found, planned, position[0])
    else:
        terms = _weight_terms(trace, found, planned, position)
    return GradientSum(type(planned.layer).__name__, tuple(terms))


def delta_sum(trace: Trace, found: Backward, unit: Unit) -> GradientSum:
    """Return δ of one unit as the sum over all units that read it.

    For the logits it is the softmax minus 1 at the target, one term.

    Raises:
        InspectionError: there is no such unit.
    """
    trace.require(unit)
    if unit.layer not in found.deltas:
        raise InspectionError(f"{unit.layer} has no δ.")
    if unit.layer == trace.output_name:
        delta = float(found.deltas[unit.layer][unit.position])
        return GradientSum("delta", (GradientTerm(unit, delta, 1.0, None, delta),))
    terms: list[GradientTerm] = []
    for planned in trace.plan.values():
        for i, name in enumerate(planned.inputs):
            if name == unit.layer:
                for position, factor in _readers(trace, planned, i, unit.position):
                    terms.append(_delta_term(found, planned, position, factor))
    return GradientSum("delta", tuple(terms))


def _delta_term(
    found: Backward, planned: PlannedLayer, position: tuple[int, ...], factor: float
) -> GradientTerm:
    delta = float(found.deltas[planned.name][position])
    return GradientTerm(Unit(planned.name, position), delta, factor, None, delta * factor)


def _bias_terms(found: Backward, planned: PlannedLayer, channel: int) -> Iterator[GradientTerm]:
    for place in np.ndindex(*planned.output_shape[1:]):
        yield _delta_term(found, planned, (channel, *place), 1.0)


def _weight_terms(
    trace: Trace, found: Backward, planned: PlannedLayer, position: tuple[int, ...]
) -> Iterator[GradientTerm]:
    layer, source = planned.layer, planned.inputs[0]
    deltas, values = found.deltas[planned.name], trace.values[source]
    if isinstance(layer, layers.Linear):
        feature, other = position
        delta, value = float(deltas[feature]), float(values[other])
        unit = Unit(planned.name, (feature,))
        yield GradientTerm(unit, delta, value, Unit(source, (other,)), delta * value)
        return
    if isinstance(layer, layers.Conv2d | lenet_layers.PartialConv2d):
        *connection, ky, kx = position
        if isinstance(layer, lenet_layers.PartialConv2d):
            connection = list(layer.connections[connection[0]])
        out, channel = connection
        window = window_of(layer)
        assert window is not None  # a convolution has one
        _, rows, columns = planned.input_shape
        for row, column in np.ndindex(*planned.output_shape[1:]):
            y, x = window.reads(row)[ky], window.reads(column)[kx]
            if 0 <= y < rows and 0 <= x < columns:  # what meets padding adds nothing
                delta, value = float(deltas[out, row, column]), float(values[channel, y, x])
                unit, read = Unit(planned.name, (out, row, column)), Unit(source, (channel, y, x))
                yield GradientTerm(unit, delta, value, read, delta * value)
        return
    channel = position[0]
    for row, column in np.ndindex(*planned.output_shape[1:]):
        if isinstance(layer, lenet_layers.Subsample2d):
            k = layer.kernel
            under = values[channel, row * k : (row + 1) * k, column * k : (column + 1) * k]
            factor = float(np.mean(under, dtype=np.float64))
        else:
            norm = normalisation_of(trace, planned.name)
            standard = float(values[channel, row, column]) - norm.mean[channel]
            factor = float(standard / norm.deviation[channel])
        yield _delta_term(found, planned, (channel, row, column), factor)


def _readers(
    trace: Trace, planned: PlannedLayer, i: int, position: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], float]]:
    """Yield position and ∂output/∂input of every unit that reads a unit of the i-th input."""
    layer, channel = planned.layer, position[0]
    window = window_of(layer)
    if window is not None:
        yield from _windows_over(trace, planned, window, position)
        return
    match layer:
        case layers.Linear():
            weight = trace.weights[f"{planned.name}.weight"]
            for feature in range(layer.features):
                yield (feature,), float(weight[feature, channel])
        case layers.GlobalAvgPool2d():
            yield (channel,), 1 / math.prod(planned.input_shape[1:])
        case layers.BatchNorm2d():
            yield position, float(normalisation_of(trace, planned.name).factor[channel])
        case lenet_layers.Rescale():
            yield position, layer.scale
        case lenet_layers.Pad2d():
            yield (channel, position[1] + layer.padding, position[2] + layer.padding), 1.0
        case layers.Flatten():
            yield (int(np.ravel_multi_index(position, planned.input_shape)),), 1.0
        case blocks.Concat():
            before = sum(shape[0] for shape in planned.input_shapes[:i])
            yield (channel + before, *position[1:]), 1.0
        case _:
            value = np.float64(trace.values[planned.inputs[i]][position])
            slope = activation_slope(layer, np.asarray(value))
            yield position, 1.0 if slope is None else float(slope)


def _windows_over(
    trace: Trace, planned: PlannedLayer, window: Window, position: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], float]]:
    layer, (channel, y, x) = planned.layer, position
    outputs, rows, columns = planned.output_shape
    over = list(product(window.read_by(y, rows), window.read_by(x, columns)))
    if isinstance(layer, layers.Conv2d | lenet_layers.PartialConv2d):
        weight = trace.weights[f"{planned.name}.weight"]
        for out in range(outputs):
            if channel not in connected_inputs(planned, out):
                continue
            kernel = (
                weight[layer.connections.index((out, channel))]
                if isinstance(layer, lenet_layers.PartialConv2d)
                else weight[out, channel]
            )
            for (row, ky), (column, kx) in over:
                yield (out, row, column), float(kernel[ky, kx])
        return
    maps = trace.output(planned.inputs[0])[channel]
    for (row, _), (column, _) in over:
        if isinstance(layer, layers.MaxPool2d):
            if routed_to(maps, window, row, column) == (y, x):
                yield (channel, row, column), 1.0
            continue
        share = 1 / window.kernel**2
        if isinstance(layer, lenet_layers.Subsample2d):
            share *= float(trace.weights[f"{planned.name}.weight"][channel])
        yield (channel, row, column), share

"""Backpropagation by hand: δ of every layer and the gradient of every weight.

δ is the derivative of the loss with respect to a layer's output. The network is taken as it
is in use: batch normalisation by its running statistics, no dropout. The loss is the
cross-entropy of the softmax of the logits; calibration plays no part in training.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from handdigit.inspection.rules.kernels import Mixing
from handdigit.inspection.rules.rule import as_maps
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.trace import InspectionError, Trace, Unit, Values
from handdigit.network.architecture import PlannedLayer
from handdigit.sentences import sentence

TRAINED = ("weight", "bias")
"""The parameters of a layer that have a gradient."""


@dataclass(frozen=True, slots=True, eq=False)
class Backward:
    """What the loss for a target class tells every number of the network."""

    target: int
    loss: float
    """-log of the target's probability, in nats."""
    probabilities: Values
    """Softmax of the logits, (classes,)."""
    deltas: Mapping[str, Values]
    """Layer name (and ``input``) -> ∂loss/∂output, shaped as the output. For the logits it
    is the softmax minus 1 at the target."""
    gradients: Mapping[str, Values]
    """Parameter name, ``conv1.weight`` -> ∂loss/∂parameter, shaped as the parameter."""


def backward(trace: Trace, target: int) -> Backward:
    """Return everything that backpropagation computes for a target class.

    Raises:
        InspectionError: there is no such class.
    """
    logits = trace.output(trace.output_name)
    if not 0 <= target < len(logits):
        raise InspectionError(
            sentence("There is no class {0}; there are 0 to {1}.", target, len(logits) - 1)
        )
    shifted = logits - logits.max()
    log_sum = np.log(np.exp(shifted).sum())
    probabilities = np.exp(shifted - log_sum)
    deltas = {trace.output_name: probabilities - np.eye(len(logits))[target]}
    gradients: dict[str, Values] = {}
    for planned in reversed(list(trace.plan.values())):
        rule = rule_of(planned)
        delta = deltas[planned.name].reshape(rule.cube(planned))
        for i, (name, shape) in enumerate(zip(planned.inputs, planned.input_shapes, strict=True)):
            part = rule.passed_on(trace, planned, i, delta).reshape(shape)
            # What several layers read is blamed by each of them.
            deltas[name] = deltas[name] + part if name in deltas else part
        for parameter in TRAINED:
            if f"{planned.name}.{parameter}" not in trace.weights:
                continue
            factors = rule.multiplied(trace, planned, parameter)
            if factors is not None:
                gradient: Values = (delta * factors).sum((1, 2))
            else:
                assert isinstance(rule, Mixing)  # nothing else has kernels
                gradient = rule.kernel_gradient(trace, planned, delta)
            gradients[f"{planned.name}.{parameter}"] = gradient
    loss = float(log_sum - shifted[target])
    return Backward(target, loss, probabilities, deltas, gradients)


class GradientTerm(NamedTuple):
    """One product in a gradient: δ of a unit, times what that unit makes of the quantity."""

    delta_of: Unit
    delta: float
    factor: float
    """For a weight the input it was multiplied by, for a δ the weight or slope on the way."""
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
        raise InspectionError(
            sentence("There is no parameter {0}; there are {1}.", parameter, known)
        )
    if len(position) != gradient.ndim or not all(
        0 <= i < n for i, n in zip(position, gradient.shape, strict=True)
    ):
        raise InspectionError(
            sentence("{0} has the shape {1}, not {2}.", parameter, gradient.shape, position)
        )
    name, _, part = parameter.rpartition(".")
    planned = trace.plan[name]
    terms = _parameter_terms(trace, found, planned, part, position)
    return GradientSum(type(planned.layer).__name__, tuple(terms))


def delta_sum(trace: Trace, found: Backward, unit: Unit) -> GradientSum:
    """Return δ of one unit as the sum over all units that read it.

    For the logits it is the softmax minus 1 at the target, one term.

    Raises:
        InspectionError: there is no such unit.
    """
    trace.require(unit)
    if unit.layer not in found.deltas:
        raise InspectionError(sentence("{0} has no δ.", unit.layer))
    if unit.layer == trace.output_name:
        delta = float(found.deltas[unit.layer][unit.position])
        return GradientSum("delta", (GradientTerm(unit, delta, 1.0, delta),))
    terms: list[GradientTerm] = []
    for planned in trace.plan.values():
        for i, name in enumerate(planned.inputs):
            if name == unit.layer:
                terms += _readers(trace, found, planned, i, unit.position)
    return GradientSum("delta", tuple(terms))


def _parameter_terms(
    trace: Trace, found: Backward, planned: PlannedLayer, part: str, index: tuple[int, ...]
) -> Iterator[GradientTerm]:
    """Yield δ of every unit that a number goes into, times what it is multiplied by there."""
    rule, source = rule_of(planned), planned.inputs[0]
    cube = rule.cube(planned)
    deltas = found.deltas[planned.name].reshape(cube)
    factors = rule.multiplied(trace, planned, part)
    if factors is not None:
        out = index[0]
        for row, column in np.ndindex(*cube[1:]):
            delta, factor = float(deltas[out, row, column]), float(factors[out, row, column])
            unit = rule.unit(planned, (out, row, column))
            yield GradientTerm(unit, delta, factor, delta * factor)
        return
    assert isinstance(rule, Mixing)  # nothing else has kernels
    shape = trace.weights[f"{planned.name}.{part}"].shape
    out, channel, ky, kx = rule.location(planned, shape, index)
    window, (_, rows, columns) = rule.window(planned), as_maps(planned.input_shape)
    values = trace.values[source].reshape(as_maps(planned.input_shape))[channel]
    for row, column in np.ndindex(*cube[1:]):
        y, x = window.reads(row)[ky], window.reads(column)[kx]
        if 0 <= y < rows and 0 <= x < columns:  # what meets padding adds nothing
            delta, value = float(deltas[out, row, column]), float(values[y, x])
            unit = rule.unit(planned, (out, row, column))
            yield GradientTerm(unit, delta, value, delta * value)


def _readers(
    trace: Trace, found: Backward, planned: PlannedLayer, i: int, position: tuple[int, ...]
) -> Iterator[GradientTerm]:
    """Yield δ of every unit that reads a unit of the ``i``-th input, times its slope there."""
    rule = rule_of(planned)
    (outputs, rows, columns), window = rule.cube(planned), rule.window(planned)
    deltas = found.deltas[planned.name].reshape(rule.cube(planned))
    channel, y, x = (*position, 0, 0)[:3]
    over = list(product(window.read_by(y, rows), window.read_by(x, columns)))
    for out in range(outputs):
        maps = rule.maps(planned, i, out)
        if channel not in maps:
            continue
        number = maps.index(channel)
        slopes = rule.slopes(trace, planned, i, (out, 0, 0))
        for (row, ky), (column, kx) in over:
            if not isinstance(rule, Mixing):  # kernels are the same at every place
                slopes = rule.slopes(trace, planned, i, (out, row, column))
            delta, factor = float(deltas[out, row, column]), float(slopes[number, ky, kx])
            unit = rule.unit(planned, (out, row, column))
            yield GradientTerm(unit, delta, factor, delta * factor)

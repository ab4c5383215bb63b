"""How one unit came by its value: every term of its sum, computed by ourselves."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.core import blocks, layers, lenet_layers
from handdigit.core.architecture import INPUT, PlannedLayer
from handdigit.core.layers import NORM_EPSILON
from handdigit.inspection.rules import (
    activate,
    connected_inputs,
    normalisation_of,
    window_of,
)
from handdigit.inspection.trace import SOFTMAX, Trace, Unit
from handdigit.inspection.unit_sum import Term, UnitSum
from handdigit.inspection.units import source_unit


def explain(trace: Trace, unit: Unit) -> UnitSum:
    """Return the arithmetic of one unit of one layer, of the input or of the softmax.

    Its inputs are the values that torch computed for the layers before, so that what
    differs can only come from this unit.

    Raises:
        InspectionError: there is no such unit.
    """
    trace.require(unit)
    value = trace.value(unit)
    if unit.layer == INPUT:
        return UnitSum(unit, "Input", (), value, bias=value, output=value)
    if unit.layer == SOFTMAX:
        return _softmax(trace, unit, value)
    planned = trace.plan[unit.layer]
    layer, kind = planned.layer, type(planned.layer).__name__
    match layer:
        case layers.Conv2d() | lenet_layers.PartialConv2d():
            terms = tuple(_convolution(trace, planned, unit.position))
            bias = _bias(trace, unit)
            return _linear(unit, kind, terms, value, bias=bias)
        case layers.Linear():
            bias = _bias(trace, unit)
            return _linear(unit, kind, _dense(trace, planned, unit.position[0]), value, bias=bias)
        case layers.MaxPool2d():
            return _max_pool(trace, planned, unit, value)
        case layers.AvgPool2d():
            terms = tuple(_mean(trace, planned, unit.position, layer.kernel**2))
            return _linear(unit, kind, terms, value)
        case layers.GlobalAvgPool2d():
            return _linear(unit, kind, _map_mean(trace, planned, unit.position[0]), value)
        case lenet_layers.Subsample2d():
            terms = tuple(_mean(trace, planned, unit.position, layer.kernel**2))
            factor = float(trace.weights[f"{unit.layer}.weight"][unit.position[0]])
            return _linear(unit, kind, terms, value, factor=factor, bias=_bias(trace, unit))
        case layers.BatchNorm2d():
            return _norm(trace, planned, unit, value)
        case lenet_layers.Rescale():
            term = _term(trace, planned.inputs[0], unit.position, layer.scale)
            return _linear(unit, kind, (term,), value, bias=layer.shift)
        case lenet_layers.Pad2d():
            return _pad(trace, planned, unit, value)
        case blocks.Add():
            terms = tuple(_term(trace, name, unit.position) for name in planned.inputs)
            return _linear(unit, kind, terms, value)
    source = source_unit(planned, unit)
    term = _term(trace, source.layer, source.position)
    activated = activate(layer, term.value)
    output = term.value if activated is None else activated
    return UnitSum(unit, kind, (term,), value, output=output)


def _linear(
    unit: Unit,
    kind: str,
    terms: tuple[Term, ...],
    value: float,
    *,
    factor: float = 1.0,
    bias: float = 0.0,
) -> UnitSum:
    total = math.fsum(term.product for term in terms)
    return UnitSum(unit, kind, terms, value, factor, bias, factor * total + bias)


def _term(trace: Trace, layer: str, position: tuple[int, ...], weight: float = 1.0) -> Term:
    value = float(trace.values[layer][position])
    return Term(Unit(layer, position), value, weight, weight * value)


def _bias(trace: Trace, unit: Unit) -> float:
    bias = trace.weights.get(f"{unit.layer}.bias")
    return 0.0 if bias is None else float(bias[unit.position[0]])


def _under_window(
    trace: Trace, planned: PlannedLayer, channel: int, row: int, column: int
) -> Iterator[tuple[Unit, float, bool]]:
    """Yield unit, value and whether it is padding, row by row."""
    window = window_of(planned.layer)
    assert window is not None  # the caller knows the layer
    source = planned.inputs[0]
    _, rows, columns = planned.input_shape
    maps = trace.values[source]
    for y in window.reads(row):
        for x in window.reads(column):
            inside = 0 <= y < rows and 0 <= x < columns
            value = float(maps[channel, y, x]) if inside else 0.0
            yield Unit(source, (channel, y, x)), value, not inside


def _convolution(trace: Trace, planned: PlannedLayer, position: tuple[int, ...]) -> Iterator[Term]:
    out, row, column = position
    kernels = trace.weights[f"{planned.name}.weight"]
    layer = planned.layer
    for source in connected_inputs(planned, out):
        if isinstance(layer, lenet_layers.PartialConv2d):
            kernel = kernels[layer.connections.index((out, source))]
        else:
            kernel = kernels[out, source]
        under = _under_window(trace, planned, source, row, column)
        for (unit, value, padding), weight in zip(under, _flat(kernel), strict=True):
            yield Term(unit, value, weight, weight * value, padding)


def _dense(trace: Trace, planned: PlannedLayer, feature: int) -> tuple[Term, ...]:
    source = planned.inputs[0]
    weights = _flat(trace.weights[f"{planned.name}.weight"][feature])
    return tuple(
        Term(Unit(source, (i,)), value, weight, weight * value)
        for i, (value, weight) in enumerate(zip(_flat(trace.values[source]), weights, strict=True))
    )


def _mean(
    trace: Trace, planned: PlannedLayer, position: tuple[int, ...], count: int
) -> Iterator[Term]:
    """Yield the mean's terms; padding counts as zeros, as it does in torch."""
    for unit, value, padding in _under_window(trace, planned, *position):
        yield Term(unit, value, 1 / count, value / count, padding)


def _map_mean(trace: Trace, planned: PlannedLayer, channel: int) -> tuple[Term, ...]:
    source = planned.inputs[0]
    maps = trace.values[source]
    count = maps[channel].size
    return tuple(
        Term(Unit(source, (channel, y, x)), float(value), 1 / count, float(value) / count)
        for (y, x), value in np.ndenumerate(maps[channel])
    )


def _max_pool(trace: Trace, planned: PlannedLayer, unit: Unit, value: float) -> UnitSum:
    """Padding never wins, so it is left out; of equal values the first is taken."""
    under = [
        (source, found)
        for source, found, padding in _under_window(trace, planned, *unit.position)
        if not padding
    ]
    winner = max(range(len(under)), key=lambda i: under[i][1])
    terms = tuple(
        Term(source, found, float(i == winner), found if i == winner else 0.0)
        for i, (source, found) in enumerate(under)
    )
    return UnitSum(unit, "MaxPool2d", terms, value, output=under[winner][1], winner=winner)


def _norm(trace: Trace, planned: PlannedLayer, unit: Unit, value: float) -> UnitSum:
    norm = normalisation_of(trace, planned.name)
    channel = unit.position[0]
    mean, variance, scale, shift = (float(part[channel]) for part in norm)
    weight = scale / math.sqrt(variance + NORM_EPSILON)
    term = _term(trace, planned.inputs[0], unit.position, weight)
    constants = (
        ("mean", mean),
        ("variance", variance),
        ("epsilon", NORM_EPSILON),
        ("scale", scale),
        ("shift", shift),
    )
    bias = shift - weight * mean
    output = scale * (term.value - mean) / math.sqrt(variance + NORM_EPSILON) + shift
    return UnitSum(
        unit, "BatchNorm2d", (term,), value, bias=bias, output=output, constants=constants
    )


def _pad(trace: Trace, planned: PlannedLayer, unit: Unit, value: float) -> UnitSum:
    layer = planned.layer
    assert isinstance(layer, lenet_layers.Pad2d)  # the caller knows the layer
    channel, row, column = unit.position
    y, x = row - layer.padding, column - layer.padding
    _, rows, columns = planned.input_shape
    if not (0 <= y < rows and 0 <= x < columns):
        return UnitSum(unit, "Pad2d", (), value, bias=layer.value, output=layer.value)
    return _linear(unit, "Pad2d", (_term(trace, planned.inputs[0], (channel, y, x)),), value)


def _softmax(trace: Trace, unit: Unit, value: float) -> UnitSum:
    source = trace.output_name
    weight = 1 / trace.temperature
    scaled = [weight * logit for logit in _flat(trace.values[source])]
    largest = max(scaled)
    terms = tuple(
        Term(Unit(source, (i,)), logit * trace.temperature, weight, math.exp(logit - largest))
        for i, logit in enumerate(scaled)
    )
    winner = unit.position[0]
    output = terms[winner].product / math.fsum(term.product for term in terms)
    constants = (("temperature", trace.temperature), ("largest", largest))
    return UnitSum(unit, "Softmax", terms, value, output=output, winner=winner, constants=constants)


def _flat(values: NDArray[Any]) -> list[float]:
    return np.asarray(values, np.float64).ravel().tolist()

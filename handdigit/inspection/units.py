"""Finding units: what one is made from, what becomes of it, which one stands out."""

from __future__ import annotations

import numpy as np

from handdigit.core import blocks, layers
from handdigit.core.architecture import PlannedLayer
from handdigit.inspection.trace import Trace, Unit


def source_unit(planned: PlannedLayer, unit: Unit) -> Unit:
    """Return the one unit that a unit of Flatten, Concat or an elementwise layer reads."""
    source, position = planned.inputs[0], unit.position
    if isinstance(planned.layer, layers.Flatten):
        position = tuple(int(i) for i in np.unravel_index(position[0], planned.input_shape))
    elif isinstance(planned.layer, blocks.Concat):
        channel = position[0]
        joined = iter(zip(planned.inputs, planned.input_shapes, strict=True))
        source, shape = next(joined)
        while channel >= shape[0]:
            channel -= shape[0]
            source, shape = next(joined)
        position = (channel, *position[1:])
    return Unit(source, position)


def followers(trace: Trace, unit: Unit) -> tuple[Unit, ...]:
    """Return the same unit in the layers that work value by value on it, in order.

    For a convolution these are its normalisation and its activation: before and after.
    """
    found: list[Unit] = []
    name = unit.layer
    for planned in trace.plan.values():
        elementwise = isinstance(planned.layer, layers.Elementwise | layers.BatchNorm2d)
        if planned.inputs == (name,) and elementwise:
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

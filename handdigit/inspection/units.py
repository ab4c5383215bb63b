"""Finding units: what becomes of one, which one stands out."""

from __future__ import annotations

import numpy as np

from handdigit.core.layer import Elementwise
from handdigit.inspection.trace import Trace, Unit


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

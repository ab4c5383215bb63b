"""Sizes and parameter counts of a layer written out with their numbers."""

from __future__ import annotations

from handdigit.core.architecture import PlannedLayer
from handdigit.core.layers import AvgPool2d, BatchNorm2d, Conv2d, Linear, MaxPool2d
from handdigit.core.lenet_layers import PartialConv2d, Subsample2d


def size_formula(planned: PlannedLayer) -> str | None:
    """Return ``(28 + 2·2 − 5) / 2 + 1 = 14.5 → 14`` for the rows, None where nothing slides."""
    layer = planned.layer
    if isinstance(layer, Conv2d):
        kernel, stride, padding = layer.kernel, layer.stride, layer.padding
        reach = layer.dilation * (kernel - 1) + 1
    elif isinstance(layer, MaxPool2d | AvgPool2d):
        reach, stride, padding = layer.kernel, layer.step, layer.padding
    else:
        return None
    rows = planned.input_shape[1]
    exact = (rows + 2 * padding - reach) / stride + 1
    pads = f" + 2·{padding}" if padding else ""
    formula = f"({rows}{pads} − {reach}) / {stride} + 1 = {exact:g}"
    return formula if exact == int(exact) else f"{formula} → {int(exact)}"


def parameter_formula(planned: PlannedLayer) -> str | None:
    """Return ``64 · (32 · 3² + 1) = 18,496``, None for a layer without parameters."""
    layer, count = planned.layer, f"{planned.parameter_count:,}"
    inputs = planned.input_shape[0]
    match layer:
        case Conv2d():
            bias = " + 1" if layer.bias else ""
            return f"{layer.channels} · ({inputs} · {layer.kernel}²{bias}) = {count}"
        case PartialConv2d():
            outputs = planned.output_shape[0]
            links = (planned.parameter_count - outputs) // layer.kernel**2
            return f"{links} · {layer.kernel}² + {outputs} = {count}"
        case Linear():
            bias = " + 1" if layer.bias else ""
            return f"{layer.features} · ({inputs}{bias}) = {count}"
        case BatchNorm2d() | Subsample2d():
            return f"2 · {inputs} = {count}"
    return None

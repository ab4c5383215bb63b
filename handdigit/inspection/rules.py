"""The rules that forward, backward and receptive field share: windows, kernels, functions."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from handdigit.core import layers, lenet_layers
from handdigit.core.architecture import PlannedLayer
from handdigit.core.blocks import Join
from handdigit.core.layers import NORM_EPSILON, Layer
from handdigit.core.lenet_layers import TANH_AMPLITUDE, TANH_SLOPE
from handdigit.inspection.trace import Trace, Values


class Window(NamedTuple):
    """Which positions along one axis a sliding window reads."""

    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1

    def reads(self, position: int) -> range:
        """Return the input positions under the window at an output position.

        Those below 0 and beyond the input lie in the padding.
        """
        start = position * self.stride - self.padding
        return range(start, start + self.kernel * self.dilation, self.dilation)

    def read_by(self, position: int, size: int) -> list[tuple[int, int]]:
        """Return (output position, tap) of every window, of ``size`` ones, over an input."""
        found = []
        for tap in range(self.kernel):
            place, rest = divmod(position + self.padding - tap * self.dilation, self.stride)
            if rest == 0 and 0 <= place < size:
                found.append((place, tap))
        return found


def window_of(layer: Layer | Join) -> Window | None:
    """Return the window of a layer that slides one over its input, else None."""
    match layer:
        case layers.Conv2d():
            return Window(layer.kernel, layer.stride, layer.padding, layer.dilation)
        case lenet_layers.PartialConv2d():
            return Window(layer.kernel, layer.stride, layer.padding)
        case layers.MaxPool2d() | layers.AvgPool2d():
            return Window(layer.kernel, layer.step, layer.padding)
        case lenet_layers.Subsample2d():
            return Window(layer.kernel, layer.kernel)
    return None


def connected_inputs(planned: PlannedLayer, channel: int) -> tuple[int, ...]:
    """Return the input maps that one output map of a convolution reads."""
    if isinstance(planned.layer, lenet_layers.PartialConv2d):
        return planned.layer.table[channel]
    return tuple(range(planned.input_shape[0]))


def full_kernels(trace: Trace, planned: PlannedLayer) -> Values:
    """Return a convolution's kernels as (outputs, inputs, K, K), 0 where not connected."""
    weight = trace.weight(planned.name, "weight")
    assert weight is not None  # a convolution has one
    if not isinstance(planned.layer, lenet_layers.PartialConv2d):
        return weight
    rows, columns = weight.shape[1:]
    full = np.zeros((planned.output_shape[0], planned.input_shape[0], rows, columns))
    for connection, (out, source) in enumerate(planned.layer.connections):
        full[out, source] = weight[connection]
    return full


class Normalisation(NamedTuple):
    """Batch normalisation in use: scale · (x - mean) / √(variance + epsilon) + shift."""

    mean: Values
    variance: Values
    scale: Values
    shift: Values

    @property
    def factor(self) -> Values:
        """What x is multiplied by, (channels,)."""
        return np.asarray(self.scale / self.deviation)

    @property
    def deviation(self) -> Values:
        """√(variance + epsilon), (channels,)."""
        return np.sqrt(self.variance + NORM_EPSILON)


def normalisation_of(trace: Trace, name: str) -> Normalisation:
    """Return the numbers of a batch normalisation."""
    found = [trace.weight(name, part) for part in ("running_mean", "running_var", "weight", "bias")]
    mean, variance, scale, shift = (part for part in found if part is not None)
    return Normalisation(mean, variance, scale, shift)


def activate(layer: Layer | Join, value: float) -> float | None:
    """Return an activation function's value, None if the layer is none."""
    match layer:
        case layers.ReLU():
            return max(0.0, value)
        case layers.Sigmoid():
            return _sigmoid(value)
        case layers.Tanh():
            return math.tanh(value)
        case lenet_layers.ScaledTanh():
            return TANH_AMPLITUDE * math.tanh(TANH_SLOPE * value)
    return None


def activation_slope(layer: Layer | Join, values: Values) -> Values | None:
    """Return an activation function's derivative at its inputs, None if the layer is none."""
    match layer:
        case layers.ReLU():
            return (values > 0).astype(np.float64)
        case layers.Sigmoid():
            output = np.vectorize(_sigmoid, otypes=[np.float64])(values)
            return np.asarray(output * (1 - output))
        case layers.Tanh():
            return np.asarray(1 - np.tanh(values) ** 2)
        case lenet_layers.ScaledTanh():
            return np.asarray(TANH_AMPLITUDE * TANH_SLOPE * (1 - np.tanh(TANH_SLOPE * values) ** 2))
    return None


def _sigmoid(value: float) -> float:
    # exp of a large number overflows; of a small one it vanishes.
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    power = math.exp(value)
    return power / (1 + power)

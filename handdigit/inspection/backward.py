"""Backpropagation by hand: δ of every layer and the gradient of every weight.

δ is the derivative of the loss with respect to a layer's output. The network is taken as it
is in use: batch normalisation by its running statistics, no dropout. The loss is the
cross-entropy of the softmax of the logits; calibration plays no part in training.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from handdigit.core import blocks, layers, lenet_layers
from handdigit.core.architecture import PlannedLayer
from handdigit.inspection.rules import (
    Window,
    activation_slope,
    full_kernels,
    normalisation_of,
    window_of,
)
from handdigit.inspection.trace import InspectionError, Trace, Values


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
        raise InspectionError(f"There is no class {target}; there are 0 to {len(logits) - 1}.")
    shifted = logits - logits.max()
    log_sum = np.log(np.exp(shifted).sum())
    probabilities = np.exp(shifted - log_sum)
    deltas = {trace.output_name: probabilities - np.eye(len(logits))[target]}
    gradients: dict[str, Values] = {}
    for planned in reversed(list(trace.plan.values())):
        delta = deltas[planned.name]
        for name, part in zip(planned.inputs, _passed_on(trace, planned, delta), strict=True):
            # What several layers read is blamed by each of them.
            deltas[name] = deltas[name] + part if name in deltas else part
        for parameter, gradient in _parameter_gradients(trace, planned, delta):
            gradients[f"{planned.name}.{parameter}"] = gradient
    loss = float(log_sum - shifted[target])
    return Backward(target, loss, probabilities, deltas, gradients)


def routed_to(maps: Values, window: Window, row: int, column: int) -> tuple[int, int]:
    """Return row and column of the first largest value of one map under a window.

    Padding is passed over. ``maps`` is one channel, (H, W).
    """
    rows = [y for y in window.reads(row) if 0 <= y < maps.shape[0]]
    columns = [x for x in window.reads(column) if 0 <= x < maps.shape[1]]
    part = maps[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    y, x = np.unravel_index(int(np.argmax(part)), part.shape)
    return rows[0] + int(y), columns[0] + int(x)


def _passed_on(trace: Trace, planned: PlannedLayer, delta: Values) -> list[Values]:
    """Return ∂loss/∂input for every input of a layer."""
    layer, shape = planned.layer, planned.input_shape
    window = window_of(layer)
    match layer:
        case layers.Conv2d() | lenet_layers.PartialConv2d():
            assert window is not None  # a convolution has one
            return [_through_convolution(full_kernels(trace, planned), delta, window, shape)]
        case layers.Linear():
            weight = trace.weight(planned.name, "weight")
            assert weight is not None  # a dense layer has one
            return [delta @ weight]
        case layers.MaxPool2d():
            assert window is not None  # pooling has one
            return [_through_max(trace.output(planned.inputs[0]), delta, window)]
        case layers.AvgPool2d():
            assert window is not None  # pooling has one
            return [_spread(delta / layer.kernel**2, window, shape)]
        case layers.GlobalAvgPool2d():
            share = delta / (shape[1] * shape[2])
            return [np.broadcast_to(share[:, None, None], shape).copy()]
        case lenet_layers.Subsample2d():
            assert window is not None  # subsampling has one
            weight = trace.weight(planned.name, "weight")
            assert weight is not None  # and a coefficient for every channel
            share = delta * weight[:, None, None] / layer.kernel**2
            return [_spread(share, window, shape)]
        case layers.BatchNorm2d():
            factor = normalisation_of(trace, planned.name).factor
            return [delta * factor[:, None, None]]
        case lenet_layers.Rescale():
            return [delta * layer.scale]
        case lenet_layers.Pad2d():
            inner = slice(layer.padding, -layer.padding)
            return [delta[:, inner, inner]]
        case blocks.Add():
            return [delta] * len(planned.inputs)
        case blocks.Concat():
            ends = np.cumsum([s[0] for s in planned.input_shapes])[:-1]
            return list(np.split(delta, ends))
    slope = activation_slope(layer, trace.output(planned.inputs[0]))
    return [delta.reshape(shape) if slope is None else delta * slope]


def _parameter_gradients(
    trace: Trace, planned: PlannedLayer, delta: Values
) -> Iterator[tuple[str, Values]]:
    """Yield name and gradient of every trained parameter of a layer."""
    layer = planned.layer
    if planned.parameter_count == 0:
        return
    if f"{planned.name}.bias" in trace.weights:
        yield "bias", delta.sum((1, 2)) if delta.ndim == 3 else delta
    values = trace.output(planned.inputs[0])
    window = window_of(layer)
    match layer:
        case layers.Conv2d():
            assert window is not None  # a convolution has one
            yield "weight", _kernel_gradient(values, delta, window)
        case lenet_layers.PartialConv2d():
            assert window is not None  # a convolution has one
            full = _kernel_gradient(values, delta, window)
            yield "weight", np.stack([full[pair] for pair in layer.connections])
        case layers.Linear():
            yield "weight", np.outer(delta, values)
        case lenet_layers.Subsample2d():
            yield "weight", (delta * subsample_means(values, layer.kernel)).sum((1, 2))
        case layers.BatchNorm2d():
            norm = normalisation_of(trace, planned.name)
            standard = (values - norm.mean[:, None, None]) / norm.deviation[:, None, None]
            yield "weight", (delta * standard).sum((1, 2))


def subsample_means(maps: Values, kernel: int) -> Values:
    """Return the means of side-by-side windows, (C, H // kernel, W // kernel)."""
    channels, height, width = maps.shape
    rows, columns = height // kernel, width // kernel
    whole = maps[:, : rows * kernel, : columns * kernel]
    tiles = whole.reshape(channels, rows, kernel, columns, kernel)
    return np.asarray(tiles.mean((2, 4)))


def _taps(window: Window, rows: int, columns: int) -> Iterator[tuple[int, int, slice, slice]]:
    """Yield every tap of the kernel with the padded input's rows and columns it meets."""
    for ky in range(window.kernel):
        for kx in range(window.kernel):
            yield ky, kx, _met(window, ky, rows), _met(window, kx, columns)


def _met(window: Window, tap: int, places: int) -> slice:
    start = tap * window.dilation
    return slice(start, start + window.stride * (places - 1) + 1, window.stride)


def _padded(maps: Values, padding: int) -> Values:
    return np.pad(maps, ((0, 0), (padding, padding), (padding, padding)))


def _cropped(maps: Values, padding: int) -> Values:
    return maps[:, padding : maps.shape[1] - padding, padding : maps.shape[2] - padding]


def _through_convolution(
    kernels: Values, delta: Values, window: Window, shape: tuple[int, ...]
) -> Values:
    """Full convolution of δ with the kernels turned by 180°, tap by tap."""
    blamed = _padded(np.zeros(shape), window.padding)
    for ky, kx, rows, columns in _taps(window, *delta.shape[1:]):
        blamed[:, rows, columns] += np.tensordot(kernels[:, :, ky, kx], delta, ([0], [0]))
    return _cropped(blamed, window.padding)


def _kernel_gradient(values: Values, delta: Values, window: Window) -> Values:
    """Cross-correlation of the input with δ, (outputs, inputs, K, K)."""
    padded = _padded(values, window.padding)
    gradient = np.empty((len(delta), len(values), window.kernel, window.kernel))
    for ky, kx, rows, columns in _taps(window, *delta.shape[1:]):
        gradient[:, :, ky, kx] = np.tensordot(delta, padded[:, rows, columns], ([1, 2], [1, 2]))
    return gradient


def _spread(share: Values, window: Window, shape: tuple[int, ...]) -> Values:
    """Mean pooling backwards: every position under a window gets the same share."""
    blamed = _padded(np.zeros(shape), window.padding)
    for _, _, rows, columns in _taps(window, *share.shape[1:]):
        blamed[:, rows, columns] += share
    return _cropped(blamed, window.padding)


def _through_max(maps: Values, delta: Values, window: Window) -> Values:
    """Max pooling backwards: the winner gets everything."""
    low = np.pad(
        maps,
        ((0, 0), (window.padding,) * 2, (window.padding,) * 2),
        constant_values=-np.inf,
    )
    taps = list(_taps(window, *delta.shape[1:]))
    under = np.stack([low[:, rows, columns] for _, _, rows, columns in taps])
    winner = under.argmax(0)  # the first of equal ones, as torch takes it
    blamed = np.zeros_like(low)
    for number, (_, _, rows, columns) in enumerate(taps):
        blamed[:, rows, columns] += np.where(winner == number, delta, 0.0)
    return _cropped(blamed, window.padding)

"""torch's module for every layer type: the table, and the modules that torch does not have."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from handdigit.network import blocks, layers, lenet5_layers
from handdigit.network.digit_codes import DIGIT_CODES
from handdigit.network.lenet5_layers import TANH_AMPLITUDE, TANH_SLOPE


class ScaledTanh(nn.Module):
    """1.7159 · tanh(2x/3)."""

    def forward(self, values: Tensor) -> Tensor:
        """Return the same shape."""
        return TANH_AMPLITUDE * torch.tanh(TANH_SLOPE * values)


class Subsample2d(nn.Module):
    """Mean of each window, times ``weight`` (C,), plus ``bias`` (C,)."""

    def __init__(self, channels: int, kernel: int) -> None:
        """Begin as plain mean pooling."""
        super().__init__()
        self.kernel = kernel
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, maps: Tensor) -> Tensor:
        """Return (N, C, H // kernel, W // kernel)."""
        means = functional.avg_pool2d(maps, self.kernel)
        return means * self.weight[:, None, None] + self.bias[:, None, None]


class PartialConv2d(nn.Module):
    """Convolution by a table; ``weight`` is (connections, K, K), ``bias`` (outputs,).

    ``connections`` are (output map, input map) in the order of the weight.
    """

    def __init__(
        self,
        connections: tuple[tuple[int, int], ...],
        inputs: int,
        *,
        kernel: int,
        stride: int,
        padding: int,
    ) -> None:
        """Begin with uniform weights, as wide as torch's for as many connections."""
        super().__init__()
        self.inputs, self.stride, self.padding = inputs, stride, padding
        self._to = [out for out, _ in connections]
        self._from = [source for _, source in connections]
        outputs = max(self._to) + 1
        self.weight = nn.Parameter(torch.empty(len(connections), kernel, kernel))
        self.bias = nn.Parameter(torch.empty(outputs))
        with torch.no_grad():
            for out in range(outputs):
                bound = 1 / math.sqrt(self._to.count(out) * kernel**2)
                self.weight[self._to.index(out) :][: self._to.count(out)].uniform_(-bound, bound)
                self.bias[out].uniform_(-bound, bound)

    def full_weight(self) -> Tensor:
        """Return the kernels as (outputs, inputs, K, K), 0 where nothing is connected."""
        rows, columns = self.weight.shape[1:]
        full = self.weight.new_zeros(len(self.bias), self.inputs, rows, columns)
        full[self._to, self._from] = self.weight
        return full

    def forward(self, maps: Tensor) -> Tensor:
        """Return (N, outputs, H', W')."""
        return functional.conv2d(maps, self.full_weight(), self.bias, self.stride, self.padding)


class Rescale(nn.Module):
    """scale · x + shift, fixed."""

    def __init__(self, scale: float, shift: float) -> None:
        """Keep both as numbers: they belong to the architecture, not to the weights."""
        super().__init__()
        self.scale, self.shift = scale, shift

    def forward(self, values: Tensor) -> Tensor:
        """Return the same shape."""
        return values * self.scale + self.shift


class Rbf(nn.Module):
    """(N, 84) to the squared distances from the digits' pictures, negated, (N, 10)."""

    def forward(self, values: Tensor) -> Tensor:
        """Return (N, 10): the pictures belong to the architecture, not to the weights."""
        codes = values.new_tensor(DIGIT_CODES)
        return -(values[:, None] - codes).square().sum(2)


class GlobalAvgPool2d(nn.Module):
    """(N, C, H, W) to the mean of each map, (N, C)."""

    def forward(self, maps: Tensor) -> Tensor:
        """Return (N, C)."""
        return maps.mean((2, 3))


class Add(nn.Module):
    """The sum of all inputs."""

    def forward(self, first: Tensor, *others: Tensor) -> Tensor:
        """Return the same shape."""
        return sum(others, first)


class Concat(nn.Module):
    """All inputs after each other along the channels."""

    def forward(self, *inputs: Tensor) -> Tensor:
        """Return (N, sum of channels, …)."""
        return torch.cat(inputs, 1)


MODULES: dict[type, Callable[[Any, int], nn.Module]] = {
    layers.Conv2d: lambda layer, inputs: nn.Conv2d(
        inputs,
        layer.channels,
        layer.kernel,
        stride=layer.stride,
        padding=layer.padding,
        dilation=layer.dilation,
        bias=layer.bias,
    ),
    lenet5_layers.PartialConv2d: lambda layer, inputs: PartialConv2d(
        layer.connections,
        inputs,
        kernel=layer.kernel,
        stride=layer.stride,
        padding=layer.padding,
    ),
    layers.MaxPool2d: lambda layer, _: nn.MaxPool2d(layer.kernel, layer.step, layer.padding),
    layers.AvgPool2d: lambda layer, _: nn.AvgPool2d(layer.kernel, layer.step, layer.padding),
    layers.GlobalAvgPool2d: lambda _, __: GlobalAvgPool2d(),
    lenet5_layers.Subsample2d: lambda layer, inputs: Subsample2d(inputs, layer.kernel),
    layers.BatchNorm2d: lambda _, inputs: nn.BatchNorm2d(inputs, eps=layers.NORM_EPSILON),
    layers.Flatten: lambda _, __: nn.Flatten(),
    layers.Linear: lambda layer, inputs: nn.Linear(inputs, layer.features, bias=layer.bias),
    layers.ReLU: lambda _, __: nn.ReLU(),
    layers.Sigmoid: lambda _, __: nn.Sigmoid(),
    layers.Tanh: lambda _, __: nn.Tanh(),
    lenet5_layers.ScaledTanh: lambda _, __: ScaledTanh(),
    layers.Dropout: lambda layer, _: nn.Dropout(layer.rate),
    lenet5_layers.Rescale: lambda layer, _: Rescale(layer.scale, layer.shift),
    lenet5_layers.Pad2d: lambda layer, _: nn.ConstantPad2d(layer.padding, layer.value),
    lenet5_layers.Rbf: lambda _, __: Rbf(),
    blocks.Add: lambda _, __: Add(),
    blocks.Concat: lambda _, __: Concat(),
}
"""Layer type -> what makes its module from the layer and its number of input maps or features."""

"""nn.Module from an architecture value."""

from __future__ import annotations

from collections import OrderedDict

from torch import nn

from handdigit.core import layers
from handdigit.core.architecture import Architecture, PlannedLayer


def build_network(architecture: Architecture) -> nn.Sequential:
    """Return the network, (N, 1, 28, 28) float32 in, (N, 10) logits out.

    Its children carry the names of :meth:`Architecture.plan`, so ``state_dict`` keys read
    ``conv1.weight``. Weights are torch's default initialisation.
    """
    modules = OrderedDict((planned.name, _module(planned)) for planned in architecture.plan())
    return nn.Sequential(modules)


def _module(planned: PlannedLayer) -> nn.Module:
    layer, inputs = planned.layer, planned.input_shape[0]
    match layer:
        case layers.Conv2d():
            return nn.Conv2d(
                inputs,
                layer.channels,
                layer.kernel,
                stride=layer.stride,
                padding=layer.padding,
                dilation=layer.dilation,
                bias=layer.bias,
            )
        case layers.MaxPool2d():
            return nn.MaxPool2d(layer.kernel, layer.step, layer.padding)
        case layers.AvgPool2d():
            return nn.AvgPool2d(layer.kernel, layer.step, layer.padding)
        case layers.BatchNorm2d():
            return nn.BatchNorm2d(inputs)
        case layers.Flatten():
            return nn.Flatten()
        case layers.Linear():
            return nn.Linear(inputs, layer.features, bias=layer.bias)
        case layers.ReLU():
            return nn.ReLU()  # never in place: it would overwrite what inspection keeps
        case layers.Sigmoid():
            return nn.Sigmoid()
        case layers.Tanh():
            return nn.Tanh()
        case layers.Dropout():
            return nn.Dropout(layer.rate)
    raise TypeError(f"no torch module for {layer!r}")

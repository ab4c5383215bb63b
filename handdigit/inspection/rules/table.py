"""How every layer type computes, forwards and backwards, and how that is written: the table.

From a layer's :class:`~handdigit.inspection.rules.rule.Rule` come the sum of a unit, its
derivatives, its receptive field, its text and its equation.
"""

from __future__ import annotations

import numpy as np

from handdigit.inspection.rules import activation, kernels, normalisation, pooling, reshaping
from handdigit.inspection.rules.rule import Rule
from handdigit.network import blocks, layers, lenet5_layers
from handdigit.network.architecture import PlannedLayer
from handdigit.network.lenet5_layers import TANH_AMPLITUDE, TANH_SLOPE

RULES: dict[type, Rule] = {
    layers.Conv2d: kernels.Mixing(),
    lenet5_layers.PartialConv2d: kernels.Partial(),
    layers.Linear: kernels.Mixing(),
    layers.MaxPool2d: pooling.Maximum(),
    layers.AvgPool2d: pooling.Mean(),
    layers.GlobalAvgPool2d: pooling.WholeMean(),
    lenet5_layers.Subsample2d: pooling.ScaledMean(),
    layers.BatchNorm2d: normalisation.Normalising(),
    lenet5_layers.Rescale: normalisation.Scaling(),
    lenet5_layers.Pad2d: reshaping.Framing(),
    lenet5_layers.Rbf: kernels.Distances(),
    layers.Flatten: reshaping.Flattening(),
    layers.Dropout: Rule(),
    layers.ReLU: activation.Function(
        lambda x: np.maximum(0.0, x), lambda x: (x > 0).astype(np.float64), "max(0, "
    ),
    layers.Sigmoid: activation.Function(
        activation.sigmoid,
        lambda x: activation.sigmoid(x) * (1 - activation.sigmoid(x)),
        "1 / (1 + exp(-",
        "))",
    ),
    layers.Tanh: activation.Function(np.tanh, lambda x: 1 - np.tanh(x) ** 2, "tanh("),
    lenet5_layers.ScaledTanh: activation.Function(
        lambda x: TANH_AMPLITUDE * np.tanh(TANH_SLOPE * x),
        lambda x: TANH_AMPLITUDE * TANH_SLOPE * (1 - np.tanh(TANH_SLOPE * x) ** 2),
        f"{TANH_AMPLITUDE} · tanh(2 · ",
        " / 3)",
    ),
    blocks.Add: Rule(),
    blocks.Concat: reshaping.Joining(),
}


def rule_of(planned: PlannedLayer) -> Rule:
    """Return how a layer computes."""
    return RULES[type(planned.layer)]

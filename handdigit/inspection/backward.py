"""Backpropagation by hand: δ of every layer and the gradient of every weight.

δ is the derivative of the loss with respect to a layer's output. The network is taken as it
is in use: batch normalisation by its running statistics, no dropout. The loss is the
cross-entropy of the softmax of the logits; calibration plays no part in training.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from handdigit.inspection.rules import (
    Mixing,
    rule_of,
)
from handdigit.inspection.trace import InspectionError, Trace, Values

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
        raise InspectionError(f"There is no class {target}; there are 0 to {len(logits) - 1}.")
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

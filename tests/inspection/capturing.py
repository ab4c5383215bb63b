"""A trace of what a network in torch computes."""

from __future__ import annotations

import torch
from torch import Tensor

from handdigit.inspection.trace import SOFTMAX, Trace
from handdigit.recognition.network import Network


def capture(network: Network, picture: Tensor, temperature: float = 1.0) -> Trace:
    """Run a normalised (1, 28, 28) picture through ``network`` and keep every number.

    The network must be in evaluation mode; dtype and device are its own.
    """
    with torch.inference_mode():
        values = network.activations(picture[None])
        logits = values[network.plan[-1].name].double()
        values[SOFTMAX] = (logits / temperature).softmax(1)
    return Trace(
        network.architecture,
        {name: value.detach().cpu().numpy() for name, value in network.state_dict().items()},
        {name: value[0].cpu().numpy() for name, value in values.items()},
        temperature,
    )

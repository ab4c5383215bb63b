"""Kernels in the order in which a processor's convolutions read them.

oneDNN, which computes torch's convolutions on a CPU, rearranges the kernels before it multiplies.
torch lets it do so at every call: for one small picture that takes as long as the products.
"""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Callable
from typing import TypeVar

import torch
from torch import Tensor, nn

from handdigit.network.architecture import INPUT_SHAPE
from handdigit.recognition.network import Network

Some = TypeVar("Some", bound=Network)
TOLERANCE = 1e-3
"""Largest difference of a logit, relative to the largest one."""


class PackedConv2d(nn.Module):
    """A convolution in evaluation mode with its kernels rearranged once; no gradients."""

    def __init__(self, convolution: nn.Conv2d, shape: tuple[int, ...]) -> None:
        """Keep the kernels in the order for inputs of ``shape``; others are read, too."""
        super().__init__()
        options: list[object] = [
            list(map(int, convolution.padding)),
            list(convolution.stride),
            list(convolution.dilation),
            convolution.groups,
        ]
        reorder: Callable[..., Tensor] = torch._C._nn.mkldnn_reorder_conv2d_weight
        self._kernels = reorder(convolution.weight.detach().to_mkldnn(), *options, list(shape))
        bias = convolution.bias
        self._bias = None if bias is None else bias.detach()
        self._options = [*options, "none", [], ""]  # no activation is computed along with it

    def forward(self, maps: Tensor) -> Tensor:
        """Return (N, channels, H', W')."""
        found: Tensor = torch.ops.mkldnn._convolution_pointwise(
            maps, self._kernels, self._bias, *self._options
        )
        return found


def packed(network: Some, pictures: int = 1) -> Some:
    """Return a network on the CPU that says the same, fastest for so many pictures at once.

    It is the network itself where torch has no oneDNN, or where that fails or says something else
    on this processor.
    """
    if not torch.backends.mkldnn.is_available():  # type: ignore[no-untyped-call]
        return network
    probe = torch.rand(1, *INPUT_SHAPE, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode(), contextlib.suppress(RuntimeError):
        made = copy.deepcopy(network)
        for planned in made.plan:
            module = made.get_submodule(planned.name)
            if type(module) is nn.Conv2d:
                made.add_module(
                    planned.name, PackedConv2d(module, (pictures, *planned.input_shape))
                )
        expected = network(probe)
        tolerance = TOLERANCE * float(expected.abs().max())
        if torch.allclose(made(probe), expected, rtol=TOLERANCE, atol=tolerance):
            return made
    return network

"""How a score changes between two pictures, shared out among their pixels without a rest.

Between two pictures every unit goes from one value to another, and what it gives changes by so
much a unit of that: the slope of its secant. Multiplied along all ways from a pixel to the score,
as slopes of tangents are for the gradient, they say what the pixel's change added. Where the
pictures are close, they are the mean of the gradients in between. Source: the rescale rule of
Shrikumar, Greenside and Kundaje 2017 (DeepLIFT), here from each picture to the next.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import torch
from torch import Tensor, nn

from handdigit.recognition.modules import Rbf, ScaledTanh
from handdigit.recognition.network import Network

NEAR = 1e-4
"""Values closer than this have no secant for float32; the tangent between them is as good."""
TINY = 1e-37
"""Nothing is divided by less."""


def with_secants(network: Network) -> Network:
    """Return the network with secants in place of gradients, for pictures in a row.

    It gives the same for every picture. The gradient of a score by a picture holds for the way
    to the next one; by the last picture it is of no matter. Weights are those of ``network``.
    """
    made = copy.copy(network)
    made._modules = {
        name: _Secant(SECANTS[type(module)], module) if type(module) in SECANTS else module
        for name, module in network.named_children()
    }
    return made


class _Secant(nn.Module):
    """A module that is not linear, with another way back."""

    def __init__(self, function: type[torch.autograd.Function], module: nn.Module) -> None:
        super().__init__()
        self._function, self._module = function, module

    def forward(self, values: Tensor) -> Tensor:
        """Return what the module gives for N pictures, (N, …) of (N, …)."""
        found: Tensor = self._function.apply(values, self._module)  # type: ignore[no-untyped-call]
        return found


def _pairs(values: Tensor) -> tuple[Tensor, Tensor]:
    """Return what every picture has but the last one, and what the next one has."""
    return values[:-1], values[1:]


def _with_last(slopes: Tensor) -> Tensor:
    """Return a row more: no way leads on from the last picture."""
    return torch.cat((slopes, torch.zeros_like(slopes[:1])))


class _Units(torch.autograd.Function):
    """Units that look at one value each: sigmoids and the like."""

    @staticmethod
    def forward(context: Any, values: Tensor, module: nn.Module) -> Tensor:
        """Return (N, …) outputs of N pictures in a row, each of one of the (N, …) values."""
        found: Tensor = module(values)
        context.module = module
        context.save_for_backward(values, found)
        return found

    @staticmethod
    def backward(context: Any, slopes: Tensor) -> tuple[Tensor, None]:
        """Return (N, …) slopes by the values, of (N, …) ones by the outputs; the last row is 0."""
        values, found = context.saved_tensors
        steps = values.diff(dim=0)
        tangents = _tangents(context.module, values[:-1] + steps / 2, slopes[:-1])
        secants = slopes[:-1] * found.diff(dim=0) / steps
        return _with_last(torch.where(steps.abs() < NEAR, tangents, secants)), None


class _Rectifiers(torch.autograd.Function):
    """ReLUs: on what of the way each is on."""

    @staticmethod
    def forward(context: Any, values: Tensor, module: nn.Module) -> Tensor:
        """Return the positive part of (N, …) values of N pictures in a row."""
        context.save_for_backward(values)
        found: Tensor = module(values)
        return found

    @staticmethod
    def backward(context: Any, slopes: Tensor) -> tuple[Tensor, None]:
        """Return (N, …) slopes by the values, of (N, …) ones by the outputs; the last row is 0."""
        here, there = _pairs(context.saved_tensors[0])
        # Beyond 0 and 1 where it is always off or always on.
        on = torch.maximum(here, there).div_((there - here).abs_().clamp_(min=TINY))
        return _with_last(on.clamp_(0, 1).mul_(slopes[:-1])), None


class _Pools(torch.autograd.Function):
    """Maxima: on what of the way each of two values is the largest."""

    @staticmethod
    def forward(context: Any, values: Tensor, module: nn.MaxPool2d) -> Tensor:
        """Return (N, C, H', W') maxima of the (N, C, H, W) maps of N pictures in a row."""
        found, indices = nn.functional.max_pool2d(
            values, module.kernel_size, module.stride, module.padding, return_indices=True
        )
        context.module = module
        context.save_for_backward(values, found, indices)
        return found

    @staticmethod
    def backward(context: Any, slopes: Tensor) -> tuple[Tensor, None]:
        """Return (N, C, H, W) slopes, of (N, C, H', W') by the maxima; the last row is 0."""
        values, found, indices = context.saved_tensors
        (here, there), (first, second) = _pairs(values), _pairs(indices)
        lead = found[:-1] - _at(here, second)
        lag = found[1:] - _at(there, first)
        before = lead.div_((lead + lag).clamp_(min=TINY)).mul_(slopes[:-1])
        after = slopes[:-1] - before
        module = context.module
        sides = [
            [size, size] if isinstance(size, int) else list(size)
            for size in (module.kernel_size, module.stride, module.padding, 1)
        ]
        back = torch.ops.aten.max_pool2d_with_indices_backward
        found = back(before, here, *sides, False, first)
        return _with_last(found.add_(back(after, here, *sides, False, second))), None


def _at(values: Tensor, indices: Tensor) -> Tensor:
    """Return the values at (N, C, H', W') places of (N, C, H, W) maps."""
    return values.flatten(2).gather(2, indices.flatten(2)).view_as(indices)


class _Distances(torch.autograd.Function):
    """Squares: the secant is the tangent halfway."""

    @staticmethod
    def forward(context: Any, values: Tensor, module: nn.Module) -> Tensor:
        """Return (N, C) outputs for (N, F) values of N pictures in a row."""
        context.module = module
        context.save_for_backward(values)
        found: Tensor = module(values)
        return found

    @staticmethod
    def backward(context: Any, slopes: Tensor) -> tuple[Tensor, None]:
        """Return (N, F) slopes by the values, of (N, C) ones by the outputs; the last row is 0."""
        (values,) = context.saved_tensors
        halfway = values[:-1] + values.diff(dim=0) / 2
        return _with_last(_tangents(context.module, halfway, slopes[:-1])), None


def _tangents(module: Callable[[Tensor], Tensor], values: Tensor, slopes: Tensor) -> Tensor:
    with torch.enable_grad():
        leaf = values.detach().requires_grad_()
        (found,) = torch.autograd.grad(module(leaf), leaf, slopes)
    return found


SECANTS: Mapping[type[nn.Module], type[torch.autograd.Function]] = MappingProxyType(
    {
        nn.ReLU: _Rectifiers,
        nn.Sigmoid: _Units,
        nn.Tanh: _Units,
        ScaledTanh: _Units,
        nn.MaxPool2d: _Pools,
        Rbf: _Distances,
    }
)
"""Of every module that is not linear. All others are, in evaluation mode: their gradient holds
between any two pictures."""

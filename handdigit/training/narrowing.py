"""A network with fewer channels, whose layers give what those of a wider one give.

Channel by channel the most useful of the wider network stay, and the kernels that read them are
fitted by least squares to give what its own kernels gave (He, Zhang and Sun, "Channel pruning for
accelerating very deep neural networks", ICCV 2017). What is lost is learned again within an hour;
from chance weights it takes a night.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from handdigit.network.architecture import Architecture, PlannedLayer
from handdigit.network.layer import Layer
from handdigit.network.layers import (
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    MaxPool2d,
    ReLU,
)
from handdigit.recognition.network import Network, build_network

EQUATIONS = 60_000
"""So many places of pictures, about, decide the kernels of a layer."""
AT_ONCE = 100
"""Pictures that are taken apart together."""
RIDGE = 1e-7
"""Added to the squares of what a kernel reads, as a share of their mean, so that inputs that are
always 0 have a weight. (0.003 begins closer to the wide network, and ends alike after training.)"""
_KINDS = (Conv2d, BatchNorm2d, ReLU, MaxPool2d, Flatten, Dropout, Linear)


def is_narrower(architecture: Architecture, wide: Architecture) -> bool:
    """Return whether ``architecture`` is ``wide`` with fewer channels, and both can be narrowed.

    That is a chain of convolutions, each with a batch normalisation after it, and what needs no
    weights, up to one dense layer.
    """
    plans = architecture.plan(), wide.plan()
    if architecture == wide or len(plans[0]) != len(plans[1]):
        return False
    followers = dict(zip(plans[0], plans[0][1:], strict=False))
    for ours, theirs in zip(*plans, strict=True):
        ours_layer, theirs_layer = ours.layer, theirs.layer
        if not isinstance(ours_layer, _KINDS) or len(ours.inputs) != 1:
            return False
        if isinstance(ours_layer, Conv2d) and isinstance(theirs_layer, Conv2d):
            after = followers.get(ours)
            if after is None or not isinstance(after.layer, BatchNorm2d) or ours_layer.bias:
                return False
            if ours_layer.channels > theirs_layer.channels:
                return False
            theirs_layer = replace(theirs_layer, channels=ours_layer.channels)
        if isinstance(ours_layer, Linear) and ours is not plans[0][-1]:
            return False
        if ours.name != theirs.name or not _are_alike(ours_layer, theirs_layer):
            return False
    return True


def _are_alike(ours: Layer, theirs: object) -> bool:
    """Return whether two layers are the same but for how much dropout leaves out."""
    return ours == theirs or (isinstance(ours, Dropout) and isinstance(theirs, Dropout))


def narrowed(wide: Network, architecture: Architecture, pictures: Tensor) -> Network:
    """Return the network of ``architecture`` with weights that make it give what ``wide`` gives.

    Args:
        wide: a network that :func:`is_narrower` is true of, in evaluation mode.
        architecture: the narrower one.
        pictures: (N, 1, 28, 28) normalised input to fit it to, a thousand or two.
    """
    narrow = build_network(architecture).eval()
    plan = architecture.plan()
    with torch.inference_mode():
        whole = fitted = pictures
        for number, planned in enumerate(plan):
            module, ours = wide.get_submodule(planned.name), narrow.get_submodule(planned.name)
            if isinstance(ours, nn.Conv2d):
                norm = wide.get_submodule(plan[number + 1].name)
                wanted = norm(module(whole))
                kept = _most_useful(wide, plan[number + 2 :], wanted, ours.out_channels)
                _fit_convolution(
                    ours, narrow.get_submodule(plan[number + 1].name), fitted, wanted[:, kept]
                )
            elif isinstance(ours, nn.Linear):
                weights = _least_squares([fitted], [module(whole)])
                ours.weight.copy_(weights[:-1].T)
                ours.bias.copy_(weights[-1])
            whole, fitted = module(whole), ours(fitted)
    return narrow


def _most_useful(
    wide: Network, after: tuple[PlannedLayer, ...], values: Tensor, count: int
) -> Tensor:
    """Return (count,) numbers, ascending, of the channels that the next weighted layer heeds most.

    A channel counts as much as it varies, times the squares of the weights that read it.
    """
    reader = next(
        module
        for planned in after
        if isinstance(module := wide.get_submodule(planned.name), nn.Conv2d | nn.Linear)
    )
    channels = values.shape[1]
    weights = reader.weight.view(reader.weight.shape[0], channels, -1)
    score = values.relu().var((0, 2, 3)) * weights.pow(2).sum((0, 2))
    return score.argsort(descending=True, stable=True)[:count].sort().values


def _fit_convolution(
    convolution: nn.Conv2d, norm: nn.Module, values: Tensor, wanted: Tensor
) -> None:
    """Make the convolution and the normalisation after it give ``wanted`` for ``values``."""
    assert isinstance(norm, nn.BatchNorm2d)
    assert norm.running_mean is not None
    assert norm.running_var is not None
    places = wanted[0, 0].numel()
    count = min(len(values), -(-EQUATIONS // places))
    unfold = nn.Unfold(
        convolution.kernel_size,
        convolution.dilation,
        convolution.padding,  # type: ignore[arg-type]
        convolution.stride,
    )
    read = (unfold(part) for part in torch.split(values[:count], AT_ONCE))
    rows = (part.transpose(1, 2).flatten(0, 1) for part in read)
    asked = (part.flatten(2) for part in torch.split(wanted[:count], AT_ONCE))
    targets = (part.transpose(1, 2).flatten(0, 1) for part in asked)
    weights = _least_squares(rows, targets)
    convolution.weight.copy_(weights[:-1].T.reshape(convolution.weight.shape))
    given = convolution(values)
    mean, variance = given.mean((0, 2, 3)), given.var((0, 2, 3))
    norm.running_mean.copy_(mean)
    norm.running_var.copy_(variance)
    norm.weight.copy_((variance + norm.eps).sqrt())
    norm.bias.copy_(weights[-1] + mean)


def _least_squares(inputs: Iterable[Tensor], wanted: Iterable[Tensor]) -> Tensor:
    """Return (F + 1, C): weights of (n, F) inputs, the last row a constant, for (n, C) wanted."""
    squares = products = torch.zeros(())
    for given, target in zip(inputs, wanted, strict=True):
        rows = functional.pad(given.double(), (0, 1), value=1.0)
        squares = squares + rows.T @ rows
        products = products + rows.T @ target.double()
    squares.diagonal().add_(RIDGE * squares.diagonal().mean())
    weights: Tensor = torch.linalg.solve(squares, products)
    return weights.float()

"""Random networks, and weights and pictures for them."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import strategies as st
from torch import Tensor, nn

from handdigit.errors import ArchitectureError
from handdigit.network.architecture import INPUT_SHAPE, Architecture
from handdigit.network.blocks import Add, Concat, Inception, Part, Residual
from handdigit.network.layers import (
    AvgPool2d,
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    Layer,
    Linear,
    MaxPool2d,
    ReLU,
    Shape,
    Sigmoid,
    Tanh,
)
from handdigit.network.lenet5_layers import Pad2d, PartialConv2d, Rescale, ScaledTanh, Subsample2d
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import Network, build_network
from handdigit.storage.models.model_file import ModelFile
from handdigit.storage.models.model_info import ModelInfo

ZOO_NAMES = sorted(ZOO)
ACTIVATIONS: tuple[Layer, ...] = (ReLU(), Sigmoid(), Tanh(), ScaledTanh(), Dropout(0.25))


@st.composite
def convolutions(draw: st.DrawFn) -> Conv2d:
    return Conv2d(
        draw(st.integers(1, 4)),
        kernel=draw(st.integers(1, 4)),
        stride=draw(st.integers(1, 3)),
        padding=draw(st.integers(0, 3)),
        dilation=draw(st.integers(1, 2)),
        bias=draw(st.booleans()),
    )


@st.composite
def partial_convolutions(draw: st.DrawFn, inputs: int) -> PartialConv2d:
    row = st.sets(st.integers(0, inputs - 1), min_size=1).map(lambda maps: tuple(sorted(maps)))
    table = tuple(draw(st.lists(row, min_size=1, max_size=4)))
    return PartialConv2d(
        table,
        kernel=draw(st.integers(1, 3)),
        stride=draw(st.integers(1, 2)),
        padding=draw(st.integers(0, 2)),
    )


@st.composite
def pools(draw: st.DrawFn) -> MaxPool2d | AvgPool2d:
    kind = draw(st.sampled_from((MaxPool2d, AvgPool2d)))
    kernel = draw(st.integers(1, 4))
    stride = draw(st.none() | st.integers(1, 3))
    return kind(kernel, stride=stride, padding=draw(st.integers(0, kernel // 2)))


@st.composite
def same_size_chains(draw: st.DrawFn, channels: int, *, min_size: int = 0) -> tuple[Part, ...]:
    """Layers that keep rows and columns, and give ``channels`` maps where they have any."""
    chain: list[Part] = []
    for _ in range(draw(st.integers(min_size, 2))):
        kernel = draw(st.sampled_from((1, 3)))
        chain.append(Conv2d(channels, kernel=kernel, padding=kernel // 2))
        chain.append(draw(st.sampled_from((*ACTIVATIONS, BatchNorm2d()))))
    return tuple(chain)


@st.composite
def blocks(draw: st.DrawFn, shape: Shape) -> Part:
    channels = shape[0]
    if draw(st.booleans()):
        width = draw(st.integers(1, 4))
        body = draw(same_size_chains(width, min_size=1))
        shortcut = () if width == channels else (Conv2d(width, kernel=1),)
        return Residual(body, shortcut=shortcut)
    pooling: tuple[Part, ...] = (MaxPool2d(3, stride=1, padding=1),)
    branch = st.integers(1, 3).flatmap(same_size_chains) | st.just(pooling)
    return Inception(tuple(draw(st.lists(branch, min_size=1, max_size=3))))


@st.composite
def parts(draw: st.DrawFn, shape: Shape) -> Part:
    elementwise = st.sampled_from(ACTIVATIONS)
    rescale = st.builds(Rescale, st.floats(-2, 2), shift=st.floats(-2, 2))
    if len(shape) == 1:
        dense = st.builds(Linear, st.integers(1, 12), bias=st.booleans())
        return draw(st.one_of(elementwise, dense, rescale))
    return draw(
        st.one_of(
            convolutions(),
            pools(),
            partial_convolutions(shape[0]),
            blocks(shape),
            elementwise,
            rescale,
            st.just(BatchNorm2d()),
            st.builds(Subsample2d, st.integers(1, 3)),
            st.builds(Pad2d, st.integers(1, 2), value=st.floats(-1, 1)),
            st.sampled_from((Flatten(), GlobalAvgPool2d())),
        )
    )


def shape_after(part: Part, shape: Shape) -> Shape:
    """Follow a part, without names."""
    if isinstance(part, Residual):
        ends = [chain_shape(chain, shape) for chain in (part.body, part.shortcut)]
        return Add().output_shape(*ends)
    if isinstance(part, Inception):
        return Concat().output_shape(*(chain_shape(branch, shape) for branch in part.branches))
    return part.output_shape(shape)


def chain_shape(chain: tuple[Part, ...], shape: Shape) -> Shape:
    for part in chain:
        shape = shape_after(part, shape)
    return shape


@st.composite
def architectures(draw: st.DrawFn, *, max_layers: int = 6) -> Architecture:
    """Networks of every kind of layer, small enough to be computed by hand."""
    # Most begin by shrinking the picture: what comes after is quicker to check.
    layers: list[Part] = []
    if draw(st.integers(0, 3)):
        layers.append(MaxPool2d(draw(st.integers(2, 4))))
    shape = chain_shape(tuple(layers), INPUT_SHAPE)
    for _ in range(draw(st.integers(1, max_layers))):
        part = draw(parts(shape))
        try:
            shape = shape_after(part, shape)
        except ArchitectureError:
            continue  # it does not fit here
        layers.append(part)
    if len(shape) == 3:
        layers.append(Flatten())
    return Architecture((*layers, Linear(10)))


def random_network(architecture: Architecture, seed: int = 0) -> Network:
    """Return a network ready for use whose norms have seen something."""
    torch.manual_seed(seed)
    network = build_network(architecture).eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            assert module.running_mean is not None
            assert module.running_var is not None
            nn.init.normal_(module.running_mean)
            nn.init.uniform_(module.running_var, 0.2, 2)
            nn.init.normal_(module.weight)
            nn.init.normal_(module.bias)
    return network


def model_of(network: Network, name: str = "random") -> ModelFile:
    """Return a network as it would be stored."""
    weights = {key: value.numpy() for key, value in network.state_dict().items()}
    return ModelFile(ModelInfo(name, network.architecture), weights)


def random_input(seed: int = 0, count: int = 1) -> Tensor:
    """Return (count, 1, 28, 28) normalised pictures: paper with random grey in the middle."""
    rng = np.random.default_rng(seed)
    pictures = np.zeros((count, 1, 28, 28), np.float32)
    pictures[:, :, 4:24, 4:24] = rng.uniform(size=(count, 1, 20, 20))
    return torch.from_numpy((pictures - 0.1307) / 0.3081)

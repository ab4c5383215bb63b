"""The layers of a network in blocks: what is looked at together, from input to answer.

A convolution, a dense layer, distances or a branching block begin a block; normalisation,
activation, pooling and dropout after it belong to it. What makes a vector of maps (flattening,
their means) belongs to the dense layer that reads it, and what is before the first block to that
one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from types import MappingProxyType

from handdigit.inspection.trace import SOFTMAX
from handdigit.network.architecture import PlannedLayer
from handdigit.network.blocks import Inception, Residual
from handdigit.network.layer import Layer, Shape, Weighted
from handdigit.network.layers import Dropout, Flatten, GlobalAvgPool2d, Linear
from handdigit.network.lenet5_layers import Rbf
from handdigit.sentences import noted


class BlockKind(Enum):
    """What a block is built around."""

    CONVOLUTION = "convolution"
    DENSE = "dense"
    INCEPTION = "inception"
    RESIDUAL = "residual"
    DISTANCES = "distances"
    RESHAPING = "reshaping"
    """Nothing that is trained: what stands at the end of a network without a dense layer."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a block has at one of its layers."""

    name: str
    """Of the layer, or that of the softmax."""
    word: str
    """What the layer does in a word, to be translated."""
    shape: Shape
    is_passing: bool = False
    """Whether it gives on what it gets."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Layers after each other: one branch of a block, or what is done with all of them."""

    word: str
    """``branch``, ``body``, ``shortcut``; nothing for what is not in a branch."""
    number: int | None
    """Of a branch, from 1."""
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class LayerBlock:
    """Layers that are looked at together."""

    kind: BlockKind
    number: int | None
    """Among those of its kind, from 1; None for the only dense one, and what is not trained."""
    layers: tuple[PlannedLayer, ...]
    stages: tuple[Stage, ...]
    """What can be shown of it as a whole, in order: its layers, in a branching block the join and
    the layers beside the branches; in the last block also the softmax."""
    chains: tuple[Chain, ...]
    """All of it, branch by branch; one chain where nothing branches."""

    @property
    def usual_stage(self) -> int:
        """The number of the stage that is looked at first: what the block gives on.

        Of the last block the logits, which say what is against a class, too.
        """
        shown = [n for n, stage in enumerate(self.stages) if not stage.is_passing]
        if self.stages[-1].name == SOFTMAX:
            shown = shown[:-1]
        return shown[-1] if shown else 0

    @property
    def read_shape(self) -> Shape:
        """The shape of what it works on: what comes in, of a dense layer what is summed up."""
        dense = (layer for layer in self.layers if isinstance(layer.layer, Linear))
        read = next(dense, self.layers[0]) if self.kind is BlockKind.DENSE else self.layers[0]
        return read.input_shape

    @property
    def names(self) -> frozenset[str]:
        """The names of its layers."""
        return frozenset(layer.name for layer in self.layers)


WORDS: Mapping[str, str] = MappingProxyType(
    {
        "conv": noted("conv"),
        "norm": noted("norm"),
        "relu": noted("ReLU"),
        "pool": noted("pool"),
        "mean": noted("mean"),
        "sub": noted("pool"),
        "flatten": noted("flatten"),
        "dense": noted("sum"),
        "rbf": noted("distance"),
        "sigmoid": noted("sigmoid"),
        "tanh": noted("tanh"),
        "dropout": noted("dropout"),
        "rescale": noted("rescale"),
        "pad": noted("pad"),
        "add": noted("add"),
        "concat": noted("concat"),
    }
)
"""What a layer does, by the beginning of its name."""


def blocks_of(plan: Sequence[PlannedLayer]) -> tuple[LayerBlock, ...]:
    """Return the blocks of a network; every layer is in one of them, in order."""
    groups: list[list[PlannedLayer]] = []
    waiting: list[PlannedLayer] = []
    is_waiting = True
    for branching, layers in groupby(plan, key=_branching):
        for layer in [[one] for one in layers] if branching is None else [list(layers)]:
            first = layer[0].layer
            if branching is not None or isinstance(first, Weighted | Rbf):
                groups.append([*waiting, *layer])
                waiting, is_waiting = [], False
            elif is_waiting or isinstance(first, Flatten | GlobalAvgPool2d):
                waiting += layer
                is_waiting = True
            else:
                groups[-1] += layer
    if waiting:
        groups.append(waiting)
    kinds = [_kind(group) for group in groups]
    return tuple(
        LayerBlock(
            kind,
            _number(kinds, n),
            tuple(group),
            _stages(group, is_last=n == len(groups) - 1),
            _chains(group),
        )
        for n, (kind, group) in enumerate(zip(kinds, groups, strict=True))
    )


def _number(kinds: Sequence[BlockKind], n: int) -> int | None:
    kind = kinds[n]
    is_alone = kind in (BlockKind.DENSE, BlockKind.DISTANCES) and kinds.count(kind) == 1
    return None if is_alone or kind is BlockKind.RESHAPING else kinds[: n + 1].count(kind)


def _branching(planned: PlannedLayer) -> str | None:
    """Return the name of the outermost branching block that a layer is in."""
    block, is_inside, _ = planned.name.partition("_")
    return block if is_inside else None


def _kind(group: Sequence[PlannedLayer]) -> BlockKind:
    for planned in group:
        name = _branching(planned)
        if name is not None:
            is_sum = name.rstrip("0123456789") == Residual.short_name
            return BlockKind.RESIDUAL if is_sum else BlockKind.INCEPTION
    for planned in group:
        if isinstance(planned.layer, Weighted):
            is_dense = isinstance(planned.layer, Linear)
            return BlockKind.DENSE if is_dense else BlockKind.CONVOLUTION
        if isinstance(planned.layer, Rbf):
            return BlockKind.DISTANCES
    return BlockKind.RESHAPING


def _stage(planned: PlannedLayer) -> Stage:
    word = WORDS.get(planned.layer.short_name, planned.layer.short_name)
    is_passing = isinstance(planned.layer, Dropout)
    return Stage(planned.name, word, planned.output_shape, is_passing)


def _is_join(planned: PlannedLayer) -> bool:
    return not isinstance(planned.layer, Layer) and planned.name.count("_") == 1


def _stages(group: Sequence[PlannedLayer], *, is_last: bool) -> tuple[Stage, ...]:
    shown = []
    for planned in group:
        block = _branching(planned)
        if block is None or _is_join(planned):
            shown.append(_stage(planned))
    if is_last:
        shown.append(Stage(SOFTMAX, noted("softmax"), group[-1].output_shape))
    return tuple(shown)


def _chains(group: Sequence[PlannedLayer]) -> tuple[Chain, ...]:
    """Return the branches, and what is before and after them."""
    found = []
    for (word, number), layers in groupby(group, key=_place):
        found.append(Chain(word, number, tuple(map(_stage, layers))))
    return tuple(found)


_PLACES = {"skip": noted("shortcut")}


def _place(planned: PlannedLayer) -> tuple[str, int | None]:
    """Return which chain of its branching block a layer is in."""
    block = _branching(planned)
    if block is None or _is_join(planned):
        return "", None
    first = planned.name.split("_")[1]
    if block.rstrip("0123456789") == Inception.short_name:
        return "branch", int(first.removeprefix("b"))
    return _PLACES.get(first, noted("body")), None

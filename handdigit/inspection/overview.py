"""What of a network is shown at one glance: its strongest maps, and what they are made from."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.inspection.arithmetic import explain
from handdigit.inspection.rules.kernels import Distances, Mixing
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.trace import SOFTMAX, Trace, Unit
from handdigit.network.architecture import PlannedLayer
from handdigit.network.blocks import Add
from handdigit.network.layers import Conv2d, Linear
from handdigit.network.lenet5_layers import PartialConv2d, Rbf

CLEARLY = 1.25
"""How many times as strong as one that is shown a map must be to take its place."""


class MapName(NamedTuple):
    """One map of a layer, or one feature of a vector."""

    layer: str
    channel: int


def strengths(values: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """Return for (C, H, W) maps or (features,) how much is in each: the sum of amounts."""
    found: NDArray[np.floating[Any]] = np.abs(values.reshape(len(values), -1)).sum(axis=1)
    return found


def largest_at(values: NDArray[np.floating[Any]]) -> tuple[int, ...]:
    """Return the index of the largest value, of several the first: row and column in (H, W)."""
    return tuple(int(i) for i in np.unravel_index(values.argmax(), values.shape))


def kept_strongest(
    strength: NDArray[np.floating[Any]], before: Sequence[int], count: int
) -> tuple[int, ...]:
    """Return which maps are shown: the strongest, none of which moves without need.

    Args:
        strength: (maps,) values from 0, as :func:`strengths` gives them.
        before: those shown so far, in their order; nothing if none were.
        count: how many are wanted.

    Returns:
        Without ``before`` the strongest, in order. With it the same in the same places, but for
        each of the strongest that is :data:`CLEARLY` stronger than the weakest shown.
    """
    count = min(count, len(strength))
    ranked = np.argsort(-strength, kind="stable")[:count].tolist()
    if len(before) != count or max(before, default=0) >= len(strength):
        return tuple(ranked)
    shown = list(before)
    for candidate in ranked:
        if candidate in shown:
            continue
        place = min(range(count), key=lambda n: strength[shown[n]])
        if strength[candidate] <= CLEARLY * strength[shown[place]]:
            break  # those after it are weaker still
        shown[place] = candidate
    return tuple(shown)


def contributions(trace: Trace, unit: Unit, block: Collection[str]) -> Mapping[MapName, float]:
    """Return what every map of the layers before a block gives to a unit of it.

    That is the sum of its products in the weighted sum that the unit is made from, or of its
    squares, negated, in a distance. Where pooling takes one of several sums it is that one, of a
    mean the largest; a normalisation that turns the sign turns it here. What a branching block
    adds or stacks is followed as far as it is one sum of what comes in; nothing is told of sums
    of sums.

    Args:
        trace: all values.
        unit: in one of the block's layers, or of the softmax.
        block: the names of the block's layers.
    """
    if unit.layer == SOFTMAX:
        unit = Unit(trace.output_name, unit.position)
    if unit.layer not in block:
        return {MapName(unit.layer, unit.position[0]): trace.value(unit)}
    planned = trace.plan[unit.layer]
    found = explain(trace, unit)
    given: dict[MapName, float] = defaultdict(float)
    if isinstance(rule_of(planned), Mixing | Distances):
        for term in found.terms:
            source = _origin(trace.plan, MapName(term.source.layer, term.source.position[0]), block)
            if source is not None:
                given[source] += found.factor * term.product
        return dict(given)
    if isinstance(planned.layer, Add):
        followed = list(found.terms)
    elif found.winner is not None:
        followed = [found.terms[found.winner]]
    else:
        followed = sorted(found.terms, key=lambda term: -abs(term.product))[:1]
    for term in followed:
        if term.in_padding:
            continue
        sign = math.copysign(1.0, term.weight * found.factor)
        for source, part in contributions(trace, term.source, block).items():
            given[source] += sign * part
    return dict(given)


def _origin(
    plan: Mapping[str, PlannedLayer], source: MapName, block: Collection[str]
) -> MapName | None:
    """Return the map before the block that a map in it is, if nothing has been summed yet."""
    while source.layer in block:
        planned = plan[source.layer]
        if len(planned.inputs) != 1 or isinstance(rule_of(planned), Mixing):
            return None
        shape, channel = planned.input_shape, source.channel
        if planned.output_shape[0] != shape[0]:  # a vector of maps, one after the other
            channel //= prod(shape[1:])
        source = MapName(planned.inputs[0], channel)
    return source


class Makeup(NamedTuple):
    """What a network is made of, for the sentence about it."""

    convolutions: int
    sums: int
    """Dense layers."""
    numbers: int
    """What the last dense layer sums up; 0 where there is none."""
    distances: int
    """To how many pictures radial basis functions compare; 0 where there are none."""


def makeup_of(plan: Sequence[PlannedLayer]) -> Makeup:
    """Return how many convolutions, weighted sums and compared pictures there are."""
    sums = [planned for planned in plan if isinstance(planned.layer, Linear)]
    convolutions = sum(isinstance(planned.layer, Conv2d | PartialConv2d) for planned in plan)
    distances = sum(planned.output_shape[0] for planned in plan if isinstance(planned.layer, Rbf))
    return Makeup(convolutions, len(sums), sums[-1].input_shape[0] if sums else 0, distances)

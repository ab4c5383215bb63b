"""The terms of a unit, made ready to be shown: grids a map, or lines, the largest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.gui.widgets.number_grid import NumberGrid
from handdigit.gui.widgets.numbers import real_minus
from handdigit.inspection.sum_text import unit_name
from handdigit.inspection.trace import Unit
from handdigit.inspection.unit_sum import Term, UnitSum

WINDOW_KINDS = frozenset({"Conv2d", "PartialConv2d", "MaxPool2d", "AvgPool2d", "Subsample2d"})
WEIGHTED_KINDS = frozenset({"Conv2d", "PartialConv2d"})
MOST_LINES = 60
"""Contributions of a dense unit that are listed, largest first."""


@dataclass(frozen=True, slots=True, eq=False)
class InputMap:
    """The terms from one input map."""

    title: str
    grids: tuple[NumberGrid, ...]
    """The patch, or patch, kernel and products."""
    total: float


class Line(NamedTuple):
    """One product in a list."""

    name: str
    text: str
    product: float


def largest_lines(terms: Iterable[tuple[Unit, float, float, float]]) -> list[Line]:
    """Return source, value, weight and product of every term as lines, the largest first."""
    lines = (
        Line(unit_name(source), _product(a, b, product), product) for source, a, b, product in terms
    )
    return sorted(lines, key=lambda line: -abs(line.product))[:MOST_LINES]


def _product(a: float, b: float, product: float) -> str:
    # Adding zero makes "−0" a zero like any other.
    return real_minus(f"{a + 0.0:.4g} · {b + 0.0:.4g} = {product + 0.0:.4g}")


def input_maps(found: UnitSum) -> list[InputMap]:
    """Return the terms of a window, grouped by input map."""
    weighted = found.kind in WEIGHTED_KINDS
    value_limit = max((abs(t.value) for t in found.terms), default=1.0)
    weight_limit = max((abs(t.weight) for t in found.terms), default=1.0)
    product_limit = max((abs(t.product) for t in found.terms), default=1.0)
    maps = []
    for (layer, channel), group in groupby(
        enumerate(found.terms), key=lambda pair: _map_of(pair[1])
    ):
        numbered = list(group)
        terms = [term for _, term in numbered]
        shape = _window_shape(terms)
        marked = tuple(
            (i // shape[1], i % shape[1])
            for i, (number, _) in enumerate(numbered)
            if number == found.winner
        )
        grids = [NumberGrid(_grid([t.value for t in terms], shape), value_limit, marked)]
        if weighted:
            grids += [
                NumberGrid(_grid([t.weight for t in terms], shape), weight_limit),
                NumberGrid(_grid([t.product for t in terms], shape), product_limit),
            ]
        total = sum(t.product for t in terms)
        maps.append(InputMap(f"{layer} · map {channel}", tuple(grids), total))
    return maps


def _map_of(term: Term) -> tuple[str, int]:
    return term.source.layer, term.source.position[0]


def _window_shape(terms: list[Term]) -> tuple[int, int]:
    rows = len({term.source.position[1] for term in terms})
    return rows, len(terms) // rows


def _grid(values: list[float], shape: tuple[int, int]) -> NDArray[np.float64]:
    return np.array(values).reshape(shape)

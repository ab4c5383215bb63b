"""The terms of a unit, grouped and in text, as they are painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.gui.widgets.number_grid import NumberGrid
from handdigit.inspection.backward import GradientSum
from handdigit.inspection.equation import delta_equation, term_equation
from handdigit.inspection.sums import Term, UnitSum, unit_name
from handdigit.inspection.trace import Unit


@dataclass(frozen=True, slots=True, eq=False)
class InputMap:
    """The terms from one input map."""

    layer: str
    channel: int
    grids: tuple[NumberGrid, ...]
    """The patch, or patch, kernel and products."""
    total: float
    terms: tuple[Term, ...]
    is_zero: bool
    """Whether every product is 0."""


@dataclass(frozen=True, slots=True)
class Line:
    """One product in a list; its text is made when it is seen."""

    unit: Unit
    write: Callable[[], str]
    total: float

    @property
    def name(self) -> str:
        """What the product comes from."""
        return unit_name(self.unit)

    @property
    def is_zero(self) -> bool:
        """Whether it adds nothing."""
        return self.total == 0


class Folded(NamedTuple):
    """What is not shown before it is asked for."""

    parts: int
    total: float
    are_zero: bool


def sum_lines(found: UnitSum) -> list[Line]:
    """Return the terms of a unit as lines, in their order."""
    return [
        Line(term.source, lambda term=term: term_equation(found, term), term.product)  # type: ignore[misc]
        for term in found.terms
    ]


def gradient_lines(found: GradientSum) -> list[Line]:
    """Return the terms of a derivative as lines, δ · factor = product."""
    return [
        Line(term.delta_of, lambda term=term: delta_equation(term), term.product)  # type: ignore[misc]
        for term in found.terms
    ]


def input_maps(found: UnitSum, limit_of: Callable[[str, int], float]) -> list[InputMap]:
    """Return the terms of a window, grouped by input map.

    Args:
        found: the sum.
        limit_of: gives the end of the colour scale of a layer's map, so that a value has the
            colour that it has in the map.
    """
    weight_limit = max((abs(t.weight) for t in found.terms), default=1.0)
    product_limit = max((abs(t.product) for t in found.terms), default=1.0)
    maps = []
    for (layer, channel), group in groupby(
        enumerate(found.terms), key=lambda pair: _map_of(pair[1])
    ):
        numbered = list(group)
        terms = tuple(term for _, term in numbered)
        shape = _window_shape(terms)
        marked = tuple(
            (i // shape[1], i % shape[1])
            for i, (number, _) in enumerate(numbered)
            if number == found.winner
        )
        grids = [
            NumberGrid(_grid([t.value for t in terms], shape), limit_of(layer, channel), marked)
        ]
        if found.is_weighted:
            grids += [
                NumberGrid(_grid([t.weight for t in terms], shape), weight_limit),
                NumberGrid(_grid([t.product for t in terms], shape), product_limit),
            ]
        total = sum(t.product for t in terms)
        is_zero = not any(t.product for t in terms)
        maps.append(InputMap(layer, channel, tuple(grids), total, terms, is_zero))
    return maps


def _map_of(term: Term) -> tuple[str, int]:
    return term.source.layer, term.source.position[0]


def _window_shape(terms: tuple[Term, ...]) -> tuple[int, int]:
    rows = len({term.source.position[1] for term in terms})
    return rows, len(terms) // rows


def _grid(values: list[float], shape: tuple[int, int]) -> NDArray[np.float64]:
    return np.array(values).reshape(shape)

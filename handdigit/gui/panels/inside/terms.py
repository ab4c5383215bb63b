"""The terms of a unit, made ready to be shown: grids a map, or lines, the largest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.gui.widgets.number_grid import NumberGrid
from handdigit.inspection.gradient_sums import GradientSum
from handdigit.inspection.sum_text import unit_name
from handdigit.inspection.unit_sum import Term, UnitSum

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


def sum_lines(found: UnitSum) -> list[Line]:
    """Return the terms of a unit as lines, the largest first."""
    return _largest(
        Line(
            unit_name(term.source),
            found.term_text(term, short) + (_result(term.product) if found.is_weighted else ""),
            term.product,
        )
        for term in found.terms
    )


def gradient_lines(found: GradientSum) -> list[Line]:
    """Return the terms of a derivative, δ · factor = product, the largest first."""
    return _largest(
        Line(
            unit_name(term.delta_of),
            f"{short(term.delta)} · {short(term.factor)}{_result(term.product)}",
            term.product,
        )
        for term in found.terms
    )


def short(value: float) -> str:
    """Return four significant digits; adding zero makes "−0" a zero like any other."""
    return f"{value + 0.0:.4g}".replace("-", "−")


def _result(value: float) -> str:
    return f" = {short(value)}"


def _largest(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -abs(line.product))[:MOST_LINES]


def input_maps(found: UnitSum) -> list[InputMap]:
    """Return the terms of a window, grouped by input map."""
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
        if found.is_weighted:
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

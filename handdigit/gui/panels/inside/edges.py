"""Lines in the picture of a network: what a map is made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt

from handdigit.gui.panels.inside.arrangement import joint
from handdigit.gui.panels.inside.block_column import BlockColumn
from handdigit.gui.panels.inside.spots import Spots
from handdigit.gui.widgets.painter import Painter
from handdigit.inspection.overview import MapName, contributions
from handdigit.inspection.trace import Trace, Unit

THICKEST, THINNEST = 4.0, 0.75
"""Of the lines, in pixels."""


class Edge(NamedTuple):
    """A line to a map from one that it is made from."""

    start: QPointF
    end: QPointF
    weight: float
    """Its part in the sum, relative to the largest: from -1 to 1."""


def edges_to(unit: Unit, spots: Spots, trace: Trace) -> tuple[Edge, ...]:
    """Return lines to a unit from what it is made from, as far as both are on show."""
    target = spots.of_map(MapName(unit.layer, unit.position[0]))
    if target is None or target.column == 0:
        return ()
    own, before = spots.columns[target.column], spots.columns[target.column - 1]
    assert own.block is not None  # only the first column has none
    given = contributions(trace, unit, own.block.names)
    cells = spots.places[target.column - 1].cells
    end = joint(spots.places[target.column].cells[target.number], own.shape, right=False)
    found = {}
    for cell, channel in zip(cells, before.maps, strict=False):
        parts = [
            part
            for source, part in given.items()
            if source.channel == channel and _is_alike(before, trace, source.layer)
        ]
        if any(parts):
            found[joint(cell, before.shape, right=True).toTuple()] = sum(parts)
    most = max(map(abs, found.values()), default=0.0)
    return tuple(Edge(QPointF(*start), end, part / most) for start, part in found.items() if part)


def _is_alike(column: BlockColumn, trace: Trace, layer: str) -> bool:
    """Return whether the maps on show are those of a layer, be it at another stage."""
    shape = trace.shape(layer)
    return (len(shape), shape[0]) == (len(column.shape), column.shape[0])


def paint_edges(painter: Painter, edges: Sequence[Edge]) -> None:
    """Paint them as thick as they weigh; those against it dashed."""
    for start, end, weight in edges:
        colour = "accent" if weight > 0 else "warning"
        style = Qt.PenStyle.SolidLine if weight > 0 else Qt.PenStyle.DashLine
        painter.use_pen(colour, THINNEST + (THICKEST - THINNEST) * abs(weight), style)
        painter.drawLine(start, end)

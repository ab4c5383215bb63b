"""What can be pointed at in the picture of a network, and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from handdigit.gui.panels.inside.arrangement import Column, dot_of, fitted
from handdigit.gui.panels.inside.block_column import BlockColumn
from handdigit.inspection.overview import MapName, largest_at


class SpotKind(Enum):
    """What can be pointed at."""

    HEAD = "head"
    STAGE = "stage"
    MAP = "map"
    MORE = "more"


class Spot(NamedTuple):
    """Something that can be pointed at."""

    kind: SpotKind
    column: int
    number: int = 0
    """Of the stage's word, or of the map's place from above."""
    place: tuple[int, ...] = ()
    """Row and column of the value in the map."""


class Spots:
    """Finds spots in the columns and the places these have."""

    def __init__(self, columns: Sequence[BlockColumn], places: Sequence[Column]) -> None:
        """Look at these columns, each with its place."""
        self.columns = columns
        self.places = places

    def at(self, position: QPointF) -> Spot | None:
        """Return what is at a position."""
        for n, (column, place) in enumerate(zip(self.columns, self.places, strict=True)):
            if not place.left <= position.x() <= place.head.right() + 10:
                continue
            for m, word in enumerate(column.words):
                if word.adjusted(-2, 0, 2, 0).contains(position):
                    return Spot(SpotKind.STAGE, n, m)
            if place.head.contains(position):
                return Spot(SpotKind.HEAD, n)
            if place.more is not None and place.more.contains(position):
                return Spot(SpotKind.MORE, n)
            for m, cell in enumerate(place.cells[: len(column.maps)]):
                if len(column.shape) == 1:
                    if cell.adjusted(0, -2, 0, 2).contains(position):
                        return Spot(SpotKind.MAP, n, m)
                    continue
                area = fitted(cell, column.shape)
                if area.contains(position):
                    pixel = area.width() / column.shape[2]
                    at = (position - area.topLeft()) / pixel
                    row = min(int(at.y()), column.shape[1] - 1)
                    return Spot(SpotKind.MAP, n, m, (row, min(int(at.x()), column.shape[2] - 1)))
        return None

    def area(self, spot: Spot) -> QRectF:
        """Return where a spot is."""
        column, place = self.columns[spot.column], self.places[spot.column]
        if spot.kind is SpotKind.STAGE:
            return column.words[spot.number]
        if spot.kind is SpotKind.MORE and place.more is not None:
            return place.more
        if spot.kind is SpotKind.MAP:
            cell = place.cells[spot.number]
            return fitted(cell, column.shape) if len(column.shape) == 3 else dot_of(cell)
        above = min((word.top() for word in column.words), default=place.head.bottom())
        return QRectF(place.left, 0, place.head.width(), above)

    def beside(self, current: Spot | None, step: tuple[int, int]) -> Spot:
        """Return what is beside the current spot, in its column or at its height in the next."""
        if current is None:
            return self.of_column(0)[0]
        own = self.of_column(current.column)
        down, right = step
        if down:
            at = next(n for n, spot in enumerate(own) if spot[:3] == current[:3])
            return own[max(0, min(at + down, len(own) - 1))]
        column = max(0, min(current.column + right, len(self.columns) - 1))
        height = self.area(current).center().y()
        return min(
            self.of_column(column),
            key=lambda spot: (
                spot.kind is not current.kind,
                abs(self.area(spot).center().y() - height),
            ),
        )

    def of_column(self, n: int) -> list[Spot]:
        """Return everything in a column, from above."""
        column, place = self.columns[n], self.places[n]
        found = [
            Spot(SpotKind.HEAD, n),
            *(Spot(SpotKind.STAGE, n, m) for m in range(len(column.words))),
        ]
        for m, channel in enumerate(column.maps):
            found.append(Spot(SpotKind.MAP, n, m, self._strongest(column, channel)))
        return [*found, Spot(SpotKind.MORE, n)] if place.more is not None else found

    def _strongest(self, column: BlockColumn, channel: int) -> tuple[int, ...]:
        if column.values is None or len(column.shape) == 1:
            return ()
        return largest_at(column.values[channel])

    def of_map(self, name: MapName) -> Spot | None:
        """Return where a map is on show, be it at another stage of its block."""
        for n, column in enumerate(self.columns):
            channel = column.channel_of(name)
            if channel is not None and channel in column.maps:
                return Spot(SpotKind.MAP, n, column.maps.index(channel))
        return None

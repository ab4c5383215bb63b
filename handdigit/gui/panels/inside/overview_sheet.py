"""The picture of a whole network: columns, the lines between them, what is pointed at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from handdigit.gui.panels.inside.arrangement import Arrangement, Column, dot_of, fitted, joint
from handdigit.gui.panels.inside.block_column import BlockColumn, Limits, name_end
from handdigit.gui.panels.inside.map_lens import MapLens
from handdigit.gui.panels.inside.unit_facts import number
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import menu_action, named
from handdigit.gui.widgets.paint import CHOOSING_KEYS, Painter, PointedWidget, arrow_step
from handdigit.inspection.overview import MapName, contributions
from handdigit.inspection.receptive_field import Region
from handdigit.inspection.trace import Trace, Unit

THICKEST, THINNEST = 4.0, 0.75
"""Of the lines, in pixels."""


class Kind(Enum):
    """What can be pointed at."""

    HEAD = "head"
    STAGE = "stage"
    MAP = "map"
    MORE = "more"


class Spot(NamedTuple):
    """Something that can be pointed at."""

    kind: Kind
    column: int
    number: int = 0
    """Of the stage's word, or of the map's place from above."""
    place: tuple[int, ...] = ()
    """Row and column of the value in the map."""


class OverviewSheet(PointedWidget[Spot]):
    """All blocks of a network side by side; see :class:`NetworkMap` for the signals."""

    unit_clicked = Signal(object)
    map_clicked = Signal(object)
    block_clicked = Signal(int)
    stage_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no network yet."""
        super().__init__(parent)
        named(self, "networkOverview", self.tr("The network at a glance"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.columns: list[BlockColumn] = []
        self.arrangement = Arrangement((), 0.0, 0.0)
        self.names: Sequence[str] = ()
        """What the classes are called."""
        self.probabilities: Sequence[float] = ()
        self.bars: Callable[[], Sequence[QPoint]] = tuple
        """Gives where the bars of the answer begin, on the screen."""
        self.trace: Trace | None = None
        """All values, where the lines between maps are to show what they give."""
        self._current: Spot | None = None
        self._by_keys = False
        """Whether the current spot was reached with them, and is to be outlined."""
        self._unit: Unit | None = None
        self._map: MapName | None = None
        self._field: Mapping[str, Region] = {}
        self._edges: tuple[tuple[QPointF, QPointF, float], ...] = ()
        self._lens = MapLens()

    @property
    def edges(self) -> tuple[tuple[QPointF, QPointF, float], ...]:
        """The lines on show: ends, and a weight from -1 to 1."""
        return self._edges

    @property
    def lens(self) -> MapLens:
        """What enlarges the map that is pointed at."""
        return self._lens

    def show_columns(self, columns: list[BlockColumn]) -> None:
        """Show another network's blocks."""
        self.columns = columns
        self._current = None
        self.show_chosen(None, None, {})
        self.point_at(None)

    def show_values(self, shown: Mapping[str, np.ndarray], limits: Limits) -> None:
        """Show what the layers' outputs are, by name; only those in a column are looked at."""
        for column, place in zip(self.columns, self.arrangement.columns, strict=True):
            column.show_values(shown.get(column.stage.name), limits, len(place.cells))
            self.update(place.changing.toAlignedRect())
        self._find_edges()
        self._show_lens()

    def show_chosen(
        self, unit: Unit | None, chosen: MapName | None, field: Mapping[str, Region]
    ) -> None:
        """Outline a unit or a map, and what the unit sees in what is on show."""
        self._unit, self._map, self._field = unit, chosen, field
        name = chosen if unit is None else MapName(unit.layer, unit.position[0])
        for column in self.columns:
            column.pinned = None if name is None else column.channel_of(name)
        self._find_edges()
        self.update()

    # --- pointing ------------------------------------------------------------------------

    def part_at(self, position: QPointF) -> Spot | None:
        """Return what is at a position."""
        for n, (column, place) in enumerate(self._both()):
            if not place.left <= position.x() <= place.head.right() + 10:
                continue
            for m, word in enumerate(column.words):
                if word.adjusted(-2, 0, 2, 0).contains(position):
                    return Spot(Kind.STAGE, n, m)
            if place.head.contains(position):
                return Spot(Kind.HEAD, n)
            if place.more is not None and place.more.contains(position):
                return Spot(Kind.MORE, n)
            for m, cell in enumerate(place.cells[: len(column.maps)]):
                if len(column.shape) == 1:
                    if cell.adjusted(0, -2, 0, 2).contains(position):
                        return Spot(Kind.MAP, n, m)
                    continue
                area = fitted(cell, column.shape)
                if area.contains(position):
                    pixel = area.width() / column.shape[2]
                    at = (position - area.topLeft()) / pixel
                    row = min(int(at.y()), column.shape[1] - 1)
                    return Spot(Kind.MAP, n, m, (row, min(int(at.x()), column.shape[2] - 1)))
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on from there with the keys."""
        spot = self.part_at(event.position())
        if spot is not None:
            self._set_current(spot)
        self._by_keys = False
        super().mousePressEvent(event)

    def part_pressed(self, spot: Spot) -> None:
        """Open what was pressed."""
        column = self.columns[spot.column]
        if spot.kind is Kind.STAGE:
            self._choose_stage(spot)
        elif spot.kind is not Kind.MAP:
            if column.block is None:
                self.map_clicked.emit(MapName(column.stage.name, 0))
            else:
                self.block_clicked.emit(spot.column - 1)
        elif len(column.shape) == 1:
            self.unit_clicked.emit(Unit(column.stage.name, (column.maps[spot.number],)))
        else:
            self.map_clicked.emit(MapName(column.stage.name, column.maps[spot.number]))

    def part_pointed(self, spot: Spot | None) -> None:
        """Enlarge it, and draw lines to what it is made from."""
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(arrow if spot is None else hand)
        self._find_edges()
        self._show_lens()
        column = None if spot is None else self.columns[spot.column]
        self.setToolTip("" if spot is None or column is None else self._tip(column, spot))

    def _tip(self, column: BlockColumn, spot: Spot) -> str:
        if spot.kind is Kind.HEAD:
            return self.tr("{0}: {1}. Click for all of it.").format(
                column.title, ", ".join(translated(stage.word) for stage in column.stages)
            )
        if spot.kind is Kind.STAGE and not column.is_choosing:
            return self.tr("Show {0} here").format(column.stages[spot.number].name)
        if spot.kind is Kind.MAP and len(column.shape) == 1:
            return self.describe(spot)
        return ""

    def _choose_stage(self, spot: Spot) -> None:
        column = self.columns[spot.column]
        if not column.is_choosing:
            self._show_stage(spot.column, spot.number)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for n, stage in enumerate(column.stages):
            text = f"{translated(stage.word)}  {stage.name}"
            show = partial(self._show_stage, spot.column, n)
            action = menu_action(menu, f"stage_{stage.name}", text, show)
            action.setCheckable(True)
            action.setChecked(n == column.stage_number)
        menu.popup(self.mapToGlobal(column.words[0].bottomLeft().toPoint()))

    def _show_stage(self, column: int, number: int) -> None:
        self.columns[column].show_stage(number)
        self.stage_changed.emit()

    # --- keyboard ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, open with Enter or Space."""
        step = arrow_step(event)
        if step is not None and self.columns:
            self._by_keys = True
            self._set_current(self._beside(step))
            self.point_at(self._current)
        elif event.key() in CHOOSING_KEYS and self._current is not None:
            self.part_pressed(self._current)
        else:
            super().keyPressEvent(event)

    def _beside(self, step: tuple[int, int]) -> Spot:
        """Return what is beside the current spot, in its column or at its height in the next."""
        current = self._current
        if current is None:
            return self._spots(0)[0]
        own = self._spots(current.column)
        down, right = step
        if down:
            at = next(n for n, spot in enumerate(own) if spot[:3] == current[:3])
            return own[max(0, min(at + down, len(own) - 1))]
        column = max(0, min(current.column + right, len(self.columns) - 1))
        height = self._area(current).center().y()
        return min(
            self._spots(column),
            key=lambda spot: (
                spot.kind is not current.kind,
                abs(self._area(spot).center().y() - height),
            ),
        )

    def _spots(self, n: int) -> list[Spot]:
        """Return everything in a column, from above."""
        column, place = self.columns[n], self.arrangement.columns[n]
        found = [Spot(Kind.HEAD, n), *(Spot(Kind.STAGE, n, m) for m in range(len(column.words)))]
        for m, channel in enumerate(column.maps):
            found.append(Spot(Kind.MAP, n, m, self._strongest(column, channel)))
        return [*found, Spot(Kind.MORE, n)] if place.more is not None else found

    def _strongest(self, column: BlockColumn, channel: int) -> tuple[int, ...]:
        if column.values is None or len(column.shape) == 1:
            return ()
        values = column.values[channel]
        return divmod(int(np.argmax(values)), int(values.shape[1]))

    def _set_current(self, spot: Spot) -> None:
        self._current = spot
        self.setAccessibleDescription(self.describe(spot))
        self.update()

    def describe(self, spot: Spot) -> str:
        """Return in words what a spot is and shows."""
        column = self.columns[spot.column]
        if spot.kind is Kind.HEAD:
            return column.title
        if spot.kind is Kind.STAGE:
            stage = column.stage if column.is_choosing else column.stages[spot.number]
            return f"{column.title}, {translated(stage.word)}"
        if spot.kind is Kind.MORE:
            return f"{column.title}, {column.more_text(len(column.maps))}"
        return ", ".join(self._lines(spot))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing any more."""
        super().focusOutEvent(event)
        self.point_at(None)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the lens along."""
        super().hideEvent(event)
        self.point_at(None)

    # --- the lens ------------------------------------------------------------------------

    def _show_lens(self) -> None:
        spot = self.pointed
        column = None if spot is None else self.columns[spot.column]
        is_map = spot is not None and spot.kind is Kind.MAP
        if spot is None or column is None or not is_map or len(column.shape) == 1:
            self._lens.hide()
            return
        if spot.number >= len(column.maps) or column.values is None or column.limits is None:
            self._lens.hide()  # the drawing has gone
            return
        channel = column.maps[spot.number]
        if self._lens.parentWidget() is not self.window():
            self._lens.setParent(self.window())
        area = self._area(spot).toAlignedRect()
        beside = QRect(self.mapToGlobal(area.topLeft()), area.size())
        limit = float(column.limits[channel])
        lines = self._lines(spot)
        self._lens.show_map(column.values[channel], limit, lines, beside, self._on_screen())

    def _on_screen(self) -> QRect:
        area = self.visibleRegion().boundingRect()
        return QRect(self.mapToGlobal(area.topLeft()), area.size())

    def _lines(self, spot: Spot) -> tuple[str, ...]:
        """Return name, largest value and the value pointed at of a map, or a feature's value."""
        column = self.columns[spot.column]
        if column.values is None or spot.number >= len(column.maps):
            return (column.title,)
        channel = column.maps[spot.number]
        values = column.values[channel]
        if len(column.shape) == 1:
            name = self.names[channel] if column.is_output else str(channel)
            text = self.tr("{0} · {1}: {2}")
            return (text.format(column.stage.name, name, number(float(values[0, 0]))),)
        row, at = divmod(int(np.argmax(values)), values.shape[1])
        return (
            self.tr("{0} · {1} · map {2}").format(column.title, column.stage.name, channel),
            self.tr("largest {0} at row {1}, column {2}").format(
                number(float(values[row, at])), row, at
            ),
            self.tr("row {0}, column {1}: {2}").format(
                *spot.place, number(float(values[spot.place]))
            ),
        )

    # --- lines ---------------------------------------------------------------------------

    def _find_edges(self) -> None:
        before = self._edges
        self._edges = self._edges_of(self._pointed_unit() or self._unit)
        if before or self._edges:
            self.update()

    def _pointed_unit(self) -> Unit | None:
        spot = self.pointed
        if spot is None or spot.kind is not Kind.MAP:
            return None
        column = self.columns[spot.column]
        if spot.number >= len(column.maps):
            return None
        return Unit(column.stage.name, (column.maps[spot.number], *spot.place))

    def _edges_of(self, unit: Unit | None) -> tuple[tuple[QPointF, QPointF, float], ...]:
        """Return lines to a unit on show from what it is made from, as far as that is, too."""
        target = None if unit is None else self.shown_at(MapName(unit.layer, unit.position[0]))
        if unit is None or target is None or target.column == 0 or self.trace is None:
            return ()
        block = self.columns[target.column].block
        assert block is not None  # only the first column has none
        given = contributions(self.trace, unit, block.names)
        before, place = self._both()[target.column - 1]
        found = []
        for m, channel in enumerate(before.maps):
            parts = [part for source, part in given.items() if source.channel == channel]
            if parts and self._is_alike(before, next(iter(given)).layer):
                found.append((joint(place.cells[m], before.shape, right=True), sum(parts)))
        most = max((abs(part) for _, part in found), default=0.0)
        own, at = self._both()[target.column]
        end = joint(at.cells[target.number], own.shape, right=False)
        return tuple((start, end, part / most) for start, part in found if part)

    def _is_alike(self, column: BlockColumn, layer: str) -> bool:
        """Return whether the maps on show are those of a layer, be it at another stage."""
        assert self.trace is not None  # there are lines
        shape = self.trace.shape(layer)
        return len(shape) == len(column.shape) and shape[0] == column.shape[0]

    def shown_at(self, name: MapName) -> Spot | None:
        """Return where a map is on show, be it at another stage of its block."""
        for n, column in enumerate(self.columns):
            channel = column.channel_of(name)
            if channel is not None and channel in column.maps:
                return Spot(Kind.MAP, n, column.maps.index(channel))
        return None

    # --- painting ------------------------------------------------------------------------

    def _both(self) -> list[tuple[BlockColumn, Column]]:
        return list(zip(self.columns, self.arrangement.columns, strict=True))

    def _area(self, spot: Spot) -> QRectF:
        column, place = self.columns[spot.column], self.arrangement.columns[spot.column]
        if spot.kind is Kind.STAGE:
            return column.words[spot.number]
        if spot.kind is Kind.MORE and place.more is not None:
            return place.more
        if spot.kind is Kind.MAP:
            cell = place.cells[spot.number]
            return fitted(cell, column.shape) if len(column.shape) == 3 else dot_of(cell)
        return QRectF(place.left, 0, place.head.width(), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only what has changed: the heads stay while one draws."""
        painter = Painter(self, self.theme)
        best = int(np.argmax(self.probabilities)) if len(self.probabilities) else None
        for column, place in self._both():
            if event.region().intersects(place.head.toAlignedRect().adjusted(0, 0, 0, -4)):
                column.paint_words(painter, place)
            column.paint_cells(painter, place, self.names, best)
        self._paint_bar_lines(painter, best)
        self._paint_edges(painter)
        self._paint_outlines(painter)
        painter.end()

    def _paint_bar_lines(self, painter: Painter, best: int | None) -> None:
        """Paint lines from the outputs to the bars of the answer, as thick as these are long."""
        if not self.columns:
            return
        place, ends = self.arrangement.columns[-1], self.bars()
        if len(ends) != len(place.cells):
            return
        metrics = QFontMetricsF(self.font())
        for n, cell in enumerate(place.cells):
            share = self.probabilities[n] if n < len(self.probabilities) else 0.0
            name = self.names[n] if n < len(self.names) else ""
            start, end = name_end(cell, name, metrics), QPointF(self.mapFromGlobal(ends[n]))
            colour = "accent" if n == best else "line"
            painter.line(start, end, colour, THINNEST + 2.5 * share)

    def _paint_edges(self, painter: Painter) -> None:
        for start, end, weight in self._edges:
            colour = "accent" if weight > 0 else "warning"
            style = Qt.PenStyle.SolidLine if weight > 0 else Qt.PenStyle.DashLine
            painter.use_pen(colour, THINNEST + (THICKEST - THINNEST) * abs(weight), style)
            painter.drawLine(start, end)

    def _paint_outlines(self, painter: Painter) -> None:
        for column, place in self._both():
            region = self._field.get(column.stage.name)
            if region is None or region.is_empty or len(column.shape) != 3:
                continue
            if (region.bottom - region.top, region.right - region.left) == column.shape[1:]:
                continue  # it sees all: outlines would say nothing
            for channel, cell in zip(column.maps, place.cells, strict=False):
                if channel in region.channels:
                    painter.outline(_part(region, fitted(cell, column.shape), column), "warning")
        chosen = self._map
        if self._unit is not None:
            chosen = MapName(self._unit.layer, self._unit.position[0])
        spot = None if chosen is None else self.shown_at(chosen)
        if spot is not None:
            painter.outline(self._area(spot).adjusted(-1, -1, 1, 1), "warning", 2)
        if self._current is not None and self._by_keys and self.hasFocus():
            painter.outline(self._area(self._current).adjusted(-1, 0, 1, 0), "accent", 2)


def _part(region: Region, area: QRectF, column: BlockColumn) -> QRectF:
    """Return where a region of a map lies in its frame."""
    pixel = area.width() / column.shape[2]
    return QRectF(
        area.left() + region.left * pixel,
        area.top() + region.top * pixel,
        (region.right - region.left) * pixel,
        (region.bottom - region.top) * pixel,
    )

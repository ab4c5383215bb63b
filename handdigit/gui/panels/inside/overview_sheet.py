"""The picture of a whole network: columns, the lines between them, what is pointed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from handdigit.gui.panels.inside.arrangement import Arrangement, fitted
from handdigit.gui.panels.inside.bar_lines import BarLines
from handdigit.gui.panels.inside.block_column import BlockColumn, Limits
from handdigit.gui.panels.inside.edges import Edge, edges_to, paint_edges
from handdigit.gui.panels.inside.map_lens import MapLens
from handdigit.gui.panels.inside.spot_words import described, lines_of, tip_of, wrapped
from handdigit.gui.panels.inside.spots import Spot, SpotKind, Spots
from handdigit.gui.translation import translated
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import menu_action, named
from handdigit.gui.widgets.painted_widget import CHOOSING_KEYS, PointedWidget, arrow_step
from handdigit.gui.widgets.painter import Painter
from handdigit.inspection.overview import MapName
from handdigit.inspection.receptive_field import Region
from handdigit.inspection.trace import Trace, Unit


class OverviewSheet(PointedWidget[Spot]):
    """All blocks of a network side by side, with the lines between them.

    Signals:
        unit_clicked(Unit): a feature of a vector was chosen.
        map_clicked(MapName): a map was chosen.
        block_clicked(int): a block was chosen, to see all of it.
        layer_asked(int): what is the layer on show of a block for?
        stage_changed(): another layer is to be shown in a column.
    """

    unit_clicked = Signal(object)
    map_clicked = Signal(object)
    block_clicked = Signal(int)
    layer_asked = Signal(int)
    stage_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no network yet."""
        super().__init__(parent)
        named(self, "networkOverview", self.tr("The network at a glance"))
        self.fill_ground()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.columns: list[BlockColumn] = []
        self.arrangement = Arrangement((), 0.0, 0.0)
        self.names: Sequence[str] = ()
        """What the classes are called."""
        self.probabilities: Sequence[float] = ()
        self.bar_lines: BarLines | None = None
        """Those to the bars of the answer."""
        self.trace: Trace | None = None
        """All values, where the lines between maps are to show what they give."""
        self._current: Spot | None = None
        self._by_keys = False
        """Whether the current spot was reached with them, and is to be outlined."""
        self._unit: Unit | None = None
        self._map: MapName | None = None
        self._field: Mapping[str, Region] = {}
        self._edges: tuple[Edge, ...] = ()
        self._lens = MapLens()

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The lines on show."""
        return self._edges

    def show_columns(self, columns: list[BlockColumn]) -> None:
        """Show another network's blocks."""
        self.columns = columns
        self._current = None
        self.show_chosen(None, None, {})
        self.point_at(None)

    def show_values(self, shown: Mapping[str, np.ndarray], limits: Limits) -> None:
        """Show what the layers' outputs are, by name; only those in a column are looked at."""
        changing = QRectF()
        for column, place in zip(self.columns, self.arrangement.columns, strict=True):
            column.show_values(shown.get(column.stage.name), limits, len(place.cells))
            changing |= place.changing
        self.update(changing.toAlignedRect())  # one rectangle is painted faster than many
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

    @property
    def spots(self) -> Spots:
        """Everything that can be pointed at."""
        return Spots(self.columns, self.arrangement.columns)

    def part_at(self, position: QPointF) -> Spot | None:
        """Return what is at a position."""
        return self.spots.at(position)

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
        if spot.kind is SpotKind.STAGE:
            self._choose_stage(spot)
        elif spot.kind is not SpotKind.MAP:
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
        self.setToolTip("" if spot is None or column is None else tip_of(column, spot, self.names))

    def _choose_stage(self, spot: Spot) -> None:
        column = self.columns[spot.column]
        ask = partial(self.layer_asked.emit, spot.column - 1)
        if not column.is_choosing:
            is_shown = spot.number == column.stage_number
            ask() if is_shown else self._show_stage(spot.column, spot.number)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for n, stage in enumerate(column.stages):
            title, does = map(translated, column.told_of(stage))
            text = f"{title}  {stage.name}"
            show = partial(self._show_stage, spot.column, n)
            action = menu_action(menu, f"stage_{stage.name}", text, show)
            action.setToolTip(wrapped(does))
            action.setCheckable(True)
            action.setChecked(n == column.stage_number)
        menu.addSeparator()
        title = translated(column.told_of(column.stage)[0])
        menu_action(menu, "stageInfo", self.tr("{0}: What It Is For").format(title), ask)
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
            spot = self.spots.beside(self._current, step)
            self._set_current(spot)
            self.point_at(spot)
            below = self.spots.area(spot).bottomLeft().toPoint()
            QToolTip.showText(self.mapToGlobal(below), self.toolTip(), self)
        elif event.key() in CHOOSING_KEYS and self._current is not None:
            self.part_pressed(self._current)
        else:
            super().keyPressEvent(event)

    def _set_current(self, spot: Spot) -> None:
        self._current = spot
        words = described(self.columns[spot.column], spot, self.names)
        self.setAccessibleDescription(words)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys begin."""
        super().focusInEvent(event)
        by_tab = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if event.reason() in by_tab and self.columns:
            self._by_keys = True
            self._set_current(self._current or self.spots.beside(None, (0, 1)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing any more."""
        super().focusOutEvent(event)
        self.point_at(None)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the lens along."""
        super().hideEvent(event)
        self.point_at(None)

    def cells(self) -> Cells:
        """Return a column for every block: its name, its stages, its maps on show."""
        spots = [self.spots.of_column(n) for n in range(len(self.columns))]

        def spot_at(row: int, column: int) -> Spot | None:
            return spots[column][row] if row < len(spots[column]) else None

        def text(row: int, column: int) -> str:
            spot = spot_at(row, column)
            return "" if spot is None else described(self.columns[column], spot, self.names)

        def press(row: int, column: int) -> None:
            spot = spot_at(row, column)
            if spot is not None:
                self._set_current(spot)
                self.part_pressed(spot)

        current, now = None, self._current
        if now is not None:
            own = spots[now.column]
            current = next((n for n, spot in enumerate(own) if spot[:3] == now[:3]), 0), now.column
        titles = [column.title for column in self.columns]
        return Cells([""] * max(map(len, spots), default=0), titles, text, press, current, text)

    # --- the lens ------------------------------------------------------------------------

    def _show_lens(self) -> None:
        spot = self.pointed
        column = None if spot is None else self.columns[spot.column]
        is_map = spot is not None and spot.kind is SpotKind.MAP
        if spot is None or column is None or not is_map or len(column.shape) == 1:
            self._lens.hide()
            return
        if spot.number >= len(column.maps) or column.values is None or column.limits is None:
            self._lens.hide()  # the drawing has gone
            return
        channel = column.maps[spot.number]
        if self._lens.parentWidget() is not self.window():
            self._lens.setParent(self.window())
        area = self.spots.area(spot).toAlignedRect()
        beside = QRect(self.mapToGlobal(area.topLeft()), area.size())
        limit = float(column.limits[channel])
        lines = lines_of(column, spot, self.names)
        self._lens.show_map(column.values[channel], limit, lines, beside, self._on_screen())

    def _on_screen(self) -> QRect:
        area = self.visibleRegion().boundingRect()
        return QRect(self.mapToGlobal(area.topLeft()), area.size())

    # --- lines ---------------------------------------------------------------------------

    def _find_edges(self) -> None:
        before = self._edges
        unit = self._pointed_unit() or self._unit
        self._edges = ()
        if unit is not None and self.trace is not None:
            self._edges = edges_to(unit, self.spots, self.trace)
        if before or self._edges:
            self.update()

    def _pointed_unit(self) -> Unit | None:
        spot = self.pointed
        if spot is None or spot.kind is not SpotKind.MAP:
            return None
        column = self.columns[spot.column]
        if spot.number >= len(column.maps):
            return None
        return Unit(column.stage.name, (column.maps[spot.number], *spot.place))

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint only what has changed: the heads stay while one draws."""
        painter = self.begun(event)
        best = int(np.argmax(self.probabilities)) if len(self.probabilities) else None
        for column, place in zip(self.columns, self.arrangement.columns, strict=True):
            if event.region().intersects(place.head.toAlignedRect().adjusted(0, 0, 0, -4)):
                column.paint_words(painter, place)
            column.paint_more(painter, place)
            column.paint_cells(painter, place, self.names, best)
        if self.bar_lines is not None and not self.is_alone:
            self.bar_lines.paint(painter, self.probabilities)
        paint_edges(painter, self._edges)
        self._paint_outlines(painter)
        painter.end()
        self._reader.tell()

    def _paint_outlines(self, painter: Painter) -> None:
        for column, place in zip(self.columns, self.arrangement.columns, strict=True):
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
        spot = None if chosen is None else self.spots.of_map(chosen)
        if spot is not None:
            painter.outline(self.spots.area(spot).adjusted(-1, -1, 1, 1), "warning", 2)
        if self._current is not None and self._by_keys and self.hasFocus():
            painter.outline(self.spots.area(self._current).adjusted(-1, 0, 1, 0), "accent", 2)


def _part(region: Region, area: QRectF, column: BlockColumn) -> QRectF:
    """Return where a region of a map lies in its frame."""
    pixel = area.width() / column.shape[2]
    return QRectF(
        area.left() + region.left * pixel,
        area.top() + region.top * pixel,
        (region.right - region.left) * pixel,
        (region.bottom - region.top) * pixel,
    )

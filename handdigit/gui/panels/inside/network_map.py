"""The network from left to right: a column for every stage, its layers under each other.

A stage begins with a layer that has kernels or weights; what only reshapes its output
(normalisation, activation, pooling, flattening) stands below it. All maps have the same
scale, the largest at which everything fits.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPoint, QPointF, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from handdigit.core.architecture import CLASS_COUNT, PlannedLayer
from handdigit.core.layers import Conv2d, Linear, Shape
from handdigit.core.lenet_layers import PartialConv2d
from handdigit.gui.panels.inside.edges import NOTHING, Edges, Reads, StageSheet
from handdigit.gui.panels.inside.layer_view import LayerView
from handdigit.inspection.receptive_field import Region, read_directly
from handdigit.inspection.trace import SOFTMAX, Unit

STAGE_GAP = 16
LAYER_GAP = 10
BAND_GAP = 28
BAND_HEIGHT = 500
"""Least height of a band, in pixels."""
WIDTH_STEP = 8
"""Widths of a stage are tried in steps of so many pixels."""
SHORT_VECTOR, SHORT_CELL = 16, 14.0
"""Vectors of at most so many values have cells of at least so many pixels."""
MOST_EDGES = 32
"""Lines drawn to one layer at most."""
INPUT_SIDE = 84
"""Least side of the input, so that the drawing is recognised in it, in pixels."""
SCALES = (8.0, 6.0, 5.0, 4.0, 3.5, 3.0, 2.5, 2.0, 1.5, 1.25, 1.0)
"""Pixels a value may be wide in a map."""
HEIGHTS = (
    (1.0, 1.5, False), (1.0, 1.25, True), (1.6, 1.5, True), (2.5, 1.25, True), (4.0, 1.25, True),
    (6.0, 1.25, True),
)  # fmt: skip
"""What is tried in turn: how many times as high as the window the sheet may be, the least
scale at that, and whether the words take narrow lines."""
BAND_SCALE = SCALES.index(1.25)
"""Step of the scale at which a network too long for that goes on in a second band below."""
CELL_SCALES = (16.0, 14.0, 12.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 2.5)
"""The same in a vector, step for step."""


EVERY_CLASS = Region(frozenset(range(CLASS_COUNT)), 0, 1, 0, 1)


class NetworkMap(QScrollArea):
    """All layers of a network; scrolls where even the smallest maps do not fit.

    Signals:
        unit_clicked(Unit): a unit was chosen.
    """

    unit_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no network yet."""
        super().__init__(parent)
        self.setObjectName("networkMap")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(False)
        self._sheet = StageSheet()
        self._edges = Edges(self._sheet)
        self.setWidget(self._sheet)
        for surface in (self.viewport(), self._sheet):
            surface.setAutoFillBackground(False)
        self._stages: list[list[LayerView]] = []
        self._arranged_for: tuple[QSize, str] | None = None
        """Room and font of the arrangement on show."""
        self._unit: Unit | None = None
        self._pointed: Unit | None = None
        self.plan: tuple[PlannedLayer, ...] = ()
        """The layers on show."""

    @property
    def layers(self) -> list[LayerView]:
        """Every layer shown, in order."""
        return [view for stage in self._stages for view in stage]

    def show_network(self, plan: Sequence[PlannedLayer], input_name: str, shape: Shape) -> None:
        """Show the layers of a plan, without values."""
        for view in self.layers:
            view.deleteLater()
        self.plan = tuple(plan)
        self._stages = [[LayerView(input_name, shape, None)]]
        for planned in plan:
            if isinstance(planned.layer, Conv2d | PartialConv2d | Linear):
                self._stages.append([])
            self._stages[-1].append(LayerView(planned.name, planned.output_shape, planned))
        self._stages[-1].append(LayerView(SOFTMAX, (CLASS_COUNT,), None))
        for view in self.layers:
            view.setParent(self._sheet)
            view.mosaic.unit_clicked.connect(partial(self._choose, view))
            view.mosaic.unit_pointed.connect(partial(self._point, view))
            view.mosaic.unit_left.connect(self._leave)
            view.show()
        self._unit = self._pointed = None
        self._edges.raise_()
        self._arranged_for = None
        self._arrange()

    def show_field(self, unit: Unit | None, field: Mapping[str, Region]) -> None:
        """Outline what a unit sees in every layer before it, with lines to what it reads."""
        self._unit = unit
        for view in self.layers:
            view.mosaic.show_region(field.get(view.name))
            view.mosaic.mark(unit.position[0] if unit and view.name == unit.layer else None)
        self._edges.show_chosen(self._reads_of(unit))

    @property
    def reads(self) -> Reads:
        """The lines on show, from what the pointed or else the chosen unit reads."""
        return self._edges.shown

    def _reads_of(self, unit: Unit | None) -> Reads:
        """Return lines and rectangles for what a unit reads directly."""
        views = {view.name: view for view in self.layers}
        if unit is None or unit.layer not in views:
            return NOTHING
        target = views[unit.layer]
        if target.planned is not None:
            read = read_directly(target.planned, unit)
        elif unit.layer == SOFTMAX:
            read = {self.plan[-1].name: EVERY_CLASS}
        else:
            return NOTHING
        channel, *place = unit.position
        row, column = place or (0, 0)
        own = target.mosaic.region_rect(
            Region(frozenset(), row, row + 1, column, column + 1), channel
        )
        end = own.center() + self._corner(target)
        lines, patches = [], []
        for name, region in read.items():
            if region.is_empty:
                continue
            corner, mosaic = self._corner(views[name]), views[name].mosaic
            channels = sorted(region.channels)
            step = math.ceil(len(channels) / MOST_EDGES)
            for channel in channels[::step]:
                patch = mosaic.region_rect(region, channel).translated(corner)
                lines.append(QLineF(patch.center(), end))
            if mosaic.maps[1:] != (1, 1):
                patches += [mosaic.region_rect(region, c).translated(corner) for c in channels]
        return Reads(tuple(lines), tuple(patches))

    def _corner(self, view: LayerView) -> QPointF:
        return QPointF(view.mosaic.mapTo(self._sheet, QPoint(0, 0)))

    def _point(self, view: LayerView, channel: int, row: int, column: int) -> None:
        self._pointed = _unit(view, channel, row, column)
        self._edges.show_pointed(self._reads_of(self._pointed))

    def _leave(self) -> None:
        self._pointed = None
        self._edges.show_pointed(NOTHING)

    def _fitting(self) -> tuple[int, list[tuple[int, list[int]]]]:
        """Return the step of the scale, and width and columns of every stage."""
        for times, least, compact in HEIGHTS:
            room = self._room(times)
            for view in self.layers:
                view.set_compact(compact)
            steps = range(SCALES.index(least) + 1)  # what fits at one scale fits at any smaller
            fitting = bisect_left(steps, True, key=partial(self._fits, room=room))
            if fitting < len(steps):
                return fitting, [_grid(stage, fitting, room) for stage in self._stages]
        room = self._room(1.5).expandedTo(QSize(0, BAND_HEIGHT))
        return BAND_SCALE, [_grid(stage, BAND_SCALE, room) for stage in self._stages]

    def _fits(self, index: int, room: QSize) -> bool:
        """Return whether all stages stand side by side at a step of the scale."""
        left = room.width() - STAGE_GAP * (len(self._stages) - 1)
        left -= sum(_least_width(stage, index) for stage in self._stages)
        for stage in self._stages:
            if left < 0:
                return False
            left -= _grid(stage, index, room)[0] - _least_width(stage, index)
        return left >= 0

    def _room(self, times: float) -> QSize:
        size = self.maximumViewportSize()
        if times > 1:
            bar = self.verticalScrollBar().sizeHint().width() + 4  # and what a style leaves
            size.setWidth(size.width() - bar)
        return QSize(size.width(), int(size.height() * times))

    def _choose(self, view: LayerView, channel: int, row: int, column: int) -> None:
        self.unit_clicked.emit(_unit(view, channel, row, column))

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what was loaded in the meantime."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Choose the largest scale at which all stages fit side by side.

        Where the maps would become too small to read, the sheet is higher than the window; a
        network of many stages goes on below the first ones.
        """
        if not self._stages or not self.isVisible():
            return  # there is no room to speak of yet
        wanted = (self.maximumViewportSize(), self.font().key())
        if wanted == self._arranged_for:
            return  # only a scroll bar came or went
        self._arranged_for = wanted
        index, grids = self._fitting()
        room = self._room(1.0).width()
        x = band = right = bottom = 0
        for stage, (width, columns) in zip(self._stages, grids, strict=True):
            if x and x + width > room:
                x, band = 0, bottom + BAND_GAP
            y = band
            for view, count in zip(stage, columns, strict=True):
                view.mosaic.set_grid(count, _scale(view, index))
                view.set_width(width)
                view.move(x, y)
                y += view.height() + LAYER_GAP
            x += width + STAGE_GAP
            right = max(right, x - STAGE_GAP)
            bottom = max(bottom, y - LAYER_GAP)
        self._sheet.set_stages([stage[0] for stage in self._stages])
        self._sheet.setFixedSize(QSize(right, bottom))
        self._edges.setGeometry(self._sheet.rect())
        self._edges.show_chosen(self._reads_of(self._unit))
        self._edges.show_pointed(self._reads_of(self._pointed))


def _unit(view: LayerView, channel: int, row: int, column: int) -> Unit:
    place = (row, column) if len(view.shape) == 3 else ()
    return Unit(view.name, (channel, *place))


def _scale(view: LayerView, index: int) -> float:
    if view.planned is None and len(view.shape) == 3:
        return max(SCALES[index], INPUT_SIDE / view.shape[-1])
    if len(view.shape) == 3:
        return SCALES[index]
    # The ten logits deserve to be seen, and there is always room for them.
    return max(CELL_SCALES[index], SHORT_CELL if view.shape[0] <= SHORT_VECTOR else 0.0)


def _least_width(stage: list[LayerView], index: int) -> int:
    """Return the width of a stage's widest line or map."""
    return max(
        max(view.words_width(), view.mosaic.grid_size(1, _scale(view, index)).width())
        for view in stage
    )


def _grid(stage: list[LayerView], index: int, room: QSize) -> tuple[int, list[int]]:
    """Return the least width at which a stage fits the height, and its mosaics' columns."""
    words = sum(view.words_height() for view in stage) + LAYER_GAP * (len(stage) - 1)
    scaled = [(view.mosaic, _scale(view, index)) for view in stage]

    def height(width: int) -> int:
        columns = (mosaic.columns_within(width, scale) for mosaic, scale in scaled)
        return words + sum(
            mosaic.grid_size(count, scale).height()
            for (mosaic, scale), count in zip(scaled, columns, strict=True)
        )

    least = _least_width(stage, index)
    # The wider, the lower.
    widths = range(least, max(least, room.width()) + WIDTH_STEP, WIDTH_STEP)
    place = bisect_left(widths, True, key=lambda width: height(width) <= room.height())
    width = min(widths[min(place, len(widths) - 1)], max(least, room.width()))
    return width, [mosaic.columns_within(width, scale) for mosaic, scale in scaled]

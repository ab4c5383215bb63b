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
BAND_HEIGHTS = (1.0, 1.6, 2.5, 4.0, 6.0)
"""How many times as high as the window a band may be, tried in turn."""
BAND_HEIGHT = 500
"""Height that a band may always have, in pixels."""
HEIGHT_STEP = 16
"""Heights of a band are tried in steps of so many pixels."""
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
    (1.0, 1.5, False), (1.0, 1.25, True), (1.6, 1.5, True), (2.5, 1.25, True),
)  # fmt: skip
"""What is tried in turn: how many times as high as the window the sheet may be, the least
scale at that, and whether the words take narrow lines."""
BAND_SCALE = SCALES.index(1.25)
"""Step of the scale at which a network too long for that goes on in bands below."""
CELL_SCALES = (16.0, 14.0, 12.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 2.5)
"""The same in a vector, step for step."""


Stage = list[LayerView]
Grid = tuple[int, list[int]]
"""Width of a stage, and the columns of each of its mosaics."""
Band = list[tuple[Stage, Grid]]
"""Stages side by side."""
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
        self._stages: list[Stage] = []
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

    def _fitting(self) -> tuple[int, list[Band]]:
        """Return the step of the scale, and which stages stand side by side."""
        for times, least, compact in HEIGHTS:
            room = self._room(times)
            for view in self.layers:
                view.set_compact(compact)
            steps = range(SCALES.index(least) + 1)  # what fits at one scale fits at any smaller
            fitting = bisect_left(steps, True, key=partial(self._fits, room=room))
            if fitting < len(steps):
                return fitting, [_side_by_side(self._stages, fitting, room)]
        rooms = (self._room(times).expandedTo(QSize(0, BAND_HEIGHT)) for times in BAND_HEIGHTS)
        return BAND_SCALE, min((_in_bands(self._stages, room) for room in rooms), key=_height)

    def _fits(self, index: int, room: QSize) -> bool:
        return _fit(self._stages, index, room)

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
        network of many stages goes on in bands below the first ones.
        """
        if not self._stages or not self.isVisible():
            return  # there is no room to speak of yet
        wanted = (self.maximumViewportSize(), self.font().key())
        if wanted == self._arranged_for:
            return  # only a scroll bar came or went
        self._arranged_for = wanted
        index, bands = self._fitting()
        right = bottom = 0
        for band in bands:
            x, top = 0, bottom + BAND_GAP if bottom else 0
            for stage, (width, columns) in band:
                y = top
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


def _fit(stages: list[Stage], index: int, room: QSize) -> bool:
    """Return whether stages stand side by side at a step of the scale."""
    left = room.width() - STAGE_GAP * (len(stages) - 1)
    left -= sum(_least_width(stage, index) for stage in stages)
    for stage in stages:
        if left < 0:
            return False
        left -= _grid(stage, index, room)[0] - _least_width(stage, index)
    return left >= 0


def _side_by_side(stages: list[Stage], index: int, room: QSize) -> Band:
    return [(stage, _grid(stage, index, room)) for stage in stages]


def _in_bands(stages: list[Stage], room: QSize) -> list[Band]:
    """Return the stages in bands below each other, each as low as it may be."""
    bands: list[list[Stage]] = []
    for stage in stages:
        if not bands or not _fit([*bands[-1], stage], BAND_SCALE, room):
            bands.append([])
        bands[-1].append(stage)
    return [_lowest(band, room) for band in bands]


def _lowest(stages: list[Stage], room: QSize) -> Band:
    """Return a band that takes the width there is for as little height as it needs."""
    heights = range(0, room.height(), HEIGHT_STEP)
    place = bisect_left(
        heights,
        True,
        key=lambda height: _fit(stages, BAND_SCALE, QSize(room.width(), height)),
    )
    height = heights[place] if place < len(heights) else room.height()
    return _side_by_side(stages, BAND_SCALE, QSize(room.width(), height))


def _height(bands: list[Band]) -> int:
    """Return the height of bands at their scale, without what is between them."""
    return sum(
        max(_stage_height(stage, columns, BAND_SCALE) for stage, (_, columns) in band)
        for band in bands
    )


def _stage_height(stage: Stage, columns: list[int], index: int) -> int:
    return (
        sum(view.words_height() for view in stage)
        + LAYER_GAP * (len(stage) - 1)
        + sum(
            view.mosaic.grid_size(count, _scale(view, index)).height()
            for view, count in zip(stage, columns, strict=True)
        )
    )


def _least_width(stage: Stage, index: int) -> int:
    """Return the width of a stage's widest line or map."""
    return max(
        max(view.words_width(), view.mosaic.grid_size(1, _scale(view, index)).width())
        for view in stage
    )


def _grid(stage: Stage, index: int, room: QSize) -> Grid:
    """Return the least width at which a stage fits the height, and its mosaics' columns."""

    def columns(width: int) -> list[int]:
        return [view.mosaic.columns_within(width, _scale(view, index)) for view in stage]

    least = _least_width(stage, index)
    # The wider, the lower.
    widths = range(least, max(least, room.width()) + WIDTH_STEP, WIDTH_STEP)
    place = bisect_left(
        widths,
        True,
        key=lambda width: _stage_height(stage, columns(width), index) <= room.height(),
    )
    width = min(widths[min(place, len(widths) - 1)], max(least, room.width()))
    return width, columns(width)

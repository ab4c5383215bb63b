"""The network from left to right: a column for every stage, its layers under each other.

A stage begins with a layer that has kernels or weights; what only reshapes its output
(normalisation, activation, pooling, flattening) stands below it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPoint, QPointF, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from handdigit.gui.panels.inside.arrangement import (
    NOTHING,
    Edges,
    Reads,
    Stage,
    StageSheet,
    arrange,
)
from handdigit.gui.panels.inside.layer_view import LayerView
from handdigit.gui.widgets.form import named
from handdigit.inspection.receptive_field import Region, read_directly
from handdigit.inspection.trace import SOFTMAX, Unit
from handdigit.network.architecture import PlannedLayer
from handdigit.network.layer import Shape, Weighted

MOST_EDGES = 32
"""Lines drawn to one layer at most."""


class NetworkMap(QScrollArea):
    """All layers of a network; scrolls where even the smallest maps do not fit.

    Signals:
        unit_clicked(Unit): a unit was chosen.
    """

    unit_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no network yet."""
        super().__init__(parent)
        named(self, "networkMap", self.tr("Layers of the network"))
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
        stages = [[LayerView(input_name, shape, None)]]
        for planned in plan:
            if isinstance(planned.layer, Weighted):
                stages.append([])
            stages[-1].append(LayerView(planned.name, planned.output_shape, planned))
        stages[-1].append(LayerView(SOFTMAX, plan[-1].output_shape, None))
        self._stages = [tuple(stage) for stage in stages]
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
            every_class = frozenset(range(self.plan[-1].output_shape[0]))
            read = {self.plan[-1].name: Region(every_class, 0, 1, 0, 1)}
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

    def _room(self, times: float) -> QSize:
        """Return the room of a sheet so many times as high as the window."""
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
        """Let the layers take the room there is, if that has changed."""
        if not self._stages or not self.isVisible():
            return  # there is no room to speak of yet
        wanted = (self.maximumViewportSize(), self.font().key())
        if wanted == self._arranged_for:
            return  # only a scroll bar came or went
        self._arranged_for = wanted
        size = arrange(self._stages, self._room)
        self._sheet.set_stages([stage[0] for stage in self._stages])
        self._sheet.setFixedSize(size)
        self._edges.setGeometry(self._sheet.rect())
        self._edges.show_chosen(self._reads_of(self._unit))
        self._edges.show_pointed(self._reads_of(self._pointed))


def _unit(view: LayerView, channel: int, row: int, column: int) -> Unit:
    place = (row, column) if len(view.shape) == 3 else ()
    return Unit(view.name, (channel, *place))

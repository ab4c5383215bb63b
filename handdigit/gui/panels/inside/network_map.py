"""The network from left to right: a column for every stage, its layers under each other.

A stage begins with a layer that has kernels or weights; what only reshapes its output
(normalisation, activation, pooling, flattening) stands below it. All maps have the same
scale, the largest at which everything fits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from handdigit.core.architecture import CLASS_COUNT, PlannedLayer, format_layer, format_shape
from handdigit.core.formulas import parameter_formula, size_formula
from handdigit.core.layers import Conv2d, Linear, Shape
from handdigit.core.lenet_layers import PartialConv2d
from handdigit.gui.panels.inside.mosaic import Mosaic
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.labels import Label
from handdigit.inspection.receptive_field import Region
from handdigit.inspection.trace import SOFTMAX, Unit

STAGE_GAP = 16
LAYER_GAP = 10
SHORT_VECTOR, SHORT_CELL = 16, 14.0
"""Vectors of at most so many values have cells of at least so many pixels."""
MOST_EDGES = 32
"""Lines drawn to one layer at most."""
INPUT_SIDE = 84
"""Least side of the input, so that the drawing is recognised in it, in pixels."""
SCALES = (8.0, 6.0, 5.0, 4.0, 3.5, 3.0, 2.5, 2.0, 1.5, 1.25, 1.0)
"""Pixels a value may be wide in a map."""
CELL_SCALES = (16.0, 14.0, 12.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 2.5)
"""The same in a vector, step for step."""


class LayerView(QWidget):
    """One layer: name, mosaic, shape and the range of its values."""

    def __init__(self, name: str, shape: Shape, planned: PlannedLayer | None) -> None:
        """Show a layer without values; ``planned`` is None for the input and the softmax."""
        super().__init__()
        self.setObjectName(f"layer_{name}")
        self.name, self.shape, self.planned = name, shape, planned
        self._title = Label(name, bold=True)
        if planned is not None:
            about = (format_layer(planned.layer), size_formula(planned), parameter_formula(planned))
            self._title.setToolTip("\n".join(filter(None, about)))
        self.mosaic = Mosaic(name, shape)
        self._shape_label = Label(format_shape(shape), colour="muted", size=0.85)
        self._range = Label(" ", colour="muted", size=0.85)
        self._range.setObjectName(f"range_{name}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self._title, self.mosaic, self._shape_label, self._range):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def words_height(self) -> int:
        """Return the height of everything but the mosaic."""
        labels = (self._title, self._shape_label, self._range)
        return sum(label.sizeHint().height() for label in labels) + 6

    def words_width(self) -> int:
        """Return the width of the widest line."""
        widest = self._range.fontMetrics().horizontalAdvance("−0.00 … 0.00")
        return max(self._title.sizeHint().width(), self._shape_label.sizeHint().width(), widest)

    def show_values(
        self, values: NDArray[np.floating[Any]] | None, limits: NDArray[np.float64]
    ) -> None:
        """Show the layer's output with the ends of its colour scale."""
        self.mosaic.show_values(values, limits)
        if values is None:
            self._range.setText(" ")
        else:
            low, high = float(values.min()), float(values.max())
            self._range.setText(f"{low:.3g} … {high:.3g}".replace("-", "−"))


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
        self._sheet = _Sheet()
        self._edges = _Edges(self._sheet)
        self.setWidget(self._sheet)
        for surface in (self.viewport(), self._sheet):
            surface.setAutoFillBackground(False)
        self._stages: list[list[LayerView]] = []
        self._unit: Unit | None = None
        self._field: Mapping[str, Region] = {}
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
            view.show()
        self._unit, self._field = None, {}
        self._edges.raise_()
        self._arrange()

    def show_field(self, unit: Unit | None, field: Mapping[str, Region]) -> None:
        """Outline what a unit sees in every layer before it, with lines to what it reads."""
        self._unit, self._field = unit, field
        for view in self.layers:
            view.mosaic.show_region(field.get(view.name))
            view.mosaic.mark(unit.position[0] if unit and view.name == unit.layer else None)
        self._edges.show_edges(self._lines())

    def _lines(self) -> list[QLineF]:
        """Return lines from what the chosen unit reads directly to the unit."""
        unit, field = self._unit, self._field
        if unit is None:
            return []
        views = {view.name: view for view in self.layers}
        target = views.get(unit.layer)
        if target is None or target.planned is None:
            return []
        end = _middle(target.mosaic, field[unit.layer], unit.position[0], self._sheet)
        lines = []
        for name in target.planned.inputs:
            region = field.get(name)
            if region is None or region.is_empty:
                continue
            channels = sorted(region.channels)
            step = max(1, len(channels) // MOST_EDGES)
            for channel in channels[::step]:
                start = _middle(views[name].mosaic, region, channel, self._sheet)
                lines.append(QLineF(start, end))
        return lines

    def _choose(self, view: LayerView, channel: int, row: int, column: int) -> None:
        place = (row, column) if len(view.shape) == 3 else ()
        self.unit_clicked.emit(Unit(view.name, (channel, *place)))

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what was loaded in the meantime."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Choose the largest scale at which all stages fit side by side; else scroll."""
        if not self._stages or not self.isVisible():
            return  # there is no room to speak of yet
        room = self.viewport().size()
        gaps = STAGE_GAP * (len(self._stages) - 1)
        for index in range(len(SCALES)):
            grids = [_grid(stage, index, room) for stage in self._stages]
            if sum(width for width, _ in grids) + gaps <= room.width():
                break
        x = bottom = 0
        for stage, (width, columns) in zip(self._stages, grids, strict=True):
            y = 0
            for view, count in zip(stage, columns, strict=True):
                view.mosaic.set_grid(count, _scale(view, index))
                view.setFixedWidth(width)
                view.adjustSize()
                view.move(x, y)
                y += view.height() + LAYER_GAP
            x += width + STAGE_GAP
            bottom = max(bottom, y - LAYER_GAP)
        self._sheet.set_stages(self._stages)
        self._sheet.setFixedSize(QSize(x - STAGE_GAP, bottom))
        self._edges.setGeometry(self._sheet.rect())
        self._edges.show_edges(self._lines())


class _Sheet(QWidget):
    """Carries the layers and paints the arrows between stages."""

    def __init__(self) -> None:
        super().__init__()
        self._stages: list[list[LayerView]] = []

    def set_stages(self, stages: list[list[LayerView]]) -> None:
        self._stages = stages
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(Theme.of(self.palette()).muted), 1))
        for _, stage in pairwise(self._stages):
            title_height = stage[0].fontMetrics().height()
            tip = QPoint(stage[0].x() - 5, title_height // 2 + 1)
            painter.drawLine(tip - QPoint(8, 0), tip)
            for dy in (-3, 3):
                painter.drawLine(tip, tip + QPoint(-3, dy))
        painter.end()


class _Edges(QWidget):
    """Lines over everything; the pointer goes through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines: list[QLineF] = []

    def show_edges(self, lines: list[QLineF]) -> None:
        if lines or self._lines:
            self._lines = lines
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(Theme.of(self.palette()).warning)
        colour.setAlphaF(0.45)
        painter.setPen(QPen(colour, 1))
        painter.drawLines(self._lines)
        painter.end()


def _middle(mosaic: Mosaic, region: Region, channel: int, sheet: QWidget) -> QPointF:
    return QPointF(mosaic.mapTo(sheet, mosaic.region_rect(region, channel).center().toPoint()))


def _scale(view: LayerView, index: int) -> float:
    if view.planned is None and len(view.shape) == 3:
        return max(SCALES[index], INPUT_SIDE / view.shape[-1])
    if len(view.shape) == 3:
        return SCALES[index]
    # The ten logits deserve to be seen, and there is always room for them.
    return max(CELL_SCALES[index], SHORT_CELL if view.shape[0] <= SHORT_VECTOR else 0.0)


def _grid(stage: list[LayerView], index: int, room: QSize) -> tuple[int, list[int]]:
    """Return the least width at which a stage fits the height, and its mosaics' columns."""
    words = sum(view.words_height() for view in stage) + LAYER_GAP * (len(stage) - 1)
    scales = [_scale(view, index) for view in stage]
    width = max(view.words_width() for view in stage)
    width = max(
        width, *(v.mosaic.grid_size(1, s).width() for v, s in zip(stage, scales, strict=True))
    )
    while True:
        columns = [v.mosaic.columns_within(width, s) for v, s in zip(stage, scales, strict=True)]
        sizes = [
            view.mosaic.grid_size(count, scale)
            for view, count, scale in zip(stage, columns, scales, strict=True)
        ]
        height = words + sum(size.height() for size in sizes)
        if height <= room.height() or width >= room.width():
            return width, columns
        width += 8

"""The Inside panel: every layer of the loaded network with all its maps, live."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handdigit.core import layers
from handdigit.core.architecture import CLASS_COUNT, INPUT_SHAPE
from handdigit.core.ink import Bounds
from handdigit.core.lenet_layers import PartialConv2d
from handdigit.core.normalise import Normalised
from handdigit.core.recognition import Recognition
from handdigit.data.model_store import StoredModel
from handdigit.gui.panels.inside.gradient_view import GradientView
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.inside.unit_view import UnitView
from handdigit.gui.session import INPUT, Session
from handdigit.gui.widgets.card import MARGIN, Card
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.legend import Legend
from handdigit.inspection.arithmetic import explain
from handdigit.inspection.backward import Backward, backward
from handdigit.inspection.receptive_field import Region, drawing_bounds, receptive_field
from handdigit.inspection.recognised import trace_of
from handdigit.inspection.trace import SOFTMAX, Trace, Unit
from handdigit.inspection.units import followers
from handdigit.inspection.weight_picture import weight_picture


class ColourScale(Enum):
    """What shares one colour scale: its ends are the largest value there, either way."""

    LAYER = "layer"
    MAP = "map"
    NETWORK = "network"


class InsidePanel(Card):
    """The network as a map; a click on a unit shows below how it came by its value."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``."""
        super().__init__(parent)
        self.setObjectName("insidePanel")
        self.setAccessibleName(self.tr("Inside the network"))
        self._session = session
        self._unit: Unit | None = None
        self._field: Mapping[str, Region] = {}
        self._plan = {p.name: p for p in session.model.info.architecture.plan()}
        self._summary = Label(colour="muted")
        self._summary.setObjectName("networkSummary")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._scale_box = QComboBox()
        self._scale_box.setObjectName("colourScale")
        self._scale_box.setAccessibleName(self.tr("Colour scale"))
        for scale, text in (
            (ColourScale.LAYER, self.tr("Colours per layer")),
            (ColourScale.MAP, self.tr("Colours per map")),
            (ColourScale.NETWORK, self.tr("One colour scale")),
        ):
            self._scale_box.addItem(text, scale)
        self._scale_box.currentIndexChanged.connect(self._repaint)
        self._direction = QComboBox()
        self._direction.setObjectName("direction")
        self._direction.setAccessibleName(self.tr("Forward or backward"))
        self._direction.setToolTip(
            self.tr("Forward: activations. Backward: δ, what the loss for a digit tells each unit")
        )
        self._direction.addItem(self.tr("Forward"), None)
        for digit in range(CLASS_COUNT):
            self._direction.addItem(self.tr("Backward for {0}").format(digit), digit)
        self._direction.currentIndexChanged.connect(self._turn)
        self._legend = Legend()
        self._map = NetworkMap()
        self._map.unit_clicked.connect(self._choose)
        self._view = UnitView()
        self._gradients = GradientView()
        for view in (self._view, self._gradients):
            view.unit_requested.connect(self._choose)
            view.closed.connect(self._let_go)
            view.hide()
        top = QHBoxLayout()
        top.setSpacing(MARGIN)
        top.addWidget(self._summary, 1)
        top.addWidget(self._direction)
        top.addWidget(self._scale_box)
        top.addWidget(self._legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addLayout(top)
        layout.addWidget(self._map, 1)
        layout.addWidget(self._view)
        layout.addWidget(self._gradients)
        session.model_changed.connect(self._show_model)
        session.recognition_changed.connect(self._repaint)
        self._show_model(session.model)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for activations while they can be seen."""
        super().showEvent(event)
        self._session.want_layers(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Spare the engine what nobody sees."""
        super().hideEvent(event)
        self._session.want_layers(False)

    @Slot(object)
    def _show_model(self, model: StoredModel) -> None:
        architecture = model.info.architecture
        plan = architecture.plan()
        self._plan = {planned.name: planned for planned in plan}
        self._summary.setText(
            self.tr("{0} · {1} layers · {2} parameters").format(
                model.name, len(plan), f"{architecture.parameter_count:,}"
            )
        )
        self._let_go()
        if plan != self._map.plan:
            self._map.show_network(plan, INPUT, INPUT_SHAPE)

    @Slot()
    def _repaint(self) -> None:
        recognition = self._session.recognition
        if self.isVisible():
            self._show_activations(recognition)

    @Slot()
    def _turn(self) -> None:
        """Show what is chosen forwards or backwards, and the unit's view for it."""
        backward_wanted = self._direction.currentData() is not None
        if backward_wanted and self._unit is not None and self._unit.layer == SOFTMAX:
            self._let_go()
        self._view.setVisible(self._unit is not None and not backward_wanted)
        self._gradients.setVisible(self._unit is not None and backward_wanted)
        self._repaint()

    def _show_activations(self, recognition: Recognition) -> None:
        trace = trace_of(self._session.model.info, self._session.weights, recognition)
        target = self._direction.currentData()
        found = None if trace is None or target is None else backward(trace, target)
        shown: Mapping[str, NDArray[np.floating[Any]]] = {}
        if target is None and trace is not None:
            shown = trace.values
        elif found is not None:
            shown = found.deltas
        detail = self._view if target is None else self._gradients
        scale: ColourScale = self._scale_box.currentData()
        overall = max((_largest(values) for values in shown.values()), default=1.0)
        self._legend.show_limit(overall if scale is ColourScale.NETWORK else None)
        for view in self._map.layers:
            values = shown.get(view.name)
            if values is not None and values.shape != view.shape:
                values = None  # from the model before
            limits = _limits(values, view.shape[0], scale, overall)
            view.show_values(values, limits)
            if self._unit is not None and self._unit.layer == view.name:
                channel = self._unit.position[0]
                maps = view.mosaic.values
                detail.show_map(None if maps is None else maps[channel], float(limits[channel]))
        if self._unit is not None:
            self._show_unit(self._unit, recognition, trace, found)

    @Slot(object)
    def _choose(self, unit: Unit) -> None:
        if unit.layer == SOFTMAX and self._direction.currentData() is not None:
            return  # the loss is a function of the logits: their δ holds the softmax already
        self._unit = unit
        self._field = receptive_field(self._session.model.info.architecture, unit)
        self._map.show_field(unit, self._field)
        self._turn()

    @Slot()
    def _let_go(self) -> None:
        self._unit = None
        self._view.hide()
        self._gradients.hide()
        self._map.show_field(None, {})
        self._session.mark_area(None)

    def _show_unit(
        self, unit: Unit, recognition: Recognition, trace: Trace | None, found: Backward | None
    ) -> None:
        """Write out the chosen unit's arithmetic, and outline on the drawing what it sees."""
        planned = self._plan.get(unit.layer)
        if self._direction.currentData() is not None:
            self._gradients.show_unit(unit, trace, found)
        elif trace is None:
            self._view.show_unit(unit, planned, None, ())
        else:
            after = [explain(trace, one) for one in _reshaped(trace, unit)]
            self._view.show_unit(unit, planned, explain(trace, unit), after)
            if planned is not None and isinstance(planned.layer, layers.Linear):
                self._view.show_weights(weight_picture(trace, unit.layer, unit.position[0]))
        region = self._field.get(INPUT)
        if region is None or region.is_empty or recognition.normalised is None:
            self._session.mark_area(None)
        else:
            self._session.mark_area(_on_canvas(region, recognition.normalised))


def _on_canvas(region: Region, normalised: Normalised) -> Bounds:
    """Return where a region of the network's input lies on the canvas."""
    bounds = drawing_bounds(region, normalised)
    if normalised.ink is None:
        return bounds
    # A picture lies in the middle of the canvas, its longer side across all of it.
    height, width = normalised.ink.shape
    side = max(height, width)
    left, top = (side - width) / 2, (side - height) / 2
    return Bounds(
        (bounds.left + left) / side,
        (bounds.top + top) / side,
        (bounds.right + left) / side,
        (bounds.bottom + top) / side,
    )


def _reshaped(trace: Trace, unit: Unit) -> tuple[Unit, ...]:
    """Return what normalisation and activation make of a unit, if it has weights."""
    weighted = (layers.Conv2d, layers.Linear, PartialConv2d, layers.BatchNorm2d)
    planned = trace.plan.get(unit.layer)
    return followers(trace, unit) if planned and isinstance(planned.layer, weighted) else ()


def _largest(values: NDArray[np.floating[Any]]) -> float:
    return float(np.abs(values).max())


def _limits(
    values: NDArray[np.floating[Any]] | None, count: int, scale: ColourScale, overall: float
) -> NDArray[np.float64]:
    """Return the end of the colour scale for each of ``count`` maps."""
    if values is None or scale is ColourScale.NETWORK:
        return np.full(count, overall)
    if scale is ColourScale.LAYER:
        return np.full(count, _largest(values))
    largest: NDArray[np.floating[Any]] = np.abs(values).reshape(count, -1).max(axis=1)
    return largest.astype(np.float64)

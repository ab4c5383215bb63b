"""The Inside panel: every layer of the loaded network with all its maps, live."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from handdigit.gui.panels.inside.gradient_view import GradientView
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.inside.unit_view import UnitView
from handdigit.gui.panels.inside.view_bar import ViewBar
from handdigit.gui.panels.inside.weight_sheet import WeightSheet
from handdigit.gui.state.navigation import Navigation
from handdigit.gui.state.session import INPUT, Session
from handdigit.gui.widgets.form import MARGIN, Card, keep_room, named, vbox
from handdigit.gui.widgets.picture_view import ColourScale, largest, limits_of_maps
from handdigit.ink.ink import Bounds
from handdigit.ink.normalise import Normalised
from handdigit.inspection.backward import Backward, backward
from handdigit.inspection.receptive_field import Region, drawing_bounds, receptive_field
from handdigit.inspection.trace import SOFTMAX, Trace, Unit, trace_of
from handdigit.inspection.weight_picture import weight_picture
from handdigit.network.architecture import INPUT_SHAPE
from handdigit.network.layers import Linear
from handdigit.network.recognition import Recognition
from handdigit.storage.models.model_store import StoredModel

Weights = Mapping[str, NDArray[np.generic]]


class InsidePanel(Card):
    """The network as a map; a click on a unit shows below how it came by its value."""

    def __init__(
        self, session: Session, navigation: Navigation, parent: QWidget | None = None
    ) -> None:
        """Follow ``session``; show the unit that ``navigation`` names."""
        super().__init__(parent)
        named(self, "insidePanel", self.tr("Inside the network"))
        self._session = session
        self._navigation = navigation
        self._unit: Unit | None = None
        self._field: Mapping[str, Region] = {}
        self._plan = {p.name: p for p in session.model.info.architecture.plan()}
        self._bar = ViewBar()
        self._bar.show_alphabet(session.alphabet)
        session.alphabet_changed.connect(self._bar.show_alphabet)
        self._bar.view_changed.connect(self._turn)
        self._bar.scale_changed.connect(self._repaint)
        self._map = NetworkMap()
        self._map.unit_clicked.connect(self._choose)
        self._weights = WeightSheet()
        self._weights.output_clicked.connect(self._choose_output)
        self._sheets = keep_room(QStackedWidget())
        self._sheets.addWidget(self._map)
        self._sheets.addWidget(self._weights)
        self._view = UnitView()
        self._gradients = GradientView()
        for view in (self._view, self._gradients):
            view.unit_requested.connect(self._choose)
            view.closed.connect(self._let_go)
            view.lab_requested.connect(navigation.try_in_lab)
            view.show_alphabet(session.alphabet)
            session.alphabet_changed.connect(view.show_alphabet)
            view.hide()
        vbox(self._bar, (self._sheets, 1), self._view, self._gradients, on=self, margins=MARGIN)
        session.model_changed.connect(self._show_model)
        session.recognition_changed.connect(self._repaint)
        session.weights_changed.connect(self._repaint)
        unit = navigation.unit
        self._show_model(session.model)
        self._go_to(unit)
        navigation.unit_changed.connect(self._go_to)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for activations while they can be seen."""
        super().showEvent(event)
        self._session.want_layers(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Spare the engine what nobody sees, and the drawing the outline of a unit elsewhere."""
        super().hideEvent(event)
        self._session.want_layers(False)
        self._session.mark_area(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the unit's view its part of the room."""
        super().resizeEvent(event)
        for view in (self._view, self._gradients):
            view.set_room(event.size().height())

    @Slot(object)
    def _show_model(self, model: StoredModel) -> None:
        architecture = model.info.architecture
        plan = architecture.plan()
        self._plan = {planned.name: planned for planned in plan}
        self._bar.summary.setText(
            self.tr("{0} · {1} layers · {2} parameters").format(
                model.inspected_name, len(plan), f"{architecture.parameter_count:,}"
            )
        )
        self._let_go()
        if plan != self._map.plan:
            self._map.show_network(plan, INPUT, INPUT_SHAPE)
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        if not self.isVisible():
            return
        weights = self._session.weights
        refusal = self._session.weights_refusal
        self._sheets.setVisible(not refusal)
        if refusal:
            self._bar.summary.setText(
                self.tr("{0} cannot be looked into, choose another model: {1}").format(
                    self._session.model.name, refusal
                )
            )
        if weights is None:  # they come by themselves
            return
        if self._bar.shows_weights:
            self._show_weights(weights)
        self._show_activations(weights, self._session.recognition)

    @Slot()
    def _turn(self) -> None:
        """Show what is chosen forwards or backwards, and the unit's view for it."""
        backward_wanted = self._bar.target is not None
        if backward_wanted and self._unit is not None and self._unit.layer == SOFTMAX:
            self._let_go()
        self._sheets.setCurrentWidget(self._weights if self._bar.shows_weights else self._map)
        self._view.setVisible(self._unit is not None and not backward_wanted)
        self._gradients.setVisible(self._unit is not None and backward_wanted)
        self._repaint()

    def _show_weights(self, weights: Weights) -> None:
        architecture, scale = self._session.model.info.architecture, self._bar.scale
        overall = self._weights.show_weights(architecture, weights, scale)
        self._bar.legend.show_limit(overall if scale is ColourScale.NETWORK else None)

    def _show_activations(self, weights: Weights, recognition: Recognition) -> None:
        trace = trace_of(self._session.model.info, weights, recognition)
        target = self._bar.target
        found = None if trace is None or target is None else backward(trace, target)
        shown: Mapping[str, NDArray[np.floating[Any]]] = {}
        if target is None and trace is not None:
            shown = trace.values
        elif found is not None:
            shown = found.deltas
        detail = self._view if target is None else self._gradients
        scale = self._bar.scale
        overall = max((largest(values) for values in shown.values()), default=1.0)
        if not self._bar.shows_weights:
            self._bar.legend.show_limit(overall if scale is ColourScale.NETWORK else None)
        for view in self._map.layers:
            values = shown.get(view.name)
            if values is not None and values.shape != view.shape:
                values = None  # from the model before
            limits = limits_of_maps(values, view.shape[0], scale, overall)
            view.show_values(values, limits)
            if self._unit is not None and self._unit.layer == view.name:
                channel = self._unit.position[0]
                maps = view.mosaic.values
                detail.show_map(None if maps is None else maps[channel], float(limits[channel]))
        if self._unit is not None:
            self._show_unit(self._unit, recognition, trace, found)

    @Slot(object)
    def _go_to(self, unit: Unit | None) -> None:
        """Show a unit that was named elsewhere, where this network has it."""
        if unit == self._unit:
            return
        if unit is None:
            self._let_go()
        elif self._has(unit):
            self._choose(unit)

    def _has(self, unit: Unit) -> bool:
        """Return whether this network has such a unit."""
        shapes = {name: planned.output_shape for name, planned in self._plan.items()}
        shapes |= {INPUT: INPUT_SHAPE, SOFTMAX: next(reversed(shapes.values()))}
        shape = shapes.get(unit.layer, ())
        return len(unit.position) == len(shape) and all(
            0 <= at < size for at, size in zip(unit.position, shape, strict=True)
        )

    @Slot(object)
    def _choose(self, unit: Unit) -> None:
        if unit.layer == SOFTMAX and self._bar.target is not None:
            return  # the loss is a function of the logits: their δ holds the softmax already
        self._unit = unit
        self._navigation.set_unit(unit)
        self._field = receptive_field(self._session.model.info.architecture, unit)
        self._map.show_field(unit, self._field)
        self._turn()

    @Slot(str, int)
    def _choose_output(self, layer: str, output: int) -> None:
        """Choose the strongest unit of the map that some weights belong to."""
        shape = self._plan[layer].output_shape
        values = self._session.recognition.activations.get(layer)
        place: tuple[int, ...] = (0, 0)
        if values is not None and values.shape == shape and len(shape) == 3:
            place = tuple(int(i) for i in np.unravel_index(values[output].argmax(), shape[1:]))
        self._choose(Unit(layer, (output, *(place if len(shape) == 3 else ()))))

    @Slot()
    def _let_go(self) -> None:
        self._unit = None
        self._navigation.set_unit(None)
        self._view.hide()
        self._gradients.hide()
        self._map.show_field(None, {})
        self._session.mark_area(None)

    def _show_unit(
        self, unit: Unit, recognition: Recognition, trace: Trace | None, found: Backward | None
    ) -> None:
        """Write out the chosen unit's arithmetic, and outline on the drawing what it sees."""
        planned = self._plan.get(unit.layer)
        if self._bar.target is not None:
            self._gradients.show_unit(unit, trace, found)
        else:
            self._view.show_unit(unit, self._session.model.info.architecture, trace)
            if trace is not None and planned is not None and isinstance(planned.layer, Linear):
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

"""The Inside panel: the loaded network at one glance, and everything in it on a click, live."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.inside.block_column import Limits
from handdigit.gui.panels.inside.detail import Detail
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.panels.inside.simpler import SimplerNetwork
from handdigit.gui.panels.inside.spot_words import map_title
from handdigit.gui.panels.inside.view_bar import ViewBar
from handdigit.gui.panels.inside.weight_sheet import WeightSheet
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.navigation import Navigation
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import Session
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import MARGIN, Card, keep_room, named, vbox
from handdigit.gui.widgets.picture_view import ColourScale, largest, limits_of_maps
from handdigit.inspection.backward import Backward, backward
from handdigit.inspection.overview import MapName, largest_at, makeup_of
from handdigit.inspection.receptive_field import Region, canvas_bounds, receptive_field
from handdigit.inspection.rules.rule import as_maps
from handdigit.inspection.trace import SOFTMAX, Trace, Unit, has_unit, trace_of, values_of
from handdigit.inspection.weight_picture import weight_picture
from handdigit.inspection.weighted_words import ink_words
from handdigit.network.architecture import INPUT, PlannedLayer
from handdigit.network.layers import Linear
from handdigit.network.recognition import Recognition
from handdigit.storage.models.precision import Weights
from handdigit.storage.models.stored_model import StoredModel

ABOVE, BELOW = 11, 10
"""Shares of the height of the network and of what was clicked in it."""


class InsidePanel(Card):
    """The network at one glance; below it what was clicked there, down to one unit's sum."""

    def __init__(
        self,
        session: Session,
        library: ModelLibrary,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        """Follow ``session``; show the unit that ``navigation`` names.

        The simpler network, and the one before it, are those of ``library``.
        """
        super().__init__(parent)
        named(self, "insidePanel", self.tr("Inside the network"))
        self._session = session
        self._navigation = navigation
        self._field: Mapping[str, Region] = {}
        self._plan: Mapping[str, PlannedLayer] = {}
        self._model: StoredModel | None = None
        self._bar = ViewBar()
        self._bar.show_alphabet(session.alphabet)
        session.alphabet_changed.connect(self._bar.show_alphabet)
        self._bar.view_changed.connect(self._turn)
        self._bar.scale_changed.connect(self._repaint)
        self._simpler = SimplerNetwork(library, self._bar.other, self)
        self._map = NetworkMap()
        self._map.block_clicked.connect(self._open_block)
        self._map.layer_asked.connect(self._explain_layer)
        self._map.map_clicked.connect(self._open_first)
        self._map.unit_clicked.connect(self._open_first)
        self._map.arranged.connect(self._repaint)
        self._weights = WeightSheet()
        self._weights.output_clicked.connect(self._choose_output)
        self._sheets = keep_room(QStackedWidget())
        self._sheets.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._sheets.addWidget(self._map)
        self._sheets.addWidget(self._weights)
        self._detail = Detail()
        for view in (self._detail.unit, self._detail.gradients):
            view.nothing_read = partial(nothing_read, session)
            view.show_alphabet(session.alphabet)
            session.alphabet_changed.connect(view.show_alphabet)
        self._detail.lab_requested.connect(navigation.try_in_lab)
        self._detail.step_changed.connect(self._take_step)
        self._detail.block.layer_changed.connect(self._repaint)
        inner = (0, 0, MARGIN - 1, 0)  # the lines to the bars run to the panel's edge
        above, below = vbox(self._bar, margins=inner), vbox(self._detail, margins=inner)
        edges = (MARGIN, MARGIN, 1, MARGIN)  # but not over its line
        vbox(above, (self._sheets, ABOVE), (below, BELOW), on=self, margins=edges, spacing=8)
        session.model_changed.connect(self._show_model)
        session.recognition_changed.connect(self._repaint)
        session.recognition_refused.connect(self._repaint)
        session.weights.changed.connect(self._repaint)
        unit = navigation.unit
        self._show_model(session.model)
        self._go_to(unit)
        navigation.unit_changed.connect(self._go_to)

    @property
    def _unit(self) -> Unit | None:
        """The unit whose arithmetic is on show."""
        last = self._detail.last
        return last if isinstance(last, Unit) else None

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for activations while they can be seen."""
        super().showEvent(event)
        self._session.want_layers(True, self._glance())

    def hideEvent(self, event: QHideEvent) -> None:
        """Spare the engine what nobody sees, and the drawing the outline of a unit elsewhere."""
        super().hideEvent(event)
        self._session.want_layers(False)
        self._session.mark_area(None)

    # --- the network ---------------------------------------------------------------------

    @Slot(object)
    def _show_model(self, model: StoredModel) -> None:
        if model == self._model:
            return  # it was loaded once more, or only now: what is open stays open
        self._model = model
        architecture = model.info.architecture
        plan = architecture.plan()
        self._plan = {planned.name: planned for planned in plan}
        self._bar.describe(model.inspected_name, makeup_of(plan))
        self._detail.hint.setText(
            self.tr(
                "Click a block's name, a map or an output: it opens here.\n"
                "{0} layers · {1} parameters · {2} multiply-adds for a drawing"
            ).format(
                grouped(len(plan)),
                grouped(architecture.parameter_count),
                grouped(architecture.operation_count),
            )
        )
        self._detail.begin()
        self._map.show_network(plan, model.info.alphabet.names)
        self._repaint()

    # --- what is shown -------------------------------------------------------------------

    def _glance(self) -> tuple[str, ...] | None:
        """Return the layers of which something is on show; None if that is made of all."""
        last, bar = self._detail.last, self._bar
        is_made_of_all = bar.target is not None or bar.scale is ColourScale.NETWORK
        if isinstance(last, Unit) or is_made_of_all or self._navigation.sought is not None:
            return None
        names = [column.stage.name for column in self._map.columns]
        if isinstance(last, int):
            names += [stage.name for stage in self._map.columns[last + 1].stages]
        elif last is not None:
            names.append(last.layer)
        return tuple(dict.fromkeys(name for name in names if name != SOFTMAX))

    @Slot()
    def _repaint(self) -> None:
        if not self.isVisible():
            return
        self._session.want_layers(True, self._glance())
        weights = self._session.weights.by_name
        refusal = self._session.weights.refusal
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
        unit, target = self._unit, self._bar.target
        self._detail.is_backward = target is not None
        if target is not None and unit is not None and unit.layer == SOFTMAX:
            self._detail.begin()
        self._sheets.setCurrentWidget(self._weights if self._bar.shows_weights else self._map)
        self._detail.show_last()
        self._repaint()

    def _show_weights(self, weights: Weights) -> None:
        architecture, scale = self._session.model.info.architecture, self._bar.scale
        overall = self._weights.show_weights(architecture, weights, scale)
        self._bar.legend.show_limit(overall if scale is ColourScale.NETWORK else None)

    def _show_activations(self, weights: Weights, recognition: Recognition) -> None:
        info = self._session.model.info
        carried = values_of(info, recognition)
        trace = trace_of(info, weights, recognition)
        sought = self._navigation.sought
        if trace is not None and sought is not None and sought in trace.values:
            self._detail.begin(Unit(sought, largest_at(trace.values[sought])))
            return  # that shows all this as well
        target = self._bar.target
        found = None if trace is None or target is None else backward(trace, target)
        shown: Mapping[str, NDArray[np.floating[Any]]] = {}
        if target is None:
            shown = carried
        elif found is not None:
            shown = found.deltas
        scale, picture = self._bar.scale, carried.get(INPUT)
        overall = 1.0
        if scale is ColourScale.NETWORK:
            overall = max((largest(values) for values in shown.values()), default=1.0)
        if not self._bar.shows_weights:
            self._bar.legend.show_limit(overall if scale is ColourScale.NETWORK else None)

        ends = info.mean / info.std, (1 - info.mean) / info.std

        def limits(values: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
            if values is picture and scale is not ColourScale.NETWORK:
                return np.full(1, max(ends))  # the same for every drawing
            return limits_of_maps(values, len(values), scale, overall)

        if self._map.isVisible():
            said = recognition.network_probabilities if carried else ()
            self._map.show_values(shown, limits, said, trace if target is None else None)
        last = self._detail.last
        if isinstance(last, int):
            self._detail.block.show_values(shown, limits)
        elif last is not None:
            name = MapName(last.layer, last.position[0]) if isinstance(last, Unit) else last
            detail = self._detail.gradients if target is not None else self._detail.unit
            show = self._detail.map.show_map if isinstance(last, MapName) else detail.show_map
            values = shown.get(name.layer)
            if values is None or name.channel >= len(values):
                show(None, 1.0)
            else:
                maps = values.reshape(as_maps(values.shape))
                show(maps[name.channel], float(limits(values)[name.channel]))
        if self._unit is not None:
            self._show_unit(self._unit, recognition, trace, found, limits)

    # --- steps below ---------------------------------------------------------------------

    @Slot(int)
    def _open_block(self, number: int) -> None:
        column = self._map.columns[number + 1]
        assert column.block is not None  # only the input's column has none
        architecture = self._session.model.info.architecture
        self._detail.block.show_block(column.block, column.stage.name, architecture)
        self._detail.begin(number)
        self._repaint()

    @Slot(int)
    def _explain_layer(self, number: int) -> None:
        self._open_block(number)
        self._detail.block.explain(self._map.columns[number + 1].stage.name)

    @Slot(object)
    def _open_first(self, step: MapName | Unit) -> None:
        """Open what was clicked above: the steps before lead elsewhere."""
        self._detail.begin(step)

    @Slot(object)
    def _go_to(self, unit: Unit | None) -> None:
        """Show a unit that was named elsewhere, where this network has it."""
        if unit == self._unit:
            return
        if unit is None:
            self._detail.begin()
        elif has_unit(self._session.model.info.architecture, unit):
            self._detail.open(unit)

    @Slot()
    def _take_step(self) -> None:
        """Show the last step that was taken, and outline above what it is about."""
        last, unit = self._detail.last, self._unit
        if unit is not None and unit.layer == SOFTMAX and self._bar.target is not None:
            # The loss is a function of the logits: their δ holds the softmax already.
            self._detail.go_back()
            return
        had_focus = self._detail.isAncestorOf(self.focusWidget() or self)
        self._navigation.set_unit(unit)
        architecture = self._session.model.info.architecture
        self._field = {} if unit is None else receptive_field(architecture, unit)
        if isinstance(last, MapName):
            info = self._session.model.info
            about = translated(ink_words(info.mean, info.std)) if last.layer == INPUT else ""
            self._detail.map.show_name(last, map_title(self._map.columns, last), about)
        self._map.show_chosen(unit, last if isinstance(last, MapName) else None, self._field)
        if unit is None:
            self._session.mark_area(None)
        self._turn()
        if isinstance(last, MapName):
            self._detail.map.map.setFocus()
        elif had_focus and last is None:
            self._map.sheet.setFocus()

    @Slot(str, int)
    def _choose_output(self, layer: str, output: int) -> None:
        """Choose the strongest unit of the map that some weights belong to."""
        shape = self._plan[layer].output_shape
        values = self._session.recognition.activations.get(layer)
        place: tuple[int, ...] = (0, 0)
        if values is not None and values.shape == shape and len(shape) == 3:
            place = largest_at(values[output])
        self._detail.begin(Unit(layer, (output, *(place if len(shape) == 3 else ()))))

    def _show_unit(
        self,
        unit: Unit,
        recognition: Recognition,
        trace: Trace | None,
        found: Backward | None,
        limits: Limits,
    ) -> None:
        """Write out the chosen unit's arithmetic, and outline on the drawing what it sees."""
        view = self._detail.unit
        planned = self._plan.get(unit.layer)
        if self._bar.target is not None:
            self._detail.gradients.show_unit(unit, trace, found)
        else:

            @cache
            def of_layer(layer: str) -> NDArray[np.float64]:
                assert trace is not None  # there are terms
                return limits(trace.values[layer])

            def limit_of(layer: str, channel: int) -> float:
                return float(of_layer(layer)[channel])

            view.show_unit(unit, self._session.model.info.architecture, trace, limit_of)
            if trace is not None and planned is not None and isinstance(planned.layer, Linear):
                view.show_weights(weight_picture(trace, unit.layer, unit.position[0]))
        region = self._field.get(INPUT)
        if region is None or region.is_empty or recognition.normalised is None:
            self._session.mark_area(None)
        else:
            self._session.mark_area(canvas_bounds(region, recognition.normalised))

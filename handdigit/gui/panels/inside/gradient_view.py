"""Backpropagation at one unit: its δ, the gradient of one weight as a sum, the update."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from handdigit.experiment.optimisers import Optimiser, Settings, first_update
from handdigit.gui.panels.inside.unit_frame import UnitFrame
from handdigit.gui.translation import translated
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.gui.widgets.form import SPRING, combo_box, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.inspection.backward import Backward, GradientSum, delta_sum, parameter_gradient
from handdigit.inspection.equation import gradient_equation, score_equation
from handdigit.inspection.rules.kernels import Mixing
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.sums import unit_name
from handdigit.inspection.trace import Trace, Unit
from handdigit.inspection.words import about_derivative
from handdigit.network.architecture import Architecture
from handdigit.number_format import significant

DELTA = "delta"


class MapBox(QSpinBox):
    """Chooses one of some maps, which are not always numbered without gaps."""

    def __init__(self) -> None:
        """Offer map 0 only."""
        super().__init__()
        self._maps: Sequence[int] = range(1)
        self.setRange(0, 0)

    @property
    def chosen(self) -> int:
        """The number of the map."""
        return self._maps[self.value()]

    def offer(self, maps: Sequence[int]) -> None:
        """Offer these maps; the one that was chosen stays so if it is among them."""
        chosen, self._maps = self.chosen, maps
        self.setRange(0, len(maps) - 1)
        self.setValue(maps.index(chosen) if chosen in maps else 0)
        self.lineEdit().setText(str(self.chosen))  # the same place may be another map now

    def textFromValue(self, value: int) -> str:
        """Return the map at a place."""
        # Qt asks about its own first range while it is constructed.
        return str(getattr(self, "_maps", range(value + 1))[value])

    def valueFromText(self, text: str) -> int:
        """Return the place of a map."""
        return self._maps.index(int(text))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept the maps that are offered."""
        written = [number for number in self._maps if str(number).startswith(text)]
        if text.isdigit() and int(text) in written:
            return QValidator.State.Acceptable, text, position
        state = QValidator.State.Intermediate if written else QValidator.State.Invalid
        return state, text, position


class GradientView(UnitFrame):
    """What the loss for the target tells one unit, its bias, or one of its weights."""

    map_share = 0.2  # there are facts beside the terms

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__("gradient", parent)
        self._offered: tuple[str, Architecture] | None = None
        """The layer, and its network, whose parameters can be chosen."""
        self._trace: Trace | None = None
        self._backward: Backward | None = None
        self._of = QComboBox()
        self._of.setObjectName("gradientOf")
        self._of.setAccessibleName(self.tr("Derivative of"))
        self._of.setToolTip(self.tr("What the loss is differentiated by"))
        self._of.currentIndexChanged.connect(self._show)
        self._map = MapBox()
        self._name_index(self._map, 0, self.tr("Input map"))
        self._taps = (QSpinBox(), QSpinBox())
        self._name_index(self._taps[0], 1, self.tr("Kernel row"))
        self._name_index(self._taps[1], 2, self.tr("Kernel column"))
        optimisers = [(translated(optimiser.label), optimiser) for optimiser in Optimiser]
        tip = self.tr("The optimiser whose first step is written out")
        self._optimiser = combo_box("gradientOptimiser", optimisers, self.tr("Optimiser"), tip)
        self._optimiser.currentIndexChanged.connect(self._show)
        self._rate = QDoubleSpinBox(decimals=4, minimum=0.0001, maximum=10, value=0.01)
        self._rate.setObjectName("gradientRate")
        self._rate.setAccessibleName(self.tr("Learning rate"))
        self._rate.setToolTip(self.tr("Learning rate η"))
        self._rate.setSingleStep(0.01)
        self._rate.valueChanged.connect(self._show)
        self.add_controls(self._of, self._map, *self._taps, self._optimiser, self._rate)
        self._equation = Label(name="gradientEquation", wraps=True)
        self.foot.addWidget(self._equation)
        self.facts = FactGrid()
        self.facts.setObjectName("gradientFacts")
        self.beside.addLayout(vbox(self.facts, SPRING))

    def _name_index(self, spin: QSpinBox, axis: int, name: str) -> None:
        spin.setObjectName(f"weightIndex{axis}")
        spin.setAccessibleName(name)
        spin.setToolTip(name)
        spin.valueChanged.connect(self._show)

    def show_unit(self, unit: Unit, trace: Trace | None, found: Backward | None) -> None:
        """Show a unit's derivatives; without a trace there is no answer to differentiate."""
        if trace is not None and self._offered != (unit.layer, trace.architecture):
            self._offer(unit, found)
            self._offered = (unit.layer, trace.architecture)
        if trace is not None:
            self._offer_weights(unit, trace)
        self.unit, self._trace, self._backward = unit, trace, found
        self.title.setText(unit_name(unit))
        place = unit.position[1:]
        self.map.choose(*(place or (0, 0)))
        self.left.setVisible(bool(place))
        if trace is not None:
            self.show_layer(trace.architecture)
        self._show()

    def _offer(self, unit: Unit, found: Backward | None) -> None:
        """Offer δ and the parameters that this unit has."""
        with QSignalBlocker(self._of):
            self._of.clear()
            self._of.addItem(self.tr("δ of this unit"), DELTA)
            if found is not None:
                for part, text in (
                    ("weight", self.tr("its weight")),
                    ("bias", self.tr("its bias")),
                ):
                    if f"{unit.layer}.{part}" in found.gradients:
                        self._of.addItem(text, f"{unit.layer}.{part}")

    def _offer_weights(self, unit: Unit, trace: Trace) -> None:
        """Offer the input maps that the unit reads, and the places in a kernel."""
        planned = trace.plan.get(unit.layer)
        rule = None if planned is None else rule_of(planned)
        maps: Sequence[int] = range(1)
        kernel = 1
        if planned is not None and isinstance(rule, Mixing):
            maps, kernel = rule.maps(planned, 0, unit.position[0]), rule.window(planned).kernel
        with ExitStack() as blocked:
            for spin in (self._map, *self._taps):
                blocked.enter_context(QSignalBlocker(spin))
            self._map.offer(maps)
            for spin in self._taps:
                spin.setRange(0, kernel - 1)

    def _shown_sum(self) -> tuple[GradientSum, str, tuple[int, ...]] | None:
        """Return the sum to write out, with the parameter and its index ('' for δ)."""
        unit, trace, found = self.unit, self._trace, self._backward
        if unit is None or trace is None or found is None:
            return None
        parameter = self._of.currentData()
        if parameter in (None, DELTA):
            return delta_sum(trace, found, unit), "", ()
        planned, index = trace.plan[unit.layer], unit.position[:1]
        rule = rule_of(planned)
        if isinstance(rule, Mixing) and parameter.endswith(".weight"):
            ky, kx = (spin.value() for spin in self._taps)
            location = (index[0], self._map.chosen, ky, kx)
            index = rule.index(planned, found.gradients[parameter].shape, location)
        return parameter_gradient(trace, found, parameter, index), parameter, index

    @Slot()
    def _show(self) -> None:
        shown = self._shown_sum()
        parameter = shown[1] if shown else ""
        for spin in (self._map, *self._taps):
            spin.setVisible(parameter.endswith(".weight") and spin.maximum() > 0)
        for widget in (self._optimiser, self._rate):
            widget.setVisible(bool(parameter))
        unit = self.unit
        if shown is None or unit is None or self._backward is None or self._trace is None:
            self.terms.show_gradient(None)
            self.show_folded()
            self.facts.show_lines([])
            self._equation.setText("")
            invitation = self.tr("Draw a digit to see what the loss tells this unit.")
            self.words.setText(self.nothing_read(invitation))
            return
        found, parameter, index = shown
        is_score = not parameter and unit.layer == self._trace.output_name
        self.terms.show_gradient(None if is_score else found)  # nothing reads a score
        self.show_folded()
        name = self.alphabet.names[self._backward.target]
        part = parameter.rpartition(".")[2]
        self.words.setText(translated(about_derivative(found.total, part, name)))
        if is_score:
            written = score_equation(self._backward, unit)
        else:
            symbols = "∂L/∂w = Σ δ·∂y/∂w" if parameter else "δ = Σ δ·∂y/∂x"
            written = gradient_equation(found, symbols)
        self._equation.setText(str(written))
        lines = [(self.tr("loss"), self._backward.loss)]
        lines.append(("Σ = ∂L/∂w" if parameter else "Σ = δ", found.total))
        if parameter:
            weights = self._trace.weights[parameter]
            settings = Settings(learning_rate=self._rate.value())
            optimiser: Optimiser = self._optimiser.currentData()
            update = first_update(optimiser, float(weights[index]), found.total, settings)
            lines += [("w", update.before), *update.steps, ("w + Δw", update.after)]
        self.facts.show_lines([(name, significant(value, 6)) for name, value in lines])

"""Backpropagation at one unit: its δ, the gradient of one weight as a sum, the update."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from handdigit.core.architecture import Architecture
from handdigit.core.optimisers import Optimiser
from handdigit.gui.panels.inside.unit_facts import number
from handdigit.gui.panels.inside.unit_frame import UnitFrame
from handdigit.inspection.backward import Backward
from handdigit.inspection.gradient_sums import GradientSum, delta_sum, parameter_gradient
from handdigit.inspection.sum_text import unit_name
from handdigit.inspection.trace import Trace, Unit
from handdigit.inspection.update import Settings, first_update

DELTA = "delta"


class GradientView(UnitFrame):
    """What the loss for the target tells one unit, its bias, or one of its weights."""

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
        self._indices = [self._spin(i) for i in range(3)]
        self._optimiser = QComboBox()
        self._optimiser.setObjectName("gradientOptimiser")
        self._optimiser.setAccessibleName(self.tr("Optimiser"))
        self._optimiser.setToolTip(self.tr("The optimiser whose first step is written out"))
        for optimiser in Optimiser:
            self._optimiser.addItem(str(optimiser), optimiser)
        self._optimiser.currentIndexChanged.connect(self._show)
        self._rate = QDoubleSpinBox(decimals=4, minimum=0.0001, maximum=10, value=0.01)
        self._rate.setObjectName("gradientRate")
        self._rate.setAccessibleName(self.tr("Learning rate"))
        self._rate.setToolTip(self.tr("Learning rate η"))
        self._rate.setSingleStep(0.01)
        self._rate.valueChanged.connect(self._show)
        self.add_controls(self._of, *self._indices, self._optimiser, self._rate)

    def _spin(self, axis: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName(f"weightIndex{axis}")
        name = (self.tr("Input map"), self.tr("Kernel row"), self.tr("Kernel column"))[axis]
        spin.setAccessibleName(name)
        spin.setToolTip(name)
        spin.valueChanged.connect(self._show)
        return spin

    def show_unit(self, unit: Unit, trace: Trace | None, found: Backward | None) -> None:
        """Show a unit's derivatives; without a trace there is no answer to differentiate."""
        if trace is not None and self._offered != (unit.layer, trace.architecture):
            self._offer(unit, trace, found)
            self._offered = (unit.layer, trace.architecture)
        self.unit, self._trace, self._backward = unit, trace, found
        self.title.setText(unit_name(unit))
        place = unit.position[1:]
        self.map.choose(*(place or (0, 0)))
        self.map.setVisible(bool(place))
        self._show()

    def _offer(self, unit: Unit, trace: Trace, found: Backward | None) -> None:
        """Offer δ and the parameters that this unit has."""
        with QSignalBlocker(self._of):
            self._of.clear()
            self._of.addItem(self.tr("δ of this unit"), DELTA)
            if found is not None:
                for part in ("weight", "bias"):
                    if f"{unit.layer}.{part}" in found.gradients:
                        self._of.addItem(self.tr("its {0}").format(part), f"{unit.layer}.{part}")
            weight = trace.weight(unit.layer, "weight")
            shape = () if weight is None else weight.shape[1:]
            for axis, spin in enumerate(self._indices):
                spin.setRange(0, shape[axis] - 1 if axis < len(shape) else 0)

    def _shown_sum(self) -> tuple[GradientSum, str, tuple[int, ...]] | None:
        """Return the sum to write out, with the parameter and its index ('' for δ)."""
        unit, trace, found = self.unit, self._trace, self._backward
        if unit is None or trace is None or found is None:
            return None
        parameter = self._of.currentData()
        if parameter in (None, DELTA):
            return delta_sum(trace, found, unit), "", ()
        gradient = found.gradients[parameter]
        extra = tuple(spin.value() for spin in self._indices)[: gradient.ndim - 1]
        index = (unit.position[0], *extra)
        return parameter_gradient(trace, found, parameter, index), parameter, index

    @Slot()
    def _show(self) -> None:
        shown = self._shown_sum()
        parameter = shown[1] if shown else ""
        axes = len(shown[2]) - 1 if shown else 0
        for axis, spin in enumerate(self._indices):
            spin.setVisible(axis < axes)
        for widget in (self._optimiser, self._rate):
            widget.setVisible(bool(parameter))
        if shown is None or self._backward is None or self._trace is None:
            self.terms.show_gradient(None)
            self.facts.show_lines([])
            return
        found, parameter, index = shown
        self.terms.show_gradient(found)
        lines = [(self.tr("loss"), self._backward.loss)]
        lines.append(("Σ = ∂L/∂w" if parameter else "Σ = δ", found.total))
        if parameter:
            weights = self._trace.weights[parameter]
            settings = Settings(learning_rate=self._rate.value())
            optimiser: Optimiser = self._optimiser.currentData()
            update = first_update(optimiser, float(weights[index]), found.total, settings)
            lines += [("w", update.before), *update.steps, ("w + Δw", update.after)]
        self.facts.show_lines([(name, number(value)) for name, value in lines])

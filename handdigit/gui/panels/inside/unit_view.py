"""One unit: what it does in words, its map, its terms, its equation; the sliding kernel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.inside.activation_plot import ActivationPlot
from handdigit.gui.panels.inside.unit_frame import UnitFrame
from handdigit.gui.translation import one_after_another, translated
from handdigit.gui.widgets.form import hbox, menu_action, named
from handdigit.gui.widgets.labels import Label
from handdigit.inspection.arithmetic import explain, onward
from handdigit.inspection.equation import ALL_DIGITS, equation
from handdigit.inspection.rules.activation import Function
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.sums import UnitSum, as_csv, as_latex, as_text
from handdigit.inspection.trace import Trace, Unit
from handdigit.inspection.words import about
from handdigit.network.architecture import Architecture, PlannedLayer, format_shape
from handdigit.network.notation import format_layer
from handdigit.number_format import significant

STEP_MS = 90
"""Pause between two places of the sliding kernel."""


class UnitView(UnitFrame):
    """What can be known about one unit, live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__("unit", parent)
        self._found: UnitSum | None = None
        self._filling = False
        """Whether the large map shows only what the sliding kernel has reached."""
        self.map.hovered.connect(self._show_hovered)
        self._hover = Label(" ", colour="muted", size=0.9, name="unitHover")
        self._hover.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.under_map.addWidget(self._hover)
        self._plot = ActivationPlot()
        self.right.insertWidget(0, self._plot, 100)  # before the spring below
        self._equation = Label(name="unitEquation", wraps=True)
        self._equation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._onward = Label(colour="muted", name="unitOnward", wraps=True)
        self._agrees = Label(name="equalsTorch")
        self.foot.addWidget(self._equation)
        bottom = Qt.AlignmentFlag.AlignBottom
        self.foot.addLayout(hbox((self._onward, 1), (self._agrees, 0, bottom), spacing=10))
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._step)
        self.add_controls(*self._buttons())

    def _buttons(self) -> list[QWidget]:
        self._play = self._button("playUnits", "▶", self.tr("Slide over the map"), self._toggle)
        self._one_step = self._button(
            "stepUnit", self.tr("Step"), self.tr("One place further"), self._pause_step
        )
        copy = self._menu_button("copySum", self.tr("Copy"), self.tr("Copy the sum"))
        for name, text, form in (
            ("copyText", self.tr("As &text"), as_text),
            ("copyCsv", self.tr("As &CSV"), as_csv),
            ("copyLatex", self.tr("As &LaTeX"), as_latex),
        ):
            menu_action(copy.menu(), name, text, partial(self._copy, form))
        show = self._menu_button("showTerms", self.tr("Show"), self.tr("How the terms are shown"))
        for name, text, choose, is_on in (
            ("largestFirst", self.tr("&Largest first"), self._put_largest_first, True),
            ("numbersInCells", self.tr("Every &number"), self.terms.set_numbers, False),
        ):
            action = show.menu().addAction(text)
            action.setObjectName(name)
            action.setCheckable(True)
            action.setChecked(is_on)
            action.toggled.connect(choose)
        return [self._play, self._one_step, copy, show]

    def _button(self, name: str, text: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = named(QToolButton(), name, tip, tip)
        button.setText(text)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _menu_button(self, name: str, text: str, tip: str) -> QToolButton:
        button = named(QToolButton(), name, tip, tip)
        button.setText(text)
        button.setMenu(QMenu(button))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _put_largest_first(self, wanted: bool) -> None:
        self.terms.set_largest_first(wanted)
        self.show_folded()

    def show_unit(
        self,
        unit: Unit,
        architecture: Architecture,
        trace: Trace | None,
        limit_of: Callable[[str, int], float],
    ) -> None:
        """Show a unit of a network; without a trace there is no answer to explain.

        ``limit_of`` gives the end of the colour scale of a layer's map.
        """
        self.unit = unit
        self._found = None if trace is None else explain(trace, unit)
        planned = next((p for p in architecture.plan() if p.name == unit.layer), None)
        channel, *place = unit.position
        where = (
            self.tr("map {0} · row {1}, column {2}").format(channel, *place) if place else channel
        )
        self.title.setText(f"{unit.layer} · {where}")
        self.subtitle.setText("" if planned is None else layer_text(planned))
        self.subtitle.setVisible(planned is not None)
        self.show_layer(architecture)
        self.map.choose(*(place or (0, 0)))
        for widget in (self.left, self._play, self._one_step):
            widget.setVisible(bool(place))  # a vector has no map to slide over
        self._show_hovered()
        self._show_found(trace, planned, limit_of)
        if self._filling:
            self.map.fill_up_to(self._index() + 1)

    def _show_found(
        self,
        trace: Trace | None,
        planned: PlannedLayer | None,
        limit_of: Callable[[str, int], float],
    ) -> None:
        """Show words, terms and equations."""
        found, rule = self._found, None if planned is None else rule_of(planned)
        has_curve = found is not None and isinstance(rule, Function)
        self._plot.setVisible(has_curve)
        self.terms.setVisible(not has_curve)
        self.terms.show_sum(found, limit_of)
        self.show_folded()
        self._agrees.setText("")
        self._onward.setText("")
        if found is None or trace is None:
            invitation = self.tr("Draw a digit to see how this value comes about.")
            self.words.setText(self.nothing_read(invitation))
            self._equation.setText("")
            return
        if isinstance(rule, Function):
            self._plot.show_unit(rule, found)
        sentences = about(trace, found, self.alphabet.names)
        self.words.setText(one_after_another(map(translated, sentences)))
        self._equation.setText(str(equation(found)))
        self._equation.setToolTip(str(equation(found, ALL_DIGITS)))
        self._onward.setText(one_after_another(map(self._step_text, onward(trace, found.unit))))
        if found.equals_torch:
            self._agrees.setText(self.tr("equals torch ✓"))
        else:
            self._agrees.setText(self.tr("torch has {0}").format(significant(found.torch, 6)))
        self._agrees.set_colour("accent" if found.equals_torch else "warning")

    def _step_text(self, found: UnitSum) -> str:
        """Return what a following layer makes of the value."""
        layer, result = found.unit.layer, significant(found.output)
        count = grouped(len(found.terms))
        if found.winner is not None and len(found.terms) > 1:
            return self.tr("→ {0}: the largest of {1}, {2}").format(layer, count, result)
        if len(found.terms) > 1:
            return self.tr("→ {0}: from {1} values, {2}").format(layer, count, result)
        return self.tr("→ {0}: {1}").format(layer, result)

    def show_weights(self, picture: NDArray[np.floating[Any]]) -> None:
        """Show a dense unit's weights as a picture, in place of the map it has not."""
        self.map.chosen = None
        self.left.setVisible(True)
        self._hover.setText(self.tr("its weights"))
        self.map.show_values(picture, float(np.abs(picture).max()))

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        self._stop_filling()
        super()._choose(row, column)

    @Slot()
    def _show_hovered(self) -> None:
        values, unit = self.map.values, self.map.pointed
        if values is None or unit is None:
            self._hover.setText(" ")
            return
        text = self.tr("row {0}, column {1}: {2}")
        self._hover.setText(text.format(*unit, significant(float(values[unit]))))

    # --- the sliding kernel ----------------------------------------------------------------

    def _index(self) -> int:
        if self.map.values is None or self.map.chosen is None:
            return 0
        row, column = self.map.chosen
        return row * int(self.map.values.shape[1]) + column

    def _toggle(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
        elif self.map.values is not None:
            self._filling = True
            if self._index() + 1 >= self.map.values.size:
                self.request_place(0, 0)
            self._timer.start()
        self._play.setText("⏸" if self._timer.isActive() else "▶")

    def _pause_step(self) -> None:
        if self._timer.isActive():
            self._toggle()
        self._filling = True
        self._step()

    @Slot()
    def _step(self) -> None:
        if self.map.values is None:
            return
        following = self._index() + 1
        if following >= self.map.values.size:
            if self._timer.isActive():
                self._toggle()
            self._stop_filling()
            return
        self.request_place(*divmod(following, self.map.values.shape[1]))

    def _stop_filling(self) -> None:
        self._filling = False
        self.map.fill_up_to(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop sliding: the unit may belong to a network that is gone when this is shown."""
        super().hideEvent(event)
        if self._timer.isActive():
            self._toggle()
        self._stop_filling()

    def _copy(self, form: Callable[[UnitSum], str]) -> None:
        if self._found is not None:
            QGuiApplication.clipboard().setText(form(self._found))


def layer_text(planned: PlannedLayer) -> str:
    """Return how a layer is written, and the shapes it takes and gives."""
    shapes = " + ".join(map(format_shape, planned.input_shapes))
    return f"{format_layer(planned.layer)}   {shapes} → {format_shape(planned.output_shape)}"

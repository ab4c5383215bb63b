"""One unit: its map, large; its terms; its sum, checked against torch; the sliding kernel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QToolButton, QWidget

from handdigit.gui.panels.inside.unit_facts import agreement, lines_of, number
from handdigit.gui.panels.inside.unit_frame import UnitFrame
from handdigit.gui.widgets.form import menu_action, named
from handdigit.gui.widgets.labels import Label
from handdigit.inspection.sums import UnitSum, as_csv, as_latex, as_text
from handdigit.inspection.trace import SOFTMAX, Unit
from handdigit.network.architecture import INPUT, PlannedLayer, format_shape
from handdigit.network.notation import format_layer

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
        self.under_map.addWidget(self._hover)
        self._agrees = Label(name="equalsTorch")
        self.under_facts.addWidget(self._agrees)
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._step)
        self.add_controls(*self._buttons())

    def _buttons(self) -> list[QWidget]:
        self._largest_first = QCheckBox(self.tr("Largest first"))
        self._largest_first.setObjectName("largestFirst")
        self._largest_first.setToolTip(self.tr("Order the input maps by their part in the sum."))
        self._largest_first.toggled.connect(self.terms.set_largest_first)
        self._play = self._button("playUnits", "▶", self.tr("Slide over the map"), self._toggle)
        self._one_step = self._button(
            "stepUnit", self.tr("Step"), self.tr("One place further"), self._pause_step
        )
        copy = self._button("copySum", self.tr("Copy"), self.tr("Copy the sum"), lambda: None)
        menu = QMenu(copy)
        for name, text, form in (
            ("copyText", self.tr("As &text"), as_text),
            ("copyCsv", self.tr("As &CSV"), as_csv),
            ("copyLatex", self.tr("As &LaTeX"), as_latex),
        ):
            menu_action(menu, name, text, partial(self._copy, form))
        copy.setMenu(menu)
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return [self._play, self._one_step, copy, self._largest_first]

    def _button(self, name: str, text: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = named(QToolButton(), name, tip, tip)
        button.setText(text)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def show_unit(
        self,
        unit: Unit,
        planned: PlannedLayer | None,
        found: UnitSum | None,
        after: Sequence[UnitSum],
    ) -> None:
        """Show a unit; ``planned`` is None for input and softmax, ``found`` without an answer."""
        self.unit, self._found = unit, found
        channel, *place = unit.position
        where = (
            self.tr("map {0} · row {1}, column {2}").format(channel, *place) if place else channel
        )
        self.title.setText(f"{unit.layer} · {where}")
        if planned is None:
            texts = {
                INPUT: self.tr("the picture as the network gets it"),
                SOFTMAX: self.tr("exp(logit) / Σ exp(logits)"),
            }
            self.subtitle.setText(texts[unit.layer])
        else:
            shapes = " + ".join(map(format_shape, planned.input_shapes))
            self.subtitle.setText(
                f"{format_layer(planned.layer)}   {shapes} → {format_shape(planned.output_shape)}"
            )
        self.map.choose(*(place or (0, 0)))
        for widget in (self.map, self._hover, self._play, self._one_step):
            widget.setVisible(bool(place))  # a vector has no map to slide over
        self.terms.show_sum(found)
        many = len(self.terms.totals) > 1
        self._largest_first.setVisible(many)
        self._show_facts(found, after)
        if self._filling:
            self.map.fill_up_to(self._index() + 1)

    def show_weights(self, picture: NDArray[np.floating[Any]]) -> None:
        """Show a dense unit's weights as a picture, in place of the map it has not."""
        self.map.chosen = None
        self.map.setVisible(True)
        self.map.show_values(picture, float(np.abs(picture).max()))

    def _show_facts(self, found: UnitSum | None, after: Sequence[UnitSum]) -> None:
        self._agrees.setText("")
        self.facts.show_lines([] if found is None else lines_of(found, after))
        if found is None:
            return
        agrees, torch_value = agreement(found)
        text = self.tr("equals torch ✓") if agrees else self.tr("torch has {0}").format(torch_value)
        self._agrees.setText(text)
        self._agrees.set_colour("accent" if agrees else "warning")

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
        self._hover.setText(text.format(*unit, number(float(values[unit]))))

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

"""The frame in which one unit's arithmetic stands: its map, the terms, the facts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from handdigit.gui.panels.inside.arithmetic_view import ArithmeticView
from handdigit.gui.panels.inside.large_map import LargeMap
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import SPRING, hbox, named, vbox
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.inspection.trace import Unit

NARROW = 760
"""Width below which the facts stand under the map instead of beside the terms, in pixels."""
LEAST_SIDE, MOST_SIDE = 150, 460
"""Side of the map, in pixels."""


class UnitFrame(QWidget):
    """Title and controls above; map, terms and facts below.

    Signals:
        unit_requested(object): the user wants another :class:`Unit` of the same map.
        closed(): the user has seen enough.
    """

    unit_requested = Signal(object)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; object names begin with ``name``."""
        super().__init__(parent)
        self.setObjectName(f"{name}View")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.unit: Unit | None = None
        """The unit on show."""
        self.title = Label(bold=True, name=f"{name}Title")
        self.subtitle = ElidedLabel(colour="muted", name=f"{name}Layer")
        self.map = LargeMap()
        self.map.unit_clicked.connect(self._choose)
        self.terms = ArithmeticView()
        self.facts = FactGrid()
        self.facts.setObjectName(f"{name}Facts")
        self.under_map = QVBoxLayout()
        self.under_facts = QVBoxLayout()
        self._close_button = named(
            QToolButton(), f"{name}Close", self.tr("Close"), self.tr("Close (Esc)")
        )
        self._close_button.setText("×")
        self._close_button.setShortcut("Esc")
        self._close_button.clicked.connect(self.closed)
        self._controls = FlowLayout(spacing=6)
        self._is_narrow: bool | None = None
        self._room = 0
        self._lay_out()

    def _lay_out(self) -> None:
        scroll = _Terms(self.terms)
        top = hbox(self.title, (self.subtitle, 1), self._close_button, spacing=10)
        left = vbox(self.map, self.under_map)
        self._numbers = QWidget()
        vbox(self.facts, self.under_facts, SPRING, on=self._numbers)
        self._body = QGridLayout()
        self._body.setHorizontalSpacing(16)
        self._body.addLayout(left, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(scroll, 0, 1, 2, 1)
        self._body.setColumnStretch(1, 1)
        self._body.setRowStretch(1, 1)
        vbox(top, self._controls, self._body, on=self, margins=(0, 8, 0, 0))
        self._place_numbers(narrow=False)

    def add_controls(self, *controls: QWidget) -> None:
        """Put controls into the row under the title."""
        for control in controls:
            self._controls.addWidget(control)

    def set_room(self, height: int) -> None:
        """Take a fair part of ``height`` pixels for the map."""
        self._room = height
        self._fit_map()

    def _fit_map(self) -> None:
        part = 0.2 if self._is_narrow else 0.28  # the facts want room below it
        self.map.set_side(min(max(int(self._room * part), LEAST_SIDE), MOST_SIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts where there is room for them."""
        super().resizeEvent(event)
        self._place_numbers(narrow=event.size().width() < NARROW)

    def _place_numbers(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._body.removeWidget(self._numbers)
        row, column = (1, 0) if narrow else (0, 2)
        self._body.addWidget(self._numbers, row, column, 1 if narrow else 2, 1)
        self._fit_map()

    def show_map(self, values: NDArray[np.floating[Any]] | None, limit: float) -> None:
        """Show the (H, W) map that the unit is in."""
        self.map.show_values(values, limit)

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        if self.unit is not None and len(self.unit.position) > 1:
            self.request_place(row, column)

    def request_place(self, row: int, column: int) -> None:
        """Ask for another unit of the same map."""
        assert self.unit is not None  # the callers have looked
        self.unit_requested.emit(Unit(self.unit.layer, (self.unit.position[0], row, column)))


class _Terms(QScrollArea):
    def __init__(self, terms: ArithmeticView) -> None:
        super().__init__()
        named(self, "arithmeticScroll", self.tr("Terms of the sum"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(terms)
        self._terms = terms
        for surface in (self.viewport(), terms):
            surface.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar().sizeHint().width() + 4  # and what a style leaves beside it
        self._terms.set_room(self.maximumViewportSize().width() - bar)

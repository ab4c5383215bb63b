"""One map, large, to choose a point of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.inside.large_map import LargeMap
from handdigit.gui.panels.inside.layer_view import close_button
from handdigit.gui.widgets.form import SPRING, hbox, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painted_widget import CHOOSING_KEYS, arrow_step
from handdigit.inspection.overview import MapName, largest_at
from handdigit.inspection.trace import Unit
from handdigit.number_format import significant

LEAST_SIDE, MOST_SIDE = 120, 460
"""Of the map, in pixels."""


class OpenMap(LargeMap):
    """The arrow keys move in it, Enter chooses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point with the arrow keys, choose it with Enter or Space."""
        step = arrow_step(event)
        if self.values is None or self.chosen is None:
            super().keyPressEvent(event)
        elif event.key() in CHOOSING_KEYS:
            self.unit_clicked.emit(*self.chosen)
        elif step is None:
            super().keyPressEvent(event)
        else:
            row, column = self.chosen[0] + step[0], self.chosen[1] + step[1]
            if 0 <= row < self.values.shape[0] and 0 <= column < self.values.shape[1]:
                self.choose(row, column)
                self.point_at((row, column))


class MapView(QWidget):
    """A map with its name, its largest value, and the value that is pointed at.

    Signals:
        unit_clicked(Unit): a point was chosen.
        closed(): the user has seen enough.
    """

    unit_clicked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("mapView")
        self.shown: MapName | None = None
        """The map on show."""
        self._title = Label(bold=True, name="mapTitle")
        close = close_button("mapClose", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.map = OpenMap()
        self.map.setObjectName("openMap")
        self.map.unit_clicked.connect(self._choose)
        self.map.hovered.connect(self._tell)
        self._hint = Label(self.tr("Click a point to see the sum that made it."), wraps=True)
        self._largest = Label(colour="muted", name="mapLargest", wraps=True)
        self._least = Label(colour="muted", name="mapLeast", wraps=True)
        self._pointed = Label(" ", colour="muted", name="mapHover", wraps=True)
        self._about = Label(name="mapAbout", wraps=True)
        about = (self._hint, self._about, self._largest, self._least, self._pointed)
        words = vbox(*about, SPRING, spacing=6)
        body = hbox((self.map, 0, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=16)
        self._head = hbox(self._title, SPRING, close)
        self._layout = vbox(self._head, body, SPRING, on=self)

    def show_name(self, name: MapName, title: str, about: str = "") -> None:
        """Show another map from now on, and a sentence; :meth:`show_map` gives its values."""
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.shown = name
        self._title.setText(title)
        self.map.setAccessibleName(title)
        self.map.chosen = None

    def set_room(self, height: int) -> None:
        """Take so much height."""
        side = height - self._head.sizeHint().height() - 2 * self._layout.spacing()
        self.map.set_side(min(max(side, LEAST_SIDE), MOST_SIDE))

    def show_map(self, values: NDArray[np.floating[Any]] | None, limit: float) -> None:
        """Show (H, W) values, or nothing; ``limit`` is the end of their colour scale."""
        self.map.show_values(values, limit)
        for label, sign, text in (
            (self._largest, 1, self.tr("largest {0} at row {1}, column {2}")),
            (self._least, -1, self.tr("smallest {0} at row {1}, column {2}")),
        ):
            if values is None:
                label.setText("")
                continue
            row, column = largest_at(sign * values)
            label.setText(text.format(significant(float(values[row, column])), row, column))
        if values is not None and self.map.chosen is None:
            self.map.choose(*largest_at(values))
        self._tell()

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        if self.shown is not None:
            self.unit_clicked.emit(Unit(self.shown.layer, (self.shown.channel, row, column)))

    @Slot()
    def _tell(self) -> None:
        values, at = self.map.values, self.map.pointed
        if values is None or at is None:
            self._pointed.setText(" ")
            return
        text = self.tr("row {0}, column {1}: {2}").format(*at, significant(float(values[at])))
        self._pointed.setText(text)
        self.map.setAccessibleDescription(text)

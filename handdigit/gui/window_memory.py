"""What the window remembers from one start to the next; the drawing has a journal of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QSplitter

from handdigit.errors import HanddigitError, decoding
from handdigit.gui.canvas.tools import DEFAULT_WIDTH, Actions, ToolRow
from handdigit.gui.drawing_files import DrawingFiles
from handdigit.gui.guide.guide import Guide, Place
from handdigit.gui.panels.panel_place import PanelPlace
from handdigit.gui.panels.table import PANELS
from handdigit.gui.state.navigation import INSIDE, RETRAIN, Navigation
from handdigit.gui.state.settings import Settings, Value
from handdigit.gui.widgets.choices import Choices, choices_of
from handdigit.gui.widgets.form import MARGIN
from handdigit.inspection.trace import Unit
from handdigit.sentences import sentence

SIZE = QSize(1360, 860)
"""Of the window that is opened for the first time, where the screen is not smaller."""
UNIT_LENGTH = 200
"""Characters of a unit's place: no layer's name is that long."""
State = Mapping[str, int | str | QByteArray]
"""What is remembered, by the names of the settings."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What one window hands to the one that takes its place."""

    state: State
    erases: bool
    guide: Place
    chosen: Mapping[str, Choices]
    """In the panels, by their keys."""

    def value(
        self, key: str, default: Value, _valid: Callable[[Value], bool] = lambda _: True
    ) -> Value:
        """Return what is remembered under ``key``."""
        found = self.state.get(key, default)
        assert isinstance(found, type(default))
        return found


@dataclass(frozen=True, slots=True)
class WindowMemory:
    """The parts of a window that are found again as they were left."""

    window: QMainWindow
    splitter: QSplitter
    navigation: Navigation
    files: DrawingFiles
    tools: ToolRow
    actions: Actions
    guide: Guide

    def state(self) -> State:
        """Return what a start remembers, also what is unchanged: the file may have gone."""
        unit = self.navigation.unit
        return {
            "geometry": self.window.saveGeometry(),
            "division": self.splitter.saveState(),
            "panel": self.navigation.panel,
            "unit": "" if unit is None else json.dumps([unit.layer, *unit.position]),
            "openFolder": self.files.folder,
            "penWidth": self.tools.pen_width,
            **{key: "on" if switch.isChecked() else "off" for key, switch in self._switches},
        }

    @property
    def _switches(self) -> tuple[tuple[str, QAction], ...]:
        """What is on or off, by the names of the settings."""
        actions = self.actions
        return (
            ("numberMode", actions.number),
            ("fingers", actions.fingers),
            ("pressure", actions.pressure),
        )

    def carried(self, state: State) -> Carried:
        """Return also what no start remembers: what is in hand, chosen and explained."""
        chosen = {
            place.key: {**choices_of(place), **place.chosen}
            for place in self.window.findChildren(PanelPlace)
            if place.key != RETRAIN  # it has a draft of its own
        }
        return Carried(state, self.actions.eraser.isChecked(), self.guide.place, chosen)

    def restore(self, remembered: Settings | Carried, divide: Callable[[], None]) -> None:
        """Bring a window that is not shown yet to what the last one was.

        ``divide`` gives drawing and panels their usual shares, where none are remembered.
        """
        value = remembered.value
        if not self.window.restoreGeometry(value("geometry", QByteArray())):
            self.window.resize(SIZE.boundedTo(self.window.screen().availableSize() * 0.94))
        if not self.splitter.restoreState(value("division", QByteArray())):
            divide()
        # Only the shares count: damaged, the rest would make a window that nobody can use.
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(MARGIN)
        self.splitter.setChildrenCollapsible(False)
        self.tools.set_pen_width(value("penWidth", DEFAULT_WIDTH))
        self.files.folder = value("openFolder", self.files.folder)
        for key, switch in self._switches:
            usual = "off" if switch is self.actions.number else "on"
            switch.setChecked(switch.isEnabled() and value(key, usual) == "on")
        # Inside shows it where the network has it.
        unit = value("unit", "", lambda text: len(text) <= UNIT_LENGTH)
        self.navigation.set_unit(read_unit(unit))
        keys = [entry.key for entry in PANELS]
        self.navigation.show_panel(value("panel", INSIDE, keys.__contains__))
        if isinstance(remembered, Carried):
            if remembered.erases:
                self.actions.eraser.trigger()
            self.guide.resume(remembered.guide)
            for place in self.window.findChildren(PanelPlace):
                place.chosen = remembered.chosen.get(place.key, {})


def read_unit(text: str) -> Unit | None:
    """Return the unit that was looked at; None where there was none, or the text is damaged."""
    try:
        with decoding(sentence("The place of a unit is damaged."), HanddigitError):
            layer, *position = json.loads(text) if text else ("",)
    except HanddigitError:
        return None
    is_place = isinstance(layer, str) and all(type(at) is int for at in position)
    return Unit(layer, tuple(position)) if layer and is_place else None

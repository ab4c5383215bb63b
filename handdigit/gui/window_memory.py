"""What the window remembers from one start to the next; the drawing has a journal of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt

from handdigit.errors import HanddigitError, decoding
from handdigit.gui.canvas.canvas import Tool
from handdigit.gui.canvas.tools import DEFAULT_WIDTH
from handdigit.gui.panels.table import PanelPlace
from handdigit.gui.state.navigation import INSIDE, RETRAIN
from handdigit.gui.state.settings import Settings, Value
from handdigit.gui.widgets.choices import choices_of
from handdigit.gui.widgets.form import MARGIN
from handdigit.inspection.trace import Unit
from handdigit.sentences import sentence

if TYPE_CHECKING:
    from handdigit.gui.main_window import MainWindow

SIZE = QSize(1360, 860)
"""Of the window that is opened for the first time, where the screen is not smaller."""
UNIT_LENGTH = 200
"""Characters of a unit's place: no layer's name is that long."""


def remembered(window: MainWindow) -> Mapping[str, int | str | QByteArray]:
    """Return all of it, also what is unchanged: the file may have gone meanwhile."""
    unit = window.navigation.unit
    return {
        "geometry": window.saveGeometry(),
        "division": window.splitter.saveState(),
        "panel": window.navigation.panel,
        "unit": "" if unit is None else json.dumps([unit.layer, *unit.position]),
        "openFolder": window.files.folder,
        "penWidth": window.tools.pen_width,
        "numberMode": "on" if window.number.is_on else "off",
        "appearance": window.appearance_choice,
    }


class Carried:
    """What one window remembers, for the one that takes its place."""

    def __init__(self, window: MainWindow) -> None:
        """Remember it as it is."""
        self._values = remembered(window)
        self._erases = window.canvas.tool is Tool.ERASER
        self._guide = window.guide.place
        self._chosen = {
            place.key: choices_of(place) if place.is_made else place.chosen
            for place in window.findChildren(PanelPlace)
            if place.key != RETRAIN  # it has a draft of its own
        }

    def value(
        self, key: str, default: Value, _valid: Callable[[Value], bool] = lambda _: True
    ) -> Value:
        """Return what is remembered under ``key``."""
        found = self._values.get(key, default)
        assert isinstance(found, type(default))
        return found

    def put_back(self, window: MainWindow) -> None:
        """Bring back what no start does: what was in hand, what was chosen and explained."""
        if self._erases:
            window.tool_actions.eraser.trigger()
        window.guide.resume(self._guide)
        for place in window.findChildren(PanelPlace):
            place.chosen = self._chosen.get(place.key, {})


def restore(window: MainWindow, settings: Settings | Carried) -> None:
    """Bring a window that is not shown yet to what the last one was."""
    value = settings.value
    if not window.restoreGeometry(value("geometry", QByteArray())):
        window.resize(SIZE.boundedTo(window.screen().availableSize() * 0.94))
    if not window.splitter.restoreState(value("division", QByteArray())):
        window.divide()
    # Only the shares count: damaged, the rest would make a window that nobody can use.
    window.splitter.setOrientation(Qt.Orientation.Horizontal)
    window.splitter.setHandleWidth(MARGIN)
    window.splitter.setChildrenCollapsible(False)
    window.tools.set_pen_width(value("penWidth", DEFAULT_WIDTH))
    window.files.folder = value("openFolder", window.files.folder)
    number = window.tool_actions.number
    number.setChecked(number.isEnabled() and value("numberMode", "off") == "on")
    # Inside shows it where the network has it.
    window.navigation.set_unit(_unit(value("unit", "", lambda text: len(text) <= UNIT_LENGTH)))
    window.navigation.show_panel(value("panel", INSIDE, window.panel_keys.__contains__))
    window.panels.setCurrentIndex(window.panel_keys.index(window.navigation.panel))
    if isinstance(settings, Carried):
        settings.put_back(window)


def _unit(text: str) -> Unit | None:
    """Return the unit that was looked at; None where there was none, or the text is damaged."""
    try:
        with decoding(sentence("The place of a unit is damaged."), HanddigitError):
            layer, *position = json.loads(text) if text else ("",)
    except HanddigitError:
        return None
    is_place = isinstance(layer, str) and all(type(at) is int for at in position)
    return Unit(layer, tuple(position)) if layer and is_place else None

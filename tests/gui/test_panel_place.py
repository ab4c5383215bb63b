"""A panel is made in steps, between which the window goes on; at once where that is quick."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from importlib.util import find_spec

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from handdigit.gui.panels.panel_place import PanelEntry, PanelPlace
from handdigit.gui.panels.table import JUDGE, PANELS

PARTS = ("xml.dom.pulldom", "xml.dom.expatbuilder")
"""Modules that nothing else imports."""


def in_two_steps(_context: object) -> Generator[None, None, QWidget]:
    first = QLabel("first")
    yield
    panel = QWidget()
    first.setParent(panel)
    return panel


@pytest.fixture
def shown(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    with qtbot.waitExposed(window):
        window.show()

    def show(*parts):
        entry = PanelEntry("odd", JUDGE, "Odd", "An odd one.", in_two_steps, parts=parts)
        place = PanelPlace(entry, None)
        place.setParent(window)
        place.resize(window.size())
        place.show()
        return place

    return show


def test_a_panel_that_has_much_to_import_comes_after_its_place(qtbot, shown):
    for part in PARTS:
        sys.modules.pop(part, None)
    place = shown(*PARTS)
    assert not place.is_made
    qtbot.waitUntil(lambda: place.is_made)
    assert set(PARTS) <= sys.modules.keys()
    assert [label.text() for label in place.findChildren(QLabel)] == ["first"]


def test_a_panel_whose_modules_are_there_is_made_at_once(shown):
    place = shown("json")
    assert place.is_made
    assert [label.text() for label in place.findChildren(QLabel)] == ["first"]


@pytest.mark.parametrize("entry", PANELS, ids=lambda entry: entry.key)
def test_what_is_imported_for_a_panel_is_there(entry):
    assert [part for part in entry.parts if find_spec(part) is None] == []


def test_nothing_is_imported_before_the_engine_is_spawned():
    script = """
import sys
import handdigit.cli, handdigit.commands.window
assert handdigit.cli.read_arguments(["--dark"]).dark
print([name for name in ("numpy", "PySide6", "handdigit.storage.files") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"

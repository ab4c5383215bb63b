"""A list of many versions: only the rows in view are told, and all of them can be reached."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.models import version_rows
from tests.gui.driving import show_panel
from tests.gui.models.versions import all_names, tick, versions

COUNT = 300


@pytest.fixture
def told(monkeypatch):
    """The versions of whose network anything was asked."""
    found = set()
    network_text = version_rows.network_text

    def noted(info):
        found.add(id(info))
        return network_text(info)

    monkeypatch.setattr(version_rows, "network_text", noted)
    return found


@pytest.fixture
def many(qtbot, more_models, paths, make_main_window, told):
    for number in range(COUNT):
        shutil.copy(paths.models / "ant.safetensors", paths.models / f"v{number:03}.safetensors")
    window = make_main_window()
    show_panel(qtbot, window, "models")
    qtbot.waitUntil(lambda: window.findChild(QWidget, "versionList") is not None)
    qtbot.waitUntil(lambda: len(versions(window).models) > COUNT)
    qtbot.waitUntil(lambda: bool(told))
    return window


def test_rows_that_are_not_seen_are_not_made(many, told):
    assert not versions(many).grab().isNull()
    assert 0 < len(told) < COUNT / 4
    told.clear()
    many.library.active_changed.emit()  # all of them are listed again
    assert not versions(many).grab().isNull()
    assert 0 < len(told) < COUNT / 4


def test_the_last_of_many_is_reached_by_keys_and_ticked(qtbot, many, told):
    last = all_names(many)[-1]
    QTest.keyClick(versions(many), Qt.Key.Key_End)
    assert versions(many).chosen.name == last
    tick(many, last)
    assert last in [model.name for model in versions(many).ticked]
    QTest.keyClick(versions(many), Qt.Key.Key_Space)
    assert last not in [model.name for model in versions(many).ticked]
    QTest.keyClick(versions(many), Qt.Key.Key_V)
    assert versions(many).chosen.name.startswith("v")

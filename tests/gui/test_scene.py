"""What the command line lets the window show."""

from __future__ import annotations

import pytest

from handdigit.errors import HanddigitError
from handdigit.gui.panels.table import PANELS
from handdigit.gui.scene import OpeningScene
from handdigit.gui.screenshot import STARTED, is_busy
from handdigit.gui.theme import DARK, Theme
from handdigit.inspection.trace import Unit
from tests.gui.driving import show_panel, wait_for_digit

UNIT = Unit("conv2", (3, 5, 6))


def test_a_scene_is_a_panel_a_unit_a_size_and_the_colours(qtbot, window, seven):
    scene = OpeningScene("why", UNIT, (1280, 800), is_dark=True)
    scene.show(window)
    window.session.document.replace(seven)
    wait_for_digit(qtbot, window, 7)
    qtbot.waitUntil(lambda: not is_busy(window))
    assert window.navigation.panel == "why"
    assert window.navigation.unit == UNIT
    assert window.size().toTuple() == (1280, 800)
    assert Theme.of(window.palette()) is DARK
    assert window.findChild(object, "attributionMap").isVisible()


def test_a_unit_stays_open_when_its_model_is_loaded_once_more(qtbot, window, seven):
    window.session.document.replace(seven)
    wait_for_digit(qtbot, window, 7)
    window.navigation.look_at(UNIT)
    with qtbot.waitSignal(window.session.device_changed):
        window.session.use_device("cpu")
    assert window.navigation.unit == UNIT
    assert window.findChild(object, "unitView").isVisible()


def test_the_colours_of_one_run_are_not_remembered(qtbot, window):
    OpeningScene(is_dark=True).show(window)
    assert window.appearance_choice == "dark"  # what a window in another language goes on with
    assert not window.context.settings.has("appearance")


def test_what_the_window_has_not_is_named(window):
    with pytest.raises(HanddigitError, match="no panel foo: choose inside, why"):
        OpeningScene("foo").show(window)
    with pytest.raises(HanddigitError, match="no layer conv9; there are input, conv1"):
        OpeningScene(unit=Unit("conv9", (0, 0, 0))).show(window)
    with pytest.raises(HanddigitError, match="channels 0 to 15, rows 0 to 27"):
        OpeningScene(unit=Unit("conv1", (32, 0, 0))).show(window)


def test_the_buttons_that_are_pressed_for_a_picture_are_there(qtbot, window):
    keys = [entry.key for entry in PANELS]
    for key, button in STARTED.items():
        show_panel(qtbot, window, key)
        assert keys[window.panels.currentIndex()] == key
        assert window.findChild(object, button).isVisible()

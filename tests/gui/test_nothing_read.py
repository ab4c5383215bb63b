"""What is said in the place of an answer where nothing was read of a drawing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.dial.chart import DialChart
from handdigit.gui.state.training.training import TrainingState
from handdigit.storage.runs.run_store import RunSpec, RunStore
from tests.gui import lab_driving
from tests.gui.driving import draw, example, open_file, wait_for_digit
from tests.gui.inside_driving import choose, click_unit
from tests.gui.models.versions import press, tick
from tests.gui.test_panels import open_panel
from tests.gui.test_retrain import choose_network, click, make_it_short, set_box, wait_for_state
from tests.gui.test_time_machine import checkpoint

NO_INK = "No ink was found: draw a frame round the digit."
TOO_LITTLE = "That is too little ink to be read."

Prepare = Callable[[QtBot, MainWindow], object]


def panel(key: str) -> Prepare:
    return lambda qtbot, window: open_panel(qtbot, window, key)


def maps_in_the_lab(qtbot: QtBot, window: MainWindow) -> None:
    sheet = lab_driving.open_topic(open_panel(qtbot, window, "lab"), "channels")
    lab_driving.choose(sheet, "labChannelsExample", "Your drawing: maps of the first layer")


def start_of_a_climb(qtbot: QtBot, window: MainWindow) -> None:
    start = open_panel(qtbot, window, "maximise").findChild(QComboBox, "maximiseStart")
    start.setCurrentIndex(start.findData(True))


def comparison(qtbot: QtBot, window: MainWindow) -> None:
    open_panel(qtbot, window, "models")
    press(window, "modelCompare")
    tick(window, "default")


def network_in_training(qtbot: QtBot, window: MainWindow) -> None:
    open_panel(qtbot, window, "retrain")
    click(window, "stepNetwork")
    choose_network(window, "lenet5-relu")
    make_it_short(window)
    set_box(window, "recipe_epochs", 50)
    click(window, "retrain_train")
    wait_for_state(qtbot, window, TrainingState.RUNNING)
    click(window, "retrain_pause")
    wait_for_state(qtbot, window, TrainingState.PAUSED)


def unit(qtbot: QtBot, window: MainWindow) -> None:
    draw(window.canvas, example("seven"))
    wait_for_digit(qtbot, window, 7)
    qtbot.waitUntil(lambda: window.session.weights.by_name is not None)
    click_unit(window, "conv1", 3, 5, 6)


def unit_backwards(qtbot: QtBot, window: MainWindow) -> None:
    unit(qtbot, window)
    choose(window, "direction", "Backward for 7")


def checkpoint_of_a_run(qtbot: QtBot, window: MainWindow) -> None:
    store = RunStore(window._paths.runs)
    store.write_snapshot(store.create(RunSpec({}, ("generated",), "an epoch")), 0, checkpoint(0))
    open_panel(qtbot, window, "time")


PLACES = {
    "why": panel("why"),
    "map": panel("map"),
    "dial": panel("dial"),
    "lab": panel("lab"),
    "maps in the lab": maps_in_the_lab,
    "maximise": start_of_a_climb,
    "models": comparison,
    "retrain": network_in_training,
    "time": checkpoint_of_a_run,
    "unit": unit,
    "unit, backwards": unit_backwards,
}


def said(window: MainWindow) -> str:
    """Return all that can be read beside the canvas but for the answer's own words."""
    place = window.panels.currentWidget()
    texts = [label.text() for label in place.findChildren(QLabel) if label.isVisible()]
    texts += [chart.note for chart in place.findChildren(DialChart) if chart.isVisible()]
    return "\n".join(texts)


@pytest.mark.parametrize("place", PLACES)
def test_of_a_picture_without_ink_every_panel_says_that_there_is_none(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, place: str
) -> None:
    PLACES[place](qtbot, window)
    path = tmp_path / "blank.png"
    Image.fromarray(np.full((80, 80), 255, np.uint8)).save(path)
    open_file(qtbot, window, path)
    qtbot.waitUntil(lambda: NO_INK in said(window))
    assert "Draw " not in said(window)
    window.session.document.clear()
    qtbot.waitUntil(lambda: NO_INK not in said(window))


def test_a_dot_is_too_little_also_for_a_panel(qtbot: QtBot, window: MainWindow) -> None:
    open_panel(qtbot, window, "why")
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: TOO_LITTLE in said(window))

"""The Maximise panel of the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QSpinBox, QWidget

from handdigit.network.zoo import ZOO
from handdigit.storage.models.model_file import ModelFile, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.stored_model import StoredModel
from tests.gui.driving import ANSWER_MS, draw, settle, show_panel, wait_for_digit


@pytest.fixture
def maximise(qtbot, window):
    show_panel(qtbot, window, "maximise")
    return window


def run(window):
    return window.findChild(QAbstractButton, "maximiseRun")


def values(window):
    return window.findChild(QWidget, "maximiseCurve").values


def note(window):
    return window.findChild(QLabel, "maximiseNote").text()


def picture(window):
    return window.findChild(QWidget, "maximisePicture").picture


def wait_for_values(qtbot, window, count):
    qtbot.waitUntil(lambda: len(values(window)) >= count, timeout=2 * ANSWER_MS)


def choose(window, layer, channel):
    box = window.findChild(QComboBox, "maximiseLayer")
    box.setCurrentIndex(box.findText(layer))
    window.findChild(QSpinBox, "maximiseChannel").setValue(channel)


def test_a_digit_is_climbed_until_it_is_read_and_can_be_stopped(qtbot, maximise):
    window = maximise
    assert "Start" in note(window)
    assert window.findChild(QSpinBox, "maximiseChannel").maximum() == 9
    window.findChild(QSpinBox, "maximiseChannel").setValue(3)
    run(window).click()
    assert run(window).text() == "Stop"
    reading = window.findChild(QLabel, "maximiseReading")
    qtbot.waitUntil(lambda: reading.text().startswith("Read as 3"), timeout=2 * ANSWER_MS)
    wait_for_values(qtbot, window, 5)
    assert values(window)[-1] > values(window)[0]
    run(window).click()
    stopped = values(window)
    shown = picture(window)
    settle(qtbot, window)
    assert values(window) == stopped
    assert "Stopped" in note(window)
    run(window).click()
    wait_for_values(qtbot, window, len(stopped) + 1)
    assert not np.array_equal(picture(window), shown)
    window.findChild(QAbstractButton, "maximiseOver").click()
    assert run(window).isChecked(), "it goes on from the beginning"


def test_recognition_stays_live_while_it_climbs(qtbot, maximise, seven):
    run(maximise).click()
    wait_for_values(qtbot, maximise, 1)
    draw(maximise.canvas, seven)
    wait_for_digit(qtbot, maximise, 7)
    before = len(values(maximise))
    wait_for_values(qtbot, maximise, before + 1)


def test_it_can_start_from_the_drawing(qtbot, maximise, seven):
    start = maximise.findChild(QComboBox, "maximiseStart")
    start.setCurrentIndex(start.findData(True))
    assert "Draw a digit" in note(maximise)
    run(maximise).click()
    assert not run(maximise).isChecked()
    draw(maximise.canvas, seven)
    wait_for_digit(qtbot, maximise, 7)
    session = maximise.session
    qtbot.waitUntil(lambda: not session.is_waiting, timeout=ANSWER_MS)
    drawn = session.recognition.normalised.picture
    assert np.array_equal(picture(maximise), drawn)
    run(maximise).click()
    wait_for_values(qtbot, maximise, 1)
    overlap = np.corrcoef(picture(maximise).ravel(), drawn.ravel())[0, 1]
    assert overlap > 0.5, "a few steps away from the seven"


def test_another_unit_starts_over_and_maps_can_grow_in_their_middle(qtbot, maximise):
    choose(maximise, "conv2", 7)
    part = maximise.findChild(QComboBox, "maximisePart")
    assert part.isEnabled()
    part.setCurrentIndex(part.findData(False))
    run(maximise).click()
    wait_for_values(qtbot, maximise, 2)
    choose(maximise, "conv3", 1)
    assert values(maximise) == ()
    wait_for_values(qtbot, maximise, 2)
    curve = maximise.findChild(QWidget, "maximiseCurve")
    assert curve.accessibleName() == "conv3, channel 1"
    assert not curve.grab().isNull()


def test_a_hidden_panel_stops(qtbot, maximise):
    run(maximise).click()
    wait_for_values(qtbot, maximise, 1)
    show_panel(qtbot, maximise, "inside")
    count = len(values(maximise))
    assert not run(maximise).isChecked()
    settle(qtbot, maximise)
    assert len(values(maximise)) == count


def test_another_network_offers_its_own_layers(qtbot, maximise, paths):
    from handdigit.recognition.network import build_network

    network = build_network(ZOO["dense-30"])
    path = paths.models / "raw.safetensors"
    weights = {k: v.numpy() for k, v in network.state_dict().items()}
    write_model(path, ModelFile(ModelInfo("raw", ZOO["dense-30"]), weights))
    run(maximise).click()
    wait_for_values(qtbot, maximise, 1)
    maximise.session.use_model(StoredModel.at(path))
    box = maximise.findChild(QComboBox, "maximiseLayer")
    qtbot.waitUntil(lambda: box.findText("conv1") < 0, timeout=ANSWER_MS)
    assert not run(maximise).isChecked()
    choose(maximise, "dense1", 29)
    run(maximise).click()
    wait_for_values(qtbot, maximise, 2)

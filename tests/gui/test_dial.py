"""The Dial panel of the real window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QSlider, QWidget

from handdigit.gui.panels.dial.scale import STEPS, dial_ticks, dial_values, held, neutral_step
from handdigit.ink.perturb import RANGES, Dial, perturb
from handdigit.network.recognition import VotingRule
from handdigit.network.zoo import ZOO
from handdigit.storage.models.model_file import ModelFile, make_ensemble, read_model, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import ModelStore
from tests.gui.driving import ANSWER_MS, draw, show_panel, wait_for_digit

NETWORKS = ("dense-30", "lenet5-relu")


@pytest.fixture
def more_models(paths):
    from handdigit.recognition.network import build_network

    for name in NETWORKS:
        weights = {k: v.numpy() for k, v in build_network(ZOO[name]).state_dict().items()}
        write_model(
            paths.models / f"{name}.safetensors", ModelFile(ModelInfo(name, ZOO[name]), weights)
        )


@pytest.fixture
def dial(qtbot, more_models, make_main_window):
    window = make_main_window()
    show_panel(qtbot, window, "dial")
    return window


def chart(window):
    return window.findChild(QWidget, "dialChart")


def networks(window):
    return window.findChild(QWidget, "dialNetworks")


def row_of(window, name):
    found = networks(window)
    names = [model.name for model in found.models]
    return found.topLevelItem(names.index(name))


def wait_for_curves(qtbot, window, *names):
    qtbot.waitUntil(
        lambda: sorted(c.name for c in chart(window).curves) == sorted(names), timeout=ANSWER_MS
    )


def test_ticked_networks_have_colours_of_their_own(qtbot, paths):
    from handdigit.gui.panels.dial.networks import NetworkList

    store = ModelStore(paths)
    answering = store.stored("default")
    others = [replace(answering, path=paths.models / f"{n}") for n in range(20)]
    found = NetworkList()
    qtbot.addWidget(found)
    found.set_models((answering, *others), answering)
    assert [found.colour(model) for _, model in found.chosen] == [0]
    for row in (20, 10, 3):
        found.topLevelItem(row).setCheckState(0, Qt.CheckState.Checked)
    assert sorted(found.colour(model) for _, model in found.chosen) == [0, 1, 2, 3]
    kept = found.colour(others[9])
    found.topLevelItem(20).setCheckState(0, Qt.CheckState.Unchecked)
    assert found.colour(others[9]) == kept


def test_every_network_gets_a_curve_that_passes_through_its_answer(qtbot, dial, seven):
    assert "Draw a digit" in chart(dial).note or "Warming up" in chart(dial).note
    draw(dial.canvas, seven)
    wait_for_digit(qtbot, dial, 7)
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    session = dial.session

    def is_newest():
        curve = next(c for c in chart(dial).curves if c.name == "default")
        here = curve.probabilities[neutral_step(Dial.ROTATE)]
        return here == pytest.approx(session.recognition.probability, abs=1e-4)

    qtbot.waitUntil(is_newest, timeout=ANSWER_MS)
    assert networks(dial).topLevelItem(0).text(2) == "7"
    picture = dial.findChild(QWidget, "dialPicture").picture
    assert np.array_equal(picture, session.recognition.normalised.picture)


def test_the_slider_shows_the_varied_picture_and_the_probabilities_there(qtbot, dial, seven):
    draw(dial.canvas, seven)
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    wait_for_digit(qtbot, dial, 7)
    slider = dial.findChild(QSlider, "dialSlider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    expected = perturb(dial.session.document.drawing, Dial.ROTATE, [-90])[0]
    picture = dial.findChild(QWidget, "dialPicture")
    qtbot.waitUntil(lambda: np.array_equal(picture.picture, expected), timeout=ANSWER_MS)
    assert dial.findChild(QLabel, "dialValue").text() == "−90°"
    qtbot.waitUntil(
        lambda: (
            networks(dial).topLevelItem(0).text(1)
            == f"{chart(dial).curves[0].probabilities[0] * 100:.1f} %"
        )
    )
    dial.findChild(QAbstractButton, "dialReset").click()
    assert dial.findChild(QLabel, "dialValue").text() == "0°"


def test_pointing_at_the_chart_turns_the_dial(qtbot, dial, seven):
    draw(dial.canvas, seven)
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    plot = chart(dial).plot().area
    right = QPoint(int(plot.right()), int(plot.center().y()))
    QTest.mouseClick(chart(dial), Qt.MouseButton.LeftButton, pos=right)
    assert dial.findChild(QLabel, "dialValue").text() == "+90°"


@pytest.mark.parametrize("kind", Dial)
def test_every_dial_answers(qtbot, dial, seven, kind):
    draw(dial.canvas, seven)
    wait_for_digit(qtbot, dial, 7)
    dial.findChild(QAbstractButton, f"dial_{kind}").click()
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    assert dial.findChild(QSlider, "dialSlider").value() == neutral_step(kind)
    assert all(len(curve.probabilities) == STEPS for curve in chart(dial).curves)
    assert not chart(dial).grab().isNull()


def test_normalising_again_makes_the_shift_flat(qtbot, dial, seven):
    draw(dial.canvas, seven)
    wait_for_digit(qtbot, dial, 7)
    dial.findChild(QAbstractButton, "dial_across").click()
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    assert np.nanmin(chart(dial).curves[0].probabilities) < 0.5
    dial.findChild(QCheckBox, "dialAgain").click()
    assert chart(dial).curves == ()
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    assert np.ptp(chart(dial).curves[0].probabilities) < 0.01


def test_networks_and_class_can_be_chosen(qtbot, dial, seven):
    draw(dial.canvas, seven)
    wait_for_digit(qtbot, dial, 7)
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    row_of(dial, "dense-30").setCheckState(0, Qt.CheckState.Unchecked)
    wait_for_curves(qtbot, dial, "default", "lenet5-relu")
    seven_curve = chart(dial).curves[0].probabilities
    target = dial.findChild(QComboBox, "dialTarget")
    assert target.currentText() == "answer, 7"
    target.setCurrentIndex(target.findData(1))
    one = chart(dial).curves[0].probabilities
    assert (one + seven_curve <= 1 + 1e-6).all()
    assert not np.array_equal(one, seven_curve)
    row_of(dial, "dense-30").setCheckState(0, Qt.CheckState.Checked)
    wait_for_curves(qtbot, dial, "default", *NETWORKS)


def test_a_network_that_cannot_be_read_says_so_and_the_others_answer(qtbot, dial, paths, seven):
    (paths.models / "dense-30.safetensors").write_bytes(b"garbage")
    draw(dial.canvas, seven)
    wait_for_curves(qtbot, dial, "default", "lenet5-relu")
    row = row_of(dial, "dense-30")
    qtbot.waitUntil(lambda: "dense-30" in row.toolTip(1), timeout=ANSWER_MS)
    assert row.text(1) == "–"


def test_clearing_empties_the_chart_and_says_what_to_do(qtbot, dial, seven):
    draw(dial.canvas, seven)
    wait_for_curves(qtbot, dial, "default", *NETWORKS)
    dial.session.document.clear()
    assert chart(dial).curves == ()
    assert "Draw a digit" in chart(dial).note


def test_nothing_is_asked_while_the_panel_is_hidden(qtbot, dial, seven, monkeypatch):
    asked = []
    show_panel(qtbot, dial, "inside")
    monkeypatch.setattr(dial.session.analyses, "ask", lambda topic, _request: asked.append(topic))
    draw(dial.canvas, seven)
    wait_for_digit(qtbot, dial, 7)
    assert not [topic for topic in asked if topic.startswith("dial")]
    show_panel(qtbot, dial, "dial")
    assert "dial" in asked


@pytest.mark.parametrize("kind", Dial)
def test_the_steps_of_a_dial_hold_its_ends_and_its_neutral_value(kind):
    values = dial_values(kind)
    assert len(values) == STEPS
    assert list(values) == sorted(set(values))
    low, high, neutral = RANGES[kind]
    assert (values[0], values[-1], values[neutral_step(kind)]) == (low, high, neutral)
    assert all(low <= tick <= high for tick in dial_ticks(kind))


def test_held_is_the_stretch_around_the_start_in_which_the_digit_is_read():
    reads = np.array([3, 7, 7, 7, 3, 7])
    probabilities = np.eye(10)[reads]
    assert held(probabilities, 7, 2) == (1, 3)
    assert held(probabilities, 7, 5) == (5, 5)
    assert held(probabilities, 7, 0) is None
    probabilities[1] = np.nan
    assert held(probabilities, 7, 2) == (2, 3)


def test_a_network_that_looks_again_has_a_curve(qtbot, more_models, make_main_window, paths, seven):
    members = [read_model(paths.models / f"{name}.safetensors") for name in NETWORKS]
    path = paths.models / "looking.safetensors"
    write_model(path, make_ensemble("looking", members, VotingRule.VIEWS, ""))
    window = make_main_window()
    show_panel(qtbot, window, "dial")
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    wait_for_curves(qtbot, window, "default", "looking", *NETWORKS)
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
    curve = next(c for c in chart(window).curves if c.name == "looking")
    assert len(curve.probabilities) == STEPS

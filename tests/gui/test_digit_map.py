"""The Map panel of the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from handdigit.engine.analyses.digit_map import GENERATED
from handdigit.engine.protocol.requests import Origin
from handdigit.gui.state.background import ignore
from handdigit.gui.state.samples.samples import KnownDrawing
from handdigit.network.zoo import ZOO
from handdigit.storage.models.model_file import ModelFile, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.stored_model import StoredModel
from tests.gui.driving import ANSWER_MS, PLUS, draw, example, show_panel, use_model, wait_for_digit


@pytest.fixture
def on_map(qtbot, window):
    """Return a window with the map of a quick network in front."""
    use_model(qtbot, window, "small")
    show_panel(qtbot, window, "map")
    return window


def scatter(window):
    return window.findChild(QWidget, "mapScatter")


def wait_for_map(qtbot, window):
    qtbot.waitUntil(lambda: scatter(window).references is not None, timeout=2 * ANSWER_MS)
    QApplication.sendPostedEvents()  # the captions that came with it move the map


def test_a_drawing_comes_to_lie_among_its_kind(qtbot, on_map):
    wait_for_map(qtbot, on_map)
    draw(on_map.canvas, example("two"))
    wait_for_digit(qtbot, on_map, 2)
    session = on_map.session

    def is_newest():
        located = scatter(on_map).located
        return located is not None and np.array_equal(
            located.picture, session.recognition.normalised.picture
        )

    qtbot.waitUntil(is_newest, timeout=ANSWER_MS)
    references, located = scatter(on_map).references, scatter(on_map).located
    assert [references.labels[index] for index in located.neighbours].count(2) >= 4
    first = on_map.findChild(QWidget, "mapNeighbour0").picture
    assert np.array_equal(first, references.pictures[located.neighbours[0]])
    caption = on_map.findChild(QLabel, "mapNeighbour0Caption").text()
    label, distance = references.labels[located.neighbours[0]], located.distances[0]
    assert caption == f"{label} at {distance:.3g}\ngenerated"
    session.document.clear()
    assert scatter(on_map).located is None
    assert on_map.findChild(QWidget, "mapNeighbour0").picture is None


def test_recognition_stays_live_while_the_map_is_made(qtbot, window, seven):
    show_panel(qtbot, window, "map")
    draw(window.canvas, seven)
    wait_for_digit(qtbot, window, 7)
    assert scatter(window).references is None, "the answer did not wait for the map"
    wait_for_map(qtbot, window)
    qtbot.waitUntil(lambda: scatter(window).located is not None, timeout=ANSWER_MS)


def test_pointing_at_a_reference_shows_it(qtbot, on_map):
    wait_for_map(qtbot, on_map)
    places = scatter(on_map).places
    x, y = places[10]
    QTest.mouseMove(scatter(on_map), QPoint(5, 5))
    QTest.mouseMove(scatter(on_map), QPoint(round(x), round(y)))
    qtbot.waitUntil(lambda: scatter(on_map).pointed is not None)
    assert np.hypot(*(places[scatter(on_map).pointed] - places[10])) < 2
    assert not scatter(on_map).grab().isNull()


def test_another_network_gets_another_map(qtbot, on_map, paths, seven):
    from handdigit.recognition.network import build_network

    wait_for_map(qtbot, on_map)
    first = scatter(on_map).references
    network = build_network(ZOO["dense-30"])
    weights = {k: v.numpy() for k, v in network.state_dict().items()}
    path = paths.models / "raw.safetensors"
    write_model(path, ModelFile(ModelInfo("raw", ZOO["dense-30"]), weights))
    on_map.session.use_model(StoredModel.at(path))
    qtbot.waitUntil(lambda: scatter(on_map).references is not first, timeout=ANSWER_MS)
    wait_for_map(qtbot, on_map)
    assert scatter(on_map).references.dimensions == 30
    assert np.array_equal(scatter(on_map).references.pictures, first.pictures)


def test_nothing_is_asked_while_the_panel_is_hidden(qtbot, on_map, seven, monkeypatch):
    wait_for_map(qtbot, on_map)
    asked = []
    show_panel(qtbot, on_map, "inside")
    monkeypatch.setattr(on_map.session.analyses, "ask", lambda topic, _request: asked.append(topic))
    draw(on_map.canvas, seven)
    wait_for_digit(qtbot, on_map, 7)
    assert not [topic for topic in asked if topic.startswith("map")]
    show_panel(qtbot, on_map, "map")
    assert {topic for topic in asked if topic.startswith("map")} == {"map", "map:drawing"}


def box(window, name):
    return window.findChild(QCheckBox, name)


def test_a_labelled_drawing_joins_the_map_and_is_its_own_neighbour(qtbot, on_map):
    wait_for_map(qtbot, on_map)
    assert box(on_map, "mapGenerated").text() == "Generated 2,000"
    assert not box(on_map, "mapSamples").isEnabled()
    ink = example("four")
    on_map.samples.label(KnownDrawing(ink), "4", ignore, pytest.fail)
    qtbot.waitUntil(lambda: box(on_map, "mapSamples").text() == "Yours 1", timeout=ANSWER_MS)
    assert scatter(on_map).references.origins[-1] == Origin.SAMPLES
    on_map.session.document.replace(ink)

    def nearest():
        return on_map.findChild(QLabel, "mapNeighbour0Caption").text()

    qtbot.waitUntil(lambda: nearest().startswith("4 at") and nearest().endswith("yours"),
                    timeout=ANSWER_MS)  # fmt: skip


def test_a_kind_that_is_not_wanted_is_neither_shown_nor_near(qtbot, on_map):
    wait_for_map(qtbot, on_map)
    on_map.samples.label(KnownDrawing(example("two")), "2", ignore, pytest.fail)
    qtbot.waitUntil(lambda: box(on_map, "mapSamples").isEnabled(), timeout=ANSWER_MS)
    draw(on_map.canvas, example("two"))
    wait_for_digit(qtbot, on_map, 2)
    qtbot.mouseClick(box(on_map, "mapGenerated"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    only = [GENERATED]

    def neighbours():
        located = scatter(on_map).located
        return None if located is None else list(located.neighbours)

    qtbot.waitUntil(lambda: neighbours() == only, timeout=ANSWER_MS)
    assert on_map.findChild(QWidget, "mapNeighbour1").picture is None
    qtbot.mouseClick(box(on_map, "mapSamples"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: neighbours() == [], timeout=ANSWER_MS)
    x, y = scatter(on_map).places[10]
    QTest.mouseMove(scatter(on_map), QPoint(round(x), round(y)))
    assert scatter(on_map).pointed is None
    assert not scatter(on_map).grab().isNull()


def test_a_drawing_that_is_refused_has_a_place_and_no_name(qtbot, on_map):
    wait_for_map(qtbot, on_map)
    draw(on_map.canvas, PLUS)
    qtbot.waitUntil(lambda: on_map.session.recognition.is_refused, timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: scatter(on_map).located is not None, timeout=ANSWER_MS)
    qtbot.waitUntil(lambda: scatter(on_map).answer == "?", timeout=ANSWER_MS)
    summary = on_map.findChild(QLabel, "mapSummary").text()
    assert "Refused as no digit" in summary
    shares = [f"{share * 100:.0f}" for share in scatter(on_map).references.shares]
    assert f"{shares[0]}\u00a0% of their variance lies across, {shares[1]}\u00a0%" in summary

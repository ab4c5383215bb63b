"""The network at one glance, and what opens below it, with a real mouse and real keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QToolTip, QWidget

from handdigit.gui.panels.inside import block_column
from handdigit.gui.panels.inside.arrangement import GOOD_SIDE
from handdigit.gui.panels.inside.detail import Detail
from handdigit.gui.panels.inside.layer_view import BlockView
from handdigit.gui.panels.inside.map_lens import MapLens
from handdigit.gui.panels.inside.map_view import MapView, OpenMap
from handdigit.gui.panels.inside.mosaic import Mosaic
from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.theme import shades
from handdigit.inspection.blocks import blocks_of
from handdigit.inspection.overview import kept_strongest, strengths
from handdigit.network.alphabet import DIGITS
from handdigit.network.zoo import ZOO
from tests.gui.driving import ANSWER_MS, draw
from tests.gui.engines import LentEngine
from tests.gui.inside_driving import choose, click, click_spot, spot, text

ROUNDS = 4
"""Turns of the event loop in which widgets in one another have told each other of new sizes."""


def column(window, title: str):
    return next(c for c in window.findChild(NetworkMap).columns if c.title == title)


def point_at(window, name: str) -> None:
    QTest.mouseMove(window.findChild(NetworkMap).sheet, spot(window, name))


def lens_of(window) -> MapLens | None:
    """Return what enlarges the map that is pointed at; None if nothing was enlarged yet."""
    return window.findChild(MapLens, "mapLens")


def test_the_strongest_maps_of_every_block_are_shown(drawn):
    activations = drawn.session.recognition.activations
    columns = drawn.findChild(NetworkMap).columns
    assert [c.title for c in columns] == [
        "input", *(f"block {n}" for n in range(1, 7)), "weighted sum",
    ]  # fmt: skip
    for shown in columns[1:-1]:
        values = activations[shown.stage.name]
        assert np.array_equal(shown.values, values)
        assert len(shown.maps) >= 3
        hidden = np.delete(strengths(values), shown.maps)
        assert hidden.max() <= 1.25 * strengths(values)[list(shown.maps)].min()
    outputs = columns[-1]
    assert outputs.maps == tuple(range(10))
    assert np.array_equal(outputs.values.ravel(), activations["dense1"])


def test_a_map_keeps_its_place_while_one_draws(qtbot, drawn):
    shown = column(drawn, "block 2")
    before = shown.maps
    canvas = drawn.canvas
    middle = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    for step in range(1, 12):
        with qtbot.waitSignal(drawn.session.document.drawing_changed):
            QTest.mouseMove(canvas, middle + QPoint(4 * step, step))
        qtbot.waitUntil(lambda: not drawn.session.is_waiting)
        values = drawn.session.recognition.activations["pool1"]
        assert shown.maps == kept_strongest(strengths(values), before, len(before))
        before = shown.maps
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800)])
def test_maps_are_large_enough_in_a_small_window(qtbot, window, size):
    window.resize(*size)
    window.divide()
    network_map = window.findChild(NetworkMap)
    network_map.show_network(ZOO["vgg-mini"].plan(), DIGITS.names)  # of most columns
    qtbot.waitUntil(lambda: network_map.sheet.arrangement.side >= GOOD_SIDE)
    assert not network_map.horizontalScrollBar().isVisible()


def test_without_a_drawing_there_are_empty_frames(window):
    network_map = window.findChild(NetworkMap)
    assert all(c.maps == () for c in network_map.columns)
    assert {"block 1 cell 0", "block 6 cell 0", "weighted sum cell 9"} <= set(network_map.places)
    click_spot(window, "block 1 cell 0")
    assert window.findChild(QLabel, "insideHint").isVisible()


def test_what_is_above_never_moves(qtbot, drawn):
    network_map = drawn.findChild(NetworkMap)
    before = network_map.places, network_map.geometry()

    def stands_still() -> bool:
        return (network_map.places, network_map.geometry()) == before

    click_spot(drawn, "block 2 more")
    assert drawn.findChild(BlockView).isVisible()
    assert stands_still()
    mosaic = drawn.findChild(Mosaic, "mosaic_pool1")
    weak = next(number for number in range(32) if number not in column(drawn, "block 2").maps)
    click(mosaic, mosaic.map_rect(weak).center().toPoint())
    large = drawn.findChild(OpenMap)
    assert drawn.findChild(MapView).isVisible()
    assert text(drawn, "mapTitle") == f"block 2 · pool1 · map {weak}"
    assert stands_still()
    click(large, large.rect().center())
    unit = drawn.findChild(QWidget, "unitView")
    qtbot.waitUntil(unit.isVisible)
    assert text(drawn, "unitTitle").startswith(f"pool1 · map {weak} · row ")
    assert column(drawn, "block 2").maps[-1] == weak
    assert stands_still()
    for leads_to in (MapView, BlockView):
        QTest.keyClick(drawn, Qt.Key.Key_Escape)
        qtbot.waitUntil(drawn.findChild(leads_to).isVisible)
        assert stands_still()
    click(drawn.findChild(QAbstractButton, "blockClose"), QPoint(5, 5))
    qtbot.waitUntil(drawn.findChild(QLabel, "insideHint").isVisible)
    assert stands_still()
    assert weak not in column(drawn, "block 2").maps


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700), (1366, 768)])
def test_a_block_can_be_the_first_thing_that_is_opened(qtbot, drawn, size):
    drawn.resize(*size)
    drawn.divide()
    click_spot(drawn, "block 2 head")
    mosaic = drawn.findChild(Mosaic, "mosaic_pool1")
    area = drawn.findChild(QScrollArea, "insideScroll")
    qtbot.waitUntil(mosaic.isVisible)
    qtbot.waitUntil(lambda: 0 < mosaic.width() <= area.viewport().width())
    assert not area.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("name", ["default", "resnet-mini", "inception-mini"])
def test_every_block_settles_in_any_room(qtbot, name):
    detail = Detail()
    qtbot.addWidget(detail)
    detail.show()
    qtbot.waitExposed(detail)
    for number, block in enumerate(blocks_of(ZOO[name].plan())):
        detail.block.show_block(block, "", ZOO[name])
        detail.begin(number)
        detail.show_last()
        for width in range(380, 900, 65):
            detail.resize(width, 330)
            for _ in range(ROUNDS):
                QApplication.processEvents()
            shown = [view.mosaic for view in detail.block.views]
            assert all(mosaic.width() > 0 for mosaic in shown)
            before = [mosaic.size() for mosaic in shown]
            QApplication.processEvents()
            assert [mosaic.size() for mosaic in shown] == before


def test_a_stage_is_chosen_in_the_head(qtbot, drawn):
    drawn.resize(1700, 900)
    drawn.divide()
    network_map = drawn.findChild(NetworkMap)
    qtbot.waitUntil(lambda: "block 2 word 3" in network_map.places)
    shown = column(drawn, "block 2")
    click_spot(drawn, "block 2 word 0")
    assert shown.stage.name == "conv2"
    assert np.array_equal(shown.values, drawn.session.recognition.activations["conv2"])
    click_spot(drawn, "block 2 head")
    assert drawn.findChild(Mosaic, "mosaic_conv2").isVisible()


def test_in_a_narrow_column_a_stage_is_chosen_from_a_menu(qtbot, drawn):
    drawn.resize(1024, 700)
    drawn.divide()
    shown = column(drawn, "block 2")
    qtbot.waitUntil(lambda: shown.is_choosing)
    click_spot(drawn, "block 2 word 0")
    action = drawn.findChild(QAction, "stage_conv2")
    assert [a.isChecked() for a in action.parent().actions()][:4] == [False, False, False, True]
    action.trigger()
    action.parent().close()
    assert shown.stage.name == "conv2"


def test_what_a_pooling_layer_does_is_two_clicks_away(qtbot, drawn):
    drawn.resize(1700, 900)
    drawn.divide()
    network_map = drawn.findChild(NetworkMap)
    qtbot.waitUntil(lambda: "block 2 word 3" in network_map.places)
    point_at(drawn, "block 2 word 3")
    assert "Keeps the largest value of every 2×2." in network_map.sheet.toolTip()
    click_spot(drawn, "block 2 head")
    info = drawn.findChild(QAbstractButton, "info_conv2")
    info.setFocus()
    QTest.keyClick(info, Qt.Key.Key_Space)
    page = drawn.findChild(BlockView).findChild(QWidget, "layerPage")
    assert page.isVisible()
    assert page.findChild(QLabel, "layerKind").text() == "Max pooling"
    assert not drawn.findChild(Mosaic, "mosaic_pool1").isVisible()
    choose(drawn, "layers_conv2", "norm  norm2")
    assert page.findChild(QLabel, "layerKind").text() == "Batch normalisation"
    info.click()
    assert not page.isVisible()
    assert drawn.findChild(Mosaic, "mosaic_norm2").isVisible()


@pytest.mark.parametrize("size", [(1024, 700), (1700, 900)])
def test_by_keys_a_stage_says_what_it_does(qtbot, drawn, size):
    drawn.resize(*size)
    drawn.divide()
    sheet = drawn.findChild(NetworkMap).sheet
    shown = column(drawn, "block 2")
    qtbot.waitUntil(lambda: shown.is_choosing == (size[0] < 1280))
    sheet.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(sheet, key)
    for _ in shown.words:
        QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.accessibleDescription() == "block 2, pool: Keeps the largest value of every 2×2."
    assert "Keeps the largest value of every 2×2." in QToolTip.text()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    if shown.is_choosing:
        action = drawn.findChild(QAction, "stageInfo")
        action.trigger()
        action.parent().close()
    page = drawn.findChild(BlockView).findChild(QWidget, "layerPage")
    assert page.isVisible()
    assert page.findChild(QLabel, "layerKind").text() == "Max pooling"
    QTest.keyClick(drawn, Qt.Key.Key_Escape)
    qtbot.waitUntil(drawn.findChild(QLabel, "insideHint").isVisible)


def test_pointing_enlarges_a_map_and_draws_lines_to_what_it_is_made_from(qtbot, drawn, monkeypatch):
    asked = []
    for ask in (LentEngine.recognise, LentEngine.analyse):
        monkeypatch.setattr(LentEngine, ask.__name__, lambda _, wish: asked.append(wish))
    sheet = drawn.findChild(NetworkMap).sheet
    assert sheet.edges == ()
    point_at(drawn, "block 2 cell 1")
    qtbot.waitUntil(lambda: lens_of(drawn) is not None)
    lens = lens_of(drawn)
    qtbot.waitUntil(lens.isVisible)
    channel = column(drawn, "block 2").maps[1]
    values = drawn.session.recognition.activations["pool1"][channel]
    row, at = divmod(int(values.argmax()), values.shape[1])
    assert lens.lines[0] == f"block 2 · pool1 · map {channel}"
    assert f"at row {row}, column {at}" in lens.lines[1]
    assert drawn.rect().contains(lens.geometry())
    weights = [weight for *_, weight in sheet.edges]
    assert 1 <= len(weights) <= len(column(drawn, "block 1").maps)
    assert max(map(abs, weights)) == 1
    assert len({(end.x(), end.y()) for _, end, _ in sheet.edges}) == 1
    below = drawn.mapFromGlobal(lens.mapToGlobal(lens.rect().center()))
    assert drawn.childAt(below) is not lens
    assert drawn.findChild(QLabel, "insideHint").isVisible()
    QTest.mouseMove(drawn.canvas, QPoint(5, 5))
    qtbot.waitUntil(lambda: not lens.isVisible())
    assert sheet.edges == ()
    assert asked == []


def test_the_keys_walk_open_and_come_back(qtbot, drawn):
    sheet = drawn.findChild(NetworkMap).sheet
    sheet.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(sheet, key)
    assert sheet.accessibleDescription() == "block 2"
    while " · map " not in sheet.accessibleDescription():
        QTest.keyClick(sheet, Qt.Key.Key_Down)
    channel = column(drawn, "block 2").maps[0]
    assert sheet.accessibleDescription().startswith(f"block 2 · pool1 · map {channel}, largest ")
    assert lens_of(drawn).isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert drawn.findChild(OpenMap).hasFocus()
    assert text(drawn, "mapTitle") == f"block 2 · pool1 · map {channel}"
    QTest.keyClick(drawn, Qt.Key.Key_Escape)
    qtbot.waitUntil(sheet.hasFocus)
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.accessibleDescription().startswith("block 3 · ")


def test_an_output_opens_its_sum_and_is_made_from_the_maps_before(drawn):
    click_spot(drawn, "weighted sum cell 7")
    assert text(drawn, "unitTitle") == "dense1 · 7"
    edges = drawn.findChild(NetworkMap).sheet.edges
    assert len(edges) == len(column(drawn, "block 6").maps)


def test_backwards_the_columns_show_what_the_loss_tells(drawn):
    click_spot(drawn, "block 2 cell 0")
    choose(drawn, "direction", "Backward for 1")
    delta = column(drawn, "weighted sum").values.ravel()
    assert delta.sum() == pytest.approx(0, abs=1e-6)
    assert delta[1] == delta.min()
    assert drawn.findChild(NetworkMap).sheet.edges == ()
    assert drawn.findChild(MapView).isVisible()


def test_the_simpler_network_is_one_click_away_and_back(qtbot, drawn):
    button = drawn.findChild(QAbstractButton, "simplerNetwork")
    assert button.text() == "Simpler: LeNet-5"
    assert text(drawn, "networkSummary").startswith("default reads your drawing in 6 convolutions")
    button.click()
    qtbot.waitUntil(lambda: drawn.session.model.name == "lenet5", timeout=ANSWER_MS)
    assert button.text() == "Back to default"
    assert text(drawn, "networkSummary") == (
        "lenet5 reads your drawing in 3 convolutions. One weighted sum of 120 numbers follows. "
        "It compares what comes out with 10 pictures: the nearest wins."
    )
    shown = drawn.findChild(NetworkMap).columns
    qtbot.waitUntil(lambda: all(c.maps for c in shown), timeout=ANSWER_MS)
    button.click()
    qtbot.waitUntil(lambda: drawn.session.model.name == "default", timeout=ANSWER_MS)
    assert button.text() == "Simpler: LeNet-5"


def test_nothing_that_is_not_on_show_is_coloured(qtbot, drawn, seven, monkeypatch):
    coloured = []

    def counted(values, limit):
        coloured.append(len(values))
        return shades(values, limit)

    monkeypatch.setattr(block_column, "shades", counted)
    drawn.session.document.clear()
    draw(drawn.canvas, seven)
    qtbot.waitUntil(lambda: not drawn.session.is_waiting, timeout=ANSWER_MS)
    columns = drawn.findChild(NetworkMap).columns
    assert max(coloured) <= max(len(c.maps) for c in columns)

"""Every network finds a place on the map, whatever its width and the window's."""

from __future__ import annotations

from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from handdigit.gui.panels.inside.network_map import NetworkMap
from handdigit.gui.state.session import INPUT
from handdigit.network.architecture import INPUT_SHAPE
from handdigit.network.zoo import ZOO


@pytest.mark.parametrize("size", [(440, 500), (620, 640), (1500, 900), (3000, 1900)])
@pytest.mark.parametrize("name", ZOO)
def test_layers_stand_side_by_side_or_in_bands(qtbot: QtBot, name: str, size: tuple[int, int]):
    network_map = NetworkMap()
    qtbot.addWidget(network_map)
    network_map.resize(*size)
    network_map.show_network(ZOO[name].plan(), INPUT, INPUT_SHAPE)
    network_map.show()
    qtbot.waitExposed(network_map)
    places = {view.name: view.geometry() for view in network_map.layers}
    for one, other in combinations(places, 2):
        assert not places[one].intersects(places[other]), (one, other)
    sheet = network_map.widget()
    for layer, place in places.items():
        assert sheet.rect().contains(place), layer
    assert sheet.width() <= network_map.viewport().width()


def test_a_wide_network_takes_no_more_height_than_it_needs(qtbot: QtBot):
    heights = {}
    for width in (500, 620, 800, 1200):
        network_map = NetworkMap()
        qtbot.addWidget(network_map)
        network_map.resize(width, 640)
        network_map.show_network(ZOO["default"].plan(), INPUT, INPUT_SHAPE)
        network_map.show()
        qtbot.waitExposed(network_map)
        sheet, layers = network_map.widget(), network_map.layers
        heights[width] = sheet.height()
        filled = sum(view.width() * view.height() for view in layers)
        assert filled >= 0.6 * sheet.width() * sheet.height(), width
    assert sorted(heights.values(), reverse=True) == list(heights.values())


@pytest.mark.parametrize("height", [300, 640])
def test_nothing_is_wider_than_the_window(qtbot: QtBot, height: int):
    network_map = NetworkMap()
    qtbot.addWidget(network_map)
    network_map.show_network(ZOO["default"].plan(), INPUT, INPUT_SHAPE)
    network_map.resize(440, height)
    network_map.show()
    qtbot.waitExposed(network_map)
    for width in range(440, 900, 7):
        network_map.resize(width, height)
        assert network_map.horizontalScrollBar().maximum() == 0, width

"""Every network finds a place in the picture of it, whatever its blocks and the room."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSizeF

from handdigit.gui.panels.inside.arrangement import GOOD_SIDE, LEAST_SIDE, arrange
from handdigit.inspection.blocks import blocks_of
from handdigit.network.architecture import INPUT_SHAPE, Architecture
from handdigit.network.zoo import ZOO

HEAD, LINE = 72.0, 14.0
AT_1280, AT_1024 = (622, 261), (468, 198)
"""Width and height of the room in windows of 1280×800 and 1024×700."""


def shapes_of(architecture: Architecture) -> list[tuple[int, ...]]:
    blocks = blocks_of(architecture.plan())
    return [INPUT_SHAPE, *(block.stages[block.usual_stage].shape for block in blocks)]


@pytest.mark.parametrize("size", [(390, 210), AT_1024, AT_1280, (1300, 520)])
@pytest.mark.parametrize("name", ZOO)
def test_nothing_lies_over_anything_else(name, size):
    shapes = shapes_of(ZOO[name])
    found = arrange(shapes, QSizeF(*size), HEAD, LINE)
    areas = []
    for shape, column in zip(shapes, found.columns, strict=True):
        assert 1 <= len(column.cells) <= shape[0]
        assert (column.more is None) == (len(column.cells) == shape[0])
        areas += [column.head, *column.cells, *([column.more] if column.more else [])]
    for one, other in combinations(areas, 2):
        assert not one.adjusted(0.1, 0.1, -0.1, -0.1).intersects(other), (one, other)
    for area in areas:
        assert area.bottom() <= size[1] + 0.1
        assert area.right() <= found.width + 0.1


@pytest.mark.parametrize("size", [AT_1024, AT_1280])
@pytest.mark.parametrize("name", ZOO)
def test_every_network_of_the_zoo_fits_without_scrolling(name, size):
    found = arrange(shapes_of(ZOO[name]), QSizeF(*size), HEAD, LINE)
    assert found.width <= size[0] + 0.1
    assert found.side >= GOOD_SIDE


def test_a_network_of_many_blocks_is_wider_than_its_room_and_no_higher():
    layers = "Conv2d(4, kernel=3, padding=1)\nReLU()\n" * 30 + "Flatten()\nLinear(10)"
    found = arrange(shapes_of(Architecture.parse(layers)), QSizeF(*AT_1280), HEAD, LINE)
    assert found.width > AT_1280[0]
    assert found.side == LEAST_SIDE


def test_outputs_stand_beside_their_bars_where_these_are_inside():
    shapes = shapes_of(ZOO["dense-30"])
    wanted = [84.0 + 18 * n for n in range(10)]
    found = arrange(shapes, QSizeF(*AT_1280), HEAD, LINE, wanted)
    assert [cell.center().y() for cell in found.columns[-1].cells] == wanted
    below = arrange(shapes, QSizeF(*AT_1280), HEAD, LINE, [y + 200 for y in wanted])
    assert below.columns[-1].cells[-1].bottom() <= AT_1280[1]
    assert len(below.columns[-1].cells) == 10

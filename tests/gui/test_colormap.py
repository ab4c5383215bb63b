"""Numbers to colours: the ends, the middle, and what has no number."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from handdigit.gui.theme import HALF, LIGHT, NOTHING, coloured, shades, table


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("limit", [1e-44, 1e-37, 1e-3, 1.0, 7.5, 1e30])
def test_the_ends_of_the_scale_are_its_limit(dtype, limit):
    values = np.array([-2, -1, 0, 1, 2], dtype) * dtype(limit)
    assert shades(values, float(values[3])).tolist() == [0, 0, HALF, 2 * HALF, 2 * HALF]


def test_every_map_may_have_its_own_limit():
    maps = np.ones((3, 2, 2), np.float32)
    found = shades(maps, np.array([1.0, 2.0, 0.0])[:, None, None])
    assert found[:, 0, 0].tolist() == [2 * HALF, HALF + 64, HALF]


def test_what_is_no_number_is_transparent():
    values = np.array([[np.nan, np.inf, -np.inf, 0]], np.float32)
    assert shades(values, 1.0).tolist() == [[NOTHING, 2 * HALF, 0, HALF]]
    image = coloured(values, 1.0, LIGHT)
    assert image.pixelColor(0, 0).alpha() == 0
    for x, index in ((1, 2 * HALF), (2, 0), (3, HALF)):
        assert image.pixelColor(x, 0) == QColor.fromRgb(int(table(LIGHT)[index]))

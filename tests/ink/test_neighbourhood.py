"""Neighbourhoods of every size give what the definition gives."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from handdigit.ink.neighbourhood import box_mean, closed, dilated, eroded, reduced

VALUES = np.random.default_rng(3).integers(0, 256, (17, 23)).astype(np.float32)
reaches = pytest.mark.parametrize("reach", [1, 2, 5, 16, 40])


def by_definition(
    values: NDArray[np.float32], reach: int, of: Callable[..., np.floating]
) -> NDArray[np.float64]:
    found = np.zeros(values.shape)
    for row, column in np.ndindex(values.shape):
        rows = slice(max(0, row - reach), row + reach + 1)
        found[row, column] = of(values[rows, max(0, column - reach) : column + reach + 1])
    return found


@reaches
def test_box_means(reach: int) -> None:
    assert box_mean(VALUES, reach) == pytest.approx(by_definition(VALUES, reach, np.mean), rel=1e-5)


@reaches
def test_extremes(reach: int) -> None:
    assert np.array_equal(dilated(VALUES, reach), by_definition(VALUES, reach, np.max))
    assert np.array_equal(eroded(VALUES, reach), by_definition(VALUES, reach, np.min))


def test_masks_grow() -> None:
    mask = np.zeros((9, 9), np.bool_)
    mask[4, 4] = True
    assert dilated(mask, 2).sum() == 25


def test_closing_takes_out_lines_and_leaves_edges() -> None:
    paper = np.full((60, 60), 200.0, np.float32)
    paper[:, 30:] = 90
    lined = paper.copy()
    lined[20:24] -= 60
    assert np.array_equal(closed(lined, 3), paper)


@pytest.mark.parametrize("shape", [(12, 8), (13, 11), (12, 8, 3)])
def test_reduced_values_are_means(shape: tuple[int, ...]) -> None:
    values = np.random.default_rng(1).random(shape)
    found = reduced(values, 4)
    assert found.shape == (3, 2, *shape[2:])
    assert found[1, 1] == pytest.approx(values[4:8, 4:8].mean(axis=(0, 1)), rel=1e-5)

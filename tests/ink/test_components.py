"""Parts of a mask are what a flood finds."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from handdigit.ink.components import components_of


def flooded(mask: NDArray[np.bool_]) -> list[set[tuple[int, int]]]:
    left = {(int(row), int(column)) for row, column in np.argwhere(mask)}
    parts = []
    while left:
        waiting, part = [left.pop()], set()
        while waiting:
            row, column = waiting.pop()
            part.add((row, column))
            around = {(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & left
            left -= around
            waiting += around
        parts.append(part)
    return parts


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.45, 0.6, 1.0])
@pytest.mark.parametrize("shape", [(1, 1), (1, 30), (30, 1), (25, 31)])
def test_parts_are_what_a_flood_finds(shape: tuple[int, int], share: float) -> None:
    mask = np.random.default_rng(5).random(shape) < share
    parts = components_of(mask)
    found = [
        {(int(r), int(c)) for r, c in np.argwhere(parts.labels == n + 1)} for n in range(len(parts))
    ]
    assert sorted(map(sorted, found)) == sorted(map(sorted, flooded(mask)))
    assert parts.area.tolist() == [len(part) for part in found]
    for box, part in zip(parts.box, found, strict=True):
        rows, columns = zip(*part, strict=True)
        assert box.tolist() == [min(rows), min(columns), max(rows) + 1, max(columns) + 1]


def test_a_spiral_is_one_part() -> None:
    angle = np.linspace(0, 40, 6000)
    mask = np.zeros((200, 200), np.bool_)
    mask[
        (100 + 2.3 * angle * np.sin(angle)).astype(int),
        (100 + 2.3 * angle * np.cos(angle)).astype(int),
    ] = True
    assert len(components_of(mask)) == 1


def test_sums_over_each_part() -> None:
    mask = np.array([[1, 1, 0, 1], [0, 0, 0, 1], [1, 0, 0, 0]], np.bool_)
    parts = components_of(mask)
    values = np.arange(12, dtype=np.float32).reshape(3, 4)
    expected = [values[parts.labels == number + 1].sum() for number in range(len(parts))]
    assert parts.sums(values).tolist() == expected
    assert components_of(np.zeros((3, 4), np.bool_)).sums(values).tolist() == []

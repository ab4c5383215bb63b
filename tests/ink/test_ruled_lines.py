"""Rules go, strokes stay."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from handdigit.ink.neighbourhood import dilated
from handdigit.ink.rasterise import rasterise
from handdigit.ink.ruled_lines import rules_in
from tests.ink.drawings import DIGITS

SHAPE = (500, 400)
SHEET = np.ones(SHAPE, np.bool_)
digits = pytest.mark.parametrize("name", DIGITS)


def drawn(*paths: list[tuple[float, float]], width: float = 3) -> NDArray[np.bool_]:
    """Return lines through places in pixels of x, y."""
    lines = [np.array(path, np.float64) for path in paths]
    return rasterise(lines, SHAPE, radius=width / 2, softness=1) > 0.5


def digit(name: str, width: float = 9) -> NDArray[np.bool_]:
    paths = [stroke * 300 + [50, 100] for stroke in DIGITS[name]]
    return rasterise(paths, SHAPE, radius=width / 2, softness=1) > 0.5


def squares(step: int, slope: float) -> NDArray[np.bool_]:
    across = [[(-9.0, y), (409.0, y + 400 * slope)] for y in range(-100, 600, step)]
    down = [[(x, -9.0), (x - 500 * slope, 509.0)] for x in range(0, 500, step)]
    return drawn(*across, *down)


@digits
@pytest.mark.parametrize("slope", [0.0, 0.03, -0.15])
@pytest.mark.parametrize("step", [40, 70])
def test_squares_go_and_the_digit_stays(name: str, slope: float, step: int) -> None:
    stroke, paper = digit(name), squares(step, slope)
    left = (stroke | paper) & ~dilated(rules_in(stroke | paper, SHEET), 1)
    assert (left & stroke).sum() > 0.9 * stroke.sum()
    assert (left & ~dilated(stroke, 6)).sum() < 0.02 * paper.sum()


@digits
def test_a_box_goes_and_the_digit_stays(name: str) -> None:
    box = drawn([(40, 90), (360, 96), (356, 420), (36, 414), (40, 90)])
    stroke = digit(name)
    taken = rules_in(stroke | box, SHEET)
    assert taken[box].mean() > 0.9
    assert taken[stroke].mean() < 0.02


@pytest.mark.parametrize("name", DIGITS)
@pytest.mark.parametrize("width", [2, 4, 20])
def test_a_digit_alone_is_no_rule(name: str, width: float) -> None:
    assert not rules_in(digit(name, width), SHEET).any()


@pytest.mark.parametrize(
    "path",
    [
        [(200.0, 100.0), (205.0, 400.0)],
        [(100.0, 250.0), (300.0, 250.0)],
        [(100.0, 100.0), (300.0, 100.0), (150.0, 400.0)],
        [(150.0, 100.0), (150.0, 250.0), (300.0, 250.0)],
    ],
    ids=["1", "dash", "7", "L"],
)
def test_straight_strokes_are_no_rules(path: list[tuple[float, float]]) -> None:
    assert not rules_in(drawn(path), SHEET).any()

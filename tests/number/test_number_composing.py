"""Lines put together from digits."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from handdigit.commands.evaluate_number import ComposedLine, LineStyle, compose_line
from handdigit.ink.ink import Ink

BOX = Ink.from_xy([[(0, 0), (6, 0), (6, 10), (0, 10), (0, 0)]])
CROSS = Ink.from_xy([[(0, 0), (5, 9)], [(5, 0), (0, 9)]])


def compose(digits: list[Ink], seed: int = 1, style: LineStyle = LineStyle()) -> ComposedLine:
    return compose_line(digits, np.random.default_rng(seed), style)


def test_the_same_seed_gives_the_same_line() -> None:
    assert compose([BOX, CROSS, BOX]) == compose([BOX, CROSS, BOX])
    assert compose([BOX, CROSS, BOX], seed=2) != compose([BOX, CROSS, BOX])


def test_gaps_are_within_their_limits_and_every_stroke_has_its_digit() -> None:
    for seed in range(20):
        line = compose([BOX] * 4, seed, LineStyle(size_spread=0, late=0))
        boxes = [
            Ink(tuple(line.ink.strokes[stroke] for stroke, _, _ in group)).bounds()
            for group in line.groups
        ]
        for left, right in pairwise(boxes):
            assert -0.15 - 1e-9 <= (right.left - left.right) / 0.6 <= 0.6 + 1e-9
        spans = sorted(span for group in line.groups for span in group)
        assert [stroke for stroke, _, _ in spans] == list(range(len(line.ink.strokes)))


def test_late_strokes_come_last() -> None:
    line = compose([CROSS, BOX], style=LineStyle(late=1.0))
    assert line.groups == (((0, 0, 1), (2, 0, 1)), ((1, 0, 4),))


def test_joined_digits_are_one_stroke() -> None:
    line = compose([BOX, BOX, BOX], style=LineStyle(joined=1.0))
    [stroke] = line.ink.strokes
    (first,), (second,), (third,) = line.groups
    assert first[1] == 0
    assert first[2] < second[1] < second[2] < third[1]
    assert third[2] == len(stroke.points) - 1


@pytest.mark.parametrize("digit", [Ink.from_xy([[(1, 1)]]), Ink.from_xy([[(0, 0), (9, 0)]])])
def test_a_digit_without_height_can_be_written(digit: Ink) -> None:
    assert len(compose([BOX, digit]).groups) == 2

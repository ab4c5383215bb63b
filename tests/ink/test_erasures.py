"""Which parts of a drawing are tried, and which of them are reported."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handdigit.ink.erasures import LIMIT, Erasure, erasures, flips, weakest
from handdigit.ink.ink import Ink, Point, Stroke

coordinates = st.floats(0, 1, allow_subnormal=False)
strokes = st.lists(st.builds(Point, coordinates, coordinates), min_size=1, max_size=8)
inks = st.lists(strokes, max_size=5).map(lambda s: Ink(tuple(Stroke(tuple(p)) for p in s)))


def line() -> Ink:
    return Ink.from_xy([[(0.0, 0.5), (1.0, 0.5)]])


def length(ink: Ink) -> float:
    return sum(
        math.hypot(b.x - a.x, b.y - a.y)
        for stroke in ink.strokes
        for a, b in pairwise(stroke.points)
    )


def answers(*digits: int) -> np.ndarray:
    return np.eye(10)[list(digits)] * 0.9 + 0.01


@given(inks)
def test_nothing_is_lost_between_what_goes_and_what_stays(ink: Ink) -> None:
    for erasure in erasures(ink):
        assert not erasure.remaining.is_empty
        parts = length(Ink((erasure.part,))) + length(erasure.remaining)
        assert parts == pytest.approx(length(ink), abs=1e-6)


@given(inks)
def test_the_least_comes_first_and_there_are_not_too_many(ink: Ink) -> None:
    shares = [erasure.share for erasure in erasures(ink)]
    assert shares == sorted(shares)
    assert len(shares) <= LIMIT
    assert all(0 <= share <= 1 for share in shares)


def test_every_stretch_of_a_single_stroke_but_all_of_it() -> None:
    found = erasures(line())
    assert len(found) == 12 * 13 // 2 - 1
    assert found[0].end - found[0].start == pytest.approx(1 / 12)
    assert max(erasure.end - erasure.start for erasure in found) == pytest.approx(11 / 12)


def test_whole_strokes_are_among_them() -> None:
    ink = Ink.from_xy([[(0, 0), (1, 0)], [(0, 0.5), (1, 0.5)], [(0.5, 0.5)]])
    left = {erasure.remaining for erasure in erasures(ink)}
    for index in range(3):
        assert Ink(ink.strokes[:index] + ink.strokes[index + 1 :]) in left


def test_a_stretch_in_the_middle_leaves_two_strokes_with_their_points() -> None:
    ink = Ink((Stroke((Point(0, 0, 0.2, 0.0), Point(0.6, 0, 0.8, 3.0), Point(1.2, 0, 0.8, 6.0))),))
    middle = next(e for e in erasures(ink) if (e.start, e.end) == (1 / 4, 1 / 3))
    first, second = middle.remaining.strokes
    assert first.points[0] == ink.strokes[0].points[0]
    assert first.points[-1] == pytest.approx((0.3, 0, 0.5, 1.5))
    assert second.points == (pytest.approx((0.4, 0, 0.6, 2.0)), *ink.strokes[0].points[1:])


@pytest.mark.parametrize("ink", [Ink(), Ink.from_xy([[(0.5, 0.5)]])])
def test_where_all_there_is_would_go_there_is_nothing_to_try(ink: Ink) -> None:
    assert erasures(ink) == ()


def test_many_strokes_are_cut_less_finely() -> None:
    ink = Ink.from_xy([[(0, y / 50), (1, y / 50)] for y in range(50)])
    assert {(e.start, e.end) for e in erasures(ink)} == {(0.0, 1.0)}
    assert len(erasures(Ink(ink.strokes * 4))) == LIMIT


def stretch(start: float, end: float, stroke: int = 0) -> Erasure:
    part = line().strokes[0]
    return Erasure(stroke, start, end, part, line(), end - start)


def test_flips_are_the_least_that_change_the_answer() -> None:
    tried = [stretch(0.0, 0.1), stretch(0.2, 0.4), stretch(0.6, 0.9)]
    first, second = flips(tried, answers(7, 1, 4), 7, 5)
    assert (first.erasure, first.digit) == (tried[1], 1)
    assert first.probability == pytest.approx(0.91)
    assert second.digit == 4
    assert len(flips(tried, answers(7, 1, 4), 7, 1)) == 1


def test_the_same_again_with_more_ink_is_left_out() -> None:
    tried = [stretch(0.2, 0.4), stretch(0.2, 0.5), stretch(0.1, 0.5), stretch(0.2, 0.7, stroke=1)]
    found = flips(tried, answers(1, 1, 4, 1), 7, 5)
    assert [(o.erasure, o.digit) for o in found] == [(tried[0], 1), (tried[2], 4), (tried[3], 1)]


def test_where_nothing_is_left_there_is_no_answer() -> None:
    probabilities = answers(1, 1)
    probabilities[0] = np.nan
    tried = [stretch(0.0, 0.1), stretch(0.5, 0.7)]
    assert [outcome.erasure for outcome in flips(tried, probabilities, 7, 5)] == tried[1:]


def test_the_weakest_is_where_the_answer_suffers_most() -> None:
    probabilities = np.full((3, 10), 0.1)
    probabilities[:, 7] = 0.9, 0.6, 0.8
    tried = [stretch(0.0, 0.1), stretch(0.2, 0.4), stretch(0.6, 0.9)]
    outcome = weakest(tried, probabilities, 7)
    assert outcome is not None
    assert (outcome.erasure, outcome.digit, outcome.probability) == (tried[1], 7, 0.6)
    assert weakest([], np.zeros((0, 10)), 7) is None

"""The eraser cuts exactly where its disc was."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handdigit.ink.erase import erase, erase_along
from handdigit.ink.ink import Ink, Point, Stroke

ROUNDING = 1e-9

coordinates = st.floats(0, 1)
strokes = st.lists(st.builds(Point, coordinates, coordinates), min_size=1, max_size=8)
inks = st.lists(strokes, max_size=4).map(lambda s: Ink(tuple(Stroke(tuple(p)) for p in s)))
radii = st.floats(0.01, 0.5)


def across() -> Ink:
    return Ink.from_xy([[(0.0, 0.5), (1.0, 0.5)]])


def xy(ink: Ink) -> list[list[tuple[float, float]]]:
    return [[(p.x, p.y) for p in stroke.points] for stroke in ink.strokes]


def test_a_stroke_is_cut_in_two_exactly_at_the_circle() -> None:
    left, right = xy(erase(across(), 0.5, 0.5, 0.1))
    assert left == [(0.0, 0.5), (pytest.approx(0.4), 0.5)]
    assert right == [(pytest.approx(0.6), 0.5), (1.0, 0.5)]


def test_the_cut_is_where_the_chord_is_not_where_the_disc_is_widest() -> None:
    left, right = xy(erase(across(), 0.5, 0.58, 0.1))
    assert left[-1][0] == pytest.approx(0.44)
    assert right[0][0] == pytest.approx(0.56)


def test_pressure_and_time_are_interpolated_at_the_cut() -> None:
    ink = Ink((Stroke((Point(0, 0, 0.2, 1.0), Point(1, 0, 0.6, 3.0))),))
    cut = erase(ink, 1, 0, 0.5).strokes[0].points[-1]
    assert cut == (pytest.approx(0.5), 0, pytest.approx(0.4), pytest.approx(2.0))


def test_an_end_is_shortened() -> None:
    assert xy(erase(across(), 0.0, 0.5, 0.25)) == [[(0.25, 0.5), (1.0, 0.5)]]


def test_several_points_inside_go() -> None:
    ink = Ink.from_xy([[(0.0, 0.0), (0.45, 0.0), (0.5, 0.05), (0.55, 0.0), (1.0, 0.0)]])
    assert [len(stroke) for stroke in xy(erase(ink, 0.5, 0.0, 0.2))] == [2, 2]


def test_a_dot_inside_goes_but_one_outside_stays() -> None:
    ink = Ink.from_xy([[(0.5, 0.5)], [(0.9, 0.9)]])
    assert xy(erase(ink, 0.5, 0.52, 0.05)) == [[(0.9, 0.9)]]


def test_a_stroke_wholly_inside_goes() -> None:
    assert erase(Ink.from_xy([[(0.5, 0.5), (0.51, 0.5)]]), 0.5, 0.5, 0.1).is_empty


def test_a_pen_that_rested_is_erased_like_a_dot() -> None:
    assert erase(Ink.from_xy([[(0.5, 0.5), (0.5, 0.5)]]), 0.5, 0.5, 0.1).is_empty


@pytest.mark.parametrize("length", [1e-120, 1e-161, 5e-324])
def test_the_shortest_of_segments_is_erased(length: float) -> None:
    assert erase(Ink.from_xy([[(0.0, 0.0), (length, 0.0)]]), 0.05, 0.0, 0.1).is_empty


@pytest.mark.parametrize(("x", "y"), [(0.5, 0.7), (-0.5, 0.5), (0.5, 0.6)])
def test_ink_that_is_not_touched_is_returned_itself(x: float, y: float) -> None:
    ink = across()
    assert erase(ink, x, y, 0.1) is ink


def test_an_empty_ink_is_returned_itself() -> None:
    empty = Ink()
    assert erase(empty, 0.5, 0.5, 0.1) is empty


@given(inks, coordinates, coordinates, radii)
def test_nothing_remains_inside_the_disc(ink: Ink, x: float, y: float, radius: float) -> None:
    for stroke in erase(ink, x, y, radius).strokes:
        for start, end in zip(stroke.points, stroke.points[1:] or stroke.points, strict=False):
            assert distance((x, y), start, end) >= radius - ROUNDING


@given(inks, coordinates, coordinates, radii)
def test_what_remains_lies_on_what_was_drawn(ink: Ink, x: float, y: float, radius: float) -> None:
    for stroke in erase(ink, x, y, radius).strokes:
        for point in stroke.points:
            assert min(distance_to_stroke(point[:2], before) for before in ink.strokes) < ROUNDING


@given(inks, coordinates, coordinates, radii)
def test_points_outside_the_disc_all_remain(ink: Ink, x: float, y: float, radius: float) -> None:
    remaining = {point for stroke in erase(ink, x, y, radius).strokes for point in stroke.points}
    for stroke in ink.strokes:
        for point in stroke.points:
            assert math.dist(point[:2], (x, y)) < radius + ROUNDING or point in remaining


def distance_to_stroke(point: tuple[float, float], stroke: Stroke) -> float:
    ends = stroke.points[1:] or stroke.points
    return min(distance(point, *segment) for segment in zip(stroke.points, ends, strict=False))


def distance(point: tuple[float, float], start: Point, end: Point) -> float:
    dx, dy = end.x - start.x, end.y - start.y
    length2 = dx * dx + dy * dy
    along = ((point[0] - start.x) * dx + (point[1] - start.y) * dy) / length2 if length2 else 0
    along = min(max(along, 0), 1)
    return math.dist(point, (start.x + along * dx, start.y + along * dy))


def test_a_moving_eraser_leaves_nothing_on_its_way():
    row = Ink.from_xy([[(x / 10, 0.5)] for x in range(11)])
    left = erase_along(row, (0.25, 0.5), (0.75, 0.5), 0.04)
    assert [s.points[0].x for s in left.strokes] == pytest.approx([0, 0.1, 0.2, 0.8, 0.9, 1.0])

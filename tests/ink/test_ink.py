"""Ink as a value, and its JSON form."""

from __future__ import annotations

import copy
import json
import pickle
import sys
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handdigit.budgets import INK_CHARACTERS, INK_POINTS, INK_STROKES
from handdigit.errors import EmptyDrawingError, InkError
from handdigit.ink.ink import COORDINATE_LIMIT, Bounds, Ink, Point, Stroke, parse_json

coordinates = st.floats(-COORDINATE_LIMIT, COORDINATE_LIMIT)
maybe = st.none() | st.floats(0, 1e6)
points = st.builds(Point, coordinates, coordinates, maybe, maybe)
strokes = st.lists(points, min_size=1, max_size=5).map(lambda p: Stroke(tuple(p)))
inks = st.lists(strokes, max_size=4).map(lambda s: Ink(tuple(s)))


@given(inks)
def test_json_gives_the_same_ink_back(ink: Ink) -> None:
    assert Ink.from_text(json.dumps(ink.to_json())) == ink


@given(inks)
def test_another_process_gets_the_same_ink(ink: Ink) -> None:
    sent = pickle.loads(pickle.dumps(ink))
    assert repr(sent) == repr(ink)
    assert sent == copy.deepcopy(ink) == ink


def test_a_stroke_of_no_points_is_sent_and_ends() -> None:
    assert pickle.loads(pickle.dumps(Stroke(()))) == Stroke(())


def test_other_threads_go_on_while_a_long_ink_is_parsed() -> None:
    text = json.dumps({"strokes": [[[0.25, n] for n in range(100_000)]]})
    parsing = threading.Thread(target=parse_json, args=(text,))
    before, turns = sys.getswitchinterval(), 0
    sys.setswitchinterval(1e-4)
    try:
        parsing.start()
        while parsing.is_alive():
            turns += 1
            parsing.join(1e-6)
    finally:
        sys.setswitchinterval(before)
    assert turns > 10


@pytest.mark.parametrize(
    ("point", "written"),
    [
        (Point(1, 2), [1, 2]),
        (Point(1, 2, 0.5), [1, 2, 0.5]),
        (Point(1, 2, 0.5, 3.25), [1, 2, 0.5, 3.25]),
        (Point(1, 2, None, 3.25), [1, 2, None, 3.25]),
    ],
)
def test_pressure_and_time_are_written_where_known(point: Point, written: list[object]) -> None:
    ink = Ink((Stroke((point,)),))
    assert ink.to_json() == {"strokes": [[written]]}
    assert Ink.from_json(ink.to_json()) == ink


def test_other_keys_are_left_to_the_caller() -> None:
    ink = Ink.from_json({"strokes": [[[0, 0]]], "label": 3, "writer": "somebody"})
    assert ink == Ink((Stroke((Point(0, 0),)),))


def test_no_strokes_are_an_empty_ink() -> None:
    assert Ink.from_json({"strokes": []}).is_empty


NOT_INKS: dict[str, tuple[object, str]] = {
    "a list": ([[[0, 0]]], "not an ink"),
    "a number": (3, "not an ink"),
    "null": (None, "not an ink"),
    "no strokes": ({"label": 3}, "not an ink"),
    "strokes as text": ({"strokes": "0 0"}, '"strokes" must be a list'),
    "strokes as an object": ({"strokes": {"0": [[0, 0]]}}, '"strokes" must be a list'),
    "an empty stroke": ({"strokes": [[[0, 0]], []]}, "Stroke 2"),
    "a stroke as text": ({"strokes": ["ab"]}, "Stroke 1"),
    "one level too few": ({"strokes": [[0, 0]]}, "Stroke 1, point 1"),
    "one level too many": ({"strokes": [[[[0, 0]]]]}, "Stroke 1, point 1"),
    "one coordinate": ({"strokes": [[[0, 0], [1]]]}, "Stroke 1, point 2"),
    "five values": ({"strokes": [[[0, 0, 0, 0, 0]]]}, "Stroke 1, point 1"),
    "points as objects": ({"strokes": [[{"x": 0, "y": 0}]]}, "Stroke 1, point 1"),
    "text for a number": ({"strokes": [[[0, "1"]]]}, "not a number: '1'"),
    "a bool": ({"strokes": [[[0, 0]], [[0, 0], [True, 0]]]}, "Stroke 2, point 2"),
    "null as x": ({"strokes": [[[None, 0]]]}, "not a number: None"),
    "text as pressure": ({"strokes": [[[0, 0, "hard"]]]}, "not a number: 'hard'"),
    "a bool as time": ({"strokes": [[[0, 0, 0.5, False]]]}, "not a number: False"),
    "NaN": ({"strokes": [[[0, float("nan")]]]}, "out of range: nan"),
    "infinity": ({"strokes": [[[float("-inf"), 0]]]}, "out of range: -inf"),
    "beyond the limit": ({"strokes": [[[0, 1.1e12]]]}, "out of range: 1100000000000.0"),
    "beyond floats": ({"strokes": [[[0, 10**400]]]}, "Stroke 1, point 1: it is out of range"),
}


@pytest.mark.parametrize(("value", "reason"), NOT_INKS.values(), ids=NOT_INKS)
def test_what_is_no_ink_is_refused_with_the_place_and_the_reason(value: Any, reason: str) -> None:
    with pytest.raises(InkError) as raised:
        Ink.from_json(value)
    assert reason in str(raised.value)
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("strokes: []", "not JSON"),
        ('{"strokes":\n [[[0, 0]}', "line 2"),
        ('{"strokes": [[[0, NaN]]]}', "out of range"),
        ('{"strokes": [[[0, 1e999]]]}', "out of range"),
        ('{"strokes": [[[0, 1' + "0" * 5000 + "]]]}", "a number is too long"),
        ("[" * 200_000, "nested too deeply"),
    ],
)
def test_text_that_is_no_ink_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InkError, match=reason):
        Ink.from_text(text)


def test_a_long_wrong_value_does_not_flood_the_message() -> None:
    with pytest.raises(InkError) as raised:
        Ink.from_json({"strokes": [[["x" * 10_000, 0]]]})
    assert len(str(raised.value)) < 200


@pytest.mark.parametrize(
    ("strokes", "told"),
    [
        ([[[0]] * (INK_POINTS + 1)], "has 250,001 points; inks up to 250,000 points are read"),
        ([[[0]]] * (INK_STROKES + 1), "has 10,001 strokes; inks up to 10,000 strokes are read"),
    ],
    ids=["points", "strokes"],
)
def test_an_ink_beyond_its_budget_is_refused_before_a_point_is_read(
    strokes: list[Any], told: str
) -> None:
    # The points are malformed: they would be told of if they were looked at.
    with pytest.raises(InkError) as raised:
        Ink.from_json({"strokes": strokes})
    assert str(raised.value) == f"This ink {told}: leave some out."


def test_all_of_the_budget_may_be_used() -> None:
    points = INK_POINTS // INK_STROKES
    ink = Ink.from_json({"strokes": [[[0, 0]] * points] * INK_STROKES})
    assert ink.point_count == INK_POINTS


def test_a_text_longer_than_any_ink_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(InkError, match=r"has 30,000,001 characters, and inks have up to 30 mill"):
        parse_json("?" * (INK_CHARACTERS + 1))


def test_an_edit_returns_a_new_ink() -> None:
    before = Ink((Stroke((Point(0, 0),)),))
    after = before.with_stroke(Stroke((Point(1, 1),)).with_point(Point(2, 2)))
    assert before.point_count == 1
    assert after.point_count == 3


def test_bounds_are_the_tight_box_of_all_strokes() -> None:
    ink = Ink.from_xy([[(0.2, 0.5), (0.4, 0.1)], [(0.3, 0.9)]])
    assert ink.bounds() == Bounds(0.2, 0.1, 0.4, 0.9)


def test_an_empty_ink_has_no_bounds() -> None:
    with pytest.raises(EmptyDrawingError, match="draw a digit"):
        Ink().bounds()


def test_mapping_moves_points_but_keeps_pressure_and_time() -> None:
    ink = Ink((Stroke((Point(1, 2, 0.5, 3.0),)),))
    assert ink.mapped(10, 5, -5) == Ink((Stroke((Point(15, 15, 0.5, 3.0),)),))


@pytest.mark.parametrize(
    ("ink", "reason"),
    [
        (Ink((Stroke((Point(0, 0),) * (INK_POINTS + 1)),)), "This drawing is full"),
        (Ink((Stroke((Point(0, 0),)),) * (INK_STROKES + 1)), "This drawing is full"),
        (Ink((Stroke(()),)), "a stroke without points"),
        (Ink.from_xy([[(0, float("nan"))]]), "a point out of range"),
        (Ink.from_xy([[(2e12, 0)]]), "a point out of range"),
    ],
    ids=["points", "strokes", "no points", "nan", "far"],
)
def test_what_could_not_be_read_back_is_not_written(ink: Ink, reason: str) -> None:
    with pytest.raises(InkError, match=reason):
        ink.to_json()


def test_the_longest_text_of_a_full_ink_is_read() -> None:
    number = -1.2345678901234567e-300  # no number within the limits has more characters
    point = Point(number, number, number, number)
    one, two = (len(json.dumps(Ink((Stroke((point,) * n),)).to_json())) for n in (1, 2))
    strokes = len("[], ") * INK_STROKES
    assert one + strokes + (two - one) * INK_POINTS < INK_CHARACTERS

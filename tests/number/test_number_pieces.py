"""Pieces, marks, candidates and segmentations of a line: pure functions of values."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from handdigit.budgets import NUMBER_PIECES
from handdigit.errors import InkError
from handdigit.gui.widgets.refusal_view import tall_parts
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.number import candidates as grouping_candidates
from handdigit.number.candidates import Candidates, find_candidates
from handdigit.number.grouping import Anchor, Apart, Grouping, Together, with_hint
from handdigit.number.pieces import Piece, ink_of, line_height, melted, pieces
from handdigit.number.reading import (
    NumberReading,
    best_segmentations,
    grouped_as,
    merged,
    reading_of,
    split,
)

coordinates = st.floats(-3, 3, allow_nan=False).map(lambda value: round(value, 3))
strokes = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=9)
inks = st.lists(strokes, max_size=5).map(Ink.from_xy)


def bar(x: float, top: float = 0.0, bottom: float = 1.0) -> list[tuple[float, float]]:
    return [(x, top + (bottom - top) * t / 8) for t in range(9)]


def rings(count: int, joined: bool) -> Ink:
    """Return zeros side by side, each written from its top and back to it."""
    turn = np.linspace(0, 2 * np.pi, 30)
    loops = [
        [(1.2 * i + 0.4 * np.sin(-t), 0.5 - 0.5 * np.cos(t)) for t in turn] for i in range(count)
    ]
    if not joined:
        return Ink.from_xy(loops)
    links = [
        [(a[-1][0] + (b[0][0] - a[-1][0]) * t / 9, 0.0) for t in range(1, 9)]
        for a, b in pairwise(loops)
    ]
    path = [*loops[0]]
    for link, loop in zip(links, loops[1:], strict=True):
        path += [*link, *loop]
    return Ink.from_xy([path])


def read(ink: Ink, grouping: Grouping = (), *, count: int = 2) -> list[NumberReading]:
    """Read with a network that likes every group alike."""
    candidates = find_candidates(ink, grouping)
    number = len(candidates.found)
    probabilities = np.full((number, 10), 0.01)
    probabilities[:, 0] = 0.91
    found = best_segmentations(candidates, probabilities, count=count)
    return [reading_of(candidates, one, probabilities, np.ones(number, bool)) for one in found]


def places(group: Iterable[Piece]) -> set[tuple[int, int]]:
    """Return stroke and number of all points of a group."""
    return {(p.stroke, at) for p in group for at in range(p.first, p.last + 1)}


def covered(ink: Ink, candidates: Candidates, numbers: tuple[int, ...]) -> bool:
    """Tell whether groups have every piece of every stroke exactly once."""
    taken = sorted(piece for n in numbers for piece in candidates.found[n].group)
    whole = [Piece(n, 0, len(s.points) - 1) for n, s in enumerate(ink.strokes)]
    gaps = any(a.stroke == b.stroke and a.last != b.first for a, b in pairwise(taken))
    return not gaps and melted(taken) == tuple(whole)


@settings(deadline=None, max_examples=50)
@given(inks)
def test_any_ink_gives_a_partition_of_itself(ink: Ink) -> None:
    candidates = find_candidates(ink)
    probabilities = np.random.default_rng(0).dirichlet(np.ones(10), len(candidates.found))
    found = best_segmentations(candidates, probabilities.reshape(-1, 10), count=3)
    assert found
    assert all(covered(ink, candidates, one.numbers) for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({frozenset(one.numbers) for one in found}) == len(found)


@settings(deadline=None, max_examples=50)
@given(inks.filter(lambda ink: len(ink.strokes) > 1), st.integers(0, 4))
@example(Ink.from_xy([[(0, 0), (0, 1), (1, 0), (1, 1)], [(3, 0), (3, 1)]]), 1)
def test_what_somebody_said_is_respected(ink: Ink, choice: int) -> None:
    first, *_ = read(ink)
    assume(first.boxes)  # there are none where all are dots
    number = choice % len(first.boxes)
    box = first.boxes[number]
    if box.can_be_split:
        again = read(ink, split(ink, (), box))[0]
        assert box.group not in [other.group for other in again.boxes]
    if len(first.boxes) > number + 1:
        pair = first.boxes[number : number + 2]
        both = places(piece for one in pair for piece in one.group)
        again = read(ink, merged(ink, (), pair))[0]
        assert any(both <= places(other.group) for other in again.boxes)


def test_tall_parts_side_by_side_are_counted() -> None:
    late_bar, dot = [(0.9, 0.5), (1.2, 0.5)], [(2, 1)]
    assert tall_parts(Ink()) == 0
    assert tall_parts(Ink.from_xy([bar(0)])) == 1
    assert tall_parts(Ink.from_xy([bar(1), bar(0), late_bar, dot])) == 2
    assert tall_parts(rings(3, joined=False)) == 3
    assert tall_parts(rings(3, joined=True)) == 1


def test_a_stroke_that_is_merged_stays_whole_where_it_could_be_cut() -> None:
    bar_and_stroke = [[(-2, 0), (-2, 0.5)], [(0, 0), (0, 1), (1, 0), (0, 0), (1, 0), (2, 2)]]
    ink = Ink.from_xy(bar_and_stroke)
    assert len(pieces(ink, line_height(ink))) > 2
    boxes = read(ink)[0].boxes
    assert len(boxes) == 2
    again = read(ink, merged(ink, (), boxes))[0]
    assert [box.group for box in again.boxes] == [(Piece(0, 0, 1), Piece(1, 0, 5))]


def test_an_empty_ink_has_one_reading_without_digits() -> None:
    assert [one.text for one in read(Ink())] == [""]


def test_digits_that_were_not_lifted_between_can_be_told_apart() -> None:
    ink = rings(3, joined=True)
    found = pieces(ink, line_height(ink))
    assert len(found) >= 3
    lines = [ink_of(ink, (piece,)).bounds() for piece in found]
    assert all(a.right <= b.left + 0.3 for a, b in pairwise(lines))
    assert melted(found) == (Piece(0, 0, len(ink.strokes[0].points) - 1),)


@pytest.mark.parametrize("name", ["zero", "one", "three", "six", "eight", "nine"])
def test_digits_of_one_round_stroke_are_not_cut(name: str) -> None:
    from tests.gui.driving import example

    ink = example(name)
    assert len(pieces(ink, line_height(ink))) == len(ink.strokes)


@pytest.mark.parametrize("way", [1, -1])
def test_a_wide_zero_is_not_cut_at_its_foot(way: int) -> None:
    turn = np.linspace(0, 2 * np.pi, 40)
    ink = Ink.from_xy([[(0.9 * np.sin(way * t), 0.5 - 0.5 * np.cos(t)) for t in turn]])
    assert len(pieces(ink, line_height(ink))) == 1


def test_the_rising_tail_of_a_two_is_no_digit_of_its_own() -> None:
    bow = [(0, 0.25), (0.2, 0), (0.45, 0.1), (0.4, 0.4), (0, 1)]
    ink = Ink.from_xy([[*bow, (0.5, 0.9), (1, 0.7), (1.3, 0.4)]])
    assert len(pieces(ink, line_height(ink))) == 1


def test_a_group_of_all_pieces_is_the_ink_itself() -> None:
    ink = rings(2, joined=True)
    whole = melted(pieces(ink, line_height(ink)))
    assert ink_of(ink, whole) == ink


def test_a_late_bar_is_a_candidate_with_the_digit_it_lies_over() -> None:
    ink = Ink.from_xy([bar(0), bar(1), bar(2), [(-0.2, 0.5), (0.2, 0.5)]])
    groups = [candidate.group for candidate in find_candidates(ink).found]
    assert (Piece(0, 0, 8), Piece(3, 0, 1)) in groups


def test_far_strokes_are_no_candidate() -> None:
    ink = Ink.from_xy([bar(0), bar(3)])
    assert all(len(candidate.group) == 1 for candidate in find_candidates(ink).found)


def test_boxes_come_from_left_to_right() -> None:
    ink = Ink.from_xy([bar(2), bar(0), bar(1)])
    assert [box.group[0].stroke for box in read(ink)[0].boxes] == [1, 2, 0]


def test_a_mark_stays_true_while_more_is_written() -> None:
    ink = Ink.from_xy([bar(0), bar(1)])
    grouping = merged(ink, (), read(ink)[0].boxes)
    longer = ink.with_stroke(Stroke(tuple(Point(x, y) for x, y in bar(2))))
    assert [len(box.group) for box in read(longer, grouping)[0].boxes] == [2, 1]


def test_a_mark_lapses_when_its_ink_is_erased() -> None:
    ink = Ink.from_xy([bar(0), bar(1)])
    grouping = merged(ink, (), read(ink)[0].boxes)
    rest = Ink((ink.strokes[0], Stroke(ink.strokes[1].points[2:])))
    assert [len(box.group) for box in read(rest, grouping)[0].boxes] == [1, 1]


def test_a_single_stroke_is_split_at_its_best_point() -> None:
    ink = rings(1, joined=False)
    box = read(ink)[0].boxes[0]
    again = read(ink, split(ink, (), box))[0]
    assert len(again.boxes) == 2
    (one,), (other,) = (box.group for box in again.boxes)
    assert one.stroke == other.stroke == 0


def test_the_newest_word_counts() -> None:
    a, b, c = (Anchor(0, x, Point(x, 0.0)) for x in range(3))
    together, apart = Together((a, b)), Apart((a, b))
    assert with_hint((together,), apart) == (apart,)
    assert with_hint((apart,), together) == (together,)
    # Three apart in some way say nothing against two of them together.
    assert with_hint((Apart((a, b, c)),), together) == (Apart((a, b, c)), together)
    assert with_hint((Apart((a, b)),), Together((a, b, c))) == (Together((a, b, c)),)


def test_a_chosen_reading_is_what_is_read() -> None:
    ink = Ink.from_xy([bar(0), bar(0.3), bar(1), bar(1.25)])
    for wanted in read(ink, count=4):
        got = read(ink, grouped_as(ink, (), wanted))[0]
        assert [box.group for box in got.boxes] == [box.group for box in wanted.boxes]


def test_a_group_that_is_no_digit_stands_as_a_question_mark() -> None:
    candidates = find_candidates(Ink.from_xy([bar(0), bar(2)]))
    probabilities = np.full((2, 10), 0.1)
    [one] = best_segmentations(candidates, probabilities)
    reading = reading_of(candidates, one, probabilities, np.array([True, False]))
    assert reading.text == "0?"
    assert reading.boxes[1].digit is None


def test_more_strokes_than_a_number_has_are_refused_before_they_are_grouped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find_candidates(Ink.from_xy([bar(x) for x in range(NUMBER_PIECES)]))
    monkeypatch.setattr(grouping_candidates, "Proximity", None)
    with pytest.raises(InkError) as refused:
        find_candidates(Ink.from_xy([bar(x) for x in range(NUMBER_PIECES + 1)]))
    assert str(refused.value) == (
        "This number has 201 strokes or parts of them; numbers up to 200 are read: write fewer "
        "digits."
    )

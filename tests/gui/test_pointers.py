"""Which pointer draws, told without a window."""

from __future__ import annotations

import itertools

import pytest

from handdigit.gui.canvas.pointers import (
    LOST_S,
    PALM_MM,
    PALM_S,
    Contact,
    Kind,
    Phase,
    Pointers,
    Step,
)

MARK, BEGIN, POINT, END, DROP = Step
MOUSE, FINGER, PEN = Kind
PRESSED, DOWN, UP, CANCELLED = Phase
SHORT, LONG = PALM_S / 4, PALM_S * 2


class Hands:
    """What people and their devices do, second by second."""

    def __init__(self) -> None:
        self.pointers = Pointers()
        self.now = 100.0

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def do(self, kind: Kind, phase: Phase, number: int = 1, **more) -> list[Step]:
        return list(self.pointers.take(Contact(kind, number, phase, **more), self.now))


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.mark.parametrize("kind", Kind)
def test_a_stroke_is_from_a_press_to_its_release(hands, kind):
    assert hands.do(kind, UP) == []  # it hovers
    assert hands.do(kind, DOWN) == []  # a button that was pressed elsewhere
    assert hands.do(kind, PRESSED) == [MARK, BEGIN]
    assert hands.do(kind, DOWN) == [POINT]
    assert hands.pointers.is_drawing
    assert hands.do(kind, UP) == [END]
    assert not hands.pointers.is_drawing
    assert hands.do(kind, UP) == []


def test_another_pointer_neither_ends_a_stroke_nor_adds_to_it(hands):
    for kind, other in itertools.product((FINGER, PEN), (MOUSE, FINGER)):
        if other < kind or other is kind is FINGER:
            hands.wait(LONG)
            hands.do(kind, PRESSED, 1)
            for phase in (UP, PRESSED, DOWN, UP):
                assert hands.do(other, phase, 2) == []
            assert hands.do(kind, DOWN, 1) == [POINT]
            assert hands.do(kind, UP, 1) == [END]


@pytest.mark.parametrize("kind", Kind)
def test_a_press_without_a_release_before_it_begins_a_new_stroke(hands, kind):
    hands.do(kind, PRESSED)
    hands.wait(LONG)
    assert hands.do(kind, PRESSED) == [END, MARK, BEGIN]
    assert hands.do(kind, DOWN) == [POINT]


def test_the_first_finger_of_several_takes_the_canvas_from_one_that_never_left(hands):
    hands.do(FINGER, PRESSED, 1)
    hands.wait(LOST_S * 2)
    assert hands.do(FINGER, PRESSED, 2) == []
    assert hands.do(FINGER, PRESSED, 3, is_alone=True) == [END, MARK, BEGIN]


@pytest.mark.parametrize("kind", [FINGER, PEN])
def test_a_pointer_that_never_left_does_not_keep_the_canvas_for_ever(hands, kind):
    hands.do(kind, PRESSED)
    hands.wait(LOST_S / 2)
    hands.do(kind, DOWN)
    hands.wait(LOST_S * 0.9)
    assert hands.do(MOUSE, PRESSED) == []
    hands.wait(LOST_S * 0.2)
    assert hands.do(MOUSE, PRESSED) in ([END, MARK, BEGIN], [DROP, MARK, BEGIN])


def test_a_palm_that_lies_there_goes_when_the_pen_comes(hands):
    for does in (PRESSED, UP):  # it writes, or hovers
        hands.wait(LONG)
        assert hands.do(FINGER, PRESSED) == [MARK, BEGIN]
        hands.wait(LONG)
        assert hands.do(FINGER, DOWN) == [POINT]
        expected = [DROP, MARK, BEGIN] if does is PRESSED else [DROP]
        assert hands.do(PEN, does) == expected
        assert hands.do(FINGER, DOWN) == hands.do(FINGER, UP) == []
        hands.do(PEN, UP)


def test_a_palm_that_came_just_before_the_pen_goes_in_all_its_pieces(hands):
    assert hands.do(FINGER, PRESSED, 1) == [MARK, BEGIN]
    assert hands.do(FINGER, UP, 1) == [END]
    hands.wait(SHORT)
    assert hands.do(FINGER, PRESSED, 2) == [BEGIN]
    assert hands.do(FINGER, UP, 2) == [END]
    hands.wait(SHORT)
    assert hands.do(PEN, UP) == []
    assert hands.do(PEN, PRESSED) == [DROP, MARK, BEGIN]


def test_what_a_finger_drew_earlier_stays(hands):
    for number in range(3):
        hands.do(FINGER, PRESSED, number)
        hands.do(FINGER, UP, number)
        hands.wait(LONG)
    assert hands.do(PEN, PRESSED) == [MARK, BEGIN]


def test_what_a_finger_drew_before_something_else_was_shown_is_not_asked_for(hands):
    hands.do(FINGER, PRESSED)
    hands.pointers.let_go()
    assert hands.do(FINGER, DOWN) == hands.do(FINGER, UP) == []
    assert hands.do(PEN, PRESSED) == [MARK, BEGIN]


def test_the_hand_that_holds_the_pen_does_not_draw_between_its_strokes(hands):
    hands.do(PEN, PRESSED)
    hands.do(PEN, UP)
    hands.wait(SHORT)
    assert hands.do(FINGER, PRESSED) == hands.do(FINGER, DOWN) == hands.do(FINGER, UP) == []
    hands.wait(LONG)
    assert hands.do(FINGER, PRESSED) == [MARK, BEGIN]


def test_what_is_large_is_a_palm_at_once_or_once_it_lies_flat(hands):
    assert hands.do(FINGER, PRESSED, diameter_mm=PALM_MM + 1) == []
    assert hands.do(FINGER, DOWN, diameter_mm=8) == []
    hands.do(FINGER, UP)
    assert hands.do(FINGER, PRESSED, diameter_mm=8) == [MARK, BEGIN]
    assert hands.do(FINGER, DOWN, diameter_mm=PALM_MM + 1) == [DROP]
    assert hands.do(FINGER, DOWN, diameter_mm=8) == []


def test_what_is_told_twice_is_drawn_once(hands):
    assert hands.do(MOUSE, PRESSED) == [MARK, BEGIN]
    assert hands.do(PEN, PRESSED) == [DROP, MARK, BEGIN]
    assert hands.do(MOUSE, DOWN) == hands.do(MOUSE, UP) == []
    assert hands.do(PEN, UP) == [END]
    assert hands.do(MOUSE, UP) == []


def test_what_the_mouse_drew_stays_when_the_pen_comes(hands):
    hands.do(MOUSE, PRESSED)
    hands.wait(LONG)
    assert hands.do(PEN, PRESSED) == [END, MARK, BEGIN]


def test_a_gesture_of_the_system_takes_the_finger_s_ink_and_no_other(hands):
    hands.do(FINGER, PRESSED)
    assert hands.do(FINGER, CANCELLED, -1) == [DROP]
    hands.do(PEN, PRESSED)
    assert hands.do(FINGER, CANCELLED, -1) == []
    assert hands.do(PEN, DOWN) == [POINT]


def test_fingers_draw_only_where_they_may(hands):
    hands.pointers.fingers_draw = False
    assert hands.do(FINGER, PRESSED) == hands.do(FINGER, DOWN) == hands.do(FINGER, UP) == []
    assert hands.do(MOUSE, PRESSED) == [MARK, BEGIN]


ALL = list(itertools.product(Kind, (1, 2), (PRESSED, DOWN, UP)))


def test_whatever_is_done_strokes_begin_and_end_in_turn():
    """Every sequence of three contacts: nothing is added to a stroke that was not begun."""
    for order in itertools.product(ALL, repeat=3):
        hands, is_open, has_mark = Hands(), False, False
        for kind, number, phase in order:
            for step in hands.do(kind, phase, number):
                assert (step in (POINT, END)) <= is_open <= (step in (POINT, END, DROP)), order
                assert has_mark or step is MARK, order
                is_open, has_mark = step in (BEGIN, POINT), True
            assert hands.pointers.is_drawing == is_open

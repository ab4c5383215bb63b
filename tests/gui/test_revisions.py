"""Answers of the stroke in progress are welcome; what was before a clear is not."""

from __future__ import annotations

from handdigit.gui.state.drawing.revisions import Revisions


def test_a_slightly_older_state_of_the_same_stroke_may_still_be_answered():
    revisions = Revisions()
    first = revisions.begin(continues=False)
    revisions.begin(continues=True)
    assert revisions.answer(first)
    assert revisions.is_waiting
    assert revisions.answer(revisions.newest)
    assert not revisions.is_waiting


def test_nothing_from_before_another_drawing_is_welcome():
    revisions = Revisions()
    before = revisions.begin(continues=False)
    revisions.begin(continues=False)
    assert not revisions.answer(before)
    assert revisions.is_waiting


def test_a_blank_sheet_waits_for_nothing():
    revisions = Revisions()
    before = revisions.begin(continues=True)
    revisions.begin(continues=True)
    revisions.settle()
    assert not revisions.is_waiting
    assert not revisions.answer(before)


def test_a_refused_state_waits_no_longer():
    revisions = Revisions()
    revisions.begin(continues=False)
    revisions.refuse()
    assert not revisions.is_waiting


def test_the_time_of_an_answer_is_taken_once():
    revisions = Revisions()
    first, second = (revisions.begin(continues=True) for _ in range(2))
    assert revisions.take_latency_ms(second) >= 0
    assert revisions.take_latency_ms(second) is None
    assert revisions.take_latency_ms(first) is None


def test_no_time_is_taken_that_says_nothing():
    revisions = Revisions()
    first = revisions.begin(continues=False, is_timed=False)
    assert revisions.take_latency_ms(first) is None
    assert revisions.answer(first)

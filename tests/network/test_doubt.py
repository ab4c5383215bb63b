"""An answer that is not sure: it keeps its digit, and says why."""

from __future__ import annotations

import pickle

import pytest

from handdigit.ink.ink import Bounds
from handdigit.network.recognition import CLEAR, EMPTY, WHICH_PART, Cut, Recognition, Verdict
from handdigit.sentences import Sentence, sentence

REASON = sentence("An unusual {0}.", "7")
SEVEN = tuple(0.93 if digit == 7 else 0.07 / 9 for digit in range(10))


@pytest.mark.parametrize("verdict", [Verdict.DIGIT, Verdict.UNJUDGED])
def test_a_doubted_answer_keeps_its_digit_and_says_why(verdict):
    sure = Recognition(verdict, SEVEN)
    doubted = sure.doubted(REASON)
    assert (doubted.verdict, doubted.doubt) == (Verdict.UNSURE, REASON)
    assert doubted.is_unsure
    assert not doubted.is_refused
    assert (doubted.digit, doubted.label, doubted.probability) == (7, "7", 0.93)
    assert (sure.marked_label, doubted.marked_label) == ("7", "7?")


@pytest.mark.parametrize("answer", [EMPTY, Recognition(Verdict.NOT_A_DIGIT, SEVEN)])
def test_what_is_no_answer_cannot_be_doubted(answer):
    assert answer.doubted(REASON) is answer
    assert answer.marked_label is None


def cut(clearness: float) -> Cut:
    return Cut((100, 80), (Bounds(1, 2, 3, 4), Bounds(5, 6, 7, 8)), 0, clearness, None)


@pytest.mark.parametrize("clearness", [0.0, 0.3, CLEAR - 0.01])
def test_an_unclear_cut_is_never_sure(clearness):
    answer = Recognition(Verdict.DIGIT, SEVEN).cut_as(cut(clearness))
    assert (answer.verdict, answer.doubt) == (Verdict.UNSURE, WHICH_PART)
    assert (answer.digit, answer.cut) == (7, cut(clearness))
    assert answer.probability < 0.8
    assert sum(answer.probabilities) == pytest.approx(1)
    assert answer.network_probabilities == SEVEN


def test_the_less_clear_a_cut_is_the_less_sure_is_its_answer():
    sure = [
        Recognition(Verdict.DIGIT, SEVEN).cut_as(cut(clearness)).probability
        for clearness in (0.0, 0.2, 0.4, CLEAR)
    ]
    assert sure == sorted(sure)
    assert sure[-1] == 0.93


def test_a_refused_part_stays_refused():
    assert Recognition(Verdict.NOT_A_DIGIT, SEVEN).cut_as(cut(0.0)).is_refused


def test_the_first_doubt_stays():
    doubted = Recognition(Verdict.DIGIT, SEVEN).doubted(REASON)
    assert doubted.doubted(sentence("Another.")).doubt == REASON


def test_a_doubt_travels_with_its_template():
    arrived = pickle.loads(pickle.dumps(Recognition(Verdict.DIGIT, SEVEN).doubted(REASON)))
    assert isinstance(arrived.doubt, Sentence)
    assert arrived.doubt.template == "An unusual {0}."

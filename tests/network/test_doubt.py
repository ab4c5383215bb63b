"""An answer that is not sure: it keeps its digit, and says why."""

from __future__ import annotations

import pickle

import pytest

from handdigit.network.recognition import EMPTY, Recognition, Verdict
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


def test_the_first_doubt_stays():
    doubted = Recognition(Verdict.DIGIT, SEVEN).doubted(REASON)
    assert doubted.doubted(sentence("Another.")).doubt == REASON


def test_a_doubt_travels_with_its_template():
    arrived = pickle.loads(pickle.dumps(Recognition(Verdict.DIGIT, SEVEN).doubted(REASON)))
    assert isinstance(arrived.doubt, Sentence)
    assert arrived.doubt.template == "An unusual {0}."

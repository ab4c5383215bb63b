"""How several networks come to one answer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from handdigit.network.recognition import Votes, VotingRule, combined


def vote(digit: int, probability: float) -> np.ndarray:
    row = np.full(10, (1 - probability) / 9)
    row[digit] = probability
    return row


def test_the_mean_counts_how_sure_the_members_are() -> None:
    votes = np.array([[vote(7, 0.4)], [vote(7, 0.4)], [vote(1, 0.99)]])
    assert combined(votes, VotingRule.MEAN)[0].argmax() == 1
    assert combined(votes, VotingRule.MEAN)[0] == pytest.approx(votes[:, 0].mean(axis=0))


def test_by_majority_each_member_has_one_vote() -> None:
    votes = np.array([[vote(7, 0.4)], [vote(7, 0.4)], [vote(1, 0.99)]])
    assert combined(votes, VotingRule.MAJORITY)[0].argmax() == 7


def test_the_mean_breaks_a_tie() -> None:
    votes = np.array([[vote(7, 0.6)], [vote(1, 0.9)]])
    assert combined(votes, VotingRule.MAJORITY)[0].argmax() == 1


@given(arrays(float, (4, 3, 10), elements=st.floats(0.001, 1)), st.sampled_from(VotingRule))
def test_the_answer_is_a_distribution_that_most_members_voted_for(raw, rule) -> None:
    votes = raw / raw.sum(axis=2, keepdims=True)
    found = combined(votes, rule)
    assert found.sum(axis=1) == pytest.approx(np.ones(3))
    if rule is VotingRule.MAJORITY:
        for drawing in range(3):
            ballots = np.bincount(votes[:, drawing].argmax(axis=1), minlength=10)
            assert ballots[found[drawing].argmax()] == ballots.max()


def test_votes_name_the_digit_of_each_member() -> None:
    votes = Votes(("a", "b"), np.array([vote(7, 0.6), vote(1, 0.9)]), VotingRule.MEAN)
    assert votes.digits == (7, 1)

"""Figures about a measured model, against what can be counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.experiment.evaluation import Evaluation


def sure(digit: int, probability: float, second: int) -> np.ndarray:
    """Return probabilities of an answer and its runner-up."""
    row = np.zeros(10)
    row[second] = 1 - probability
    row[digit] += probability
    return row


@pytest.fixture
def few() -> Evaluation:
    """Return six readings: 3 read as 5 twice, the rest right."""
    rows = [
        sure(3, 0.9, 8),
        sure(5, 0.6, 3),
        sure(5, 0.99, 3),
        sure(5, 0.8, 6),
        sure(0, 1.0, 1),
        sure(0, 0.7, 6),
    ]
    return Evaluation(np.array([3, 3, 3, 5, 0, 0]), np.stack(rows))


def test_counts_and_shares(few):
    assert (few.n, few.metrics.n, few.metrics.correct) == (6, 6, 4)
    assert few.metrics.confusion[3].tolist() == [0, 0, 0, 1, 0, 2, 0, 0, 0, 0]
    assert few.metrics.worst_confusions() == [(3, 5, 2)]


def test_losses_are_those_of_the_true_digit_and_order_a_cell(few):
    expected = -np.log([0.9, 0.4, 0.01, 0.8, 1.0, 0.7])
    assert few.losses == pytest.approx(expected)
    assert few.metrics.loss == pytest.approx(expected.mean())
    assert few.cell(3, 5).tolist() == [2, 1]
    assert few.cell(0, 0).tolist() == [5, 4]
    assert few.cell(9, 0).tolist() == []


def test_an_impossible_digit_has_a_large_but_finite_loss():
    found = Evaluation(np.array([4]), sure(7, 1.0, 7)[None])
    assert 500 < found.metrics.loss < 1000


def test_a_bin_is_open_below_and_closed_above():
    # 2/3 is the upper end of the tenth of fifteen bins.
    found = Evaluation(np.array([1, 1]), np.stack([sure(1, 2 / 3, 2), sure(1, 0.67, 2)]))
    assert found.metrics.reliability.counts.tolist() == [0] * 9 + [1, 1] + [0] * 4


def test_the_calibration_error_is_the_mean_gap_weighted_by_count(few):
    bins = few.metrics.reliability
    assert bins.counts.sum() == 6
    # Alone in their bins: 0.6 wrong, 0.7 right, 0.8 right, 0.9 right; 0.99 wrong with 1.0 right.
    gaps = [0.6, 0.3, 0.2, 0.1]
    assert bins.expected_error == pytest.approx(100 * (sum(gaps) + 2 * abs(0.5 - 0.995)) / 6)


def test_it_agrees_with_a_plain_loop_on_many_answers():
    rng = np.random.default_rng(3)
    logits = rng.normal(0, 2, (5000, 10))
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    labels = rng.integers(0, 10, 5000)
    found = Evaluation(labels, probabilities)
    confidence, right = probabilities.max(1), probabilities.argmax(1) == labels
    error = 0.0
    for number in range(15):
        inside = (confidence > number / 15) & (confidence <= (number + 1) / 15)
        if inside.any():
            gap = abs(right[inside].mean() - confidence[inside].mean())
            error += inside.mean() * gap
    assert found.metrics.reliability.expected_error == pytest.approx(100 * error)


def test_answers_as_sure_as_they_are_right_have_no_error():
    labels = np.array([1] * 8 + [2] * 2)
    found = Evaluation(labels, np.stack([sure(1, 0.8, 2)] * 10))
    assert found.metrics.reliability.expected_error == pytest.approx(0)


def test_nothing_measured_is_no_error():
    empty = Evaluation(np.zeros(0, np.int64), np.zeros((0, 10))).metrics
    assert (empty.n, empty.accuracy, empty.loss) == (0, 0, 0)
    assert empty.reliability.expected_error == 0
    assert empty.confusion.shape == (10, 10)


def test_the_metrics_of_two_parts_are_those_of_the_whole(few):
    first = np.array([True, False, True, True, False, False])
    joined, whole = few.part(first).metrics + few.part(~first).metrics, few.metrics
    assert joined.confusion.tolist() == whole.confusion.tolist()
    assert joined.loss == pytest.approx(whole.loss)
    assert joined.reliability.counts.tolist() == whole.reliability.counts.tolist()
    assert joined.reliability.expected_error == pytest.approx(whole.reliability.expected_error)

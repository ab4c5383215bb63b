"""The reference digits that the analyses share."""

from __future__ import annotations

import numpy as np

from handdigit.engine.analyses.references import PIECE, WrittenDigits


def test_more_digits_begin_with_those_that_are_there() -> None:
    digits = WrittenDigits()
    assert list(digits.write(2 * PIECE)) == [0, 0.5]
    pictures, labels = digits.first(2 * PIECE)
    assert pictures.shape == (2 * PIECE, 28, 28)
    assert pictures.any(axis=(1, 2)).all()
    assert labels.tolist() == [*range(10)] * (2 * PIECE // 10)
    assert list(digits.write(3 * PIECE)) == [2 / 3]
    assert np.array_equal(digits.first(3 * PIECE)[0][: 2 * PIECE], pictures)
    assert list(digits.write(PIECE + 1)) == []
    assert np.array_equal(digits.first(PIECE + 1)[0], pictures[: PIECE + 1])


def test_two_analyses_that_write_in_turn_write_the_same_digits_once() -> None:
    digits, alone = WrittenDigits(), WrittenDigits()
    one, other = digits.write(2 * PIECE), digits.write(2 * PIECE)
    for _ in range(2):
        next(one)
        next(other)
    assert list(one) == list(other) == []
    list(alone.write(2 * PIECE))
    assert np.array_equal(digits.first(9 * PIECE)[0], alone.first(2 * PIECE)[0])

"""The stock of written digits, and that what is in it can be read."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise_inks
from handdigit.recognition.gate import shipped_gate
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.training.sources import SHEET, InkStock, LabelFilter, generated

DIGITS = np.random.default_rng(1).integers(0, 10, 120)


class Counting:
    """Writes as the pen model does and keeps how much it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def draw_many(self, digits, rng) -> InkBatch:
        self.asked.append(len(digits))
        return shipped_handwriting().draw_many(digits, rng)


def same(some: InkBatch, others: InkBatch) -> bool:
    return np.array_equal(some.xy, others.xy) and np.array_equal(some.starts, others.starts)


def test_what_is_given_depends_on_the_generator_alone():
    fresh, used = (InkStock(Counting(), 4 * SHEET, seed=3) for _ in range(2))
    used.draw_many(DIGITS, np.random.default_rng(9))
    rng = [np.random.default_rng(5) for _ in range(2)]
    assert same(fresh.draw_many(DIGITS, rng[0]), used.draw_many(DIGITS, rng[1]))
    other = InkStock(Counting(), 4 * SHEET, seed=4)
    assert not same(
        fresh.draw_many(DIGITS, np.random.default_rng(5)),
        other.draw_many(DIGITS, np.random.default_rng(5)),
    )


def test_a_sheet_is_written_once_and_only_when_it_is_needed():
    writer = Counting()
    pool = InkStock(writer, 3 * SHEET, seed=1)
    assert not writer.asked
    for seed in range(40):
        pool.draw_many(DIGITS[:30], np.random.default_rng(seed))
        assert len(writer.asked) <= seed + 1
    assert writer.asked == [SHEET] * 3


def test_it_gives_the_digits_that_are_asked_for():
    pool = InkStock(shipped_handwriting(), 2 * SHEET, seed=1)
    every = np.arange(2 * SHEET + 7) % 10
    pictures = normalise_inks(pool.draw_many(every, np.random.default_rng(1)))
    assert len(pictures) == len(every)
    assert (shipped_gate().digits(pictures) == every).mean() > 0.9
    assert len(pool.draw_many(every[:0], np.random.default_rng(1))) == 0


def test_what_looks_like_another_digit_is_written_again():
    digits = np.arange(600) % 10
    gate, pen = shipped_gate(), shipped_handwriting()
    raw = pen.draw_many(digits, np.random.default_rng(2))
    legible = LabelFilter(pen, gate).draw_many(digits, np.random.default_rng(2))
    wrong = gate.digits(normalise_inks(raw)) != digits
    still = gate.digits(normalise_inks(legible)) != digits
    assert wrong.sum() > 5
    assert still.sum() <= wrong.sum() // 5
    kept = np.flatnonzero(~wrong)
    assert same(raw.chosen(kept), legible.chosen(kept))


@pytest.mark.parametrize("count", [1, 40])
def test_generated_training_data_is_legible(count):
    digits = np.full(count, 9)
    written = generated(10).writer.draw_many(digits, np.random.default_rng(1))
    assert (shipped_gate().digits(normalise_inks(written)) == 9).mean() > 0.95

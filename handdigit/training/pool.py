"""A stock of written digits, for who needs many and writes them slowly."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from handdigit.core.alphabet import DIGITS
from handdigit.core.ink_batch import InkBatch
from handdigit.training.dataset import Writer, generated_labels
from handdigit.training.randomness import Purpose, random_numbers

SHEET = 50
"""Digits written at once, as many of each: a batch waits for as many as it takes, no more."""


class Pool:
    """Gives digits that a writer has written once, in any order, as a writer itself.

    Sheets of them are written when they are first asked for. Which digits are given depends on
    the generator alone, not on what was asked for before.
    """

    def __init__(self, writer: Writer, count: int, seed: int) -> None:
        """Let ``writer`` write ``count`` digits, up to whole sheets, each seed others."""
        self._writer, self._seed = writer, seed
        self._sheets: list[InkBatch | None] = [None] * math.ceil(count / SHEET)

    def draw_many(self, digits: NDArray[np.integer], rng: np.random.Generator) -> InkBatch:
        """Return one ink for each of the digits, the same ones for the same generator."""
        if not len(digits):
            return InkBatch.joined([])
        every = len(self._sheets)
        opened = rng.choice(every, min(every, math.ceil(len(digits) / SHEET)), replace=False)
        sheets = [self._sheet(int(number)) for number in opened]
        # On a sheet the digits come in turn.
        row = rng.integers(SHEET // len(DIGITS) * len(sheets), size=len(digits))
        return InkBatch.joined(sheets).chosen(row * len(DIGITS) + np.asarray(digits))

    def _sheet(self, number: int) -> InkBatch:
        sheet = self._sheets[number]
        if sheet is None:
            rng = random_numbers(self._seed, Purpose.STOCK, number)
            sheet = self._writer.draw_many(generated_labels(SHEET), rng)
            self._sheets[number] = sheet
        return sheet


assert SHEET % len(DIGITS) == 0

"""Generated digits that can be read: what looks like another digit is written again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink_batch import InkBatch
from handdigit.core.normalise_batch import normalise_inks
from handdigit.models.gate import Gate
from handdigit.training.dataset import Writer

ATTEMPTS = 3
"""Of these the last one counts, whatever it looks like: some ways of writing are hard to read."""


class LegibleWriter:
    """Writes as another writer does, but again where the gate reads another digit.

    With the pen model's liberties one digit in thirty comes out as a flawless other one: a 9
    whose loop is flat is a 7.
    """

    def __init__(self, writer: Writer, gate: Gate) -> None:
        """Let ``writer`` write and ``gate``, which was fitted without this, read."""
        self._writer, self._gate = writer, gate

    def draw_many(self, digits: NDArray[np.integer], rng: np.random.Generator) -> InkBatch:
        """Return one ink for each of the digits, the same ones for the same generator."""
        inks = self._writer.draw_many(digits, rng)
        for _ in range(ATTEMPTS - 1):
            wrong = np.flatnonzero(self._gate.digits(normalise_inks(inks)) != digits)
            if not len(wrong):
                break
            order = np.arange(len(inks))
            order[wrong] = len(inks) + np.arange(len(wrong))
            again = self._writer.draw_many(digits[wrong], rng)
            inks = InkBatch.joined([inks, again]).chosen(order)
        return inks

"""Reference digits that the pen model writes: once, for all analyses that compare with them."""

from __future__ import annotations

from collections.abc import Generator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.normalise import normalise_inks
from handdigit.network.alphabet import DIGITS
from handdigit.storage.models.handwriting_file import shipped_handwriting

PIECE = 100
"""Digits written before the pen's answers come in between: some 15 ms."""
SEED = 1


class WrittenDigits:
    """Pictures of 0 to 9 in turn: always the same ones, as many as were asked for so far."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self._pieces: list[NDArray[np.uint8]] = []
        self._rng = np.random.default_rng(SEED)

    def write(self, count: int) -> Generator[float, None, None]:
        """Write what is still missing of so many digits, yielding which share of them is there.

        Raises:
            DataFileError: the program is installed without its pen model.
        """
        digits = np.arange(PIECE) % len(DIGITS)
        while (done := len(self._pieces)) * PIECE < count:
            yield done * PIECE / count
            if len(self._pieces) > done:
                continue  # another analysis has written it meanwhile
            self._pieces.append(normalise_inks(shipped_handwriting().draw_many(digits, self._rng)))

    def first(self, count: int) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Return (N, 28, 28) pictures and (N,) labels of the first ``count``, which are written."""
        pictures = np.concatenate(self._pieces)[:count]
        return pictures, np.arange(len(pictures)) % len(DIGITS)


@cache
def written_digits() -> WrittenDigits:
    """Return those that all analyses share."""
    return WrittenDigits()

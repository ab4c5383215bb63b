"""Whether the pictures of a set lie on their side, as EMNIST's do in every one of its forms.

Cohen, Afshar, Tapson and van Schaik (2017) wrote columns where MNIST has rows. Many a copy was
turned upright since, so the name alone does not tell: the pictures are read both ways.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.normalise import SIDE, normalise_inks
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.storage.models.handwriting_file import shipped_handwriting

NAME = "emnist"
"""What the names of its files have in them."""
BY_COLUMNS = ".mat"
"""These are read by columns, as they were written."""
WRITTEN = 20
"""Of each digit, to compare with."""
LOOKED_AT = 500
DEVIATIONS = 3
"""By so many standard deviations one way has to be read better than the other."""


def are_turned(
    pictures: NDArray[np.uint8], labels: NDArray[np.integer], name: str, alphabet: Alphabet
) -> bool:
    """Return whether rows and columns of (N, H, W) pictures are to be exchanged.

    The name of their file decides where reading them does not: they are too few, or no digits.
    """
    if pictures.shape[1] != pictures.shape[2]:
        return False
    if alphabet == DIGITS and pictures.shape[1] == SIDE:
        some = np.linspace(0, len(pictures) - 1, min(LOOKED_AT, len(pictures))).round().astype(int)
        lead, spread = _lead_of_turned(pictures[some], labels[some])
        if abs(lead) > DEVIATIONS * spread:
            return lead > 0
    name = name.lower()
    return NAME in name and not name.endswith(BY_COLUMNS)


def _lead_of_turned(pictures: NDArray[np.uint8], labels: NDArray[np.integer]) -> tuple[int, float]:
    """Return how many more are read right when they are turned, and the deviation by chance."""
    upright, turned = (_read(side) == labels for side in (pictures, pictures.transpose(0, 2, 1)))
    gained, lost = int((turned & ~upright).sum()), int((upright & ~turned).sum())
    return gained - lost, (gained + lost) ** 0.5


def _read(pictures: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return (N,) the digits whose mean each picture is most like: two of three are right."""
    likeness: NDArray[np.float32] = _compared(pictures) @ _means().T
    digits: NDArray[np.int64] = np.argmax(likeness, axis=1)
    return digits


@cache
def _means() -> NDArray[np.float32]:
    digits = np.tile(np.arange(len(DIGITS)), WRITTEN)
    inks = shipped_handwriting().draw_many(digits, np.random.default_rng(0))
    written = _compared(normalise_inks(inks))
    return _compared(written.reshape(WRITTEN, len(DIGITS), -1).mean(axis=0))


def _compared(pictures: NDArray[np.generic]) -> NDArray[np.float32]:
    """Return rows of mean 0 and length 1, whose products are correlations."""
    rows = pictures.reshape(len(pictures), -1).astype(np.float32)
    rows -= rows.mean(axis=1, keepdims=True)
    lengths: NDArray[np.float32] = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return rows / lengths

"""Bitmaps of digits that are none any more: two side by side, on their side, in a mirror."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.core.negatives.spoiled import LYING, MIRRORED
from handdigit.core.normalise import SIDE, normalise_ink_picture

NEAREST, FARTHEST = 10, 22
"""Pixels between the middles of two digits in a row."""


def spoiled_pictures(
    pictures: NDArray[np.uint8],
    labels: NDArray[np.int64],
    count: int,
    rng: np.random.Generator,
) -> NDArray[np.uint8]:
    """Return (count, 28, 28) normalised pictures made of (N, 28, 28) pictures of digits."""
    pairs = rng.integers(len(pictures), size=(count // 2, 2))
    made = [_in_a_row(pictures[pair], rng) for pair in pairs]
    for mirrored in rng.random(count - len(made)) < 0.5:
        digits = MIRRORED if mirrored else LYING
        picture = pictures[_one_of(labels, int(rng.choice(digits)), rng)]
        made.append(picture[:, ::-1] if mirrored else np.rot90(picture, rng.choice((1, 3))))
    return np.stack([normalise_ink_picture(picture).picture for picture in made])


def _in_a_row(pair: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return (2, 28, 28) pictures in one, the brighter where they overlap."""
    apart, lower = int(rng.integers(NEAREST, FARTHEST)), int(rng.integers(-3, 4))
    row = np.zeros((SIDE, SIDE + apart), np.uint8)
    row[:, :SIDE] = pair[0]
    row[:, apart:] = np.maximum(row[:, apart:], np.roll(pair[1], lower, axis=0))
    return row


def _one_of(labels: NDArray[np.int64], digit: int, rng: np.random.Generator) -> int:
    """Return where a picture of a digit is; any where none is found soon."""
    tries = rng.integers(len(labels), size=100)
    found = np.flatnonzero(labels[tries] == digit)
    return int(tries[found[0]] if len(found) else tries[0])

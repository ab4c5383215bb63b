"""Negatives for the gate: drawings that are no digits, and bitmaps of digits spoiled."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from handdigit.experiment.recipe import Augmentation
from handdigit.handwriting.perturbations import NO_DIGIT
from handdigit.handwriting.spoiled import LYING, MIRRORED
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import SIDE, normalise_ink_picture
from handdigit.recognition.pictures import grey_levels
from handdigit.training.augmentation import perturb_pictures
from handdigit.training.dataset import TrainingData
from handdigit.training.ink_variation import perturb_inks

NEAREST, FARTHEST = 10, 22
"""Pixels between the middles of two digits in a row."""
FROM_PICTURES = 0.08
"""Share of the negatives that is made of bitmaps, so that paper alone makes no digit."""


def drawn_negatives(
    draw: Callable[[int, np.random.Generator], InkBatch],
    digits: TrainingData,
    count: int,
    variation: Augmentation,
    rng: np.random.Generator,
    generator: torch.Generator,
) -> Tensor:
    """Return (count, 1, 28, 28) grey levels, 0..1, of varied drawings that are no digits.

    Args:
        draw: draws so many that are none.
        digits: those whose bitmaps are spoiled, where it has any.
        count: how many of both.
        variation: how far they are varied.
        rng: draws, and varies ink.
        generator: varies bitmaps.
    """
    bitmaps = int(rng.binomial(count, FROM_PICTURES)) if len(digits.pictures) else 0
    drawn = draw(count - bitmaps, rng)
    pictures = perturb_inks(drawn, np.full(len(drawn), NO_DIGIT), variation, rng)
    parts = [grey_levels(torch.from_numpy(pictures))]
    if bitmaps:
        spoiled = spoiled_pictures(digits.pictures, digits.picture_labels, bitmaps, rng)
        parts.append(perturb_pictures(grey_levels(torch.from_numpy(spoiled)), variation, generator))
    return torch.cat(parts)


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

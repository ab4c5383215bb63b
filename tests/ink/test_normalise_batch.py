"""Inks rendered together are the pictures that each of them is alone."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import BATCH, Pen, normalise_ink, normalise_inks
from handdigit.storage.models.handwriting_file import shipped_handwriting

ODD = (
    Ink.from_xy([[(3, 3)]]),
    Ink.from_xy([[(3, 3), (3, 3)], [(4, 4)]]),
    Ink.from_xy([[(0, 0), (0, 5)]]),
    Ink.from_xy([[(0, 0), (1e6, 1)]]),
    Ink.from_xy([[(0, 0), (0, 100)], *[[(x / 9, 99.0 + x / 20)] for x in range(20)]]),
)


@pytest.fixture(scope="module")
def inks():
    digits = np.arange(BATCH + 44) % 10
    written = shipped_handwriting().draw_many(digits, np.random.default_rng(1)).inks()
    return (*written, *ODD)


def test_pictures_are_equal_to_the_last_bit(inks):
    together = normalise_inks(InkBatch.from_inks(inks))
    for picture, ink in zip(together, inks, strict=True):
        assert np.array_equal(picture, normalise_ink(ink).picture)


def test_every_ink_may_have_its_own_pen(inks):
    rng = np.random.default_rng(2)
    width, softness = rng.uniform(1.2, 4.5, len(inks)), rng.uniform(0.9, 2, len(inks))
    together = normalise_inks(InkBatch.from_inks(inks), width, softness)
    for picture, ink, *pen in zip(together, inks, width, softness, strict=True):
        assert np.array_equal(picture, normalise_ink(ink, pen=Pen(*pen)).picture)


def test_no_inks_are_no_pictures():
    assert normalise_inks(InkBatch.from_inks([])).shape == (0, 28, 28)

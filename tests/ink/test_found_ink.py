"""Ink that was found in a part of a picture."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.ink.binarise import drawn_ink
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds
from handdigit.ink.normalise import Preprocessing, found_ink, normalise, normalise_ink_picture
from handdigit.inspection.receptive_field import NOWHERE, drawing_bounds
from tests.ink.drawings import DIGITS, coverage, ink_of, painted
from tests.photos.conditions import CONDITIONS
from tests.photos.scene import photograph


def part(across: float = 2.0) -> FoundInk:
    """Return a five in the lower right of a picture of 300 × 400 pixels."""
    ink = np.rint(coverage("five", 60) * 255).astype(np.uint8)
    return FoundInk(ink, Bounds(250, 150, 250 + 60 * across, 150 + 60 * across), (300, 400))


def test_bounds_go_there_and_back() -> None:
    bounds = Bounds(3, 4, 20, 30)
    assert part().part_of(part().bounds_of(bounds)) == pytest.approx(bounds)


def test_what_was_found_is_read_as_it_is() -> None:
    normalised = normalise(part())
    assert (normalised.picture == normalise_ink_picture(part().ink).picture).all()
    rows = np.flatnonzero(part().ink.any(axis=1))
    assert normalised.box.top == 150 + 2 * rows[0]
    assert normalised.box.bottom == 150 + 2 * (rows[-1] + 1)


def test_without_scaling_it_is_where_it_was_in_the_whole_picture() -> None:
    found = part()
    pasted = np.zeros((300, 400), np.uint8)
    pasted[150:270, 250:370] = np.kron(found.ink, np.ones((2, 2), np.uint8))
    alone, whole = (
        normalise(x, Preprocessing(scale=False)) for x in (found, FoundInk.whole(pasted))
    )
    assert np.abs(alone.square.astype(int) - whole.square).max() <= 1
    region = NOWHERE._replace(top=3, bottom=20, left=5, right=9)
    assert drawing_bounds(region, alone) == pytest.approx(drawing_bounds(region, whole), abs=1)


def test_a_drawing_is_shown_whole_in_its_own_pixels() -> None:
    found = drawn_ink(painted(coverage("five", 1000)))
    assert found is not None
    assert found.is_whole
    assert found.size == (1000, 1000)
    assert found.extent == Bounds(0, 0, 1000, 1000)
    assert found.ink.shape == (250, 250)


def test_the_ink_of_a_photo_is_not_told_from_paper_again() -> None:
    photo = photograph(CONDITIONS["wooden desk"], ink_of(DIGITS["five"]), 2)
    once = normalise(photo)
    assert once.found is not None
    assert not once.found.is_whole
    assert (normalise(once.found).picture == once.picture).all()
    assert found_ink(once.found) is once.found

"""The outline runs half-way between ink and paper, and is closed."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handdigit.ink.contour import outline
from handdigit.ink.normalise import normalise
from tests.ink.drawings import DIGITS, ink_of

FULL = 255


def test_one_full_pixel_has_a_diamond_around_its_centre() -> None:
    picture = np.zeros((5, 5), np.uint8)
    picture[2, 3] = FULL
    ends = {end for segment in outline(picture) for end in segment}
    assert ends == {(3.0, 2.5), (4.0, 2.5), (3.5, 2.0), (3.5, 3.0)}


def test_paper_has_none() -> None:
    assert outline(np.zeros((28, 28), np.uint8)) == ()


def test_ink_up_to_the_edge_is_outlined_too() -> None:
    segments = np.array(outline(np.full((4, 6), FULL, np.uint8)))
    assert segments[..., 0].min() == pytest.approx(0)
    assert segments[..., 0].max() == pytest.approx(6)
    assert segments[..., 1].max() == pytest.approx(4)


@given(st.binary(min_size=36, max_size=36))
def test_every_outline_is_closed(content: bytes) -> None:
    picture = np.frombuffer(content, np.uint8).reshape(6, 6)
    ends = Counter(end for segment in outline(picture) for end in segment)
    assert all(count % 2 == 0 for count in ends.values())


@pytest.mark.parametrize("name", DIGITS)
def test_it_lies_between_pixels_darker_and_lighter_than_half(name: str) -> None:
    picture = normalise(ink_of(DIGITS[name])).picture
    grey = np.pad(picture.astype(float), 1)
    for segment in outline(picture):
        for x, y in segment:
            row, column = y + 0.5, x + 0.5
            r, c = int(row), int(column)
            down, right = row - r, column - c
            value = (
                grey[r, c] * (1 - down) * (1 - right)
                + grey[r, min(c + 1, 29)] * (1 - down) * right
                + grey[min(r + 1, 29), c] * down * (1 - right)
            )
            assert value == pytest.approx(FULL / 2, abs=1e-6)

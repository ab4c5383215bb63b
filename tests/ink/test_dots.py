"""A stray dot is nothing; a short stroke may be a 1."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.ink.dots import DOT_EXTENT, is_stray_dot
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise


def stray(source):
    return is_stray_dot(source, normalise(source))


@pytest.mark.parametrize(
    "strokes",
    [
        [[(0.5, 0.5)]],
        [[(0.5, 0.5), (0.5, 0.5)]],
        [[(0.5, 0.5), (0.51, 0.505), (0.502, 0.512)]],
        [[(0.5, 0.5)], [(0.51, 0.5)]],
        [[(0.5, 0.5), (0.5, 0.5 + DOT_EXTENT)]],
        [[(150, 150), (152, 153)]],  # in pixels of a screen
    ],
)
def test_a_dot_is_stray(strokes):
    assert stray(Ink.from_xy(strokes))


@pytest.mark.parametrize(
    "strokes",
    [
        [[(0.5, 0.45), (0.5, 0.55)]],
        [[(0.5, 0.48), (0.5, 0.53)]],
        [[(0.2, 0.2)], [(0.8, 0.8)]],  # two dots, far from each other
        [[(0, 0), (0, 40)]],  # any unit, beginning at its own corner
        [[(0, 0), (3, 0)]],
    ],
)
def test_a_short_stroke_is_more(strokes):
    assert not stray(Ink.from_xy(strokes))


def picture(side, rows, columns):
    """Return white paper with a black rectangle."""
    paper = np.full((side, side), 255, np.uint8)
    paper[rows, columns] = 0
    return paper


def disc(side, radius):
    y, x = np.mgrid[:side, :side] - side / 2
    return np.where(np.hypot(x, y) <= radius, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    "paper",
    [
        picture(28, slice(14, 15), slice(14, 15)),
        picture(28, slice(14, 16), slice(14, 15)),
        picture(200, slice(100, 104), slice(90, 93)),
        disc(200, 8),
    ],
)
def test_a_speck_in_a_picture_is_stray(paper):
    assert stray(paper)


@pytest.mark.parametrize(
    "paper",
    [
        picture(28, slice(10, 16), slice(14, 16)),
        picture(200, slice(90, 106), slice(98, 102)),  # a short upright stroke
        disc(200, 40),
    ],
)
def test_more_than_a_speck_is_not(paper):
    assert not stray(paper)

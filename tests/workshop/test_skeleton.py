"""Filled shapes to strokes."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.workshop.fonts import thinned, traced


def bar(rows, columns, side=40):
    shape = np.zeros((side, side), bool)
    shape[rows, columns] = True
    return shape


def test_a_bar_is_one_line_along_its_middle():
    (stroke,) = traced(bar(slice(5, 35), slice(18, 23)))
    assert stroke[:, 0] == pytest.approx(20, abs=1.1)
    assert np.ptp(stroke[:, 1]) > 22


def test_a_cross_is_four_lines_that_meet():
    strokes = traced(bar(slice(5, 35), slice(18, 23)) | bar(slice(18, 23), slice(5, 35)))
    assert len(strokes) == 4
    ends = np.array([stroke[end] for stroke in strokes for end in (0, -1)])
    inner = ends[np.abs(ends - 20).max(axis=1) < 4]
    assert len(inner) == 4
    assert np.ptp(inner, axis=0).max() <= 3


def test_a_ring_is_one_closed_line():
    y, x = np.mgrid[:40, :40] - 20
    radius = np.hypot(x, y)
    (stroke,) = traced((radius > 10) & (radius < 15))
    assert np.hypot(*(stroke[0] - stroke[-1])) < 3
    assert np.hypot(*(stroke - 20).T) == pytest.approx(12.5, abs=2)


def test_a_dot_is_kept_and_a_spur_is_not():
    shape = bar(slice(15, 38), slice(18, 22)) | bar(slice(3, 8), slice(18, 22))
    assert len(traced(shape)) == 2  # an i
    spurred = bar(slice(3, 37), slice(18, 23))
    spurred[20, 23] = True
    assert max(np.ptp(stroke[:, 0]) for stroke in traced(spurred)) < 3


def test_nothing_has_no_lines():
    assert traced(np.zeros((10, 10), bool)) == []


def test_a_skeleton_is_one_pixel_wide():
    thin = thinned(bar(slice(5, 35), slice(10, 30)))
    squares = thin[1:, 1:] & thin[:-1, 1:] & thin[1:, :-1] & thin[:-1, :-1]
    assert not squares.any()

"""Coverage follows from the geometry."""

from __future__ import annotations

import math

import numpy as np
import pytest

from handdigit.ink.rasterise import rasterise


def test_a_dot_covers_the_area_of_its_disc() -> None:
    coverage = rasterise([np.array([[10.3, 9.6]])], (20, 20), radius=4, softness=1)
    assert coverage.sum() == pytest.approx(math.pi * 4**2, rel=0.02)


@pytest.mark.parametrize("angle", [0, 10, 30, 45, 77, 90])
def test_a_line_covers_the_same_area_at_every_angle(angle: float) -> None:
    way = 12 * np.array([math.cos(math.radians(angle)), math.sin(math.radians(angle))])
    path = np.array([20 - way, 20 + way])
    coverage = rasterise([path], (40, 40), radius=2, softness=1)
    assert coverage.sum() == pytest.approx(24 * 4 + math.pi * 2**2, rel=0.03)


def test_full_inside_none_outside_half_on_the_edge() -> None:
    coverage = rasterise([np.array([[-5.0, 5.0], [25.0, 5.0]])], (10, 20), radius=2.5, softness=1)
    assert np.all(coverage[3:7] == 1)
    assert coverage[2] == pytest.approx(0.5)
    assert not coverage[:2].any()


def test_softness_widens_the_ramp_but_keeps_the_width() -> None:
    path = np.array([[-10.0, 10.0], [30.0, 10.0]])
    sharp, soft = (rasterise([path], (20, 20), radius=3, softness=s) for s in (0.5, 3.0))
    assert sharp.sum() == pytest.approx(soft.sum(), rel=0.01)
    assert np.count_nonzero((soft > 0) & (soft < 1)) > np.count_nonzero((sharp > 0) & (sharp < 1))


def test_crossing_strokes_are_not_blacker_than_one() -> None:
    paths = [np.array([[0.0, 0.0], [20.0, 20.0]]), np.array([[0.0, 20.0], [20.0, 0.0]])]
    assert rasterise(paths, (20, 20), radius=2, softness=1).max() == 1


def test_what_is_out_of_the_frame_leaves_no_trace() -> None:
    paths = [np.array([[-9.0, 5.0], [-4.0, 50.0]]), np.array([[1e12, -1e12]])]
    assert not rasterise(paths, (10, 10), radius=2, softness=1).any()


@pytest.mark.parametrize("edge", [-3.0, 13.0])
def test_a_line_along_the_rim_of_what_is_seen_is_harmless(edge: float) -> None:
    path = np.array([[edge, -1e6], [edge, 1e6]])
    assert np.isfinite(rasterise([path], (10, 10), radius=2, softness=1)).all()

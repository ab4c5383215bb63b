"""The kernels with a name do what they are named for."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.network.convolution import NAMED_KERNELS, Padding, Sliding, cross_correlation


@pytest.mark.parametrize("size", range(1, 8))
@pytest.mark.parametrize("name", NAMED_KERNELS)
def test_named_kernels_do_what_they_are_named_for(name, size):
    kernel = NAMED_KERNELS[name]
    matrix = kernel.matrix(size)
    assert matrix.shape == ((size, size) if kernel.any_size else (3, 3))
    smooths = name in ("identity", "box", "gaussian", "sharpen")
    assert matrix.sum() == pytest.approx(float(smooths))  # an even input stays, or goes to 0
    if kernel.row is not None:
        row = kernel.row(size)
        assert row.shape == matrix.shape[:1]
        assert row.sum() == pytest.approx(float(smooths))


def test_the_identity_gives_the_input_back():
    values = np.random.default_rng(0).normal(size=(6, 6))
    for size in (1, 2, 3, 4, 5):
        kernel = NAMED_KERNELS["identity"].matrix(size)
        assert np.array_equal(cross_correlation(values, kernel, Sliding(Padding.SAME)), values)


def test_the_vertical_edge_of_the_textbook():
    picture = np.repeat([[10.0, 10, 10, 0, 0, 0]], 6, axis=0)
    found = cross_correlation(picture, NAMED_KERNELS["vertical-edge"].matrix(3))
    assert np.array_equal(found, np.repeat([[0.0, 30, 30, 0]], 4, axis=0))

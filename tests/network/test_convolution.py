"""Convolution and pooling by hand are torch's; sizes and counts are the known ones."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch.nn import functional

from handdigit.network.convolution import (
    Axis,
    ConvolutionError,
    Padding,
    Sliding,
    convolution,
    cross_correlation,
    dense_parameters,
    max_pooling,
    mean_pooling,
    padding_sides,
    plan_axes,
    shared_parameters,
)

torch.set_num_threads(1)
# torch tells that padding "same" of an even kernel costs it a copy.
pytestmark = pytest.mark.filterwarnings("ignore:Using padding='same':UserWarning")
CONVOLVE = {1: functional.conv1d, 2: functional.conv2d}
LARGEST = {1: functional.max_pool1d, 2: functional.max_pool2d}
MEAN = {1: functional.avg_pool1d, 2: functional.avg_pool2d}


@st.composite
def settings_of(draw, *, paddings=st.sampled_from(list(Padding)) | st.integers(0, 4)):
    """Return values, a kernel and settings under which at least one place is left."""
    dimensions = draw(st.integers(1, 2))
    shape = tuple(draw(st.integers(1, 12)) for _ in range(dimensions))
    kernel = tuple(draw(st.integers(1, 5)) for _ in range(dimensions))
    sliding = Sliding(draw(paddings), draw(st.integers(1, 4)), draw(st.integers(1, 3)))
    axes = plan_axes(shape, kernel, sliding)
    assume(all(axis.padded >= axis.reach for axis in axes))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return rng.normal(size=shape), rng.normal(size=kernel), sliding


def batch(values: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(values.copy())[None, None]


def torchs_convolution(values, kernel, *, padding, stride, dilation):
    padding = {Padding.VALID: 0}.get(padding, padding)
    if padding == Padding.FULL:
        padding = tuple(dilation * (k - 1) for k in kernel.shape)
    if padding == Padding.SAME and stride > 1:  # torch has no such thing: every stride-th of it
        whole = CONVOLVE[values.ndim](
            batch(values), batch(kernel), padding="same", dilation=dilation
        )
        return whole[0, 0].numpy()[(slice(None, None, stride),) * values.ndim]
    padding = str(padding) if isinstance(padding, Padding) else padding
    return CONVOLVE[values.ndim](
        batch(values), batch(kernel), stride=stride, padding=padding, dilation=dilation
    )[0, 0].numpy()


@settings(deadline=None, max_examples=300)
@given(settings_of())
def test_cross_correlation_is_torchs_convolution(case):
    values, kernel, sliding = case
    found = cross_correlation(values, kernel, sliding)
    expected = torchs_convolution(values, kernel, **asdict(sliding))
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)


@settings(deadline=None, max_examples=100)
@given(settings_of())
def test_convolution_is_torchs_with_the_kernel_turned(case):
    values, kernel, sliding = case
    expected = torchs_convolution(values, np.flip(kernel), **asdict(sliding))
    np.testing.assert_allclose(
        convolution(values, kernel, sliding), expected, rtol=1e-9, atol=1e-12
    )


@settings(deadline=None)
@given(settings_of(paddings=st.just(Padding.FULL)))
def test_full_convolution_in_one_dimension_is_the_textbooks(case):
    values, kernel, _ = case
    row, weights = values.ravel(), kernel.ravel()
    np.testing.assert_allclose(
        convolution(row, weights, Sliding(Padding.FULL)), np.convolve(row, weights), atol=1e-12
    )


@settings(deadline=None, max_examples=200)
@given(settings_of(paddings=st.integers(0, 3)), st.integers(1, 5))
def test_pooling_is_torchs(case, size):
    values, _, sliding = case
    axes = plan_axes(values.shape, (size,) * values.ndim, sliding)
    assume(all(a.padded >= a.reach and 2 * a.sides[0] <= size for a in axes))
    expected = LARGEST[values.ndim](batch(values), size, **asdict(sliding))[0, 0].numpy()
    np.testing.assert_array_equal(max_pooling(values, size, sliding), expected)
    sliding = replace(sliding, dilation=1)  # torch's mean pooling has none
    assume(2 * sliding.padding <= size)
    if size <= min(values.shape) + 2 * sliding.padding:
        expected = MEAN[values.ndim](
            batch(values), size, stride=sliding.stride, padding=sliding.padding
        )[0, 0].numpy()
        np.testing.assert_allclose(mean_pooling(values, size, sliding), expected, atol=1e-12)


@settings(deadline=None)
@given(settings_of())
def test_an_axis_tells_where_the_kernel_lies(case):
    values, kernel, sliding = case
    found = cross_correlation(values, kernel, sliding)
    axes = plan_axes(values.shape, kernel.shape, sliding)
    assert found.shape == tuple(axis.output for axis in axes)
    for axis in axes:
        last = axis.taps(axis.output - 1)[-1]
        assert axis.size + axis.sides[1] - 1 - last == axis.dropped < axis.stride
    place = tuple(size - 1 for size in found.shape)
    total = 0.0
    for index, weight in np.ndenumerate(kernel):
        at = tuple(axis.taps(p)[i] for axis, p, i in zip(axes, place, index, strict=True))
        if all(0 <= a < axis.size for a, axis in zip(at, axes, strict=True)):
            total += values[at] * weight
    assert found[place] == pytest.approx(total, abs=1e-12)


def test_the_floor_drops_what_does_not_divide():
    axis = Axis(28, 3, stride=2, sides=(1, 1))
    assert (axis.output, axis.dropped) == (14, 1)
    assert (Axis(6, 3).output, Axis(6, 3).dropped) == (4, 0)


def test_padding_by_name():
    assert padding_sides(Padding.VALID, 5) == (0, 0)
    assert padding_sides(Padding.SAME, 5, 2) == (4, 4)
    assert padding_sides(Padding.SAME, 4) == (1, 2)
    assert padding_sides(Padding.FULL, 3) == (2, 2)
    assert padding_sides(7, 3) == (7, 7)


def test_a_kernel_that_does_not_fit_is_explained():
    with pytest.raises(ConvolutionError, match="spans 5, the padded input only 4"):
        cross_correlation(np.zeros((4, 4)), np.ones((5, 5)))
    with pytest.raises(ConvolutionError, match="at most half"):
        max_pooling(np.zeros((6, 6)), 3, Sliding(padding=2))


def test_weights_are_shared():
    assert shared_parameters(3, 10, (5, 5)) == 760
    assert shared_parameters(1, 1, (3, 3)) == 10
    assert dense_parameters(784, 196) == 153_860

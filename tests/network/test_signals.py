"""Peaks are where one sees them."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.network.convolution import unshared_weights
from handdigit.network.signals import HEARTBEAT, peaks


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([0, 3, 0, 1, 0, 2, 0], [1, 5]),
        ([5, 1, 4], [0, 2]),
        ([1, 3, 3, 1], [1]),
        ([2, 4, 2, 2.0, 4.1], [1, 4]),
        ([0, 0], []),
        ([-1, -0.5, -1], []),
        ([], []),
    ],
)
def test_a_peak_is_larger_than_beside_it_and_than_half_of_the_largest(values, found):
    assert peaks(np.array(values, np.float64)) == found


def test_the_heartbeat_has_one_peak_a_beat():
    assert peaks(HEARTBEAT) == [4, 14, 24]


def test_ten_kernels_of_their_own_at_every_place_of_a_colour_picture():
    assert unshared_weights(3, (5, 5), 10 * 32 * 32) == 768_000

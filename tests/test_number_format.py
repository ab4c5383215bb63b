"""Numbers say no more than they are."""

from __future__ import annotations

import math

import pytest

from handdigit.number_format import in_percent, significant, with_decimals


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        (1.0, 1, "100.0"), (0.99999, 1, "99.9"), (0.9996, 1, "99.9"), (0.9994, 1, "99.9"),
        (0.5, 1, "50.0"), (0.0, 1, "0.0"), (0.996, 0, "99"), (0.994, 0, "99"), (1.0, 0, "100"),
    ],
)  # fmt: skip
def test_nothing_is_certain_that_is_not(share, decimals, text):
    assert in_percent(share, decimals) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1234.5, 3, "1230"), (1.5e-5, 3, "0.000015"), (-0.0, 3, "0"), (-2.0, 3, "−2"),
     (1e20, 3, "1e+20")],
)  # fmt: skip
def test_significant_digits_can_be_read(value, digits, text):
    assert significant(value, digits) == text
    assert significant(value, digits, signed=True).lstrip("+") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(30.0, "30"), (-0.5, "−0.5"), (1 / 3, "0.33"), (0.999, "1.00"), (-1e-9, "0.00"),
     (-math.inf, "−∞")],
)  # fmt: skip
def test_decimals_are_left_out_where_there_are_none(value, text):
    assert with_decimals(value) == text

"""Numbers in small cells: all alike, and none wider than its cell."""

from __future__ import annotations

from handdigit.gui.widgets.number_grid import written

VALUES = [-0.42, 0.07, 0.0, -0.001, 2.82, -2.82, -12.3, 123.4]


def test_numbers_have_two_decimals_where_there_is_room():
    assert written(VALUES, lambda text: len(text) <= 6) == [
        "−0.42", "0.07", "0.00", "0.00", "2.82", "−2.82", "−12.30", "123.40",
    ]  # fmt: skip


def test_numbers_are_short_in_small_cells():
    assert written(VALUES, lambda text: len(text) <= 4) == [
        "−.42", ".07", "0", "0", "2.82", "−2.8", "−12", "123",
    ]  # fmt: skip


def test_a_number_that_fits_nowhere_is_still_written():
    assert written([1234.5, -0.5], lambda text: len(text) <= 3) == ["1234", "−.5"]

"""Which part of the canvas the first picture of the truth strip shows."""

from __future__ import annotations

import pytest

from handdigit.gui.widgets.truth_strip import shown_part
from handdigit.ink.ink import Bounds

UNIT = Bounds(0, 0, 1, 1)


@pytest.mark.parametrize("box", [UNIT, Bounds(0.7, 0.1, 1.0, 0.2), Bounds(0.5, 0.5, 0.5, 0.5)])
def test_on_the_square_canvas_it_is_all_of_it(box):
    assert shown_part(box) == UNIT


def test_a_digit_far_out_stands_in_the_middle_as_large_as_it_was_drawn():
    assert shown_part(Bounds(1.6, 0.2, 2.0, 0.9)) == pytest.approx((1.3, 0, 2.3, 1))


@pytest.mark.parametrize("box", [Bounds(0, 0.1, 2.5, 0.9), Bounds(-0.4, -0.2, 0.9, 1.4)])
def test_what_is_larger_is_all_there_with_room_around_it(box):
    part = shown_part(box)
    assert part.width == pytest.approx(part.height)
    assert part.left < box.left <= box.right < part.right
    assert part.top < box.top <= box.bottom < part.bottom

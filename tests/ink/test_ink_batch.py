"""Many inks at once are the same inks."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.errors import EmptyDrawingError
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch

INKS = (
    Ink.from_xy([[(0, 0), (1, 2)], [(3, 4)]]),
    Ink.from_xy([[(5, 6)]]),
    Ink.from_xy([[(7, 8), (9, 10), (11, 12)], [(13, 14), (15, 16)], [(17, 18)]]),
)


def test_inks_survive_the_way_there_and_back():
    batch = InkBatch.from_inks(INKS)
    assert len(batch) == 3
    assert batch.inks() == INKS
    assert batch.owners().tolist() == [0, 0, 0, 1, 2, 2, 2, 2, 2, 2]


def test_bounds_are_those_of_every_ink():
    low, high = InkBatch.from_inks(INKS).bounds()
    for ink, corner, other in zip(INKS, low, high, strict=True):
        box = ink.bounds()
        assert (*corner, *other) == (box.left, box.top, box.right, box.bottom)


@pytest.mark.parametrize("numbers", [[2, 0], [1, 1, 2], [], [0, 1, 2]])
def test_chosen_inks_come_in_the_order_of_choice(numbers):
    chosen = InkBatch.from_inks(INKS).chosen(np.array(numbers, np.int64))
    assert chosen.inks() == tuple(INKS[number] for number in numbers)


def test_parts_joined_are_the_whole():
    batch = InkBatch.from_inks(INKS)
    parts = [batch.part(0, 1), batch.part(1, 3)]
    assert parts[1].inks() == INKS[1:]
    assert InkBatch.joined(parts).inks() == INKS


def test_no_inks_are_a_batch_too():
    for batch in (InkBatch.from_inks([]), InkBatch.joined([])):
        assert len(batch) == 0
        assert batch.inks() == ()
        assert all(corners.shape == (0, 2) for corners in batch.bounds())


def test_an_empty_ink_is_refused():
    with pytest.raises(EmptyDrawingError):
        InkBatch.from_inks([INKS[0], Ink()])

"""How far the pen goes: digits stay below a limit that scribbles do not keep."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.handwriting.scribbles import draw_scribbles
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.path_length import LONGEST, arc_lengths, are_overdrawn, path_lengths
from handdigit.storage.datasets.inks import read_labelled_samples
from handdigit.storage.models.handwriting_file import shipped_handwriting


def way(*strokes: list[tuple[float, float]]) -> float:
    return float(path_lengths(InkBatch.from_inks([Ink.from_xy(strokes)]))[0])


def test_lifted_ways_do_not_count() -> None:
    assert way([(0, 0), (0, 3)], [(4, 3), (4, 0)]) == pytest.approx(6 / 5)


def test_a_dot_goes_nowhere() -> None:
    assert way([(0.5, 0.5)]) == 0
    assert way([(0.5, 0.5), (0.5, 0.5)]) == 0


@pytest.mark.parametrize("scale", [1, 1000])
def test_size_and_sampling_do_not_matter(scale: int) -> None:
    turn = np.linspace(0, 2 * np.pi, 2000)
    ring = scale * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    assert way(ring.tolist()) == pytest.approx(2 * np.pi / (2 * 2**0.5), rel=0.01)
    assert way(ring[::40].tolist()) == pytest.approx(2 * np.pi / (2 * 2**0.5), rel=0.03)


def test_the_way_to_every_point_begins_at_nothing() -> None:
    assert arc_lengths(np.array([(0, 0), (3, 4), (3, 4), (3, 5)])).tolist() == [0, 5, 5, 6]
    assert arc_lengths(np.array([(7.0, 7.0)])).tolist() == [0]


def test_the_stairs_of_whole_pixels_hardly_count() -> None:
    line = [(x // 2, (x + 1) // 2) for x in range(120)]
    assert way(line) == pytest.approx(1, abs=0.05)


def test_inks_are_measured_alone() -> None:
    inks = shipped_handwriting().draw_many(np.arange(10), np.random.default_rng(1))
    alone = [path_lengths(InkBatch.from_inks([ink]))[0] for ink in inks.inks()]
    assert path_lengths(inks) == pytest.approx(alone)
    assert path_lengths(InkBatch.joined([])).shape == (0,)


def test_a_digit_that_is_traced_twice_is_let_through_a_hatched_bar_is_not() -> None:
    turn = np.linspace(0, 4 * np.pi, 200)
    assert way(np.stack([0.6 * np.cos(turn), np.sin(turn)], axis=1).tolist()) < LONGEST
    hatch = [(x / 60, (0.0, 0.2)[x % 2] + x / 60) for x in range(61)]
    assert way(hatch) > LONGEST


def test_scribbles_go_further_than_digits() -> None:
    rng = np.random.default_rng(1)
    digits = shipped_handwriting().draw_many(np.arange(1000) % 10, rng)
    assert are_overdrawn(digits).mean() < 0.002
    assert are_overdrawn(draw_scribbles(1000, rng)).mean() > 0.8


def test_no_digit_of_the_writers_learned_goes_as_far(shared_data) -> None:
    files = ("pendigits_train", "touch_train")
    samples = [
        sample
        for name in files
        for sample in read_labelled_samples(shared_data / "strokes" / f"{name}.jsonl.gz")
    ]
    inks = InkBatch.from_inks([sample.ink for sample in samples if not sample.ink.is_empty])
    assert len(inks) > 8000
    assert path_lengths(inks).max() < 0.9 * LONGEST

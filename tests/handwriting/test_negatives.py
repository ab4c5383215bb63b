"""Drawings that are no digits: sound as inks, the same for the same seed, of every kind."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.errors import DataFileError
from handdigit.handwriting.negatives import WEIGHTS, Negatives
from handdigit.handwriting.scribbles import SCRIBBLES
from handdigit.handwriting.shapes import POINTS, parse_shapes
from handdigit.handwriting.spoiled import pieces, side_by_side, turned
from handdigit.handwriting.symbols import Symbols
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise_inks
from handdigit.storage.datasets.inks import shipped_shapes
from handdigit.storage.models.handwriting_file import shipped_handwriting

LETTERS = InkBatch.from_inks(
    [Ink.from_xy([[(0, 0), (x / 60, 0.7)], [(0, 0.7), (1, 0)]]) for x in range(60)]
)
NEGATIVES = Negatives(shipped_shapes(), shipped_handwriting(), LETTERS)


def random(seed=1):
    return np.random.default_rng(seed)


def test_every_kind_has_a_weight():
    assert set(NEGATIVES.kinds) == set(WEIGHTS)
    without = Negatives(shipped_shapes(), shipped_handwriting())
    assert set(WEIGHTS) - set(without.kinds) == {"letters of fonts"}


@pytest.mark.parametrize("kind", WEIGHTS)
def test_every_kind_is_drawn_as_sound_inks(kind):
    draw = NEGATIVES.kinds[kind]
    first, second, other = (draw(40, random(seed)) for seed in (1, 1, 2))
    assert len(first) == 40
    assert np.isfinite(first.xy).all()
    assert first.lifts[first.starts[1:] - 1].all()  # every ink ends with a lift
    assert first.lifts[-1]
    assert np.array_equal(first.xy, second.xy)
    assert not np.array_equal(first.xy[:40], other.xy[:40])
    pictures = normalise_inks(first)
    assert pictures.any(axis=(1, 2)).all()
    # None like another, but for letters of fonts, of which there are so many.
    assert len(np.unique(pictures.reshape(40, -1), axis=0)) > 20
    for few in range(4):
        for seed in range(4):
            batch = draw(few, random(seed))
            assert len(batch) == few
            assert len(batch.xy) == len(batch.lifts)


@pytest.mark.parametrize("scribble", SCRIBBLES)
def test_every_scribble_is_a_path(scribble):
    paths = scribble(20, random())
    assert paths.shape[::2] == (20, 2)
    assert np.isfinite(paths).all()
    assert (np.ptp(paths, axis=1).max(axis=1) > 0).all()


def test_a_scribble_goes_a_long_way():
    def path_lengths(batch):
        return [
            sum(np.hypot(*np.diff(stroke.xy(), axis=0).T).sum() for stroke in ink.strokes)
            / max(ink.bounds().width, ink.bounds().height)
            for ink in batch.inks()
        ]

    scribbles, squiggles = (NEGATIVES.kinds[k](100, random()) for k in ("scribbles", "squiggles"))
    assert min(path_lengths(scribbles)) > np.median(path_lengths(squiggles)) * 0.7
    assert min(path_lengths(scribbles)) > 3.5


def test_the_mixture_has_as_many_as_wanted():
    assert len(NEGATIVES.draw(300, random())) == 300


# --- shapes ------------------------------------------------------------------------------------


def test_a_path_goes_through_the_points_of_its_shape():
    (shape,) = parse_shapes("L  10 19 89\n")
    path = shape.weights @ shape.points
    assert path.shape == (POINTS, 2)
    assert path[0] == pytest.approx(np.array([1, 0]) / 9 - 0.5)
    assert path[-1] == pytest.approx(np.array([8, 9]) / 9 - 0.5)
    assert np.abs(path - (np.array([1, 9]) / 9 - 0.5)).sum(axis=1).min() < 0.05  # the corner
    assert np.flatnonzero(shape.lifts).tolist() == [POINTS - 1]


def test_a_smooth_stroke_cuts_no_corner_that_is_written_twice():
    smooth, corner = parse_shapes("a  ~00 09 99\nb  ~00 09 09 99\n")

    def to_corner(shape):
        return np.abs(shape.weights @ shape.points - [-0.5, 0.5]).sum(axis=1)

    def turn(shape):
        steps = np.diff(shape.weights @ shape.points, axis=0)
        angle = np.arctan2(steps[:, 1], steps[:, 0])
        return np.abs(np.diff(np.unwrap(angle))).max()

    assert to_corner(smooth).min() < 0.05
    assert turn(smooth) < 0.5 < turn(corner)


def test_strokes_share_the_points_by_length():
    (shape,) = parse_shapes("i  50 59, 51 53\n")
    ends = np.flatnonzero(shape.lifts)
    assert len(ends) == 2
    assert ends[0] + 1 == pytest.approx(POINTS * 9 / 11, abs=3)


def test_names_and_what_is_kept_to_measure_by():
    shapes = parse_shapes("# a note\n\n+*  50 59, 05 95\n*  50 59\n")
    assert [(shape.name, shape.is_kept) for shape in shapes] == [("+", True), ("*", False)]


@pytest.mark.parametrize("line", ["x", "x  0", "x  00 9a", "x  00 999", "x  , 00"])
def test_a_malformed_shape_is_named(line):
    with pytest.raises(DataFileError, match="Line 2 of the shapes"):
        parse_shapes(f"a  00 99\n{line}\n")


def test_the_shipped_shapes_have_some_to_learn_and_some_to_keep():
    kept = {shape.name for shape in shipped_shapes() if shape.is_kept}
    learned = {shape.name for shape in shipped_shapes() if not shape.is_kept}
    assert {"?", "+", "x", "e", "^"} <= kept & learned
    assert len(learned) > 150
    for shape in shipped_shapes():
        assert shape.weights.sum(axis=1) == pytest.approx(1, abs=1e-5), shape.name


def test_a_sign_is_written_in_each_of_its_ways():
    ways = [shape for shape in shipped_shapes() if shape.name == "+"]
    inks = Symbols(ways).draw(60, random())
    assert len(inks) == 60
    assert 2 in np.add.reduceat(inks.lifts.astype(int), inks.starts)


# --- spoiled digits ----------------------------------------------------------------------------


class Stub:
    """Writes every digit as the same upright stroke."""

    def draw_many(self, digits, rng):
        xy = np.tile([[0.0, 0.0], [0.1, 0.5], [0.0, 1.0]], (len(digits), 1))
        lifts = np.tile([False, False, True], len(digits))
        return InkBatch(xy, lifts, np.arange(len(digits)) * 3)


def test_digits_stand_in_a_row():
    inks = side_by_side(Stub(), 40, random())
    strokes = np.add.reduceat(inks.lifts.astype(int), inks.starts)
    assert len(inks) == 40
    assert set(strokes.tolist()) == {2, 3}


def test_a_piece_is_the_beginning_of_a_digit():
    whole = Stub().draw_many(np.zeros(1), random())
    for piece in pieces(Stub(), 20, random()).inks():
        (stroke,) = piece.strokes
        assert 0 < len(stroke.points) < 3
        assert np.array_equal(stroke.xy(), whole.xy[: len(stroke.points)])


def test_a_digit_lies_on_its_side_or_is_mirrored():
    _, high = turned(Stub(), 50, random()).bounds()
    low, _ = turned(Stub(), 50, random()).bounds()
    sizes = {tuple(size) for size in np.round(high - low, 6).tolist()}
    assert sizes == {(0.1, 1.0), (1.0, 0.1)}

"""Strokes become the same MNIST-style picture however they were recorded."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from handdigit.errors import EmptyDrawingError
from handdigit.ink.ink import Bounds, Ink
from handdigit.ink.normalise import (
    BOX,
    CENTRE,
    DOT,
    SIDE,
    Normalised,
    Pen,
    Preprocessing,
    centre_of_mass,
    normalise_ink,
)
from tests.ink.drawings import DIGITS, ink_of

Strokes = list[list[tuple[float, float]]]

SHAPES: dict[str, Strokes] = {
    "dot": [[(0.5, 0.5)]],
    "horizontal line": [[(0, 0), (1, 0)]],
    "vertical line": [[(0, 0), (0, 1)]],
    "diagonal": [[(0, 0), (1, 1)]],
    "other diagonal": [[(0, 1), (1, 0)]],
    "cross": [[(0, 0), (1, 1)], [(0, 1), (1, 0)]],
    "square": [[(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]],
    **{name: [stroke.tolist() for stroke in strokes] for name, strokes in DIGITS.items()},
}

coordinates = st.floats(0, 1)
drawings = st.lists(
    st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=6), min_size=1, max_size=3
)
scales = st.floats(-6, 9).map(lambda exponent: 10**exponent)
offsets = st.floats(-1e3, 1e3)
# Every drawing is rendered at 28×28 several times: a few dozen examples take a second.
few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def grey_levels_apart(one: Strokes, other: Strokes) -> int:
    pictures = [normalise_ink(Ink.from_xy(s)).picture.astype(int) for s in (one, other)]
    return int(np.abs(pictures[0] - pictures[1]).max())


def moved(strokes: Strokes, scale: float, dx: float, dy: float) -> Strokes:
    return [[((x + dx) * scale, (y + dy) * scale) for x, y in stroke] for stroke in strokes]


def denser(strokes: Strokes, shares: list[float]) -> Strokes:
    """Return the same paths with a point more at every share of every segment."""
    longer = []
    for stroke in strokes:
        points = [stroke[0]]
        for (x0, y0), (x1, y1) in pairwise(stroke):
            points += [(x0 + (x1 - x0) * s, y0 + (y1 - y0) * s) for s in sorted(shares)]
            points.append((x1, y1))
        longer.append(points)
    return longer


def is_settled(strokes: Strokes) -> bool:
    """Whether no centre of mass is so close to the middle of two pixels that rounding decides.

    One grey level of one pixel moves the centre of mass by about a thousandth.
    """
    ink = Ink.from_xy(strokes)
    box = ink.bounds()
    if 0 < max(box.width, box.height) < 1e-3:
        return False  # moving it loses digits of what it is
    return all(abs(c % 1 - 0.5) > 0.01 for c in normalise_ink(ink).centroid)


@few
@given(drawings, scales, offsets, offsets)
def test_position_and_size_change_nothing(
    strokes: Strokes, scale: float, dx: float, dy: float
) -> None:
    assume(is_settled(strokes))
    assert grey_levels_apart(strokes, moved(strokes, scale, dx, dy)) <= 1


@few
@given(drawings, st.lists(st.floats(0.01, 0.99), min_size=1, max_size=4))
def test_more_points_on_the_same_path_change_nothing(strokes: Strokes, shares: list[float]) -> None:
    assume(is_settled(strokes))
    assert grey_levels_apart(strokes, denser(strokes, shares)) <= 1


@pytest.mark.parametrize("shape", SHAPES)
@few
@given(scale=scales, dx=offsets, dy=offsets, shares=st.lists(st.floats(0.01, 0.99), max_size=3))
def test_symmetry_does_not_make_it_jump(
    shape: str, scale: float, dx: float, dy: float, shares: list[float]
) -> None:
    """A straight line's centre of mass lies exactly between two pixels, wherever it is."""
    strokes = SHAPES[shape]
    assert grey_levels_apart(strokes, moved(denser(strokes, shares), scale, dx, dy)) <= 1


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("width_px", [100, 333, 1024, 3840])
def test_the_canvas_size_changes_nothing(shape: str, width_px: int) -> None:
    """Canvas units are pixels over the width; whole pixels are exact up to half a pixel."""
    strokes = SHAPES[shape]
    assert grey_levels_apart(strokes, moved(strokes, 1 / width_px, 0.25, 0.5)) <= 1


@few
@given(drawings)
def test_every_drawing_fills_its_box_and_has_a_blackest_pixel(strokes: Strokes) -> None:
    ink = Ink.from_xy(strokes)
    box = ink.bounds()
    result = normalise_ink(ink)
    assert result.picture.shape == (SIDE, SIDE)
    assert result.picture.dtype == np.uint8
    assert result.picture.max() == 255
    if max(box.width, box.height) > DOT:
        assert max(extent(result.picture)) == BOX


@few
@given(drawings)
def test_the_steps_agree_with_each_other(strokes: Strokes) -> None:
    assert_steps_agree(normalise_ink(Ink.from_xy(strokes)))


def assert_steps_agree(result: Normalised) -> None:
    """Paste the square by the shift and find the picture, centred where nothing is in the way.

    A centre of mass between two pixels goes to the lower one, as in MNIST's own files.
    """
    assert result.centroid == pytest.approx(centre_of_mass(result.square))
    rows, columns = np.nonzero(result.square)
    expected = np.zeros_like(result.picture)
    expected[rows + result.shift[0], columns + result.shift[1]] = result.square[rows, columns]
    assert np.array_equal(result.picture, expected)
    for axis, (shift, centre) in enumerate(
        zip(result.shift, centre_of_mass(result.picture), strict=True)
    ):
        lines = np.flatnonzero(result.square.any(axis=1 - axis))
        clamped = shift in (-lines[0], SIDE - 1 - lines[-1])
        assert clamped or CENTRE - 0.5 <= round(centre, 6) < CENTRE + 0.5


@pytest.mark.parametrize("name", DIGITS)
def test_a_digit_is_centred_on_index_14(name: str) -> None:
    for centre in centre_of_mass(normalise_ink(ink_of(DIGITS[name])).picture):
        assert CENTRE - 0.5 < centre <= CENTRE + 0.5


def test_what_cannot_be_centred_stays_in_the_frame() -> None:
    """A heavy blob at the end of a long thin line."""
    zigzag = [(x / 10, y / 20) for y in range(21) for x in ((0, 1.5), (1.5, 0))[y % 2]]
    ink = Ink.from_xy([zigzag, [(0, 0.5), (1, 0.5)]])
    result = normalise_ink(ink, pen=Pen(width=1.5, softness=1.0))
    assert extent(result.picture) == extent(result.square)
    assert result.shift[1] + BOX == SIDE
    assert centre_of_mass(result.picture)[1] < CENTRE - 0.5
    assert_steps_agree(result)


def test_a_dot_is_a_dot_in_the_middle() -> None:
    result = normalise_ink(Ink.from_xy([[(0.2, 0.9)]]))
    assert centre_of_mass(result.picture) == pytest.approx((13.5, 13.5), abs=0.51)
    assert max(extent(result.picture)) <= 4
    assert result.picture.max() == 255


@pytest.mark.parametrize(
    "strokes",
    [[[(0.2, 0.9), (0.2, 0.9)]], [[(0.2, 0.9)], [(0.2, 0.9)]], [[(0, 0), (5e-324, 0)]]],
    ids=["a pen that rested", "two taps", "as good as one point"],
)
def test_points_in_one_place_are_one_dot(strokes: Strokes) -> None:
    assert grey_levels_apart(strokes, SHAPES["dot"]) == 0


@pytest.mark.parametrize(
    ("shape", "rows_and_columns"),
    [("horizontal line", (4, 20)), ("vertical line", (20, 4)), ("diagonal", (20, 20))],
)
def test_straight_lines_work(shape: str, rows_and_columns: tuple[int, int]) -> None:
    result = normalise_ink(Ink.from_xy(SHAPES[shape]))
    assert extent(result.picture) == rows_and_columns


def test_a_scribble_of_ten_thousand_points_works() -> None:
    scribble = np.random.default_rng(1).random((10_000, 2))
    result = normalise_ink(Ink.from_xy([scribble.tolist()]))
    assert extent(result.picture) == (BOX, BOX)
    assert result.picture[CENTRE, CENTRE] == 255


def test_coordinates_of_a_billion_work() -> None:
    far = [[(-1e9, -1e9), (1e9, -1e9), (0.0, 1e9)]]
    assert grey_levels_apart(far, [[(-1, -1), (1, -1), (0, 1)]]) == 0


def test_ink_far_off_the_canvas_is_not_seen_without_scaling() -> None:
    far = Ink.from_xy([[(1e9, 1e9), (2e9, 1e9)], [(5.0, 5.0)]])
    with pytest.raises(EmptyDrawingError, match="within the frame"):
        normalise_ink(far, Preprocessing(scale=False))


@pytest.mark.parametrize("length", [2.0, 1e6, 1e12])
def test_a_line_that_crosses_the_canvas_is_cut_to_it_without_scaling(length: float) -> None:
    crossing = Ink.from_xy([[(-length, 0.5), (length, 0.5)]])
    within = Ink.from_xy([[(-0.2, 0.5), (1.2, 0.5)]])
    pictures = [normalise_ink(i, Preprocessing(scale=False)).picture for i in (crossing, within)]
    assert np.array_equal(*pictures)


def test_an_empty_ink_is_refused() -> None:
    with pytest.raises(EmptyDrawingError, match="draw a digit"):
        normalise_ink(Ink())


@pytest.mark.parametrize("shape", ["vertical line", "horizontal line"])
def test_a_stroke_is_a_seventh_of_the_box_wide(shape: str) -> None:
    picture = normalise_ink(Ink.from_xy(SHAPES[shape])).picture / 255
    through_the_middle = picture[CENTRE] if shape == "vertical line" else picture[:, CENTRE]
    assert through_the_middle.sum() == pytest.approx(BOX / 7, abs=0.2)


def test_a_wider_pen_draws_wider_strokes_in_the_same_box() -> None:
    ink = Ink.from_xy(SHAPES["four"])
    thin, thick = (normalise_ink(ink, pen=Pen(width)) for width in (2.0, 4.0))
    assert thick.picture.sum() > 1.5 * thin.picture.sum()
    assert max(extent(thick.picture)) == max(extent(thin.picture)) == BOX


def test_without_scaling_the_ink_stays_where_and_as_large_as_it_is() -> None:
    ink = Ink.from_xy([[(0.1, 0.1), (0.3, 0.1), (0.3, 0.4)]])
    result = normalise_ink(ink, Preprocessing(scale=False))
    rows, columns = np.nonzero(result.picture > 127)
    assert result.square.shape == (SIDE, SIDE)
    assert result.shift == (0, 0)
    assert np.array_equal(result.picture, result.square)
    assert (columns.min(), columns.max() + 1) == pytest.approx((2.8 - 1.4, 8.4 + 1.4), abs=1)
    assert (rows.min(), rows.max() + 1) == pytest.approx((2.8 - 1.4, 11.2 + 1.4), abs=1)


def test_without_centring_the_box_sits_in_the_middle() -> None:
    result = normalise_ink(ink_of(DIGITS["seven"]), Preprocessing(centre=False))
    assert result.shift == (4, 4)
    assert np.array_equal(result.picture[4:24, 4:24], result.square)
    assert result.picture.sum() == result.square.sum(dtype=np.int64)


def test_the_box_is_in_units_of_the_drawing() -> None:
    result = normalise_ink(Ink.from_xy([[(10, 20), (30, 25)], [(12, 40)]]))
    assert result.box == Bounds(10, 20, 30, 40)
    assert result.ink is None


def extent(picture: NDArray[np.uint8]) -> tuple[int, int]:
    """Return how many rows and columns the ink's box has."""
    rows, columns = np.nonzero(picture)
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1

"""Ink is found on any paper: drawn, saved, compressed, transparent or photographed."""

from __future__ import annotations

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from handdigit.errors import EmptyDrawingError
from handdigit.ink.normalise import found_ink, normalise
from tests.ink.drawings import (
    DIGITS,
    coverage,
    likeness,
    painted,
    photographed,
)

PEN_ON_PAPER = {"ink": 50, "paper": 225}
CHALK_ON_BOARD = {"ink": 210, "paper": 60}
digits = pytest.mark.parametrize("name", DIGITS)


def as_drawn(inked: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return the picture that the same drawing gives without any disturbance."""
    return normalise(painted(inked, ink=255, paper=0)).picture


def coloured(
    inked: NDArray[np.float64], ink: tuple[int, int, int], paper: tuple[int, int, int]
) -> NDArray[np.uint8]:
    return np.dstack([painted(inked, i, p) for i, p in zip(ink, paper, strict=True)])


def through_jpeg(picture: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file))


@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (255, 0), (90, 140), (140, 90), (254, 255)])
def test_even_paper_is_subtracted_exactly(ink: int, paper: int) -> None:
    drawn = np.full((40, 40), paper, np.uint8)
    drawn[10:30, 18:22] = ink
    found = found_ink(drawn).ink
    assert np.array_equal(np.unique(found), [0, 255])
    assert np.array_equal(found > 0, drawn == ink)


@digits
@pytest.mark.parametrize("side", [28, 100, 128, 300, 1000])
def test_black_on_white_is_white_on_black(name: str, side: int) -> None:
    inked = coverage(name, side)
    assert np.array_equal(normalise(painted(inked, 0, 255)).picture, as_drawn(inked))


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ((200, 0, 0), (255, 255, 255)),
        ((10, 20, 120), (255, 250, 230)),
        ((255, 220, 0), (255, 255, 255)),
        ((255, 255, 0), (20, 60, 30)),
        ((200, 0, 0), (60, 60, 60)),
        ((0, 0, 255), (0, 50, 0)),
    ],
    ids=["red", "blue", "yellow on white", "on a board", "red as grey", "blue as green"],
)
def test_ink_may_have_a_colour(ink: tuple[int, int, int], paper: tuple[int, int, int]) -> None:
    inked = coverage("three", 200)
    drawn = coloured(inked, ink, paper)
    for picture in (drawn, through_jpeg(drawn, 75)):
        assert likeness(normalise(picture).picture, as_drawn(inked)) > 0.95


@pytest.mark.parametrize("level", [0, 40, 127, 128, 200, 255])
def test_ink_on_transparent_ground(level: int) -> None:
    inked = coverage("three", 200)
    transparent = np.dstack([np.full((200, 200, 3), level, np.uint8), painted(inked, 255, 0)])
    assert likeness(normalise(transparent).picture, as_drawn(inked)) > 0.99


@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (255, 0)])
def test_rounded_transparent_corners_are_no_ink(ink: int, paper: int) -> None:
    inked = coverage("three", 200)
    window = np.dstack([*[painted(inked, ink, paper)] * 3, np.full((200, 200), 255, np.uint8)])
    y, x = np.mgrid[0:200, 0:200] - 99.5
    window[np.hypot(x, y) > 130] = 0
    assert likeness(normalise(window).picture, as_drawn(inked)) > 0.99


def test_a_wholly_transparent_picture_has_no_ink() -> None:
    with pytest.raises(EmptyDrawingError):
        normalise(np.zeros((50, 50, 4), np.uint8))


@digits
@pytest.mark.parametrize("side", [64, 128, 600])
@pytest.mark.parametrize("quality", [95, 75])
def test_jpeg_leaves_no_traces(name: str, side: int, quality: int) -> None:
    inked = coverage(name, side)
    compressed = through_jpeg(painted(inked), quality)
    assert likeness(normalise(compressed).picture, as_drawn(inked)) > 0.9


def test_the_specks_around_ink_in_a_jpeg_are_no_ink() -> None:
    inked = coverage("three", 300)
    found = found_ink(through_jpeg(painted(inked), 75)).ink
    rows, columns = (np.flatnonzero(found.any(axis=axis)) for axis in (1, 0))
    clean = found_ink(painted(inked)).ink
    expected = [np.flatnonzero(clean.any(axis=axis)) for axis in (1, 0)]
    for lines, wanted in zip((rows, columns), expected, strict=True):
        assert (lines[0], lines[-1]) == pytest.approx((wanted[0], wanted[-1]), abs=1)


@digits
@pytest.mark.parametrize("side", [64, 128, 300, 1000])
@pytest.mark.parametrize("scene", [PEN_ON_PAPER, CHALK_ON_BOARD], ids=["pen", "chalk"])
def test_a_photo_gives_what_the_drawing_gives(
    name: str, side: int, scene: dict[str, float]
) -> None:
    inked = coverage(name, side)
    assert likeness(normalise(photographed(inked, **scene)).picture, as_drawn(inked)) > 0.9


def test_a_large_photo_gives_what_the_drawing_gives() -> None:
    inked = coverage("five", 2000, 0.06)
    photo = photographed(inked, **PEN_ON_PAPER)
    assert likeness(normalise(photo).picture, as_drawn(inked)) > 0.9


@digits
@pytest.mark.parametrize("scene", [PEN_ON_PAPER, CHALK_ON_BOARD], ids=["pen", "chalk"])
def test_even_a_tiny_photo_is_read(name: str, scene: dict[str, float]) -> None:
    """At 28 pixels, where strokes are two wide, an edge more or less is a pixel of twenty."""
    inked = coverage(name, 28)
    assert likeness(normalise(photographed(inked, **scene)).picture, as_drawn(inked)) > 0.8


@pytest.mark.parametrize("noise", [1, 4, 10])
@pytest.mark.parametrize("falloff", [0.0, 0.8])
def test_harder_light_and_noise(falloff: float, noise: float) -> None:
    inked = coverage("five", 400)
    photo = photographed(inked, **PEN_ON_PAPER, falloff=falloff, vignette=0.4, noise=noise)
    assert likeness(normalise(photo).picture, as_drawn(inked)) > 0.9


@digits
@pytest.mark.parametrize("edge", [0.6, 0.8, 1.0])
def test_the_sharp_shadow_of_a_hand_is_no_ink(name: str, edge: float) -> None:
    inked = coverage(name, 400)
    y, x = np.mgrid[0:400, 0:400] / 400
    shadow = 1 - 0.4 / (1 + np.exp(-60 * (x + 0.5 * y - edge)))
    photo = (photographed(inked, **PEN_ON_PAPER, falloff=0.2) * shadow).astype(np.uint8)
    assert likeness(normalise(photo).picture, as_drawn(inked)) > 0.9


@pytest.mark.parametrize("side", [28, 64, 128, 400, 1500])
@pytest.mark.parametrize("scene", [PEN_ON_PAPER, CHALK_ON_BOARD], ids=["paper", "board"])
@pytest.mark.parametrize(("falloff", "noise"), [(0.0, 2), (0.6, 4), (0.9, 8)])
def test_a_photo_of_a_blank_sheet_has_no_ink(
    side: int, scene: dict[str, float], falloff: float, noise: float
) -> None:
    blank = photographed(np.zeros((side, side)), **scene, falloff=falloff, noise=noise)
    with pytest.raises(EmptyDrawingError):
        normalise(blank)


def test_large_pictures_are_worked_on_at_a_smaller_size() -> None:
    drawn = np.full((1000, 2000), 255, np.uint8)
    drawn[300:700, 980:1020] = 0
    found = found_ink(drawn).ink
    assert found.shape == (125, 250)
    assert found.max() == 255


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (40, 1), (2, 3), (3, 3000)])
@pytest.mark.parametrize("channels", [(), (3,), (4,)])
def test_odd_shapes_of_anything_do_no_harm(
    shape: tuple[int, int], channels: tuple[int, ...]
) -> None:
    anything = np.random.default_rng(2).integers(0, 256, (*shape, *channels)).astype(np.uint8)
    found = found_ink(anything).ink
    assert found.dtype == np.uint8
    assert found.max() in (0, 255)

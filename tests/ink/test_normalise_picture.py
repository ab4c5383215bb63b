"""Pictures become MNIST-style pictures; MNIST's own stay what they are."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest

from handdigit.errors import EmptyDrawingError, PictureError
from handdigit.ink.ink import Bounds
from handdigit.ink.normalise import (
    BOX,
    SIDE,
    Preprocessing,
    centre_of_mass,
    normalise,
    normalise_ink_picture,
)
from handdigit.storage.datasets.idx import read_mnist
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS
from tests.ink.drawings import DIGITS, coverage, ink_of, likeness, painted

MNIST_STEP = int(os.environ.get("HANDDIGIT_MNIST_STEP", "12"))
"""Every so many pictures of MNIST are normalised; 1 is the long form."""
MADE_IN_ANOTHER_WAY = {
    908, 2410, 4928, 10548, 19841, 23292, 32456, 32681, 34032, 34118, 37950, 38144, 38556, 42537,
    52723, 54494, 56052, 58565,
}  # fmt: skip
"""Training pictures of MNIST that do not lie where its authors say they put them."""


def test_mnist_comes_back_as_it_is(shared_data: Path) -> None:
    """Within one grey level, but for a few."""
    pictures, _ = read_mnist(shared_data / "mnist", "train")
    assert len(pictures) == 60_000
    changed = [
        number
        for number in range(0, len(pictures), MNIST_STEP)
        if np.abs(normalise(pictures[number]).picture.astype(int) - pictures[number]).max() > 1
    ]
    # One that is nearly within a level may be beyond it with another numpy.
    assert len(set(changed) - MADE_IN_ANOTHER_WAY) <= 1


@pytest.mark.parametrize("name", DIGITS)
def test_a_normalised_picture_comes_back_as_it_is(name: str) -> None:
    once = normalise(ink_of(DIGITS[name])).picture
    again = normalise(once).picture
    assert np.abs(again.astype(int) - once).max() <= 1


@pytest.mark.parametrize("name", DIGITS)
@pytest.mark.parametrize("side", [140, 280, 1000])
def test_a_picture_of_a_drawing_gives_what_its_strokes_give(name: str, side: int) -> None:
    # A seventh of the digit's own height, as the strokes are drawn.
    drawn = painted(coverage(name, side, width=0.62 / 7), ink=255, paper=0)
    assert likeness(normalise(drawn).picture, normalise(ink_of(DIGITS[name])).picture) > 0.95


def test_every_step_is_kept() -> None:
    ink = np.zeros((60, 90), np.uint8)
    ink[10:50, 20:40] = 100
    result = normalise_ink_picture(ink)
    assert result.ink is ink
    assert result.box == Bounds(20, 10, 40, 50)
    assert result.square.shape == (BOX, BOX)
    assert np.array_equal(np.flatnonzero(result.square.any(axis=0)), np.arange(5, 15))
    assert result.square.max() == 255
    assert result.centroid == pytest.approx((9.5, 9.5))
    row, column = result.shift
    assert np.array_equal(result.picture[row : row + BOX, column : column + BOX], result.square)


def test_area_resampling_keeps_the_mean() -> None:
    ink = np.random.default_rng(3).integers(1, 256, (53, 53)).astype(np.uint8)
    square = normalise_ink_picture(ink).square.astype(float)
    assert square.mean() / square.max() == pytest.approx(ink.mean() / blackest_mean(ink), rel=0.01)


def blackest_mean(ink: np.ndarray) -> float:
    """Return the largest mean over the 2.65 by 2.65 pixels that one pixel of the square is of."""
    edges = np.linspace(0, len(ink), BOX + 1)
    overlap = np.minimum(edges[1:, None], np.arange(1, len(ink) + 1)) - np.maximum(
        edges[:-1, None], np.arange(len(ink))
    )
    weights = np.clip(overlap, 0, None)
    means = weights @ ink.astype(float) @ weights.T * (BOX / len(ink)) ** 2
    return float(means.max())


def test_without_scaling_the_whole_picture_is_shrunk() -> None:
    ink = np.zeros((56, 56), np.uint8)
    ink[4:8, 40:44] = 255
    result = normalise_ink_picture(ink, Preprocessing(scale=False))
    assert result.shift == (0, 0)
    assert np.array_equal(np.argwhere(result.picture), [[2, 20], [2, 21], [3, 20], [3, 21]])


def test_without_centring_the_box_sits_in_the_middle() -> None:
    ink = np.zeros((50, 50), np.uint8)
    ink[5:25, 5:15] = 200
    ink[20:25, 5:25] = 200
    result = normalise_ink_picture(ink, Preprocessing(centre=False))
    assert result.shift == (4, 4)
    assert np.array_equal(result.picture[4:24, 4:24], result.square)


@pytest.mark.parametrize("level", [0, 128, 255])
@pytest.mark.parametrize("shape", [(28, 28), (200, 300, 3), (64, 64, 4), (1, 1)])
def test_an_even_picture_has_no_ink(level: int, shape: tuple[int, ...]) -> None:
    with pytest.raises(EmptyDrawingError, match="nothing stands out"):
        normalise(np.full(shape, level, np.uint8))


def test_a_picture_of_paper_has_no_centre_of_mass() -> None:
    with pytest.raises(EmptyDrawingError):
        centre_of_mass(np.zeros((SIDE, SIDE), np.uint8))


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((0, 10), np.uint8),
        np.zeros((10, 10), np.float32),
        np.zeros((10, 10, 2), np.uint8),
        np.zeros(784, np.uint8),
    ],
    ids=["no rows", "floats", "two channels", "a vector"],
)
def test_what_is_no_picture_is_refused(array: np.ndarray) -> None:
    with pytest.raises(PictureError):
        normalise(array)


def test_a_small_picture_is_normalised_at_once() -> None:
    picture = normalise(ink_of(DIGITS["three"])).picture
    times_ms = []
    for _ in range(200):
        start = time.thread_time()
        normalise(picture)
        times_ms.append((time.thread_time() - start) * 1e3)
    # 0.3 ms; the fastest run's own time is what a busy machine disturbs least.
    assert min(times_ms) < 1.0


EXAMPLES = sorted((ASSETS / "examples").glob("*.json"))


def test_there_are_examples() -> None:
    assert {"zero", "two", "four", "seven", "eight"} <= {path.stem for path in EXAMPLES}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_a_drawing_on_the_canvas(path: Path) -> None:
    (sample,) = read_samples(path)
    box = sample.ink.bounds()
    assert 0 <= box.left < box.right <= 1
    assert 0 <= box.top < box.bottom <= 1
    assert normalise(sample.ink).picture.max() == 255

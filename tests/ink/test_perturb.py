"""A drawing under every dial."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.errors import EmptyDrawingError
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import SIDE, Preprocessing, centre_of_mass, normalise
from handdigit.ink.perturb import RANGES, Dial, grown, perturb, resampled
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS

INK = read_samples(ASSETS / "examples" / "three.json")[0].ink
LARGE = normalise(INK).picture.repeat(6, axis=0).repeat(6, axis=1)
SOURCES = {"ink": INK, "picture": LARGE, "small picture": normalise(INK).picture}

sources = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)


def ink_of(picture):
    return picture.sum(dtype=float)


@sources
@pytest.mark.parametrize("dial", Dial)
@pytest.mark.parametrize(
    "preprocessing", [Preprocessing(), Preprocessing(scale=False), Preprocessing(centre=False)]
)
def test_at_the_neutral_value_the_picture_is_what_the_network_gets(source, dial, preprocessing):
    (picture,) = perturb(source, dial, [RANGES[dial].neutral], preprocessing)
    assert np.array_equal(picture, normalise(source, preprocessing).picture)


@sources
@pytest.mark.parametrize("dial", Dial)
@pytest.mark.parametrize("again", [False, True])
def test_every_dial_gives_pictures_all_the_way(source, dial, again):
    values = np.linspace(*RANGES[dial][:2], 5)
    pictures = perturb(source, dial, values, again=again)
    assert pictures.shape == (5, SIDE, SIDE)
    assert pictures.dtype == np.uint8
    assert np.array_equal(pictures, perturb(source, dial, values, again=again)), "no luck involved"


@sources
def test_turning_is_clockwise(source):
    quarter = perturb(source, Dial.ROTATE, [90])[0].astype(int)
    # The pivot is half a pixel beside the middle of the frame.
    expected = np.roll(np.rot90(perturb(source, Dial.ROTATE, [0])[0], -1), 1, axis=1)
    assert np.abs(quarter - expected).mean() < 2


@sources
def test_shifting_moves_by_whole_pixels_and_cuts_at_the_frame(source):
    stays, right, down, gone = (
        perturb(source, dial, [value])[0]
        for dial, value in ((Dial.DOWN, 0), (Dial.ACROSS, 3), (Dial.DOWN, 3), (Dial.DOWN, 14))
    )
    assert np.array_equal(right[:, 3:], stays[:, :-3])
    assert np.array_equal(down[3:], stays[:-3])
    assert 0 < ink_of(gone) < ink_of(stays)


@sources
def test_scaling_keeps_the_centre_of_mass(source):
    small, whole = perturb(source, Dial.SCALE, [0.4, 1])
    assert centre_of_mass(small) == pytest.approx(centre_of_mass(whole), abs=0.5)
    assert ink_of(small) == pytest.approx(0.16 * ink_of(whole), rel=0.15)


@sources
def test_thickening_adds_ink_and_thinning_takes_it(source):
    sums = [ink_of(p) for p in perturb(source, Dial.THICKEN, [0.4, 0.7, 1, 1.5, 2.5])]
    assert sums == sorted(sums)
    assert sums[-1] > 1.5 * sums[2]
    assert sums[0] < 0.8 * sums[2]


def test_noise_is_one_pattern_in_growing_strength():
    none, some, more = perturb(INK, Dial.NOISE, [0, 0.2, 0.4]).astype(int)
    inner = (more > 0) & (more < 255) & (some > 0) & (some < 255)
    assert np.abs(2 * (some - none) - (more - none))[inner].max() <= 2


def test_normalised_again_shift_scale_and_pen_of_strokes_change_nothing():
    usual = normalise(INK).picture
    for dial in (Dial.ACROSS, Dial.DOWN, Dial.SCALE, Dial.THICKEN):
        for picture in perturb(INK, dial, np.linspace(*RANGES[dial][:2], 7), again=True):
            assert np.abs(picture.astype(int) - usual).max() <= 1, dial


def test_normalised_again_shift_and_scale_of_a_picture_change_little():
    usual = normalise(LARGE).picture.astype(int)
    for dial in (Dial.ACROSS, Dial.DOWN, Dial.SCALE):
        for picture in perturb(LARGE, dial, np.linspace(*RANGES[dial][:2], 7), again=True):
            assert np.abs(picture - usual).mean() < 8, dial


def test_an_empty_drawing_is_refused():
    with pytest.raises(EmptyDrawingError):
        perturb(Ink(), Dial.ROTATE, [0])


def test_what_has_left_the_frame_is_all_paper():
    dot = Ink.from_xy([[(0.02, 0.5)]])
    assert not perturb(dot, Dial.ACROSS, [-14], Preprocessing(scale=False)).any()


def test_resampling_is_exact_for_whole_pixels_and_means_for_shrinking():
    picture = np.random.default_rng(3).random((6, 8))
    same = resampled(picture, np.eye(2), np.zeros(2), (6, 8))
    assert same == pytest.approx(picture)
    halved = resampled(np.ones((8, 8)), np.eye(2) * 2, np.zeros(2), (4, 4), samples=2)
    assert halved == pytest.approx(1)


def test_growing_adds_so_many_pixels_either_side():
    line = np.zeros((9, 9))
    line[4] = 1
    assert grown(line, 2.0)[:, 4] == pytest.approx([0, 0, 1, 1, 1, 1, 1, 0, 0])
    assert not grown(line, -1.0).any()

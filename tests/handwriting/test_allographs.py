"""Digits written in a way that none of the fitted writers has."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from handdigit.handwriting.allographs import ALLOGRAPHS, SPREAD, Allograph, write_allographs
from handdigit.handwriting.perturbations import NO_DIGIT

POINTS = 40
NAMES = [f"{way.digit}-{number}" for number, way in enumerate(ALLOGRAPHS)]


def random(seed=1):
    return np.random.default_rng(seed)


def length(path):
    return np.hypot(*np.diff(path, axis=0).T).sum()


@pytest.mark.parametrize("way", ALLOGRAPHS, ids=NAMES)
def test_every_way_is_one_digit_large_and_varies_a_little(way):
    xy, lifts = way.written(200, POINTS, random())
    assert xy.shape == (200, POINTS, 2)
    assert lifts.shape == (POINTS,)
    assert lifts[-1]
    assert lifts.sum() == len(way.strokes)
    size = np.ptp(xy, axis=1).max(axis=1)
    assert size.min() > 0.7
    assert size.max() < 1.4
    assert np.abs(xy.mean(axis=0)).max() < 0.8, "about the middle"
    apart = np.abs(xy - xy.mean(axis=0)).max(axis=(1, 2))
    assert np.median(apart) > SPREAD / 2
    assert np.array_equal(way.written(200, POINTS, random())[0], xy)
    assert way.weight > 0


@pytest.mark.parametrize("way", ALLOGRAPHS, ids=NAMES)
def test_points_are_spread_evenly_along_every_stroke(way):
    xy, lifts = way.written(200, POINTS, random())
    mean = xy.mean(axis=0)
    steps = np.hypot(*np.diff(mean, axis=0).T)[~lifts[:-1]]
    assert steps.max() < 2.2 * np.median(steps)


def test_a_curve_goes_through_its_points_and_turns_sharply_only_where_told():
    round_, sharp = (
        Allograph(1, path).written(300, 101, random())[0].mean(axis=0)
        for path in ("0,0 50,100 100,0", "0,0 50,100! 100,0")
    )
    for path in (round_, sharp):
        assert np.abs(path[[0, 50, 100]] - [(-0.5, -0.5), (0, 0.5), (0.5, -0.5)]).max() < 0.02

    def sharpest_turn(path):
        angles = np.unwrap(np.arctan2(*np.diff(path, axis=0).T))
        return np.degrees(np.abs(np.diff(angles)).max())

    assert sharpest_turn(round_) < 30
    assert sharpest_turn(sharp) > 60


def test_ends_may_be_left_out():
    line = "0,0 0,100"
    whole, cut = (
        Allograph(1, line, lead=lead, tail=tail).written(300, POINTS, random())[0]
        for lead, tail in ((0, 0), (0.2, 0.3))
    )
    shares = np.array([length(path) for path in cut]) / [length(path) for path in whole]
    assert 0.4 < shares.min() < 0.6
    assert 0.9 < shares.max() <= 1.001


def test_a_share_of_the_digits_is_written_otherwise_and_the_rest_stays():
    digits = np.arange(2000) % 10
    xy, lifts = np.zeros((2000, POINTS, 2), np.float32), np.zeros((2000, POINTS), bool)
    chosen = write_allographs(xy, lifts, digits, 0.25, random())
    assert 0.2 < chosen.mean() < 0.3
    assert (xy[chosen] != 0).any(axis=(1, 2)).all()
    assert lifts[chosen, -1].all()
    assert not xy[~chosen].any()
    assert not lifts[~chosen].any()


def test_none_at_all_and_what_is_no_digit_are_left_alone():
    for digits, share in ((np.arange(10), 0), (np.full(10, NO_DIGIT), 1), (np.zeros(0, int), 1)):
        xy = np.zeros((len(digits), POINTS, 2), np.float32)
        lifts = np.zeros((len(digits), POINTS), bool)
        assert not write_allographs(xy, lifts, digits, share, random()).any()
        assert not xy.any()


def test_every_digit_has_other_ways_and_no_way_is_there_twice():
    assert {way.digit for way in ALLOGRAPHS} == set(range(10))
    assert len({way.path for way in ALLOGRAPHS}) == len(ALLOGRAPHS)
    for one, other in itertools.combinations(ALLOGRAPHS, 2):
        if one.digit != other.digit and len(one.strokes) == len(other.strokes):
            paths = [way.written(50, POINTS, random())[0].mean(axis=0) for way in (one, other)]
            assert np.sqrt(((paths[0] - paths[1]) ** 2).sum(axis=1).mean()) > 0.12, (one, other)


def test_only_the_ways_that_a_digit_is_written_in_are_computed(monkeypatch):
    counts, written = [], Allograph.written

    def counting(way, count, points, rng):
        counts.append(count)
        return written(way, count, points, rng)

    monkeypatch.setattr(Allograph, "written", counting)
    xy, lifts = np.zeros((10, POINTS, 2), np.float32), np.zeros((10, POINTS), bool)
    write_allographs(xy, lifts, np.arange(10), 1.0, random())
    assert counts == [1] * 10

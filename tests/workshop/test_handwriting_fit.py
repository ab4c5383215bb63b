"""Fitting the pen model: what was put in is found again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from handdigit.cli import main
from handdigit.errors import HanddigitError
from handdigit.handwriting import model as handwriting
from handdigit.handwriting.perturbations import perturb_paths
from handdigit.ink.ink import Ink
from handdigit.storage.models.handwriting_file import SHIPPED, read_handwriting, shipped_handwriting
from handdigit.workshop.handwriting_fit import (
    FitSettings,
    fit_handwriting,
    k_means,
    normalised_strokes,
    points_of_strokes,
    resampled,
)


def rng(seed=1):
    return np.random.default_rng(seed)


def two_ways(digit, count, random):
    """Return inks written as a bar of two ways: down, or across and then down."""
    inks = []
    for number in range(count):
        lean = random.normal(0, 0.1)
        down = [(lean * t + digit / 10, t) for t in np.linspace(0, 1, 9)]
        across = [(t - 0.5, digit / 10) for t in np.linspace(0, 1, 6)]
        inks.append(Ink.from_xy([down] if number % 4 else [across, down]))
    return inks


@pytest.fixture(scope="module")
def fitted():
    random = rng()
    inks = [ink for digit in range(10) for ink in two_ways(digit, 40, random)]
    return fit_handwriting(inks, np.repeat(np.arange(10), 40).tolist())


def test_ways_of_writing_become_styles_with_their_share(fitted):
    strokes = fitted.lifts.sum(axis=1)
    for digit in range(10):
        mine = fitted.digits == digit
        assert fitted.shares[mine].sum() == pytest.approx(1)
        assert fitted.shares[mine & (strokes == 2)].sum() == pytest.approx(0.25)
    assert fitted.lifts[:, -1].all()


def test_the_main_variation_is_the_lean(fitted):
    sizes = np.sqrt((fitted.components**2).sum(axis=(2, 3)))
    assert (sizes[:, 0] > 0).all()
    assert (sizes[:, 0] > 5 * sizes[:, 2]).all(), "nothing else was varied"
    assert (np.diff(sizes, axis=1) <= 1e-5).all(), "the widest first"


def test_what_is_written_has_the_fitted_mean_and_deviation(fitted, monkeypatch):
    written = []

    def note(scripts, *rest):
        written.append((scripts.lifts.copy(), scripts.xy.copy()))
        return perturb_paths(scripts, *rest)

    monkeypatch.setattr(handwriting, perturb_paths.__name__, note)
    plain = replace(fitted.perturbations, spread=1, mixing=0)
    replace(fitted, perturbations=plain).draw_many(np.repeat(fitted.digits[0], 6000), rng())
    lifts, paths = map(np.concatenate, zip(*written, strict=True))
    paths = paths[(lifts == fitted.lifts[0]).all(axis=1)]
    assert len(paths) > 1000
    assert np.allclose(paths.mean(axis=0), fitted.means[0], atol=0.02)
    expected = np.sqrt((fitted.components[0] ** 2).sum(axis=0))
    assert np.allclose(paths.std(axis=0), expected, atol=0.02)


def test_the_same_inks_give_the_same_model():
    inks = [ink for digit in range(10) for ink in two_ways(digit, 20, rng(2))]
    labels = np.repeat(np.arange(10), 20).tolist()
    one, two = (fit_handwriting(inks, labels, FitSettings(points=20)) for _ in range(2))
    assert np.array_equal(one.means, two.means)
    assert np.array_equal(one.components, two.components)
    assert one.means.shape[1:] == (20, 2)


def test_too_few_inks_of_a_digit_are_refused():
    inks = [ink for digit in range(10) for ink in two_ways(digit, 20, rng(2))]
    labels = np.repeat(np.arange(10), 20)
    labels[labels == 6] = 5
    with pytest.raises(HanddigitError, match="only 0 inks of the digit 6"):
        fit_handwriting(inks, labels.tolist())


def test_specks_are_left_out_and_the_longer_side_is_one():
    ink = Ink.from_xy([[(10, 10), (10, 50)], [(30, 31), (30.1, 31)], [(0, 10), (20, 30)]])
    strokes = normalised_strokes(ink)
    assert len(strokes) == 2
    xy = np.concatenate(strokes)
    assert np.ptp(xy, axis=0).max() == pytest.approx(1)
    assert xy.min(axis=0) + xy.max(axis=0) == pytest.approx([0, 0])


def test_a_dot_is_a_path_too():
    (stroke,) = normalised_strokes(Ink.from_xy([[(3, 3)]]))
    assert np.array_equal(resampled(stroke, 5), np.zeros((5, 2)))


def test_points_are_shared_out_by_length():
    assert points_of_strokes(np.array([3.0, 1.0]), 40).tolist() == [28, 12]
    assert points_of_strokes(np.array([100.0, 0.01]), 40).tolist() == [36, 4]
    assert points_of_strokes(np.array([0.0]), 40).tolist() == [40]


def test_resampled_points_are_evenly_along_the_path():
    xy = resampled(np.array([(0.0, 0.0), (0.0, 3.0), (1.0, 3.0)]), 5)
    assert xy.tolist() == [[0, 0], [0, 1], [0, 2], [0, 3], [1, 3]]


def test_k_means_finds_clouds_that_lie_apart():
    middles = np.array([(0, 0), (9, 0), (0, 9)])
    vectors = np.repeat(middles, 30, axis=0) + rng().normal(0, 0.5, (90, 2))
    found = k_means(vectors, 3, rng())
    parts = [set(found[30 * cloud : 30 * cloud + 30].tolist()) for cloud in range(3)]
    assert [len(part) for part in parts] == [1, 1, 1]
    assert len(set.union(*parts)) == 3


def test_the_shipped_model_is_the_fit_of_pendigits(shared_data, tmp_path, capsys):
    out = tmp_path / "pen.safetensors"
    inks = shared_data / "strokes" / "pendigits_train.jsonl.gz"
    assert main(["fit-handwriting", str(inks), "--out", str(out)]) == 0
    styles = len(shipped_handwriting().digits)
    assert f"{styles} styles of 7,494 inks" in capsys.readouterr().out
    again, shipped = read_handwriting(out), read_handwriting(SHIPPED)
    assert np.array_equal(again.digits, shipped.digits)
    assert np.allclose(again.means, shipped.means, atol=2e-3)


def test_the_command_names_what_is_wrong(tmp_path, capsys):
    assert main(["fit-handwriting", "none.jsonl", "--out", str(tmp_path / "x")]) == 1
    assert "none.jsonl" in capsys.readouterr().err

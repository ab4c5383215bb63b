"""Many inks varied at once."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.experiment.recipe import Augmentation
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise_ink
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.training.ink_variation import perturb_inks, written_otherwise

LABELS = np.arange(60) % 10


@pytest.fixture(scope="module")
def inks():
    return shipped_handwriting().draw_many(LABELS, np.random.default_rng(1))


def varied(inks, **augmentation):
    return perturb_inks(inks, LABELS, Augmentation(**augmentation), np.random.default_rng(2))


def test_without_variation_inks_are_as_they_are(inks):
    plain = np.stack([normalise_ink(ink).picture for ink in inks.inks()])
    off_by = np.abs(varied(inks).astype(int) - plain)
    assert off_by.max() <= 1, "moving an ink about may round a grey level otherwise"


@pytest.mark.parametrize(
    "name", ["rotate", "shear", "scale", "elastic", "thickness", "styles", "jitter"]
)
def test_every_variation_changes_pictures_the_same_way_every_time(inks, name):
    amount = {"rotate": 20, "elastic": 1.5, "styles": 1, "jitter": 0.02}.get(name, 0.4)
    pictures = varied(inks, **{name: amount})
    assert pictures.shape == (60, 28, 28)
    assert pictures.any(axis=(1, 2)).all()
    assert (pictures != varied(inks)).any(axis=(1, 2)).mean() > 0.9
    assert np.array_equal(pictures, varied(inks, **{name: amount}))


def test_stems_of_ones_and_sevens_may_go_on_upwards():
    stem = Ink.from_xy([[(0, 0), (10, 0), (6, 10), (4, 20)]])
    rng = np.random.default_rng(3)
    for label, least in ((1, 20), (7, 40)):
        last = [written_otherwise(stem, label, rng).strokes[0].xy()[-1] for _ in range(60)]
        away = np.array(last) - (4, 20)
        angle = np.degrees(np.arctan2(-away[:, 1], away[:, 0]))
        assert ((angle > least) & (angle < 75)).sum() > 12
    level = Ink.from_xy([[(0, 0), (4, 20), (14, 20)]])
    assert all(len(written_otherwise(level, 1, rng).strokes) == 1 for _ in range(20))


def test_thickness_goes_both_ways(inks):
    ratio = varied(inks, thickness=0.6).sum(axis=(1, 2)) / varied(inks).sum(axis=(1, 2))
    assert ratio.min() < 0.75
    assert ratio.max() > 1.3


def test_a_dot_and_no_ink_at_all_are_taken_too():
    augmentation = Augmentation(rotate=9, elastic=1, styles=1)
    dot = InkBatch.from_inks([Ink.from_xy([[(5, 5)]])])
    rng = np.random.default_rng(1)
    assert perturb_inks(dot, np.array([1]), augmentation, rng).any()
    none = InkBatch.from_inks([])
    assert perturb_inks(none, np.zeros(0, int), augmentation, rng).shape == (0, 28, 28)

"""Every variation, of strokes and of bitmaps: shape, range, and chance that can be repeated."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
import torch

from handdigit.experiment.recipe import AUGMENTATION_SETTINGS, Augmentation
from handdigit.ink.ink_batch import InkBatch
from handdigit.training.augmentation import add_noise, perturb_pictures
from handdigit.training.ink_variation import perturb_inks
from tests.training.small_data import bitmaps, ten_inks

AMOUNTS = {
    "rotate": 15,
    "shear": 0.3,
    "scale": 0.2,
    "shift": 2,
    "elastic": 1,
    "thickness": 0.4,
    "styles": 1,
    "noise": 0.2,
    "plain": 0.5,
    "jitter": 0.01,
}
BITMAPS_ONLY, STROKES_ONLY = {"shift", "plain"}, {"styles", "jitter"}


def varied_inks(augmentation: Augmentation, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return perturb_inks(InkBatch.from_inks(ten_inks()), np.arange(10), augmentation, rng)


def varied_bitmaps(augmentation: Augmentation, seed: int) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    grey = torch.from_numpy(bitmaps(1).pictures)[:, None].float() / 255
    return add_noise(perturb_pictures(grey, augmentation, generator), augmentation, generator)


@pytest.mark.parametrize("name", [f.name for f in fields(Augmentation)])
@pytest.mark.parametrize("most", [False, True])
def test_bitmaps(name, most):
    amount = AUGMENTATION_SETTINGS[name].most if most else AMOUNTS[name]
    augmentation = Augmentation(**{name: amount})
    pictures = varied_bitmaps(augmentation, 1)
    plain = varied_bitmaps(Augmentation(), 1)
    assert pictures.shape == plain.shape
    assert bool(pictures.isfinite().all())
    assert float(pictures.min()) >= 0
    assert float(pictures.max()) <= 1 + 1e-6
    assert torch.equal(pictures, varied_bitmaps(augmentation, 1))
    unchanged = name in STROKES_ONLY | {"plain"}
    assert torch.equal(pictures, varied_bitmaps(augmentation, 2)) == unchanged
    assert torch.equal(pictures, plain) == unchanged


@pytest.mark.parametrize("name", sorted(set(AMOUNTS) - {"noise"}))
@pytest.mark.parametrize("most", [False, True])
def test_strokes(name, most):
    amount = AUGMENTATION_SETTINGS[name].most if most else AMOUNTS[name]
    augmentation = Augmentation(**{name: amount})
    pictures = varied_inks(augmentation, 1)
    assert pictures.shape == (10, 28, 28)
    assert pictures.dtype == np.uint8
    assert pictures.max(axis=(1, 2)).tolist() == [255] * 10
    assert np.array_equal(pictures, varied_inks(augmentation, 1))
    unchanged = name in BITMAPS_ONLY
    assert np.array_equal(pictures, varied_inks(augmentation, 2)) == unchanged
    assert np.array_equal(pictures, varied_inks(Augmentation(), 1)) == unchanged


def test_some_pictures_are_left_as_they_are():
    plain = varied_bitmaps(Augmentation(), 1)

    def same(share: float) -> int:
        pictures = varied_bitmaps(Augmentation(rotate=15, thickness=0.4, plain=share), 1)
        return int((pictures == plain).all((1, 2, 3)).sum())

    assert (same(0), same(1)) == (0, 10)
    assert 0 < same(0.5) < 10


def test_thickness_of_bitmaps_changes_the_ink_by_about_as_much():
    plain = varied_bitmaps(Augmentation(), 1).sum((1, 2, 3))
    inked = torch.stack(
        [
            varied_bitmaps(Augmentation(thickness=0.3), seed).sum((1, 2, 3)) / plain
            for seed in range(40)
        ]
    )
    assert 0.6 < float(inked.min()) < 0.85
    assert 1.15 < float(inked.max()) < 1.5
    assert float(inked.mean()) == pytest.approx(1, abs=0.06)

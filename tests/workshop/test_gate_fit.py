"""Fitting the gate in small: it learns, is the same for the same seed, and its measure is right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.commands.evaluate_refusals import auroc, generated_strangers
from handdigit.experiment.events import StepDone
from handdigit.handwriting.negatives import Negatives
from handdigit.ink.normalise import normalise_inks
from handdigit.recognition.gate import Gate, digitness
from handdigit.storage.datasets.inks import shipped_shapes
from handdigit.storage.models.gate_file import GateFile
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.training.dataset import TrainingData
from handdigit.training.sources import InkStock, generated
from handdigit.workshop.gate_fit import RECIPE, GateFitted, fit_gate, with_none
from handdigit.workshop.gate_negatives import spoiled_pictures

torch.set_num_threads(1)
TINY = replace(RECIPE, epochs=2, generated=1000, batch_size=64, averaging=0, validation=0.1)


@pytest.fixture(scope="module")
def pool():
    return InkStock(shipped_handwriting(), 500, 1)


@pytest.fixture(scope="module")
def fitted(pool):
    return run(pool)


def run(pool, recipe=TINY):
    digits = replace(generated(recipe.generated), writer=pool)
    negatives = Negatives([shape for shape in shipped_shapes() if not shape.is_kept], pool)
    return list(fit_gate(digits, negatives, recipe, mean=0.13, std=0.31))


def test_it_learns_to_tell_digits_from_the_rest(fitted, pool):
    *steps, done = fitted
    assert all(isinstance(step, StepDone) for step in steps)
    assert isinstance(done, GateFitted)
    assert [step.step for step in steps] == list(range(1, len(steps) + 1))
    assert np.mean([step.loss for step in steps[-8:]]) < 0.7 * steps[0].loss
    gate = Gate(GateFile(TINY.architecture(), done.weights, 0.13, 0.31, done.threshold))
    digits = normalise_inks(
        shipped_handwriting().draw_many(np.arange(200) % 10, np.random.default_rng(5))
    )
    known = gate.digitness(digits)
    strange = np.concatenate(
        [gate.digitness(normalise_inks(inks)) for _, inks in generated_strangers(50, seed=3)]
    )
    assert auroc(known, strange) > 0.8
    assert (known < done.threshold).mean() < 0.1


def test_the_same_seed_gives_the_same_gate(pool):
    short = replace(TINY, generated=200)
    first, second, other = (run(pool, replace(short, seed=seed))[-1] for seed in (1, 1, 2))
    assert first.threshold == second.threshold
    for name, value in first.weights.items():
        assert np.array_equal(value, second.weights[name]), name
    assert any(not np.array_equal(first.weights[n], other.weights[n]) for n in first.weights)


def test_a_gate_goes_on_from_another(fitted, pool):
    short = replace(TINY, epochs=1, generated=200)
    digits = replace(generated(200), writer=pool)
    negatives = Negatives(shipped_shapes(), pool)
    options = {"mean": 0.13, "std": 0.31}
    fresh = next(fit_gate(digits, negatives, short, **options))
    gone_on = next(fit_gate(digits, negatives, short, start=fitted[-1].weights, **options))
    assert gone_on.loss < 0.8 * fresh.loss


def test_none_of_them_has_a_logit_of_its_own():
    logits = torch.tensor([[1.0] * 10, [-20.0] * 10])
    assert with_none(logits).shape == (2, 11)
    assert with_none(logits)[:, 10].tolist() == [0, 0]
    assert digitness(logits)[1] < 1e-6


def test_a_pool_gives_the_digits_wanted(pool):
    digits = np.array([3, 3, 1, 0, 9])
    inks = pool.draw_many(digits, np.random.default_rng(1))
    again = pool.draw_many(digits, np.random.default_rng(1))
    assert len(inks) == 5
    assert np.array_equal(inks.xy, again.xy)
    # All of a kind come from what was written of that digit.
    ones = pool.draw_many(np.ones(300, int), np.random.default_rng(2))
    assert len({ink.strokes for ink in ones.inks()}) <= 100


def test_pictures_of_digits_are_spoiled():
    rng = np.random.default_rng(1)
    pictures = np.zeros((40, 28, 28), np.uint8)
    pictures[:, 4:24, 12:15] = 255
    made = spoiled_pictures(pictures, np.arange(40) % 10, 30, rng)
    assert made.shape == (30, 28, 28)
    assert made.dtype == np.uint8
    # Two strokes beside each other, or one: lying, or in a mirror and so as it was.
    widths = np.array([np.ptp(np.flatnonzero(picture.any(axis=0))) for picture in made])
    assert (widths[:15] > 8).all()
    assert set((widths[15:] > 8).tolist()) == {True, False}
    assert made.max(axis=(1, 2)).tolist() == [255] * 30


# --- the measure -------------------------------------------------------------------------------


def test_the_area_is_the_share_of_pairs_in_order():
    digits, others = np.array([0.9, 0.8, 0.3]), np.array([0.1, 0.3, 0.85])
    pairs = [(d > o) + (d == o) / 2 for d in digits for o in others]
    assert auroc(digits, others) == pytest.approx(np.mean(pairs))
    assert auroc(np.array([1.0]), np.array([0.0])) == 1
    assert auroc(np.array([0.5]), np.array([0.5])) == 0.5


def test_the_test_set_is_the_same_every_time():
    first = dict(generated_strangers(20))
    second = dict(generated_strangers(20))
    assert next(iter(first)) == "symbols"
    for kind, inks in first.items():
        assert len(inks) == 20
        assert np.array_equal(inks.xy, second[kind].xy)


def test_without_strangers_the_threshold_is_even():
    digits = TrainingData(
        pictures=np.full((64, 28, 28), 9, np.uint8), picture_labels=np.arange(64) % 10
    )
    negatives = Negatives(shipped_shapes(), shipped_handwriting())
    tiny = replace(TINY, epochs=1, validation=0)
    assert list(fit_gate(digits, negatives, tiny, mean=0.13, std=0.31))[-1].threshold == 0.5

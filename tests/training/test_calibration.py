"""The temperature that makes probabilities right as often as they say."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional

from handdigit.experiment.evaluation import HIGHEST, LOWEST, Evaluation, fitted_temperature
from handdigit.experiment.recipe import Recipe
from tests.training.small_data import inks, trained


def readings(count: int, overconfidence: float) -> tuple[np.ndarray, np.ndarray]:
    """Return logits that say too much by a known factor, and labels drawn as they should be."""
    rng = np.random.default_rng(5)
    honest = rng.normal(0, 2.5, (count, 10))
    shares = np.exp(honest) / np.exp(honest).sum(axis=1, keepdims=True)
    labels = (rng.random((count, 1)) > shares.cumsum(axis=1)).sum(axis=1)
    return honest * overconfidence, labels.clip(0, 9)


@pytest.mark.parametrize("factor", [0.5, 1.0, 3.0])
def test_a_known_overconfidence_is_found(factor):
    logits, labels = readings(20_000, factor)
    assert fitted_temperature(logits, labels) == pytest.approx(factor, rel=0.05)


def test_no_other_temperature_has_a_smaller_loss():
    logits, labels = readings(2000, 1.7)
    best = fitted_temperature(logits, labels)

    def loss(temperature: float) -> float:
        scaled = torch.from_numpy(logits / temperature)
        return float(functional.cross_entropy(scaled, torch.from_numpy(labels)))

    assert loss(best) < min(loss(best * 1.05), loss(best / 1.05))


def test_the_calibration_error_falls():
    logits, labels = readings(20_000, 3.0)

    def error(temperature: float) -> float:
        softmax = torch.from_numpy(logits / temperature).softmax(1).numpy()
        return Evaluation(labels, softmax).metrics.reliability.expected_error

    assert error(fitted_temperature(logits, labels)) < 2 < 10 < error(1.0)


def test_a_faultless_set_does_not_ask_for_certainty():
    labels = np.arange(400) % 10
    logits = np.eye(10)[labels] * 8.0
    temperature = fitted_temperature(logits, labels)
    assert LOWEST < temperature < HIGHEST
    likely = np.exp(8 / temperature) / (np.exp(8 / temperature) + 9)
    assert likely == pytest.approx(1 - 1 / 402, abs=1e-4)


def test_too_few_drawings_change_nothing():
    logits, labels = readings(150, 3.0)
    assert fitted_temperature(logits, labels) == 1.0
    assert fitted_temperature(np.zeros((0, 10)), np.zeros(0, np.int64)) == 1.0


def test_a_run_ends_with_the_temperature_of_what_was_held_back():
    recipe = Recipe("softmax-regression", epochs=2, validation=0.5, generated=10)
    data = inks(times=50)
    assert trained(data, recipe)[-1].temperature not in (1.0, LOWEST, HIGHEST)
    few = Recipe("softmax-regression", epochs=1, validation=0.1, generated=10)
    assert trained(data, few)[-1].temperature == 1.0

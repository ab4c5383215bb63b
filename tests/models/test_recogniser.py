"""A model at work."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.core.errors import ModelFileError, PictureError
from handdigit.core.ink import Ink, Point, Stroke
from handdigit.core.normalise import normalise
from handdigit.core.recognition import Verdict
from handdigit.core.zoo import ZOO
from handdigit.data.model_file import ModelFile
from handdigit.models.recogniser import Recogniser
from tests.models.strategies import model_of, random_network

torch.set_num_threads(1)
ONE = Ink((Stroke((Point(0.5, 0.2), Point(0.45, 0.8))),))


@pytest.fixture(scope="module")
def model() -> ModelFile:
    return model_of(random_network(ZOO["small"]), "practice")


@pytest.fixture(scope="module")
def recogniser(model: ModelFile) -> Recogniser:
    return Recogniser(model, "cpu")


def test_strokes_are_answered(recogniser: Recogniser) -> None:
    recognition = recogniser.recognise(ONE)
    assert recognition.verdict is Verdict.DIGIT
    assert sum(recognition.probabilities) == pytest.approx(1)
    assert recognition.digit == int(np.argmax(recognition.probabilities))
    assert recognition.activations == {}
    assert recognition.milliseconds > 0


def test_a_picture_is_answered(recogniser: Recogniser) -> None:
    picture = np.full((80, 60, 3), 250, np.uint8)
    picture[20:70, 28:33] = 10
    recognition = recogniser.recognise(picture)
    assert recognition.verdict is Verdict.DIGIT
    assert recognition.normalised is not None
    assert recognition.normalised.picture[14, 14] > 128  # dark ink on light paper was seen


@pytest.mark.parametrize("empty", [Ink(), np.zeros((30, 30), np.uint8)])
def test_nothing_drawn_is_empty(recogniser: Recogniser, empty: Ink) -> None:
    recognition = recogniser.recognise(empty)
    assert recognition.verdict is Verdict.EMPTY
    assert recognition.probabilities == ()


def test_an_array_that_is_no_picture_is_refused(recogniser: Recogniser) -> None:
    with pytest.raises(PictureError):
        recogniser.recognise(np.zeros((3, 3, 7), np.uint8))


def test_many_pictures_get_the_answers_of_each(recogniser: Recogniser) -> None:
    inks = [ONE, Ink((*ONE.strokes, Stroke((Point(0.1, 0.1), Point(0.9, 0.3)))))]
    pictures = np.stack([normalise(ink).picture for ink in inks])
    found = recogniser.probabilities(np.concatenate([pictures] * 600))
    assert found.shape == (1200, 10)
    for i, ink in enumerate(inks):
        assert np.abs(found[i::2] - recogniser.recognise(ink).probabilities).max() < 1e-6
    assert recogniser.probabilities(pictures[:0]).shape == (0, 10)


def test_temperature_softens(model: ModelFile, recogniser: Recogniser) -> None:
    warm = Recogniser(replace(model, info=replace(model.info, temperature=3.0)), "cpu")
    assert max(warm.recognise(ONE).probabilities) < max(recogniser.recognise(ONE).probabilities)


def test_weights_that_are_not_numbers_are_refused(model: ModelFile) -> None:
    spoilt = {key: value.copy() for key, value in model.weights.items()}
    spoilt["conv2.weight"][0, 0, 0, 0] = np.nan
    with pytest.raises(ModelFileError, match="practice are not all numbers"):
        Recogniser(replace(model, weights=spoilt), "cpu")


@pytest.mark.parametrize("change", ["missing", "unknown", "reshaped"])
def test_weights_of_another_network_are_refused(model: ModelFile, change: str) -> None:
    weights = dict(model.weights)
    if change == "missing":
        del weights["conv1.weight"]
    elif change == "unknown":
        weights["conv9.weight"] = weights["conv1.weight"]
    else:
        weights["conv1.weight"] = weights["conv1.weight"][:, :, :3, :3]
    with pytest.raises(ModelFileError, match="do not fit its network"):
        Recogniser(replace(model, weights=weights), "cpu")


def test_counters_are_read_with_and_without_a_dimension(model: ModelFile) -> None:
    key = "norm1.num_batches_tracked"
    for shape in ((), (1,)):
        weights = dict(model.weights) | {key: model.weights[key].reshape(shape)}
        Recogniser(replace(model, weights=weights), "cpu")

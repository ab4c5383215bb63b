"""Why a drawing is refused, as the engine tells it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from handdigit.engine.analyses.gate import NEAREST, usual_distance
from handdigit.engine.protocol.gate import ExplainRefusal
from handdigit.engine.protocol.requests import SearchErasures
from handdigit.errors import EmptyDrawingError
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.recognition.gate import Gate
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.gate_file import read_gate
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.engine.analysing import analysed

FOUR = read_samples(ASSETS / "examples" / "four.json")[0].ink
CROSS = Ink.from_xy([[(0.5, 0.2), (0.5, 0.8)], [(0.2, 0.5), (0.8, 0.5)]])


@pytest.fixture(scope="module")
def recogniser():
    torch.set_num_threads(1)  # as the engine does
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


def judged(recogniser, source):
    shares, grounds = analysed(recogniser, ExplainRefusal(source))
    assert shares == sorted(shares)
    return grounds


def test_the_grounds_of_a_cross(recogniser):
    grounds = judged(recogniser, CROSS)
    assert grounds.threshold == recogniser.gate.threshold
    assert grounds.pictures.shape == (NEAREST, 28, 28)
    assert grounds.pictures.any(axis=(1, 2)).all()
    assert len(grounds.labels) == len(grounds.distances) == NEAREST
    assert set(grounds.labels) <= set(range(10))
    assert list(grounds.distances) == sorted(grounds.distances)
    assert grounds.distance == grounds.distances[0] > 0


def test_what_it_knows_is_no_distance_away(recogniser):
    grounds = judged(recogniser, FOUR)
    assert grounds.distance == pytest.approx(0, abs=1e-3)
    assert grounds.labels[0] == 4
    assert np.abs(grounds.pictures[0].astype(int) - normalise(FOUR).picture).max() <= 1


def test_a_cross_is_farther_than_digits_are(recogniser):
    assert judged(recogniser, CROSS).distance > 1


def test_nothing_has_no_grounds(recogniser):
    with pytest.raises(EmptyDrawingError):
        judged(recogniser, Ink())


def test_the_usual_distance_is_that_to_the_nearest_other():
    features = np.array([[0, 0], [0, 1], [0, 3], [10, 3]], np.float32)
    assert usual_distance(features) == pytest.approx(np.median([1, 1, 2, 10]))


def test_what_default_has_computed_is_not_computed_again_by_a_copy_of_it():
    gate = Gate(read_gate())
    model = read_model(ASSETS / "models" / "default.safetensors")
    recogniser = Recogniser(model, "cpu", gate=gate)
    for ink in (FOUR, CROSS):
        recogniser.recognise(ink)
        judged(recogniser, ink)
        analysed(recogniser, SearchErasures(ink))
    assert "trunk" not in vars(gate.head)

"""The gate: what is a digit and what is none, whichever model answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.errors import DataFileError
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import Preprocessing, normalise
from handdigit.network.recognition import Verdict
from handdigit.network.zoo import ZOO
from handdigit.recognition.gate import BARELY, SURE, Gate, digitness, easier, shipped_gate
from handdigit.recognition.network import build_network
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.gate_file import read_gate
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.recognition.strategies import model_of, random_network

torch.set_num_threads(1)
EXAMPLES = sorted((ASSETS / "examples").glob("*.json"))
TIME = np.linspace(0, 1, 120)
SCRIBBLE = Ink.from_xy(
    [
        np.stack(
            [0.5 + 0.3 * np.sin(40 * TIME) * np.cos(5 * TIME), 0.5 + 0.3 * np.cos(53 * TIME)], 1
        ).tolist()
    ]
)


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


def test_digitness_is_the_share_of_ten_in_eleven():
    logits = torch.randn(50, 10, generator=torch.Generator().manual_seed(1)) * 4
    eleven = torch.cat([logits, torch.zeros(50, 1)], 1).softmax(1)
    assert digitness(logits).numpy() == pytest.approx(eleven[:, :10].sum(1).numpy(), abs=1e-6)


def test_it_looks_five_times_half_a_pixel_apart():
    file = read_gate()
    gate, picture = Gate(file), np.zeros((28, 28), np.uint8)
    picture[0, :20] = 255  # at the edge: paper has to come in
    picture[5:24, 12:15] = 200
    grey = np.pad(picture / 255, 1)
    inside = grey[1:-1, 1:-1]
    sides = (grey[:-2, 1:-1], grey[2:, 1:-1], grey[1:-1, :-2], grey[1:-1, 2:])
    looks = np.stack([inside, *((inside + side) / 2 for side in sides)])
    network = build_network(file.architecture).eval()
    weights = {name: torch.from_numpy(value) for name, value in file.weights.items()}
    expected = network.state_dict()
    network.load_state_dict({n: w.reshape(expected[n].shape) for n, w in weights.items()})
    with torch.inference_mode():
        pictures = torch.from_numpy((looks[:, None] - file.mean) / file.std).float()
        each = digitness(network(pictures))
    assert each.min() < each.max()
    assert gate.own_digitness(picture[None])[0] == pytest.approx(float(each.mean()), rel=1e-4)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_digits(recogniser, path):
    recognition = recogniser.recognise(read_samples(path)[0].ink)
    assert recognition.verdict is Verdict.DIGIT
    assert recognition.digitness > shipped_gate().threshold
    assert recognition.digit == recognition.claimed_digit
    assert recognition.probability == recognition.claimed_probability


def test_a_scribble_is_refused_and_the_claim_kept(recogniser):
    recognition = recogniser.recognise(SCRIBBLE)
    assert recognition.verdict is Verdict.NOT_A_DIGIT
    assert recognition.digitness < shipped_gate().threshold
    assert recognition.digit is None
    assert recognition.probability is None
    assert sum(recognition.probabilities) == pytest.approx(1)
    assert recognition.claimed_digit == int(np.argmax(recognition.probabilities))
    assert recognition.claimed_probability == max(recognition.probabilities)
    assert recognition.normalised is not None


def test_every_model_refuses_alike(recogniser):
    other = Recogniser(model_of(random_network(ZOO["dense-30"]), "practice"), "cpu")
    assert other.recognise(SCRIBBLE).digitness == recogniser.recognise(SCRIBBLE).digitness
    assert other.recognise(SCRIBBLE).verdict is Verdict.NOT_A_DIGIT


def test_many_pictures_are_judged_as_one_by_one(recogniser):
    pictures = np.stack([normalise(read_samples(path)[0].ink).picture for path in EXAMPLES])
    together = recogniser.gate.digitness(np.tile(pictures, (25, 1, 1)))  # more than one batch
    assert together.shape == (250,)
    assert together[:10] == pytest.approx(together[-10:], abs=1e-5)
    together = together[:10]
    assert together.dtype == np.float64
    alone = [recogniser.gate.digitness(picture[None])[0] for picture in pictures]
    assert together == pytest.approx(alone, abs=1e-5)
    assert recogniser.gate.digitness(pictures[:0]).shape == (0,)


@pytest.mark.parametrize("steps", [Preprocessing(scale=False), Preprocessing(centre=False)])
def test_an_experiment_with_the_steps_is_not_refused(recogniser, steps):
    seven = read_samples(ASSETS / "examples" / "seven.json")[0].ink
    usual = recogniser.recognise(seven)
    assert recogniser.recognise(seven, steps).digitness == usual.digitness


def test_the_threshold_decides():
    file = read_gate()
    seven = read_samples(ASSETS / "examples" / "seven.json")[0].ink
    model = read_model(ASSETS / "models" / "default.safetensors")
    for threshold, verdict in ((0.0, Verdict.DIGIT), (1.0, Verdict.NOT_A_DIGIT)):
        gate = Gate(replace(file, head=replace(file.head, threshold=threshold)))
        assert Recogniser(model, "cpu", gate=gate).recognise(seven).verdict is verdict


def test_what_is_barely_refused_is_unusual_to_a_model_that_is_sure():
    gate = shipped_gate()
    barely, far = easier(gate.threshold, BARELY), easier(gate.threshold, 2 * BARELY)
    digitness = np.array([barely + 1e-6, barely + 1e-6, far, gate.threshold])
    probability = np.array([SURE, SURE - 0.01, 1.0, 1.0])
    assert gate.are_unusual(digitness, probability).tolist() == [True, False, False, False]
    assert gate.are_digits(digitness, probability).tolist() == [True, False, False, True]


def test_an_unusual_digit_keeps_its_answer_and_says_why(recogniser):
    file = read_gate()
    seven = read_samples(ASSETS / "examples" / "seven.json")[0].ink
    usual = recogniser.recognise(seven)
    higher = replace(file.head, threshold=(1 + usual.digitness) / 2)
    gate = Gate(replace(file, head=higher))
    model = read_model(ASSETS / "models" / "default.safetensors")
    unusual = Recogniser(model, "cpu", gate=gate).recognise(seven)
    assert unusual.verdict is Verdict.UNSURE
    assert (unusual.digit, unusual.probabilities) == (7, usual.probabilities)
    assert unusual.doubt == "An unusual 7: few digits look like this."


def test_features_are_one_row_a_picture():
    pictures = np.stack([normalise(read_samples(path)[0].ink).picture for path in EXAMPLES])
    features = shipped_gate().features(pictures)
    assert features.shape[0] == 10
    assert features.ndim == 2
    assert np.isfinite(features).all()


def test_weights_of_another_network_are_refused():
    file = read_gate()
    weights = dict(file.weights)
    weights.popitem()
    with pytest.raises(DataFileError, match="do not fit"):
        Gate(replace(file, weights=weights))

"""The gate's head: what it adds, whichever model answers, and which model it was fitted to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.errors import DataFileError
from handdigit.ink.normalise import normalise
from handdigit.network.zoo import ZOO
from handdigit.recognition import gate_head
from handdigit.recognition.gate import Gate
from handdigit.recognition.gate_head import MOST, FittedHead, GateHead, answer_odds
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.gate_file import GateFile, HeadFile, read_gate, write_gate
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.paths import EXAMPLE_DIGITS
from tests.recognition.strategies import model_of, random_network

torch.set_num_threads(1)
INKS = [read_samples(path)[0].ink for path in EXAMPLE_DIGITS]
PICTURES = np.stack([normalise(ink).picture for ink in INKS])


@pytest.fixture(scope="module")
def default():
    return read_model(SHIPPED_MODELS / "default.safetensors")


@pytest.fixture(scope="module")
def file(default) -> GateFile:
    """Return the shipped gate with a head of random weights."""
    torch.manual_seed(3)
    weights = {name: value.numpy() for name, value in GateHead(1152, 8).state_dict().items()}
    head = HeadFile("default", default.fingerprint(), ("pool3",), "dense1", 0.5, 0.2, 0.3, weights)
    return replace(read_gate(), head=head)


@pytest.fixture(scope="module")
def gate(file):
    return Gate(file)


def test_the_odds_of_network_head_and_answer_add_up(file, gate, default):
    own = gate.own_digitness(PICTURES)
    values = gate.head.trunk.values(PICTURES, gate.head.layers)
    head = file.head.weights
    hidden = values["pool3"].reshape(10, -1) @ head["hidden.weight"].T + head["hidden.bias"]
    logits = hidden.clip(0) @ head["logits.weight"].T + head["logits.bias"]
    odds = 0.5 * np.log(own / (1 - own)) + np.log(np.exp(logits).sum(1))
    odds += 0.2 * answer_odds(torch.from_numpy(values["dense1"])).numpy()
    assert gate.digitness(PICTURES) == pytest.approx(1 / (1 + np.exp(-odds)), abs=1e-5)


def test_odds_of_an_answer_are_those_against_all_others():
    odds = answer_odds(torch.tensor([[1.0, 3.0, 2.0], [90.0, 0.0, 0.0]]))
    assert odds.tolist() == pytest.approx([3 - np.log(np.e + np.e**2), MOST])


def test_what_the_model_in_use_has_computed_is_not_computed_again(file, default, monkeypatch):
    gate = Gate(file)
    recogniser = Recogniser(default, "cpu", gate=gate)
    answer = recogniser.recognise(INKS[3], layers=("conv1",))
    assert set(answer.activations) == {"conv1"}
    probabilities, digitness = recogniser.judged(PICTURES)
    assert "trunk" not in gate.head.__dict__  # it was not even read
    assert probabilities == pytest.approx(recogniser.probabilities(PICTURES), abs=1e-6)
    assert digitness == pytest.approx(gate.digitness(PICTURES), abs=1e-5)
    assert answer.digitness == pytest.approx(digitness[3], abs=1e-5)


def test_every_model_refuses_alike(gate, default):
    own, other = (
        Recogniser(model, "cpu", gate=gate)
        for model in (default, model_of(random_network(ZOO["dense-30"]), "practice"))
    )
    assert other.recognise(INKS[4]).digitness == pytest.approx(own.recognise(INKS[4]).digitness)
    assert other.judged(PICTURES)[1] == pytest.approx(own.judged(PICTURES)[1], abs=1e-5)


@pytest.mark.parametrize("case", ["another", "gone", "damaged"])
def test_without_its_trunk_the_gate_refuses_as_if_it_had_no_head(
    case, file, tmp_path, monkeypatch, caplog
):
    if case == "another":
        file = replace(file, head=replace(file.head, fingerprint="0" * 64))
    else:
        monkeypatch.setattr(gate_head, "SHIPPED_MODELS", tmp_path)
        if case == "damaged":
            (tmp_path / "default.safetensors").write_bytes(b"no model")
    lone = Gate(replace(file, head=None))
    small = read_model(SHIPPED_MODELS / "small.safetensors")
    recogniser = Recogniser(small, "cpu", gate=Gate(file))
    assert caplog.text.count("without its head") == 1
    rng = np.random.default_rng(4)
    pictures = np.concatenate([PICTURES, rng.integers(0, 256, (10, 28, 28), np.uint8)])
    _, digitness = recogniser.judged(pictures)
    expected = lone.digitness(pictures) >= lone.threshold
    assert (digitness >= recogniser.gate.threshold).tolist() == expected.tolist()
    assert set(expected) == {True, False}
    assert recogniser.recognise(INKS[7]).digit == 7
    assert caplog.text.count("without its head") == 1, "said once"


def test_the_shipped_gate_was_fitted_to_the_shipped_model(default):
    head = read_gate().head
    assert head is not None
    assert head.fingerprint == default.fingerprint()


@pytest.mark.parametrize("change", ["missing", "shape", "number"])
def test_weights_that_are_no_head_are_refused(file, change):
    weights = dict(file.head.weights)
    if change == "missing":
        del weights["hidden.weight"]
    elif change == "shape":
        weights["logits.bias"] = np.zeros(9, np.float32)
    else:
        weights["logits.bias"] = np.full(10, np.nan, np.float32)
    with pytest.raises(DataFileError, match="head do not fit"):
        FittedHead(replace(file.head, weights=weights))


def test_a_head_is_read_as_it_was_written(file, tmp_path):
    path = tmp_path / "gate.safetensors"
    write_gate(path, file)
    found = read_gate(path).head
    for name in ("model", "fingerprint", "layers", "answer", "share", "certainty", "threshold"):
        assert getattr(found, name) == getattr(file.head, name)
    for name, value in file.head.weights.items():
        assert found.weights[name] == pytest.approx(value, abs=float(np.abs(value).max()) / 100)

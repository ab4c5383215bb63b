"""A model at work."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.errors import ModelFileError, PictureError
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.ink.normalise import normalise
from handdigit.network.architecture import Architecture
from handdigit.network.recognition import Verdict, VotingRule, combined
from handdigit.network.zoo import ZOO
from handdigit.recognition import recogniser as recogniser_module
from handdigit.recognition.network import Network, build_network
from handdigit.recognition.recogniser import Recogniser, load_network
from handdigit.storage.models.model_file import ModelFile, make_ensemble
from handdigit.storage.models.model_info import ModelInfo
from tests.recognition.strategies import model_of, random_network

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


@pytest.fixture(scope="module")
def members() -> list[ModelFile]:
    zoo = (ZOO["small"], ZOO["dense-30"], ZOO["small"])
    return [model_of(random_network(a, n), f"m{n}") for n, a in enumerate(zoo)]


class TestEnsembles:
    PICTURES = np.random.default_rng(1).integers(0, 255, (30, 28, 28)).astype(np.uint8)

    @pytest.mark.parametrize("rule", [VotingRule.MEAN, VotingRule.MAJORITY])
    def test_all_members_vote(self, members: list[ModelFile], rule: VotingRule) -> None:
        ensemble = Recogniser(make_ensemble("three", members, rule, ""), "cpu")
        alone = [Recogniser(member, "cpu") for member in members]
        votes = np.stack([one.probabilities(self.PICTURES) for one in alone])
        assert np.array_equal(ensemble.votes(self.PICTURES), votes)
        assert np.array_equal(ensemble.probabilities(self.PICTURES), combined(votes, rule))

    def test_every_member_may_look_five_times(self, members: list[ModelFile]) -> None:
        members = [
            replace(member, info=replace(member.info, temperature=temperature))
            for member, temperature in zip(members, (0.5, 1, 2), strict=True)
        ]
        ensemble = Recogniser(make_ensemble("three", members, VotingRule.VIEWS, ""), "cpu", 1)
        expected = []
        for member in members:
            network = load_network(member).eval()
            grey = torch.tensor(np.pad(self.PICTURES, ((0, 0), (1, 1), (1, 1))) / 255).float()
            here = grey[:, 1:-1, 1:-1]
            beside = [grey[:, 1:-1, :-2], grey[:, 1:-1, 2:], grey[:, :-2, 1:-1], grey[:, 2:, 1:-1]]
            looks = [here, *((here + other) / 2 for other in beside)]
            with torch.inference_mode():
                answers = [
                    network((look[:, None] - member.info.mean) / member.info.std) for look in looks
                ]
                answers = [(logits / member.info.temperature).softmax(1) for logits in answers]
            expected.append(torch.stack(answers).mean(0).numpy())
        assert ensemble.votes(self.PICTURES) == pytest.approx(np.stack(expected), abs=1e-6)
        assert ensemble.probabilities(self.PICTURES) == pytest.approx(
            np.mean(expected, axis=0), abs=1e-6
        )
        assert ensemble.probabilities(self.PICTURES[:0]).shape == (0, 10)

    def test_what_is_looked_into_is_one_look(self, members: list[ModelFile]) -> None:
        looking = Recogniser(make_ensemble("three", members, VotingRule.VIEWS, ""), "cpu", 2)
        alone = Recogniser(members[2], "cpu").recognise(ONE)
        answer = looking.recognise(ONE)
        assert answer.votes is not None
        assert answer.network_probabilities == alone.probabilities
        assert answer.votes.probabilities[2] != pytest.approx(alone.probabilities, abs=1e-6)
        assert answer.probabilities == pytest.approx(tuple(answer.votes.probabilities.mean(axis=0)))

    def test_the_answer_says_who_voted_what(self, members: list[ModelFile]) -> None:
        ensemble = Recogniser(make_ensemble("three", members, VotingRule.MEAN, ""), "cpu")
        answer = ensemble.recognise(ONE)
        assert answer.votes is not None
        assert answer.votes.names == ("m0", "m1", "m2")
        for member, vote in zip(members, answer.votes.probabilities, strict=True):
            assert Recogniser(member, "cpu").recognise(ONE).probabilities == tuple(vote)
        assert answer.probabilities == pytest.approx(tuple(answer.votes.probabilities.mean(axis=0)))

    @pytest.mark.parametrize("number", [0, 1, 2])
    def test_one_member_is_looked_into(self, members: list[ModelFile], number: int) -> None:
        ensemble = Recogniser(make_ensemble("three", members, VotingRule.MEAN, ""), "cpu", number)
        alone = Recogniser(members[number], "cpu")
        layers = [planned.name for planned in alone.network.plan]
        found, expected = (r.recognise(ONE, layers=layers) for r in (ensemble, alone))
        assert found.activations.keys() == expected.activations.keys()
        for name, values in expected.activations.items():
            assert np.array_equal(found.activations[name], values)
        assert found.network_probabilities == expected.probabilities
        assert ensemble.info.architecture == members[number].info.architecture

    def test_one_network_has_no_votes(self, recogniser: Recogniser) -> None:
        answer = recogniser.recognise(ONE)
        assert answer.votes is None
        assert answer.network_probabilities == answer.probabilities

    def test_an_ensemble_is_no_network(self, members: list[ModelFile]) -> None:
        with pytest.raises(ModelFileError, match="three is an ensemble: choose one"):
            load_network(make_ensemble("three", members, VotingRule.MEAN, ""))


def infinite(model: ModelFile) -> ModelFile:
    """Return the model with weights that ink overflows, paper does not."""
    weights = {name: value.copy() for name, value in model.weights.items()}
    weights["dense1.weight"][:] = 1e38
    return ModelFile(model.info, weights)


class TestTrial:
    """A model is tried on ten pictures; what is no number is never an answer."""

    NETWORK = Architecture.parse("Flatten()\nLinear(10)")
    PAPER = np.zeros((1, 28, 28), np.uint8)

    @pytest.fixture
    def model(self) -> ModelFile:
        weights = {
            "dense1.weight": np.zeros((10, 784), np.float32),
            "dense1.bias": np.zeros(10, np.float32),
        }
        return ModelFile(ModelInfo("m", self.NETWORK, mean=0.0, std=1.0), weights)

    def test_one_picture_that_overflows_is_enough(self, model: ModelFile) -> None:
        assert np.isfinite(Recogniser(model, "cpu").probabilities(self.PAPER)).all()
        with pytest.raises(ModelFileError, match="m computes numbers too large to be any"):
            Recogniser(infinite(model), "cpu")

    def test_an_answer_that_is_no_number_is_refused(
        self, model: ModelFile, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(recogniser_module, "TRIAL", self.PAPER)  # on which it is finite
        recogniser = Recogniser(infinite(model), "cpu")
        full = np.full((1, 28, 28), 255, np.uint8)
        with pytest.raises(ModelFileError, match="computes numbers too large"):
            recogniser.probabilities(full)
        with pytest.raises(ModelFileError, match="computes numbers too large"):
            recogniser.recognise(ONE)

    def test_the_largest_numbers_that_a_network_may_have_are_computed(
        self, model: ModelFile
    ) -> None:
        huge = Architecture.parse(
            "Conv2d(1, kernel=1, stride=1000000000, dilation=1000000000)\nFlatten()\nLinear(10)"
        )
        weights = {"conv1.weight": np.ones((1, 1, 1, 1), np.float32)}
        weights |= {"conv1.bias": np.ones(1, np.float32)}
        weights |= {"dense1.weight": np.ones((10, 1), np.float32)}
        weights |= {"dense1.bias": np.ones(10, np.float32)}
        assert Recogniser(ModelFile(ModelInfo("m", huge), weights), "cpu").info.name == "m"

    def test_huge_maps_are_read_in_smaller_batches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        wide = Architecture.parse("Conv2d(2000, kernel=1)\nGlobalAvgPool2d()\nLinear(10)")
        network = build_network(wide)
        weights = {name: value.numpy() for name, value in network.state_dict().items()}
        recogniser = Recogniser(ModelFile(ModelInfo("m", wide), weights), "cpu")
        batches = []
        forward = Network.forward

        def counted(network: Network, pictures: torch.Tensor) -> torch.Tensor:
            batches.append(len(pictures))
            return forward(network, pictures)

        monkeypatch.setattr(Network, "forward", counted)
        pictures = np.zeros((24, 28, 28), np.uint8)
        assert recogniser.probabilities(pictures).shape == (24, 10)
        assert sum(batches) == 24
        assert max(batches) * 2000 * 28 * 28 <= recogniser_module.VALUES_AT_ONCE

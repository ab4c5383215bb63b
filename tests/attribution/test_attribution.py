"""Explanations agree with Captum's."""

from __future__ import annotations

import json
import warnings

import numpy as np
import pytest
import torch
from captum import attr as captum

from handdigit.attribution.attribution import (
    METHODS,
    OCCLUSION_STRIDE,
    OCCLUSION_WINDOW,
    Question,
    grad_cam,
    gradient,
    integrated_gradients,
    last_maps,
    occlusion,
)
from handdigit.engine.analyses.table import answer_of
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.inspection.trace import InspectionError
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import Network
from handdigit.recognition.recogniser import Recogniser, without_normalisation
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.recognition.strategies import ZOO_NAMES, random_input, random_network

torch.set_num_threads(1)
PAPER = -0.1307 / 0.3081
QUESTIONS = [Question(7), Question(7, against=1)]
CONVOLUTIONAL = [
    name for name in ZOO_NAMES if name not in {"dense-30", "dense-100", "softmax-regression"}
]


def score_of(network: Network, question: Question):
    return lambda pictures: question.score(network(pictures))


def in_double(name: str) -> tuple[Network, torch.Tensor]:
    return random_network(ZOO[name]).double(), random_input()[0].double()


def close(found: np.ndarray, expected: torch.Tensor) -> bool:
    reference = expected.detach().squeeze().numpy()
    return bool(np.abs(found - reference).max() <= 1e-5 * max(np.abs(reference).max(), 1e-12))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", ZOO_NAMES)
def test_gradient(name: str, question: Question) -> None:
    network, picture = in_double(name)
    oracle = captum.Saliency(score_of(network, question))
    expected = oracle.attribute(picture[None].requires_grad_(), abs=False)
    assert close(gradient(network, picture.detach(), question, PAPER), expected)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", ZOO_NAMES)
def test_integrated_gradients(name: str, question: Question) -> None:
    network, picture = in_double(name)
    oracle = captum.IntegratedGradients(score_of(network, question), multiply_by_inputs=True)
    expected = oracle.attribute(
        picture[None], baselines=PAPER, n_steps=200, method="gausslegendre", internal_batch_size=50
    )
    found = answer_of(integrated_gradients(network, picture, question, PAPER))
    reference = expected.detach().squeeze().numpy()
    assert np.linalg.norm(found - reference) <= 0.1 * np.linalg.norm(reference)


@pytest.mark.parametrize(
    "target",
    [pytest.param(digit, marks=() if digit in (2, 9) else pytest.mark.long) for digit in range(10)],
)
def test_integrated_gradients_of_the_shipped_network_add_up(target: int) -> None:
    recogniser = Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")
    paper = -recogniser.info.mean / recogniser.info.std
    name = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")[target]
    ink = Ink.from_json(json.loads((ASSETS / "examples" / f"{name}.json").read_text()))
    picture = recogniser.input(normalise(ink).picture[None])[0]
    for label in (target, (target + 1) % 10, (target + 4) % 10):
        question = Question(label)
        score = score_of(recogniser.folded, question)
        with torch.no_grad():
            difference = float(score(picture[None]) - score(torch.full_like(picture[None], paper)))
        found = answer_of(integrated_gradients(recogniser.folded, picture, question, paper))
        assert abs(found.sum() - difference) <= 1e-4 * max(abs(difference), 1)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", CONVOLUTIONAL)
def test_grad_cam(name: str, question: Question) -> None:
    network, picture = in_double(name)
    layer = network.get_submodule(last_maps(network))
    oracle = captum.LayerGradCam(score_of(network, question), layer)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Captum's hooks
        coarse = oracle.attribute(picture[None].requires_grad_(), relu_attributions=True)
    expected = captum.LayerAttribution.interpolate(coarse, (28, 28), "bilinear")
    assert close(grad_cam(network, picture.detach(), question, PAPER), expected)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", ["default", "resnet-mini", "dense-100"])
def test_occlusion(name: str, question: Question) -> None:
    network, picture = in_double(name)
    picture[:, 20:] = PAPER
    oracle = captum.Occlusion(score_of(network, question))
    with torch.no_grad():
        expected = oracle.attribute(
            picture[None],
            sliding_window_shapes=(1, OCCLUSION_WINDOW, OCCLUSION_WINDOW),
            strides=(1, OCCLUSION_STRIDE, OCCLUSION_STRIDE),
            baselines=PAPER,
            perturbations_per_eval=16,
        )
    assert close(answer_of(occlusion(network, picture, question, PAPER)), expected)


@pytest.mark.parametrize("method", METHODS)
def test_weights_keep_no_gradients_and_pictures_stay(method: str) -> None:
    network = random_network(ZOO["small"])
    with torch.inference_mode():  # as a recogniser makes them
        picture = random_input()[0].clone()
        before = picture.clone()
    found = answer_of(METHODS[method](network, picture, Question(2, against=5), PAPER))
    assert found.shape == (28, 28)
    assert found.dtype == np.float32
    assert torch.equal(picture, before)
    assert all(parameter.grad is None for parameter in network.parameters())


def test_impossible_questions_are_refused() -> None:
    with pytest.raises(InspectionError, match="two different classes"):
        Question(3, against=3)
    network, picture = in_double("dense-30")
    for beyond in (Question(10), Question(1, against=-1)):
        with pytest.raises(InspectionError, match=r"There is no class .*; there are 0 to 9"):
            gradient(network, picture, beyond, PAPER)
    with pytest.raises(InspectionError, match="no convolution"):
        grad_cam(network, picture, Question(1), PAPER)


@pytest.mark.parametrize("method", METHODS)
def test_normalisation_may_be_folded_in(method: str) -> None:
    network, picture = in_double("default")
    folded = without_normalisation(network)
    question = Question(3, against=5)
    expected = answer_of(METHODS[method](network, picture, question, PAPER))
    # Of values in a pooling window that differ by rounding only, either gets the gradient.
    assert answer_of(METHODS[method](folded, picture, question, PAPER)) == pytest.approx(
        expected, abs=1e-4
    )

"""A scripted user teaches a way of writing that the shipped model misreads."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from handdigit.errors import HanddigitError
from handdigit.experiment.evaluation import evaluate
from handdigit.experiment.receipt import LessonProgress, Taught
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise_ink
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import ModelFile, make_ensemble, read_model
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from handdigit.training import teaching
from handdigit.training.teaching import read_lesson, teach

DEVICE = torch.device("cpu")


def looped_nine(rng: np.random.Generator) -> Ink:
    """Return a 9 whose tail is a loop, like a g: the shipped model takes it for an 8 or a 2."""
    turn = np.linspace(-0.3, 6.0, 20)
    bowl = np.stack([0.5 + 0.25 * np.cos(turn), 0.25 + 0.22 * np.sin(turn)], axis=1)
    tail = [(0.75, 0.3), (0.75, 0.8), (0.5, 1.0), (0.2, 0.85), (0.5, 0.68), (0.9, 0.6)]
    path = np.concatenate([bowl, tail])
    return Ink.from_xy([path + rng.normal(0, 0.012, path.shape)])


@pytest.fixture(scope="module")
def default() -> ModelFile:
    return read_model(SHIPPED_MODELS / "default.safetensors")


@pytest.fixture(autouse=True)
def _time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is learned must not depend on what else the computer does."""
    monkeypatch.setattr(teaching, "TIME_LIMIT_S", math.inf)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "data")


def add_looped_nines(paths: AppPaths, count: int) -> None:
    rng = np.random.default_rng(3)
    with SampleStore(paths.samples) as store:
        for _ in range(count):
            store.add(looped_nine(rng), "9")


def lesson(model: ModelFile, paths: AppPaths) -> Taught:
    *progress, taught = teach(model, read_lesson(paths), DEVICE)
    shares = [step.done for step in progress if isinstance(step, LessonProgress)]
    assert shares == sorted(shares)
    assert isinstance(taught, Taught)
    return taught


@pytest.mark.parametrize("name", ["small", pytest.param("default", marks=pytest.mark.long)])
def test_a_misread_style_is_learned_and_nothing_is_forgotten(name: str, paths: AppPaths) -> None:
    model = read_model(SHIPPED_MODELS / f"{name}.safetensors")
    add_looped_nines(paths, 20)
    strangers = np.random.default_rng(4)
    pictures = np.stack([normalise_ink(looped_nine(strangers)).picture for _ in range(100)])
    labels = np.full(100, 9)
    assert evaluate(Recogniser(model, "cpu"), pictures, labels).metrics.accuracy < 0.6

    taught = lesson(model, paths)

    receipt = taught.receipt
    assert (receipt.held_out.before.accuracy or 0) < 0.6
    assert (receipt.held_out.after.accuracy or 0) > 0.9
    assert receipt.held_out.after.n == 4
    assert receipt.learned == 16
    assert receipt.reference_name == "generated digits"
    assert not receipt.is_harmful
    assert evaluate(Recogniser(taught.model, "cpu"), pictures, labels).metrics.accuracy > 0.9


@pytest.mark.long
def test_mnist_is_hardly_worse_after_the_lesson(
    default: ModelFile, paths: AppPaths, shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.folder.mkdir()
    shutil.copytree(shared_data / "mnist", paths.mnist)
    add_looped_nines(paths, 20)
    monkeypatch.setattr(teaching, "REFERENCE_COUNT", 10_000)
    receipt = lesson(default, paths).receipt
    assert receipt.reference_name == "MNIST test"
    assert receipt.reference.after.n == 10_000
    lost = sum(receipt.reference.before.correct) - sum(receipt.reference.after.correct)
    assert lost <= 10
    assert (receipt.held_out.after.accuracy or 0) > 0.9


def test_what_is_taught_tells_where_it_comes_from_though_time_was_short(
    paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(teaching, "TIME_LIMIT_S", 0.0)
    add_looped_nines(paths, 2)
    small = read_model(SHIPPED_MODELS / "small.safetensors")
    taught = lesson(small, paths)
    info = taught.model.info
    assert info.parent == {"name": small.info.name, "weights": small.fingerprint()}
    assert info.training_data[-1] == {"name": "your samples", "count": 2}
    assert taught.receipt.held_out.gain is None, "the third sample is the first held out"
    assert taught.model.fingerprint() != small.fingerprint()


def test_there_must_be_something_to_learn(paths: AppPaths) -> None:
    with pytest.raises(HanddigitError, match="press the right digit key"):
        read_lesson(paths)


def test_an_ensemble_cannot_be_taught(default: ModelFile, paths: AppPaths) -> None:
    from handdigit.network.recognition import VotingRule

    add_looped_nines(paths, 1)
    both = make_ensemble("both", [default, default], VotingRule.MEAN, "")
    with pytest.raises(HanddigitError, match="choose one of its models"):
        next(teach(both, read_lesson(paths), DEVICE))

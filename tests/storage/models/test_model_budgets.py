"""Model files that ask for too much are refused before it is spent; what is written is read."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from handdigit.budgets import DESCRIPTION_CHARACTERS, MODEL_NETWORKS, TENSOR_HEADER
from handdigit.errors import ModelFileError
from handdigit.network.architecture import Architecture
from handdigit.network.recognition import VotingRule
from handdigit.network.zoo import ZOO
from handdigit.storage.models.model_file import (
    ModelFile,
    make_ensemble,
    read_model,
    read_model_info,
    write_model,
)
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import SHIPPED_MODELS, ModelStore
from handdigit.storage.paths import AppPaths

NETWORK = Architecture.parse("Flatten()\nLinear(10)")
WEIGHTS = {
    "dense1.weight": np.zeros((10, 784), np.float32),
    "dense1.bias": np.zeros(10, np.float32),
}
INFO = ModelInfo("mine", NETWORK)
SLOW = "Conv2d(128, kernel=3, padding=1)\n" * 10 + "GlobalAvgPool2d()\nLinear(10)"
LONG = "Flatten()\n" + "Linear(10)\n" * 900
EPOCH = {"epoch": 1, "epochs": 100_000, "loss": 0.1234567891234567, "validation_loss": None}


def member(**changes: Any) -> dict[str, Any]:
    return INFO.to_json() | changes


def described(**changes: Any) -> dict[str, Any]:
    return member(format=4, **changes)


def save(path: Path, value: object, weights: dict[str, Any] = WEIGHTS) -> Path:
    safetensors.numpy.save_file(weights, path, metadata={"handdigit": json.dumps(value)})
    return path


NESTED = member()
for _ in range(50):
    NESTED = member(members=[NESTED])
HOSTILE = {
    "many": (described(members=[member()] * (MODEL_NETWORKS + 1)), "at most 64 networks"),
    "long": (
        described(members=[member(architecture=LONG)] * 60),
        "more than 262,144 characters of networks",
    ),
    "nested": (NESTED | {"format": 4}, "its description cannot be read"),
    "slow": (
        described(members=[member(architecture=SLOW)] * 4, rule=str(VotingRule.VIEWS)),
        "17,179,869,184 multiply-adds for a picture",
    ),
    "huge": (
        described(members=[member(architecture="Flatten()\nLinear(60000)\nLinear(10)")] * 2),
        "at most 67,108,864 parameters",
    ),
    "digits": (described(mean=10**400), "its description cannot be read"),
    "deep": (described(results={"a": json.loads("[" * 400 + "]" * 400)}, std=0), "be read"),
    "header": (described(note="x" * TENSOR_HEADER.size), "MB about itself"),
}


@pytest.mark.parametrize(("value", "sentence"), HOSTILE.values(), ids=HOSTILE)
def test_a_description_over_a_budget_is_refused(
    tmp_path: Path, value: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ModelFileError) as refused:
        read_model(save(tmp_path / "m.safetensors", value))
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 300


def test_weights_that_no_network_needs_are_not_read(tmp_path: Path) -> None:
    more = WEIGHTS | {"other": np.zeros(100_000, np.int8)}
    with pytest.raises(ModelFileError, match="has more weights than its network"):
        read_model(save(tmp_path / "m.safetensors", described(), more))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_the_models_are_listed_whatever_lies_in_their_folder(tmp_path: Path) -> None:
    paths = AppPaths(tmp_path)
    paths.models.mkdir(parents=True)
    os.mkfifo(paths.models / "pipe.safetensors")
    (paths.models / "folder.safetensors").mkdir()
    (paths.models / "zero.safetensors").symlink_to("/dev/zero")
    for name, (value, _) in HOSTILE.items():
        save(paths.models / f"{name}.safetensors", value)
    save(paths.models / "good.safetensors", described())
    listed = {model.name for model in ModelStore(paths).models()}
    assert listed == {path.stem for path in SHIPPED_MODELS.glob("*.safetensors")} | {"good"}


def test_of_a_very_long_training_the_last_epoch_stays_and_the_file_is_read(tmp_path: Path) -> None:
    epochs = [EPOCH | {"epoch": number} for number in range(1, 40_001)]
    info = replace(INFO, results={"curve": epochs, "MNIST test": {"n": 1, "accuracy": 0.5}})
    path = tmp_path / "m.safetensors"
    write_model(path, ModelFile(info, WEIGHTS))
    read = read_model(path).info
    assert 5_000 < len(read.curve) < len(epochs)
    assert read.curve[-1] == epochs[-1]
    assert read.accuracies == info.accuracies
    write_model(path, ModelFile(read, WEIGHTS))
    assert read_model_info(path) == read


def test_what_cannot_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    with pytest.raises(ModelFileError, match="shorten its note"):
        write_model(path, ModelFile(replace(INFO, note="x" * DESCRIPTION_CHARACTERS), WEIGHTS))
    with pytest.raises(ModelFileError, match="at most 64 networks: let fewer vote"):
        make_ensemble("e", [ModelFile(INFO, WEIGHTS)] * (MODEL_NETWORKS + 1), VotingRule.MEAN, "")
    assert not path.exists()


@pytest.mark.parametrize("name", ZOO)
def test_every_network_of_the_zoo_and_an_ensemble_of_it_is_read(name: str, tmp_path: Path) -> None:
    info = ModelInfo("half of \ud800", ZOO[name], recipe={"network": name, "path": "\udcff"})
    path = tmp_path / "m.safetensors"
    write_model(path, ModelFile(info, WEIGHTS))
    read = read_model_info(path)
    assert read == replace(info, name="half of ")
    write_model(path, make_ensemble("e", [ModelFile(read, WEIGHTS)] * 5, VotingRule.VIEWS, ""))
    assert read_model_info(path).members == (read,) * 5


def test_epochs_that_are_no_figures_are_left_out(tmp_path: Path) -> None:
    odd = [EPOCH | {"loss": value} for value in (10**400, float("nan"), "x", [], True)]
    value = described(results={"curve": [EPOCH, *odd, 3]})
    curve = read_model_info(save(tmp_path / "m.safetensors", value)).curve
    assert curve[0] == EPOCH
    assert all(0 <= epoch["loss"] <= 1 for epoch in curve)

"""Figures in a model file: they are of its weights, and change nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handdigit.errors import HanddigitError, ModelFileError
from handdigit.storage.models.model_file import (
    MNIST_TEST,
    UNIPEN_DEV,
    read_model,
    record_results,
    rounded_to,
    write_model,
)
from handdigit.storage.models.precision import Precision
from tests.storage.models.test_model_file import INFO, MODEL, WEIGHTS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "model.safetensors"
    write_model(path, MODEL)
    return path


def test_figures_are_added_and_replaced(path: Path) -> None:
    record_results(path, MODEL, {MNIST_TEST: {"n": 10000, "accuracy": 0.99}})
    record_results(path, MODEL, {UNIPEN_DEV: {"n": 8117, "accuracy": 0.97}})
    read = read_model(path)
    assert read.info.accuracies == {
        MNIST_TEST: {"n": 10000, "accuracy": 0.99},
        UNIPEN_DEV: {"n": 8117, "accuracy": 0.97},
    }
    assert replace(read.info, results=INFO.results) == INFO
    assert read.fingerprint() == MODEL.fingerprint()


def test_figures_of_other_weights_are_refused(path: Path) -> None:
    other = replace(MODEL, weights={name: value * 2 for name, value in WEIGHTS.items()})
    before = path.read_bytes()
    with pytest.raises(ModelFileError, match="other weights now"):
        record_results(path, other, {MNIST_TEST: {"n": 1, "accuracy": 1.0}})
    assert path.read_bytes() == before


@pytest.mark.parametrize("precision", Precision)
def test_rounded_weights_stay_small(path: Path, precision: Precision) -> None:
    write_model(path, rounded_to(MODEL, precision))
    size = path.stat().st_size
    record_results(path, read_model(path), {UNIPEN_DEV: {"n": 1, "accuracy": 1.0}})
    assert path.stat().st_size < size + 200


def test_a_folder_that_is_closed_is_one_sentence(path: Path, monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(HanddigitError, match="cannot be written: Permission denied"):
        record_results(path, MODEL, {MNIST_TEST: {"n": 1, "accuracy": 1.0}})
    assert read_model(path).info == INFO

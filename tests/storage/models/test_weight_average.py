"""The mean of weights: what it computes, what it keeps, and what cannot be averaged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from handdigit.errors import ModelFileError
from handdigit.network.architecture import Architecture
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.model_file import ModelFile, make_ensemble
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.weight_average import average_weights
from tests.storage.models.test_model_file import INFO, MODEL, WEIGHTS

CREATED = "2026-11-26T00:00:00+00:00"
OTHER = ModelFile(
    replace(INFO, name="other", temperature=0.8, training_data=({"name": "pens", "count": 7},)),
    {name: value + 3 for name, value in WEIGHTS.items()},
)


def test_weights_are_the_mean_and_facts_are_kept() -> None:
    made = average_weights("both", [MODEL, OTHER], CREATED)
    for name, value in WEIGHTS.items():
        assert made.weights[name].dtype == np.float32
        np.testing.assert_allclose(made.weights[name], value + 1.5, rtol=1e-6)
    info = made.info
    assert (info.name, info.created, info.architecture) == ("both", CREATED, INFO.architecture)
    assert (info.mean, info.std, info.recipe) == (INFO.mean, INFO.std, INFO.recipe)
    assert info.temperature == pytest.approx(1.0)  # of 1.25 and 0.8
    assert info.training_data == (*INFO.training_data, *OTHER.info.training_data)
    assert [(made["name"], made["weights"]) for made in info.averaged] == [
        (INFO.name, MODEL.fingerprint()),
        ("other", OTHER.fingerprint()),
    ]
    assert info.averaged[0]["recipe"] == INFO.recipe
    assert ModelInfo.from_json(info.to_json(), where="here") == info
    assert info.curve == INFO.curve
    assert not info.accuracies


def test_the_same_source_is_named_once_and_more_than_two_weigh_alike() -> None:
    made = average_weights("three", [MODEL, MODEL, OTHER], CREATED)
    assert [source["name"] for source in made.info.training_data] == ["MNIST", "pens"]
    np.testing.assert_allclose(made.weights["dense1.bias"], np.full(10, 1, np.float32))


def test_counters_are_not_averaged() -> None:
    counted = [
        ModelFile(model.info, {**model.weights, "norm1.num_batches_tracked": np.array([count])})
        for model, count in ((MODEL, 5), (OTHER, 8))
    ]
    made = average_weights("both", counted, CREATED)
    assert made.weights["norm1.num_batches_tracked"].tolist() == [5]


@pytest.mark.parametrize(
    ("models", "sentence"),
    [
        ([MODEL], "at least two"),
        (
            [MODEL, make_ensemble("pair", [MODEL, OTHER], VotingRule.MEAN, CREATED)],
            "is an ensemble",
        ),
        (
            [
                MODEL,
                ModelFile(
                    replace(INFO, architecture=Architecture.parse("Flatten()\nLinear(10)\nReLU()")),
                    WEIGHTS,
                ),
            ],
            "another network",
        ),
        ([MODEL, ModelFile(replace(INFO, mean=0.5), WEIGHTS)], "another network"),
        ([MODEL, ModelFile(INFO, {"dense1.weight": WEIGHTS["dense1.weight"]})], "do not fit"),
        ([MODEL, ModelFile(INFO, {k: v.T.copy() for k, v in WEIGHTS.items()})], "do not fit"),
        ([MODEL, ModelFile(INFO, {k: v * np.nan for k, v in WEIGHTS.items()})], "not all numbers"),
    ],
)
def test_what_cannot_be_averaged_is_one_sentence(models: list[ModelFile], sentence: str) -> None:
    with pytest.raises(ModelFileError, match=sentence):
        average_weights("both", models, CREATED)

"""A drawing as an earlier state of a network saw it, in the engine's process."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from handdigit.engine.analyses.other_models import KERNELS, STAGES, revisit
from handdigit.engine.protocol.requests import Revisit
from handdigit.errors import ModelFileError
from handdigit.ink.ink import Ink
from handdigit.network.recognition import Verdict
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import build_network
from handdigit.recognition.number_reader import answer_to
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import ModelFile, read_model, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.paths import ASSETS
from tests.recognition.test_numbers_in_pictures import pictured

SEVEN = read_samples(ASSETS / "examples" / "seven.json")[0].ink


@pytest.fixture(scope="module")
def recogniser():
    return Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")


def written(folder, name):
    network = build_network(ZOO[name])
    weights = {key: value.numpy() for key, value in network.state_dict().items()}
    path = folder / f"{name}.safetensors"
    write_model(path, ModelFile(ModelInfo(name, ZOO[name]), weights))
    return path


@pytest.mark.parametrize("name", sorted(ZOO))
def test_every_network_can_be_revisited(recogniser, tmp_path, name):
    path = written(tmp_path, name)
    found = revisit(recogniser, Revisit(path, SEVEN))
    model = read_model(path)
    expected = Recogniser(model, "cpu").recognise(SEVEN).probabilities
    assert found.model == path
    assert found.recognition.probabilities == pytest.approx(expected)
    assert len(found.stages) <= STAGES
    for stage in found.stages:
        weight = model.weights[f"{stage.layer}.weight"]
        kernels = weight.reshape(-1, *stage.kernels.shape[1:])[:KERNELS]
        assert np.array_equal(stage.kernels, kernels)


def test_maps_are_those_after_the_activation(recogniser, tmp_path):
    found = revisit(recogniser, Revisit(written(tmp_path, "lenet5-relu"), SEVEN))
    first = found.stages[0]
    assert (first.layer, first.shown_layer) == ("conv1", "relu1")
    assert first.kernels.shape[1:] == (5, 5)
    assert first.maps.ndim == 3
    assert (first.maps >= 0).all()


def test_weights_on_the_pixels_are_pictures(recogniser, tmp_path):
    (stage,) = revisit(recogniser, Revisit(written(tmp_path, "softmax-regression"), SEVEN)).stages
    assert stage.kernels.shape == (10, 28, 28)
    assert stage.maps is None


def test_kernels_are_there_without_a_drawing(recogniser, tmp_path):
    found = revisit(recogniser, Revisit(written(tmp_path, "lenet5-relu"), Ink()))
    assert found.recognition.verdict is Verdict.EMPTY
    assert found.stages[0].kernels.any()
    assert found.stages[0].maps is None


def test_a_file_that_is_gone_is_a_sentence(recogniser, tmp_path):
    with pytest.raises(ModelFileError):
        revisit(recogniser, Revisit(tmp_path / "none.safetensors", SEVEN))


def test_loading_a_checkpoint_does_not_load_torchs_compiler(tmp_path):
    script = (
        "import sys; from pathlib import Path;"
        "from handdigit.storage.models.model_file import read_model;"
        "from handdigit.recognition.recogniser import Recogniser;"
        "Recogniser(read_model(Path(sys.argv[1])), 'cpu');"
        "assert 'torch._dynamo' not in sys.modules"
    )
    path = written(tmp_path, "lenet5-relu")
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)


def test_a_picture_of_several_digits_is_refused_as_the_window_refuses_it(recogniser):
    picture = np.dstack([pictured("407")] * 3)
    found = revisit(recogniser, Revisit(ASSETS / "models" / "small.safetensors", picture))
    assert answer_to(recogniser, picture).several == "407"
    assert found.recognition.several == "407"
    assert found.recognition.is_refused

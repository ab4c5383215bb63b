"""Networks in torch are what their architectures say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from torch.nn import functional

from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.digit_codes import DIGIT_CODES
from handdigit.network.layers import Linear
from handdigit.network.recognition import Verdict
from handdigit.network.zoo import ZOO
from handdigit.recognition.network import Network
from handdigit.recognition.packing import packed
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import read_model, write_model
from tests.recognition.strategies import (
    ZOO_NAMES,
    architectures,
    model_of,
    random_input,
    random_network,
)

torch.set_num_threads(1)


def assert_is_as_planned(network: Network) -> None:
    with torch.inference_mode():
        values = network.activations(random_input(count=2))
    for planned in network.plan:
        assert tuple(values[planned.name].shape[1:]) == planned.output_shape
        module = network.get_submodule(planned.name)
        assert sum(p.numel() for p in module.parameters()) == planned.parameter_count
    assert sum(p.numel() for p in network.parameters()) == network.architecture.parameter_count


@settings(deadline=None, max_examples=60)
@given(architectures())
def test_shapes_and_parameters_are_as_planned(architecture: Architecture) -> None:
    assert_is_as_planned(random_network(architecture))


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_zoo_shapes_and_parameters_are_as_planned(name: str) -> None:
    assert_is_as_planned(random_network(ZOO[name]))


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_one_step_lowers_the_loss(name: str) -> None:
    torch.manual_seed(0)
    network = random_network(ZOO[name])  # evaluation mode: no dropout, fixed norms
    pictures, labels = random_input(count=20), torch.arange(20) % 10
    loss = functional.cross_entropy(network(pictures), labels)
    loss.backward()
    # So small a step that the loss falls as its slope says.
    slope = sum(float((p.grad**2).sum()) for p in network.parameters() if p.grad is not None)
    assert slope > 0
    with torch.no_grad():
        for parameter in network.parameters():
            assert parameter.grad is not None
            parameter -= parameter.grad * (0.01 * float(loss) / slope)
        assert float(functional.cross_entropy(network(pictures), labels)) < float(loss)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_a_stored_model_gives_the_same_answers_with_all_activations(
    name: str, tmp_path: Path
) -> None:
    network = random_network(ZOO[name])
    write_model(tmp_path / "model.safetensors", model_of(network))
    recogniser = Recogniser(read_model(tmp_path / "model.safetensors"), "cpu")
    picture = np.zeros((60, 50), np.uint8)
    picture[10:50, 20:26] = 255
    wanted = (INPUT, *(p.name for p in network.plan))
    recognition = recogniser.recognise(picture, layers=wanted)
    assert recognition.verdict is Verdict.DIGIT
    assert tuple(recognition.activations) == wanted
    given_values = torch.from_numpy(recognition.activations[INPUT])[None]
    # To the bit only in the recogniser's own layout: torch adds up in another order in another.
    network = packed(network.to(memory_format=torch.channels_last))
    with torch.inference_mode():
        for layer, expected in network.activations(given_values).items():
            assert np.array_equal(recognition.activations[layer], expected[0].numpy())


def test_only_the_wanted_activations_are_kept() -> None:
    network = random_network(ZOO["resnet-mini"])
    with torch.inference_mode():
        kept = network.activations(random_input(), {"res1_conv1", "res2_add"})
    assert set(kept) == {"res1_conv1", "res2_add", "dense1"}


def test_the_original_lenet_gets_its_own_grey_levels() -> None:
    network = random_network(ZOO["lenet5"])
    picture = torch.zeros(1, 1, 28, 28)
    picture[..., 14, 14] = 1
    padded = network.activations((picture - 0.1307) / 0.3081, {"pad1"})["pad1"][0, 0]
    assert tuple(padded.shape) == (32, 32)
    assert padded[16, 16].item() == pytest.approx(1.175, abs=1e-6)
    padded[16, 16] = -0.1
    assert torch.allclose(padded, torch.full((32, 32), -0.1), atol=1e-6)


def test_partial_convolution_reads_only_the_maps_of_its_table() -> None:
    network = random_network(ZOO["lenet5"])
    convolution = network.get_submodule("conv2")
    maps = torch.randn(1, 6, 14, 14)
    before = convolution(maps)
    maps[:, 4] += 1
    changed = ((convolution(maps) - before).abs().amax((0, 2, 3)) > 0).tolist()
    planned = next(p for p in network.plan if p.name == "conv2")
    assert changed == [4 in row for row in planned.layer.table]  # type: ignore[union-attr]


def test_the_output_of_lenet5_is_the_distance_from_fixed_pictures() -> None:
    network = random_network(ZOO["lenet5"])
    source = network.plan[-1].inputs[0]
    values = network.activations(random_input(), {source})
    codes = np.array(DIGIT_CODES)
    expected = -((values[source][0].detach().numpy() - codes) ** 2).sum(1)
    np.testing.assert_allclose(values["rbf1"][0].detach().numpy(), expected, rtol=1e-5)
    rbf = network.get_submodule("rbf1")
    assert list(rbf.state_dict()) == []
    nearest = rbf(torch.tensor(codes, dtype=torch.float32))
    assert nearest.argmax(1).tolist() == list(range(10))
    assert nearest.diagonal().tolist() == [0] * 10


def test_a_lenet5_with_a_dense_output_is_read_as_it_was(tmp_path: Path) -> None:
    before = Architecture((*ZOO["lenet5"].layers[:-1], Linear(10)))
    model = model_of(random_network(before))
    write_model(tmp_path / "lenet5.safetensors", model)
    assert read_model(tmp_path / "lenet5.safetensors").info.architecture == before


def test_weights_of_the_first_model_files_keep_their_names() -> None:
    keys = random_network(ZOO["default"]).state_dict().keys()
    assert {"conv1.weight", "norm1.running_mean", "dense1.bias"} <= keys

"""A network whose kernels are in the processor's order says the same."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from handdigit.network.zoo import ZOO
from handdigit.recognition.packing import PackedConv2d, packed
from tests.recognition.strategies import ZOO_NAMES, random_input, random_network

torch.set_num_threads(1)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_every_layer_is_the_same_but_for_rounding(name: str) -> None:
    network = random_network(ZOO[name])
    pictures = random_input()
    before = {key: value.clone() for key, value in network.state_dict().items()}
    with torch.inference_mode():
        for some in (pictures, pictures[:1]):
            expected = network.activations(some)
            found = packed(network).activations(some)
            assert expected.keys() == found.keys()
            for layer, values in expected.items():
                scale = float(values.abs().max()) + 1e-6
                assert torch.allclose(found[layer], values, atol=1e-5 * scale), layer
    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())


@pytest.mark.skipif(not torch.backends.mkldnn.is_available(), reason="torch without oneDNN")
@pytest.mark.parametrize("name", ["default", "inception-mini", "resnet-mini"])
def test_no_convolution_rearranges_its_kernels_any_more(name: str) -> None:
    children = list(packed(random_network(ZOO[name])).children())
    assert any(isinstance(child, PackedConv2d) for child in children)
    assert not any(isinstance(child, nn.Conv2d) for child in children)


@pytest.mark.skipif(not torch.backends.mkldnn.is_available(), reason="torch without oneDNN")
@pytest.mark.parametrize("fault", ["fails", "says something else"])
def test_where_it_does_not_work_the_network_stays_as_it_is(
    monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    forward = PackedConv2d.forward

    def faulty(module: PackedConv2d, maps: torch.Tensor) -> torch.Tensor:
        if fault == "fails":
            raise RuntimeError("could not create a primitive")
        return forward(module, maps) + 1

    monkeypatch.setattr(PackedConv2d, "forward", faulty)
    network = random_network(ZOO["default"])
    assert packed(network) is network

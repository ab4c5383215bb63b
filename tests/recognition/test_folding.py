"""A network whose normalisation is folded in says the same, with fewer operations."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from handdigit.network.zoo import ZOO
from handdigit.recognition.recogniser import without_normalisation
from tests.recognition.strategies import ZOO_NAMES, random_input, random_network

torch.set_num_threads(1)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_the_logits_are_the_same(name: str) -> None:
    network = random_network(ZOO[name]).double()
    pictures = random_input().double()
    before = {key: value.clone() for key, value in network.state_dict().items()}
    with torch.inference_mode():
        expected = network(pictures)
        assert torch.allclose(without_normalisation(network)(pictures), expected, rtol=1e-9)
    assert all(torch.equal(value, before[key]) for key, value in network.state_dict().items())


@pytest.mark.parametrize("name", ["default", "resnet-mini"])
def test_no_normalisation_is_left_behind_a_convolution(name: str) -> None:
    folded = without_normalisation(random_network(ZOO[name]))
    assert not [m for m in folded.children() if isinstance(m, nn.BatchNorm2d)]

"""Secants say how a score changes between two pictures, however far they are apart."""

from __future__ import annotations

import pytest
import torch

from handdigit.attribution.secants import with_secants
from handdigit.network.zoo import ZOO
from tests.recognition.strategies import ZOO_NAMES, random_input, random_network

torch.set_num_threads(1)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_the_changes_of_all_pixels_add_up_to_the_score_s(name: str) -> None:
    network = random_network(ZOO[name]).double()
    pictures = torch.cat([random_input(), torch.zeros(1, 1, 28, 28), random_input() * 2]).double()
    leaf = pictures.clone().requires_grad_()
    logits = with_secants(network)(leaf)
    assert torch.equal(logits, network(pictures))
    (slopes,) = torch.autograd.grad(logits[:, 3].sum(), leaf)
    changes = (slopes[:-1] * pictures.diff(dim=0)).flatten(1).sum(1)
    # Values that hardly differ have tangents.
    assert changes.tolist() == pytest.approx(logits[:, 3].diff().tolist(), rel=1e-4, abs=1e-6)

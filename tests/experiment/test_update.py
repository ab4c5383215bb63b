"""The written-out step is the one that torch's optimiser takes."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from handdigit.experiment.optimisers import Optimiser, Settings, first_update


def torchs(
    parameter: torch.nn.Parameter, optimiser: Optimiser, s: Settings
) -> torch.optim.Optimizer:
    common = {"lr": s.learning_rate, "weight_decay": s.weight_decay}
    betas, eps = (s.beta1, s.beta2), s.epsilon
    match optimiser:
        case Optimiser.SGD:
            return torch.optim.SGD([parameter], **common)
        case Optimiser.MOMENTUM:
            return torch.optim.SGD([parameter], momentum=s.momentum, **common)
        case Optimiser.NESTEROV:
            return torch.optim.SGD([parameter], momentum=s.momentum, nesterov=True, **common)
        case Optimiser.RMSPROP:
            return torch.optim.RMSprop([parameter], alpha=s.decay, eps=eps, **common)
        case Optimiser.ADAGRAD:
            return torch.optim.Adagrad([parameter], eps=eps, **common)
        case Optimiser.ADADELTA:
            return torch.optim.Adadelta([parameter], rho=s.decay, eps=eps, **common)
        case Optimiser.ADAM:
            return torch.optim.Adam([parameter], betas=betas, eps=eps, **common)
        case Optimiser.ADAMW:
            return torch.optim.AdamW([parameter], betas=betas, eps=eps, **common)


numbers = st.floats(-10, 10)


@pytest.mark.parametrize("optimiser", Optimiser)
@settings(deadline=None)  # torch loads the rest of its optimisers at the first step
@given(weight=numbers, gradient=numbers, decay=st.sampled_from([0.0, 0.01]))
def test_every_optimiser(
    optimiser: Optimiser, weight: float, gradient: float, decay: float
) -> None:
    chosen = Settings(learning_rate=0.1, weight_decay=decay, decay=0.9, epsilon=1e-6)
    found = first_update(optimiser, weight, gradient, chosen)
    parameter = torch.nn.Parameter(torch.tensor([weight], dtype=torch.float64))
    parameter.grad = torch.tensor([gradient], dtype=torch.float64)
    torchs(parameter, optimiser, chosen).step()
    assert found.after == pytest.approx(parameter.item(), rel=1e-9, abs=1e-9)
    assert found.steps[-1][0].startswith("Δw")

"""The optimisers in torch, with the settings that the backward view writes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer

from handdigit.core.optimisers import BETA1, BETA2, EPSILON, SQUARES_DECAY, Optimiser
from handdigit.experiment.recipe import Recipe

Groups = list[dict[str, Any]]
MakeOptimiser = Callable[[Groups, Recipe], Optimizer]


_BETAS = (BETA1, BETA2)
_optim = torch.optim
OPTIMISERS: Mapping[Optimiser, MakeOptimiser] = MappingProxyType(
    {
        Optimiser.SGD: lambda groups, r: _optim.SGD(groups, r.learning_rate),
        Optimiser.MOMENTUM: lambda groups, r: _optim.SGD(groups, r.learning_rate, r.momentum),
        Optimiser.NESTEROV: lambda groups, r: _optim.SGD(
            groups, r.learning_rate, r.momentum, nesterov=True
        ),
        Optimiser.RMSPROP: lambda groups, r: _optim.RMSprop(
            groups, r.learning_rate, alpha=SQUARES_DECAY, eps=EPSILON
        ),
        Optimiser.ADAGRAD: lambda groups, r: _optim.Adagrad(groups, r.learning_rate, eps=EPSILON),
        Optimiser.ADADELTA: lambda groups, r: _optim.Adadelta(
            groups, r.learning_rate, rho=SQUARES_DECAY, eps=EPSILON
        ),
        Optimiser.ADAM: lambda groups, r: _optim.Adam(
            groups, r.learning_rate, betas=_BETAS, eps=EPSILON
        ),
        Optimiser.ADAMW: lambda groups, r: _optim.AdamW(
            groups, r.learning_rate, betas=_BETAS, eps=EPSILON
        ),
    }
)


def make_optimiser(network: nn.Module, recipe: Recipe) -> Optimizer:
    """Return the recipe's optimiser over all weights; biases and norms do not decay."""
    matrices = [p for p in network.parameters() if p.ndim > 1]
    vectors = [p for p in network.parameters() if p.ndim <= 1]
    groups: Groups = [
        {"params": matrices, "weight_decay": recipe.weight_decay},
        {"params": vectors, "weight_decay": 0.0},
    ]
    return OPTIMISERS[recipe.optimiser](groups, recipe)

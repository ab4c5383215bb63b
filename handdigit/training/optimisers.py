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


def _sgd(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.SGD(groups, recipe.learning_rate)


def _momentum(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.SGD(groups, recipe.learning_rate, recipe.momentum)


def _nesterov(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.SGD(groups, recipe.learning_rate, recipe.momentum, nesterov=True)


def _rmsprop(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.RMSprop(groups, recipe.learning_rate, alpha=SQUARES_DECAY, eps=EPSILON)


def _adagrad(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.Adagrad(groups, recipe.learning_rate, eps=EPSILON)


def _adadelta(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.Adadelta(groups, recipe.learning_rate, rho=SQUARES_DECAY, eps=EPSILON)


def _adam(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.Adam(groups, recipe.learning_rate, betas=(BETA1, BETA2), eps=EPSILON)


def _adamw(groups: Groups, recipe: Recipe) -> Optimizer:
    return torch.optim.AdamW(groups, recipe.learning_rate, betas=(BETA1, BETA2), eps=EPSILON)


OPTIMISERS: Mapping[Optimiser, MakeOptimiser] = MappingProxyType(
    {
        Optimiser.SGD: _sgd,
        Optimiser.MOMENTUM: _momentum,
        Optimiser.NESTEROV: _nesterov,
        Optimiser.RMSPROP: _rmsprop,
        Optimiser.ADAGRAD: _adagrad,
        Optimiser.ADADELTA: _adadelta,
        Optimiser.ADAM: _adam,
        Optimiser.ADAMW: _adamw,
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

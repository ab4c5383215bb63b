"""Every optimiser: its first step is the one that the backward view writes out."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
import torch

from handdigit.experiment.events import StepDone
from handdigit.experiment.optimisers import Optimiser, Settings, first_update
from handdigit.experiment.recipe import Recipe
from handdigit.training.learner import OPTIMISERS, make_optimiser
from tests.training.small_data import bitmaps, trained


@pytest.mark.parametrize("optimiser", Optimiser)
def test_the_first_step_is_the_one_written_out(optimiser):
    recipe = Recipe("small", optimiser=optimiser, learning_rate=0.02, weight_decay=0.1)
    layer = torch.nn.Linear(1, 1).double()
    layer.weight.data.fill_(0.7)
    layer.weight.grad = torch.full((1, 1), -0.3, dtype=torch.float64)
    make_optimiser(layer, recipe).step()
    expected = first_update(optimiser, 0.7, -0.3, Settings(0.02, weight_decay=0.1))
    assert layer.weight.item() == pytest.approx(expected.after, abs=1e-12)


def test_biases_and_norms_do_not_decay():
    layer = torch.nn.BatchNorm2d(3)
    groups = make_optimiser(layer, Recipe("small", weight_decay=0.1)).param_groups
    assert [(len(group["params"]), group["weight_decay"]) for group in groups] == [(0, 0.1), (2, 0)]


@pytest.mark.parametrize("optimiser", Optimiser)
def test_steps_lower_the_loss(optimiser):
    recipe = Recipe(
        "softmax-regression",
        epochs=5,
        batch_size=40,
        optimiser=optimiser,
        learning_rate=optimiser.usual_rate,
        schedule="fixed",
        validation=0,
    )
    events = trained(bitmaps(), replace(recipe, learning_rate=recipe.learning_rate / 5))
    losses = [event.loss for event in events if isinstance(event, StepDone)]
    assert losses == sorted(losses, reverse=True)


def test_every_optimiser_is_in_the_tables():
    assert set(OPTIMISERS) == set(Optimiser)


LEARN = """
import sys, torch
from handdigit.experiment.optimisers import Optimiser
from handdigit.experiment.recipe import Recipe
from handdigit.training.learner import make_optimiser

for optimiser in Optimiser:
    layer = torch.nn.Linear(2, 2)
    made = make_optimiser(layer, Recipe("small", optimiser=optimiser))
    layer(torch.ones(1, 2)).sum().backward()
    made.step()
    made.zero_grad()
    made.load_state_dict(made.state_dict())
assert "torch._dynamo.config" not in sys.modules
assert "sympy" not in sys.modules
"""


def run_alone(script: str) -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True, timeout=120)


def test_no_optimiser_imports_the_compiler():
    run_alone(LEARN)


@pytest.mark.parametrize(
    "use",
    [
        "import torch._dynamo.config; assert torch._dynamo.config.recompile_limit",
        "from torch._dynamo import optimize",
        "assert torch.compile(torch.neg, backend='eager')(torch.ones(1)) == -1",
    ],
)
def test_who_asks_for_the_compiler_gets_it(use):
    run_alone(f"{LEARN}\n{use}\nassert torch._dynamo.__file__\nmade.step()")

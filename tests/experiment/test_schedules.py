"""The learning rates are torch's."""

from __future__ import annotations

import pytest
import torch
from torch.optim import lr_scheduler

from handdigit.experiment.recipe import Recipe, Schedule
from handdigit.experiment.schedules import SCHEDULES, learning_rate

EPOCHS, PER_EPOCH = 7, 5
STEPS = EPOCHS * PER_EPOCH
RECIPE = Recipe("small", learning_rate=0.3, schedule_epochs=2, schedule_factor=0.7)


def torchs_rates(schedule: Schedule, recipe: Recipe) -> list[float]:
    optimiser = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], recipe.learning_rate)
    every_step = True
    match schedule:
        case Schedule.FIXED:
            scheduler = lr_scheduler.ConstantLR(optimiser, 1.0)
        case Schedule.STEP:
            every_step = False
            scheduler = lr_scheduler.StepLR(
                optimiser, recipe.schedule_epochs, recipe.schedule_factor
            )
        case Schedule.EXPONENTIAL:
            every_step = False
            scheduler = lr_scheduler.ExponentialLR(optimiser, recipe.schedule_factor)
        case Schedule.POLYNOMIAL:
            scheduler = lr_scheduler.PolynomialLR(optimiser, STEPS, recipe.schedule_power)
        case Schedule.COSINE:
            scheduler = lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
        case Schedule.ONE_CYCLE:
            scheduler = lr_scheduler.OneCycleLR(optimiser, 0.3, STEPS + 1, cycle_momentum=False)
    rates = []
    for step in range(STEPS):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        if every_step or (step + 1) % PER_EPOCH == 0:
            scheduler.step()
    return rates


@pytest.mark.parametrize("schedule", Schedule)
def test_the_rate_of_every_step_is_torchs(schedule):
    recipe = Recipe.from_json(RECIPE.to_json() | {"schedule": schedule})
    rates = [learning_rate(recipe, step, STEPS, PER_EPOCH) for step in range(STEPS)]
    assert rates == pytest.approx(torchs_rates(schedule, recipe), rel=1e-9)


@pytest.mark.parametrize("schedule", Schedule)
@pytest.mark.parametrize("steps", [1, 2, 3])
def test_the_shortest_runs_have_rates(schedule, steps):
    recipe = Recipe.from_json(RECIPE.to_json() | {"schedule": schedule})
    rates = [learning_rate(recipe, step, steps, 1) for step in range(steps)]
    assert all(0 < rate <= recipe.learning_rate for rate in rates)


def test_every_schedule_is_in_the_table():
    assert set(SCHEDULES) == set(Schedule)

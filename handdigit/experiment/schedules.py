"""How the learning rate changes over a run: pure functions of how far it is.

Source: the schedulers of ``torch.optim.lr_scheduler``, whose values these are. There is no
state: a run that goes on after an interruption needs nothing but its step.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from handdigit.experiment.recipe import Recipe, Schedule

RISE = 0.3
"""Share of a one-cycle run in which the rate rises."""
FIRST = 1 / 25
"""Where the rise begins, as a share of the peak."""
LAST = 1e-4
"""Where the fall ends, as a share of where the rise began."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run is."""

    step: int
    """Counted from 0."""
    steps: int
    """Of the whole run."""
    per_epoch: int
    """Steps of an epoch."""

    @property
    def share(self) -> float:
        """0 at the first step, 1 after the last."""
        return self.step / self.steps

    @property
    def epoch(self) -> int:
        """Epochs that are complete."""
        return self.step // self.per_epoch


def _fixed(_recipe: Recipe, _progress: Progress) -> float:
    return 1.0


def _step(recipe: Recipe, progress: Progress) -> float:
    return recipe.schedule_factor ** (progress.epoch // recipe.schedule_epochs)


def _exponential(recipe: Recipe, progress: Progress) -> float:
    return recipe.schedule_factor**progress.epoch


def _polynomial(recipe: Recipe, progress: Progress) -> float:
    return float((1 - progress.share) ** recipe.schedule_power)


def _cosine(_recipe: Recipe, progress: Progress) -> float:
    return _eased(1.0, 0.0, progress.share)


def _one_cycle(_recipe: Recipe, progress: Progress) -> float:
    # torch counts the rate after the last step as one of the cycle.
    top = RISE * (progress.steps + 1) - 1
    if progress.step <= top:
        return _eased(FIRST, 1.0, progress.step / top)
    return _eased(1.0, FIRST * LAST, (progress.step - top) / (progress.steps - top))


def _eased(start: float, end: float, share: float) -> float:
    """Go from start to end along half a cosine."""
    return end + (start - end) / 2 * (1 + math.cos(math.pi * share))


SCHEDULES: Mapping[Schedule, Callable[[Recipe, Progress], float]] = MappingProxyType(
    {
        Schedule.FIXED: _fixed,
        Schedule.STEP: _step,
        Schedule.EXPONENTIAL: _exponential,
        Schedule.POLYNOMIAL: _polynomial,
        Schedule.COSINE: _cosine,
        Schedule.ONE_CYCLE: _one_cycle,
    }
)
"""Each gives what the recipe's learning rate is multiplied by."""


def learning_rate(recipe: Recipe, step: int, steps: int, per_epoch: int) -> float:
    """Return the rate of one step.

    Args:
        recipe: which schedule, and from what rate.
        step: counted from 0.
        steps: of the whole run.
        per_epoch: steps of an epoch.
    """
    share = SCHEDULES[recipe.schedule](recipe, Progress(step, steps, per_epoch))
    return recipe.learning_rate * share

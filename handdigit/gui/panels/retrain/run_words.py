"""What the numbers of a run say, in sentences that they make true."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy

from handdigit.engine.trainer.messages import RunStarted
from handdigit.experiment.events import EpochDone, LearningCurve
from handdigit.experiment.recipe import Recipe, Schedule
from handdigit.experiment.schedules import learning_rate
from handdigit.gui.widgets.labels import Label, percent

RECENT = 30
"""So many batches are averaged for the numbers beside the curves."""
SAME = 1e-3
"""Rates whose quotient is so near to 1 are the same: they travel as float32."""
SURE = 2.0
"""Standard errors that a gap must have to be no chance."""


class RunWords(Label):
    """Loss, learning rate, held-back accuracy and what their gap means."""

    def __init__(self) -> None:
        """Say nothing."""
        super().__init__(colour="muted", name="runWords", wraps=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_run(
        self, started: RunStarted, curve: LearningCurve, epochs: tuple[EpochDone, ...]
    ) -> None:
        """Explain the newest numbers of a run."""
        recipe = Recipe.from_json(started.spec.recipe)
        texts = []
        if len(curve.losses):
            texts += [loss_words(float(curve.losses[-RECENT:].mean()), recipe.label_smoothing)]
            texts += [rate_words(recipe, curve, started.steps)]
        held = next((d for d in reversed(epochs) if d.validation_accuracy is not None), None)
        if held is not None and started.held_back:
            texts += [held_back_words(held, started.held_back)]
            texts += [overfitting_words(held, started.held_back)]
        self.setText("\n".join(filter(None, texts)).replace(" %", "\u00a0%"))


def loss_words(loss: float, smoothing: float) -> str:
    """Say what a mean cross-entropy is; with smoothed labels it is no probability's."""
    if smoothing:
        return _tr("Loss {0}: how far the answers are from the right ones; less is better.").format(
            f"{loss:.3g}"
        )
    return _tr(
        "Loss {0}: −ln of the probability that the right digit gets, averaged; as if it got {1} "
        "every time."
    ).format(f"{loss:.3g}", percent(math.exp(-loss)))


def rate_words(recipe: Recipe, curve: LearningCurve, steps: int) -> str:
    """Say how the schedule has scaled the learning rate, or that a hand has."""
    rate, step = float(curve.learning_rates[-1]), int(curve.steps[-1])
    planned = learning_rate(recipe, step - 1, steps, max(1, steps // recipe.epochs))
    if planned and abs(rate / planned - 1) > SAME:
        return _tr("Learning rate {0}: changed by hand, {1} times what was planned.").format(
            f"{rate:.3g}", f"{rate / planned:.3g}"
        )
    if recipe.schedule is Schedule.FIXED:
        return _tr("Learning rate {0}: it stays as it is.").format(f"{rate:.3g}")
    return _tr("Learning rate {0} now: the schedule has reached {1} of {2}.").format(
        f"{rate:.3g}", percent(planned / recipe.learning_rate, 0), f"{recipe.learning_rate:g}"
    )


def held_back_words(done: EpochDone, count: int) -> str:
    """Say how many of the digits that are only measured are read right."""
    right = round((done.validation_accuracy or 0.0) * count)
    return _tr("Held back: {0} of {1} digits that it does not learn from are read right.").format(
        f"{right:,}", f"{count:,}"
    )


def overfitting_words(done: EpochDone, count: int) -> str:
    """Say that it reads what it learns better than the rest, where that is no chance."""
    held = done.validation_accuracy or 0.0
    gap = done.accuracy - held
    if gap <= SURE * math.sqrt(held * (1 - held) / count + 1 / count**2):
        return ""
    return _tr(
        "It reads what it learns from {0} points better than what is held back: it learns by "
        "heart (overfitting). More data, more variation or fewer epochs help."
    ).format(f"{100 * gap:.1f}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("RunWords", text)

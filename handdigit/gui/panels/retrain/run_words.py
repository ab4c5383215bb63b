"""What the numbers of a run say, in sentences that they make true."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QSizePolicy

from handdigit.engine.trainer.messages import RunStarted
from handdigit.experiment.events import EpochDone, LearningCurve
from handdigit.experiment.recipe import Recipe, Schedule
from handdigit.experiment.schedules import learning_rate
from handdigit.gui.translation import translated
from handdigit.gui.widgets.labels import Label
from handdigit.number_format import percent, rounded, significant
from handdigit.sentences import sentence

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
        self,
        started: RunStarted,
        curve: LearningCurve,
        epochs: tuple[EpochDone, ...],
        loss: float,
        *,
        is_over: bool,
    ) -> None:
        """Explain the newest numbers of a run; ``loss`` is the average that its curve shows."""
        recipe = Recipe.from_json(started.spec.recipe)
        texts = []
        if len(curve.losses):
            texts += [loss_words(loss, recipe.label_smoothing)]
            texts += [end_words(curve) if is_over else rate_words(recipe, curve, started.steps)]
        held = next((d for d in reversed(epochs) if d.validation_accuracy is not None), None)
        if held is None and started.held_back:
            texts += [to_come_words(started.held_back)]
        elif held is not None and started.held_back:
            texts += [held_back_words(held, started.held_back)]
            texts += [overfitting_words(held, started.held_back)]
        self.setText("\n".join(filter(None, texts)))


def loss_words(loss: float, smoothing: float) -> str:
    """Say what a mean cross-entropy is; with smoothed labels it is no probability's."""
    shown = rounded(loss)
    if smoothing:
        said = sentence(
            "Loss {0}: how far the answers are from the right ones; less is better.", shown
        )
    else:
        said = sentence(
            "Loss {0}: −ln of the probability that the right digit gets, averaged; as if it got "
            "{1} every time.",
            shown,
            percent(math.exp(-loss)),
        )
    return translated(said)


def rate_words(recipe: Recipe, curve: LearningCurve, steps: int) -> str:
    """Say how the schedule has scaled the learning rate, or that a hand has."""
    rate, step = float(curve.learning_rates[-1]), int(curve.steps[-1])
    planned = learning_rate(recipe, step - 1, steps, max(1, steps // recipe.epochs))
    shown = rounded(rate)
    if planned and abs(rate / planned - 1) > SAME:
        said = sentence(
            "Learning rate {0}: changed by hand, {1} times what was planned.",
            shown,
            rounded(rate / planned),
        )
    elif recipe.schedule is Schedule.FIXED:
        said = sentence("Learning rate {0}: it stays as it is.", shown)
    else:
        said = sentence(
            "Learning rate {0} now: the schedule has reached {1} of {2}.",
            shown,
            percent(planned / recipe.learning_rate, 0),
            significant(recipe.learning_rate),
        )
    return translated(said)


def end_words(curve: LearningCurve) -> str:
    """Say with which learning rate a run ended."""
    rate = rounded(float(curve.learning_rates[-1]))
    return translated(sentence("The run is over; its last learning rate was {0}.", rate))


def to_come_words(count: int) -> str:
    """Say what is held back before it is measured; its numbers take the line over."""
    return translated(
        sentence(
            "Held back: {0:,} digits that it does not learn from are read after each epoch.", count
        )
    )


def held_back_words(done: EpochDone, count: int) -> str:
    """Say how many of the digits that are only measured are read right."""
    right = round((done.validation_accuracy or 0.0) * count)
    return translated(
        sentence(
            "Held back: {0:,} of {1:,} digits that it does not learn from are read right.",
            right,
            count,
        )
    )


def overfitting_words(done: EpochDone, count: int) -> str:
    """Say that it reads what it learns better than the rest, where that is no chance."""
    held = done.validation_accuracy or 0.0
    gap = done.accuracy - held
    if gap <= SURE * math.sqrt(held * (1 - held) / count + 1 / count**2):
        return ""
    points = 100 * gap
    return translated(
        sentence(
            "It reads what it learns from {0:.1f} points better than what is held back: it learns "
            "by heart (overfitting). More data, more variation or fewer epochs help.",
            points,
        )
    )

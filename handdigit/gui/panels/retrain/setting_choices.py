"""The optimisers and schedules as the panel shows them: a name and a line each."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from handdigit.core.optimisers import Optimiser
from handdigit.experiment.recipe import Schedule

OPTIMISER_LINES: dict[Optimiser, object] = {
    Optimiser.SGD: QT_TRANSLATE_NOOP("Settings", "SGD: a step down the slope of each batch."),
    Optimiser.MOMENTUM: QT_TRANSLATE_NOOP(
        "Settings", "Momentum: steps gather speed where slopes agree (Polyak 1964)."
    ),
    Optimiser.NESTEROV: QT_TRANSLATE_NOOP(
        "Settings", "Nesterov: momentum that looks ahead before it steps (1983)."
    ),
    Optimiser.RMSPROP: QT_TRANSLATE_NOOP(
        "Settings", "RMSProp: each weight's step is divided by its recent slopes (Hinton 2012)."
    ),
    Optimiser.ADAGRAD: QT_TRANSLATE_NOOP(
        "Settings", "Adagrad: weights that have moved much move less (Duchi 2011)."
    ),
    Optimiser.ADADELTA: QT_TRANSLATE_NOOP(
        "Settings", "Adadelta: like RMSProp, with steps in the weights' own units (Zeiler 2012)."
    ),
    Optimiser.ADAM: QT_TRANSLATE_NOOP(
        "Settings", "Adam: momentum and RMSProp together (Kingma and Ba 2015)."
    ),
    Optimiser.ADAMW: QT_TRANSLATE_NOOP(
        "Settings", "AdamW: Adam with weight decay kept apart (Loshchilov and Hutter 2019)."
    ),
}
OPTIMISER_TITLES: dict[Optimiser, str] = {
    Optimiser.SGD: "SGD",
    Optimiser.MOMENTUM: "Momentum",
    Optimiser.NESTEROV: "Nesterov",
    Optimiser.RMSPROP: "RMSProp",
    Optimiser.ADAGRAD: "Adagrad",
    Optimiser.ADADELTA: "Adadelta",
    Optimiser.ADAM: "Adam",
    Optimiser.ADAMW: "AdamW",
}
SCHEDULE_TITLES: dict[Schedule, object] = {
    Schedule.FIXED: QT_TRANSLATE_NOOP("Settings", "Fixed"),
    Schedule.STEP: QT_TRANSLATE_NOOP("Settings", "Steps down"),
    Schedule.EXPONENTIAL: QT_TRANSLATE_NOOP("Settings", "Exponential"),
    Schedule.POLYNOMIAL: QT_TRANSLATE_NOOP("Settings", "Polynomial"),
    Schedule.COSINE: QT_TRANSLATE_NOOP("Settings", "Cosine"),
    Schedule.ONE_CYCLE: QT_TRANSLATE_NOOP("Settings", "One cycle"),
}
SCHEDULE_LINES: dict[Schedule, object] = {
    Schedule.FIXED: QT_TRANSLATE_NOOP("Settings", "The rate stays as it is."),
    Schedule.STEP: QT_TRANSLATE_NOOP("Settings", "The rate falls by a factor every few epochs."),
    Schedule.EXPONENTIAL: QT_TRANSLATE_NOOP(
        "Settings", "The rate falls by a factor after every epoch."
    ),
    Schedule.POLYNOMIAL: QT_TRANSLATE_NOOP(
        "Settings", "The rate falls to 0 as a power of what is left of the run."
    ),
    Schedule.COSINE: QT_TRANSLATE_NOOP("Settings", "The rate falls to 0 along half a cosine."),
    Schedule.ONE_CYCLE: QT_TRANSLATE_NOOP(
        "Settings", "The rate rises to its peak, then falls to almost 0 (Smith and Topin 2017)."
    ),
}

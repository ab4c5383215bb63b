"""The settings of a recipe as the panel shows them: names, limits, a line each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from handdigit.core.optimisers import Optimiser
from handdigit.experiment.recipe import Schedule

CONTEXT = "Settings"


def shown(text: object) -> str:
    """Return one of the table's texts in the user's language."""
    return QCoreApplication.translate(CONTEXT, str(text))


@dataclass(frozen=True, slots=True)
class Setting:
    """A number in a recipe."""

    name: str
    """Of the recipe's field, or the augmentation's."""
    title: object
    line: object
    """What it does."""
    least: float
    most: float
    step: float
    decimals: int = 0
    """0 for whole numbers."""
    factor: bool = False
    """Whether its arrows multiply."""
    unit: object = ""
    optimisers: frozenset[Optimiser] = frozenset(Optimiser)
    """It matters with these only."""
    schedules: frozenset[Schedule] = frozenset(Schedule)
    """It matters with these only."""
    least_text: object = ""
    """What stands for the least value."""


LEARNING: tuple[Setting, ...] = (
    Setting(
        "learning_rate",
        QT_TRANSLATE_NOOP("Settings", "Learning rate"),
        QT_TRANSLATE_NOOP("Settings", "How far the weights move at each step, at its highest."),
        1e-7,
        100,
        0,
        factor=True,
    ),
    Setting(
        "momentum",
        QT_TRANSLATE_NOOP("Settings", "Momentum"),
        QT_TRANSLATE_NOOP("Settings", "Share of the last step that the next one keeps."),
        0,
        0.999,
        0.05,
        3,
        optimisers=frozenset({Optimiser.MOMENTUM, Optimiser.NESTEROV}),
    ),
    Setting(
        "schedule_epochs",
        QT_TRANSLATE_NOOP("Settings", "Falls every"),
        QT_TRANSLATE_NOOP("Settings", "So many epochs lie between two falls of the rate."),
        1,
        10_000,
        1,
        unit=QT_TRANSLATE_NOOP("Settings", " epochs"),
        schedules=frozenset({Schedule.STEP}),
    ),
    Setting(
        "schedule_factor",
        QT_TRANSLATE_NOOP("Settings", "Falls to"),
        QT_TRANSLATE_NOOP("Settings", "What the rate is multiplied by when it falls."),
        0.01,
        1,
        0.05,
        2,
        unit=QT_TRANSLATE_NOOP("Settings", " ×"),
        schedules=frozenset({Schedule.STEP, Schedule.EXPONENTIAL}),
    ),
    Setting(
        "schedule_power",
        QT_TRANSLATE_NOOP("Settings", "Power"),
        QT_TRANSLATE_NOOP("Settings", "1 falls along a line; more falls faster at first."),
        0,
        20,
        0.5,
        1,
        schedules=frozenset({Schedule.POLYNOMIAL}),
    ),
    Setting(
        "epochs",
        QT_TRANSLATE_NOOP("Settings", "Epochs"),
        QT_TRANSLATE_NOOP("Settings", "How often all the data is seen."),
        1,
        100_000,
        1,
    ),
    Setting(
        "batch_size",
        QT_TRANSLATE_NOOP("Settings", "Batch size"),
        QT_TRANSLATE_NOOP("Settings", "So many digits are averaged for one step of the weights."),
        1,
        100_000,
        16,
    ),
)
HOLDING_BACK: tuple[Setting, ...] = (
    Setting(
        "weight_decay",
        QT_TRANSLATE_NOOP("Settings", "Weight decay"),
        QT_TRANSLATE_NOOP("Settings", "Pulls weights towards 0, so that none grows without need."),
        0,
        1,
        0,
        factor=True,
    ),
    Setting(
        "dropout",
        QT_TRANSLATE_NOOP("Settings", "Dropout"),
        QT_TRANSLATE_NOOP("Settings", "Rate of every dropout layer that the network has."),
        -0.05,
        0.95,
        0.05,
        2,
        least_text=QT_TRANSLATE_NOOP("Settings", "as written"),
    ),
    Setting(
        "label_smoothing",
        QT_TRANSLATE_NOOP("Settings", "Label smoothing"),
        QT_TRANSLATE_NOOP("Settings", "Share of certainty given to the other digits: less pride."),
        0,
        0.9,
        0.01,
        2,
    ),
    Setting(
        "averaging",
        QT_TRANSLATE_NOOP("Settings", "Averaging"),
        QT_TRANSLATE_NOOP("Settings", "Keeps a moving average of the weights; 0.999 is slow."),
        0,
        0.9999,
        0.001,
        4,
        least_text=QT_TRANSLATE_NOOP("Settings", "off"),
    ),
    Setting(
        "validation",
        QT_TRANSLATE_NOOP("Settings", "Held back"),
        QT_TRANSLATE_NOOP("Settings", "Share never learned but measured after every epoch."),
        0,
        0.9,
        0.05,
        2,
    ),
    Setting(
        "patience",
        QT_TRANSLATE_NOOP("Settings", "Stop early after"),
        QT_TRANSLATE_NOOP("Settings", "Epochs without a better validation loss; keeps the best."),
        0,
        10_000,
        1,
        unit=QT_TRANSLATE_NOOP("Settings", " epochs"),
        least_text=QT_TRANSLATE_NOOP("Settings", "never"),
    ),
    Setting(
        "generated",
        QT_TRANSLATE_NOOP("Settings", "Generated digits"),
        QT_TRANSLATE_NOOP("Settings", "Written afresh for every epoch by the pen model."),
        10,
        10_000_000,
        1000,
    ),
    Setting(
        "renderings",
        QT_TRANSLATE_NOOP("Settings", "Variations of an ink"),
        QT_TRANSLATE_NOOP("Settings", "So many fresh ones of each of your inks in every epoch."),
        1,
        1000,
        1,
    ),
    Setting(
        "seed",
        QT_TRANSLATE_NOOP("Settings", "Seed"),
        QT_TRANSLATE_NOOP("Settings", "The same seed, data and device give the same weights."),
        0,
        2**31 - 1,
        1,
    ),
)
VARIATIONS: tuple[Setting, ...] = (
    Setting(
        "shift",
        QT_TRANSLATE_NOOP("Settings", "Shift"),
        QT_TRANSLATE_NOOP("Settings", "Pixels either way; pictures only, strokes are centred."),
        0,
        14,
        0.5,
        1,
        unit=QT_TRANSLATE_NOOP("Settings", " px"),
    ),
    Setting(
        "rotate",
        QT_TRANSLATE_NOOP("Settings", "Rotate"),
        QT_TRANSLATE_NOOP("Settings", "Degrees either way."),
        0,
        180,
        1,
        1,
        unit="°",
    ),
    Setting(
        "scale",
        QT_TRANSLATE_NOOP("Settings", "Scale"),
        QT_TRANSLATE_NOOP("Settings", "Size of pictures; width against height of strokes, too."),
        0,
        1,
        0.05,
        2,
    ),
    Setting(
        "shear",
        QT_TRANSLATE_NOOP("Settings", "Shear"),
        QT_TRANSLATE_NOOP("Settings", "Slant of the writing, either way."),
        0,
        2,
        0.05,
        2,
    ),
    Setting(
        "elastic",
        QT_TRANSLATE_NOOP("Settings", "Elastic"),
        QT_TRANSLATE_NOOP("Settings", "Bends the digit smoothly, by so many pixels (Simard 2003)."),
        0,
        10,
        0.1,
        1,
        unit=QT_TRANSLATE_NOOP("Settings", " px"),
    ),
    Setting(
        "thickness",
        QT_TRANSLATE_NOOP("Settings", "Thickness"),
        QT_TRANSLATE_NOOP("Settings", "Relative change of the stroke's width, either way."),
        0,
        1,
        0.05,
        2,
    ),
    Setting(
        "noise",
        QT_TRANSLATE_NOOP("Settings", "Noise"),
        QT_TRANSLATE_NOOP("Settings", "Gaussian noise on every grey level, 0 to 1."),
        0,
        1,
        0.02,
        2,
    ),
    Setting(
        "plain",
        QT_TRANSLATE_NOOP("Settings", "Left plain"),
        QT_TRANSLATE_NOOP("Settings", "Share of pictures without any variation (bitmaps only)."),
        0,
        1,
        0.05,
        2,
    ),
    Setting(
        "styles",
        QT_TRANSLATE_NOOP("Settings", "Rare styles"),
        QT_TRANSLATE_NOOP("Settings", "Share of inks with slashed zeros or hooks (strokes only)."),
        0,
        1,
        0.05,
        2,
    ),
    Setting(
        "jitter",
        QT_TRANSLATE_NOOP("Settings", "Tremble"),
        QT_TRANSLATE_NOOP("Settings", "How far the pen shakes, in sides of the box (strokes)."),
        0,
        0.1,
        0.002,
        3,
    ),
)

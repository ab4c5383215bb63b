"""A recipe: everything but the data that decides what a training run gives. No torch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from handdigit.core.architecture import Architecture
from handdigit.core.blocks import Inception, Part, Residual
from handdigit.core.errors import HanddigitError
from handdigit.core.layers import Dropout
from handdigit.core.optimisers import MOMENTUM, Optimiser
from handdigit.core.zoo import ZOO


class RecipeError(HanddigitError):
    """A recipe that cannot be read or makes no sense."""


class Limits(NamedTuple):
    """What a number in a recipe may be."""

    least: float
    most: float = math.inf
    whole: bool = False
    least_allowed: bool = True
    """Whether ``least`` itself is allowed."""
    most_allowed: bool = True
    """Whether ``most`` itself is allowed."""

    def fault(self, value: object) -> str | None:
        """Return why a value is not allowed ("at least 1"), or None."""
        number = (int,) if self.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, number) or not math.isfinite(value):
            return "a whole number" if self.whole else "a number"
        if value < self.least or (value == self.least and not self.least_allowed):
            return f"at least {self.least:g}" if self.least_allowed else f"above {self.least:g}"
        if value > self.most or (value == self.most and not self.most_allowed):
            return f"at most {self.most:g}" if self.most_allowed else f"below {self.most:g}"
        return None


AUGMENTATION_LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "rotate": Limits(0, 180),
        "shear": Limits(0, 2),
        "scale": Limits(0, 1),
        "shift": Limits(0, 14),
        "elastic": Limits(0, 10),
        "thickness": Limits(0, 1),
        "styles": Limits(0, 1),
        "noise": Limits(0, 1),
        "plain": Limits(0, 1),
        "jitter": Limits(0, 0.1),
    }
)
RECIPE_LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "epochs": Limits(1, 100_000, whole=True),
        "batch_size": Limits(1, 100_000, whole=True),
        "learning_rate": Limits(0, 1000, least_allowed=False),
        "momentum": Limits(0, 1, most_allowed=False),
        "schedule_epochs": Limits(1, whole=True),
        "schedule_factor": Limits(0, 1, least_allowed=False),
        "schedule_power": Limits(0, 100),
        "weight_decay": Limits(0, 1),
        "dropout": Limits(0, 1, most_allowed=False),
        "label_smoothing": Limits(0, 1, most_allowed=False),
        "averaging": Limits(0, 1, most_allowed=False),
        "renderings": Limits(1, 1000, whole=True),
        "generated": Limits(10, 10_000_000, whole=True),
        "validation": Limits(0, 0.9),
        "patience": Limits(0, whole=True),
        "seed": Limits(0, 2**63 - 1, whole=True),
    }
)
"""Every number of a recipe; the window's controls go by it, too."""


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How far a training picture may be varied; 0 everywhere leaves it alone.

    Strokes are varied as geometry and then normalised like any drawing, so shifts and
    overall size vanish again; bitmaps are warped as they are.
    """

    rotate: float = 0.0
    """Degrees, either way."""
    shear: float = 0.0
    """Horizontal shift per unit of height, either way: the slant of the writing."""
    scale: float = 0.0
    """Relative change of size, bitmaps only; of width against height for both."""
    shift: float = 0.0
    """Pixels, either way, bitmaps only."""
    elastic: float = 0.0
    """Standard deviation of a smooth random displacement, in pixels of the 28×28."""
    thickness: float = 0.0
    """Relative change of the stroke width, either way."""
    styles: float = 0.0
    """Share of inks that get a rarer way of writing: slashed zeros, hooks (strokes only)."""
    noise: float = 0.0
    """Standard deviation of noise added to every grey level, 0..1."""
    plain: float = 0.0
    """Share of pictures that are left as they are, bitmaps only: every warp blurs a little, and
    a network that has seen nothing else reads sharp pictures worse."""
    jitter: float = 0.0
    """Standard deviation of the pen's tremble, in box sides (strokes only)."""

    def __post_init__(self) -> None:
        _require_within(self, AUGMENTATION_LIMITS)


class Schedule(StrEnum):
    """How the learning rate changes over a run."""

    FIXED = "fixed"
    STEP = "step"
    EXPONENTIAL = "exponential"
    POLYNOMIAL = "polynomial"
    COSINE = "cosine"
    ONE_CYCLE = "one-cycle"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A training run, but for its data."""

    network: str
    """Name in the zoo, or the text form of an architecture."""
    epochs: int = 10
    batch_size: int = 128
    optimiser: Optimiser = Optimiser.NESTEROV
    learning_rate: float = 0.1
    """At its highest: where the schedule starts, or the peak of a one-cycle schedule."""
    momentum: float = MOMENTUM
    """Of momentum and Nesterov."""
    schedule: Schedule = Schedule.ONE_CYCLE
    """One-cycle: Smith and Topin 2017."""
    schedule_epochs: int = 5
    """Step: the rate is multiplied by ``schedule_factor`` every so many epochs."""
    schedule_factor: float = 0.5
    """Step: as above; exponential: the rate is multiplied by it after every epoch."""
    schedule_power: float = 2.0
    """Polynomial: rate × (1 − progress) ** power."""
    weight_decay: float = 5e-4
    dropout: float | None = None
    """Rate of every dropout layer; None leaves them as the network says."""
    label_smoothing: float = 0.0
    averaging: float = 0.0
    """Decay per step of an exponential moving average of the weights; 0 keeps the last."""
    renderings: int = 1
    """How many fresh variations of every ink an epoch has."""
    generated: int = 20_000
    """Digits that the source ``generated`` draws afresh in every epoch."""
    validation: float = 0.1
    """Share of the data that is never learned but measured after every epoch."""
    patience: int = 0
    """Stop when the validation loss has not improved for so many epochs, and keep the best;
    0 never stops early."""
    seed: int = 1
    augmentation: Augmentation = field(default_factory=Augmentation)

    def __post_init__(self) -> None:
        if not isinstance(self.network, str) or not self.network.strip():
            raise RecipeError('network must be a name or layers, as in network = "default".')
        for name, kind in (("optimiser", Optimiser), ("schedule", Schedule)):
            object.__setattr__(self, name, _choice(name, kind, getattr(self, name)))
        if not isinstance(self.augmentation, Augmentation):
            raise RecipeError("augmentation must be a table of its settings.")
        _require_within(self, RECIPE_LIMITS)
        if self.optimiser is Optimiser.NESTEROV and self.momentum == 0:
            raise RecipeError("Nesterov needs a momentum above 0: set one, or choose sgd.")
        if self.patience and not self.validation:
            raise RecipeError(
                "Stopping early needs data to measure by: set validation above 0, or patience to 0."
            )

    def architecture(self, classes: int | None = None) -> Architecture:
        """Return the network, with the recipe's dropout in place of its own.

        With ``classes`` a network of the zoo is as wide at its end.

        Raises:
            ArchitectureError: it is neither a name in the zoo nor a valid text form, or does not
                give one value a class.
        """
        if self.network in ZOO:
            architecture = ZOO[self.network]
            architecture = architecture.with_classes(classes or architecture.class_count)
        else:
            architecture = Architecture.parse(self.network)
            architecture.require_classes(classes or architecture.class_count)
        if self.dropout is None:
            return architecture
        return Architecture(_with_dropout(architecture.layers, self.dropout))

    def to_json(self) -> dict[str, Any]:
        """Return the recipe as plain values, as stored in the model file."""
        choices = {"optimiser": str(self.optimiser), "schedule": str(self.schedule)}
        return asdict(self) | choices

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Recipe:
        """Return the recipe with these settings; those that are missing have their defaults.

        Raises:
            RecipeError: a setting is unknown, has a wrong value, or there is no network.
        """
        settings = dict(value)
        variations = settings.pop("augmentation", {})
        if not isinstance(variations, Mapping):
            raise RecipeError("augmentation must be a table of its settings.")
        for given, kind in ((settings, cls), (variations, Augmentation)):
            unknown = set(given) - {f.name for f in fields(kind)}
            if unknown:
                raise RecipeError(f"there is no setting {', '.join(sorted(unknown))}.")
        if "network" not in settings:
            raise RecipeError('it names no network; add network = "default".')
        return cls(**settings, augmentation=Augmentation(**variations))


def _require_within(settings: Recipe | Augmentation, limits: Mapping[str, Limits]) -> None:
    for name, limit in limits.items():
        value = getattr(settings, name)
        fault = None if value is None and name == "dropout" else limit.fault(value)
        if fault:
            raise RecipeError(f"{name} must be {fault}, not {_shown(value)}.")


def _choice(name: str, kind: type[StrEnum], value: object) -> StrEnum:
    try:
        return kind(str(value))
    except ValueError:
        known = ", ".join(kind)
        raise RecipeError(f"{name} must be one of {known}, not {_shown(value)}.") from None


def _shown(value: object) -> str:
    text = str(value) if isinstance(value, int | float) else repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _with_dropout(parts: tuple[Part, ...], rate: float) -> tuple[Part, ...]:
    def changed(part: Part) -> Part:
        match part:
            case Dropout():
                return Dropout(rate)
            case Residual():
                shortcut = _with_dropout(part.shortcut, rate)
                return Residual(_with_dropout(part.body, rate), shortcut=shortcut)
            case Inception():
                return Inception(tuple(_with_dropout(branch, rate) for branch in part.branches))
            case _:
                return part

    return tuple(map(changed, parts))

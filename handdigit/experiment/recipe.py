"""A recipe: everything but the data that decides what a training run gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

from handdigit.budgets import NETWORK_CHARACTERS
from handdigit.errors import HanddigitError
from handdigit.experiment.optimisers import MOMENTUM, Optimiser
from handdigit.experiment.settings import LARGEST, Sheet, setting, settings_of
from handdigit.network.architecture import Architecture
from handdigit.network.blocks import Inception, Part, Residual
from handdigit.network.layers import Dropout
from handdigit.network.zoo import ZOO
from handdigit.sentences import noted, sentence


class RecipeError(HanddigitError):
    """A recipe that cannot be read or makes no sense."""


def _variation(title: str, line: str, most: float, step: float, unit: str = "") -> Any:
    return setting(0.0, title, line, 0, most, step, unit=unit, sheet=Sheet.VARIATIONS)


@dataclass(frozen=True, slots=True)
class Augmentation:
    """How far a training picture may be varied; 0 everywhere leaves it alone.

    Strokes are varied as geometry and then normalised like any drawing, so shifts and
    overall size vanish again; bitmaps are warped as they are.
    """

    shift: float = _variation(
        noted("Shift"),
        noted("Pixels either way; pictures only, strokes are centred."),
        14,
        0.5,
        unit=" px",
    )
    rotate: float = _variation(noted("Rotate"), noted("Degrees either way."), 180, 1, unit="°")
    scale: float = _variation(
        noted("Scale"), noted("Size of pictures; width against height of strokes, too."), 1, 0.05
    )
    shear: float = _variation(noted("Shear"), noted("Slant of the writing, either way."), 2, 0.05)
    elastic: float = _variation(
        noted("Elastic"),
        noted("Bends the digit smoothly, by so many pixels (Simard 2003)."),
        10,
        0.1,
        unit=" px",
    )
    """Standard deviation of a smooth random displacement, in pixels of the 28×28."""
    thickness: float = _variation(
        noted("Thickness"), noted("Relative change of the stroke's width, either way."), 1, 0.05
    )
    noise: float = _variation(
        noted("Noise"), noted("Gaussian noise on every grey level, 0 to 1."), 1, 0.02
    )
    plain: float = _variation(
        noted("Left plain"),
        noted("Share of pictures without any variation (bitmaps only)."),
        1,
        0.05,
    )
    """Every warp blurs a little, and a network that has seen nothing else reads sharp pictures
    worse."""
    styles: float = _variation(
        noted("Rare styles"),
        noted("Share of inks with slashed zeros or hooks (strokes only)."),
        1,
        0.05,
    )
    jitter: float = _variation(
        noted("Tremble"),
        noted("How far the pen shakes, in sides of the box (strokes)."),
        0.1,
        0.002,
    )

    def __post_init__(self) -> None:
        _require_within(self)


def _restraint(default: float | None, *how: Any, **more: Any) -> Any:
    return setting(default, *how, **more, sheet=Sheet.RESTRAINT)


class Schedule(StrEnum):
    """How the learning rate changes over a run: word, label, and a line about it."""

    label: str
    """What it is called where it is chosen."""
    line: str

    def __new__(cls, word: str, label: str = "", line: str = "") -> Schedule:
        """Return the one that goes by ``word`` in recipes."""
        schedule = str.__new__(cls, word)
        schedule._value_, schedule.label, schedule.line = word, label, line
        return schedule

    FIXED = "fixed", noted("Fixed"), noted("The rate stays as it is.")
    STEP = "step", noted("Steps down"), noted("The rate falls by a factor every few epochs.")
    EXPONENTIAL = (
        "exponential",
        noted("Exponential"),
        noted("The rate falls by a factor after every epoch."),
    )
    POLYNOMIAL = (
        "polynomial",
        noted("Polynomial"),
        noted("The rate falls to 0 as a power of what is left of the run."),
    )
    COSINE = "cosine", noted("Cosine"), noted("The rate falls to 0 along half a cosine.")
    ONE_CYCLE = (
        "one-cycle",
        noted("One cycle"),
        noted("The rate rises to its peak, then falls to almost 0 (Smith and Topin 2017)."),
    )


@dataclass(frozen=True, slots=True)
class Recipe:
    """A training run, but for its data."""

    network: str
    """Name in the zoo, or the text form of an architecture."""
    optimiser: Optimiser = Optimiser.NESTEROV
    learning_rate: float = setting(
        0.1,
        noted("Learning rate"),
        noted("How far the weights move at each step, at its highest."),
        *(0, 1000),
        least_allowed=False,
    )
    """Where the schedule starts, or the peak of a one-cycle schedule."""
    momentum: float = setting(
        MOMENTUM,
        noted("Momentum"),
        noted("Share of the last step that the next one keeps."),
        *(0, 1, 0.05),
        most_allowed=False,
        only_with=(Optimiser.MOMENTUM, Optimiser.NESTEROV),
    )
    epochs: int = setting(
        10, noted("Epochs"), noted("How often all the data is seen."), 1, 100_000, 1, whole=True
    )
    batch_size: int = setting(
        128,
        noted("Batch size"),
        noted("So many digits are averaged for one step of the weights."),
        *(1, 100_000, 16),
        whole=True,
    )
    schedule: Schedule = Schedule.ONE_CYCLE
    schedule_epochs: int = setting(
        5,
        noted("Falls every"),
        noted("So many epochs lie between two falls of the rate."),
        *(1, LARGEST, 1),
        whole=True,
        unit=noted(" epochs"),
        only_with=(Schedule.STEP,),
    )
    schedule_factor: float = setting(
        0.5,
        noted("Falls to"),
        noted("What the rate is multiplied by when it falls."),
        *(0, 1, 0.05),
        least_allowed=False,
        unit=" ×",
        only_with=(Schedule.STEP, Schedule.EXPONENTIAL),
    )
    schedule_power: float = setting(
        2.0,
        noted("Power"),
        noted("1 falls along a line; more falls faster at first."),
        *(0, 100, 0.5),
        only_with=(Schedule.POLYNOMIAL,),
    )
    """The rate is multiplied by (1 − progress) ** power."""
    weight_decay: float = _restraint(
        5e-4,
        noted("Weight decay"),
        noted("Pulls weights towards 0, so that none grows without need."),
        0,
        1,
    )
    dropout: float | None = _restraint(
        None,
        noted("Dropout"),
        noted("Rate of every dropout layer that the network has."),
        *(0, 1, 0.05),
        most_allowed=False,
        optional=True,
        least_text=noted("as written"),
    )
    label_smoothing: float = _restraint(
        0.0,
        noted("Label smoothing"),
        noted("Share of certainty given to the other digits: less pride."),
        *(0, 1, 0.01),
        most_allowed=False,
    )
    averaging: float = _restraint(
        0.0,
        noted("Averaging"),
        noted("Keeps a moving average of the weights; 0.999 is slow."),
        *(0, 1, 0.001),
        most_allowed=False,
        least_text=noted("off"),
    )
    """Decay per step of an exponential moving average."""
    validation: float = _restraint(
        0.1,
        noted("Held back"),
        noted("Share never learned but measured after every epoch."),
        0,
        0.9,
        0.05,
    )
    patience: int = _restraint(
        0,
        noted("Stop early after"),
        noted("Epochs without a better validation loss; keeps the best."),
        *(0, LARGEST, 1),
        whole=True,
        unit=noted(" epochs"),
        least_text=noted("never"),
    )
    generated: int = _restraint(
        20_000,
        noted("Generated digits"),
        noted("Written afresh for every epoch by the pen model."),
        *(10, 10_000_000, 1000),
        whole=True,
    )
    renderings: int = _restraint(
        1,
        noted("Variations of an ink"),
        noted("So many fresh ones of each of your inks in every epoch."),
        *(1, 1000, 1),
        whole=True,
    )
    seed: int = _restraint(
        1,
        noted("Seed"),
        noted("The same seed, data and device give the same weights."),
        *(0, LARGEST, 1),
        whole=True,
    )
    augmentation: Augmentation = field(default_factory=Augmentation)

    def __post_init__(self) -> None:
        if not isinstance(self.network, str) or not self.network.strip():
            raise RecipeError(
                sentence('network must be a name or layers, as in network = "default".')
            )
        if len(self.network) > NETWORK_CHARACTERS:
            raise RecipeError(
                sentence("network must be at most {0:,} characters.", NETWORK_CHARACTERS)
            )
        try:
            self.network.encode()  # files hold it as text
        except UnicodeEncodeError:
            raise RecipeError(
                sentence("network has half of a character in it: write it anew.")
            ) from None
        for name, kind in (("optimiser", Optimiser), ("schedule", Schedule)):
            object.__setattr__(self, name, _choice(name, kind, getattr(self, name)))
        if not isinstance(self.augmentation, Augmentation):
            raise RecipeError(sentence("augmentation must be a table of its settings."))
        _require_within(self)
        if self.optimiser is Optimiser.NESTEROV and self.momentum == 0:
            raise RecipeError(
                sentence("Nesterov needs a momentum above 0: set one, or choose sgd.")
            )
        if self.patience and not self.validation:
            raise RecipeError(
                sentence(
                    "Stopping early needs data to measure by: set validation above 0, or "
                    "patience to 0."
                )
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
            raise RecipeError(sentence("augmentation must be a table of its settings."))
        for given, kind in ((settings, cls), (variations, Augmentation)):
            unknown = set(given) - {f.name for f in fields(kind)}
            if unknown:
                named = sorted(name if name.isidentifier() else repr(name) for name in unknown)
                raise RecipeError(
                    sentence("there is no setting {0}.", _shortened(", ".join(named)))
                )
        if "network" not in settings:
            raise RecipeError(sentence('it names no network; add network = "default".'))
        return cls(**settings, augmentation=Augmentation(**variations))


AUGMENTATION_SETTINGS = settings_of(Augmentation)
RECIPE_SETTINGS = settings_of(Recipe)


def _require_within(settings: Recipe | Augmentation) -> None:
    for name, limits in settings_of(type(settings)).items():
        value = getattr(settings, name)
        fault = limits.fault(value)
        if fault:
            raise RecipeError(sentence("{0} must be {1}, not {2}.", name, fault, _shown(value)))


def _choice(name: str, kind: type[StrEnum], value: object) -> StrEnum:
    if isinstance(value, str) and value in list(kind):
        return kind(value)
    raise RecipeError(
        sentence("{0} must be one of {1}, not {2}.", name, ", ".join(kind), _shown(value))
    )


def _shown(value: object) -> str:
    match value:
        case int() if abs(value) > LARGEST:
            return sentence("one of many digits")
        case int() | float():
            return str(value)
        case str() | None:
            return _shortened(repr(value))
    return sentence("a {0}", type(value).__name__)  # which may hold anything, as deep as can be


def _shortened(text: str) -> str:
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

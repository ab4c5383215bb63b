"""A recipe: everything but the data that decides what a training run gives."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from handdigit.core.architecture import Architecture
from handdigit.core.errors import HanddigitError
from handdigit.core.optimisers import Optimiser
from handdigit.core.zoo import ZOO
from handdigit.data.files import read_text


class RecipeError(HanddigitError):
    """A recipe that cannot be read or makes no sense."""


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
    """Relative change of the stroke width, either way (strokes only)."""
    styles: float = 0.0
    """Share of inks that get a rarer way of writing: slashed zeros, hooks (strokes only)."""
    noise: float = 0.0
    """Standard deviation of noise added to every grey level, 0..1."""
    jitter: float = 0.0
    """Standard deviation of the pen's tremble, in box sides (strokes only)."""


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
    momentum: float = 0.9
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
        for name, least in (("epochs", 1), ("batch_size", 1), ("renderings", 1), ("seed", 0)):
            if getattr(self, name) < least:
                raise RecipeError(f"{name} must be at least {least}.")
        if self.learning_rate <= 0:
            raise RecipeError("learning_rate must be above 0.")

    def architecture(self) -> Architecture:
        """Return the network.

        Raises:
            ArchitectureError: it is neither a name in the zoo nor a valid text form.
        """
        return ZOO[self.network] if self.network in ZOO else Architecture.parse(self.network)

    def to_json(self) -> dict[str, Any]:
        """Return the recipe as plain values, as stored in the model file."""
        return asdict(self)


def read_recipe(path: Path) -> Recipe:
    """Read a recipe from TOML.

    Raises:
        DataFileError: the file cannot be read.
        RecipeError: it is not TOML, or has entries that there are not.
    """
    try:
        value = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"{path} is not TOML: {error}.") from None
    augmentation = value.pop("augmentation", {})
    for table, kind in ((value, Recipe), (augmentation, Augmentation)):
        unknown = set(table) - {f.name for f in fields(kind)}
        if unknown:
            raise RecipeError(f"{path}: there is no setting {', '.join(sorted(unknown))}.")
    if "network" not in value:
        raise RecipeError(f'{path}: it names no network; add network = "default".')
    return Recipe(**value, augmentation=Augmentation(**augmentation))

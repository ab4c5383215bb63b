"""Measuring a model on a labelled set, a slice at a time: what is asked and answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.core.alphabet import DIGITS, Alphabet
from handdigit.core.ink import Ink


class DataKind(Enum):
    """Where labelled drawings come from."""

    MNIST = "mnist"
    SAMPLES = "samples"
    HELD_OUT = "held-out"
    GENERATED = "generated"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class DataSet:
    """What a model can be measured on."""

    kind: DataKind
    files: tuple[Path, ...] = ()
    """MNIST's folder, the database of samples, or the files that the user chose."""
    count: int = 1000
    """How many digits are generated; of no meaning elsewhere."""
    reading: int = 0
    """With another number the files are read anew."""
    alphabet: Alphabet = DIGITS
    """What its labels are of."""


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Read as many drawings as there is time for. Answer: :class:`Evaluated`."""

    data_set: DataSet
    first: int = 0
    """Where to go on."""
    model: Path | None = None
    """None for the model that answers the drawing."""


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """A slice of the results, at least one unless all are there."""

    total: int
    """Drawings in the whole set: ask again until there are so many results."""
    first: int
    keys: NDArray[np.int64]
    """(N,) what the data set calls the drawings: the numbers of samples, else places."""
    labels: NDArray[np.int64]
    """(N,) numbers of the true classes."""
    pictures: NDArray[np.uint8]
    """(N, 28, 28), as the network got them."""
    probabilities: NDArray[np.float64]
    """(N, classes)."""


@dataclass(frozen=True, slots=True)
class FetchDrawing:
    """One drawing of a labelled set, as it was drawn. Answer: :class:`FetchedDrawing`."""

    data_set: DataSet
    place: int


@dataclass(frozen=True, slots=True, eq=False)
class FetchedDrawing:
    """A drawing with the number of its class."""

    source: Ink | NDArray[np.uint8]
    """Strokes, or a picture of any size."""
    label: int

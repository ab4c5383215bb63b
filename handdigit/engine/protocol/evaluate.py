"""Measuring a model on a labelled set: what is asked and answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.engine.protocol.messages import AnalysisRequest, IndependentRequest
from handdigit.ink.ink import Ink
from handdigit.storage.datasets.sources import DataSource


@dataclass(frozen=True, slots=True)
class Evaluate(AnalysisRequest):
    """Read a labelled set. Progress, about ten times a second, and answer: :class:`Evaluated`.

    Together they are the results, each a slice after the one before.
    """

    data_set: DataSource
    first: int = 0
    """Where to begin, or to go on."""
    model: Path | None = None
    """None for the model that answers the drawing."""

    @property
    def depends_on_model(self) -> bool:
        """Whether it is the model that answers the drawing."""
        return self.model is None


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """A slice of the results."""

    total: int
    """Drawings in the whole set."""
    first: int
    keys: NDArray[np.int64]
    """(N,) what the data set calls the drawings: the numbers of samples, else places."""
    labels: NDArray[np.int64]
    """(N,) numbers of the true classes."""
    pictures: NDArray[np.uint8]
    """(N, 28, 28), as the network got them."""
    probabilities: NDArray[np.float64]
    """(N, classes)."""
    notes: tuple[str, ...] = ()
    """How the set was read, and what was left out; the first of them."""


@dataclass(frozen=True, slots=True)
class FetchDrawing(IndependentRequest):
    """One drawing of a labelled set, as it was drawn. Answer: :class:`FetchedDrawing`."""

    data_set: DataSource
    place: int


@dataclass(frozen=True, slots=True, eq=False)
class FetchedDrawing:
    """A drawing with the number of its class."""

    source: Ink | NDArray[np.uint8]
    """Strokes, or a picture of any size."""
    label: int

"""What can be asked beside a recognition: frozen values, and the values that answer them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.engine.protocol.messages import AnalysisRequest, IndependentRequest
from handdigit.ink.erasures import Outcome
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import Normalised, Preprocessing, Source
from handdigit.ink.perturb import Dial
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.network.recognition import Recognition
from handdigit.number.grouping import Grouping
from handdigit.number.reading import NumberReading

ATTRIBUTION_METHODS = ("gradient", "integrated-gradients", "grad-cam", "occlusion")
"""The keys of ``attribution.attribution.METHODS``, for those who must not import torch."""
FLIPS_WANTED = 5
"""After so many the search for erasures is over."""
LAST_STEP = 600
"""Where a climb stops by itself: it has long arrived."""


@dataclass(frozen=True, slots=True, eq=False)
class Classify(AnalysisRequest):
    """Read several drawings at once. Answer: :class:`Classified`."""

    sources: tuple[Source, ...]
    preprocessing: Preprocessing = Preprocessing()


@dataclass(frozen=True, slots=True, eq=False)
class Classified:
    """Probabilities of every drawing."""

    probabilities: NDArray[np.float64]
    """(N, classes); NaN where a drawing is empty."""
    votes: NDArray[np.float64] | None = None
    """Of an ensemble: what each of its M members says, (M, N, classes)."""


@dataclass(frozen=True, slots=True, eq=False)
class Attribute(AnalysisRequest):
    """Which pixels speak for a digit. Answer: :class:`Attribution`."""

    source: Source
    method: str
    """One of :data:`ATTRIBUTION_METHODS`."""
    target: int | None = None
    """The digit to explain; None for the answer, whatever it is."""
    against: int | None = None
    """Explain the difference to this digit instead of the target alone; has no effect where
    it is the answer itself."""
    preprocessing: Preprocessing = Preprocessing()


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """One number for every pixel of the network's input; positive speaks for the target."""

    values: NDArray[np.float32]
    """(28, 28)."""
    score: float
    """What is explained: the target's logit, or its difference to the other one's."""
    target: int
    against: int | None
    normalised: Normalised
    """The picture that is explained, and how the drawing became it."""


@dataclass(frozen=True, slots=True, eq=False)
class Perturb(IndependentRequest):
    """One drawing under a dial. Answer: :class:`Perturbed`."""

    source: Source
    dial: Dial
    values: tuple[float, ...]
    preprocessing: Preprocessing = Preprocessing()
    again: bool = False
    """Whether what was varied is normalised again."""


@dataclass(frozen=True, slots=True, eq=False)
class Perturbed:
    """The drawing at every value of the dial."""

    pictures: NDArray[np.uint8]
    """(N, 28, 28); all paper where no ink is left."""


@dataclass(frozen=True, slots=True, eq=False)
class Read(IndependentRequest):
    """Let any network read pictures that need no normalising. Answer: :class:`Classified`."""

    model: Path
    pictures: NDArray[np.uint8]
    """(N, 28, 28)."""


@dataclass(frozen=True, slots=True)
class SearchErasures(AnalysisRequest):
    """Which erasures flip the answer to a drawing. Progress and answer: :class:`Findings`."""

    ink: Ink
    preprocessing: Preprocessing = Preprocessing()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the search for erasures knows so far."""

    ink: Ink
    digit: int
    probability: float
    """Of :attr:`digit`, with all ink."""
    flips: tuple[Outcome, ...]
    weakest: Outcome | None
    """The erasure that leaves :attr:`digit` the least probable."""
    is_over: bool
    alphabet: Alphabet = DIGITS
    is_digit: bool = True
    """Whether it is taken for a digit with all ink; if not, each of :attr:`flips` is for one."""


class Origin(IntEnum):
    """Where a reference digit comes from."""

    GENERATED = 0
    """Written by the pen model."""
    MNIST = 1
    SAMPLES = 2
    """The user's."""


@dataclass(frozen=True, slots=True)
class Gather(AnalysisRequest):
    """Map the reference digits. Progress: the share done, 0 to 1. Answer: :class:`ReferenceMap`.

    In the first half digits are written, in the second the network reads them.
    """

    mnist: Path | None = None
    """The folder where MNIST is, if it is there."""
    samples: Path | None = None
    """The database of the user's samples, if there are any."""


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceMap:
    """Reference digits as one layer of the network sees them, in the plane."""

    points: NDArray[np.float32]
    """(N, 2), along the two widest axes of the layer."""
    labels: NDArray[np.int64]
    """(N,) numbers of their classes."""
    origins: NDArray[np.int64]
    """(N,) values of :class:`Origin`."""
    pictures: NDArray[np.uint8]
    """(N, 28, 28)."""
    layer: str
    dimensions: int
    """How many values the layer has."""
    shares: tuple[float, ...]
    """Which share of the generated digits' variance lies along each of the two axes."""
    alphabet: Alphabet = DIGITS


@dataclass(frozen=True, slots=True, eq=False)
class Locate(AnalysisRequest):
    """Where a drawing is on the map. Answer: :class:`Located`."""

    source: Source
    preprocessing: Preprocessing = Preprocessing()
    origins: tuple[Origin, ...] = tuple(Origin)
    """Among which references its neighbours are looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Located:
    """A drawing on the map."""

    trail: NDArray[np.float32]
    """(M, 2): where it was while it grew; the last row is where it is."""
    stroke_ends: tuple[int, ...]
    """Rows of the trail at which a stroke ended."""
    picture: NDArray[np.uint8]
    """(28, 28)."""
    neighbours: tuple[int, ...]
    """Indices of the nearest references, nearest first; fewer where there are fewer."""
    distances: tuple[float, ...]
    """How far they are, in all dimensions of the layer."""


@dataclass(frozen=True, slots=True, eq=False)
class Ascend(AnalysisRequest):
    """Change a picture so that a unit grows, until :data:`LAST_STEP` or where no pixel helps.

    Progress, every few steps, and answer: :class:`Ascended`.
    """

    layer: str
    channel: int
    whole: bool = True
    """The mean of the channel's map; otherwise the unit in its middle."""
    picture: NDArray[np.float32] | None = None
    """(28, 28), 0 to 1, where to begin; None for noise."""
    step: int = 0
    """How many steps led there."""
    smoothing: float = 0.4
    """Standard deviation of the blur after every step, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Ascended:
    """A picture that the unit likes better."""

    picture: NDArray[np.float32]
    """(28, 28), 0 to 1: where to go on."""
    grey: NDArray[np.uint8]
    """(28, 28), the same to look at."""
    step: int
    value: float
    """Of the unit, or the mean of its map."""
    stuck: bool
    """No pixel changes the unit: there is nowhere to go."""
    probabilities: tuple[float, ...]
    """What the network makes of the picture."""


@dataclass(frozen=True, slots=True)
class ReadNumber(AnalysisRequest):
    """Read a line of digits, in an ink or a picture. Answer: :class:`NumberRead`."""

    source: Source
    grouping: Grouping = ()
    """What a person said about the grouping."""


@dataclass(frozen=True, slots=True)
class NumberRead:
    """How a line is read."""

    readings: tuple[NumberReading, ...]
    """The best one and, if there is another, the second best."""
    places: Ink
    """The points that marks name: the ink, or points on the parts of that in a picture."""
    digits: tuple[FoundInk, ...] = ()
    """Of a picture, the ink of every box of the best reading, alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Revisit(IndependentRequest):
    """Look at a drawing with a model file. Answer: :class:`Revisited`."""

    model: Path
    source: Source
    preprocessing: Preprocessing = Preprocessing()


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """One of the first layers that have kernels, or weights on the pixels."""

    layer: str
    kernels: NDArray[np.float32]
    """(N, H, W): kernels in the order of channels, or a dense layer's weights as pictures."""
    shown_layer: str
    """The layer that the maps are of: the activation after the kernels, if there is one."""
    maps: NDArray[np.float32] | None
    """(C, H, W) its output for the drawing; None for a vector, or where there is no ink."""


@dataclass(frozen=True, slots=True, eq=False)
class Revisited:
    """What the checkpoint has learned so far, and makes of the drawing."""

    model: Path
    recognition: Recognition
    stages: tuple[Stage, ...]

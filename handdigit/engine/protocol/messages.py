"""What the window and the engine say to each other: frozen, numpy and builtins only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.engine.protocol.requests import AnalysisRequest
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import Preprocessing
from handdigit.network.recognition import DeviceReport, Recognition


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Wish: answer with this model file, on this device."""

    path: Path
    device: str = "auto"
    member: int = 0
    """Of an ensemble: the network to look into."""


@dataclass(frozen=True, slots=True, eq=False)
class Recognise:
    """Wish: answer this drawing."""

    revision: int
    """Grows with every change of what is asked; the answer carries it."""
    source: Ink | NDArray[np.uint8]
    preprocessing: Preprocessing = Preprocessing()
    layers: tuple[str, ...] = ()
    """Layers whose activations the answer shall carry."""


@dataclass(frozen=True, slots=True, eq=False)
class Analyse:
    """Wish: one of the analyses in :data:`handdigit.engine.analyses.table.ANALYSES`."""

    topic: str
    """Who asks: of several wishes on one topic only the newest is answered."""
    revision: int
    request: AnalysisRequest
    """A frozen value of a type that the table knows."""


@dataclass(frozen=True, slots=True)
class CancelAnalysis:
    """Wish: stop the analysis on this topic, if one is going on."""

    topic: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Wish: end."""


@dataclass(frozen=True, slots=True)
class Started:
    """Fact: torch is loaded."""

    torch_version: str


@dataclass(frozen=True, slots=True)
class ModelLoaded:
    """Fact: the model at this path answers from now on."""

    path: Path
    device: DeviceReport
    member: int = 0


@dataclass(frozen=True, slots=True)
class ModelRefused:
    """Fact: the model cannot be used; the one before goes on answering."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Recognised:
    """Fact: the answer to the request of this revision."""

    revision: int
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class RecogniseRefused:
    """Fact: there is no answer to the request of this revision, and why."""

    revision: int
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class AnalysisProgress:
    """Fact: so far has the analysis on a topic got."""

    topic: str
    revision: int
    value: object
    """What it is depends on the request."""


@dataclass(frozen=True, slots=True, eq=False)
class Analysed:
    """Fact: the answer to the newest wish on a topic."""

    topic: str
    revision: int
    answer: object


@dataclass(frozen=True, slots=True)
class AnalysisRefused:
    """Fact: there is no answer to the wish on this topic, and why."""

    topic: str
    revision: int
    reason: str


@dataclass(frozen=True, slots=True)
class AnalysisCancelled:
    """Fact: the analysis on this topic was stopped before it had an answer."""

    topic: str


@dataclass(frozen=True, slots=True)
class EngineEnded:
    """Fact: the process is gone without having been asked to."""

    restarting: bool
    """Whether a new one is being started; if not, it has died too often."""


Wish = LoadModel | Recognise | Analyse | CancelAnalysis | Stop
Fact = (
    Started
    | ModelLoaded
    | ModelRefused
    | Recognised
    | RecogniseRefused
    | AnalysisProgress
    | Analysed
    | AnalysisRefused
    | AnalysisCancelled
    | EngineEnded
)

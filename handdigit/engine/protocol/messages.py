"""What the window and the engine say to each other: frozen, numpy and builtins only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handdigit.ink.normalise import Preprocessing, Source
from handdigit.network.recognition import DeviceReport, Recognition


class AnalysisRequest:
    """Asks for an analysis: :data:`handdigit.engine.analyses.table.ANALYSES` has its handler.

    A request's docstring says what its answer is, and its progress if it has any.
    """

    __slots__ = ()

    @property
    def depends_on_model(self) -> bool:
        """Whether it is to be asked again when another model answers the drawing."""
        return True


class IndependentRequest(AnalysisRequest):
    """Asks for what the model that answers the drawing has no part in."""

    __slots__ = ()

    @property
    def depends_on_model(self) -> bool:
        """False."""
        return False


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Command: answer with this model file, on this device."""

    path: Path
    device: str = "auto"
    member: int = 0
    """Of an ensemble: the network to look into."""


@dataclass(frozen=True, slots=True, eq=False)
class Recognise:
    """Command: answer this drawing."""

    revision: int
    """Grows with every change of what is asked; the answer carries it."""
    source: Source
    preprocessing: Preprocessing = Preprocessing()
    layers: tuple[str, ...] = ()
    """Layers whose activations the answer shall carry."""
    in_stroke: bool = False
    """The pen is down, and the next drawing comes within milliseconds."""
    keeps_awake: bool = False
    """The engine does not sleep until then."""


@dataclass(frozen=True, slots=True, eq=False)
class Analyse:
    """Command: one of the analyses in :data:`handdigit.engine.analyses.table.ANALYSES`."""

    topic: str
    """Who asks: of several commands on one topic only the newest is answered."""
    revision: int
    request: AnalysisRequest
    """A frozen value of a type that the table knows."""


@dataclass(frozen=True, slots=True)
class CancelAnalysis:
    """Command: stop the analysis on this topic, if one is going on."""

    topic: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Command: end."""


@dataclass(frozen=True, slots=True)
class Started:
    """Event: torch is loaded."""


@dataclass(frozen=True, slots=True)
class ModelLoaded:
    """Event: the model at this path answers from now on."""

    path: Path
    device: DeviceReport
    member: int = 0


@dataclass(frozen=True, slots=True)
class ModelRefused:
    """Event: the model cannot be used; the one before goes on answering."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Recognised:
    """Event: the answer to the request of this revision."""

    revision: int
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class RecogniseRefused:
    """Event: there is no answer to the request of this revision, and why."""

    revision: int
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class AnalysisProgress:
    """Event: so far has the analysis on a topic got."""

    topic: str
    revision: int
    value: object
    """What it is depends on the request."""


@dataclass(frozen=True, slots=True, eq=False)
class Analysed:
    """Event: the answer to the newest command on a topic."""

    topic: str
    revision: int
    answer: object


@dataclass(frozen=True, slots=True)
class AnalysisRefused:
    """Event: there is no answer to the command on this topic, and why."""

    topic: str
    revision: int
    reason: str


@dataclass(frozen=True, slots=True)
class AnalysisCancelled:
    """Event: the analysis on this topic was stopped before it had an answer."""

    topic: str


@dataclass(frozen=True, slots=True)
class EngineEnded:
    """Event: the process is gone without having been asked to."""

    restarting: bool
    """Whether a new one is being started; if not, it has died too often."""


EngineCommand = LoadModel | Recognise | Analyse | CancelAnalysis | Stop
EngineEvent = (
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

"""What a page of help or of the course is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handdigit.gui.state.navigation import LabTask
from handdigit.inspection.trace import Unit, Values
from handdigit.network.architecture import PlannedLayer
from handdigit.network.recognition import Recognition
from handdigit.storage.models.model_file import ModelInfo


@dataclass(frozen=True, slots=True)
class Scene:
    """What the window shows for a page; None leaves it as it is."""

    panel: str
    """The key of the panel in front."""
    model: str | None = None
    """Name of a model that comes with the program."""
    digit: int | None = None
    """An example of it is drawn."""
    unit: Unit | None = None
    """Inside looks at it."""
    question: int | None = None
    """Why explains this class."""
    lab: LabTask | None = None


@dataclass(frozen=True, slots=True)
class Live:
    """What is in the window now, as far as a question may be about it."""

    info: ModelInfo
    recognition: Recognition
    unit: Unit | None
    lab: LabTask
    """What is set in the Lab; all None while there is no Lab yet."""
    typed: float | None = None
    """The number that the reader has typed."""

    def layer(self, name: str) -> PlannedLayer | None:
        """Return a layer of the network that answers, None if it has no such layer."""
        return next((p for p in self.info.architecture.plan() if p.name == name), None)

    def values(self, name: str) -> Values | None:
        """Return the (C, H, W) maps or (features,) of a layer; None while they are not known."""
        return self.recognition.activations.get(name)  # type: ignore[return-value]


def unsaid(_live: Live) -> str:
    """Say nothing."""
    return ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to find out by doing it, or by counting."""

    text: str
    check: Callable[[Live], str]
    """Returns the sentence that says what was right, with the numbers of the moment; nothing
    while it is not right yet."""
    hint: Callable[[Live], str] = unsaid
    """Returns the sentence that says what is there while it is not right; nothing where what is in
    the window has nothing to do with the question."""
    is_typed: bool = False
    """Whether the answer is a number."""


@dataclass(frozen=True, slots=True)
class Page:
    """A few sentences; a page of the course has a scene and a question."""

    key: str
    title: str
    paragraphs: tuple[str, ...]
    parts: tuple[str, ...] = ()
    """Object names of the parts of the window that this is the help for."""
    see: tuple[str, ...] = ()
    """Keys of other pages."""
    scene: Scene | None = None
    question: Question | None = None

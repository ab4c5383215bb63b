"""What a page of help or of the course is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handdigit.gui.state.navigation import LabTask
from handdigit.inspection.trace import Unit, Values
from handdigit.network.architecture import PlannedLayer
from handdigit.network.recognition import Recognition
from handdigit.sentences import sentence
from handdigit.storage.models.model_info import ModelInfo


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
    """Why explains this class; the answer, if none is given."""
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
class Solution:
    """The number that a question asks for."""

    numbers: tuple[float, ...]
    """Each of them is right."""
    way: str
    """The sentence that says how it is found, with the numbers of the moment."""
    tolerance: float = 0.0

    def is_met_by(self, number: float) -> bool:
        """Tell whether a number is right."""
        return min(abs(number - right) for right in self.numbers) <= self.tolerance


@dataclass(frozen=True, slots=True)
class Question:
    """Something to find out by doing it, or by counting: then it has a solution and a clue."""

    text: str
    check: Callable[[Live], str] = unsaid
    """Returns the sentence that says what was right, with the numbers of the moment; nothing
    while it is not right yet."""
    hint: Callable[[Live], str] = unsaid
    """Returns the sentence that says what is there while it is not right; nothing where what is in
    the window has nothing to do with the question."""
    solve: Callable[[Live], Solution | None] | None = None
    """Returns the number to be typed; None where the network that answers has no such number."""
    clue: str = ""
    """Helps to find the number."""

    @property
    def is_typed(self) -> bool:
        """Whether the answer is a number."""
        return self.solve is not None

    def praise(self, live: Live) -> str:
        """Return the sentence that says what was right; nothing while it is not right yet."""
        if self.solve is None:
            return self.check(live)
        solution = self.solve(live)
        if solution is None or live.typed is None or not solution.is_met_by(live.typed):
            return ""
        return sentence("Right: {0}", solution.way)


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

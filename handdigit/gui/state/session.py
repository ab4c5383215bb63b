"""The only mutable state of the window: drawing, recognition, model, engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal, Slot

from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import (
    Analyse,
    Analysed,
    AnalysisProgress,
    AnalysisRefused,
    AnalysisRequest,
    EngineEnded,
    LoadModel,
    ModelLoaded,
    ModelRefused,
    Recognise,
    Recognised,
    RecogniseRefused,
)
from handdigit.errors import HanddigitError, InkError
from handdigit.gui.state.background import Background, Job
from handdigit.gui.state.history import BLANK, Drawing, History, Page, Pages, Picture, Revisions
from handdigit.gui.translation import explained, translated
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds, Ink
from handdigit.ink.normalise import Preprocessing, Source
from handdigit.network.alphabet import Alphabet
from handdigit.network.recognition import EMPTY, DeviceReport, Recognition, Verdict
from handdigit.number.grouping import Grouping
from handdigit.storage.models.model_file import read_model, read_model_info
from handdigit.storage.models.model_store import StoredModel

INPUT = "input"

Weights = Mapping[str, NDArray[np.generic]]
"""Parameters by their name."""


class EngineState(Enum):
    """What the engine is doing, for the user."""

    STARTING = auto()
    READY = auto()
    RESTARTING = auto()
    FAILED = auto()


class Session(QObject):
    """Holds the current drawing with its history, the model, and the newest recognition.

    Signals:
        drawing_changed(Drawing): strokes were added or erased, undone, or a picture opened.
        drawing_refused(str): another drawing was not put on the canvas, and why.
        subject_changed(Drawing): this is recognised from now on: the drawing, or a part of it.
        grouping_changed(): something was said about the grouping of the drawing, or taken back.
        history_changed(bool, bool): whether there is something to undo, to redo.
        recognition_changed(Recognition): the answer to the current drawing is here.
        recognition_refused(str): there is no answer to it, and why.
        alphabet_changed(Alphabet): its classes are others; the model follows.
        model_changed(StoredModel): another model answers from now on.
        model_refused(str): a model could not be loaded; the text says why.
        device_changed(DeviceReport): the model runs there.
        engine_state_changed(EngineState): the engine started, stopped or failed.
        analysis_progressed(str, object): so far has the newest analysis on a topic got.
        analysis_arrived(str, object): the answer to the newest analysis on a topic.
        analysis_refused(str, str): there is no answer on a topic, and why.
        area_marked(Bounds | None): this part of the canvas is what a panel speaks of.
        weights_changed(): :attr:`weights` are there, or cannot be read.
        latency_measured(float): milliseconds from asking to the answer's arrival.
    """

    drawing_changed = Signal(object)
    drawing_refused = Signal(str)
    subject_changed = Signal(object)
    grouping_changed = Signal()
    history_changed = Signal(bool, bool)
    recognition_changed = Signal(object)
    recognition_refused = Signal(str)
    alphabet_changed = Signal(object)
    model_changed = Signal(object)
    model_refused = Signal(str)
    device_changed = Signal(object)
    engine_state_changed = Signal(object)
    analysis_progressed = Signal(str, object)
    analysis_arrived = Signal(str, object)
    analysis_refused = Signal(str, str)
    weights_changed = Signal()
    latency_measured = Signal(float)
    area_marked = Signal(object)
    _event_received = Signal(object)

    def __init__(
        self, engine: EngineClient, model: StoredModel, device: str, parent: QObject | None = None
    ) -> None:
        """Take over a started engine that was told to load ``model``."""
        super().__init__(parent)
        self._engine = engine
        self._requested_device = device
        self._model = model
        self._requested_model = model
        self._requested_models = {(model.path, model.info.inspected): model}
        """Every model that was asked for, by its file and the network looked into."""
        self._background = Background("weights", self)
        self._weights: Weights | None = None
        self._weights_refusal = ""
        self._refusal = ""
        """Why there is no answer to the drawing; a sentence, in no window's language."""
        self._weights_read: Job | None = None
        self._preprocessing = Preprocessing()
        self._layers_wanted = False
        self._drawing: Drawing = BLANK
        self._marks: Grouping = ()
        self._found: FoundInk | None = None
        """What the newest answer is of, if that is a picture."""
        self._subject: Drawing = BLANK
        self._rest = BLANK
        """The ink that does not belong to the subject."""
        self._by_parts = False
        self._history = History(Page(BLANK))
        self._revisions = Revisions()
        self._analyses = 0
        self._newest_analysis: dict[str, int] = {}
        self._recognition = replace(EMPTY, alphabet=model.info.alphabet)
        self._marked_area: Bounds | None = None
        self._state = EngineState.STARTING
        self._latency_ms: float | None = None
        self._device: DeviceReport | None = None
        self._event_received.connect(self._take_event, Qt.ConnectionType.QueuedConnection)
        engine.listen(self._event_received.emit)

    @property
    def drawing(self) -> Drawing:
        """What is on the canvas, the stroke in progress included."""
        return self._drawing

    @property
    def marks(self) -> Grouping:
        """What was said about the drawing's grouping into digits."""
        return self._marks

    @property
    def pages(self) -> Pages:
        """The drawing's history: what undo and redo bring back."""
        return self._history.pages

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was drawn since the start, not even something that was undone."""
        return self._drawing is BLANK and not (self._history.can_undo or self._history.can_redo)

    @property
    def subject(self) -> Drawing:
        """What is recognised: the drawing, or the digit of it that is looked at."""
        return self._subject

    @property
    def recognises_parts(self) -> bool:
        """Whether a digit of the drawing is recognised, instead of all of it."""
        return self._by_parts

    @property
    def source(self) -> Source:
        """The subject as the engine takes it: of a picture that was answered its ink."""
        if isinstance(self._subject, Picture):
            return self._subject.mended if self._found is None else self._found
        return self._subject

    @property
    def recognition(self) -> Recognition:
        """The newest answer."""
        return self._recognition

    @property
    def model(self) -> StoredModel:
        """The model that answers."""
        return self._model

    @property
    def alphabet(self) -> Alphabet:
        """What its classes are called."""
        return self._model.info.alphabet

    @property
    def weights(self) -> Weights | None:
        """The model's parameters by name; of an ensemble those of the network looked into.

        None until they have been read, which begins when they are first asked for.
        """
        if self._weights is None and not self._weights_refusal and self._weights_read is None:
            model = self._model
            self._weights_read = self._background.start(
                lambda _job: _read_weights(model), self._take_weights, self._take_weights
            )
        return self._weights

    @property
    def weights_refusal(self) -> str:
        """Why they cannot be read; empty otherwise."""
        return translated(self._weights_refusal)

    @property
    def requested_device(self) -> str:
        """The device asked for."""
        return self._requested_device

    @property
    def engine_state(self) -> EngineState:
        """What the engine is doing."""
        return self._state

    @property
    def latency_ms(self) -> float | None:
        """What was measured last; None before the first answer."""
        return self._latency_ms

    @property
    def engine_pid(self) -> int | None:
        """Process id of the engine, None while there is none."""
        return self._engine.pid

    @property
    def is_waiting(self) -> bool:
        """Whether the current drawing has not been answered yet."""
        return self._revisions.is_waiting

    @property
    def is_settled(self) -> bool:
        """Whether the current drawing is answered, and no stroke is in progress."""
        return not self.is_waiting and self._history.present.drawing is self._drawing

    @property
    def revisions(self) -> Revisions:
        """Which states of the drawing were asked about, and which were answered."""
        return self._revisions

    @property
    def preprocessing(self) -> Preprocessing:
        """Which preprocessing steps are taken."""
        return self._preprocessing

    def repeat(self) -> None:
        """Tell once more what there is, to a window that takes the place of another."""
        self.drawing_changed.emit(self._drawing)
        self._tell_history()
        if self._device is not None:
            self.device_changed.emit(self._device)
        self.recognition_changed.emit(self._recognition)
        if self._refusal:
            self.recognition_refused.emit(translated(self._refusal))

    def show(self, drawing: Drawing) -> None:
        """Show the stroke in progress, or what is done to a picture; :meth:`commit` ends it."""
        # A stroke over a picture goes on with nothing: the picture's answer is not its own.
        self._set_drawing(drawing, continues=type(drawing) is type(self._drawing))

    def commit(self) -> None:
        """Make the current drawing a step that can be undone."""
        if self._history.commit(Page(self._drawing, self._marks)):
            self._tell_history()

    @Slot(object)
    def withdraw(self, drawing: Drawing) -> None:
        """Take back all that followed a drawing, as if it had never been."""
        page = self._history.withdraw(drawing)
        if page is None:  # it was no step: a digit that wrote itself
            self.show(drawing)
        else:
            self._step_to(page)

    def replace(self, drawing: Drawing) -> None:
        """Put another drawing on the canvas as one step, unless it is too large to be kept."""
        try:
            if isinstance(drawing, Ink):
                drawing.require_room()
        except InkError as error:
            self.drawing_refused.emit(explained(error))
            return
        self.commit()  # a stroke in progress is not lost with what it is drawn on
        self._set_page(Page(drawing))
        self.commit()

    def replace_subject(self, ink: Ink) -> None:
        """Put other ink in the place of what is recognised, as one step."""
        self.replace(Ink((*self._rest.strokes, *ink.strokes)))

    def mark(self, marks: Grouping) -> None:
        """Say how the drawing is grouped into digits; can be undone."""
        self._set_grouping(marks)
        self.commit()

    def recognise_by_parts(self, by_parts: bool) -> None:
        """Recognise what :meth:`look_at` says from now on, or the whole drawing again."""
        self._by_parts = by_parts
        if not by_parts:
            self._set_subject(self._drawing)

    def look_at(self, part: Ink, rest: Ink, *, continues: bool) -> None:
        """Recognise a part of the drawing; ``continues`` if it is the same one, grown."""
        if part == self._subject:
            self._rest = rest
        else:
            self._set_subject(part, rest, continues=continues)

    def restore(self, earlier: Pages) -> None:
        """Bring an earlier history back; what was drawn since the start lies over it."""
        is_drawing = self._drawing is not self._history.pages.present.drawing
        self._history.restore(earlier)
        if not is_drawing:
            self._set_page(self._history.pages.present)
        self._tell_history()

    @Slot()
    def clear(self) -> None:
        """Empty the canvas; can be undone."""
        if self._drawing != BLANK:
            self.replace(BLANK)

    @Slot()
    def undo(self) -> None:
        """Go one step back; from a stroke in progress to before it."""
        self.commit()
        self._step_to(self._history.undo())

    @Slot()
    def redo(self) -> None:
        """Go one step forward again."""
        self.commit()
        self._step_to(self._history.redo())

    def set_preprocessing(self, preprocessing: Preprocessing) -> None:
        """Take other preprocessing steps from now on."""
        if preprocessing != self._preprocessing:
            self._preprocessing = preprocessing
            self._ask()

    def want_layers(self, wanted: bool) -> None:
        """Ask for the activations of every layer from now on, or no longer."""
        if wanted != self._layers_wanted:
            self._layers_wanted = wanted
            if wanted:
                self._ask()

    def analyse(self, topic: str, request: AnalysisRequest) -> None:
        """Ask the engine for an analysis; of several on one topic the newest is answered."""
        self._analyses += 1
        self._newest_analysis[topic] = self._analyses
        self._engine.analyse(Analyse(topic, self._analyses, request))

    def drop_analysis(self, topic: str) -> None:
        """Want no answer on a topic any more."""
        self._newest_analysis.pop(topic, None)
        self._engine.forget(topic)

    def use_model(self, model: StoredModel) -> None:
        """Let another model answer; the present one goes on until that is loaded."""
        self._requested_model = self._requested_models[model.path, model.info.inspected] = model
        self._load()

    def look_into(self, member: int) -> None:
        """Let everything that inspects look into another network of the ensemble."""
        self.use_model(self._model.inspecting(member))

    def use_device(self, device: str) -> None:
        """Let the model run on another device."""
        self._requested_device = device
        self._load()

    def mark_area(self, area: Bounds | None) -> None:
        """Outline a part of the canvas, in its units, or nothing."""
        if area != self._marked_area:
            self._marked_area = area
            self.area_marked.emit(area)

    @Slot()
    def restart_engine(self) -> None:
        """Start the engine anew, whatever it is doing."""
        self._set_state(EngineState.STARTING)
        self._engine.restart()

    def close(self) -> None:
        """End the engine."""
        self._engine.stop()

    def _load(self) -> None:
        requested = self._requested_model
        self._engine.load_model(
            LoadModel(requested.path, self._requested_device, requested.info.inspected)
        )

    def _step_to(self, page: Page | None) -> None:
        if page is not None:
            self._set_page(page)
            self._tell_history()

    def _set_page(self, page: Page) -> None:
        if page.drawing is not self._drawing:
            self._set_drawing(page.drawing, continues=False)
        self._set_grouping(page.marks)

    def _set_grouping(self, marks: Grouping) -> None:
        if marks != self._marks:
            self._marks = marks
            self.grouping_changed.emit()

    def _set_drawing(self, drawing: Drawing, *, continues: bool) -> None:
        self._drawing = drawing
        self.drawing_changed.emit(drawing)
        # In parts only strokes can be recognised, and of nothing there are none.
        if not self._by_parts or isinstance(drawing, Picture) or drawing.is_empty:
            self._set_subject(drawing, continues=continues)

    def _set_subject(self, subject: Drawing, rest: Ink = BLANK, *, continues: bool = False) -> None:
        self._subject, self._rest, self._found = subject, rest, None
        self.subject_changed.emit(subject)
        self._ask(continues=continues)

    def _tell_history(self) -> None:
        self.history_changed.emit(self._history.can_undo, self._history.can_redo)

    def _ask(self, *, continues: bool = False) -> None:
        # While the engine starts, the time would be that of importing torch.
        is_ready = self._state is EngineState.READY
        revision = self._revisions.begin(continues=continues, is_timed=is_ready)
        if isinstance(self._subject, Ink) and self._subject.is_empty:
            self._engine.forget()
            self._revisions.settle()
            self._set_recognition(replace(EMPTY, alphabet=self.alphabet))
            return
        self._found = None  # another model may choose another part of a photo
        command = Recognise(revision, self.source, self._preprocessing, self._layers())
        self._engine.recognise(command)

    def _layers(self) -> tuple[str, ...]:
        if not self._layers_wanted:
            return ()
        return (INPUT, *(planned.name for planned in self._model.info.architecture.plan()))

    def _set_recognition(self, recognition: Recognition) -> None:
        self._recognition, self._refusal = recognition, ""
        self.recognition_changed.emit(recognition)

    def _set_state(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            self.engine_state_changed.emit(state)

    @Slot(object)
    def _take_event(self, event: object) -> None:
        match event:
            case ModelLoaded():
                self._adopt(event.path, event.member, event.device)
            case ModelRefused():
                if event.path == self._requested_model.path:
                    self._requested_model = self._model
                self._set_state(EngineState.READY)  # it runs, if with no model
                self.model_refused.emit(translated(event.reason))
            case Recognised():
                self._answered(event.revision, event.recognition)
            case RecogniseRefused() if event.revision == self._revisions.newest:
                self._revisions.refuse()
                self._refusal = event.reason
                self.recognition_refused.emit(translated(event.reason))
            case AnalysisProgress() if self._newest_analysis.get(event.topic) == event.revision:
                self.analysis_progressed.emit(event.topic, event.value)
            case Analysed() if self._newest_analysis.get(event.topic) == event.revision:
                self.analysis_arrived.emit(event.topic, event.answer)
            case AnalysisRefused() if self._newest_analysis.get(event.topic) == event.revision:
                self.analysis_refused.emit(event.topic, translated(event.reason))
            case EngineEnded(restarting=True):
                self._set_state(EngineState.RESTARTING)
            case EngineEnded():
                self._set_state(EngineState.FAILED)

    def _adopt(self, path: Path, member: int, device: DeviceReport) -> None:
        before, self._model = self.alphabet, self._requested_models[path, member]
        self._device = device
        self._forget_weights()
        is_other_alphabet = self.alphabet != before
        self._set_state(EngineState.READY)
        if is_other_alphabet:
            self._recognition = Recognition(Verdict.EMPTY, alphabet=self.alphabet)
            self._refusal = ""
            self.alphabet_changed.emit(self.alphabet)
            self.recognition_changed.emit(self._recognition)
        self.model_changed.emit(self._model)
        self.device_changed.emit(device)
        # The request on its way still names the layers of the model before, and the answer on
        # show the classes.
        if self._layers_wanted or is_other_alphabet:
            self._ask()

    def _take_weights(self, found: Weights | str) -> None:
        self._weights_read = None
        if isinstance(found, str):
            self._weights_refusal = found
        else:
            self._weights = found
        self.weights_changed.emit()

    def _forget_weights(self) -> None:
        """Read those of another model when they are asked for."""
        if self._weights_read is not None:
            self._background.cancel(self._weights_read)
        self._weights, self._weights_refusal, self._weights_read = None, "", None

    def _answered(self, revision: int, recognition: Recognition) -> None:
        latency = self._revisions.take_latency_ms(revision)
        if latency is not None:
            self._latency_ms = latency
            self.latency_measured.emit(latency)
        # An answer of the model before may come after another alphabet's has been loaded.
        if self._revisions.answer(revision) and recognition.alphabet == self.alphabet:
            if revision == self._revisions.newest and recognition.normalised is not None:
                self._found = recognition.normalised.found
            self._set_recognition(recognition)


def _read_weights(model: StoredModel) -> Weights | str:
    """Return the parameters of the network that is looked into, or why there are none."""
    try:
        return read_model(model.path).networks()[model.info.inspected].weights
    except HanddigitError as error:
        return error.sentence


def stored_model_at(path: Path) -> StoredModel:
    """Return a model file anywhere on disk as a model to use.

    Raises:
        ModelFileError: it is no model file.
    """
    return StoredModel(path.stem, path, read_model_info(path))

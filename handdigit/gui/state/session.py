"""What answers to the drawing on the canvas: the engine, the model and its newest recognition."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import (
    Analysed,
    AnalysisProgress,
    AnalysisRefused,
    EngineEnded,
    LoadModel,
    ModelLoaded,
    ModelRefused,
    Recognise,
    Recognised,
    RecogniseRefused,
)
from handdigit.gui.state.analyses import Analyses
from handdigit.gui.state.drawing.document import Document
from handdigit.gui.state.drawing.drawing import BLANK, Drawing, Picture
from handdigit.gui.state.drawing.revisions import Revisions
from handdigit.gui.state.models.model_weights import ModelWeights
from handdigit.gui.state.window_thread import in_window
from handdigit.gui.translation import translated
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds, Ink
from handdigit.ink.normalise import Preprocessing, Source
from handdigit.inspection.trace import every_layer
from handdigit.network.alphabet import Alphabet
from handdigit.network.recognition import EMPTY, DeviceReport, Recognition, Verdict
from handdigit.storage.models.stored_model import StoredModel


class EngineState(Enum):
    """What the engine is doing, for the user."""

    STARTING = auto()
    READY = auto()
    RESTARTING = auto()
    FAILED = auto()


class Session(QObject):
    """Has the document recognised by the model, and holds the newest recognition.

    Signals:
        subject_changed(Drawing): this is recognised from now on: the drawing, or a part of it.
        recognition_changed(Recognition): the answer to the current drawing is here.
        recognition_refused(str): there is no answer to it, and why.
        alphabet_changed(Alphabet): its classes are others; the model follows.
        model_changed(StoredModel): another model answers from now on.
        model_refused(Path, str): a model could not be loaded; the text says why.
        device_changed(DeviceReport): the model runs there.
        engine_state_changed(EngineState): the engine started, stopped or failed.
        area_marked(Bounds | None): this part of the canvas is what a panel speaks of.
        latency_measured(float): milliseconds from asking to the answer's arrival.
    """

    subject_changed = Signal(object)
    recognition_changed = Signal(object)
    recognition_refused = Signal(str)
    alphabet_changed = Signal(object)
    model_changed = Signal(object)
    model_refused = Signal(object, str)
    device_changed = Signal(object)
    engine_state_changed = Signal(object)
    latency_measured = Signal(float)
    area_marked = Signal(object)

    def __init__(
        self,
        engine: EngineClient,
        document: Document,
        model: StoredModel,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        """Recognise ``document`` with a started engine that was told to load ``model``."""
        super().__init__(parent)
        self._engine = engine
        self.document = document
        document.setParent(self)
        self._requested_device = device
        self._model = model
        self._requested_model = model
        self._requested_models = {(model.path, model.info.inspected): model}
        """Every model that was asked for, by its file and the network looked into."""
        self.weights = ModelWeights(model, self)
        self._refusal = ""
        """Why there is no answer to the drawing; a sentence, in no window's language."""
        self._preprocessing = Preprocessing()
        self._layers_wanted = False
        self._glance: Collection[str] | None = None
        """The layers that are enough while a stroke goes on; None if all are needed."""
        self._asked_at_a_glance = False
        self._keeps_awake = True
        self._found: FoundInk | None = None
        """What the newest answer is of, if that is a picture."""
        self._subject: Drawing = BLANK
        self._rest = BLANK
        """The ink that does not belong to the subject."""
        self._by_parts = False
        self._revisions = Revisions()
        self.analyses = Analyses(engine, self)
        self._recognition = replace(EMPTY, alphabet=model.info.alphabet)
        self._marked_area: Bounds | None = None
        self._state = EngineState.STARTING
        self._latency_ms: float | None = None
        self._device: DeviceReport | None = None
        document.drawing_shown.connect(self._follow)
        document.committed.connect(self._complete)
        engine.listen(in_window(self._take_event))

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
    def refusal(self) -> str:
        """Why there is no answer to the drawing; empty where there is one, or none yet."""
        return translated(self._refusal)

    @property
    def model(self) -> StoredModel:
        """The model that answers."""
        return self._model

    @property
    def alphabet(self) -> Alphabet:
        """What its classes are called."""
        return self._model.info.alphabet

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
        return not self.is_waiting and self.document.is_committed

    @property
    def preprocessing(self) -> Preprocessing:
        """Which preprocessing steps are taken."""
        return self._preprocessing

    def repeat(self) -> None:
        """Tell once more what there is, to a window that takes the place of another."""
        self.document.repeat()
        if self._device is not None:
            self.device_changed.emit(self._device)
        self.recognition_changed.emit(self._recognition)
        if self._refusal:
            self.recognition_refused.emit(self.refusal)

    def replace_subject(self, ink: Ink) -> None:
        """Put other ink in the place of what is recognised, as one step."""
        self.document.replace(Ink((*self._rest.strokes, *ink.strokes)))

    def recognise_by_parts(self, by_parts: bool) -> None:
        """Recognise what :meth:`look_at` says from now on, or the whole drawing again."""
        self._by_parts = by_parts
        if not by_parts:
            self._set_subject(self.document.drawing)
        elif isinstance(self.document.drawing, Picture):
            self._set_subject(BLANK)  # which of its digits is looked at will be said

    def look_at(self, part: Drawing, rest: Ink = BLANK, *, continues: bool) -> None:
        """Recognise a part of the drawing; ``continues`` if it is the same one, grown."""
        if part == self._subject:
            self._rest = rest
        else:
            self._set_subject(part, rest, continues=continues)

    def set_preprocessing(self, preprocessing: Preprocessing) -> None:
        """Take other preprocessing steps from now on."""
        if preprocessing != self._preprocessing:
            self._preprocessing = preprocessing
            self._ask()

    def want_layers(self, wanted: bool, glance: Collection[str] | None = None) -> None:
        """Ask for the activations of every layer from now on, or no longer.

        While a stroke goes on those named in ``glance`` are enough, unless it is None.
        """
        self._glance = glance
        if wanted != self._layers_wanted:
            self._layers_wanted = wanted
            if wanted:
                self._ask()

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

    def keep_awake(self, kept: bool) -> None:
        """Let the engine wait for a stroke's next point without sleeping, or let others compute."""
        self._keeps_awake = kept

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

    @Slot(object, bool)
    def _follow(self, drawing: Drawing, continues: bool) -> None:
        if not self._by_parts or drawing == BLANK:
            self._set_subject(drawing, continues=continues)
        elif isinstance(drawing, Picture) and not continues:
            self._set_subject(BLANK)  # what was looked at is not on the canvas any more

    @Slot()
    def _complete(self) -> None:
        """Ask for what was left out while the stroke went on."""
        if self._asked_at_a_glance:
            self._ask(continues=True)

    def _set_subject(self, subject: Drawing, rest: Ink = BLANK, *, continues: bool = False) -> None:
        self._subject, self._rest, self._found = subject, rest, None
        self.subject_changed.emit(subject)
        self._ask(continues=continues)

    def _ask(self, *, continues: bool = False) -> None:
        # While the engine starts, the time would be that of importing torch.
        is_ready = self._state is EngineState.READY
        revision = self._revisions.begin(continues=continues, is_timed=is_ready)
        self._asked_at_a_glance = False
        if isinstance(self._subject, Ink) and self._subject.is_empty:
            self._engine.forget()
            self._revisions.settle()
            self._set_recognition(replace(EMPTY, alphabet=self.alphabet))
            return
        self._found = None  # another model may choose another part of a photo
        in_stroke = continues and not self.document.is_committed
        self._asked_at_a_glance = self._layers_wanted and in_stroke and self._glance is not None
        command = Recognise(
            revision,
            self.source,
            self._preprocessing,
            self._layers(),
            in_stroke=in_stroke,
            keeps_awake=in_stroke and self._keeps_awake,
        )
        self._engine.recognise(command)

    def _layers(self) -> tuple[str, ...]:
        if not self._layers_wanted:
            return ()
        if self._asked_at_a_glance and self._glance is not None:
            return tuple(self._glance)
        return every_layer(self._model.info)

    def _set_recognition(self, recognition: Recognition) -> None:
        self._recognition, self._refusal = recognition, ""
        self.recognition_changed.emit(recognition)

    def _set_state(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            self.engine_state_changed.emit(state)

    def _take_event(self, event: object) -> None:
        match event:
            case ModelLoaded():
                self._adopt(event.path, event.member, event.device)
            case ModelRefused():
                if event.path == self._requested_model.path:
                    self._requested_model = self._model
                self._set_state(EngineState.READY)  # it runs, if with no model
                self.model_refused.emit(event.path, translated(event.reason))
            case Recognised():
                self._answered(event.revision, event.recognition)
            case RecogniseRefused() if event.revision == self._revisions.newest:
                self._revisions.refuse()
                self._recognition = replace(EMPTY, alphabet=self.alphabet)
                self._refusal = event.reason
                self.recognition_refused.emit(translated(event.reason))
            case AnalysisProgress() | Analysed() | AnalysisRefused():
                self.analyses.take(event)
            case EngineEnded(restarting=True):
                self._set_state(EngineState.RESTARTING)
            case EngineEnded():
                self._set_state(EngineState.FAILED)

    def _adopt(self, path: Path, member: int, device: DeviceReport) -> None:
        before, self._model = self.alphabet, self._requested_models[path, member]
        self._device = device
        self.weights.follow(self._model)
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

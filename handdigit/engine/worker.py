"""The engine process: one model; recognition goes first, analyses work between its requests."""

from __future__ import annotations

import logging
import time
from collections.abc import Generator
from typing import TYPE_CHECKING, NamedTuple

from handdigit.cores import core_count
from handdigit.engine.protocol.messages import (
    Analyse,
    Analysed,
    AnalysisCancelled,
    AnalysisProgress,
    AnalysisRefused,
    CancelAnalysis,
    EngineCommand,
    EngineEvent,
    LoadModel,
    ModelLoaded,
    ModelRefused,
    Recognise,
    Recognised,
    RecogniseRefused,
    Stop,
)
from handdigit.engine.transport import Transport
from handdigit.errors import HanddigitError
from handdigit.sentences import sentence

if TYPE_CHECKING:
    from handdigit.recognition.recogniser import Recogniser

NO_MODEL = sentence("No model is loaded: choose one.")
BUG = sentence(
    "This could not be computed because of a fault in handdigit; the log has the details."
)
AWAKE_S = 0.03
"""How long the engine waits for the next drawing of a stroke without sleeping: two reports of the
slowest pens. A core that slept takes a while to wake, and finds its caches cold."""
STROKE_S = 0.1
"""So long after a drawing in a stroke no analysis takes a core that the window may need."""
_log = logging.getLogger(__name__)


class _Running(NamedTuple):
    command: Analyse
    steps: Generator[object, None, object]


class Worker:
    """Obeys commands as they come; between two of them the analyses take steps in turn."""

    def __init__(self, transport: Transport) -> None:
        """No model is loaded yet."""
        self._transport = transport
        self._recogniser: Recogniser | None = None
        self._running: dict[str, _Running] = {}
        """The analyses going on by topic; the first has waited for longest."""
        self._awake_until = 0.0
        """As :func:`time.monotonic` says it."""

    def work(self) -> None:
        """Work until told to stop.

        Raises:
            EOFError: the other end of the pipe is gone.
        """
        while True:
            # All that has arrived comes before the next step; without a step to take it waits.
            while not self._running or self._transport.poll():
                command = self._next_command()
                if isinstance(command, Stop):
                    return
                event = self._carry_out(command)
                if event is not None:
                    self._transport.send(event)
            self._take_step()

    def _next_command(self) -> EngineCommand:
        while time.monotonic() < self._awake_until and not self._transport.poll():
            pass
        command: EngineCommand = self._transport.recv()
        return command

    def _carry_out(self, command: EngineCommand) -> EngineEvent | None:
        """Carry out a command; return what is to be told at once."""
        match command:
            case LoadModel():
                return self._load(command)
            case Recognise():
                return self._recognise(command)
            case Analyse():
                return self._begin(command)
            case CancelAnalysis() if command.topic in self._running:
                self._running.pop(command.topic).steps.close()
                return AnalysisCancelled(command.topic)
        return None

    def _load(self, command: LoadModel) -> ModelLoaded | ModelRefused:
        from handdigit.recognition.recogniser import Recogniser
        from handdigit.storage.models.model_file import read_model

        try:
            self._recogniser = Recogniser(read_model(command.path), command.device, command.member)
        except Exception as error:
            return ModelRefused(command.path, _reason(error))
        return ModelLoaded(command.path, self._recogniser.device, command.member)

    def _recognise(self, command: Recognise) -> Recognised | RecogniseRefused:
        from handdigit.recognition.number_reader import answer_to
        from handdigit.recognition.side_by_side import other_cores

        other_cores.leave(STROKE_S if command.in_stroke else 0.0)
        if self._recogniser is None:
            return RecogniseRefused(command.revision, NO_MODEL)
        try:
            recognition = answer_to(
                self._recogniser, command.source, command.preprocessing, command.layers
            )
        except Exception as error:
            return RecogniseRefused(command.revision, _reason(error))
        if command.keeps_awake and core_count() > 1:  # the only core is the window's, too
            self._awake_until = time.monotonic() + AWAKE_S
        return Recognised(command.revision, recognition)

    def _begin(self, command: Analyse) -> AnalysisRefused | None:
        from handdigit.engine.analyses.table import ANALYSES

        if self._recogniser is None:
            return AnalysisRefused(command.topic, command.revision, NO_MODEL)
        try:
            steps = ANALYSES[type(command.request)](self._recogniser, command.request)
        except Exception as error:
            return AnalysisRefused(command.topic, command.revision, _reason(error))
        self._running[command.topic] = _Running(command, steps)
        return None

    def _take_step(self) -> None:
        """Let the analysis that has waited for longest work until it yields."""
        topic = next(iter(self._running))
        command, steps = running = self._running.pop(topic)
        try:
            value = next(steps)
        except StopIteration as end:
            self._transport.send(Analysed(topic, command.revision, end.value))
        except Exception as error:
            self._transport.send(AnalysisRefused(topic, command.revision, _reason(error)))
        else:
            self._running[topic] = running
            if value is not None:
                self._transport.send(AnalysisProgress(topic, command.revision, value))


def _reason(error: Exception) -> str:
    """Return a sentence for the user; the traceback of what was not expected is logged."""
    if isinstance(error, HanddigitError):
        return error.sentence
    if isinstance(error, OSError):
        return sentence("This could not be computed: {0}.", error.strerror or str(error))
    _log.error("a request failed", exc_info=error)
    return BUG

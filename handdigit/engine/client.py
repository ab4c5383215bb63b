"""The window's side of the engine: newest request wins, death is survived. No Qt."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from handdigit.engine.process import GRACE_S, Child, Spawned
from handdigit.engine.protocol.messages import (
    Analyse,
    Analysed,
    AnalysisCancelled,
    AnalysisRefused,
    CancelAnalysis,
    EngineEnded,
    EngineEvent,
    LoadModel,
    ModelLoaded,
    ModelRefused,
    Recognise,
    Recognised,
    RecogniseRefused,
    Started,
    Stop,
)
from handdigit.engine.start import run_engine
from handdigit.sentences import sentence

RECOGNITION = "recognition"
"""The topic of :class:`Recognise`."""
MAX_DEATHS = 3
DEATH_WINDOW_S = 30.0
"""After this many deaths in this time the engine is not restarted by itself any more."""
DROPPED = sentence("The engine stopped twice while it worked on this, so it is not asked again.")


class EngineClient:
    """Starts the engine, keeps it alive and asks it one thing at a time on every topic.

    While a request is being answered only the newest other one on its topic waits; those in
    between are never sent. An analysis is stopped as soon as there is a newer one on its topic,
    or nobody wants it any more. After a death the model, the newest drawing and all that was not
    answered are sent again; a request during which the engine died twice is refused instead.

    It can be started before there is anybody to tell: events wait for :meth:`listen`.
    """

    def __init__(self, spawned: Spawned | None = None) -> None:
        """Nothing is started yet, see :meth:`start`, unless a process was ``spawned`` ahead."""
        self._spawned = spawned
        self._on_event: Callable[[EngineEvent], None] | None = None
        self._untold: list[EngineEvent] = []
        self._lock = threading.RLock()
        self._child: Child | None = None
        self._started = False
        self._model: LoadModel | None = None
        self._loading: deque[LoadModel] = deque()
        """Sent to the present process and not answered yet."""
        self._loaded: LoadModel | None = None
        self._newest: dict[str, Recognise | Analyse] = {}
        """The newest request of every topic."""
        self._unsent: set[str] = set()
        """Topics whose newest request is still to be sent."""
        self._in_flight: dict[str, Recognise | Analyse] = {}
        """What the present process was asked and has not answered yet."""
        self._cancelled: set[str] = set()
        """Topics whose request in flight is to be stopped."""
        self._suspects: dict[str, Recognise | Analyse] = {}
        """What was in flight when the engine died, and has not been answered since."""
        self._deaths: deque[float] = deque(maxlen=MAX_DEATHS - 1)

    @property
    def pid(self) -> int | None:
        """Process id of the engine, None while there is none."""
        with self._lock:
            return self._child.pid if self._child else None

    def start(self) -> None:
        """Start the process."""
        with self._lock:
            if self._child is None:
                self._deaths.clear()
                self._spawn()

    def restart(self) -> None:
        """Start the process anew: one that was given up, or that lives and does no good."""
        self._end(grace_s=0)
        self.start()

    def listen(self, on_event: Callable[[EngineEvent], None]) -> None:
        """Call ``on_event`` with every event, from another thread; first with those untold."""
        with self._lock:
            self._on_event = on_event
            untold, self._untold = self._untold, []
            for event in untold:
                on_event(event)

    def load_model(self, command: LoadModel) -> None:
        """Answer with another model from now on; what depends on it is asked again."""
        with self._lock:
            self._model = command
            self._unsent |= {
                topic
                for topic, newest in self._newest.items()
                if self._loaded is None  # without a model all was refused
                or isinstance(newest, Recognise)
                or newest.request.depends_on_model
            }
            if self._child and self._started:
                self._child.send(command)
                self._loading.append(command)
                self._send_waiting()

    def recognise(self, command: Recognise) -> None:
        """Ask about a drawing; what was asked before and not begun is forgotten."""
        self._ask(RECOGNITION, command)

    def analyse(self, command: Analyse) -> None:
        """Ask for an analysis; an older one on the same topic is forgotten, and stopped."""
        self._ask(command.topic, command)

    def forget(self, topic: str = RECOGNITION) -> None:
        """Take the newest request on a topic back: nobody wants the answer any more."""
        with self._lock:
            self._newest.pop(topic, None)
            self._unsent.discard(topic)
            self._cancel(topic)

    def _ask(self, topic: str, command: Recognise | Analyse) -> None:
        with self._lock:
            self._newest.pop(topic, None)  # the newest goes to the end of the queue
            self._newest[topic] = command
            self._unsent.add(topic)
            self._send_waiting()

    def stop(self) -> None:
        """End the process, within about a second even if it hangs."""
        self._end(grace_s=GRACE_S)

    def _end(self, *, grace_s: float) -> None:
        with self._lock:
            child, self._child = self._child, None
            listens = self._started
        if child is not None:
            child.stop(Stop(), grace_s=grace_s if listens else 0)

    def _spawn(self) -> None:
        self._started = False
        self._loading.clear()
        self._cancelled.clear()
        # The drawing is asked about again even if it was answered; of the analyses the others.
        self._unsent = self._newest.keys() & {*self._unsent, *self._in_flight, RECOGNITION}
        self._in_flight.clear()
        spawned, self._spawned = self._spawned, None
        self._child = Child(spawned or run_engine, self._receive, self._bury)

    def _send_waiting(self) -> None:
        """Send what the engine is free for, in the order of asking."""
        if not (self._child and self._started):
            return
        for topic in [topic for topic in self._newest if topic in self._unsent]:
            if topic in self._in_flight:
                self._cancel(topic)  # its end is told, and then this is sent
            else:
                self._in_flight[topic] = self._newest[topic]
                self._unsent.discard(topic)
                self._child.send(self._newest[topic])

    def _cancel(self, topic: str) -> None:
        """Stop the analysis in flight on a topic; a recognition is too short for that."""
        running = self._in_flight.get(topic)
        if self._child and isinstance(running, Analyse) and topic not in self._cancelled:
            self._cancelled.add(topic)
            self._child.send(CancelAnalysis(topic))

    def _receive(self, child: Child, event: EngineEvent) -> None:
        with self._lock:
            if child is not self._child:
                return  # it has been stopped: what it says is nobody's business
            match event:
                case Started():
                    self._started = True
                    if self._model is not None:
                        self._child.send(self._model)
                        self._loading.append(self._model)
                case ModelLoaded():
                    self._loaded = self._loading.popleft()
                case ModelRefused():
                    # After a death the model that worked is loaded, not the one refused.
                    if self._loading.popleft() is self._model and self._loaded is not None:
                        self._model = self._loaded
                case Recognised() | RecogniseRefused():
                    self._settle(RECOGNITION)
                case Analysed() | AnalysisRefused() | AnalysisCancelled():
                    self._settle(event.topic)
            self._send_waiting()
            self._tell(event)

    def _settle(self, topic: str) -> None:
        """Note that nothing is in flight on a topic any more."""
        del self._in_flight[topic]
        self._cancelled.discard(topic)
        self._suspects.pop(topic, None)

    def _bury(self, child: Child) -> None:
        with self._lock:
            if child is not self._child:
                return
            self._child = None
            now = time.monotonic()
            often = len(self._deaths) == MAX_DEATHS - 1 and now - self._deaths[0] < DEATH_WINDOW_S
            self._deaths.append(now)
            refusals = self._drop_deadly()
            if not often:
                self._spawn()
            self._tell(EngineEnded(restarting=not often))
            for refusal in refusals:
                self._tell(refusal)

    def _drop_deadly(self) -> list[RecogniseRefused | AnalysisRefused]:
        """Forget what was in flight at two deaths; return what is to be told about it."""
        wanted = {
            t: command for t, command in self._in_flight.items() if self._newest.get(t) is command
        }
        deadly = {t: command for t, command in wanted.items() if self._suspects.get(t) is command}
        self._suspects = wanted
        for topic in deadly:
            self.forget(topic)
        return [
            AnalysisRefused(topic, command.revision, DROPPED)
            if isinstance(command, Analyse)
            else RecogniseRefused(command.revision, DROPPED)
            for topic, command in deadly.items()
        ]

    def _tell(self, event: EngineEvent) -> None:
        if self._on_event is None:
            self._untold.append(event)
        else:
            self._on_event(event)

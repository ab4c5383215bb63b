"""The window's side of the engine: newest request wins, death is survived. No Qt."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from handdigit.engine.child import GRACE_S, Child
from handdigit.engine.messages import (
    Analyse,
    Analysed,
    AnalysisRefused,
    EngineEnded,
    Fact,
    LoadModel,
    ModelLoaded,
    ModelRefused,
    Recognise,
    Recognised,
    RecogniseRefused,
    Started,
    Stop,
)
from handdigit.engine.worker import run_engine

RECOGNITION = "recognition"
"""The topic of :class:`Recognise`."""
MAX_DEATHS = 3
DEATH_WINDOW_S = 30.0
"""After this many deaths in this time the engine is not restarted by itself any more."""


class EngineClient:
    """Starts the engine, keeps it alive and asks it one thing at a time.

    While a request is being answered only the newest other one of every topic waits; those in
    between are never sent, and the drawing's recognition goes first. After a death the model and
    the newest requests are sent again.

    It can be started before there is anybody to tell: facts wait for :meth:`listen`.
    """

    def __init__(self) -> None:
        """Nothing is started yet; see :meth:`start`."""
        self._on_fact: Callable[[Fact], None] | None = None
        self._untold: list[Fact] = []
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
        """Topics whose newest request the current model has not been asked yet."""
        self._in_flight = False
        self._deaths: deque[float] = deque(maxlen=MAX_DEATHS - 1)

    @property
    def pid(self) -> int | None:
        """Process id of the engine, None while there is none."""
        with self._lock:
            return self._child.pid if self._child else None

    def start(self) -> None:
        """Start the process, or start it again after it was given up."""
        with self._lock:
            if self._child is None:
                self._deaths.clear()
                self._spawn()

    def listen(self, on_fact: Callable[[Fact], None]) -> None:
        """Call ``on_fact`` with every fact, from another thread; first with those untold."""
        with self._lock:
            self._on_fact = on_fact
            untold, self._untold = self._untold, []
            for fact in untold:
                on_fact(fact)

    def load_model(self, wish: LoadModel) -> None:
        """Answer with another model from now on; the newest drawing is asked again."""
        with self._lock:
            self._model = wish
            self._unsent = set(self._newest)
            if self._child and self._started:
                self._child.send(wish)
                self._loading.append(wish)
                self._send_next()

    def recognise(self, wish: Recognise) -> None:
        """Ask about a drawing; what was asked before and not begun is forgotten."""
        self._ask(RECOGNITION, wish)

    def analyse(self, wish: Analyse) -> None:
        """Ask for an analysis; an older one on the same topic and not begun is forgotten."""
        self._ask(wish.topic, wish)

    def forget(self, topic: str = RECOGNITION) -> None:
        """Take the newest request on a topic back: nobody wants the answer any more."""
        with self._lock:
            self._newest.pop(topic, None)
            self._unsent.discard(topic)

    def _ask(self, topic: str, wish: Recognise | Analyse) -> None:
        with self._lock:
            self._newest.pop(topic, None)  # the newest goes to the end of the queue
            self._newest[topic] = wish
            self._unsent.add(topic)
            self._send_next()

    def stop(self) -> None:
        """End the process, within about a second even if it hangs."""
        with self._lock:
            child, self._child = self._child, None
            listens = self._started
        if child is not None:
            child.stop(Stop(), grace_s=GRACE_S if listens else 0)

    def _spawn(self) -> None:
        self._started = self._in_flight = False
        self._loading.clear()
        self._unsent = set(self._newest)
        # Facts from a child that has been replaced or stopped are nobody's business.
        self._generation = generation = object()
        self._child = Child(
            run_engine,
            lambda fact: self._receive(generation, fact),
            lambda: self._bury(generation),
        )

    def _send_next(self) -> None:
        if not (self._child and self._started and self._unsent) or self._in_flight:
            return
        # What the pen is waiting for comes first, the rest in the order of asking.
        waiting = (topic for topic in self._newest if topic in self._unsent)
        topic = RECOGNITION if RECOGNITION in self._unsent else next(waiting)
        self._child.send(self._newest[topic])
        self._unsent.discard(topic)
        self._in_flight = True

    def _receive(self, generation: object, fact: Fact) -> None:
        with self._lock:
            if generation is not self._generation or self._child is None:
                return
            match fact:
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
                case Recognised() | RecogniseRefused() | Analysed() | AnalysisRefused():
                    self._in_flight = False
            self._send_next()
            self._tell(fact)

    def _bury(self, generation: object) -> None:
        with self._lock:
            if generation is not self._generation or self._child is None:
                return
            self._child = None
            now = time.monotonic()
            often = len(self._deaths) == MAX_DEATHS - 1 and now - self._deaths[0] < DEATH_WINDOW_S
            self._deaths.append(now)
            if not often:
                self._spawn()
            self._tell(EngineEnded(restarting=not often))

    def _tell(self, fact: Fact) -> None:
        if self._on_fact is None:
            self._untold.append(fact)
        else:
            self._on_fact(fact)

"""Engines that go from window to window: loading torch takes longer than most tests."""

from __future__ import annotations

import threading
from pathlib import Path

from handdigit.engine.client import RECOGNITION, EngineClient
from handdigit.engine.protocol.messages import (
    Analyse,
    EngineEnded,
    EngineEvent,
    LoadModel,
    ModelRefused,
    Recognise,
)
from tests.leftovers import kept_running

SETTLE_S = 5.0
"""An engine that computes longer than this for a window that is closed is not used again."""


class EnginePool:
    """Lends running engines; ends all of them at the end."""

    def __init__(self) -> None:
        self._idle: list[EngineClient] = []

    def lend(self) -> LentEngine:
        """Return an engine that knows nothing of the windows before."""
        while self._idle:
            engine = self._idle.pop()
            if has_settled(engine):
                return LentEngine(engine, self)
            engine.stop()
        with kept_running():
            (engine := EngineClient()).start()
        return LentEngine(engine, self)

    def take_back(self, engine: EngineClient) -> None:
        self._idle.append(engine)

    def close(self) -> None:
        while self._idle:
            self._idle.pop().stop()


def has_settled(engine: EngineClient) -> bool:
    """Wait for the answers to all that an engine was asked."""
    nowhere = Path("a model that does not exist")
    settled = threading.Event()

    def listen(event: EngineEvent) -> None:
        if isinstance(event, ModelRefused) and event.path == nowhere:
            settled.set()

    # Commands are answered in order: after this answer there is none to an older one. The model
    # stays what it was, until the next window has its own loaded.
    engine.listen(listen)
    engine.load_model(LoadModel(nowhere, "cpu"))
    return settled.wait(SETTLE_S)


class LentEngine(EngineClient):
    """To its window an engine of its own; one that did not die is given back, not stopped."""

    def __init__(self, engine: EngineClient, pool: EnginePool) -> None:
        super().__init__()
        self._lent: EngineClient | None = engine
        self._pool = pool
        self._topics: set[str] = set()
        self._died = False
        engine.listen(self._pass_on)

    @property
    def pid(self) -> int | None:
        return self._lent.pid if self._lent else None

    def start(self) -> None:
        if self._lent:
            self._lent.start()

    def restart(self) -> None:
        if self._lent:
            self._lent.restart()

    def load_model(self, command: LoadModel) -> None:
        if self._lent:
            self._lent.load_model(command)

    def recognise(self, command: Recognise) -> None:
        if self._lent:
            self._topics.add(RECOGNITION)
            self._lent.recognise(command)

    def analyse(self, command: Analyse) -> None:
        if self._lent:
            self._topics.add(command.topic)
            self._lent.analyse(command)

    def forget(self, topic: str = RECOGNITION) -> None:
        if self._lent:
            self._lent.forget(topic)

    def stop(self) -> None:
        engine, self._lent = self._lent, None
        if engine is None:
            return
        for topic in self._topics:
            engine.forget(topic)
        if self._died or engine.pid is None:
            engine.stop()
        else:
            self._pool.take_back(engine)

    def _pass_on(self, event: EngineEvent) -> None:
        self._died |= isinstance(event, EngineEnded)
        if self._lent:
            with self._lock:
                self._tell(event)

"""The requests for analyses that the engine works on: of each topic the newest is answered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import (
    Analyse,
    Analysed,
    AnalysisProgress,
    AnalysisRefused,
    AnalysisRequest,
)
from handdigit.gui.translation import translated


class Analyses(QObject):
    """Numbers the requests, and drops the answers to all but the newest on a topic.

    Signals:
        progressed(str, object): so far has the newest analysis on a topic got.
        arrived(str, object): the answer to the newest analysis on a topic.
        refused(str, str): there is no answer on a topic, and why.
    """

    progressed = Signal(str, object)
    arrived = Signal(str, object)
    refused = Signal(str, str)

    def __init__(self, engine: EngineClient, parent: QObject | None = None) -> None:
        """Ask ``engine``; :meth:`take` is to be given what it tells."""
        super().__init__(parent)
        self._engine = engine
        self._count = 0
        self._newest: dict[str, int] = {}

    def ask(self, topic: str, request: AnalysisRequest) -> None:
        """Ask the engine for an analysis; of several on one topic the newest is answered."""
        self._count += 1
        self._newest[topic] = self._count
        self._engine.analyse(Analyse(topic, self._count, request))

    def drop(self, topic: str) -> None:
        """Want no answer on a topic any more."""
        self._newest.pop(topic, None)
        self._engine.forget(topic)

    def take(self, event: AnalysisProgress | Analysed | AnalysisRefused) -> None:
        """Tell what the engine tells of an analysis, if it is of the newest on its topic."""
        if self._newest.get(event.topic) != event.revision:
            return
        match event:
            case AnalysisProgress():
                self.progressed.emit(event.topic, event.value)
            case Analysed():
                self.arrived.emit(event.topic, event.answer)
            case AnalysisRefused():
                self.refused.emit(event.topic, translated(event.reason))

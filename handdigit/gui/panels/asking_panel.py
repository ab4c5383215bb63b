"""What the panels share that ask the engine: they do so only while they can be seen."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from handdigit.engine.requests import AnalysisRequest
from handdigit.gui.session import Session
from handdigit.gui.widgets.card import Card


class AskingPanel(Card):
    """Asks on topics of its own, takes their answers, and drops them when it is hidden."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Ask through ``session``."""
        super().__init__(parent)
        self._session = session
        self._topics: set[str] = set()
        """What it has asked about."""
        session.analysis_progressed.connect(self._receive_progress)
        session.analysis_arrived.connect(self._receive)
        session.analysis_refused.connect(self._receive_refusal)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what there is to ask: the drawing may be another one."""
        super().showEvent(event)
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Spare the engine what nobody sees."""
        super().hideEvent(event)
        self._drop_all()
        self._rest()

    # --- for a panel to define -----------------------------------------------------------

    def _wake(self) -> None:
        """It can be seen from now on."""

    def _rest(self) -> None:
        """It can be seen no longer, and awaits no answer."""

    def _take_progress(self, topic: str, value: object) -> None:
        """So far has the newest question on one of its topics got."""

    def _take(self, topic: str, answer: object) -> None:
        """The answer to the newest question on one of its topics is here."""

    def _take_refusal(self, topic: str, reason: str) -> None:
        """There is no answer to it, and why."""

    # --- for a panel to use --------------------------------------------------------------

    def _analyse(self, topic: str, request: AnalysisRequest) -> None:
        """Ask, if it can be seen; of several on one topic the newest is answered."""
        if self.isVisible():
            self._topics.add(topic)
            self._session.analyse(topic, request)

    def _drop(self, topic: str) -> None:
        """Want no answer on a topic any more."""
        self._topics.discard(topic)
        self._session.drop_analysis(topic)

    def _drop_all(self) -> None:
        """Want no answer any more."""
        for topic in tuple(self._topics):
            self._drop(topic)

    # --- inside --------------------------------------------------------------------------

    @Slot(str, object)
    def _receive_progress(self, topic: str, value: object) -> None:
        if topic in self._topics:
            self._take_progress(topic, value)

    @Slot(str, object)
    def _receive(self, topic: str, answer: object) -> None:
        if topic in self._topics:
            self._take(topic, answer)

    @Slot(str, str)
    def _receive_refusal(self, topic: str, reason: str) -> None:
        if topic in self._topics:
            self._take_refusal(topic, reason)

"""What would change its mind: the search for erasures that flip the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.core.ink import Ink
from handdigit.core.normalise import Preprocessing
from handdigit.engine.requests import Findings, SearchErasures
from handdigit.gui.session import Session

TOPIC = "erasures"


class ErasureSearch(QObject):
    """Lets the engine try one drawing's erasures.

    Signals:
        found(Findings): more is known.
        failed(str): the engine refuses, and why.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Ask through ``session``."""
        super().__init__(parent)
        self._session = session
        session.analysis_progressed.connect(self._take)
        session.analysis_arrived.connect(self._take)
        session.analysis_refused.connect(self._refuse)

    def start(self, ink: Ink, preprocessing: Preprocessing) -> None:
        """Search anew, in another drawing."""
        self._session.analyse(TOPIC, SearchErasures(ink, preprocessing))

    def stop(self) -> None:
        """Search no more."""
        self._session.drop_analysis(TOPIC)

    @Slot(str, object)
    def _take(self, topic: str, findings: object) -> None:
        if topic == TOPIC and isinstance(findings, Findings):
            if findings.is_over:
                self.stop()
            self.found.emit(findings)

    @Slot(str, str)
    def _refuse(self, topic: str, reason: str) -> None:
        if topic == TOPIC:
            self.stop()
            self.failed.emit(reason)

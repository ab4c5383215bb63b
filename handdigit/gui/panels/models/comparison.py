"""Several models on the drawing on the canvas, live."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Classified, Read
from handdigit.gui.panels.models.charts import CROWD, ComparisonChart, Reading, spread
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.state.topic import TopicGroup
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import SPRING, scroll_area, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.storage.models.stored_model import StoredModel


class Comparison(QWidget):
    """Lets every model read what the one that answers was given; each is a request of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session`` while it can be seen."""
        super().__init__(parent)
        self.setObjectName("comparison")
        self._session = session
        self._models: tuple[StoredModel, ...] = ()
        self._answers: dict[Path, Classified] = {}
        self._reasons: dict[Path, str] = {}
        self._summary = Label(size=1.1, name="comparisonSummary", wraps=True)
        self._chart = ComparisonChart()
        body = QWidget()
        vbox((self._chart, 100), SPRING, on=body)
        scroll = scroll_area(body, "comparisonScroll", self.tr("Answers"))
        vbox(self._summary, (scroll, 1), on=self)
        session.recognition_changed.connect(self._ask)
        session.recognition_refused.connect(self._forget)
        session.model_changed.connect(self._ask)
        self._readings = TopicGroup(session.analyses, "models", self)
        self._readings.answered.connect(self._take)
        self._readings.refused.connect(self._refuse)
        session.engine_state_changed.connect(self._show)

    def set_models(self, models: Sequence[StoredModel]) -> None:
        """Compare these."""
        self._models = tuple(models)
        for path in set(self._answers) - {model.path for model in models}:
            del self._answers[path]
            self._readings.drop(path)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came meanwhile."""
        super().showEvent(event)
        self._show()

    @Slot()
    def _ask(self) -> None:
        """Ask the models; what is on show stays until the new answers are here."""
        normalised = self._session.recognition.normalised
        if normalised is None:
            self._forget()
            return
        for model in self._models:
            if model.info.alphabet != self._session.alphabet:
                self._readings.drop(model.path)
                self._answers.pop(model.path, None)
                self._reasons[model.path] = self.tr("knows {0}").format(
                    translated(model.info.alphabet.listed())
                )
            elif model.path != self._session.model.path:
                self._readings.ask(model.path, Read(model.path, normalised.picture[None]))
        self._show()

    @Slot()
    def _forget(self) -> None:
        self._readings.drop_all()
        self._answers.clear()
        self._reasons.clear()
        self._show()

    @Slot(object, object)
    def _take(self, path: Path, answer: Classified) -> None:
        self._answers[path] = answer
        self._reasons.pop(path, None)
        self._show()

    @Slot(object, str)
    def _refuse(self, path: Path, reason: str) -> None:
        self._answers.pop(path, None)
        self._reasons[path] = reason
        self._show()

    # --- on show -------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        if not self.isVisible():
            return
        readings: list[Reading] = []
        for model in self._models:
            readings += self._lines(model)
        if len(self._models) >= CROWD:  # there is no room for single votes
            readings = [reading for reading in readings if not reading.is_member]
        self._chart.show_readings(readings, self._session.alphabet)
        whole = [reading for reading in readings if not reading.is_member]
        self._summary.setText(self._note() or f"{self._verdict()}{self._sentence(whole)}")

    def _lines(self, model: StoredModel) -> list[Reading]:
        """Return a model's line, and one for every vote in it."""
        votes: NDArray[np.float64] | None = None
        probabilities: tuple[float, ...] = ()
        is_active = model.path == self._session.model.path
        if is_active:
            recognition = self._session.recognition
            probabilities = recognition.probabilities
            votes = recognition.votes.probabilities if recognition.votes else None
        elif model.path in self._answers:
            answer = self._answers[model.path]
            probabilities = tuple(map(float, answer.probabilities[0]))
            votes = answer.votes[:, 0] if answer.votes is not None else None
        reason = self._reasons.get(model.path, "")
        lines = [Reading(model.name, probabilities, reason, is_active=is_active)]
        if votes is not None:
            lines += [
                Reading(member.name, tuple(map(float, vote)), is_member=True)
                for member, vote in zip(model.info.members, votes, strict=False)
            ]
        return lines

    def _sentence(self, readings: list[Reading]) -> str:
        """Say whether the models agree, and where they are furthest apart."""
        read = Counter(reading.digit for reading in readings if reading.digit is not None)
        if len(readings) < 2:
            return self.tr("Tick another version to compare it.")
        if any(reading.digit is None and not reading.reason for reading in readings):
            return self.tr("Asking the versions…")
        names = self._session.alphabet.names
        if len(read) == 1:
            (digit,) = read
            apart = spread(readings)
            agreed = self.tr("All read {0}.").format(names[digit])
            if max(apart, default=0.0) < 0.01:
                return agreed
            widest = max(range(len(apart)), key=apart.__getitem__)
            points = round(apart[widest] * 100)
            most = self.tr("Up to %Ln points apart at {0}.", "", points).format(names[widest])
            return f"{agreed} {most}"
        parts = [
            self.tr("%Ln versions read {0}", "", count).format(names[digit])
            if count > 1
            else self.tr("{0} reads {1}").format(
                next(r.name for r in readings if r.digit == digit), names[digit]
            )
            for digit, count in read.most_common()
        ]
        return self.tr("They differ: {0}.").format(", ".join(parts)) if parts else ""

    def _verdict(self) -> str:
        refused = self._session.recognition.is_refused
        return self.tr("Refused as no digit.") + " " if refused else ""

    def _note(self) -> str:
        if self._session.engine_state is EngineState.STARTING:
            return self.tr("Warming up. The answers appear by themselves.")
        if self._session.engine_state is EngineState.FAILED:
            return self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine.")
        if not self._models:
            return self.tr("Tick the versions to compare.")
        if self._session.recognition.normalised is None:
            invitation = self.tr("Draw a digit: here you see what each ticked version makes of it.")
            return nothing_read(self._session, invitation)
        return ""

"""What the checkpoints of a run make of the drawing and of a fixed set, asked for once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Revisit, Revisited
from handdigit.experiment.evaluation import Evaluation
from handdigit.gui.state.measurement import Measurement, Readings
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.storage.datasets.sources import DataKind, DataSource

FIXED_SET = DataSource(DataKind.GENERATED, count=300)
MOST_KEPT = 64
"""Answers to the drawing that are kept: kernels and maps take room."""


class CheckpointResults(QObject):
    """Asks about the checkpoint in view first, then about those that nobody has seen yet.

    Signals:
        revisited(Revisited): the answer of the checkpoint in view to the drawing.
        measured(): another checkpoint has read the whole fixed set.
        refused(str): the checkpoint in view cannot be used, a sentence why.
    """

    revisited = Signal(object)
    measured = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, owner: QWidget) -> None:
        """Ask nothing yet: first somebody has to look; what is asked waits while nobody does."""
        super().__init__(owner)
        self._session = session
        self._paths: tuple[Path, ...] = ()
        self._in_view: Path | None = None
        self._answers: dict[Path, Revisited] = {}
        """Of the present drawing."""
        self._evaluations: dict[Path, Evaluation] = {}
        self._refused: set[Path] = set()
        self._measuring: Path | None = None
        self._measurement = Measurement(session, "time:matrix", owner)
        self._measurement.finished.connect(self._take_readings)
        self._measurement.failed.connect(self._give_up)
        self._revisit = Topic(session.analyses, "time:drawing", owner)
        self._revisit.answered.connect(self._take)
        self._revisit.refused.connect(self.refused)
        session.recognition_changed.connect(self._follow_drawing)
        session.recognition_refused.connect(self._follow_drawing)

    def evaluation(self, path: Path) -> Evaluation | None:
        """Return how a checkpoint read the fixed set; None if that is not known yet."""
        return self._evaluations.get(path)

    def follow(self, paths: tuple[Path, ...]) -> None:
        """Let these be the run's checkpoints; what is known about them stays known."""
        self._paths = paths
        self._evaluations = {p: e for p, e in self._evaluations.items() if p in paths}
        self._answers = {p: a for p, a in self._answers.items() if p in paths}
        self._refused &= set(paths)
        if self._in_view not in paths:
            self._in_view = None
            self._revisit.drop()
        self._measure_next()

    def look_at(self, path: Path) -> None:
        """Show what this checkpoint makes of the drawing; the newest one asked for wins."""
        self._in_view = path
        self._ask()
        if self._measuring != path and path not in self._evaluations:
            self._measurement.cancel()
            self._measuring = None
        self._measure_next()

    # --- the drawing ---------------------------------------------------------------------

    @Slot()
    def _follow_drawing(self) -> None:
        self._answers.clear()
        self._ask()

    def _ask(self) -> None:
        if self._in_view is None:
            return
        known = self._answers.get(self._in_view)
        if known is not None:
            self._revisit.drop()
            self.revisited.emit(known)
            return
        session = self._session
        self._revisit.ask(Revisit(self._in_view, session.source, session.preprocessing))

    @Slot(object)
    def _take(self, answer: Revisited) -> None:
        while len(self._answers) >= MOST_KEPT:
            del self._answers[next(iter(self._answers))]
        self._answers[answer.model] = answer
        self.revisited.emit(answer)

    # --- the fixed set -------------------------------------------------------------------

    def _measure_next(self) -> None:
        """Measure the checkpoint in view, or the nearest one that was not measured."""
        if self._measuring is not None or self._in_view is None:
            return
        here = self._paths.index(self._in_view)
        known = self._evaluations.keys() | self._refused
        left = [place for place, path in enumerate(self._paths) if path not in known]
        if left:
            self._measuring = self._paths[min(left, key=lambda place: abs(place - here))]
            self._measurement.start(FIXED_SET, self._measuring)

    @Slot(object)
    def _take_readings(self, readings: Readings) -> None:
        assert self._measuring is not None  # it has just been measured
        path, self._measuring = self._measuring, None
        if path in self._paths:
            self._evaluations[path] = readings.evaluation
            self.measured.emit()
        self._measure_next()

    @Slot(str)
    def _give_up(self) -> None:
        if self._measuring is not None:
            self._refused.add(self._measuring)
            self._measuring = None
        self._measure_next()

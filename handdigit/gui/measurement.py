"""A model read on a labelled set by the engine, slice by slice, while the pen stays live."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.core.normalise import SIDE
from handdigit.engine.requests_evaluate import DataSet, Evaluate, Evaluated
from handdigit.gui.session import Session
from handdigit.training.evaluation import Evaluation


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """How a model read the drawings of a set, as far as it got."""

    data_set: DataSet
    total: int
    """Drawings in the whole set."""
    keys: NDArray[np.int64]
    """(N,) numbers of samples, else places in the set."""
    pictures: NDArray[np.uint8]
    """(N, 28, 28)."""
    evaluation: Evaluation

    @property
    def names(self) -> tuple[str, ...]:
        """What the classes are called."""
        return self.data_set.alphabet.names

    @property
    def is_complete(self) -> bool:
        """Whether all drawings were read."""
        return self.evaluation.n == self.total

    def relabelled(self, index: int, label: int) -> Readings:
        """Return the same with another true class for one drawing."""
        labels = self.evaluation.labels.copy()
        labels[index] = label
        return replace(self, evaluation=replace(self.evaluation, labels=labels))


class Measurement(QObject):
    """Asks for slice after slice on a topic of its own.

    Signals:
        progressed(Readings): more drawings were read.
        finished(Readings): all were.
        failed(str): it stopped, a sentence why.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, topic: str, parent: QObject | None = None) -> None:
        """Measure nothing yet; ``topic`` belongs to this object alone."""
        super().__init__(parent)
        self._session = session
        self._topic = topic
        self._wish: Evaluate | None = None
        self._is_held = False
        self._forget_results()
        session.analysis_arrived.connect(self._take)
        session.analysis_refused.connect(self._take_refusal)

    @property
    def is_running(self) -> bool:
        """Whether there are drawings left to read."""
        return self._wish is not None

    @property
    def share(self) -> float:
        """How much is done, 0..1."""
        return self._done / self._total if self._total else 0.0

    def start(self, data_set: DataSet, model: Path | None = None) -> None:
        """Read a set from its beginning with a model file, or with the one that answers."""
        self._wish = Evaluate(data_set, 0, model)
        self._forget_results()
        self._ask()

    def cancel(self) -> None:
        """Stop; what was told so far stays true."""
        self._wish = None
        self._session.drop_analysis(self._topic)

    def hold(self, held: bool) -> None:
        """Rest, or go on: nobody looks, or somebody does again."""
        self._is_held = held
        if held:
            self._session.drop_analysis(self._topic)
        else:
            self._ask()

    def _ask(self) -> None:
        if self._wish is not None and not self._is_held:
            self._session.analyse(self._topic, replace(self._wish, first=self._done))

    def _forget_results(self) -> None:
        self._total = self._done = 0
        self._keys = np.zeros(0, np.int64)
        self._labels = np.zeros(0, np.int64)
        self._pictures = np.zeros((0, SIDE, SIDE), np.uint8)
        self._probabilities = np.zeros((0, 0))

    @Slot(str, object)
    def _take(self, topic: str, answer: object) -> None:
        if topic != self._topic or not isinstance(answer, Evaluated) or self._wish is None:
            return
        if answer.first != self._done:
            return  # of a reading before this one
        if answer.total != self._total:
            self._make_room(answer.total, answer.probabilities.shape[1])
        here = slice(self._done, self._done + len(answer.labels))
        self._keys[here] = answer.keys
        self._labels[here] = answer.labels
        self._pictures[here] = answer.pictures
        self._probabilities[here] = answer.probabilities
        self._done = here.stop
        readings = self._readings()
        if self._done < self._total:
            self._ask()
            self.progressed.emit(readings)
        else:
            self.cancel()
            self.finished.emit(readings)

    def _make_room(self, total: int, classes: int) -> None:
        self._total = total
        self._keys = np.zeros(total, np.int64)
        self._labels = np.zeros(total, np.int64)
        self._pictures = np.zeros((total, SIDE, SIDE), np.uint8)
        self._probabilities = np.zeros((total, classes))

    def _readings(self) -> Readings:
        assert self._wish is not None  # it is being answered
        done = slice(0, self._done)
        return Readings(
            self._wish.data_set,
            self._total,
            self._keys[done],
            self._pictures[done],
            Evaluation(self._labels[done], self._probabilities[done]),
        )

    @Slot(str, str)
    def _take_refusal(self, topic: str, reason: str) -> None:
        if topic == self._topic and self._wish is not None:
            self.cancel()
            self.failed.emit(reason)

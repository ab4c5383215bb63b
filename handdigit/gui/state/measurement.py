"""A model read on a labelled set by the engine, told slice by slice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.evaluate import Evaluate, Evaluated
from handdigit.experiment.evaluation import Evaluation
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.ink.normalise import SIDE
from handdigit.storage.datasets.sources import DataSource


@dataclass(frozen=True, slots=True, eq=False)
class Readings:
    """How a model read the drawings of a set, as far as it got."""

    data_set: DataSource
    total: int
    """Drawings in the whole set."""
    keys: NDArray[np.int64]
    """(N,) numbers of samples, else places in the set."""
    pictures: NDArray[np.uint8]
    """(N, 28, 28)."""
    evaluation: Evaluation
    notes: tuple[str, ...] = ()
    """How the set was read, and what was left out."""

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
    """Reads a set while its owner can be seen, and joins the slices that are told.

    Signals:
        progressed(Readings): more drawings were read.
        finished(Readings): all were.
        failed(str): it stopped, a sentence why.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, name: str, owner: QWidget) -> None:
        """Measure nothing yet; the topic's ``name`` belongs to this object alone."""
        super().__init__(owner)
        self._topic = Topic(session.analyses, name, owner)
        self._topic.progressed.connect(self._go_on)
        self._topic.answered.connect(self._finish)
        self._topic.refused.connect(self.failed)
        self._make_room(0, 0)

    @property
    def is_running(self) -> bool:
        """Whether there are drawings left to read."""
        return self._topic.is_waiting

    @property
    def share(self) -> float:
        """How much is done, 0..1."""
        return self._done / self._total if self._total else 0.0

    def start(self, data_set: DataSource, model: Path | None = None) -> None:
        """Read a set from its beginning with a model file, or with the one that answers."""
        self._make_room(0, 0)
        self._topic.ask(Evaluate(data_set, 0, model))

    def cancel(self) -> None:
        """Stop; what was told so far stays true."""
        self._topic.drop()

    def _make_room(self, total: int, classes: int) -> None:
        self._total, self._done = total, 0
        self._keys = np.zeros(total, np.int64)
        self._labels = np.zeros(total, np.int64)
        self._pictures = np.zeros((total, SIDE, SIDE), np.uint8)
        self._probabilities = np.zeros((total, classes))

    @Slot(object)
    def _go_on(self, part: Evaluated) -> None:
        readings = self._joined(part)
        self._topic.keep_rest(replace(self._request, first=self._done))
        self.progressed.emit(readings)

    @Slot(object)
    def _finish(self, part: Evaluated) -> None:
        self.finished.emit(self._joined(part))

    @property
    def _request(self) -> Evaluate:
        request = self._topic.request
        assert isinstance(request, Evaluate)
        return request

    def _joined(self, part: Evaluated) -> Readings:
        """Take in another slice; return all there are."""
        if part.total != self._total:
            self._make_room(part.total, part.probabilities.shape[1])
        here = slice(part.first, part.first + len(part.labels))
        self._keys[here] = part.keys
        self._labels[here] = part.labels
        self._pictures[here] = part.pictures
        self._probabilities[here] = part.probabilities
        # After the engine's death, or with another device, it is read from the beginning again.
        self._done = max(self._done, here.stop)
        done = slice(0, self._done)
        return Readings(
            self._request.data_set,
            self._total,
            self._keys[done],
            self._pictures[done],
            Evaluation(self._labels[done], self._probabilities[done]),
            part.notes,
        )

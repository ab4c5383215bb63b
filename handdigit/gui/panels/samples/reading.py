"""What the current model reads in the samples: asked in batches, and only while it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.engine.protocol.requests import Classified, Read
from handdigit.gui.panels.samples.grid import Answer, Tile, tiles_of
from handdigit.gui.state.samples.threaded_store import NewestQuestion, ThreadedStore
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic

BATCH = 64
"""So many samples are read at once."""
NONE_WANTED = np.zeros(0, np.int64)


class SampleReading(QObject):
    """Lets the engine read samples one batch after the other; answers are kept.

    Signals:
        answers_changed(list): samples with these ids have been read; none: all answers are void.
        failed(str): they cannot be read, and why.
    """

    answers_changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self, session: Session, store: ThreadedStore, parent: QObject | None = None
    ) -> None:
        """Read what is in ``store`` with the session's model."""
        super().__init__(parent)
        self._session = session
        self._pictures = NewestQuestion(store)
        self._answers: dict[int, Answer] = {}
        self._model: Path | None = None
        self._wanted = NONE_WANTED
        self._asked: list[int] = []
        self._topic = Topic(session.analyses, "samples", self)
        self._topic.answered.connect(self._take)
        self._topic.refused.connect(self._fail)
        session.model_changed.connect(self._start_over)

    @property
    def answers(self) -> Mapping[int, Answer]:
        """What is known, by sample."""
        return self._answers

    @property
    def left(self) -> int:
        """How many samples are still to be read."""
        return len(self._wanted) + len(self._asked)

    def want(self, ids: NDArray[np.int64]) -> None:
        """Read these as far as they have not been read; nothing else is wanted any more."""
        self._forget_other_model()
        known = np.array([*self._answers, *self._asked], np.int64)
        self._wanted = ids[np.isin(ids, known, invert=True)]
        if not self._asked:
            self._ask()

    def stop(self) -> None:
        """Want nothing any more; what is known is kept."""
        self._wanted, self._asked = NONE_WANTED, []
        self._pictures.drop()
        self._topic.drop()

    def _forget_other_model(self) -> None:
        if self._session.model.path != self._model:
            self._model = self._session.model.path
            self._answers = {}

    def _ask(self) -> None:
        self._asked, self._wanted = self._wanted[:BATCH].tolist(), self._wanted[BATCH:]
        if self._asked:
            asked = self._asked
            self._pictures.ask(lambda store: tiles_of(store, asked), self._read, self._fail)

    def _read(self, tiles: Mapping[int, Tile]) -> None:
        self._asked = list(tiles)
        if tiles:
            stack = np.stack([tile.picture for tile in tiles.values()])
            self._topic.ask(Read(self._session.model.path, stack))
        else:  # they have gone meanwhile
            self._ask()

    @Slot(object)
    def _take(self, answer: Classified) -> None:
        read = self._asked
        for identity, probabilities in zip(read, answer.probabilities, strict=True):
            label = self._session.alphabet.names[int(probabilities.argmax())]
            self._answers[identity] = Answer(label, float(probabilities.max()))
        self._ask()
        self.answers_changed.emit(read)

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self.stop()
        self.failed.emit(reason)

    @Slot()
    def _start_over(self) -> None:
        """Forget what another model answered."""
        if self._session.model.path == self._model:
            return
        self.stop()
        self._forget_other_model()
        self.answers_changed.emit([])

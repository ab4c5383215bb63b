"""What the current model reads in the samples: asked in batches, and only while it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.engine.protocol.requests import Classified, Read
from handdigit.gui.panels.samples.grid import Answer, pictures_of
from handdigit.gui.state.session import Session
from handdigit.gui.state.threaded_store import NewestQuestion, ThreadedStore
from handdigit.gui.state.topic import Topic

BATCH = 64
"""So many samples are read at once."""


class SampleReading(QObject):
    """Lets the engine read samples one batch after the other; answers are kept.

    Signals:
        answers_changed(): more samples have been read, or all answers are void.
        failed(str): they cannot be read, and why.
    """

    answers_changed = Signal()
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
        self._wanted: list[int] = []
        self._asked: list[int] = []
        self._topic = Topic(session, "samples", self)
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

    def want(self, ids: Iterable[int]) -> None:
        """Read these as far as they have not been read; nothing else is wanted any more."""
        self._forget_other_model()
        asked = set(self._asked)
        self._wanted = [i for i in ids if i not in self._answers and i not in asked]
        if not self._asked:
            self._ask()

    def stop(self) -> None:
        """Want nothing any more; what is known is kept."""
        self._wanted, self._asked = [], []
        self._pictures.drop()
        self._topic.drop()

    def _forget_other_model(self) -> None:
        if self._session.model.path != self._model:
            self._model = self._session.model.path
            self._answers = {}

    def _ask(self) -> None:
        self._asked, self._wanted = self._wanted[:BATCH], self._wanted[BATCH:]
        if self._asked:
            asked = self._asked
            self._pictures.ask(lambda store: pictures_of(store, asked), self._read, self._fail)

    def _read(self, pictures: Mapping[int, NDArray[np.uint8]]) -> None:
        self._asked = list(pictures)
        if pictures:
            stack = np.stack([*pictures.values()])
            self._topic.ask(Read(self._session.model.path, stack))
        else:  # they have gone meanwhile
            self._ask()

    @Slot(object)
    def _take(self, answer: Classified) -> None:
        for identity, probabilities in zip(self._asked, answer.probabilities, strict=True):
            label = self._session.alphabet.names[int(probabilities.argmax())]
            self._answers[identity] = Answer(label, float(probabilities.max()))
        self._ask()
        self.answers_changed.emit()

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
        self.answers_changed.emit()

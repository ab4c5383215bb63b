"""The thread that the database of samples belongs to; the window's thread never waits for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from handdigit.errors import HanddigitError
from handdigit.gui.state.background import SLOW_MS, ignore, told_as_bug, told_to_those_left
from handdigit.gui.state.window_thread import in_window
from handdigit.gui.translation import explained, translated

if TYPE_CHECKING:
    # At run time the thread imports it, once it is needed.
    from handdigit.storage.samples.sample_store import SampleStore

T = TypeVar("T")
Outcome = Callable[[], object]
"""What is called in the window's thread when a job has been done, or could not be."""
LONGEST_ANSWER_S = 2.0
"""How long a window that closes waits for an answer that nobody needs any more."""
_log = logging.getLogger(__name__)


class ThreadedStore(QObject):
    """Does jobs with the samples in their order; what came of each is told in the window's thread.

    Signals:
        slowness_changed(bool): changes take long to be on the disk; or no longer.
        told(str): the file was put right; a sentence about it.
        settled(bool): no change waits any more; whether all of them are on the disk.
    """

    slowness_changed = Signal(bool)
    told = Signal(str)
    settled = Signal(bool)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Use the database at ``path`` from the first job on."""
        super().__init__(parent)
        self._path = path
        self._jobs: SimpleQueue[Callable[[SampleStore], Outcome] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._unsaved = 0
        """Changes that are not on the disk, and of whose refusal nobody knows yet."""
        self._saved = threading.Condition()
        self._was_refused = False
        """Whether one was since the last time that none waited."""
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._patience.timeout.connect(lambda: self.slowness_changed.emit(True))
        self._pass_on = in_window(self._tell)

    @property
    def unsaved(self) -> int:
        """How many changes are not on the disk yet."""
        return self._unsaved

    @property
    def is_slow(self) -> bool:
        """Whether changes wait longer than anybody should without being told."""
        return self._unsaved > 0 and not self._patience.isActive()

    def ask(
        self,
        question: Callable[[SampleStore], T],
        then: Callable[[T], object],
        refused: Callable[[str], object] = ignore,
    ) -> None:
        """Ask the samples something; then comes the answer, or a sentence why there is none."""
        self._post(question, then, refused)

    def change(
        self,
        change: Callable[[SampleStore], T],
        then: Callable[[T], object],
        refused: Callable[[str], object],
    ) -> None:
        """Change the samples; it is on the disk when ``then`` is called with what came of it."""
        if not self._unsaved:
            self._was_refused = False
            self._patience.start()
        self._count(1)

        def save(store: SampleStore) -> T:
            result = change(store)
            self._count(-1)
            return result

        def settle(result: T) -> None:
            with told_to_those_left():
                then(result)
            self._settle()

        def refuse(sentence: str) -> None:
            self._was_refused = True
            self._count(-1)
            with told_to_those_left():
                refused(sentence)
            self._settle()

        self._post(save, settle, refuse)

    def wait_until_saved(self, seconds: float) -> bool:
        """Wait at most so long; return whether every change is on the disk."""
        with self._saved:
            return self._saved.wait_for(lambda: self._unsaved == 0, seconds)

    def close(self) -> None:
        """End the thread after the changes that wait; nothing is told any more."""
        self._is_closed = True
        self._patience.stop()
        if self._thread is not None:
            self._jobs.put(None)
            if not self._unsaved:  # else the user does not want to wait for it
                self._thread.join(LONGEST_ANSWER_S)

    # --- inside --------------------------------------------------------------------------

    def _post(
        self,
        work: Callable[[SampleStore], T],
        then: Callable[[T], object],
        refused: Callable[[str], object],
    ) -> None:
        def job(store: SampleStore) -> Outcome:
            try:
                return partial(then, work(store))
            except HanddigitError as error:
                return partial(refused, explained(error))
            except Exception as error:  # a bug: the samples must stay within reach
                _log.exception("a job with the samples failed")
                return partial(refused, told_as_bug(error))

        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="sample store", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        from handdigit.storage.samples.sample_store import SampleStore

        with SampleStore(
            self._path, lambda news: self._pass_on(partial(self.told.emit, translated(news)))
        ) as store:
            while (job := self._jobs.get()) is not None:
                self._pass_on(job(store))

    def _count(self, more: int) -> None:
        with self._saved:
            self._unsaved += more
            self._saved.notify_all()

    def _tell(self, outcome: Outcome) -> None:
        if not self._is_closed:
            with told_to_those_left():
                outcome()

    def _settle(self) -> None:
        if not self._unsaved:
            if not self._patience.isActive():
                self.slowness_changed.emit(False)
            self._patience.stop()
            self.settled.emit(not self._was_refused)


class NewestQuestion:
    """Of several questions about one thing the newest is answered; older ones are dropped."""

    def __init__(self, store: ThreadedStore) -> None:
        """Ask ``store``."""
        self._store = store
        self._number = 0

    def ask(
        self,
        question: Callable[[SampleStore], T],
        then: Callable[[T], object],
        refused: Callable[[str], object] = ignore,
    ) -> None:
        """Ask this, and nothing before it."""
        self._number += 1
        number = self._number

        def question_if_newest(store: SampleStore) -> T | None:
            return question(store) if number == self._number else None

        def tell_if_newest(answer: T | None) -> None:
            if number == self._number:
                then(cast("T", answer))

        def refuse_if_newest(sentence: str) -> None:
            if number == self._number:
                refused(sentence)

        self._store.ask(question_if_newest, tell_if_newest, refuse_if_newest)

    def drop(self) -> None:
        """Want no answer any more."""
        self._number += 1

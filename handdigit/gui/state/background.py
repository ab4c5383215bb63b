"""Work in a thread: the window stays fluid however slow a disk is."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from handdigit.errors import HanddigitError
from handdigit.gui.state.window_thread import in_window
from handdigit.gui.translation import explained, translated
from handdigit.sentences import sentence

Result = TypeVar("Result")
SLOW_MS = 200
"""What takes longer is said to be on its way."""
LAST_WORDS_S = 10.0
"""What was begun may take so long while the window closes."""


def ignore(_told: object) -> None:
    """Do nothing: what matters is told elsewhere, by a signal or to whoever asks."""


@contextlib.contextmanager
def told_to_those_left() -> Iterator[None]:
    """Let an outcome come to nothing where who waited for it went with a window meanwhile.

    What is told outlives windows: another language makes another window.
    """
    try:
        yield
    except RuntimeError as error:
        if "already deleted" not in str(error):  # as shiboken says it
            raise


def told_as_bug(error: BaseException) -> str:
    """Return what is said, in the window's language, of an error that nobody foresaw."""
    return translated(sentence("This did not work: {0}.", repr(error)))


class Job:
    """One piece of work, for whoever ordered it and for the work itself."""

    def __init__(self, tell: Callable[[Job, Callable[[], object]], None]) -> None:
        """Give ``tell`` what is to be done on the window's thread."""
        self.cancelled = threading.Event()
        self._tell = tell

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it any more; long work asks now and then."""
        return self.cancelled.is_set()

    def tell(self, news: Callable[[], object]) -> None:
        """Do something on the window's thread, unless the job is cancelled by then."""
        self._tell(self, news)


class Background(QObject):
    """Does one piece of work after another in a thread; the outcome is told on the window's.

    Signals:
        busy_changed(bool): whether anybody waits for something.
        slowness_changed(bool): somebody waits longer than one should without being told; or no
            longer.
    """

    busy_changed = Signal(bool)
    slowness_changed = Signal(bool)

    def __init__(self, name: str, parent: QObject | None = None, *, writes: bool = False) -> None:
        """Start nothing yet; ``name`` is that of the threads.

        What ``writes`` is waited for when the window closes: see :func:`finish_writing`.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.writes = writes
        self._awaited: list[Job] = []
        self._newest: threading.Thread | None = None
        self._patience = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._is_told_slow = False
        self._patience.timeout.connect(self._tell_slow)
        self._tell = in_window(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether anybody waits for something."""
        return bool(self._awaited)

    @property
    def is_slow(self) -> bool:
        """Whether somebody waits longer than one should without being told."""
        return self._is_told_slow

    def start(
        self,
        work: Callable[[Job], Result],
        done: Callable[[Result], object],
        failed: Callable[[str], object],
    ) -> Job:
        """Do ``work`` once what was started before has ended.

        Either ``done`` with its result or ``failed`` with a sentence is called, on the window's
        thread; neither where the job was cancelled.
        """
        job, before = Job(self._tell), self._newest

        def body() -> None:
            if before is not None:
                before.join()
            if job.is_cancelled:
                return
            try:
                result = work(job)
            except HanddigitError as error:
                self._end(job, failed, explained(error))
            except BaseException as error:
                self._end(job, failed, told_as_bug(error))
                raise
            else:
                self._end(job, done, result)

        self._awaited.append(job)
        if len(self._awaited) == 1:
            self._patience.start()
            self.busy_changed.emit(True)
        # A disk or a mirror that hangs must not keep the program from ending.
        self._newest = threading.Thread(target=body, name=self.objectName(), daemon=True)
        self._newest.start()
        return job

    def cancel(self, job: Job) -> None:
        """Wait for a job no longer; its thread ends as soon as the work lets it."""
        if job in self._awaited:
            job.cancelled.set()
            self._awaited.remove(job)
            self._tell_if_idle()

    def finish(self, patience_s: float = LAST_WORDS_S) -> None:
        """Let what was started end, because the window closes: what is written is written."""
        self._patience.stop()
        if self._newest is not None:
            self._newest.join(patience_s)

    # --- from thread to thread -----------------------------------------------------------

    def _end(self, job: Job, outcome: Callable[[Result], object], value: Result) -> None:
        def end() -> None:
            self._awaited.remove(job)
            with told_to_those_left():
                outcome(value)
            self._tell_if_idle()

        self._tell(job, end)

    def _take(self, job: Job, news: Callable[[], object]) -> None:
        if not job.is_cancelled:
            with told_to_those_left():
                news()

    def _tell_if_idle(self) -> None:
        if not self._awaited:
            self._patience.stop()
            if self._is_told_slow:
                self._is_told_slow = False
                self.slowness_changed.emit(False)
            self.busy_changed.emit(False)

    @Slot()
    def _tell_slow(self) -> None:
        self._is_told_slow = True
        self.slowness_changed.emit(True)


def finish_writing(window: QObject) -> None:
    """Let all that a window writes end, because it closes: together within the last words."""
    end = time.monotonic() + LAST_WORDS_S
    for background in window.findChildren(Background):
        if background.writes:
            background.finish(max(0.0, end - time.monotonic()))

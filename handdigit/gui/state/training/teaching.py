"""The window's state of teaching: one lesson at a time, in a process of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.models.activation_policy import ActivationPolicy
from handdigit.gui.state.session import Session
from handdigit.gui.state.window_thread import in_window
from handdigit.gui.translation import translated
from handdigit.sentences import sentence
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths

if TYPE_CHECKING:
    # At run time these wait for the first lesson.
    from handdigit.engine.process import Child
    from handdigit.experiment.receipt import Taught


class Teaching(QObject):
    """Gives lessons to the active model, and keeps or drops what came of them.

    Signals:
        lesson_started(): the samples are being learned.
        lesson_left(): it was cancelled, or what came of it was discarded.
        lesson_progressed(float): so much of the lesson is done, 0..1.
        lesson_finished(Taught): the model after it waits for :meth:`keep` or :meth:`discard`.
        lesson_failed(str): nothing was learned, a sentence why.
        lesson_kept(StoredModel, bool): the model after it is this version by now; whether it
            answers.
        keeping_failed(str): it is none, a sentence why; it can be kept again.
    """

    lesson_started = Signal()
    lesson_left = Signal()
    lesson_progressed = Signal(float)
    lesson_finished = Signal(object)
    lesson_failed = Signal(str)
    lesson_kept = Signal(object, bool)
    keeping_failed = Signal(str)

    def __init__(
        self,
        session: Session,
        policy: ActivationPolicy,
        paths: AppPaths,
        parent: QObject | None = None,
    ) -> None:
        """Nothing is started yet."""
        super().__init__(parent)
        self._session = session
        self._policy = policy
        self._paths = paths
        self._child: Child | None = None
        self._farewell: threading.Thread | None = None
        self._taught: Taught | None = None
        self._is_keeping = False
        self._failure = ""
        self._name = ""
        """Tells the events of the present lesson from those of one that was cancelled."""

    @property
    def is_busy(self) -> bool:
        """Whether a lesson is going on."""
        return self._child is not None

    @property
    def pupil(self) -> str:
        """Name of the model that learns, or learned last."""
        return self._name

    @property
    def failure(self) -> str:
        """Why nothing came of the last lesson, in the window's language; empty otherwise."""
        return translated(self._failure)

    @property
    def result(self) -> Taught | None:
        """The model after the lesson while it is neither kept nor discarded."""
        return self._taught

    @Slot()
    def start(self) -> None:
        """Teach a copy of the active model, unless a lesson goes on or waits for a decision."""
        from handdigit.engine.process import Child
        from handdigit.engine.teacher import LessonFailed, Teach, run_teacher

        if self.is_busy or self._taught is not None:
            return
        self._wait()
        model = self._session.model
        self._name, self._failure = model.name, ""
        stopped = LessonFailed(sentence("The lesson broke off: the model is as it was. Try again."))
        tell = in_window(self._take_event)
        self._child = Child(run_teacher, tell, lambda child: tell(child, stopped))
        self._child.send(Teach(model.path, self._paths, self._session.requested_device))
        self.lesson_started.emit()

    @Slot()
    def cancel(self) -> None:
        """End the lesson; the model is as it was."""
        if self._child is not None:
            self._let_go()
            self.lesson_left.emit()

    def keep(self, *, answers: bool) -> None:
        """Make the model after the lesson a version, which ``answers`` from now on."""
        if self._taught is None or self._is_keeping:
            return
        self._is_keeping = True

        def forget(kept: StoredModel) -> None:
            self._taught, self._is_keeping = None, False
            self.lesson_kept.emit(kept, answers)

        name = self.tr("{0} taught").format(self._name)
        self._policy.keep_lesson(
            self._taught.model, name, forget, self._fail_to_keep, answers=answers
        )

    def go_back(self) -> None:
        """Let the model answer that did before.

        Raises:
            HanddigitError: there is none.
        """
        self._policy.go_back()

    def _fail_to_keep(self, reason: str) -> None:
        self._is_keeping = False
        self.keeping_failed.emit(reason)

    @Slot()
    def discard(self) -> None:
        """Forget the model after the lesson, or why there is none."""
        self._taught, self._failure = None, ""
        self.lesson_left.emit()

    def close(self) -> None:
        """End a lesson going on; one that nothing is decided about is kept."""
        self.keep(answers=False)
        if self._child is not None:
            self._let_go()
        self._wait()

    def _let_go(self) -> None:
        """End the process, without the window having to wait for that."""
        child, self._child = self._child, None
        assert child is not None  # asked before
        self._wait()
        self._farewell = threading.Thread(
            target=lambda: child.stop(None, grace_s=0), name="teacher-farewell"
        )
        self._farewell.start()

    def _wait(self) -> None:
        if self._farewell is not None:
            self._farewell.join()
            self._farewell = None

    def _take_event(self, child: object, event: object) -> None:
        from handdigit.engine.teacher import LessonFailed
        from handdigit.experiment.receipt import LessonProgress, Taught

        if self._child is None or child is not self._child:
            return
        match event:
            case LessonProgress():
                self.lesson_progressed.emit(event.done)
            case Taught():
                self._taught = event
                self._let_go()
                self.lesson_finished.emit(event)
            case LessonFailed():
                self._failure = event.sentence
                self._let_go()
                self.lesson_failed.emit(self.failure)

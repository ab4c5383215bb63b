"""Starting Qt and showing the window."""

from __future__ import annotations

import io
import logging
import os
import signal
import sys
import threading
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from handdigit.engine.client import EngineClient
from handdigit.engine.process import log_thread_exception
from handdigit.errors import HanddigitError
from handdigit.gui.actions import build_menus
from handdigit.gui.application import Application
from handdigit.gui.drawing_recovery import DrawingRecovery
from handdigit.gui.language import SYSTEM, languages, speak, spoken
from handdigit.gui.main_window import MainWindow
from handdigit.gui.no_window import PLATFORM_REFUSED, missing_libraries, no_display
from handdigit.gui.scene import OpeningScene
from handdigit.gui.state.context import Context
from handdigit.gui.state.drawing.document import Document
from handdigit.gui.state.garbage import GarbageCollector
from handdigit.gui.state.models.activation_policy import ActivationPolicy
from handdigit.gui.state.models.active_model import open_settings
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.navigation import Navigation
from handdigit.gui.state.samples.labelling import Labelling
from handdigit.gui.state.samples.samples import SampleLibrary
from handdigit.gui.state.session import Session
from handdigit.gui.state.settings import Settings
from handdigit.gui.state.training.teaching import Teaching
from handdigit.gui.state.training.training import TrainingSession
from handdigit.gui.style import OutlinedFusion
from handdigit.gui.theme import Appearance
from handdigit.gui.window_memory import Carried
from handdigit.storage.atomic import remove_leftovers
from handdigit.storage.dragged_files import DraggedFiles
from handdigit.storage.files import open_to_append
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths

LOG_BYTES = 500_000
SIGNAL_POLL_MS = 250
TIDY_MS = 1000
"""After the start, what killed processes left half written is removed."""
_log = logging.getLogger("handdigit")


def make_application(language: str | None = None) -> Application:
    """Return the Qt application, in a language or else in the system's.

    Raises:
        HanddigitError: the window is not translated into ``language``.
    """
    application = Application(sys.argv[:1])
    # Every position that the device reports becomes a point of the stroke, also while the
    # window is busy. Only now: the X11 platform switches compression on when it is made.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    if sys.platform == "linux":
        application.setStyle(OutlinedFusion())
    speak(application, spoken(language or SYSTEM))
    GarbageCollector(application)
    return application


def make_window(
    application: QApplication,
    engine: EngineClient,
    store: ModelStore,
    model: StoredModel,
    device: str,
    paths: AppPaths,
    *,
    settings: Settings | None = None,
    language: str = SYSTEM,
    notice: str = "",
) -> MainWindow:
    """Return the window over a started engine that was told to load ``model``.

    It remembers in ``settings``, or else in those of ``paths``; ``language`` is the choice that
    its menu shows; ``notice`` is a sentence about the model, to be shown once.
    """
    settings = settings or open_settings(paths)
    session = Session(engine, Document(), model, device)
    training = TrainingSession(paths)
    library = ModelLibrary(session, store, settings, notice)
    policy = ActivationPolicy(training, library)
    samples = SampleLibrary(paths.samples)
    labelling = Labelling(session, samples)
    teaching = Teaching(session, policy, paths)
    _share_processor(session, training, teaching)
    navigation = Navigation()
    context = Context(
        session,
        paths,
        training,
        library,
        policy,
        samples,
        labelling,
        teaching,
        navigation,
        settings,
        DraggedFiles(paths.dragged),
    )
    return _window_over(application, context, Appearance(application), language)


def _share_processor(session: Session, training: TrainingSession, teaching: Teaching) -> None:
    """Let the engine sleep between two points of a stroke while a network learns beside it."""

    def share(*_: object) -> None:
        session.keep_awake(not (training.is_busy or teaching.is_busy))

    for changed in (
        *(training.state_changed, teaching.lesson_started, teaching.lesson_left),
        *(teaching.lesson_finished, teaching.lesson_failed),
    ):
        changed.connect(share)


def _window_over(
    application: QApplication,
    context: Context,
    appearance: Appearance,
    language: str,
    carried: Carried | None = None,
) -> MainWindow:
    """Return a window that owns ``context``, until another takes its place."""
    window = MainWindow(context, appearance, build_menus, language=language, carried=carried)
    for part in (
        *(context.session, context.training, context.library, context.policy, context.samples),
        *(context.labelling, context.teaching, context.navigation),
    ):
        part.setParent(window)
    window.language_chosen.connect(partial(_replace, application, window))
    return window


def _replace(application: QApplication, window: MainWindow, language: str) -> None:
    """Put a window in another language in the place of ``window``; what is going on goes on."""
    window.session.document.commit()  # a stroke in progress, or a digit that writes itself
    carried = window.carried
    window.hide()
    speak(application, spoken(language))
    another = _window_over(application, window.context, window.appearance, language, carried)
    another.show()
    another.activateWindow()
    window.replaced.emit(another)
    window.deleteLater()


def run_window(
    engine: EngineClient,
    store: ModelStore,
    model: StoredModel,
    device: str,
    paths: AppPaths,
    drawing: Path | None,
    *,
    scene: OpeningScene,
    language: str | None = None,
    notice: str = "",
) -> int:
    """Show the window until it is closed; return the exit status.

    Raises:
        HanddigitError: the window is not translated into ``language``, or has no such scene.
    """
    start_log(paths)
    settings = open_settings(paths)
    chosen = language or settings.value("language", SYSTEM, {SYSTEM, *languages()}.__contains__)
    application = make_application(chosen)
    window = make_window(
        application, engine, store, model, device, paths, language=chosen, notice=notice
    )
    recovery = DrawingRecovery(window, paths)
    # A handler runs between any two bytecodes, also in the middle of painting: closing has to
    # wait for the event loop. And Python only looks for signals when it runs: hence the timer.
    for number in closing_signals():
        signal.signal(number, lambda *_: QTimer.singleShot(0, lambda: recovery.window.close()))
    scene.show(window)
    window.show()
    application.file_requested.connect(lambda path: recovery.window.files.open(path))
    if drawing is not None:
        window.files.open(drawing)
    tidying = threading.Thread(
        target=remove_leftovers, args=(paths.folder,), kwargs={"below": True}, daemon=True
    )
    QTimer.singleShot(TIDY_MS, tidying.start)
    heartbeat = QTimer(application)
    heartbeat.start(SIGNAL_POLL_MS)
    heartbeat.timeout.connect(lambda: None)
    status = application.exec()
    recovery.close()
    return status


def closing_signals() -> tuple[int, ...]:
    """Return the signals that close the window as its button does."""
    numbers = [signal.SIGINT, signal.SIGTERM]
    # nohup has it ignored: the window is to outlive its terminal.
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    return tuple(numbers)


def start_log(paths: AppPaths) -> None:
    """Log to a file in the data folder: Qt's messages, uncaught exceptions, what children log."""
    try:
        paths.folder.mkdir(parents=True, exist_ok=True)
        if paths.log.is_symlink():
            paths.log.unlink()  # a file takes its place: nothing is written elsewhere
        # Once a start is often enough, and logging.handlers would be a slow import.
        if paths.log.exists() and paths.log.stat().st_size > LOG_BYTES:
            paths.log.replace(paths.log.with_name(f"{paths.log.name}.1"))
        # A file name may be in no encoding at all, as sys.stderr knows already.
        log = io.TextIOWrapper(open_to_append(paths.log), "utf-8", "backslashreplace")
        handler: logging.Handler = logging.StreamHandler(log)
    except (OSError, HanddigitError):  # whatever lies there must not keep anybody from drawing
        handler = logging.StreamHandler() if sys.stderr else logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    qInstallMessageHandler(_log_qt)
    sys.excepthook = _log_bug
    threading.excepthook = log_thread_exception


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    _log.warning("Qt: %s", text)
    if kind != QtMsgType.QtFatalMsg:
        return
    # Qt aborts next: the log alone is no help.
    if PLATFORM_REFUSED not in text or sys.platform != "linux":
        _print_error(text)
        return
    reason = missing_libraries() or no_display()
    _log.error(reason)
    _print_error(f"handdigit: {reason}")
    os._exit(1)  # tidier than to abort; the engine ends with its pipe


def _print_error(text: str) -> None:
    if sys.stderr is not None:  # None in a windowed frozen build
        print(text, file=sys.stderr, flush=True)  # noqa: T201


def _log_bug(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    _log.error("uncaught exception", exc_info=(kind, error, traceback))
    if sys.stderr is not None:  # None in a windowed frozen build
        sys.__excepthook__(kind, error, traceback)

"""A picture of the window, made without a display."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget

from handdigit.engine.client import EngineClient
from handdigit.errors import HanddigitError
from handdigit.gui.app import make_application, make_window, start_log
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.panel_place import PanelPlace
from handdigit.gui.scene import OpeningScene
from handdigit.gui.state.background import Background
from handdigit.gui.state.drawing.exchange import png, read_drawing
from handdigit.gui.state.session import EngineState
from handdigit.gui.state.settings import PassingSettings
from handdigit.gui.state.topic import Topic
from handdigit.gui.window_memory import SIZE
from handdigit.sentences import sentence
from handdigit.storage.atomic import write_atomically
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths

TIMEOUT_MS = 60_000
QUIET_MS = 150
"""Nothing was on its way for so long: what comes in turns of the event loop has come."""
STARTED = {"errors": "errorsMeasure", "maximise": "maximiseRun"}
"""Panels that wait to be asked, and their buttons: without it there is nothing to be seen."""


def take_screenshot(
    engine: EngineClient,
    store: ModelStore,
    model: StoredModel,
    device: str,
    paths: AppPaths,
    drawing: Path | None,
    picture: Path,
    *,
    scene: OpeningScene,
    language: str | None = None,
    overwrite: bool,
) -> None:
    """Render the whole window, once everything in it is answered, into a PNG file.

    Raises:
        HanddigitError: the drawing cannot be read or answered, the file not written, the window
            is not translated into ``language`` or has no such scene; or as
            :func:`write_atomically`.
    """
    source = None if drawing is None else read_drawing(drawing)
    start_log(paths)
    application = make_application(language)
    window = make_window(
        application, engine, store, model, device, paths, settings=PassingSettings(paths.settings)
    )
    session = window.session
    refusals: list[str] = []

    def watch(state: EngineState) -> None:
        if state is EngineState.FAILED:
            refusals.append("The engine keeps stopping: see handdigit.log in the data folder.")

    def wait_until(is_done: Callable[[], bool]) -> None:
        while not refusals and not is_done():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    session.model_refused.connect(lambda _path, reason: refusals.append(reason))
    session.recognition_refused.connect(refusals.append)
    session.engine_state_changed.connect(watch)
    timeout = QTimer(singleShot=True)
    timeout.timeout.connect(lambda: refusals.append("The window was not ready in a minute."))
    timeout.start(TIMEOUT_MS)
    heartbeat = QTimer(interval=QUIET_MS // 3)  # also where nothing happens any more
    heartbeat.start()
    window.resize(SIZE)
    window.divide()
    try:
        scene.show(window)
        window.show()
        wait_until(lambda: _panel(window).is_made)
        if source is not None:
            session.document.replace(window.drawing_area.placed(source))
        # What is to be waited for is a state, not a signal: an empty drawing is answered at once.
        wait_until(lambda: session.engine_state is EngineState.READY)
        wait_until(lambda: window.guide.is_ready)
        asked: list[None] = []
        window.samples.store.ask(lambda _store: None, asked.append)  # those before are answered
        wait_until(lambda: bool(asked))
        quiet = QElapsedTimer()

        def is_quiet() -> bool:
            if is_busy(window) or not quiet.isValid():
                quiet.start()
            return quiet.elapsed() >= QUIET_MS

        wait_until(is_quiet)
        start = window.findChild(QAbstractButton, STARTED.get(window.navigation.panel, "-"))
        if start is not None and start.isEnabled():
            start.click()
            wait_until(is_quiet)
        _require_size(window, scene)
        image = window.grab().toImage()
    finally:
        window.close()
    if refusals:
        raise HanddigitError(refusals[0])
    write_atomically(picture, png(image), overwrite=overwrite)


def _require_size(window: MainWindow, scene: OpeningScene) -> None:
    size = window.size().toTuple()
    if scene.size not in (None, size):
        width, height = size
        raise HanddigitError(
            sentence(
                "the window cannot be so small while it shows this: name at least {0}x{1} "
                "with --size.",
                width,
                height,
            )
        )


def _panel(window: MainWindow) -> PanelPlace:
    place = window.panels.currentWidget()
    assert isinstance(place, PanelPlace)
    return place


def is_busy(window: MainWindow) -> bool:
    """Return whether something is on its way to what can be seen of a window."""
    return (
        window.session.is_waiting
        or window.number.is_waiting
        or any(background.is_busy for background in window.findChildren(Background))
        or any(_is_awaited(topic) for topic in window.findChildren(Topic))
    )


def _is_awaited(topic: Topic) -> bool:
    owner = topic.parent()
    return topic.is_waiting and (not isinstance(owner, QWidget) or owner.isVisible())

"""``handdigit``: the window, or a picture of it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import LoadModel
from handdigit.errors import HanddigitError
from handdigit.gui.app import make_application, make_window, start_log
from handdigit.gui.panels.table import PanelPlace
from handdigit.gui.state.exchange import read_drawing
from handdigit.gui.state.session import EngineState
from handdigit.gui.widgets.refusal_view import RefusalView
from handdigit.storage.models.model_store import ModelStore, StoredModel
from handdigit.storage.paths import ASSETS, AppPaths

SIZE = QSize(1360, 860)
TIMEOUT_MS = 60_000


def take_screenshot(
    engine: EngineClient,
    store: ModelStore,
    model: StoredModel,
    device: str,
    paths: AppPaths,
    drawing: Path | None,
    picture: Path,
    *,
    language: str | None = None,
) -> None:
    """Render the whole window, once the drawing is answered, into a PNG file.

    Raises:
        HanddigitError: the drawing cannot be read or answered, the file not written, or
            the window is not translated into ``language``.
    """
    source = None if drawing is None else read_drawing(drawing)
    start_log(paths)
    application = make_application(language)
    window = make_window(application, engine, store, model, device, paths)
    session = window.session
    refusals: list[str] = []

    def watch(state: EngineState) -> None:
        if state is EngineState.FAILED:
            refusals.append("The engine keeps stopping: see handdigit.log in the data folder.")

    def wait_until(is_done: Callable[[], bool]) -> None:
        while not refusals and not is_done():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    session.model_refused.connect(refusals.append)
    session.recognition_refused.connect(refusals.append)
    session.engine_state_changed.connect(watch)
    timeout = QTimer(singleShot=True)
    timeout.timeout.connect(lambda: refusals.append("The engine did not answer in a minute."))
    timeout.start(TIMEOUT_MS)
    window.resize(SIZE)
    window.divide()
    window.show()
    place = window.panels.currentWidget()
    wait_until(lambda: not isinstance(place, PanelPlace) or place.is_made)
    if source is not None:
        session.replace(source)
    # What is to be waited for is a state, not a signal: an empty drawing is answered at once.
    wait_until(lambda: session.engine_state is EngineState.READY)
    wait_until(lambda: not window.number.is_waiting and not session.is_waiting)
    refusal = window.findChild(RefusalView)  # a picture of a refusal tells the reason
    wait_until(lambda: refusal is None or not refusal.is_asking)
    application.processEvents()
    saved = not refusals and window.grab().save(str(picture), "PNG")
    window.close()
    if refusals:
        raise HanddigitError(refusals[0])
    if not saved:
        raise HanddigitError(f"{picture} cannot be written: choose another folder or name.")


def open_window(options: argparse.Namespace, paths: AppPaths) -> int:
    """Show the window until it is closed, or save a picture of it; return 0.

    Raises:
        HanddigitError: there is no display, no such model or no such translation.
    """
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_display():
        raise HanddigitError(
            "there is no display to open a window on; try\n"
            f"  handdigit classify {ASSETS / 'examples' / 'seven.json'}\n"
            f"  handdigit --open {ASSETS / 'examples' / 'seven.json'} --screenshot window.png"
        )
    store = ModelStore(paths)
    asked_for = store.stored(options.model) if options.model else None
    engine = EngineClient()
    # First of all: torch takes seconds to load, which it can do while the window appears.
    engine.start()
    try:
        from handdigit.gui.state.active_model import open_settings, start_model

        if asked_for is None:
            model, notice = start_model(store, open_settings(paths))
        else:
            model, notice = asked_for, ""
        engine.load_model(LoadModel(model.path, options.device))
        if options.screenshot is not None:
            take_screenshot(
                engine,
                store,
                model,
                options.device,
                paths,
                options.open,
                options.screenshot,
                language=options.language,
            )
            return 0
        from handdigit.gui.app import run_window

        return run_window(
            engine,
            store,
            model,
            options.device,
            paths,
            options.open,
            language=options.language,
            notice=notice,
        )
    finally:
        engine.stop()


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

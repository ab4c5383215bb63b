"""A picture of the window, made without a display."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEventLoop, QSize, QTimer

from handdigit.engine.client import EngineClient
from handdigit.errors import HanddigitError
from handdigit.gui.app import make_application, make_window, start_log
from handdigit.gui.panels.table import PanelPlace
from handdigit.gui.state.exchange import read_drawing
from handdigit.gui.state.session import EngineState
from handdigit.gui.widgets.refusal_view import RefusalView
from handdigit.storage.atomic import write_atomically
from handdigit.storage.models.model_store import ModelStore, StoredModel
from handdigit.storage.paths import AppPaths

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
    overwrite: bool,
) -> None:
    """Render the whole window, once the drawing is answered, into a PNG file.

    Raises:
        HanddigitError: the drawing cannot be read or answered, the file not written, or
            the window is not translated into ``language``; or as :func:`write_atomically`.
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
    content = QBuffer()
    window.grab().save(content, "PNG")
    window.close()
    if refusals:
        raise HanddigitError(refusals[0])
    write_atomically(picture, bytes(content.data().data()), overwrite=overwrite)

"""The window rendered to a file, with its answer, where there is no display."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from handdigit.core.errors import HanddigitError
from handdigit.data.model_store import ModelStore, StoredModel
from handdigit.data.paths import AppPaths
from handdigit.engine.client import EngineClient
from handdigit.gui.app import make_application, make_window, start_log
from handdigit.gui.exchange import read_drawing
from handdigit.gui.panels.table import PanelPlace
from handdigit.gui.session import EngineState
from handdigit.gui.widgets.refusal_view import RefusalView

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
) -> None:
    """Render the whole window, once the drawing is answered, into a PNG file.

    Raises:
        HanddigitError: the drawing cannot be read or answered, or the file not written.
    """
    source = None if drawing is None else read_drawing(drawing)
    start_log(paths)
    application = make_application()
    window = make_window(application, engine, store, model, device, paths)
    session = window.session
    refusals: list[str] = []
    waiting = QEventLoop()

    def refuse(reason: str) -> None:
        refusals.append(reason)
        waiting.quit()

    def watch(state: EngineState) -> None:
        if state is EngineState.FAILED:
            refuse("The engine keeps stopping: see handdigit.log in the data folder.")

    session.recognition_refused.connect(refuse)
    session.engine_state_changed.connect(watch)
    timeout = QTimer(singleShot=True)
    timeout.timeout.connect(lambda: refuse("The engine did not answer in a minute."))
    timeout.start(TIMEOUT_MS)
    window.resize(SIZE)
    window.divide()
    window.show()
    place = window.panels.currentWidget()
    while timeout.isActive() and isinstance(place, PanelPlace) and not place.is_made:
        application.processEvents()
    if source is None:
        session.device_changed.connect(waiting.quit)
    else:
        session.replace(source)
        session.recognition_changed.connect(waiting.quit)
    waiting.exec()
    application.processEvents()
    # A picture of a refusal tells the reason.
    refusal = window.findChild(RefusalView)
    while timeout.isActive() and refusal is not None and refusal.is_asking:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    saved = not refusals and window.grab().save(str(picture), "PNG")
    window.close()
    if refusals:
        raise HanddigitError(refusals[0])
    if not saved:
        raise HanddigitError(f"{picture} cannot be written: choose another folder or name.")

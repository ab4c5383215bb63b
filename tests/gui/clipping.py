"""What is cut in any view of the window.

``python -m tests.gui.clipping LANGUAGE SCALE [WxH …]`` prints it, a line each, for every panel,
page and dialog at every size, on a screen of that scale: 1 or 2.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from handdigit.gui.course.dock import GuideDock
from handdigit.gui.course.pages import PAGES, page_of
from handdigit.gui.guide.tour import STEPS
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.inside.detail import Detail
from handdigit.gui.panels.models.ensemble_dialog import EnsembleDialog
from handdigit.gui.panels.panel_place import PanelPlace
from handdigit.gui.panels.table import PANELS
from handdigit.gui.widgets.question import Question, ask
from handdigit.inspection.overview import MapName
from handdigit.inspection.trace import SOFTMAX, Unit
from tests.gui.text_room import cut_texts

SIZES = ((1024, 700), (1280, 800), (1920, 1080))
UNITS = (
    Unit("conv1", (3, 9, 12)),
    Unit("conv2", (3, 9, 12)),
    Unit("norm2", (3, 9, 12)),
    Unit("relu2", (3, 9, 12)),
    Unit("pool1", (3, 5, 6)),
    Unit("dropout1", (7,)),
    Unit("dense1", (7,)),
    Unit(SOFTMAX, (7,)),
)
"""One of each kind of layer of the model that answers at first."""
QUESTION = Question("try", "Title", "A question?", "What would be lost, in a sentence.", "Do It")

Place = tuple[str, Callable[[], QWidget]]
"""What a view is called, and what brings it about and returns it."""


def panels(window: MainWindow) -> Iterator[Place]:
    """Yield every panel as it is at first."""
    for entry in PANELS:
        yield entry.key, partial(_in_panel, window, entry.key)


def views(window: MainWindow) -> Iterator[Place]:
    """Yield what else is in the panels."""
    for unit in UNITS:
        yield f"inside, {unit.layer}", partial(_inside, window, unit)
    yield "inside, a map", partial(_inside, window, MapName("conv2", 3))
    for block in range(4):
        yield f"inside, block {block}", partial(_inside, window, block)
    for panel, button in (
        ("lab", "labTopic_channels"),
        ("lab", "labTopic_backward"),
        ("lab", "labTopic_parameters"),
        ("lab", "labTopic_sliding"),
        ("retrain", "stepData"),
        ("retrain", "stepNetwork"),
        ("retrain", "stepRecipe"),
        ("retrain", "stepRecipe"),
        ("models", "modelCompare"),
        ("errors", "errorsMeasure"),
        ("maximise", "maximiseRun"),
    ):
        yield f"{panel}, {button}", partial(_in_panel, window, panel, button)
    window.session.document.clear()
    for entry in PANELS:
        yield f"{entry.key}, nothing drawn", partial(_in_panel, window, entry.key)
    window.session.document.undo()


def guides(window: MainWindow) -> Iterator[Place]:
    """Yield the pages of help and course, and the steps of the tour."""
    window.guide.open_course()
    dock = window.findChild(GuideDock)
    assert dock is not None
    for page in PAGES:

        def turn(key: str = page.key) -> QWidget:
            dock.open()
            dock.sheet.open(page_of(key))
            return window

        yield f"page {page.key}", turn
    dock.close()
    window.guide.start_tour()
    for number in range(len(STEPS)):
        yield f"tour {number}", lambda: window
        tour = window.findChild(QAbstractButton, "tourNext")
        assert tour is not None
        tour.click()


def dialogs(window: MainWindow) -> Iterator[Place]:
    """Yield the windows that belong to the window."""

    def opened(show: Callable[[], object]) -> QWidget:
        known = set(window.findChildren(QDialog))
        show()
        (dialog,) = set(window.findChildren(QDialog)) - known
        dialog.show()
        return dialog

    models = window.library.models
    paths = [model.path for model in models[:2]]
    for name, show in (
        ("shortcuts", window.guide.show_shortcuts),
        ("details", window.show_details),
        ("question", lambda: ask(window, QUESTION, lambda: None)),
        ("complaint", lambda: window.complain("A sentence about what did not work.")),
        ("ensemble", lambda: EnsembleDialog(models, paths, "Ensemble", window)),
    ):
        yield name, partial(opened, show)


def _show_panel(window: MainWindow, key: str) -> None:
    window.navigation.show_panel(key)
    place = window.panels.currentWidget()
    assert isinstance(place, PanelPlace)
    while not place.is_made:
        QApplication.processEvents()


def _in_panel(window: MainWindow, key: str, button: str = "") -> QWidget:
    _show_panel(window, key)
    if button:
        part = window.findChild(QAbstractButton, button)
        assert part is not None, button
        part.click()
    return window


def _inside(window: MainWindow, step: Unit | MapName | int) -> QWidget:
    _show_panel(window, "inside")
    detail = window.findChild(Detail)
    assert detail is not None
    detail.begin(step)
    return window


def tour(
    window: MainWindow,
    settle: Callable[[], None],
    sizes: tuple[tuple[int, int], ...],
    kinds: tuple[Callable[[MainWindow], Iterator[Place]], ...] = (panels,),
) -> Iterator[str]:
    """Yield a line for every text that is cut, in every place at every size."""
    for width, height in sizes:
        window.resize(width, height)
        for name, show in (place for kind in kinds for place in kind(window)):
            shown = show()
            settle()
            place = f"{name} {width}×{height}"
            if window.size().toTuple() != (width, height):
                yield f"{place}: the window needs {window.width()}×{window.height()}"
                window.resize(width, height)
            for cut in cut_texts(shown):
                yield f"{place}: {cut}"
            if shown is not window:
                shown.close()


@contextmanager
def open_window(language: str, data: Path) -> Iterator[tuple[MainWindow, Callable[[], None]]]:
    """Open a window in a language that has read a seven; with what waits until it is quiet."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.screenshot import QUIET_MS, is_busy
    from handdigit.gui.state.session import EngineState
    from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
    from handdigit.storage.paths import AppPaths
    from tests.gui.driving import example

    paths = AppPaths(data)
    store, engine = ModelStore(paths), EngineClient()
    model = store.stored(DEFAULT_MODEL)
    engine.start()
    engine.load_model(LoadModel(model.path, "cpu"))
    application = make_application(language)
    window = make_window(application, engine, store, model, "cpu", paths)
    heartbeat = QTimer(interval=20)
    heartbeat.start()

    def settle() -> None:
        quiet = QElapsedTimer()
        quiet.start()
        while quiet.elapsed() < QUIET_MS or window.session.engine_state is not EngineState.READY:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if is_busy(window):
                quiet.start()

    try:
        window.show()
        window.session.document.replace(example("seven"))
        settle()
        yield window, settle
    finally:
        window.close()
        engine.stop()


def main(language: str, scale: str, *sizes: str) -> int:
    """Print what is cut; return how many lines that are, at most 100."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    asked = tuple(tuple(map(int, size.split("x"))) for size in sizes) or SIZES
    count = 0
    with tempfile.TemporaryDirectory() as data, open_window(language, Path(data)) as opened:
        for line in tour(*opened, asked, (panels, views, guides, dialogs)):
            print(line, flush=True)  # noqa: T201
            count += 1
    return min(count, 100)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

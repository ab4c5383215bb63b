"""How long the pen waits for its answer while the engine works on something long.

Prints a line of JSON for every kind of analysis: median, 95th percentile and maximum of the
milliseconds from a pen's move to its answer, over the moves during which the analysis went on. The
window, the engine and the shipped network are the real ones. To compare two states of the
program, run it in both in turn, with nothing else going on:

    python tests/benchmarks/pen_beside_analyses.py
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication

from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import LoadModel
from handdigit.engine.protocol.requests import SearchErasures
from handdigit.gui.app import make_application, make_window
from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.measurement import Measurement
from handdigit.gui.state.topic import Topic
from handdigit.ink.ink import Ink
from handdigit.storage.datasets.sources import DataKind, DataSource
from handdigit.storage.models.model_file import read_model_info
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths

MOVES = 120
MOVE_EVERY_S = 0.025
READY_S = 60.0
POLL_S = 0.0003
SEVEN = [(0.3 + 0.004 * n, 0.25) for n in range(80)] + [
    (0.62 - 0.003 * n, 0.25 + 0.007 * n) for n in range(80)
]
CROSS = [[(0.5, 0.2), (0.5, 0.8)], [(0.2 + 0.004 * n, 0.5) for n in range(150)]]


def main() -> None:
    application = make_application()
    for name, begin in KINDS.items():
        with tempfile.TemporaryDirectory() as folder:
            measure(application, name, begin, AppPaths(Path(folder)))


def measure(
    application: QApplication, name: str, begin: Callable[[MainWindow], None], paths: AppPaths
) -> None:
    """Print the line of one kind, measured in a window and an engine of its own."""
    store = ModelStore(paths)
    path = store.find("default")
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, store, model, "cpu", paths)
    window.show()
    session = window.session

    def wait_until(done: Callable[[], bool]) -> None:
        until = time.perf_counter() + READY_S
        while not done() and time.perf_counter() < until:
            application.processEvents()
            time.sleep(POLL_S)

    session.document.show(Ink.from_xy([SEVEN]))
    wait_until(lambda: not session.is_waiting)
    is_over: list[bool] = []

    def note_end(topic: str, _answer: object) -> None:
        if topic == "map":
            is_over.append(True)

    session.analyses.arrived.connect(note_end)
    begin(window)
    times = []
    for move in range(MOVES):
        if is_over:
            break
        xy = [*CROSS[:1], CROSS[1][: 2 + move]] if name == "refusal" else [SEVEN[: 40 + move]]
        started = time.perf_counter()
        session.document.show(Ink.from_xy(xy))
        wait_until(lambda: not session.is_waiting)
        times.append((time.perf_counter() - started) * 1000)
        rest = started + MOVE_EVERY_S
        wait_until(lambda rest=rest: time.perf_counter() >= rest)  # type: ignore[misc]
    times.sort()
    print(
        json.dumps(
            {
                "analysis": name,
                "moves": len(times),
                "median_ms": round(statistics.median(times), 1),
                "p95_ms": round(times[int(len(times) * 0.95)], 1),
                "max_ms": round(times[-1], 1),
            }
        ),
        flush=True,
    )
    window.close()


def evaluate(window: MainWindow) -> None:
    many = DataSource(DataKind.GENERATED, count=20000)
    Measurement(window.session, "benchmark", window).start(many)


def search(window: MainWindow) -> None:
    topic = Topic(window.session.analyses, "benchmark", window)
    request = SearchErasures(Ink.from_xy([SEVEN]))
    topic.answered.connect(lambda: topic.ask(request))
    topic.ask(request)


def open_panel(key: str) -> Callable[[MainWindow], None]:
    return lambda window: window.findChild(QAction, f"{key}PanelAction").trigger()


def maximise(window: MainWindow) -> None:
    open_panel("maximise")(window)
    QApplication.processEvents()
    button = window.findChild(QAbstractButton, "maximiseRun")
    button.click()
    button.toggled.connect(lambda checked: None if checked else button.click())


KINDS: dict[str, Callable[[MainWindow], None]] = {
    "nothing": lambda window: None,
    "evaluate": evaluate,
    "map": open_panel("map"),
    "maximise": maximise,
    "erasures": search,
    "dial": open_panel("dial"),
    "refusal": lambda window: None,
}

if __name__ == "__main__":
    main()

"""From the pen's movement to the painted map of the Why panel, for each method.

Prints JSON: median and 95th percentile in milliseconds (the goal is 100 at the median), and
how long the search for erasures and the eraser's preview take. The engine, the window and
the shipped network are the real ones.

    python tests/benchmarks/why.py
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

MOVES = 60
SEARCHES = 20
TIMEOUT_S = 60.0
EXAMPLES = ("zero", "two", "four", "seven", "nine")


def main() -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QAction
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.engine.protocol.requests import ATTRIBUTION_METHODS
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.panels.why.attribution_map import AttributionMap
    from handdigit.ink.erase import erase
    from handdigit.storage.models.model_file import read_model_info
    from handdigit.storage.models.model_store import ModelStore, StoredModel
    from handdigit.storage.paths import AppPaths
    from tests.gui.driving import example, position

    paths = AppPaths(Path(tempfile.mkdtemp()))
    store = ModelStore(paths)
    path = store.find("default")
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, store, model, "cpu", paths)
    window.show()
    window.findChild(QAction, "whyPanelAction").trigger()
    session, canvas = window.session, window.canvas

    def milliseconds_until(done: Callable[[], bool]) -> float:
        started = time.perf_counter()
        while not done():
            time.sleep(0.0005)  # polling must not take a core from the engine
            application.processEvents()
            if time.perf_counter() - started > TIMEOUT_S:
                raise TimeoutError
        return (time.perf_counter() - started) * 1000

    painted: list[bool] = []
    paint = AttributionMap.paintEvent

    def noted_paint(self: AttributionMap, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        painted.append(True)

    AttributionMap.paintEvent = noted_paint  # type: ignore[method-assign,assignment]
    arrived: list[str] = []
    session.analysis_arrived.connect(lambda topic, _answer: arrived.append(topic))
    milliseconds_until(lambda: window.findChild(AttributionMap) is not None)  # made when seen

    session.analysis_progressed.connect(lambda topic, _value: progressed.append(topic))
    progressed: list[str] = []

    def map_is_painted() -> bool:
        if "attribution" not in arrived:
            painted.clear()  # whatever was painted was an older map
        return bool(painted) and not session.is_waiting

    result: dict[str, dict[str, float]] = {}

    def note(name: str, times: list[float]) -> None:
        result[name] = {
            "ms_median": round(statistics.median(times), 1),
            "ms_p95": round(statistics.quantiles(times, n=20)[18], 1),
        }

    def first_map_is_painted() -> bool:
        if "attribution" not in (*arrived, *progressed):
            painted.clear()
        return bool(painted) and not session.is_waiting

    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for method in ATTRIBUTION_METHODS:
        window.findChild(QAbstractButton, f"whyMethod_{method}").click()
        session.clear()
        QTest.mousePress(canvas, left, plain, position(canvas, 0.3, 0.2))
        milliseconds_until(map_is_painted)
        times, firsts = [], []
        for move in range(1, MOVES + 1):
            share = move / MOVES
            arrived.clear()
            progressed.clear()
            QTest.mouseMove(
                canvas, position(canvas, 0.3 + 0.4 * (share * 3 % 1), 0.2 + 0.6 * share)
            )
            firsts.append(milliseconds_until(first_map_is_painted))
            times.append(
                firsts[-1] + (0 if "attribution" in arrived else milliseconds_until(map_is_painted))
            )
        QTest.mouseRelease(canvas, left, plain, position(canvas, 0.7, 0.8))
        note(method, times)
        note(f"{method}, first map", firsts)

    searches, previews = [], []
    for turn in range(SEARCHES):
        session.replace(example(EXAMPLES[turn % len(EXAMPLES)]))
        arrived.clear()
        searches.append(milliseconds_until(lambda: "erasures" in arrived))
        ink = session.drawing
        point = ink.strokes[0].points[turn]
        arrived.clear()
        canvas.eraser_hovered.emit(erase(ink, point.x, point.y, 0.06), QPointF(10, 10))
        previews.append(milliseconds_until(lambda: "eraser preview" in arrived))
    note("erasures", searches)
    note("eraser-preview", previews)
    print(json.dumps({"model": path.stem, **result}))
    window.close()


if __name__ == "__main__":
    main()

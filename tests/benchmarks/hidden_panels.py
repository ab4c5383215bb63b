"""What a panel costs that was opened and is hidden again: nothing.

Prints a line of JSON for the window before any panel was opened, and one after each panel was
opened and hidden again (those before it stay hidden): the median time from pen to painted bars, and
how many requests a pen's move sends to the engine (one recognition, no analysis, no layers).
Run it with nothing else going on:

    python tests/benchmarks/hidden_panels.py
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

MOVES = 150
MOVE_EVERY_MS = 25
WARM_UP_S = 6.0
LOOKED_AT_S = 2.5
"""How long a panel is looked at, so that it has asked all that it wants to know."""


def measure_window(data: Path) -> None:
    """Print a line for each panel, one window for all of them."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import Analyse, LoadModel, Recognise
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.panels.table import PANELS
    from handdigit.gui.state.drawing.exchange import read_drawing
    from handdigit.gui.widgets.probability_bars import ProbabilityBars
    from handdigit.storage.models.model_file import read_model_info
    from handdigit.storage.models.model_store import SHIPPED_MODELS, ModelStore
    from handdigit.storage.models.stored_model import StoredModel
    from handdigit.storage.paths import AppPaths

    paths = AppPaths(data)
    path = SHIPPED_MODELS / "default.safetensors"
    engine = EngineClient()
    sent: list[Recognise | Analyse] = []
    recognise, analyse = engine.recognise, engine.analyse

    def counted_recognise(request: Recognise) -> None:
        sent.append(request)
        recognise(request)

    def counted_analyse(request: Analyse) -> None:
        sent.append(request)
        analyse(request)

    engine.recognise = counted_recognise  # type: ignore[method-assign]
    engine.analyse = counted_analyse  # type: ignore[method-assign]
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, ModelStore(paths), model, "cpu", paths)
    painted_at: list[float] = []
    paint = ProbabilityBars.paintEvent

    def timed_paint(self: ProbabilityBars, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        painted_at.append(time.perf_counter())

    ProbabilityBars.paintEvent = timed_paint  # type: ignore[method-assign,assignment]
    seven = read_drawing(ROOT / "assets" / "examples" / "seven.json")

    def run(seconds: float) -> None:
        started = time.perf_counter()
        while time.perf_counter() - started < seconds:
            application.processEvents()
            time.sleep(0.0005)

    def stroke() -> list[float]:
        canvas = window.canvas
        centre = canvas.rect().center()
        side = min(canvas.width(), canvas.height()) * 0.3
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        window.session.document.clear()
        run(0.3)
        QTest.mousePress(canvas, left, none, centre)
        run(0.3)
        sent.clear()
        latencies = []
        for move in range(MOVES):
            angle = move / MOVES * 12
            x = centre.x() + side * (0.3 + 0.7 * move / MOVES) * ((angle % 2) - 1)
            y = centre.y() + side * (((angle * 0.7) % 2) - 1)
            started = time.perf_counter()
            painted_at.clear()
            QTest.mouseMove(canvas, QPoint(round(x), round(y)))
            while not (painted_at and not window.session.is_waiting):
                application.processEvents()
                if time.perf_counter() - started > 2:
                    break
            latencies.append((time.perf_counter() - started) * 1000)
            run(max(0.0, MOVE_EVERY_MS / 1000 - (time.perf_counter() - started)))
        QTest.mouseRelease(canvas, left, none, centre)
        return latencies

    def tell(name: str) -> None:
        latencies = stroke()
        asked = [request for request in sent if isinstance(request, Recognise)]
        line = {
            "opened": name,
            "pen_to_bars_ms_median": round(statistics.median(latencies), 2),
            "recognitions_a_move": round(len(asked) / MOVES, 2),
            "analyses_a_move": round((len(sent) - len(asked)) / MOVES, 2),
            "layers_asked_for": max((len(request.layers) for request in asked), default=0),
        }
        print(json.dumps(line), flush=True)

    window.panels.setVisible(False)
    window.show()
    run(WARM_UP_S)
    tell("none")
    for index, entry in enumerate(PANELS):
        window.panels.setVisible(True)
        window.panels.setCurrentIndex(index)
        window.session.document.replace(seven)
        run(LOOKED_AT_S)
        window.panels.setVisible(False)
        run(0.5)
        tell(entry.key)
    window.close()


def main() -> None:
    server, display = start_virtual_screen()
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    try:
        subprocess.run([sys.executable, __file__, "--window"], env=environment, check=True)
    finally:
        stop_virtual_screen(server)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--window"]:
        with tempfile.TemporaryDirectory() as folder:
            measure_window(Path(folder))
    else:
        main()

"""From a changed drawing to the painted map of the Why panel, for each method.

Prints JSON: median and 95th percentile in milliseconds over the ten digits of ``assets/examples``,
of the map that stays and of the first one (goals 100 and 50 at the median), and how long the search
for erasures (200, its first findings 50) and the eraser's preview take. The engine, the window and
the shipped network are the real ones. The file runs on its own against an older checkout, too::

    python tests/benchmarks/why.py [ROUNDS [CHECKOUT]...]

With checkouts it measures each in turn, ROUNDS times, and prints the median of each figure and
what share it is of the first checkout's. Where the processor has AVX-512, the environment variables
ONEDNN_MAX_CPU_ISA=AVX2 and ATEN_CPU_CAPABILITY=avx2 show how long one without it takes.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parents[2]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROUNDS = 2
WARM_UP = 2
"""Digits before the first that counts, of each method."""
TIMEOUT_S = 60.0

Figures = dict[str, dict[str, float]]


def measure() -> Figures:
    """Return the figures of the checkout that ``handdigit`` is imported from."""
    from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QPointF, QTimer
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.engine.protocol.requests import ATTRIBUTION_METHODS
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.panels.why.attribution_map import AttributionMap
    from handdigit.ink.erase import erase
    from handdigit.storage.datasets.inks import read_samples
    from handdigit.storage.models.model_store import ModelStore
    from handdigit.storage.paths import AppPaths

    paths = AppPaths(Path(tempfile.mkdtemp()))
    store = ModelStore(paths)
    path = store.find("default")
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    window = make_window(application, engine, store, store.stored("default"), "cpu", paths)
    window.show()
    window.findChild(QAction, "whyPanelAction").trigger()
    session, canvas = window.session, window.canvas
    try:
        document, analyses = session.document, session.analyses
        answered, progress_made = analyses.arrived, analyses.progressed
    except AttributeError:  # an older checkout: the session had all of it
        document = session
        answered, progress_made = session.analysis_arrived, session.analysis_progressed

    def milliseconds_until(done: Callable[[], bool]) -> float:
        """Let the event loop run, which rests where there is nothing to do, as a user's does."""
        started, loop = time.perf_counter(), QEventLoop()
        ended: list[float] = []

        def look() -> None:
            if done():
                ended.append(time.perf_counter())
                loop.quit()

        if done():
            return 0.0
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(look)
        QTimer.singleShot(round(TIMEOUT_S * 1000), loop, loop.quit)
        loop.exec()
        dispatcher.aboutToBlock.disconnect(look)
        if not ended:
            raise TimeoutError
        return (ended[0] - started) * 1000

    painted: list[bool] = []
    paint = AttributionMap.paintEvent

    def noted_paint(self: AttributionMap, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        painted.append(True)

    AttributionMap.paintEvent = noted_paint  # type: ignore[method-assign,assignment]
    arrived: list[str] = []
    answered.connect(lambda topic, _answer: arrived.append(topic))
    milliseconds_until(lambda: window.findChild(AttributionMap) is not None)  # made when seen

    progress_made.connect(lambda topic, _value: progressed.append(topic))
    progressed: list[str] = []

    def map_is_painted() -> bool:
        if "attribution" not in arrived:
            painted.clear()  # whatever was painted was an older map
        return bool(painted) and not session.is_waiting

    result: Figures = {}

    def note(name: str, times: list[float]) -> None:
        result[name] = {
            "ms_median": round(statistics.median(times), 1),
            "ms_p95": round(statistics.quantiles(times, n=20)[18], 1),
        }

    def first_map_is_painted() -> bool:
        if "attribution" not in (*arrived, *progressed):
            painted.clear()
        return bool(painted) and not session.is_waiting

    digits = [
        read_samples(found)[0].ink
        for found in sorted((HERE / "assets" / "examples").glob("*.json"))
    ]
    digits = [*digits[:WARM_UP], *(digits * ROUNDS)]

    def choose(method: str) -> None:
        window.findChild(QAbstractButton, f"whyMethod_{method}").click()

    for method in ATTRIBUTION_METHODS:
        choose(method)
        times, firsts = [], []
        for ink in digits:
            milliseconds_until(lambda: not session.is_waiting)
            arrived.clear()
            progressed.clear()
            document.show(ink)  # as while the pen is down: no erasures are searched meanwhile
            firsts.append(milliseconds_until(first_map_is_painted))
            times.append(
                firsts[-1] + (0 if "attribution" in arrived else milliseconds_until(map_is_painted))
            )
        note(method, times[WARM_UP:])
        note(f"{method}, first map", firsts[WARM_UP:])

    choose("gradient")
    searches, firsts, previews = [], [], []
    for turn, ink in enumerate(digits):
        arrived.clear()
        progressed.clear()
        document.replace(ink)
        firsts.append(milliseconds_until(lambda: "erasures" in (*arrived, *progressed)))
        searches.append(firsts[-1] + milliseconds_until(lambda: "erasures" in arrived))
        point = ink.strokes[0].points[turn % len(ink.strokes[0].points)]
        arrived.clear()
        canvas.eraser_hovered.emit(erase(ink, point.x, point.y, 0.06), QPointF(10, 10))
        previews.append(milliseconds_until(lambda: "eraser preview" in arrived))
    note("erasures", searches[WARM_UP:])
    note("erasures, first findings", firsts[WARM_UP:])
    note("eraser-preview", previews[WARM_UP:])
    window.close()
    return result


def measured(checkout: Path) -> Figures:
    """Measure a checkout in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(checkout)}
    command = [sys.executable, __file__, "--window"]
    process = subprocess.run(command, env=environment, cwd=checkout, capture_output=True, text=True)
    if process.returncode:
        sys.exit(process.stderr)
    found: Figures = json.loads(process.stdout.splitlines()[-1])
    return found


def compare(rounds: int, checkouts: list[Path]) -> None:
    """Print the figures of every checkout, and their shares of the first one's."""
    runs = [[measured(checkout) for checkout in checkouts] for _ in range(rounds)]
    medians = [
        {
            name: {key: round(statistics.median(r[name][key] for r in of_one), 1) for key in figure}
            for name, figure in of_one[0].items()
        }
        for of_one in zip(*runs, strict=True)
    ]
    for checkout, figures in zip(checkouts, medians, strict=True):
        shares = {
            name: round(figure["ms_median"] / medians[0][name]["ms_median"], 2)
            for name, figure in figures.items()
        }
        print(json.dumps({"checkout": str(checkout), **figures, "of_first": shares}), flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--window"]:
            print(json.dumps(measure()))
        case [wanted, *named] if named:
            compare(int(wanted), [Path(name).resolve() for name in named])
        case _:
            print(json.dumps(measured(HERE)))

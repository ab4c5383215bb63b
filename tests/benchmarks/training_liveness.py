"""How smooth the window is while it trains, and what the window costs the training.

Prints a line of JSON without training and one with, each for a resting pen and a moving one;
then what the same loop learns without a window, with as many threads, before and after. All
training has the trainer's low priority.

``pen_to_bars_ms``: from the pen's movement to painted bars that know of it.
``longest_stall_ms``: by how much an 8 ms timer was late. What else runs on the machine counts.
``longest_busy_ms``: of that, what the window itself computed in one go.
``window_busy``: share of a core that the window's thread takes.
``digits_per_second``: learned; ``digits_per_cpu_second``: what the training itself costs,
whatever else runs. ``throughput_share`` compares the former with the loop's, ``work_share``
the latter: where both cores are busy with other things only that says something.

    python tests/benchmarks/training_liveness.py [SECONDS]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from handdigit.engine.process import let_idle_threads_sleep
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from handdigit.gui.main_window import MainWindow

MOVE_EVERY_MS = 25
TICK_MS = 8
WARM_UP_S = 3.0
TICKS_PER_CPU_SECOND = os.sysconf("SC_CLK_TCK")
SETTINGS: dict[str, Any] = {"network": "medium", "epochs": 1000, "generated": 20_000, "seed": 1}
GOALS = {"pen_to_bars_ms_p95": 33, "longest_stall_ms": 50, "throughput_share": 0.9}


def measure_loop(seconds: float) -> dict[str, float]:
    """Train as the command line does and count digits."""
    import torch

    from handdigit.engine.process import keep_freed_memory, lower_priority, thread_count
    from handdigit.experiment.events import StepDone
    from handdigit.experiment.recipe import Recipe
    from handdigit.storage.paths import AppPaths
    from handdigit.storage.runs.run_store import RunSpec
    from handdigit.training.loop import fit
    from handdigit.training.stored_run import prepare_run

    lower_priority()
    keep_freed_memory()
    torch.set_num_threads(thread_count())
    recipe = Recipe(**SETTINGS)
    order = RunSpec(recipe.to_json(), ("generated",), "loop", device="cpu")
    prepared = prepare_run(order, AppPaths(Path("/nonexistent")))
    info, steps, warm_at, began, cpu_began = prepared.info, 0, 0.0, 0.0, 0.0
    for event in fit(
        prepared.network,
        prepared.training_data,
        recipe,
        mean=info.mean,
        std=info.std,
        device=prepared.device,
    ):
        if not isinstance(event, StepDone):
            continue
        now, cpu = time.perf_counter(), time.process_time()
        warm_at = warm_at or now + WARM_UP_S
        if now < warm_at:
            began, cpu_began = now, cpu
        elif now - began < seconds:
            steps += 1
        else:
            break
    steps += 1  # the one that ended after the time
    digits = steps * recipe.batch_size
    return {
        "digits_per_second": round(digits / (now - began), 1),
        "digits_per_cpu_second": round(digits / (cpu - cpu_began), 1),
    }


@contextmanager
def opened_window(data: Path) -> Iterator[tuple[QApplication, MainWindow]]:
    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.panels.table import PANELS
    from handdigit.storage.models.model_file import read_model_info
    from handdigit.storage.models.model_store import ModelStore
    from handdigit.storage.models.stored_model import StoredModel
    from handdigit.storage.paths import AppPaths

    paths = AppPaths(data)
    store = ModelStore(paths)
    path = store.find("default")
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, store, model, "cpu", paths)
    keys = [entry.key for entry in PANELS]
    if "retrain" in keys:
        window.panels.setCurrentIndex(keys.index("retrain"))
    window.show()
    yield application, window
    window.close()


class Watch:
    """The window's stalls, the pen's latency and the steps learned."""

    def __init__(self, window: MainWindow) -> None:
        from PySide6.QtCore import Qt, QTimer

        from handdigit.gui.widgets.probability_bars import ProbabilityBars

        self._window = window
        self._ticks: list[tuple[float, float]] = []
        self._clock = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(
            lambda: self._ticks.append((time.perf_counter(), time.thread_time()))
        )
        self._clock.start(TICK_MS)
        self._sent: dict[int, float] = {}
        """When the movements happened that are not answered on the screen, by revision."""
        self._latencies: list[float] = []
        paint = ProbabilityBars.paintEvent

        def timed_paint(bars: ProbabilityBars, event: Any) -> None:
            paint(bars, event)
            if bars.objectName() == "probabilityBars":
                now, answered = time.perf_counter(), window.session._revisions.answered
                for revision in [revision for revision in self._sent if revision <= answered]:
                    self._latencies.append((now - self._sent.pop(revision)) * 1000)

        ProbabilityBars.paintEvent = timed_paint  # type: ignore[method-assign]

    def rest(self, seconds: float) -> dict[str, float]:
        """Do nothing for a while."""
        with self._measured() as figures:
            self._run(seconds)
        return figures

    def draw(self, seconds: float) -> dict[str, float]:
        """Move the pen for a while."""
        from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
        from PySide6.QtTest import QTest

        window, canvas = self._window, self._window.canvas
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        centre, side = canvas.rect().center(), min(canvas.width(), canvas.height()) * 0.35
        moves = iter(range(1_000_000))
        count = round(seconds * 1000 / MOVE_EVERY_MS)

        def move() -> None:
            # A growing figure: the strokes get longer, as they do under a real pen.
            share = next(moves) / count
            angle = share * 12
            x = centre.x() + side * (0.3 + 0.7 * share) * ((angle % 2) - 1)
            y = centre.y() + side * (((angle * 0.7) % 2) - 1)
            moved = time.perf_counter()
            QTest.mouseMove(canvas, QPoint(round(x), round(y)))
            QCoreApplication.sendPostedEvents(canvas)  # it tells the drawing in a turn of its own
            self._sent[window.session._revisions.newest] = moved

        QTest.mousePress(canvas, left, none, centre)
        self._latencies.clear()
        pen = QTimer(timerType=Qt.TimerType.PreciseTimer)
        pen.timeout.connect(move)
        pen.start(MOVE_EVERY_MS)
        with self._measured() as figures:
            self._run(seconds)
        pen.stop()
        QTest.mouseRelease(canvas, left, none, centre)
        window.session.document.clear()
        self._sent.clear()
        return {
            "pen_to_bars_ms_median": round(statistics.median(self._latencies), 2),
            "pen_to_bars_ms_p95": round(statistics.quantiles(self._latencies, n=20)[18], 2),
            **figures,
        }

    def _run(self, seconds: float) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    @contextmanager
    def _measured(self) -> Iterator[dict[str, float]]:
        """Watch stalls and count the digits learned meanwhile."""
        from handdigit.experiment.recipe import Recipe

        reports: list[tuple[float, float, int]] = []
        training = self._window.training
        pid = training.trainer_pid

        def note(progress: Any) -> None:
            reports.append((time.perf_counter(), cpu_seconds(pid or 0), progress.step))

        figures: dict[str, float] = {}
        training.progress_made.connect(note)
        self._ticks.clear()
        yield figures
        training.progress_made.disconnect(note)
        waits = [(b - a, d - c) for (a, c), (b, d) in pairwise(self._ticks)]
        (began, cpu_began), (ended, cpu_ended) = self._ticks[0], self._ticks[-1]
        figures["longest_stall_ms"] = round(max(wait for wait, _ in waits) * 1000 - TICK_MS, 1)
        figures["longest_busy_ms"] = round(max(busy for _, busy in waits) * 1000, 1)
        figures["window_busy"] = round((cpu_ended - cpu_began) / (ended - began), 3)
        if len(reports) > 1:
            (began, cpu_began, first), (ended, cpu_ended, last) = reports[0], reports[-1]
            digits = (last - first) * Recipe(**SETTINGS).batch_size
            figures["digits_per_second"] = round(digits / (ended - began), 1)
            figures["digits_per_cpu_second"] = round(digits / (cpu_ended - cpu_began), 1)


def cpu_seconds(pid: int) -> float:
    """Return for how long a process has computed so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_CPU_SECOND


def measure_window(data: Path, seconds: float) -> None:
    from handdigit.experiment.recipe import Recipe
    from handdigit.storage.runs.run_store import RunSpec

    with opened_window(data) as (application, window):
        watch = Watch(window)
        watch.rest(WARM_UP_S)
        for training in (False, True):
            if training:
                recipe = Recipe(**SETTINGS).to_json()
                window.training.start(RunSpec(recipe, ("generated",), "liveness", device="cpu"))
                while window.training.progress is None:
                    assert not window.training.failure, window.training.failure
                    application.processEvents()
                    time.sleep(0.001)
                watch.rest(WARM_UP_S)
            figures = {"resting": watch.rest(seconds), "drawing": watch.draw(seconds)}
            print(json.dumps({"training": training, **figures}), flush=True)


def main(seconds: float) -> None:
    let_idle_threads_sleep()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def run(*arguments: str, **more: str) -> list[dict[str, Any]]:
        output = subprocess.run(
            [sys.executable, __file__, *arguments],
            env=environment | more,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
        for line in output.splitlines():
            print(line, flush=True)
        return [json.loads(line) for line in output.splitlines()]

    server, display = start_virtual_screen()
    try:
        before = run("--loop", str(seconds))[0]
        _, app = run("--window", str(seconds), DISPLAY=display, QT_QPA_PLATFORM="xcb")
        after = run("--loop", str(seconds))[0]
    finally:
        stop_virtual_screen(server)
    shares = {
        f"{share}_{doing}": round(app[doing][figure] / ((before[figure] + after[figure]) / 2), 3)
        for share, figure in (
            ("throughput_share", "digits_per_second"),
            ("work_share", "digits_per_cpu_second"),
        )
        for doing in ("resting", "drawing")
    }
    print(json.dumps({**shares, "goals": GOALS, "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--loop", wanted]:
            print(json.dumps(measure_loop(float(wanted))))
        case ["--window", wanted]:
            with tempfile.TemporaryDirectory() as folder:
                measure_window(Path(folder), float(wanted))
        case [wanted]:
            main(float(wanted))
        case _:
            main(10.0)

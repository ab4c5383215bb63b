"""How smooth the window is while it trains, and what the window costs the training.

Prints a line of JSON without training and one with: from the pen's movement to painted bars,
the longest stall of an 8 ms timer, how many digits a second are learned while the window rests
and while the pen moves; then the same loop without a window, with as many threads, before and
after. All training has the trainer's low priority, so that what else runs meanwhile slows all
of it alike.

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

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from handdigit.gui.main_window import MainWindow

MOVE_EVERY_MS = 25
TICK_MS = 8
WARM_UP_S = 3.0
SETTINGS: dict[str, Any] = {"network": "default", "epochs": 1000, "generated": 20_000, "seed": 1}
GOALS = {"pen_to_bars_ms_p95": 33, "longest_stall_ms": 50, "throughput_share": 0.9}


def measure_loop(seconds: float) -> dict[str, float]:
    """Train as the command line does and count digits."""
    import torch

    from handdigit.data.paths import AppPaths
    from handdigit.data.runs import RunOrder
    from handdigit.engine.trainer import lower_priority, thread_count
    from handdigit.training.events import StepDone
    from handdigit.training.loop import fit
    from handdigit.training.recipe import Recipe
    from handdigit.training.stored_run import prepare

    lower_priority()
    torch.set_num_threads(thread_count())
    recipe = Recipe(**SETTINGS)
    order = RunOrder(recipe.to_json(), ("generated",), "loop", device="cpu")
    prepared = prepare(order, AppPaths(Path("/nonexistent")))
    info, steps, began = prepared.info, 0, 0.0
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
        now = time.perf_counter()
        if not began:
            warm_at = now + WARM_UP_S
            began = now
        elif steps == 0 and now < warm_at:
            began = now
        elif now - began < seconds:
            steps += 1
        else:
            break
    return {"digits_per_second": round(steps * recipe.batch_size / (now - began), 1)}


@contextmanager
def opened_window(data: Path) -> Iterator[tuple[QApplication, MainWindow]]:
    from handdigit.data.model_file import read_model_info
    from handdigit.data.model_store import ModelStore, StoredModel
    from handdigit.data.paths import AppPaths
    from handdigit.engine.client import EngineClient
    from handdigit.engine.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.panels.table import PANELS

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

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        from PySide6.QtCore import Qt, QTimer

        from handdigit.gui.widgets.probability_bars import ProbabilityBars

        self._application, self._window = application, window
        self._ticks: list[float] = []
        self._clock = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(lambda: self._ticks.append(time.perf_counter()))
        self._clock.start(TICK_MS)
        self._painted: list[float] = []
        paint, painted = ProbabilityBars.paintEvent, self._painted

        def timed_paint(bars: ProbabilityBars, event: Any) -> None:
            paint(bars, event)
            painted.append(time.perf_counter())

        ProbabilityBars.paintEvent = timed_paint  # type: ignore[method-assign]

    def rest(self, seconds: float) -> dict[str, float]:
        """Do nothing for a while."""
        with self._learned() as speed:
            self._ticks.clear()
            self._process(seconds)
            stalls = [(b - a) * 1000 - TICK_MS for a, b in pairwise(self._ticks)]
        return {"longest_stall_ms": round(max(stalls, default=seconds * 1000), 1), **speed}

    def draw(self, seconds: float) -> dict[str, float]:
        """Move the pen for a while."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        window, canvas = self._window, self._window.canvas
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        centre, side = canvas.rect().center(), min(canvas.width(), canvas.height()) * 0.35
        QTest.mousePress(canvas, left, none, centre)
        latencies: list[float] = []
        moves = round(seconds * 1000 / MOVE_EVERY_MS)
        with self._learned() as speed:
            self._ticks.clear()
            for move in range(moves):
                angle = move / moves * 12
                x = centre.x() + side * (0.3 + 0.7 * move / moves) * ((angle % 2) - 1)
                y = centre.y() + side * (((angle * 0.7) % 2) - 1)
                sent = time.perf_counter()
                self._painted.clear()
                QTest.mouseMove(canvas, QPoint(round(x), round(y)))
                while not self._painted or window.session.is_waiting:
                    self._application.processEvents()
                    if time.perf_counter() - sent > 2:
                        break
                latencies.append((time.perf_counter() - sent) * 1000)
                self._process(MOVE_EVERY_MS / 1000 - (time.perf_counter() - sent))
            stalls = [(b - a) * 1000 - TICK_MS for a, b in pairwise(self._ticks)]
        QTest.mouseRelease(canvas, left, none, centre)
        window.session.clear()
        return {
            "pen_to_bars_ms_median": round(statistics.median(latencies), 2),
            "pen_to_bars_ms_p95": round(statistics.quantiles(latencies, n=20)[18], 2),
            "longest_stall_ms": round(max(stalls, default=seconds * 1000), 1),
            **speed,
        }

    def _process(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self._application.processEvents()
            time.sleep(0.0005)

    @contextmanager
    def _learned(self) -> Iterator[dict[str, float]]:
        """Count the digits learned meanwhile, from one report to another."""
        from handdigit.training.recipe import Recipe

        reports: list[tuple[float, int]] = []

        def note(progress: Any) -> None:
            reports.append((time.perf_counter(), progress.step))

        speed: dict[str, float] = {}
        training = self._window.training
        training.progress_made.connect(note)
        yield speed
        training.progress_made.disconnect(note)
        if len(reports) > 1:
            (began, first), (ended, last) = reports[0], reports[-1]
            digits = (last - first) * Recipe(**SETTINGS).batch_size
            speed["digits_per_second"] = round(digits / (ended - began), 1)


def measure_window(data: Path, seconds: float) -> None:
    from handdigit.data.runs import RunOrder
    from handdigit.training.recipe import Recipe

    with opened_window(data) as (application, window):
        watch = Watch(application, window)
        watch.rest(WARM_UP_S)
        for training in (False, True):
            if training:
                recipe = Recipe(**SETTINGS).to_json()
                window.training.start(RunOrder(recipe, ("generated",), "liveness", device="cpu"))
                while window.training.progress is None:
                    assert not window.training.failure, window.training.failure
                    application.processEvents()
                    time.sleep(0.001)
                watch.rest(WARM_UP_S)
            figures = {"resting": watch.rest(seconds), "drawing": watch.draw(seconds)}
            print(json.dumps({"training": training, **figures}), flush=True)


def main(seconds: float) -> None:
    environment = os.environ | {"OMP_WAIT_POLICY": "PASSIVE", "PYTHONPATH": str(ROOT)}

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
        before = run("--loop", str(seconds))[0]["digits_per_second"]
        _, app = run("--window", str(seconds), DISPLAY=display, QT_QPA_PLATFORM="xcb")
        after = run("--loop", str(seconds))[0]["digits_per_second"]
    finally:
        stop_virtual_screen(server)
    alone = (before + after) / 2
    shares = {
        f"throughput_share_{doing}": round(app[doing]["digits_per_second"] / alone, 3)
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

"""A long day: 100,000 strokes while panels and models change, and 500 starts and stops.

Prints how memory, descriptors, threads and latency go on, and their slopes by least squares over
all but the first fifth: flat is what is wanted. Hours of use take about half an hour.

    python tests/benchmarks/soak.py [--strokes 100000] [--starts 500]
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.liveness import memory_mb
from tests.processes import descendants, wait_for_end
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

SAMPLES = 50
STROKES_OF_A_DRAWING = 4
PANEL_EVERY, MODEL_EVERY = 40, 1000
MODELS = ("default", "small")
WARM_UP = 0.2
"""Share of the samples that slopes leave out: caches fill, and memory with them."""


def state_of(pid: int) -> dict[str, float]:
    return {
        "mb": memory_mb(pid),
        "descriptors": len(os.listdir(f"/proc/{pid}/fd")),  # noqa: PTH208
        "threads": len(os.listdir(f"/proc/{pid}/task")),  # noqa: PTH208
    }


def slopes(taken: list[dict[str, float]], unit: str) -> dict[str, float]:
    kept = taken[int(len(taken) * WARM_UP) :]
    done = np.array([one[unit] for one in kept]) / 1000
    return {
        name: round(float(np.polyfit(done, [one[name] for one in kept], 1)[0]), 4)
        for name in kept[0]
        if name != unit and len(kept) > 1
    }


def draw_for_long(data: Path, strokes: int) -> None:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.ink.ink import Ink
    from handdigit.storage.models.model_store import ModelStore
    from handdigit.storage.paths import ASSETS, AppPaths

    paths, engine = AppPaths(data), EngineClient()
    store = ModelStore(paths)
    engine.start()
    engine.load_model(LoadModel(store.find(MODELS[0]), "cpu"))
    application = make_application()
    window = make_window(application, engine, store, store.stored(MODELS[0]), "cpu", paths)
    window.resize(1280, 800)
    window.show()
    session, canvas = window.session, window.canvas

    def wait_for_answer() -> None:
        limit = time.monotonic() + 60
        while session.is_waiting or session.engine_pid is None:
            application.processEvents()
            if time.monotonic() > limit:
                raise SystemExit("the window gives no answer")

    names = sorted((ASSETS / "examples").glob("*.json"))
    lines = [s.points for name in names for s in Ink.from_text(name.read_text()).strokes]
    models = cycle(store.stored(name) for name in (*MODELS[1:], MODELS[0]))
    taken: list[dict[str, float]] = []
    latencies: list[float] = []
    for number, points in zip(range(1, strokes + 1), cycle(lines)):
        side = min(canvas.width(), canvas.height())
        first, *rest = (QPoint(round(p.x * side), round(p.y * side)) for p in points)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(canvas, button, none, first)
        for place in rest[::6]:
            QTest.mouseMove(canvas, place)
            application.processEvents()
        QTest.mouseRelease(canvas, button, none, first)
        begun = time.perf_counter()
        if number % STROKES_OF_A_DRAWING == 0:
            wait_for_answer()
            latencies.append((time.perf_counter() - begun) * 1000)
            window.tool_actions.clear.trigger()
        if number % PANEL_EVERY == 0:
            window.panels.setCurrentIndex((number // PANEL_EVERY) % window.panels.count())
        if number % MODEL_EVERY == 0:
            window.library.activate(next(models))
            wait_for_answer()
        if number % max(strokes // SAMPLES, STROKES_OF_A_DRAWING) == 0 and latencies:
            pid = session.engine_pid
            sample = {"strokes": float(number), "latency_ms": statistics.median(latencies)}
            sample |= {f"window_{name}": value for name, value in state_of(os.getpid()).items()}
            if pid is not None:
                sample |= {f"engine_{name}": value for name, value in state_of(pid).items()}
            taken.append(sample)
            latencies.clear()
            print(json.dumps(sample), flush=True)
    window.close()
    engine.stop()
    print(json.dumps({"slopes per 1,000 strokes": slopes(taken, "strokes")}), flush=True)


def start_and_stop(display: str, data: Path, starts: int) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    taken: list[dict[str, float]] = []
    seconds: list[float] = []
    for number in range(1, starts + 1):
        begun = time.perf_counter()
        program = subprocess.Popen(
            [sys.executable, "-m", "handdigit", "--data-dir", str(data)],
            env=environment | {"PYTHONPATH": str(ROOT)},
        )
        search = ("xdotool", "search", "--sync", "--onlyvisible", "--name", "^handdigit$")
        subprocess.run(search, env=environment, capture_output=True, timeout=60, check=True)
        seconds.append(time.perf_counter() - begun)
        family = descendants(program.pid)
        program.send_signal(signal.SIGTERM)
        program.wait(60)
        wait_for_end(family)
        if number % max(starts // SAMPLES, 1) == 0:
            sample = {
                "starts": float(number),
                "seconds_to_window": round(statistics.median(seconds), 3),
                "files": float(sum(1 for path in data.rglob("*") if path.is_file())),
                "log_bytes": float((data / "handdigit.log").stat().st_size),
            }
            seconds.clear()
            taken.append(sample)
            print(json.dumps(sample), flush=True)
    print(json.dumps({"slopes per 1,000 starts": slopes(taken, "starts")}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strokes", type=int, default=100_000)
    parser.add_argument("--starts", type=int, default=500)
    options = parser.parse_args()
    server, display = start_virtual_screen()
    try:
        with tempfile.TemporaryDirectory() as folder:
            if options.strokes:
                os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
                draw_for_long(Path(folder) / "strokes", options.strokes)
            if options.starts:
                start_and_stop(display, Path(folder) / "starts", options.starts)
    finally:
        stop_virtual_screen(server)


if __name__ == "__main__":
    main()

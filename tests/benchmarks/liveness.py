"""From the pen's movement to painted bars and maps, and how smooth the window is meanwhile.

Prints a line of JSON for the shipped net with the Inside panel open and with all panels
hidden, and for an untrained resnet-mini: latency over a bare forward pass of the same net
(one thread, this run), the longest stall of an 8 ms timer from the window's start to 10 s
after, and the memory of both processes.

    python tests/benchmarks/liveness.py
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

MOVES = 400
MOVE_EVERY_MS = 25
STALL_WATCH_S = 10.0
TICK_MS = 8
FORWARD = """
import statistics, sys, time
import numpy as np, torch
from pathlib import Path
from handdigit.storage.models.model_file import read_model
from handdigit.recognition.network import build_network
torch.set_num_threads(1)
model = read_model(Path(sys.argv[1]))
network = build_network(model.info.architecture).eval()
network.load_state_dict({n: torch.from_numpy(np.array(w)) for n, w in model.weights.items()})
network.to(memory_format=torch.channels_last)  # as the recogniser has it
picture = torch.rand(1, 1, 28, 28)
times = []
with torch.inference_mode():
    for _ in range(400):
        start = time.perf_counter()
        network(picture)
        times.append(time.perf_counter() - start)
print(statistics.median(times[50:]) * 1000)
"""


def memory_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def measure_window(data: Path, path: Path, *, panels: bool) -> dict[str, float]:
    from PySide6.QtCore import QPoint, Qt, QTimer
    from PySide6.QtTest import QTest

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.drawing_recovery import DrawingRecovery
    from handdigit.gui.widgets.probability_bars import ProbabilityBars
    from handdigit.storage.models.model_file import read_model_info
    from handdigit.storage.models.model_store import ModelStore, StoredModel
    from handdigit.storage.paths import AppPaths

    paths = AppPaths(data)
    store = ModelStore(paths)
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, store, model, "cpu", paths)
    recovery = DrawingRecovery(window, paths)

    ticks: list[float] = []
    clock = QTimer(timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: ticks.append(time.perf_counter()))
    window.panels.setVisible(panels)
    window.show()
    clock.start(TICK_MS)

    painted_at: list[float] = []
    paint = ProbabilityBars.paintEvent

    def timed_paint(self: ProbabilityBars, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        painted_at.append(time.perf_counter())

    ProbabilityBars.paintEvent = timed_paint  # type: ignore[method-assign,assignment]

    started = time.perf_counter()
    while time.perf_counter() - started < STALL_WATCH_S:
        application.processEvents()
        time.sleep(0.0005)
    stall = max(b - a for a, b in pairwise(ticks)) * 1000 - TICK_MS

    canvas = window.canvas
    centre = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
    latencies = []
    side = min(canvas.width(), canvas.height()) * 0.35
    for move in range(MOVES):
        # A growing figure: the strokes get longer, as they do under a real pen.
        angle = move / MOVES * 12
        x = centre.x() + side * (0.3 + 0.7 * move / MOVES) * ((angle % 2) - 1)
        y = centre.y() + side * (((angle * 0.7) % 2) - 1)
        sent = time.perf_counter()
        painted_at.clear()
        QTest.mouseMove(canvas, QPoint(round(x), round(y)))
        while not (window.session.is_waiting is False and painted_at):
            application.processEvents()
            if time.perf_counter() - sent > 2:
                break
        application.processEvents()  # the maps are painted by now
        latencies.append((time.perf_counter() - sent) * 1000)
        while time.perf_counter() - sent < MOVE_EVERY_MS / 1000:
            application.processEvents()
            time.sleep(0.0005)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
    pid = window.session.engine_pid
    result = {
        "pen_to_bars_ms_median": round(statistics.median(latencies), 2),
        "pen_to_bars_ms_p95": round(statistics.quantiles(latencies, n=20)[18], 2),
        "longest_stall_ms": round(stall, 1),
        "window_mb": memory_mb(os.getpid()),
        "engine_mb": memory_mb(pid) if pid else 0.0,
    }
    window.close()
    recovery.close()
    return result


def measure(display: str, path: Path, *, panels: bool) -> dict[str, object]:
    """Measure one model in a process of its own."""
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    }  # fmt: skip

    def run(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    window = json.loads(run(__file__, "--window", str(path), "panels" if panels else "hidden"))
    forward_ms = float(run("-c", FORWARD, str(path)))
    return {
        "model": path.stem,
        "panels": panels,
        **window,
        "forward_ms_median": round(forward_ms, 3),
        "pen_to_bars_over_forward": round(window["pen_to_bars_ms_median"] / forward_ms, 2),
    }


def untrained(name: str, folder: Path) -> Path:
    from handdigit.network.zoo import ZOO
    from handdigit.recognition.network import build_network
    from handdigit.storage.models.model_file import ModelFile, ModelInfo, write_model

    weights = {k: v.numpy() for k, v in build_network(ZOO[name]).state_dict().items()}
    path = folder / f"{name}.safetensors"
    write_model(path, ModelFile(ModelInfo(name, ZOO[name]), weights))
    return path


def main() -> None:
    from handdigit.storage.models.model_store import SHIPPED_MODELS

    shipped = SHIPPED_MODELS / "default.safetensors"
    server, display = start_virtual_screen()
    try:
        with tempfile.TemporaryDirectory() as folder:
            residual = untrained("resnet-mini", Path(folder))
            for path, panels in ((shipped, True), (shipped, False), (residual, True)):
                print(json.dumps(measure(display, path, panels=panels)), flush=True)
    finally:
        stop_virtual_screen(server)
    print(json.dumps({"goals": {"pen_to_bars_ms_median": 16, "p95": 33, "longest_stall_ms": 30}}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--window"]:
        with tempfile.TemporaryDirectory() as data_folder:
            shown = sys.argv[3] == "panels"
            print(json.dumps(measure_window(Path(data_folder), Path(sys.argv[2]), panels=shown)))
    else:
        main()

"""How smoothly the window opens, and what it and the engine hold.

Prints a line of JSON for the shipped net with the Inside panel open and with all panels
hidden, and for an untrained resnet-mini: the longest stall of an 8 ms timer from the window's
start to 10 s after, and the memory of both processes. What an answer takes is measured by
``pen_to_answer.py``.

    python tests/benchmarks/liveness.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

STALL_WATCH_S = 10.0
TICK_MS = 8


def memory_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return round(int(line.split()[1]) / 1024, 1)
    return 0.0


def measure_window(data: Path, path: Path, *, panels: bool) -> dict[str, float]:
    from PySide6.QtCore import Qt, QTimer

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.drawing_recovery import DrawingRecovery
    from handdigit.storage.models.model_file import read_model_info
    from handdigit.storage.models.model_store import ModelStore
    from handdigit.storage.models.stored_model import StoredModel
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

    started = time.perf_counter()
    while time.perf_counter() - started < STALL_WATCH_S:
        application.processEvents()
        time.sleep(0.0005)
    stall = max(b - a for a, b in pairwise(ticks)) * 1000 - TICK_MS

    pid = window.session.engine_pid
    result = {
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
    return {"model": path.stem, "panels": panels, **window}


def untrained(name: str, folder: Path) -> Path:
    from handdigit.network.zoo import ZOO
    from handdigit.recognition.network import build_network
    from handdigit.storage.models.model_file import ModelFile, write_model
    from handdigit.storage.models.model_info import ModelInfo

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
    print(json.dumps({"goals": {"longest_stall_ms": 30}}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--window"]:
        with tempfile.TemporaryDirectory() as data_folder:
            shown = sys.argv[3] == "panels"
            print(json.dumps(measure_window(Path(data_folder), Path(sys.argv[2]), panels=shown)))
    else:
        main()

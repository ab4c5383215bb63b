"""How long the window stands still while much is done with many samples.

Prints a line of JSON for each thing done: how many samples, the processor, and the longest time
between two ticks of the window's event loop in the best of three runs. One that the system gives
to another program meanwhile stands still, too: run it with nothing else going on.

    python tests/benchmarks/stalls.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

COUNT = 30_000
RUNS = 3
TICK_MS = 4
GOAL_MS = 100
PATIENCE_S = 120.0
LOCKED_S = 2.5
"""How long the other process keeps the database."""
REST_S = 1.0
"""So long it is watched after what was done has ended."""
LOCK = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.readline()
"""


def processor() -> str:
    """Return what the processor is called."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return f"{line.partition(': ')[2]}, {os.cpu_count()} cores"
    return "unknown"


def many_inks(path: Path) -> Path:
    """Write a file of inks: the examples over and over."""
    from handdigit.storage.datasets.inks import read_samples
    from handdigit.storage.paths import ASSETS

    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    lines = [
        json.dumps(read_samples(ASSETS / f"examples/{name}.json")[0].ink.to_json() | {"label": n})
        for n, name in enumerate(names)
    ]
    path.write_text("".join(f"{lines[n % 10]}\n" for n in range(COUNT)))
    return path


def measure_window(folder: Path) -> dict[str, float]:
    """Return the longest stall in milliseconds by what was done."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QAction
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.panels.samples.grid import SampleGrid
    from handdigit.gui.panels.samples.panel import SamplesPanel
    from handdigit.ink.ink import Ink
    from handdigit.storage.models.model_file import read_model_info
    from handdigit.storage.models.model_store import SHIPPED_MODELS, ModelStore, StoredModel
    from handdigit.storage.paths import AppPaths

    paths = AppPaths(folder / "data")
    path = SHIPPED_MODELS / "default.safetensors"
    source = many_inks(folder / "many.jsonl")
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, ModelStore(paths), model, "cpu", paths)
    window.show()

    ticks: list[float] = []
    clock = QTimer(timerType=Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: ticks.append(time.perf_counter()))
    clock.start(TICK_MS)
    stalls: dict[str, float] = {}

    def wait_until(is_done: Callable[[], object]) -> None:
        until = time.perf_counter() + PATIENCE_S
        while not is_done():
            application.processEvents()
            time.sleep(0.0005)
            if time.perf_counter() > until:
                raise TimeoutError

    def rest(seconds: float = REST_S) -> None:
        end = time.perf_counter() + seconds
        wait_until(lambda: time.perf_counter() > end)

    @contextmanager
    def watched(name: str) -> Iterator[None]:
        rest()
        ticks[:] = ticks[-1:]
        yield
        rest()
        stall = max(b - a for a, b in pairwise(ticks)) * 1000 - TICK_MS
        stalls[name] = max(stall, stalls.get(name, 0.0))

    wait_until(lambda: window.session.engine_pid and not window.session.is_waiting)
    window.findChild(QAction, "samplesPanelAction").trigger()
    wait_until(lambda: window.findChild(SamplesPanel) is not None)
    panel, grid = window.findChild(SamplesPanel), window.findChild(SampleGrid)
    seven = window.findChild(QAction, "label7Action")
    drawn = 0

    def draw() -> None:
        nonlocal drawn
        drawn += 1
        window.session.replace(Ink.from_xy([[(0.3, 0.2), (0.6 - 0.0001 * drawn, 0.8)]]))

    def label() -> None:
        draw()
        seven.trigger()
        wait_until(lambda: window.labelling.label == "7")

    label()  # the database is made
    with watched("another process has the lock"):
        holder = subprocess.Popen(
            [sys.executable, "-c", LOCK, str(paths.samples)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "locked\n"
        ticks[:] = [time.perf_counter()]
        release = subprocess.Popen(["sleep", str(LOCKED_S)], stdout=holder.stdin)
        draw()
        # The other process goes on by itself: whoever stands still cannot let it.
        holder.stdin.close()
        seven.trigger()
        wait_until(lambda: window.labelling.label == "7")
        release.wait()
        holder.wait()
    with watched("inks imported"):
        panel.import_from(source)
        wait_until(lambda: len(grid.entries) >= COUNT)
    with watched("scrolled from top to bottom"):
        bar = grid.verticalScrollBar()
        for step in range(101):
            bar.setValue(bar.maximum() * step // 100)
            rest(0.03)
    with watched("filtered"):
        choice = window.findChild(QComboBox, "sampleLabelFilter")
        for digit in (*range(10), None):
            before = grid.entries
            choice.setCurrentIndex(choice.findData(digit))
            wait_until(lambda before=before: grid.entries != before)  # type: ignore[misc]
    with watched("labelled, all of them listed"):
        for _ in range(20):
            label()
            rest(0.05)
    undo = window.findChild(QPushButton, "sampleUndo")

    def take_back(is_done: Callable[[], object]) -> None:
        wait_until(undo.isEnabled)
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
        wait_until(is_done)

    with watched("labels taken back"):
        for _ in range(20):
            count = len(grid.entries)
            take_back(lambda count=count: len(grid.entries) < count)  # type: ignore[misc]
    choice.setCurrentIndex(choice.findData(3))
    wait_until(lambda: 0 < len(grid.entries) <= COUNT // 10)
    few = len(grid.entries)
    with watched("3,000 relabelled, and back"):
        grid.selectAll()
        QTest.keyClick(grid, "4")
        wait_until(lambda: not grid.entries)
        take_back(lambda: len(grid.entries) == few)
    with watched("3,000 deleted, and back"):
        grid.selectAll()
        QTest.keyClick(grid, Qt.Key.Key_Delete)
        wait_until(lambda: not grid.entries)
        take_back(lambda: len(grid.entries) == few)
    choice.setCurrentIndex(choice.findData(None))
    wait_until(lambda: len(grid.entries) >= COUNT)
    with watched("all selected, relabelled, and back"):
        grid.selectAll()
        QTest.keyClick(grid, "4")
        wait_until(lambda: grid.entries[-2].label == grid.entries[-3].label == "4")
        take_back(lambda: not grid.entries[-2].label == grid.entries[-3].label == "4")
    with watched("all deleted, and back"):
        grid.selectAll()
        QTest.keyClick(grid, Qt.Key.Key_Delete)
        wait_until(lambda: not grid.entries)
        take_back(lambda: len(grid.entries) >= COUNT)
    grid.clearSelection()
    with watched("the misread ones listed, ten seconds of it"):
        box = window.findChild(QCheckBox, "sampleMisreadFilter")
        box.setChecked(True)
        rest(10.0)
        box.setChecked(False)
        wait_until(lambda: len(grid.entries) >= COUNT)
    with watched("inks exported"):
        from handdigit.storage.samples.exchange import export_inks

        target = folder / "out.jsonl"
        panel.export_to(target, export_inks)
        wait_until(target.exists)
    window.close()
    return stalls


def main() -> None:
    """Print the least of the longest stalls."""
    server, display = start_virtual_screen()
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    try:
        found = []
        for _ in range(RUNS):
            done = subprocess.run(
                [sys.executable, __file__, "--window"],
                env=environment,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            found.append(json.loads(done.stdout))
    finally:
        stop_virtual_screen(server)
    for name in found[0]:
        stall = round(min(stalls[name] for stalls in found), 1)
        print(json.dumps({"done": name, "samples": COUNT, "longest_stall_ms": stall}), flush=True)
    print(json.dumps({"processor": processor(), "runs": RUNS, "goal_ms": GOAL_MS}))


if __name__ == "__main__":
    if sys.argv[1:] == ["--window"]:
        with tempfile.TemporaryDirectory() as data_folder:
            print(json.dumps(measure_window(Path(data_folder))))
    else:
        main()

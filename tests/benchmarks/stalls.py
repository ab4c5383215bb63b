"""How long the window stands still while much is done with many samples, or many and large models.

Prints a line of JSON for each thing done: with how much, and the longest time between two ticks of
the window's event loop in the best of three runs; then the processor. While the system lets other
programs go first the clock stands still; who holds Python's lock may be kept waiting all the same,
so run it with little else going on.

    python tests/benchmarks/stalls.py [samples | models]
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
MODELS = 1_000
SMALL_NETWORK = "Flatten()\nLinear(10)"
LARGE_NETWORK = "Flatten()\nLinear(5000)\nLinear(10000)\nLinear(10)"
"""Its file has 216 MB."""
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


def clock() -> float:
    """Return seconds, less those for which other programs had the processor of the main thread."""
    _, waited_ns, _ = Path(f"/proc/self/task/{os.getpid()}/schedstat").read_text().split()
    return time.perf_counter() - int(waited_ns) / 1e9


class WatchedWindow:
    """A window whose event loop ticks, with a drawing area and the default model."""

    def __init__(self, folder: Path) -> None:
        """Show it; what it saves goes into ``folder``."""
        from PySide6.QtCore import Qt, QTimer

        from handdigit.engine.client import EngineClient
        from handdigit.engine.protocol.messages import LoadModel
        from handdigit.gui.app import make_application, make_window
        from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
        from handdigit.storage.paths import AppPaths

        self.paths = AppPaths(folder)
        store = ModelStore(self.paths)
        model = store.stored(DEFAULT_MODEL)
        engine = EngineClient()
        engine.start()
        engine.load_model(LoadModel(model.path, "cpu"))
        self.application = make_application()
        self.window = make_window(self.application, engine, store, model, "cpu", self.paths)
        self.window.show()
        self.ticks: list[float] = []
        self.stalls: dict[str, float] = {}
        """The longest in milliseconds, by what was done."""
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.ticks.append(clock()))
        self._timer.start(TICK_MS)
        session = self.window.session
        self.wait_until(lambda: session.engine_pid and not session.is_waiting)

    def wait_until(self, is_done: Callable[[], object]) -> None:
        """Let the window live until something is so."""
        until = time.perf_counter() + PATIENCE_S
        while not is_done():
            self.application.processEvents()
            time.sleep(0.0005)
            if time.perf_counter() > until:
                raise TimeoutError

    def rest(self, seconds: float = REST_S) -> None:
        """Let the window live for a while."""
        end = time.perf_counter() + seconds
        self.wait_until(lambda: time.perf_counter() > end)

    @contextmanager
    def watched(self, name: str) -> Iterator[None]:
        """Note the longest stall in what is done meanwhile, and until a while after it."""
        self.rest()
        self.ticks[:] = self.ticks[-1:]
        yield
        self.rest()
        stall = max(b - a for a, b in pairwise(self.ticks)) * 1000 - TICK_MS
        self.stalls[name] = max(stall, self.stalls.get(name, 0.0))


def measure_samples(folder: Path) -> dict[str, float]:
    """Return the longest stall in milliseconds by what was done with samples."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAction
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

    from handdigit.gui.panels.samples.grid import SampleGrid
    from handdigit.gui.panels.samples.panel import SamplesPanel
    from handdigit.ink.ink import Ink

    source = many_inks(folder / "many.jsonl")
    watch = WatchedWindow(folder / "data")
    window, paths, ticks = watch.window, watch.paths, watch.ticks
    wait_until, rest, watched = watch.wait_until, watch.rest, watch.watched
    window.findChild(QAction, "samplesPanelAction").trigger()
    wait_until(lambda: window.findChild(SamplesPanel) is not None)
    panel, grid = window.findChild(SamplesPanel), window.findChild(SampleGrid)
    seven = window.findChild(QAction, "label7Action")
    drawn = 0

    def draw() -> None:
        nonlocal drawn
        drawn += 1
        window.session.document.replace(Ink.from_xy([[(0.3, 0.2), (0.6 - 0.0001 * drawn, 0.8)]]))

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
        ticks[:] = [clock()]
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
    return watch.stalls


def model_file(path: Path, network: str) -> Path:
    """Write a model of random weights, of a network of dense layers."""
    import numpy as np

    from handdigit.network.architecture import Architecture
    from handdigit.storage.models.model_file import ModelFile, write_model
    from handdigit.storage.models.model_info import ModelInfo

    architecture, rng = Architecture.parse(network), np.random.default_rng(0)
    weights, width = {}, 28 * 28
    for number, line in enumerate(network.splitlines()[1:], start=1):
        units = int(line.removeprefix("Linear(").removesuffix(")"))
        kernel = rng.standard_normal((units, width), np.float32) / width
        weights[f"dense{number}.weight"] = kernel
        weights[f"dense{number}.bias"] = np.zeros(units, np.float32)
        width = units
    epoch = {"epoch": 1, "accuracy": 0.9, "validation_accuracy": 0.9}
    results = {"curve": [epoch | {"epoch": n + 1} for n in range(20)]}
    info = ModelInfo(path.stem, architecture, created="2026-01-01T10:00:00Z", results=results)
    write_model(path, ModelFile(info, weights))
    return path


def measure_models(folder: Path) -> dict[str, float]:
    """Return the longest stall in milliseconds by what was done with models."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAction
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    from handdigit.gui.panels.models.panel import ModelsPanel
    from handdigit.gui.panels.models.version_list import VersionList

    large = model_file(folder / "large.safetensors", LARGE_NETWORK)
    content = model_file(folder / "small.safetensors", SMALL_NETWORK).read_bytes()
    models = folder / "data" / "models"
    models.mkdir(parents=True)
    for number in range(MODELS):
        (models / f"version-{number}.safetensors").write_bytes(content)
    watch = WatchedWindow(folder / "data")
    window, wait_until, watched = watch.window, watch.wait_until, watch.watched
    library, session = window.library, window.session

    def show(panel: str) -> None:
        window.findChild(QAction, f"{panel}PanelAction").trigger()
        wait_until(lambda: window.panels.currentWidget().is_made)

    wait_until(lambda: not library.is_busy)
    with watched("models listed"):
        show("models")
        wait_until(lambda: len(window.findChild(VersionList).models) >= MODELS)
    panel, versions = window.findChild(ModelsPanel), window.findChild(VersionList)
    with watched("scrolled through"):
        for _ in range(MODELS // 10):
            QTest.keyClick(versions, Qt.Key.Key_PageDown)
            watch.rest(0.01)
    with watched("another model answers"):
        library.activate(library.models[MODELS // 2])
        wait_until(lambda: session.model == library.models[MODELS // 2])
    with watched("a large model imported"):
        panel.import_file(large)
        wait_until(lambda: versions.chosen and versions.chosen.name == large.stem)
    with watched("the large model answers and is looked into"):
        library.activate(versions.chosen)
        wait_until(lambda: session.model.name == large.stem)
        show("inside")
        session.weights.by_name  # noqa: B018 - they are read when they are first asked for
        wait_until(lambda: session.weights.by_name)
    show("models")
    with watched("its note written"):
        note = window.findChild(QLineEdit, "versionNote")
        QTest.keyClicks(note, "large")
        QTest.keyClick(note, Qt.Key.Key_Return)
        wait_until(lambda: versions.chosen and versions.chosen.info.note == "large")
    window.close()
    return watch.stalls


def best_of_runs(name: str, environment: dict[str, str]) -> dict[str, float]:
    """Return the least of the longest stalls, by what was done."""
    found = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, __file__, "--window", name],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        found.append(json.loads(done.stdout))
    return {done: min(stalls[done] for stalls in found) for done in found[0]}


MEASURED = {"samples": (measure_samples, COUNT), "models": (measure_models, MODELS)}


def main(names: list[str]) -> None:
    """Print the least of the longest stalls."""
    server, display = start_virtual_screen()
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    try:
        for name in names or MEASURED:
            for done, stall in best_of_runs(name, environment).items():
                line = {"done": done, name: MEASURED[name][1], "longest_stall_ms": round(stall, 1)}
                print(json.dumps(line), flush=True)
    finally:
        stop_virtual_screen(server)
    print(json.dumps({"processor": processor(), "runs": RUNS, "goal_ms": GOAL_MS}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--window"]:
        with tempfile.TemporaryDirectory() as data_folder:
            print(json.dumps(MEASURED[sys.argv[2]][0](Path(data_folder))))
    else:
        main(sys.argv[1:])

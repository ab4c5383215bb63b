"""How soon the window can be drawn on, answers and opens a panel, and how long it stands still.

Prints a line of JSON: the medians over RUNS starts of first paint and first answer over the time of
`import torch`, which is measured in turn with them, so that a change of the machine's speed hits
both; and the longest stall from the first paint until five seconds later. With `panels`, a line for
each panel, opened in a process of its own right after the first answer: milliseconds until its
place is painted and until all of it is there, and the longest stall meanwhile. With the path of
another checkout, the same of both in turn. Run it with nothing else going on:

    python tests/benchmarks/start_up.py [RUNS] [panels] [CHECKOUT]
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

PANELS = (
    "inside", "why", "map", "dial", "lab", "maximise", "retrain", "samples", "time", "models",
    "errors",
)  # fmt: skip
GOALS = {
    "first_paint_over_import_torch": 0.3,
    "first_answer_over_import_torch": 1.1,
    "longest_stall_ms": 30,
    "place_painted_ms": 50,
}
WINDOW = """
import sys, time
import handdigit.gui.quick_imports as quick_imports

panel, watched_s, *arguments = sys.argv[1:]
TICK_MS = 4
import_quickly = quick_imports.import_quickly

def said(text, value=None):
    print(text, time.time() if value is None else value, flush=True)

def hook():
    '''Import what the program imports next, the engine's process being on its way.'''
    import_quickly()
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication
    from handdigit.gui.canvas.canvas import Canvas
    from handdigit.gui.main_window import MainWindow
    try:
        from handdigit.gui.panels.panel_place import PanelPlace
    except ImportError:  # an older checkout
        from handdigit.gui.panels.table import PanelPlace

    ticks, windows, opened = [], [], []

    def longest_stall():
        return max(b - a for a, b in zip(ticks, ticks[1:])) * 1000 - TICK_MS

    def end():
        said("stall", longest_stall())
        QApplication.instance().closeAllWindows()

    def watch():
        '''Note when the event loop turns, and when the panel is there.'''
        ticks.append(time.perf_counter())
        if opened and len(opened) < 3 and windows[0].panels.currentWidget().is_made:
            opened.extend([None] * (3 - len(opened)))
            said("made", (time.perf_counter() - opened[0]) * 1000)
            QTimer.singleShot(int(float(watched_s) * 1000), end)

    def open_panel():
        del ticks[:-1]
        opened.append(time.perf_counter())
        windows[0].findChild(QAction, panel + "PanelAction").trigger()

    painted = Canvas.paintEvent
    def paint(self, event):
        painted(self, event)
        if not ticks:
            said("painted")
            ticks.append(time.perf_counter())
            clock = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
            clock.timeout.connect(watch)
            clock.start()
            if panel == "-":
                QTimer.singleShot(int(float(watched_s) * 1000), end)
    Canvas.paintEvent = paint

    place_painted = PanelPlace.paintEvent
    def paint_place(self, event):
        place_painted(self, event)
        if len(opened) == 1 and self.key == panel:
            opened.append(None)
            said("place", (time.perf_counter() - opened[0]) * 1000)
    PanelPlace.paintEvent = paint_place

    answered = []
    def answer(recognition):
        if recognition.digit is not None and not answered:
            answered.append(True)
            said("answered")
            if panel != "-":
                QTimer.singleShot(300, open_panel)

    made = MainWindow.__init__
    def make(self, *arguments, **settings):
        made(self, *arguments, **settings)
        windows.append(self)
        if panel == "inside":
            self.navigation.show_panel("why")
        self.session.recognition_changed.connect(answer)  # after all that shows it
    MainWindow.__init__ = make

quick_imports.import_quickly = hook
from handdigit.cli import main
sys.exit(main(arguments))
"""


def seconds_of_import_torch(environment: dict[str, str]) -> float:
    started = time.time()
    subprocess.run([sys.executable, "-c", "import torch"], check=True, env=environment)
    return time.time() - started


def measured(
    root: Path, environment: dict[str, str], panel: str = "-", watched_s: float = 5.0
) -> dict[str, float]:
    """Start the program of a checkout; return what its window says, times since the start."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "window.py"
        script.write_text(f"if __name__ == '__main__':\n    exec({WINDOW!r})\n")
        seven = root / "assets" / "examples" / "seven.json"
        command = [sys.executable, str(script), panel, str(watched_s)]
        command += ["--data-dir", f"{folder}/data", "--open", str(seven)]
        started = time.time()
        output = subprocess.run(
            command,
            check=True,
            env=environment | {"PYTHONPATH": str(root)},
            cwd=root,
            capture_output=True,
            text=True,
        ).stdout
    times = {name: float(value) for name, value in map(str.split, output.splitlines())}
    times.setdefault("place", times.get("made", 0.0))  # nothing is painted below a whole panel
    return times | {name: times[name] - started for name in ("painted", "answered")}


def measure_starts(roots: list[Path], runs: int, environment: dict[str, str]) -> None:
    reference: list[float] = []
    found: dict[Path, list[dict[str, float]]] = {root: [] for root in roots}
    for run in range(runs + 1):
        torch_s = seconds_of_import_torch(environment)
        for root in roots:
            start = measured(root, environment)
            if run:  # the first one fills the disk's cache
                found[root].append(start)
        if run:
            reference.append(torch_s)
    for root, starts in found.items():
        line: dict[str, object] = {"checkout": root.name, "runs": runs}
        line["import_torch_s"] = round(statistics.median(reference), 3)
        for name, told in (("first_paint", "painted"), ("first_answer", "answered")):
            seconds = [start[told] for start in starts]
            line[f"{name}_s"] = round(statistics.median(seconds), 3)
            line[f"{name}_over_import_torch"] = round(
                statistics.median(s / r for s, r in zip(seconds, reference, strict=True)), 3
            )
        stalls = sorted(start["stall"] for start in starts)
        line["longest_stall_ms"] = round(statistics.median(stalls), 1)
        line["longest_stall_ms_worst"] = round(stalls[-1], 1)
        print(json.dumps(line), flush=True)


def measure_panels(roots: list[Path], runs: int, environment: dict[str, str]) -> None:
    for panel in PANELS:
        found: dict[Path, list[dict[str, float]]] = {root: [] for root in roots}
        for _ in range(runs):
            for root in roots:
                found[root].append(measured(root, environment, panel, 1.0))
        for root, opened in found.items():
            line: dict[str, object] = {"panel": panel, "checkout": root.name, "runs": runs}
            for name, told in (
                ("place_painted_ms", "place"),
                ("all_there_ms", "made"),
                ("longest_stall_ms", "stall"),
            ):
                line[name] = round(statistics.median(start[told] for start in opened), 1)
            print(json.dumps(line), flush=True)


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    others = [Path(word).resolve() for word in sys.argv[1:] if Path(word).is_dir()]
    runs, roots = numbers[0] if numbers else 7, [*others, ROOT]
    server, display = start_virtual_screen()
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    measure = measure_panels if "panels" in sys.argv[1:] else measure_starts
    try:
        measure(roots, runs, environment)
    finally:
        stop_virtual_screen(server)
    print(json.dumps({"goals": GOALS}))


if __name__ == "__main__":
    main()

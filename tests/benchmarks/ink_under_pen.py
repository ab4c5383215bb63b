"""From a pen's report to ink on the screen: the program's share, on curves.

Prints a line of JSON for an engine that answers the pen only, for one that searches erasures
besides, and for a window that trains meanwhile: median, 95th percentile and maximum of the
milliseconds, and how many reports were painted together. A process of its own reports 200
positions a second, as a tablet does; the clock runs from there until the canvas is painted and
handed to the X server. What else runs on the machine counts.

    python tests/benchmarks/ink_under_pen.py [SECONDS]
"""

from __future__ import annotations

import json
import os
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from math import cos, sin
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from handdigit.gui.main_window import MainWindow

SECONDS = 15.0
WARM_UP_S = 5.0
STROKE, PAUSE, STROKES = 150, 20, 3
"""Reports of a stroke, and between two; strokes of a drawing."""
GOALS = {"median_ms": 4, "p95_ms": 8}
STAMP = struct.Struct("d")
DEVICE = """
import struct, sys, time
due = time.monotonic()
while True:
    due += 0.005
    time.sleep(max(0.0, due - time.monotonic()))
    sys.stdout.buffer.write(struct.pack("d", time.monotonic()))
    sys.stdout.buffer.flush()
"""


class Tablet:
    """Writes loops on the canvas whenever the device reports, and notes when they are painted."""

    def __init__(self, window: MainWindow) -> None:
        from PySide6.QtCore import QSocketNotifier
        from PySide6.QtGui import QInputDevice, QPointingDevice

        self._window, self._canvas = window, window.canvas
        self._pen = QPointingDevice(
            "pen", 1, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
            QInputDevice.Capability.Pressure | QInputDevice.Capability.Position, 1, 3,
        )  # fmt: skip
        self._reports = 0
        self._waiting: list[float] = []
        """When the positions were reported that are not on the screen yet."""
        self.latencies_ms: list[float] = []
        self.batches = 0
        repaint = self._canvas.repaint
        self._canvas.repaint = partial(self._timed, repaint)  # type: ignore[method-assign]
        self.device = subprocess.Popen([sys.executable, "-c", DEVICE], stdout=subprocess.PIPE)
        assert self.device.stdout is not None
        self._pipe = self.device.stdout.fileno()
        self._notifier = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _timed(self, repaint: Callable[..., None], *area: Any) -> None:
        repaint(*area)
        now = time.monotonic()
        self.latencies_ms += [(now - then) * 1000 for then in self._waiting]
        self.batches += bool(self._waiting)
        self._waiting.clear()

    def _read(self) -> None:
        for (then,) in STAMP.iter_unpack(os.read(self._pipe, STAMP.size * 256)):
            self._report(then)

    def _report(self, then: float) -> None:
        from PySide6.QtCore import QEvent

        stroke, number = divmod(self._reports, STROKE + PAUSE)
        self._reports += 1
        t = number / STROKE
        x, y = 0.5 + 0.25 * sin(9 * t + stroke), 0.2 + 0.6 * t + 0.12 * cos(14 * t)
        if number == 0 and stroke % STROKES == 0:
            self._window.session.document.clear()
        if number == 0:
            self._send(QEvent.Type.TabletPress, x, y)
        elif number < STROKE:
            self._waiting.append(then)
            self._send(QEvent.Type.TabletMove, x, y)
        elif number == STROKE:
            self._send(QEvent.Type.TabletRelease, x, y)

    def _send(self, kind: QEvent.Type, x: float, y: float) -> None:
        from tests.gui.driving import send_pen

        at = self._canvas.canvas_position(x, y)
        send_pen(self._canvas, self._pen, kind, at, 0.4 + 0.3 * sin(20 * y))

    def measure(self, seconds: float) -> dict[str, float]:
        """Write for a while."""
        assert not self._canvas.visibleRegion().isEmpty()
        run(WARM_UP_S)
        self.latencies_ms.clear()
        self.batches = 0
        run(seconds)
        times = sorted(self.latencies_ms)
        return {
            "median_ms": round(statistics.median(times), 2),
            "p95_ms": round(times[int(len(times) * 0.95)], 2),
            "max_ms": round(times[-1], 2),
            "reports": len(times),
            "reports_in_one_paint": round(len(times) / self.batches, 2),
        }


def run(seconds: float) -> None:
    """Let the window's event loop run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def train(window: MainWindow) -> None:
    """Start a training that does not end, and see its first steps."""
    from handdigit.experiment.recipe import Recipe
    from handdigit.storage.runs.run_store import RunSpec
    from tests.benchmarks.training_liveness import SETTINGS

    recipe = Recipe(**SETTINGS).to_json()
    window.training.start(RunSpec(recipe, ("generated",), "ink under pen", device="cpu"))
    while window.training.progress is None:
        assert not window.training.failure, window.training.failure
        run(0.1)


def measure_window(data: Path, meanwhile: str, seconds: float) -> None:
    """Print the line of one condition."""
    from handdigit.gui.state.navigation import INSIDE
    from tests.benchmarks.pen_beside_analyses import search
    from tests.benchmarks.training_liveness import opened_window

    with opened_window(data) as (_application, window):
        run(WARM_UP_S)
        if meanwhile == "training":
            train(window)
        else:
            window.navigation.show_panel(INSIDE)
        if meanwhile == "searching":
            search(window)
        tablet = Tablet(window)
        figures = tablet.measure(seconds)
        tablet.device.terminate()
        tablet.device.wait()
        print(json.dumps({"meanwhile": meanwhile, **figures}), flush=True)


def main(seconds: float) -> None:
    server, display = start_virtual_screen()
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    try:
        for meanwhile in ("answering", "searching", "training"):
            command = [sys.executable, __file__, "--window", meanwhile, str(seconds)]
            subprocess.run(command, env=environment, check=True)
    finally:
        stop_virtual_screen(server)
    print(json.dumps({"goals": GOALS, "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--window", condition, wanted]:
            with tempfile.TemporaryDirectory() as folder:
                measure_window(Path(folder), condition, float(wanted))
        case [wanted]:
            main(float(wanted))
        case _:
            main(SECONDS)

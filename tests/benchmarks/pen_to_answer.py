"""From the pen's movement to the answer's painted bars and maps, in the window's own event loop.

A timer moves the mouse every 25 ms along the ten digits of ``assets/examples``; the clock runs
from the movement until bars are painted that show an answer to it, or to a later movement, and
until nothing is left to paint of that answer. Prints a line of JSON with Inside open and one
with all panels hidden. The file runs on its own against an older checkout, too::

    python tests/benchmarks/pen_to_answer.py [ROUNDS [CHECKOUT]...]

With checkouts it measures each in turn, ROUNDS times, and prints the median of each; without,
this one.
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
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HERE = Path(__file__).parents[2]
MOVE_EVERY_MS = 25
STEPS_A_UNIT = 40
"""Movements along a line as long as the canvas is wide: a digit takes about two seconds."""
SETTLE_S = 6.0
WARM_UP_DIGITS = 2


def movements() -> list[list[list[tuple[float, float]]]]:
    """Return digits of strokes of places in canvas units, evenly spaced as a hand goes."""
    digits = []
    for path in sorted((HERE / "assets" / "examples").glob("*.json")):
        strokes = []
        for stroke in json.loads(path.read_text())["strokes"]:
            corners = [(float(point[0]), float(point[1])) for point in stroke]
            places = [corners[0]]
            for (x, y), (to_x, to_y) in pairwise(corners):
                steps = max(1, round(((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5 * STEPS_A_UNIT))
                places += [
                    (x + (to_x - x) * n / steps, y + (to_y - y) * n / steps)
                    for n in range(1, steps + 1)
                ]
            strokes.append(places)
        digits.append(strokes)
    return digits


def open_window(data: Path) -> tuple[Any, Any, Any]:
    """Return application, window and what is to be kept alive, of whatever checkout this is."""
    from handdigit.engine.client import EngineClient
    from handdigit.gui.app import make_application, make_window

    try:
        from handdigit.engine.protocol.messages import LoadModel
        from handdigit.storage.models.model_file import read_model_info
        from handdigit.storage.models.model_store import (  # in every checkout it is known there
            SHIPPED_MODELS,
            ModelStore,
            StoredModel,
        )
        from handdigit.storage.paths import AppPaths
    except ImportError:  # before the packages had their present names
        from handdigit.data.model_file import read_model_info  # type: ignore[import-not-found,no-redef]
        from handdigit.data.model_store import (  # type: ignore[import-not-found,no-redef]
            SHIPPED_MODELS,
            ModelStore,
            StoredModel,
        )
        from handdigit.data.paths import AppPaths  # type: ignore[import-not-found,no-redef]
        from handdigit.engine.messages import LoadModel  # type: ignore[import-not-found,no-redef]

    path = SHIPPED_MODELS / "default.safetensors"
    paths = AppPaths(data)
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, ModelStore(paths), model, "cpu", paths)
    try:
        from handdigit.gui.drawing_recovery import DrawingRecovery
    except ImportError:
        return application, window, None
    return application, window, DrawingRecovery(window, paths)


class Hand:
    """Moves the mouse along digits by a timer, and notes what is painted when."""

    def __init__(self, window: Any) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._window, self._canvas = window, window.canvas
        self._script = [
            (kind, place)
            for digit in movements()
            for kind, place in (("clear", None), *self._acts(digit))
        ]
        self._at = 0
        self._moved: list[tuple[int, float]] = []
        """Movements whose answer is not painted yet: the drawing's state after each, and when."""
        self.bars_ms: list[float] = []
        self.all_ms: list[float] = []
        self._unfinished: list[float] = []
        self._answered = 0
        window.session.recognition_changed.connect(self._take)
        self._idle = QTimer(interval=0, singleShot=True)
        self._idle.timeout.connect(self._finished)
        self.timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._move)

    @staticmethod
    def _acts(digit: list[list[tuple[float, float]]]) -> list[tuple[str, tuple[float, float]]]:
        return [
            (("press" if number == 0 else "move"), place)
            for stroke in digit
            for number, place in [*enumerate(stroke)]
        ] + [("release", digit[-1][-1])]

    def _move(self) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        kind, place = self._script[self._at % len(self._script)]
        self._at += 1
        if kind == "clear":
            session = self._window.session
            getattr(session, "document", session).clear()  # an older checkout has no document
            self._moved.clear()
            return
        side = min(self._canvas.width(), self._canvas.height())
        left = (self._canvas.width() - side) / 2
        top = (self._canvas.height() - side) / 2
        at = QPoint(round(left + place[0] * side), round(top + place[1] * side))
        button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        before, now = self._revision(), time.perf_counter()
        if kind == "release":
            QTest.mouseRelease(self._canvas, button, plain, at)
        elif kind == "press":
            QTest.mouseRelease(self._canvas, button, plain, at)
            QTest.mousePress(self._canvas, button, plain, at)
        else:
            QTest.mouseMove(self._canvas, at)
            self._moved.append((before + 1, now))

    def _revision(self) -> int:
        return int(self._window.session._revisions._newest)

    def _take(self, _recognition: object) -> None:
        self._answered = int(self._window.session._revisions._answered)

    def note_bars(self) -> None:
        now = time.perf_counter()
        done = [moved for moved in self._moved if moved[0] <= self._answered]
        if done:
            self._moved = [moved for moved in self._moved if moved[0] > self._answered]
            self.bars_ms += [(now - when) * 1000 for _revision, when in done]
            self._unfinished += [when for _revision, when in done]
        if self._unfinished:
            self._idle.start()

    def _finished(self) -> None:
        """The event loop has nothing to do: the maps are painted."""
        now = time.perf_counter()
        self.all_ms += [(now - when) * 1000 for when in self._unfinished]
        self._unfinished.clear()


def watch_bars(on_painted: Callable[[], object]) -> None:
    """Call a function whenever the bars have been painted, in windows that are made later."""
    from handdigit.gui.widgets.probability_bars import ProbabilityBars

    paint = ProbabilityBars.paintEvent

    def timed(bars: ProbabilityBars, event: QPaintEvent) -> None:
        paint(bars, event)
        on_painted()

    ProbabilityBars.paintEvent = timed  # type: ignore[method-assign,assignment]


def run(seconds: float) -> None:
    """Let the event loop run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def quantiles(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
        "n": len(ordered),
    }


def measure_window(data: Path, *, panels: bool) -> dict[str, object]:
    hands: list[Hand] = []
    watch_bars(lambda: [hand.note_bars() for hand in hands])
    _application, window, recovery = open_window(data)
    window.panels.setVisible(panels)
    window.show()
    run(SETTLE_S)
    hand = Hand(window)
    hands.append(hand)
    digits = [script for script in hand._script if script[0] == "clear"]
    length = len(hand._script) * MOVE_EVERY_MS / 1000
    hand.timer.start(MOVE_EVERY_MS)
    run(length * WARM_UP_DIGITS / len(digits))
    hand.bars_ms.clear()
    hand.all_ms.clear()
    before = time.process_time()
    run(length)
    spent = time.process_time() - before
    hand.timer.stop()
    moves = len(hand.bars_ms)
    result = {
        "panels": panels,
        "bars_ms": quantiles(hand.bars_ms),
        "all_ms": quantiles(hand.all_ms),
        "window_cpu_ms_a_move": round(spent * 1000 / moves, 2),
    }
    run(0.5)
    window.close()
    if recovery is not None:
        recovery.close()
    return result


def measured(checkout: Path, display: str, *, panels: bool) -> dict[str, Any]:
    """Measure a checkout in a process of its own."""
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(checkout),
    }  # fmt: skip
    command = [sys.executable, __file__, "--window", "panels" if panels else "hidden"]
    process = subprocess.run(command, env=environment, cwd=checkout, capture_output=True, text=True)
    if process.returncode:
        sys.exit(process.stderr)
    found: dict[str, Any] = json.loads(process.stdout.splitlines()[-1])
    return found


def main(rounds: int, checkouts: list[Path]) -> None:
    sys.path.insert(0, str(HERE))
    from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

    server, display = start_virtual_screen()
    try:
        for number in range(rounds):
            for panels in (True, False):
                for checkout in checkouts:
                    found = measured(checkout, display, panels=panels)
                    print(
                        json.dumps({"checkout": checkout.name, "round": number, **found}),
                        flush=True,
                    )
    finally:
        stop_virtual_screen(server)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--window", shown]:
            with tempfile.TemporaryDirectory() as folder:
                print(json.dumps(measure_window(Path(folder), panels=shown == "panels")))
        case [wanted, *named]:
            main(int(wanted), [Path(name).resolve() for name in named] or [HERE])
        case _:
            main(1, [HERE])

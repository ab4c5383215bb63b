"""How the real window reads the digits of strangers that are drawn on it with a mouse.

300 digits of unipen_dev that are not known to be faulty, each drawn twice: with its longer
side at 70 % of the canvas in the middle, and at 30 to 70 % anywhere. The mouse is that of an
X server (xdotool), so positions are whole pixels. Prints a line of JSON each: n, accuracy,
refusals (an answer with a question mark counts as one, and not as right), and which were
misread (line, label, answer); and how many answers are others than for the same strokes as they
were recorded, which is what the drawing itself costs.

    python tests/benchmarks/drawn_digits.py [--count 300] [--seed 1] [--model FILE] [--events]

Goal: at least 99 % right of both.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QPoint

from handdigit.gui.canvas.canvas import Canvas
from tests.gui.drawn_digits import (
    AS_PEOPLE_DO,
    BIG,
    Reading,
    draw_with_events,
    read_digits,
    recorded_digits,
)
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

DATA = ROOT.parent / "shared" / "data" / "strokes" / "unipen_dev.jsonl.gz"
PATIENCE_S = 60.0


def draw_with_mouse(canvas: Canvas, strokes: Sequence[Sequence[QPoint]]) -> None:
    """Move the X server's pointer; the window sees the events when it comes to them."""
    steps: list[str] = []
    for points in strokes:
        for number, point in enumerate(points):
            at = canvas.mapToGlobal(point) * canvas.devicePixelRatio()
            steps += ["mousemove", str(at.x()), str(at.y())]
            if number == 0:
                steps += ["mousedown", "1"]
        steps += ["mouseup", "1"]
    subprocess.run(["xdotool", *steps], check=True)


def directly(readings: Sequence[Reading], path: Path) -> tuple[list[int | None], ...]:
    """Return the answers to the strokes as recorded and as drawn, without the window."""
    from handdigit.network.recognition import Verdict
    from handdigit.recognition.recogniser import Recogniser
    from handdigit.storage.models.model_file import read_model

    recogniser = Recogniser(read_model(path), "cpu")
    return tuple(
        [
            answer.digit if answer.verdict is Verdict.DIGIT else None
            for answer in map(recogniser.recognise, inks)
        ]
        for inks in ([r.digit.ink for r in readings], [r.drawn for r in readings])
    )


def measure(options: argparse.Namespace, data: Path) -> None:
    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.storage.models.model_file import read_model_info
    from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
    from handdigit.storage.models.stored_model import StoredModel
    from handdigit.storage.paths import AppPaths

    paths = AppPaths(data)
    store = ModelStore(paths)
    path = store.find(options.model or DEFAULT_MODEL)
    engine = EngineClient()
    engine.start()
    engine.load_model(LoadModel(path, "cpu"))
    application = make_application()
    model = StoredModel(path.stem, path, read_model_info(path))
    window = make_window(application, engine, store, model, "cpu", paths)
    window.show()

    def wait(condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            application.processEvents()
            time.sleep(0.0005)
            if time.monotonic() > deadline:
                raise TimeoutError("the window did not answer")

    digits = recorded_digits(DATA, options.count, options.seed)
    draw = draw_with_events if options.events else draw_with_mouse
    everything: dict[str, list[Reading]] = {}
    for name, shares in (("big and centred", BIG), ("30 to 70 %, anywhere", AS_PEOPLE_DO)):
        everything[name] = read_digits(
            window, digits, shares, wait=wait, draw=draw, seed=options.seed
        )
    canvas = min(window.canvas.width(), window.canvas.height())
    window.close()
    for name, readings in everything.items():
        recorded, drawn = directly(readings, path)
        answers = [reading.answer for reading in readings]
        result = {
            "drawn": name,
            "n": len(readings),
            "accuracy": sum(r.is_right for r in readings) / len(readings),
            "refused": [r.digit.line for r in readings if r.answer is None],
            "misread": [
                (r.digit.line, r.digit.label, r.answer)
                for r in readings
                if r.answer not in (None, r.digit.label)
            ],
            "other_than_recorded": sum(a != b for a, b in zip(answers, recorded, strict=True)),
            "other_than_without_window": sum(a != b for a, b in zip(answers, drawn, strict=True)),
            "accuracy_recorded": sum(
                a == r.digit.label for a, r in zip(recorded, readings, strict=True)
            )
            / len(readings),
            "canvas_px": canvas,
            "model": path.stem,
        }
        print(json.dumps(result), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", help="a shipped model, or a file")
    parser.add_argument("--events", action="store_true", help="Qt's events, without the X server")
    options = parser.parse_args()
    server, display = start_virtual_screen()
    os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    try:
        with tempfile.TemporaryDirectory() as data:
            measure(options, Path(data))
    finally:
        stop_virtual_screen(server)


if __name__ == "__main__":
    main()

"""How soon the window can be drawn on and how soon it answers, over the time of `import torch`.

Prints JSON; medians over RUNS starts that alternate with the reference, so that a change of
the machine's speed hits both. Run it with nothing else going on:

    python tests/benchmarks/start_up.py [RUNS]
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

from handdigit.storage.paths import ASSETS
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

SEVEN = ASSETS / "examples" / "seven.json"
WINDOW = """
import sys, time
from handdigit.gui.quick_imports import skip_feature_checks
skip_feature_checks()
from PySide6.QtWidgets import QApplication
from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.main_window import MainWindow

def said(text):
    print(text, time.time(), flush=True)

painted = Canvas.paintEvent
def paint(self, event):
    painted(self, event)
    if not paint.done:
        paint.done = True
        said("painted")
paint.done = False
Canvas.paintEvent = paint

def answer(recognition):
    if recognition.digit is not None:
        said("answered")
        QApplication.instance().closeAllWindows()

made = MainWindow.__init__
def make(self, *arguments, **settings):
    made(self, *arguments, **settings)
    self.session.recognition_changed.connect(answer)  # after all that shows it
MainWindow.__init__ = make

from handdigit.cli import main
sys.exit(main(sys.argv[1:]))
"""


def seconds_of_import_torch(environment: dict[str, str]) -> float:
    started = time.time()
    subprocess.run([sys.executable, "-c", "import torch"], check=True, env=environment)
    return time.time() - started


def seconds_of_start(environment: dict[str, str], folder: Path) -> tuple[float, float]:
    script = folder / "window.py"
    # The probe imports Qt and the window before the program would: what it measures is late
    # rather than early.
    script.write_text(f"if __name__ == '__main__':\n    exec({WINDOW!r})\n")
    command = [sys.executable, str(script), "--data-dir", str(folder / "data")]
    started = time.time()
    command += ["--open", str(SEVEN)]
    output = subprocess.run(
        command, check=True, env=environment, capture_output=True, text=True
    ).stdout
    times = dict(line.split() for line in output.splitlines())
    return float(times["painted"]) - started, float(times["answered"]) - started


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    server, display = start_virtual_screen()
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    reference, painted, answered = [], [], []
    try:
        with tempfile.TemporaryDirectory() as folder:
            for run in range(runs + 1):
                torch_s = seconds_of_import_torch(environment)
                start = seconds_of_start(environment, Path(folder))
                if run:  # the first one fills the disk's cache
                    reference.append(torch_s)
                    painted.append(start[0])
                    answered.append(start[1])
    finally:
        stop_virtual_screen(server)
    pairs = list(zip(painted, answered, reference, strict=True))
    print(
        json.dumps(
            {
                "runs": runs,
                "import_torch_s": round(statistics.median(reference), 3),
                "first_paint_s": round(statistics.median(painted), 3),
                "first_answer_s": round(statistics.median(answered), 3),
                "first_paint_over_import_torch": round(
                    statistics.median(p / r for p, _, r in pairs), 3
                ),
                "first_paint_goal": 0.35,
                "first_answer_over_import_torch": round(
                    statistics.median(a / r for _, a, r in pairs), 3
                ),
                "first_answer_goal": 1.6,
            }
        )
    )


if __name__ == "__main__":
    main()

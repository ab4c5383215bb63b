"""What has been loaded when the window is painted for the first time: as little as can be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LATER = (
    "torch", "PIL", "pyqtgraph", "sqlite3", "urllib.request", "http.client", "ssl",
    "logging.handlers", "handdigit.gui.panels.inside.panel", "handdigit.inspection.arithmetic",
    "handdigit.handwriting.model", "handdigit.training.loop", "handdigit.gui.guide.welcome",
    "handdigit.gui.guide.tour", "handdigit.gui.course.pages", "handdigit.gui.course.dock",
    "handdigit.network.zoo", "handdigit.engine.protocol.requests", "handdigit.commands.arguments",
)  # fmt: skip
"""Nothing of this is needed before one can draw."""
PROBE = """
import os, sys

def loaded():
    return [name for name in sys.argv[2:] if name in sys.modules]

if __name__ == "__main__":
    from handdigit.gui.canvas.canvas import Canvas

    paint = Canvas.paintEvent

    def first(self, event):
        from PySide6.QtWidgets import QApplication

        paint(self, event)
        if Canvas.paintEvent is first:
            Canvas.paintEvent = paint
            print("loaded:", *loaded(), flush=True)
            QApplication.instance().closeAllWindows()

    Canvas.paintEvent = first
    from handdigit.cli import main

    sys.exit(main(["--data-dir", sys.argv[1]]))
"""


def test_nothing_heavy_is_loaded_before_the_window_is_painted(tmp_path: Path) -> None:
    script = tmp_path / "probe.py"
    script.write_text(PROBE, encoding="utf-8")
    found = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "data"), *LATER],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert found.stdout.splitlines() == ["loaded:"], found.stderr

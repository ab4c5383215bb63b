"""How soon the bundle's window is on the screen, over the time that the source run takes.

Prints JSON; medians over RUNS starts of both in turn, so that a change of the machine's speed hits
both. What is watched is the screen itself: it is black until a window is painted. Run it with
nothing else going on:

    python tests/benchmarks/start_up_bundle.py dist/handdigit [RUNS]
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

from PIL import ImageGrab

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

GOAL = 1.3
LOOK_S = 0.005
PLACE = (600, 300, 601, 301)
"""A pixel of any window at its first size; nothing there is black."""


def seconds_until_painted(command: list[str], environment: dict[str, str]) -> float:
    """Start the program, wait for its window and end it."""
    started = time.monotonic()
    program = subprocess.Popen(command, env=environment)
    try:
        while not any(ImageGrab.grab(PLACE, xdisplay=environment["DISPLAY"]).getpixel((0, 0))):
            assert program.poll() is None, f"it ended with {program.returncode}"
            time.sleep(LOOK_S)
        return time.monotonic() - started
    finally:
        program.terminate()
        program.wait()


def main() -> None:
    bundle = Path(sys.argv[1]).resolve() / "handdigit"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    server, display = start_virtual_screen()
    environment = os.environ | {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    programs = {"source": [sys.executable, "-m", "handdigit"], "bundle": [str(bundle)]}
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    try:
        with tempfile.TemporaryDirectory() as folder:
            for run in range(runs + 1):
                for name, command in programs.items():
                    data = ["--data-dir", f"{folder}/{name}"]
                    painted = seconds_until_painted([*command, *data], environment)
                    if run:  # the first one fills the disk's cache
                        seconds[name].append(painted)
    finally:
        stop_virtual_screen(server)
    print(
        json.dumps(
            {
                "runs": runs,
                **{f"{name}_s": round(statistics.median(seconds[name]), 3) for name in programs},
                "bundle_over_source": round(
                    statistics.median(
                        b / s for s, b in zip(seconds["source"], seconds["bundle"], strict=True)
                    ),
                    3,
                ),
                "goal": GOAL,
            }
        )
    )


if __name__ == "__main__":
    main()

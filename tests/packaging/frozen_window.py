"""The window of a frozen program, as its user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import ImageGrab

from handdigit.gui.theme import LIGHT

PATIENCE_S = 120.0
"""Far more than a start or an answer takes, so that only a missing one fails."""
TRAINING_S = 10 * PATIENCE_S
"""The same for two epochs of the quick recipe."""
POLL_S = 0.05
REPORT_S = "0.008"
"""Time between two positions that a mouse reports."""
PAPER = (100, 150, 240)
"""A square on the canvas: left, top and side in pixels of the window at its first size."""
ACCENT = tuple(bytes.fromhex(LIGHT.accent.removeprefix("#")))
SHADE = 40
"""The style shades a button from top to bottom, by less than this."""
PANELS = slice(470, 1160)
"""Between the canvas and the answer lie the panels of the window at its first size, in pixels."""
BUTTON = (6, 60)
"""Height and width in pixels that a button has above its text, and that nothing above it in the
accent colour has: the line below a tab is thinner."""
Value = TypeVar("Value")


@dataclass(frozen=True)
class Window:
    """The program's window as its user meets it: a title, a mouse and a keyboard."""

    program: subprocess.Popen[bytes]
    display: str
    number: str

    @property
    def title(self) -> str:
        return xdotool(self.display, "getwindowname", self.number)

    def draw(self, strokes: list[list[list[float]]]) -> None:
        left, top, side = PAPER
        for stroke in strokes:
            steps = []
            for x, y, *_ in stroke:
                place = (str(round(left + x * side)), str(round(top + y * side)))
                steps += ["mousemove", "--window", self.number, *place]
                if "mousedown" not in steps:
                    steps += ["mousedown", "1"]
                steps += ["sleep", REPORT_S]
            xdotool(self.display, *steps, "mouseup", "1")

    def press(self, keys: str) -> None:
        # There is no window manager to do this.
        xdotool(self.display, "windowfocus", "--sync", self.number, "key", keys)

    def click_accent(self) -> bool:
        """Click the first button in the accent colour in a panel, if there is one."""
        screen = np.asarray(ImageGrab.grab(xdisplay=self.display).convert("RGB")).astype(int)
        hits = (np.abs(screen[:, PANELS] - ACCENT) < SHADE).all(axis=2)
        fits = np.lib.stride_tricks.sliding_window_view(hits, BUTTON).all(axis=(2, 3))
        if not fits.any():
            return False
        y, x = np.argwhere(fits)[0]
        xdotool(self.display, "mousemove", str(PANELS.start + x + 5), str(y + 5), "click", "1")
        return True


def find_window(program: subprocess.Popen[bytes], display: str) -> str | None:
    assert program.poll() is None, f"it ended with {program.returncode} before it was shown"
    return xdotool(display, "search", "--onlyvisible", "--name", "^handdigit$").partition("\n")[0]


def xdotool(display: str, *arguments: str) -> str:
    """Return what it prints; nothing if it finds nothing."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env=os.environ | {"DISPLAY": display},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def eventually(look: Callable[[], Value | None], patience_s: float = PATIENCE_S) -> Value:
    """Return the first true value that ``look`` gives; fail if it never gives one."""
    deadline = time.monotonic() + patience_s
    while not (value := look()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(POLL_S)
    return value


def processes_of(bundle: Path) -> list[str]:
    """Return the command lines of all processes that run a file of the bundle."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_text(errors="replace").replace("\0", " ")
            program = str((process / "exe").readlink())
        except OSError:  # it has ended, or is not ours to look at
            continue
        if str(bundle) in program or str(bundle) in command:
            found.append(command)
    return found


def strokes_of(bundle: Path, name: str) -> list[list[list[float]]]:
    """Return an example drawing, recorded with a mouse and shipped with the program."""
    file = bundle / "_internal" / "handdigit" / "assets" / "examples" / f"{name}.json"
    strokes: list[list[list[float]]] = json.loads(file.read_text())["strokes"]
    return strokes

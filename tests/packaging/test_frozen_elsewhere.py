"""On Windows and macOS the mouse draws in the frozen program, too; on Linux it is xdotool's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageGrab

from tests.packaging.frozen_window import PATIENCE_S, eventually

pytestmark = pytest.mark.frozen
STEPS = 20
CANVAS = (0.17, 0.35)
"""A place on the canvas, as shares of the screen, where the window is as large as the screen."""
LENGTH = 0.25
"""Of a stroke downwards, as a share of the screen's height."""


@pytest.fixture
def program(bundle: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    pytest.importorskip("pynput", reason="it moves the mouse where there is no xdotool")
    size = "x".join(map(str, ImageGrab.grab().size))
    program = subprocess.Popen([bundle / "handdigit", "--data-dir", tmp_path, "--size", size])
    yield program
    program.kill()
    program.wait()


def test_the_mouse_draws_and_the_keyboard_ends_it(
    program: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    from pynput.keyboard import Controller as Keyboard
    from pynput.keyboard import Key
    from pynput.mouse import Button
    from pynput.mouse import Controller as Mouse

    # What is on the canvas is written here once the window is painted, and after every stroke.
    (journal,) = eventually(lambda: list((tmp_path / "drawings").glob("*.journal")))
    empty = journal.stat().st_size
    width, height = ImageGrab.grab().size
    mouse, keyboard = Mouse(), Keyboard()
    mouse.position = (round(CANVAS[0] * width), round(CANVAS[1] * height))
    mouse.press(Button.left)
    for _ in range(STEPS):
        mouse.move(0, round(LENGTH * height / STEPS))
    mouse.release(Button.left)
    eventually(lambda: journal.stat().st_size > empty)
    with keyboard.pressed(Key.cmd if sys.platform == "darwin" else Key.ctrl):
        keyboard.tap("q")
    assert program.wait(PATIENCE_S) == 0
    assert (tmp_path / "handdigit.log").read_text() == ""

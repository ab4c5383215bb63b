"""Other threads tell the window's thread what they found out, whatever has gone meanwhile."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from handdigit.gui.state.window_thread import in_window

ROOT = Path(__file__).parents[2]
ROUNDS = 300
# A process of its own, for it crashed. Threads take turns as often as they can.
HEAD = """
import faulthandler, sys, threading
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete
from handdigit.gui.state.background import Background, ignore

faulthandler.enable()
sys.setswitchinterval(1e-5)
application = QCoreApplication([])

def start(parent):
    begun = threading.Event()
    def work(job):
        begun.set()
        for _ in range(200):
            job.tell(int)
    Background("work", parent).start(work, ignore, ignore)
    begun.wait()
"""
TAKEN_AWAY = f"""
for _ in range({ROUNDS}):
    window = QObject()
    start(window)
    delete(window)
    application.processEvents()
"""
AT_THE_END = """
window = QObject()
for _ in range(5):
    start(window)
"""


def run(script: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", HEAD + script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_what_a_thread_tells_can_be_taken_away_meanwhile():
    run(TAKEN_AWAY)


@pytest.mark.parametrize("_number", range(3))
def test_the_process_can_end_while_threads_tell(_number):
    run(AT_THE_END)


class Listener(QObject):
    """Remembers what it was told, and where."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, threading.Thread]] = []

    def hear(self, word: object) -> None:
        self.heard.append((word, threading.current_thread()))


def test_it_is_told_in_the_windows_thread_and_in_its_order(qtbot):
    listener = Listener()
    tell = in_window(listener.hear)
    thread = threading.Thread(target=lambda: [tell(number) for number in range(100)])
    thread.start()
    thread.join()
    assert listener.heard == []
    qtbot.waitUntil(lambda: len(listener.heard) == 100)
    assert listener.heard == [(number, threading.main_thread()) for number in range(100)]


def test_nothing_is_told_to_who_has_gone(qtbot):
    from shiboken6 import delete

    listener, another = Listener(), Listener()
    in_window(listener.hear)("a word")
    delete(listener)
    in_window(listener.hear)("a word")
    in_window(another.hear)("the last")
    qtbot.waitUntil(lambda: len(another.heard) == 1)
    assert listener.heard == []

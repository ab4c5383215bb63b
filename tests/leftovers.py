"""What a test may leave running: nothing but what was kept for the tests after it."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 20.0
"""What is ending already may take so long on a busy computer."""
Running = threading.Thread | int
"""A thread of this process, or the number of a child process."""
_kept: set[Running] = set()


def running() -> set[Running]:
    """Return the threads and the child processes there are, those not waited for included."""
    tasks = Path("/proc/self/task").glob("*/children")  # there are none but on Linux
    listed = {int(pid) for task in tasks for pid in task.read_text().split()}
    own = {child.pid for child in multiprocessing.active_children() if child.pid is not None}
    return {*threading.enumerate(), *listed, *own}


@contextmanager
def kept_running() -> Iterator[None]:
    """What is started within is used by several tests: whoever starts it ends it with the suite."""
    before = running()
    yield
    _kept.update(running() - before)


def wait_for_the_rest(before: set[Running]) -> list[str]:
    """Wait for what is ending; return what stays of that which was not there before."""
    for thread in threading.enumerate():
        if thread not in before | _kept:
            thread.join(PATIENCE_S)
    for child in multiprocessing.active_children():
        if child.pid not in before | _kept:
            child.join(PATIENCE_S)
    return sorted(map(_describe, running() - before - _kept))


def open_in_qt() -> list[str]:
    """Delete what is to be deleted; return visible windows and timers that still run."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    if QCoreApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    timers = [
        o for o in gc.get_objects() if issubclass(type(o), QTimer) and isValid(o) and o.isActive()
    ]
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    return [f"a timer of {t.parent()}" for t in timers] + [f"the window {w}" for w in windows]


def _describe(left: Running) -> str:
    if isinstance(left, threading.Thread):
        return f"the thread {left.name!r}"
    try:
        command = Path(f"/proc/{left}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        command = ""
    return f"the process {left} {command or '(ended, but nobody waited for it)'}"

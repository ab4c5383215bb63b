"""What a test may leave running: nothing but what was kept for the tests after it."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
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
    found: set[Running] = {child.pid or 0 for child in multiprocessing.active_children()}
    for task in Path("/proc/self/task").glob("*/children"):  # there are none but on Linux
        with contextlib.suppress(OSError):  # a thread that has ended meanwhile
            found.update(map(int, task.read_text().split()))
    return found.union(threads())


def threads() -> list[threading.Thread]:
    """Return the threads that Python started; Dummy ones belong to a library."""
    return [thread for thread in threading.enumerate() if not thread.name.startswith("Dummy-")]


@contextmanager
def kept_running() -> Iterator[None]:
    """What is started within is used by several tests: whoever starts it ends it with the suite."""
    before = running()
    yield
    _kept.update(running() - before)


def wait_for_the_rest(before: set[Running], patience_s: float = PATIENCE_S) -> list[str]:
    """Wait for what is ending; return what stays of that which was not there before."""
    for thread in threads():
        if thread not in before | _kept:
            thread.join(patience_s)
    for child in multiprocessing.active_children():
        if child.pid not in before | _kept:
            child.join(patience_s)
    return sorted(map(_describe, running() - before - _kept))


def open_in_qt() -> list[str]:
    """Delete what is to be deleted; return visible windows and timers that still run."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    from handdigit.gui.state.garbage import GarbageCollector

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    timers = [
        o for o in gc.get_objects() if issubclass(type(o), QTimer) and isValid(o) and o.isActive()
    ]
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    owners = [t.parent() for t in timers if not isinstance(t.parent(), GarbageCollector)]
    return [f"a timer of {owner}" for owner in owners] + [f"the window {w}" for w in windows]


def _describe(left: Running) -> str:
    if isinstance(left, threading.Thread):
        return f"the thread {left.name!r}"
    try:
        command = Path(f"/proc/{left}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        command = ""
    return f"the process {left} {command or '(ended, but nobody waited for it)'}"

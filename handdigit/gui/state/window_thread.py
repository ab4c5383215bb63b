"""What other threads find out is told in the window's thread.

No other thread may emit a signal of an object that can go. Qt emits without Python's lock: the
window's thread can take the object away in the middle, and the process crashes. So all that
threads tell goes through one object, which stays until the process ends.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from functools import partial
from types import MethodType
from typing import ParamSpec, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

P = ParamSpec("P")


class _Relay(QObject):
    """Makes calls in the thread of the module's import, which is the window's."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._is_open = True
        self._lock = threading.Lock()
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], object]) -> None:
        with self._lock:
            if self._is_open:
                self._posted.emit(call)

    def close(self) -> None:
        """Take no more calls; none is being posted afterwards."""
        with self._lock:
            self._is_open = False

    @Slot(object)
    def _call(self, call: Callable[[], object]) -> None:
        call()


_relay = _Relay()
# Registered after PySide6's own, hence before it: that takes every object away.
atexit.register(_relay.close)


def in_window(method: Callable[P, object]) -> Callable[P, None]:
    """Return a function for other threads, which has ``method`` called in the window's.

    It returns at once. ``method`` is that of a ``QObject``; once this is gone, nothing is called.
    """
    owner = cast("MethodType", method).__self__

    def post(*args: P.args, **kwargs: P.kwargs) -> None:
        _relay.post(partial(call_if_there, *args, **kwargs))

    def call_if_there(*args: P.args, **kwargs: P.kwargs) -> None:
        if isValid(owner):
            method(*args, **kwargs)

    return post

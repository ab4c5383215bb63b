"""Widgets that nobody needs go in the window's thread, whichever thread is at work."""

from __future__ import annotations

import gc
import threading
import weakref


class Node:
    """Part of a circle, so that only the collector finds it."""

    def __init__(self, gone: list[int]) -> None:
        self.circle = self
        weakref.finalize(self, lambda: gone.append(threading.get_ident()))


def test_garbage_goes_in_the_windows_thread(qtbot, garbage):
    gone: list[int] = []
    Node(gone)
    kept: list[list[int]] = []
    at_work = threading.Thread(target=lambda: kept.extend([] for _ in range(50_000)))
    at_work.start()
    at_work.join()
    assert gone == []
    assert gc.get_count()[0] > gc.get_threshold()[0], "Python would have collected"
    qtbot.waitUntil(lambda: gone == [threading.get_ident()])

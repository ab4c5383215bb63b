"""Garbage is collected in the window's thread only.

Python collects it in whichever thread happens to make an object. A widget that goes in another
thread than its own waits for the interpreter's lock while it holds Qt's, and the window's thread
waits for Qt's while it holds the interpreter's: both for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 1000


class GarbageCollector(QObject):
    """Takes the place of Python's own in a process with a window."""

    def __init__(self, parent: QObject) -> None:
        """Begin to collect, in the thread of ``parent``."""
        super().__init__(parent)
        gc.disable()
        # Modules stay for ever: going through them each time would stop the window for 20 ms.
        gc.freeze()
        timer = QTimer(self, interval=INTERVAL_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python would."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold
        ]
        if due:
            gc.collect(max(due))

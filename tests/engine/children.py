"""Functions for children to run."""

from __future__ import annotations

import threading

from handdigit.engine.wire import Wire


def sleep_forever(wire: Wire) -> None:
    """Say so, and do nothing any more."""
    wire.send("awake")
    threading.Event().wait()

"""Functions for children to run."""

from __future__ import annotations

import time

from handdigit.engine.wire import Wire


def sleep_forever(wire: Wire) -> None:
    """Say so, and do nothing any more."""
    wire.send("awake")
    while True:
        time.sleep(1)

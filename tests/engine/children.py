"""Functions for children to run."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection


def sleep_forever(connection: Connection) -> None:
    """Say so, and do nothing any more."""
    connection.send("awake")
    while True:
        time.sleep(1)

"""How many cores of the computer are there to be used."""

from __future__ import annotations

import os


def core_count() -> int:
    """Return on how many cores this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

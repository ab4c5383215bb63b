"""What a process that computes asks of the system. No torch: some of it comes before torch."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Mapping
from types import MappingProxyType

NICENESS = 10
BELOW_NORMAL_PRIORITY_CLASS = 0x4000
"""https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-setpriorityclass"""
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
"""https://man7.org/linux/man-pages/man3/mallopt.3.html"""
MOST = 2**31 - 1
IDLE_THREADS: Mapping[str, str] = MappingProxyType(
    {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "1000"}
)
"""How OpenMP's idle threads wait: environment variables, to be set before torch loads.

They must sleep, not spin: training is 3 to 5 times faster on shared cores. But not at once: GNU's
spin a few microseconds first, about as long as it takes to begin the next operation, for a thread
that sleeps is slow to wake.
"""


def keep_freed_memory() -> None:
    """Let this process use freed memory again instead of giving it back to the system.

    A step of training frees all its maps and gradients. glibc returns blocks of that size at once,
    and the next step waits for the system to clear the same pages again: up to a fifth of its
    time. With another C library nothing changes.
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        for parameter in (M_MMAP_THRESHOLD, M_TRIM_THRESHOLD):
            library.mallopt(parameter, MOST)


def thread_count() -> int:
    """Return on how many threads to train: one core is left to the window."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)) - 1)
    return max(1, (os.cpu_count() or 1) - 1)


def lower_priority() -> None:
    """Let every other program go first."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(NICENESS)

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
M_TRIM_THRESHOLD, M_MMAP_MAX = -1, -4
"""https://man7.org/linux/man-pages/man3/mallopt.3.html"""
MOST = 2**31 - 1
IDLE_THREADS: Mapping[str, str] = MappingProxyType(
    {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "1000"}
)
"""How OpenMP's idle threads wait: environment variables, see :func:`let_idle_threads_sleep`.

They must sleep, not spin: training is 3 to 5 times faster on shared cores. But not at once: GNU's
spin a few microseconds first, about as long as it takes to begin the next operation, for a thread
that sleeps is slow to wake.
"""


def let_idle_threads_sleep() -> None:
    """Set :data:`IDLE_THREADS` for this process and its children, before torch loads.

    What the user has set stays; a policy of theirs stays alone, for a number of turns would
    overrule it.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.update(IDLE_THREADS | os.environ)


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
        # Only both: without the first, the second alone makes it ask the system more often.
        if library.mallopt(M_MMAP_MAX, 0):
            library.mallopt(M_TRIM_THRESHOLD, MOST)


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


def prepare_training() -> None:
    """Make this process one that trains beside the window, and load torch."""
    lower_priority()
    import torch  # only here: the command line and the window import this module, too

    keep_freed_memory()
    torch.set_num_threads(thread_count())

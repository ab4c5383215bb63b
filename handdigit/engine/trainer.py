"""The trainer process: one run, then the end. Torch is imported in here only."""

from __future__ import annotations

import contextlib
import os
import sys

from handdigit.engine.trainer_messages import Order
from handdigit.engine.wire import Wire

NICENESS = 10
BELOW_NORMAL_PRIORITY_CLASS = 0x4000
"""https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-setpriorityclass"""


def run_trainer(wire: Wire) -> None:
    """Carry out the run that the first message orders."""
    order: Order = wire.recv()
    lower_priority()
    import torch  # only here: the window imports this module to name the function

    from handdigit.engine.trainer_run import carry_out

    torch.set_num_threads(thread_count())
    carry_out(order, wire)


def thread_count() -> int:
    """Return on how many threads to train: one core is left to the window."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)) - 1)
    return max(1, (os.cpu_count() or 1) - 1)


def lower_priority() -> None:
    """Let every other program go first."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(NICENESS)

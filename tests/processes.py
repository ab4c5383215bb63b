"""Other processes, as tests end them and look at them on every system."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

can_hang = pytest.mark.skipif(
    sys.platform == "win32", reason="needs SIGSTOP to let a process hang, which Windows lacks"
)


def kill(pid: int) -> None:
    """End a process at once, as a crash does; on Windows SIGTERM is as hard as SIGKILL."""
    os.kill(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


def is_running(pid: int) -> bool:
    """Return whether a process computes: one that has ended and is not waited for does not."""
    if sys.platform == "win32":
        pytest.skip("needs to ask for a process by its number, as POSIX systems let one")
    try:
        if Path("/proc/self/stat").exists():
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        os.kill(pid, 0)
    except (FileNotFoundError, ProcessLookupError):
        return False
    return True

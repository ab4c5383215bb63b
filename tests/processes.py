"""Other processes: ended, looked at and waited for, on every system where that can be."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

PATIENCE_S = 60.0
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="watches processes as Linux does")


def descendants(pid: int) -> set[int]:
    """Return the process ids of all living descendants."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
    found: set[int] = set()
    grown = {pid}
    while grown:
        found |= grown
        grown = {child for child, parent in parents.items() if parent in grown} - found
    return found - {pid}


def wait_for_end(pids: Iterable[int]) -> None:
    """Wait until processes have ended; fail if one lives on."""
    for pid in pids:
        try:
            process = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        try:
            ended, _, _ = select.select([process], [], [], PATIENCE_S)
        finally:
            os.close(process)
        assert ended, f"process {pid} lives on"


can_hang = pytest.mark.skipif(
    sys.platform == "win32", reason="needs SIGSTOP to let a process hang, which Windows lacks"
)


def kill(pid: int) -> None:
    """End a process at once, as a crash does; on Windows SIGTERM is as hard as SIGKILL."""
    os.kill(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)

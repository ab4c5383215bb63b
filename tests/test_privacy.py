"""Nothing leaves this computer: the window works in a network of its own and never asks for it.

The kernel counts what every process in a network namespace sends, and what it would have sent
had there been a way. Python's own hooks would not see Qt or torch.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ALONE = ("unshare", "--net", "--map-root-user")
COUNTERS = ("Ip.OutRequests", "Ip.OutNoRoutes", "Tcp.ActiveOpens", "Udp.OutDatagrams")
WHOLE_WINDOW = (
    # Draws, erases, labels, chooses models, shows every panel, begins lessons, in any order.
    "tests/gui/test_any_order.py",
    "tests/gui/test_retrain.py::test_a_network_is_chosen_trained_watched_used_and_left_again",
    "tests/commands/test_report.py",
)


def _can_be_alone() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(
    not _can_be_alone(), reason="needs Linux with user namespaces, for a network of its own"
)


def _attempts(*command: str) -> dict[str, int]:
    """Return how often a command and its children turned to the network; it must succeed."""
    script = '"$@" >&2 && cat /proc/net/snmp'
    done = subprocess.run(
        [*ALONE, "sh", "-c", script, "sh", *command],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HANDDIGIT_ORDERS": "2"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    lines = [line.split() for line in done.stdout.splitlines()]
    counted = {
        f"{names[0].rstrip(':')}.{name}": int(value)
        for names, values in zip(lines[::2], lines[1::2], strict=True)
        for name, value in zip(names[1:], values[1:], strict=True)
    }
    return {name: counted[name] for name in COUNTERS}


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('192.0.2.1', 80), 1)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 53))",
    ],
)
def test_an_attempt_would_be_seen(attempt):
    program = f"import contextlib, socket\nwith contextlib.suppress(OSError): {attempt}"
    assert any(_attempts(sys.executable, "-W", "ignore", "-c", program).values())


@pytest.mark.long
def test_the_whole_window_never_asks_for_the_network():
    tests = (sys.executable, "-m", "pytest", "-n", "0", "-q", "-m", "not frozen", *WHOLE_WINDOW)
    assert not any(_attempts(*tests).values())

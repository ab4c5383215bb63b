"""A child ends with its parent, even if that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.processes import is_running

SCRIPT = """
import sys, time
from handdigit.engine.child import Child
from tests.engine.children import sleep_forever

if __name__ == "__main__":
    child = Child(sleep_forever, lambda text: print(text, flush=True), lambda: None)
    print(child.pid, flush=True)
    time.sleep(60)
"""


def test_the_child_of_a_killed_parent_ends(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(SCRIPT)
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert parent.stdout is not None
    with parent, parent.stdout:
        pid = int(parent.stdout.readline())
        # Only once its message is here does the child watch its parent.
        assert parent.stdout.readline() == "awake\n"
        parent.kill()
        parent.wait()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and is_running(pid):
        time.sleep(0.02)
    assert not is_running(pid)

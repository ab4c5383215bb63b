"""A child ends with its parent, even if that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.processes import needs_linux, wait_for_end

SCRIPT = """
import sys
from handdigit.engine.child import Child
from tests.engine.children import sleep_forever

if __name__ == "__main__":
    child = Child(sleep_forever, lambda text: print(text, flush=True), lambda: None)
    print(child.pid, flush=True)
    sys.stdin.read()
"""


@needs_linux
def test_the_child_of_a_killed_parent_ends(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(SCRIPT)
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        # Only once its message is here does the child watch its parent.
        assert parent.stdout.readline() == "awake\n"
        parent.kill()
    wait_for_end([pid])

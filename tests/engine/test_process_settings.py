"""What a process that computes asks of the system."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import pytest

from handdigit.engine.process_settings import IDLE_THREADS

STEPS = """
import resource
import numpy as np
from handdigit.engine.process_settings import keep_freed_memory

def step():
    return [np.zeros(1_000_000) + 1 for _ in range(4)]

if {kept}:
    keep_freed_memory()
step()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(20):
    step()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def page_faults(*, kept: bool) -> int:
    """Count them over twenty steps that use and free 32 MB each."""
    command = [sys.executable, "-c", STEPS.format(kept=kept)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="a setting of the GNU C library")
def test_freed_memory_is_used_again_without_a_page_fault():
    assert page_faults(kept=True) < page_faults(kept=False) / 10


def test_threads_wait_as_the_user_says(monkeypatch):
    from handdigit.cli import main

    # Set first, so that it is put back whether or not it was there.
    monkeypatch.setenv("OMP_WAIT_POLICY", "")
    monkeypatch.delenv("OMP_WAIT_POLICY")
    monkeypatch.setenv("GOMP_SPINCOUNT", "7")
    with pytest.raises(SystemExit):
        main(["--help"])
    assert os.environ["GOMP_SPINCOUNT"] == "7"
    assert os.environ["OMP_WAIT_POLICY"] == IDLE_THREADS["OMP_WAIT_POLICY"]

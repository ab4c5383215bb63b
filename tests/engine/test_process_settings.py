"""What a process that computes asks of the system."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import pytest

from handdigit.engine.process import IDLE_THREADS

STEPS = """
import resource
import numpy as np
from handdigit.engine.process import keep_freed_memory

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


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        ({}, dict(IDLE_THREADS)),
        ({"GOMP_SPINCOUNT": "7"}, IDLE_THREADS | {"GOMP_SPINCOUNT": "7"}),
        ({"OMP_WAIT_POLICY": "ACTIVE"}, {"OMP_WAIT_POLICY": "ACTIVE"}),
    ],
)
def test_threads_wait_as_the_user_says(monkeypatch, theirs, expected):
    from handdigit.cli import main

    for name in IDLE_THREADS:
        # Set first, so that it is put back whether or not it was there.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    for name, value in theirs.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        main(["--help"])
    assert {name: os.environ[name] for name in IDLE_THREADS if name in os.environ} == expected

"""The program is used by ear alone: through the accessibility tree, from another process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
"""AT-SPI comes with the system's Python, as Debian's python3-gi."""
IMPORT = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


def missing() -> str:
    """Return what is not installed, nothing if all is there."""
    for program in ("Xvfb", "dbus-run-session", SYSTEM_PYTHON):
        if shutil.which(program) is None:
            return program
    if not BUS.exists():
        return "at-spi2-core"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", IMPORT], capture_output=True, check=False)
    return "gir1.2-atspi-2.0 and python3-gi" if asked.returncode else ""


@pytest.mark.long
def test_a_screen_reader_draws_looks_inside_trains_and_activates(display, tmp_path):
    if missing():
        pytest.skip(f"needs {missing()}")
    handdigit = [sys.executable, "-m", "handdigit", "--data-dir", str(tmp_path)]
    reader = [SYSTEM_PYTHON, str(Path(__file__).with_name("screen_reader.py"))]
    used = subprocess.run(
        ["dbus-run-session", "--", *reader, *handdigit],
        cwd=ROOT,
        env=os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert used.returncode == 0, used.stderr
    found = json.loads(used.stdout.splitlines()[-1])  # the registry says hello before it
    digit, probability = found["heard"][0].removesuffix(" percent").split(", ")
    assert (digit, found["digit"]) == ("7", "Digit: 7")
    assert found["bar"] == f"7: {probability} %"
    assert found["map"].startswith("block 1 · relu1 · map ")
    assert float(found["unit"].removeprefix("row 3, column 4: ")) >= 0
    names = [model.name for model in ModelStore(AppPaths(tmp_path)).models()]
    assert found["model"] in names
    ends = [n for n, text in enumerate(found["heard"]) if n and found["model"] in text]
    assert ends, "the run's end is told"
    # Once: what follows may be the new model's answer, as sure as the old one's or not.
    assert len([text for text in found["heard"][: ends[0]] if text.startswith("7, ")]) == 1

"""What docs/api.md shows is run, and says what it is said to say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
CODE = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
PATIENCE_S = 300


def test_the_code_of_the_page_runs():
    read, planned, trained = (run(code) for code in CODE)
    assert read.startswith("7 0.9")
    sums = dict(re.findall(r"^(output|torch) +=+ +(\S+)$", read, re.MULTILINE))
    assert abs(float(sums["output"]) - float(sums["torch"])) < 1e-6
    assert planned.splitlines()[0] == "conv1 (8, 24, 24) 208"
    epoch, accuracy = trained.split()
    assert epoch == "1"
    assert 0 <= float(accuracy) <= 1


def run(code):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True,
        capture_output=True, text=True, timeout=PATIENCE_S,
    )  # fmt: skip
    return done.stdout

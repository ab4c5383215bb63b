"""What must not be imported where."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.structure import Checkout


def test_the_layers_hold():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_importing_the_window_does_not_import_torch():
    code = "import sys, handdigit.gui.app, handdigit.commands.window; print('torch' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "False\n"


def test_no_modules_import_each_other_in_a_circle():
    assert Checkout(Path(__file__).parents[1]).circles() == []

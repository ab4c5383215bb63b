"""A closed or full standard stream costs one sentence on the other, and no file is taken for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.driven_window import ROOT
from tests.processes import needs_linux

pytestmark = needs_linux


def run(redirection: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handdigit", "--data-dir", str(folder), *arguments]
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {redirection}', "sh", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("redirection", [">&-", ">/dev/full", "<&- >&-"])
def test_an_answer_that_cannot_be_printed_is_one_sentence(tmp_path: Path, redirection: str):
    done = run(redirection, tmp_path, "models")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("handdigit: The answer cannot be printed: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("redirection", ["2>&-", "<&- 2>&-"])
def test_a_complaint_never_comes_among_the_answers(tmp_path: Path, redirection: str):
    done = run(redirection, tmp_path, "models", "import", "nothing.safetensors")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")

"""The window's log: whatever lies at its place, and whatever is to be written into it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handdigit.storage.paths import AppPaths
from tests.processes import needs_linux

ROOT = Path(__file__).parents[2]
TIMEOUT_S = 60.0
SCRIPT = """
import logging, sys, threading
from pathlib import Path
from handdigit.engine.process import Child
from handdigit.gui.app import start_log
from handdigit.storage.paths import AppPaths
from tests.engine.children import log_odd_name

if __name__ == "__main__":
    start_log(AppPaths(Path(sys.argv[1])))
    logging.getLogger("handdigit.window").info("window: %s", "\\udcff.safetensors")
    ended = threading.Event()
    Child(log_odd_name, lambda *_: None, lambda _: ended.set())
    ended.wait(60)
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    paths = AppPaths(tmp_path / "data")
    paths.folder.mkdir()
    return paths.log


def stderr_of_window(log: Path) -> str:
    """Return what a process prints that starts its log and writes into it, as its child does."""
    script = log.parents[1] / "window.py"
    script.write_text(SCRIPT)
    return subprocess.run(
        [sys.executable, str(script), str(log.parent)],
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        timeout=TIMEOUT_S,
    ).stderr


def said(text: str) -> bool:
    return all(rf"{who}: \udcff.safetensors" in text for who in ("window", "child"))


def test_a_name_in_no_encoding_is_logged_with_what_was_there_before(log: Path):
    log.write_text("before\n")
    assert stderr_of_window(log) == ""
    assert log.read_text().startswith("before\n")
    assert said(log.read_text())


PLACES: dict[str, Callable[[Path], object]] = {"a pipe": os.mkfifo, "a folder": Path.mkdir}


@needs_linux
@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_file_at_the_logs_place_keeps_nobody_waiting(place: str, log: Path):
    PLACES[place](log)
    assert said(stderr_of_window(log))
    assert not log.is_file()


@needs_linux
def test_a_pipe_that_somebody_reads_is_no_log_either(log: Path):
    os.mkfifo(log)
    reader = os.open(log, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert said(stderr_of_window(log))
        assert os.read(reader, 1) == b""
    finally:
        os.close(reader)

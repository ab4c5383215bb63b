"""What is handed out, built once, and a screen for it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def dist() -> Iterator[Path]:
    """Build the program and its packages, or take those that are there."""
    if ready := os.environ.get("HANDDIGIT_DIST"):
        yield Path(ready).resolve()
        return
    with tempfile.TemporaryDirectory(prefix="handdigit-dist-") as folder:
        subprocess.run([sys.executable, ROOT / ".ci" / "release", "--dist", folder], check=True)
        yield Path(folder).resolve()


@pytest.fixture(scope="session")
def bundle(dist: Path) -> Path:
    """Return the folder of the frozen program."""
    return dist / "handdigit"


@pytest.fixture
def display() -> Iterator[str]:
    if sys.platform != "linux":
        pytest.skip("the mouse is moved through X")
    server, name = start_virtual_screen()
    yield name
    stop_virtual_screen(server)

"""The window starts without PySide6 reading the source of all modules."""

from __future__ import annotations

import subprocess
import sys

IMPORTS = """
import inspect
from handdigit.gui.quick_imports import import_quickly
read = []
inspect.getsource = lambda module: read.append(module.__name__) or ""
{first}
from handdigit.gui import app
print(len(read))
"""


def sources_read(first: str) -> int:
    script = IMPORTS.format(first=first)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_no_source_is_read_for_the_window():
    assert sources_read("import_quickly()") < 5  # of PySide6's own modules


def test_pyside_would_read_them():
    """When this fails, PySide6 reads none any more, and the switch can go."""
    assert sources_read("") > 100

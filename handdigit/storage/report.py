"""What somebody who mends the program wants to know of a computer, as text that people can read.

Nothing is sent. There is no drawing in it unless one is given, and the user's home folder, whose
name may be a person's, is written as ``~``.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from handdigit import __version__
from handdigit.errors import HanddigitError, os_errors_as
from handdigit.ink.ink import Ink
from handdigit.sentences import sentence
from handdigit.storage.files import open_file
from handdigit.storage.paths import AppPaths

PACKAGES = ("torch", "PySide6-Essentials", "numpy", "pillow", "pyqtgraph")
LOG_LINES = 100
TAIL_BYTES = 64_000
"""So much of the end of a file is read."""
LONGEST_LINE = 300
_BINARY = "@ByteArray("
"""What Qt writes sizes and places of windows as."""


def report_text(paths: AppPaths, device: str, drawing: Ink | None = None) -> str:
    """Return versions, processor, device, settings and the last lines of the log.

    Args:
        paths: where the program keeps its files.
        device: where networks run, in words.
        drawing: is told stroke by stroke; None tells nothing of what was drawn.
    """
    parts = {
        "Program": "\n".join(_program()),
        "Computer": "\n".join((platform.platform(), f"{_processor()}, {os.cpu_count()} cores")),
        "Device": device,
        "Settings": "\n".join(_settings(paths.settings)),
        "Log": "\n".join(_lines(paths.log)[-LOG_LINES:]),
    }
    if drawing is not None:
        parts["Drawing"] = json.dumps(drawing.to_json())
    text = "\n\n".join(f"{title}\n{content or '-'}" for title, content in parts.items())
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def _program() -> list[str]:
    packed = ", packed" if getattr(sys, "frozen", False) else ""
    own = [f"handdigit {__version__}{packed}", f"Python {platform.python_version()}"]
    return own + [f"{name} {_version(name)}" for name in PACKAGES]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a packed program may have left its description out
        return "of unknown version"


def _processor() -> str:
    for line in _lines(Path("/proc/cpuinfo")):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _settings(path: Path) -> list[str]:
    lines = [line for line in _lines(path) if line.strip() and _BINARY not in line]
    return [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines]


def _lines(path: Path) -> list[str]:
    """Return the last lines of a file, or why it cannot be read; none where there is no file."""
    if not path.exists():
        return []
    try:
        with open_file(path) as file, os_errors_as(sentence("{0} cannot be read", path)):
            file.seek(max(0, os.fstat(file.fileno()).st_size - TAIL_BYTES))
            return file.read(TAIL_BYTES).decode(errors="replace").splitlines()
    except HanddigitError as error:
        return [str(error)]

"""``handdigit fetch-data``: MNIST into the data folder, from mirrors or from files at hand."""

from __future__ import annotations

import sys
from pathlib import Path

from handdigit.commands.console import say, say_json
from handdigit.storage.datasets.mnist import FetchProgress, copy_mnist, fetch_mnist
from handdigit.storage.paths import AppPaths

BAR_WIDTH = 30
JSON_STEP = 0.01
"""Least progress worth another line of JSON."""


def fetch_data(source: Path | None, paths: AppPaths, *, as_json: bool) -> int:
    """Fetch MNIST, or copy it from the folder ``source``, and return 0."""
    show = _JsonLines() if as_json else _Bar() if sys.stderr.isatty() else _Silence()
    try:
        if source is None:
            fetch_mnist(paths.mnist, progressed=show.progressed)
        else:
            copy_mnist(source, paths.mnist, progressed=show.progressed)
    finally:
        show.end()
    if as_json:
        say_json({"wrote": str(paths.mnist)})
    else:
        say(f"MNIST is in {paths.mnist}")
    return 0


class _Silence:
    """Nobody watches: the line at the end is enough."""

    def progressed(self, progress: FetchProgress) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Say nothing."""


class _Bar(_Silence):
    """A line on a terminal that is written over and over."""

    def __init__(self) -> None:
        self._line = ""

    def progressed(self, progress: FetchProgress) -> None:
        share = progress.done / progress.total
        bar = ("█" * round(share * BAR_WIDTH)).ljust(BAR_WIDTH, "░")
        megabytes = f"{progress.done / 1e6:.1f} of {progress.total / 1e6:.1f} MB"
        self._write(f"{bar} {megabytes}  {progress.source}".rstrip())

    def end(self) -> None:
        if self._line:
            sys.stderr.write("\n")
            sys.stderr.flush()

    def _write(self, line: str) -> None:
        if line != self._line:
            sys.stderr.write(f"\r{line}{' ' * (len(self._line) - len(line))}")
            sys.stderr.flush()
            self._line = line


class _JsonLines(_Silence):
    """A JSON object a line."""

    def __init__(self) -> None:
        self._shown = -1.0

    def progressed(self, progress: FetchProgress) -> None:
        share = progress.done / progress.total
        if share - self._shown >= JSON_STEP:
            self._shown = share
            value = {"done": progress.done, "total": progress.total, "source": progress.source}
            say_json(value)

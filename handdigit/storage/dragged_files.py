"""What is dragged out of a window: files in a folder that goes with the window."""

from __future__ import annotations

import contextlib
from pathlib import Path

from handdigit.errors import os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.atomic import temporary_beside


class DraggedFiles:
    """A folder of one window's own, made when it is first needed.

    It is held like any temporary folder: of a process that was killed it is a leftover, which goes
    at the next start. Every call is for one thread at a time.
    """

    def __init__(self, parent: Path) -> None:
        """Have a folder in ``parent``, beside those of other windows."""
        self._parent = parent
        self._held = contextlib.ExitStack()
        self._folder: Path | None = None

    def folder(self) -> Path:
        """Return the folder.

        Raises:
            HanddigitError: it cannot be made.
        """
        if self._folder is None or not self._folder.is_dir():
            with os_errors_as(sentence("{0} cannot be written", self._parent)):
                self._parent.mkdir(parents=True, exist_ok=True)
                made = temporary_beside(self._parent / "window", is_folder=True)
                self._folder = self._held.enter_context(made)
        return self._folder

    def close(self) -> None:
        """Remove the folder with all that is in it; those of other windows stay."""
        self._held.close()
        self._folder = None
        with contextlib.suppress(OSError):  # others are there, or it never was
            self._parent.rmdir()

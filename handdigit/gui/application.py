"""The Qt application: its icon, and the files that macOS asks it to open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from handdigit.storage.paths import ASSETS

ICON = ASSETS / "icon.svg"


class Application(QApplication):
    """Knows by what it is recognised among others on a desktop.

    Signals:
        file_requested(object): a file is to be opened, its path. macOS says so in an event, where
            other systems name the file when they start the program.
    """

    file_requested = Signal(object)

    def __init__(self, arguments: Sequence[str]) -> None:
        """Start Qt."""
        super().__init__(list(arguments))
        self.setApplicationName("handdigit")
        self.setDesktopFileName("handdigit")
        self.setWindowIcon(QIcon(str(ICON)))

    def event(self, event: QEvent) -> bool:
        """Take a file that is to be opened."""
        if isinstance(event, QFileOpenEvent) and event.url().isLocalFile():
            self.file_requested.emit(Path(event.file()))
            return True
        return super().event(event)

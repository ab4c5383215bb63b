"""MNIST as a source: fetched when the user says so, or taken from a folder."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from handdigit.data.mnist import has_mnist
from handdigit.data.paths import AppPaths
from handdigit.gui.panels.retrain.source_row import SourceRow


class MnistRow(SourceRow):
    """Offers to fetch the files while they are not there.

    Signals:
        arrived(): they are there now.
        failed(str): why they are not.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, source: str, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Look whether the files are there."""
        super().__init__(source, "mnist", "MNIST", "", parent)
        self._paths = paths
        self.look()

    def look(self) -> None:
        """Look whether the files are there."""
        self.show_whether_there(has_mnist(self._paths.mnist))

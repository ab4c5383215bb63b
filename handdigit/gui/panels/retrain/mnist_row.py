"""MNIST as a source: fetched when the user says so, or taken from a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from handdigit.data.mnist import FetchProgress
from handdigit.data.sources import SOURCES, DataKind, DataSource
from handdigit.gui.mnist_fetch import MnistFetch
from handdigit.gui.panels.retrain.source_row import SourceRow

MEGABYTE = 1e6


class MnistRow(SourceRow):
    """Offers to fetch the files while they are not there.

    Signals:
        arrived(): they are there now.
        failed(str): why they are not.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, fetch: MnistFetch, parent: QWidget | None = None) -> None:
        """Look whether the files are there."""
        entry, kind = SOURCES[DataKind.MNIST], DataKind.MNIST
        about = QCoreApplication.translate("Sources", entry.about)
        super().__init__(DataSource(kind), kind, entry.title, about, parent)
        self._fetch = fetch
        self._bar = QProgressBar()
        self._bar.setObjectName("mnistProgress")
        self._bar.setAccessibleName(self.tr("Progress of fetching MNIST"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setMinimumWidth(60)
        self._bar.setMaximumWidth(160)
        self._bar.setRange(0, 1000)
        self.add_widget(self._bar)
        self._start = self.add_button(
            "mnistFetch",
            self.tr("Fetch…"),
            self.tr("Fetch 12 MB from a public mirror and check them; nothing is sent."),
            self._begin,
        )
        self._from = self.add_button(
            "mnistFrom",
            self.tr("From Folder…"),
            self.tr("Take the four files from a folder of yours."),
            self._choose,
        )
        self._cancel = self.add_button(
            "mnistCancel",
            self.tr("Cancel"),
            self.tr("Stop fetching; the next time goes on from there."),
            fetch.cancel,
        )
        fetch.progressed.connect(self._tell)
        fetch.fetched.connect(self._arrive)
        fetch.failed.connect(self._fail)
        fetch.cancelled.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Look whether the files are there."""
        is_there, is_running = self._fetch.is_there, self._fetch.is_running
        self.show_whether_there(is_there)
        for button in (self._start, self._from):
            button.setVisible(not is_there and not is_running)
        self._cancel.setVisible(is_running)
        self._bar.setVisible(is_running)
        if not is_there and not is_running:
            self.show_detail(self.tr("not here yet"))

    @Slot()
    def _begin(self) -> None:
        self._fetch.start()
        self._wait()

    @Slot()
    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder with the MNIST files"))
        if folder:
            self._fetch.start_from(Path(folder))
            self._wait()

    def _wait(self) -> None:
        self._bar.setValue(0)
        self.show_detail(self.tr("Connecting…"))
        self.look()

    @Slot(object)
    def _tell(self, progress: FetchProgress) -> None:
        self._bar.setValue(round(progress.done / max(progress.total, 1) * 1000))
        done, total = (f"{size / MEGABYTE:.1f}" for size in (progress.done, progress.total))
        self.show_detail(self.tr("{0} of {1} MB").format(done, total))

    @Slot()
    def _arrive(self) -> None:
        self.look()
        self.arrived.emit()

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self.look()
        self.failed.emit(reason)

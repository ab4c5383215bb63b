"""A source of training data: whether it is used, what is in it, what can be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from handdigit.gui.state.training.mnist_fetch import MnistFetch
from handdigit.gui.theme import Theme
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import push_button
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.gui.widgets.painter import RADIUS
from handdigit.storage.datasets.mnist import FetchProgress
from handdigit.storage.datasets.sources import SOURCES, DataKind, DataSource


class SourceRow(QWidget):
    """A check box with a detail, on a surface that can be clicked to look at the source.

    Signals:
        ticked(): it is to be used now, or no longer.
        looked_at(): the user wants to see what is in it.
    """

    ticked = Signal()
    looked_at = Signal()

    def __init__(
        self, source: DataSource, name: str, title: str, tip: str, parent: QWidget | None = None
    ) -> None:
        """Show a source that is there."""
        super().__init__(parent)
        self.source = source
        self.setObjectName(f"source_{name}")
        self.setAccessibleName(title)
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._is_shown = False
        self._is_there = True
        self.box = QCheckBox(title)
        self.box.setObjectName(f"use_{name}")
        self.box.setToolTip(tip)
        self.box.installEventFilter(self)
        self._detail = ElidedLabel(colour="muted")
        self._detail.setObjectName(f"detail_{name}")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(9, 4, 5, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self.box)
        self._row.addWidget(self._detail, 1)
        self.setMinimumHeight(self.box.sizeHint().height() + 14)
        self.box.toggled.connect(self._tick)

    @property
    def is_used(self) -> bool:
        """Whether it is there and ticked."""
        return self._is_there and self.box.isChecked()

    @property
    def is_there(self) -> bool:
        """Whether it can be used."""
        return self._is_there

    @property
    def detail(self) -> str:
        """What is said about it."""
        return self._detail.text()

    def add_button(self, name: str, text: str, tip: str, do: Callable[[], object]) -> QPushButton:
        """Offer something to do with it."""
        button = push_button(name, text, tip, do)
        self.add_widget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Show something else behind the detail."""
        self._row.addWidget(widget)

    def show_detail(self, detail: str) -> None:
        """Say something about it."""
        self._detail.setText(detail)

    def show_whether_there(self, is_there: bool) -> None:
        """Show whether it can be used."""
        self._is_there = is_there
        self.box.setEnabled(is_there)

    def show_whether_looked_at(self, is_shown: bool) -> None:
        """Show whether its pictures are the ones on show."""
        self._is_shown = is_shown
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at it when the keyboard comes to its box."""
        if watched is self.box and event.type() == QEvent.Type.FocusIn:
            self.looked_at.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.looked_at.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if self._is_shown else theme.line), 1))
        painter.setBrush(QColor(theme.zero))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    @Slot()
    def _tick(self) -> None:
        self.looked_at.emit()
        self.ticked.emit()


MEGABYTE = 1e6


class MnistRow(SourceRow):
    """Offers to fetch the files while they are not there.

    Signals:
        found(): they are there, as one sees.
        arrived(): they were fetched.
        failed(str): why they are not.
    """

    found = Signal()
    arrived = Signal()
    failed = Signal(str)

    def __init__(self, fetch: MnistFetch, parent: QWidget | None = None) -> None:
        """Begin to look whether the files are there."""
        entry, kind = SOURCES[DataKind.MNIST], DataKind.MNIST
        about = translated(entry.about)
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
        fetch.cancelled.connect(self._show_state)
        fetch.looked.connect(self._take)
        self._show_state()
        fetch.look()

    def look(self) -> None:
        """Look again whether the files are there."""
        self._fetch.look()

    @Slot()
    def _take(self) -> None:
        was_there = self.is_there
        self._show_state()
        if self.is_there and not was_there:
            self.found.emit()

    @Slot()
    def _show_state(self) -> None:
        is_there, is_running = self._fetch.is_there, self._fetch.is_running
        self.show_whether_there(bool(is_there))
        for button in (self._start, self._from):
            button.setVisible(is_there is False and not is_running)
        self._cancel.setVisible(is_running)
        self._bar.setVisible(is_running)
        if is_there is False and not is_running:
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
        self._show_state()

    @Slot(object)
    def _tell(self, progress: FetchProgress) -> None:
        self._bar.setValue(round(progress.done / max(progress.total, 1) * 1000))
        done, total = (f"{size / MEGABYTE:.1f}" for size in (progress.done, progress.total))
        self.show_detail(self.tr("{0} of {1} MB").format(done, total))

    @Slot()
    def _arrive(self) -> None:
        self._show_state()
        self.arrived.emit()

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self._show_state()
        self.failed.emit(reason)

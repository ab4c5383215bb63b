"""What is set in the Lab, read off its controls: questions are about what the reader sees."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from handdigit.gui.state.navigation import LabTask

Box = TypeVar("Box", QComboBox, QSpinBox)
CHOOSERS = ("labSource", "labOperation", "labKernel", "labPadding")
NUMBERS = ("labKernelSize", "labPaddingAmount", "labStride", "labDilation")


class LabReading(QObject):
    """Follows the Lab's controls from the first time that they are there.

    Signals:
        changed(): something else is set.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        """Look for the Lab in ``window`` when it is asked for."""
        super().__init__(window)
        self._window = window
        self._is_following = False

    def follow(self) -> None:
        """Tell changes from now on, if there is a Lab already."""
        if self._is_following or self._window.findChild(QWidget, "labPanel") is None:
            return
        self._is_following = True
        # One choice sets other controls, without a signal of theirs: it is read when all are set.
        later = Qt.ConnectionType.QueuedConnection
        for chooser in CHOOSERS:
            if (found := self._find(QComboBox, chooser)) is not None:
                found.currentIndexChanged.connect(self.changed, later)
        for name in NUMBERS:
            if (number := self._find(QSpinBox, name)) is not None:
                number.valueChanged.connect(self.changed, later)

    def task(self) -> LabTask:
        """Return what is set; nothing while it is not to be seen."""
        source = self._find(QComboBox, "labSource")
        if source is None or not source.isVisible():
            return LabTask()
        padding = self._word("labPadding")
        return LabTask(
            source=self._word("labSource"),
            operation=self._word("labOperation"),
            kernel=self._word("labKernel"),
            size=self._number("labKernelSize"),
            padding=self._number("labPaddingAmount") if padding == "number" else padding,
            stride=self._number("labStride"),
            dilation=self._number("labDilation"),
        )

    def _word(self, name: str) -> str | None:
        box = self._find(QComboBox, name)
        chosen = None if box is None else box.currentData()
        return str(chosen.value if isinstance(chosen, Enum) else chosen)

    def _number(self, name: str) -> int | None:
        box = self._find(QSpinBox, name)
        return None if box is None else box.value()

    def _find(self, kind: type[Box], name: str) -> Box | None:
        return self._window.findChild(kind, name)

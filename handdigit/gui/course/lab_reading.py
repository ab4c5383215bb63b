"""What is set in the Lab, read off its controls: questions are about what the reader sees."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from handdigit.gui.panels.panel_place import PanelPlace
from handdigit.gui.state.navigation import LAB, LabTask

Box = TypeVar("Box", QComboBox, QSpinBox)
CHOOSERS = ("labSource", "labOperation", "labKernel", "labPadding")
NUMBERS = ("labKernelSize", "labPaddingAmount", "labStride", "labDilation")


class LabReading(QObject):
    """Follows the Lab's controls once they are there.

    Signals:
        changed(): something else is set, as far as it follows from one act of the person.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        """Look for the Lab in ``window``."""
        super().__init__(window)
        self._window = window
        # At the end of the turn: one choice may set several boxes, one after the other.
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.changed)
        (place,) = (place for place in window.findChildren(PanelPlace) if place.key == LAB)
        if place.is_made:
            self._follow()
        place.made.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        """Tell changes from now on, and that there is a Lab."""
        for chooser in CHOOSERS:
            if (found := self._find(QComboBox, chooser)) is not None:
                found.currentIndexChanged.connect(self._note)
        for name in NUMBERS:
            if (number := self._find(QSpinBox, name)) is not None:
                number.valueChanged.connect(self._note)
        self._note()

    @Slot()
    def _note(self) -> None:
        self._rest.start()

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

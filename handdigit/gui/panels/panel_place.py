"""The place of a panel: what is to stand there, made in steps once it is looked at.

Nobody waits at the start for what they may never open.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handdigit.gui.state.context import Context
from handdigit.gui.widgets.choices import Choices, choose_again

TURN_S = 0.008
"""In a turn of the event loop no further step of making a panel is begun after so many seconds."""
UNPAINTED_MS = 1000
"""After so long a panel is made also where its place has not been painted."""
LEAST_SIZE = QSize(440, 100)
"""Room that a panel asks for before it is made, in pixels: no less than they need."""
Making = Generator[None, None, QWidget]
"""Makes a panel in steps; a step may take 30 ms."""


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A panel: what it is called, and how to make it. Its texts are noted, to be translated."""

    key: str
    group: str
    title: str
    subtitle: str
    """What one sees or does there, in one short line."""
    make: Callable[[Context], QWidget | Making]
    shortcut: str = ""
    """With Alt it shows the panel: the keys from 1 on, in the order of the tabs."""
    parts: tuple[str, ...] = ()
    """Modules to import one by one before it is made; not needed where all take 30 ms together."""

    def making(self, context: Context) -> Making:
        """Make the panel in steps."""
        for part in self.parts:
            importlib.import_module(part)
            yield
        made = self.make(context)
        return made if isinstance(made, QWidget) else (yield from made)


class PanelPlace(QWidget):
    """Where a panel will be, from the first time that it is shown.

    A panel of which little is to be imported is made at once. Any other, and the one in front when
    the window opens, waits until its place has been painted: one can draw before it is imported.

    Signals:
        made(): the panel is there.
    """

    made = Signal()

    def __init__(self, entry: PanelEntry, context: Context) -> None:
        """Remember what to make."""
        super().__init__()
        self.key = entry.key
        self._parts = entry.parts
        self._making: Making | None = entry.making(context)
        self._panel: QWidget | None = None
        """The panel between being made and being shown."""
        self.chosen: Choices = {}
        """What is to be chosen again in the panel once it is made."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(LEAST_SIZE)  # what is opened meanwhile leaves that room
        # Imported, made and shown in turns of the event loop: the pen never waits for all of it.
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take_turn)
        # Beyond the edge of the screen nothing is painted.
        self._unpainted = QTimer(self, interval=UNPAINTED_MS, singleShot=True)
        self._unpainted.timeout.connect(self._begin)

    @property
    def is_made(self) -> bool:
        """Whether the panel is there."""
        return self._making is None

    def showEvent(self, event: QShowEvent) -> None:
        """Make the panel, once; at once where the window is painted and the modules are there."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        is_exposed = handle is not None and handle.isExposed()
        if is_exposed and all(part in sys.modules for part in self._parts):
            self._build()
        if self._making is not None:
            self._unpainted.start()
        self._choose_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Begin to make the panel: what matters more is on the screen."""
        self._begin()

    @Slot()
    def _begin(self) -> None:
        if self._making is not None:
            self._turns.start()

    @Slot()
    def _take_turn(self) -> None:
        if self._panel is not None:
            self._build()
            return
        end = time.perf_counter() + TURN_S
        while self._panel is None and time.perf_counter() < end:
            self._take_step()

    def _take_step(self) -> None:
        assert self._making is not None  # else there is a panel, and no more steps
        try:
            next(self._making)
        except StopIteration as made:
            panel: QWidget = made.value
            panel.setParent(self)  # it goes with this, also before its turn has come
            self._panel = panel

    def _build(self) -> None:
        self._turns.stop()
        if self._making is not None:
            while self._panel is None:
                self._take_step()
            panel, self._panel, self._making = self._panel, None, None
            self._layout.addWidget(panel)
            self.setMinimumSize(0, 0)
            panel.show()
            self._choose_again()
            self.made.emit()

    def _choose_again(self) -> None:
        """Choose where it can be seen: what is hidden does not follow what is chosen."""
        if self.chosen and self.is_made and self.isVisible():
            chosen, self.chosen = self.chosen, {}
            choose_again(self, chosen)

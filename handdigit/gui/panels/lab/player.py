"""Play, pause, step: which place of the output is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QToolButton, QWidget

from handdigit.gui.panels.lab.experiment import Place
from handdigit.gui.widgets.form import hbox, named, push_button
from handdigit.gui.widgets.labels import ElidedLabel

WHOLE_RUN_MS = 16_000
"""How long a run over many places lasts."""
STEP_MS = (40, 700)
"""The shortest and the longest a place is shown."""


class Player(QWidget):
    """Goes over the places of the output, row by row.

    Signals:
        place_changed(int, int): another place of the output is looked at.
        playing_changed(bool): the run began or ended.
    """

    place_changed = Signal(int, int)
    playing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand at the first place of nothing."""
        super().__init__(parent)
        self.setObjectName("labPlayer")
        self._shape = (0, 0)
        self._index = 0
        self._is_chosen = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self._back = self._arrow("labStepBack", Qt.ArrowType.LeftArrow, self.tr("One place back"))
        self._forth = self._arrow("labStep", Qt.ArrowType.RightArrow, self.tr("One place further"))
        self._play = push_button(
            "labPlay",
            self.tr("Play"),
            self.tr("Slide the kernel over the input"),
            self.toggle,
            title=self.tr("Play or pause"),
        )
        self._back.clicked.connect(lambda: self._step(-1))
        self._forth.clicked.connect(lambda: self._step(1))
        self._where = ElidedLabel(colour="muted", name="labPlace")
        hbox(self._back, self._play, self._forth, 8, (self._where, 1), on=self, spacing=4)
        self._show()

    @property
    def place(self) -> Place:
        """The place looked at."""
        row, column = divmod(self._index, max(self._shape[1], 1))
        return row, column

    @property
    def is_playing(self) -> bool:
        """Whether the kernel is sliding by itself."""
        return self._timer.isActive()

    @property
    def revealed(self) -> int | None:
        """How many output values the run has come to, None while there is no run."""
        return self._index + 1 if self.is_playing else None

    def set_shape(self, shape: tuple[int, int]) -> None:
        """Go over so many rows and columns; the place stays where it is if there is one."""
        if shape == self._shape:
            return
        row, column = self.place
        self._shape = shape
        rows, columns = shape
        if rows * columns == 0:
            self._index = 0
            self.pause()
        else:
            self._index = min(row, rows - 1) * columns + min(column, columns - 1)
            self._timer.setInterval(self._interval())
        self._show()

    def propose(self, place: Place) -> None:
        """Stand at a place unless somebody has chosen one; nothing is told."""
        if not self._is_chosen and self._count:
            self._index = place[0] * self._shape[1] + place[1]
            self._show()

    def forget(self) -> None:
        """Forget that a place was chosen: something else is looked at."""
        self._is_chosen = False

    def go_to(self, row: int, column: int) -> None:
        """Look at a place."""
        self._is_chosen = True
        self._index = row * self._shape[1] + column
        self._show()
        self.place_changed.emit(row, column)

    @Slot()
    def toggle(self) -> None:
        """Play or pause; begin where somebody stopped, and at the end start again."""
        if self.is_playing:
            self.pause()
        elif self._count:
            self._timer.start(self._interval())
            self._show()
            self.playing_changed.emit(True)
            goes_on = self._is_chosen and self._index < self._count - 1
            self.go_to(*(self.place if goes_on else (0, 0)))

    @Slot()
    def pause(self) -> None:
        """Stay at the place."""
        if self.is_playing:
            self._timer.stop()
            self._show()
            self.playing_changed.emit(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Do not run where nobody looks."""
        super().hideEvent(event)
        self.pause()

    @property
    def _count(self) -> int:
        return self._shape[0] * self._shape[1]

    def _interval(self) -> int:
        shortest, longest = STEP_MS
        return min(max(WHOLE_RUN_MS // max(self._count, 1), shortest), longest)

    @Slot()
    def _advance(self) -> None:
        if self._index + 1 >= self._count:
            self.pause()
            return
        self._index += 1
        self.go_to(*self.place)

    def _step(self, step: int) -> None:
        self.pause()
        if self._count:
            self._index = (self._index + step) % self._count
            self.go_to(*self.place)

    def _show(self) -> None:
        self._play.setText(self.tr("Pause") if self.is_playing else self.tr("Play"))
        for button in (self._back, self._play, self._forth):
            button.setEnabled(self._count > 0)
        row, column = self.place
        flat = self.tr("output {0}").format(column)
        text = self.tr("row {0}, column {1}").format(row, column)
        text = flat if self._shape[0] == 1 else text
        self._where.setText(text if self._count else "")

    def _arrow(self, name: str, arrow: Qt.ArrowType, title: str) -> QToolButton:
        button = named(QToolButton(), name, title, title)
        button.setArrowType(arrow)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRepeat(True)
        return button

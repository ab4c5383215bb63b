"""The drawing outlives the window: kept on the disk while it changes, back at the next start."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from handdigit.gui.main_window import MainWindow
from handdigit.gui.state.drawing.drawing import BLANK
from handdigit.gui.state.drawing.drawing_journal import DrawingJournal
from handdigit.gui.state.drawing.drawing_records import DrawingState
from handdigit.gui.state.window_thread import in_window
from handdigit.storage.paths import AppPaths

PACE_MS = 400
"""The stroke in progress is written this often."""


class DrawingRecovery(QObject):
    """Writes down what a window's canvas shows, and puts on it what the last one showed."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        """Begin once ``window`` has been painted."""
        super().__init__(window)
        self._window, self._document, self._number = window, window.session.document, window.number
        self._journal = DrawingJournal(
            paths.drawings, in_window(self._adopt), in_window(self._tell)
        )
        self._pace = QTimer(self, interval=PACE_MS, singleShot=True)
        self._pace.timeout.connect(self._write)
        window.canvas.installEventFilter(self)
        window.replaced.connect(self._move)

    @property
    def window(self) -> MainWindow:
        """The window whose canvas is written down."""
        return self._window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin after the first painting: one can draw before anything is read."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._start)
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """Write what is left."""
        self._pace.stop()
        self._write()
        self._journal.close()

    @Slot()
    def _start(self) -> None:
        self._document.drawing_changed.connect(self._follow)
        self._document.history_changed.connect(self._write)
        self._number.mode_changed.connect(self._write)
        self._journal.start()

    @Slot(object)
    def _move(self, window: MainWindow) -> None:
        """Go on with the window that took the other's place."""
        self.setParent(window)
        self._window, self._number = window, window.number
        self._number.mode_changed.connect(self._write)
        window.replaced.connect(self._move)

    @Slot()
    def _follow(self) -> None:
        # On every movement of the pen.
        if not self._pace.isActive():
            self._pace.start()

    @Slot()
    def _write(self) -> None:
        self._journal.put(self._state())

    def _state(self) -> DrawingState:
        return DrawingState(self._document.pages, self._document.drawing, self._number.is_on)

    def _adopt(self, state: DrawingState) -> None:
        if not state.is_blank:
            self._restore(state)
        self._journal.adopt(self._state())

    def _restore(self, state: DrawingState) -> None:
        is_untouched = self._document.is_untouched
        switch = self._window.tool_actions.number
        if is_untouched and switch.isEnabled():
            switch.setChecked(state.reads_number)
        self._document.restore(state.pages)
        if state.drawing != BLANK and not is_untouched:
            self._tell(self.tr("Your last drawing is kept: Undo leads back to it."))

    def _tell(self, sentence: str) -> None:
        self._window.status.showMessage(sentence, 8000)

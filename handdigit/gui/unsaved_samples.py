"""Closing while another program keeps changes of the samples from the disk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from handdigit.gui.state.samples.threaded_store import ThreadedStore
from handdigit.gui.widgets.question import Question, ask

CLOSING_S = 2.0
"""How long a window that is hidden already waits for samples to be saved, until it asks."""


class UnsavedSamples(QObject):
    """Asks whether to wait for changes that are not saved, or to close without them.

    Signals:
        waited(): they are saved, or the user does not want to wait: the window can be closed.
    """

    waited = Signal()

    def __init__(self, store: ThreadedStore, window: QWidget) -> None:
        """Ask in front of ``window`` about the changes of ``store``."""
        super().__init__(window)
        self._store = store
        self._window = window
        self._box: QMessageBox | None = None
        self._is_given_up = False

    def may_close(self) -> bool:
        """Return whether nothing would be lost that the user wants; waits a moment for it."""
        return self._is_given_up or self._store.wait_until_saved(CLOSING_S)

    def ask(self) -> None:
        """Ask, unless that is asked already; the box goes once there is nothing to wait for."""
        if self._box is not None:
            return
        question = Question(
            "unsaved",
            self.tr("Not saved yet"),
            self.tr("%Ln changes of your samples are not saved yet.", "", self._store.unsaved),
            self.tr("Another program uses them. The window closes once they are saved."),
            self.tr("Close Without Saving"),
        )
        self._box = box = ask(self._window, question, self._give_up)
        settled = self._store.settled.connect(self._take)
        box.finished.connect(lambda: self._store.settled.disconnect(settled))
        box.finished.connect(self._forget_box)

    @Slot(bool)
    def _take(self, all_saved: bool) -> None:
        """A change that was refused meanwhile can be made again: that was told."""
        if self._box is not None:
            self._box.reject()
        if all_saved:
            self.waited.emit()

    def _give_up(self) -> None:
        self._is_given_up = True
        self.waited.emit()

    @Slot()
    def _forget_box(self) -> None:
        self._box = None

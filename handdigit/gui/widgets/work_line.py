"""What is going on, in a line, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.form import hbox, push_button
from handdigit.gui.widgets.labels import Label


class WorkLine(QWidget):
    """A sentence; while something goes on, Cancel.

    Signals:
        cancel_requested(): what goes on shall stop.
    """

    cancel_requested = Signal()

    def __init__(self, text_name: str, cancel_name: str, parent: QWidget | None = None) -> None:
        """Say nothing; the names are those of the label and the button."""
        super().__init__(parent)
        self._text = Label(colour="muted", name=text_name, wraps=True)
        self._cancel = push_button(cancel_name, self.tr("Cancel"), do=self.cancel_requested)
        self._cancel.hide()
        hbox((self._text, 1), self._cancel, on=self, spacing=6)

    @property
    def is_busy(self) -> bool:
        """Whether something goes on that can be stopped."""
        return self._cancel.isVisibleTo(self)

    def set_busy(self, is_busy: bool) -> None:
        """Offer to stop what goes on, or no longer."""
        self._cancel.setVisible(is_busy)

    def say(self, text: str) -> None:
        """Show a sentence in the place of the one before."""
        self._text.setText(text)

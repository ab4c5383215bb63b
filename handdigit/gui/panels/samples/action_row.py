"""What can be done with the selected samples, and what was done."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.widgets.form import hbox, push_button
from handdigit.gui.widgets.labels import Label


class ActionRow(QWidget):
    """A sentence, and buttons to open, delete and undo.

    Signals:
        open_requested(): the first selected sample shall go on the canvas.
        delete_requested(): the selected ones shall go.
        undo_requested(): the newest change shall be taken back.
    """

    open_requested = Signal()
    delete_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._said = ""
        self._is_trouble = False
        self._selected = 0
        # Wrapped: what to do about it is at the end of a complaint.
        self._text = Label(colour="muted", name="samplesMessage", wraps=True)
        policy = self._text.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self._text.setSizePolicy(policy)
        self._open = push_button(
            "sampleOpen",
            self.tr("Open on Canvas"),
            self.tr("Put the selected sample on the canvas (double click)"),
            self.open_requested,
        )
        self._delete = push_button("sampleDelete", self.tr("Delete"), do=self.delete_requested)
        self._undo = push_button("sampleUndo", self.tr("Undo"), do=self.undo_requested)
        hbox((self._text, 1), self._open, self._delete, self._undo, on=self, spacing=6)
        self.show_selected(0)
        self.show_undo("")

    def show_selected(self, count: int) -> None:
        """Offer what can be done with so many."""
        if count and count != self._selected:
            self.say("")
        self._selected = count
        self._open.setEnabled(count == 1)
        self._delete.setEnabled(count > 0)
        self._show_text()

    @Slot(str)
    def show_undo(self, title: str) -> None:
        """Offer to take a change back; no title for nothing."""
        self._undo.setEnabled(bool(title))
        self._undo.setToolTip(self.tr("Undo {0}").format(title) if title else "")

    def say(self, sentence: str, *, is_trouble: bool = False) -> None:
        """Tell what was done, or could not be."""
        self._said, self._is_trouble = sentence, is_trouble
        self._show_text()

    def clear_complaint(self) -> None:
        """Something worked: what did not is past."""
        if self._is_trouble:
            self.say("")

    def _show_text(self) -> None:
        text = self._said
        if not text and self._selected == 1:
            text = self.tr("1 selected. Press its key to relabel it.")
        elif not text and self._selected:
            count = f"{self._selected:,}"
            text = self.tr("{0} selected. Press a key to relabel them.").format(count)
        self._text.set_colour("warning" if self._is_trouble else "muted")
        self._text.setText(text)

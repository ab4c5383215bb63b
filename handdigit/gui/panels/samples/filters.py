"""Which samples are listed: by class, by origin, held out or not, misread or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import combo_box, hbox, offer_classes, push_button
from handdigit.gui.widgets.labels import Label
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.storage.samples.sample_store import CANVAS


@dataclass(frozen=True, slots=True)
class Filter:
    """What a sample must be to be listed; None and False ask for nothing."""

    label: str | None = None
    origin: str | None = None
    held_out: bool | None = None
    misread: bool = False


class SampleFilters(QWidget):
    """Three lists to choose from and a box to tick.

    Signals:
        filter_changed(): other samples shall be listed.
    """

    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Let all samples through."""
        super().__init__(parent)
        layout = FlowLayout(self, spacing=6)
        every = [(self.tr("All digits"), None)]
        self._label = combo_box("sampleLabelFilter", every, self.tr("Digit"))
        self._alphabet = DIGITS
        self.show_alphabet(DIGITS)
        self._origin = combo_box("sampleOriginFilter", (), self.tr("Origin"))
        self._origin.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._origin.setMinimumContentsLength(13)
        parts = (
            (self.tr("Learned and held out"), None),
            (self.tr("To learn from"), False),
            (self.tr("Held out"), True),
        )
        tip = self.tr("About every fifth sample is held out: it measures what was learned.")
        self._part = combo_box("samplePartFilter", parts, self.tr("Part"), tip)
        for choice in (self._label, self._origin, self._part):
            choice.currentIndexChanged.connect(self.filter_changed)
        self._misread = QCheckBox(self.tr("Misread"))
        self._misread.setObjectName("sampleMisreadFilter")
        self._misread.setToolTip(self.tr("Only those that the current model reads otherwise"))
        self._misread.toggled.connect(self.filter_changed)
        for widget in (self._label, self._origin, self._part, self._misread):
            layout.addWidget(widget)
        self.offer_origins(())

    @property
    def filter(self) -> Filter:
        """What is asked for."""
        number = self._label.currentData()
        return Filter(
            None if number is None else self._alphabet.names[number],
            self._origin.currentData(),
            self._part.currentData(),
            self._misread.isChecked(),
        )

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Let the user choose among these classes, and list all of them."""
        self._alphabet = alphabet
        every = self.tr("All digits") if alphabet == DIGITS else self.tr("All classes")
        self._label.setItemText(0, every)
        offer_classes(self._label, alphabet)

    def offer_origins(self, origins: Sequence[str]) -> None:
        """Let the user choose among these origins; the present choice stays if it can."""
        chosen = self._origin.currentData()
        with QSignalBlocker(self._origin):
            self._origin.clear()
            self._origin.addItem(self.tr("From anywhere"), None)
            for origin in origins:
                text = self.tr("Drawn here") if origin == CANVAS else origin
                self._origin.addItem(text, origin)
            self._origin.setCurrentIndex(max(0, self._origin.findData(chosen)))

    def toggle_label(self, digit: int) -> None:
        """List one class alone, or all of them again."""
        alone = self._label.currentData() == digit
        self._label.setCurrentIndex(0 if alone else self._label.findData(digit))


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
        self._is_saving = False
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

    def show_saving(self, is_saving: bool) -> None:
        """Tell that changes take long to be on the disk; or say nothing of it any more."""
        self._is_saving = is_saving
        self._show_text()

    def _show_text(self) -> None:
        text = self.tr("Saving…") if self._is_saving else self._said
        if not text and self._selected:
            text = self.tr("%Ln selected. Press a key to relabel them.", "", self._selected)
        self._text.set_colour("warning" if self._is_trouble and not self._is_saving else "muted")
        self._text.setText(text)

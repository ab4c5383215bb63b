"""The scrolling list of samples: only those in view are read and painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QWidget

from handdigit.errors import HanddigitError
from handdigit.gui.theme import Theme, grey_image
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.tile_list import Index, TileDelegate, TileList
from handdigit.ink.normalise import SIDE
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.storage.samples.sample import pictures_as_fed
from handdigit.storage.samples.sample_store import SampleEntry, SampleStore

CHUNK = 32
"""Samples read at once when one of them comes into view."""
KEPT_PICTURES = 4000
"""Pictures kept; those not looked at for longest are forgotten."""
PAPER = np.zeros((SIDE, SIDE), np.uint8)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the current model reads in a sample."""

    label: str
    probability: float


class SampleModel(QAbstractListModel):
    """Entries in the order given, with their pictures and, where known, the model's answers."""

    def __init__(self, store: SampleStore, parent: QObject | None = None) -> None:
        """Read pictures from ``store``."""
        super().__init__(parent)
        self._store = store
        self._entries: tuple[SampleEntry, ...] = ()
        self._answers: Mapping[int, Answer] = {}
        self._pictures: OrderedDict[int, NDArray[np.uint8]] = OrderedDict()

    @property
    def entries(self) -> tuple[SampleEntry, ...]:
        """The samples row by row."""
        return self._entries

    def show(self, entries: Sequence[SampleEntry], answers: Mapping[int, Answer]) -> None:
        """Show other samples."""
        self.beginResetModel()
        self._entries, self._answers = tuple(entries), answers
        self.endResetModel()

    def entry(self, at: Index) -> SampleEntry:
        """Return the sample in a row."""
        return self._entries[at.row()]

    def answer(self, at: Index) -> Answer | None:
        """Return what the model reads in it, None where that is not known."""
        return self._answers.get(self.entry(at).id)

    def picture(self, at: Index) -> NDArray[np.uint8]:
        """Return its (28, 28) picture; paper where it cannot be read."""
        identity = self.entry(at).id
        if identity not in self._pictures:
            self._read_around(at.row())
        if identity not in self._pictures:
            return PAPER
        self._pictures.move_to_end(identity)
        return self._pictures[identity]

    def _read_around(self, row: int) -> None:
        first = row - row % CHUNK
        chunk = [e.id for e in self._entries[first : first + CHUNK]]
        missing = [identity for identity in chunk if identity not in self._pictures]
        try:
            samples = self._store.samples(ids=missing)
        except HanddigitError:
            return  # whoever listed the samples is told
        for sample, picture in zip(samples, pictures_as_fed(samples), strict=True):
            self._pictures[sample.id] = picture
        while len(self._pictures) > KEPT_PICTURES:
            self._pictures.popitem(last=False)

    # --- for Qt --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, at: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the label, or everything about a sample as its tooltip."""
        if not at.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.entry(at).label
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(at)
        return None

    def _description(self, at: Index) -> str:
        entry, answer = self.entry(at), self.answer(at)
        text = self.tr("{0}, from {1}").format(entry.label, entry.origin)
        if entry.held_out:
            text += self.tr("; held out: never trained on")
        if answer is not None:
            percent = f"{answer.probability * 100:.1f}"
            text += self.tr("; read as {0}, {1} %").format(answer.label, percent)
        return text


KEPT = 2000
"""Coloured pictures kept."""


class SampleGrid(TileList):
    """Pictures in rows, newest first, with their labels; several can be selected.

    Signals:
        selection_changed(): other samples are selected.
        open_requested(int): the sample with this id shall go on the canvas.
        relabel_requested(int): the selected ones are of this class.
        delete_requested(): the selected ones shall go.
        undo_requested(): the newest change shall be taken back.
    """

    selection_changed = Signal()
    open_requested = Signal(int)
    relabel_requested = Signal(int)
    delete_requested = Signal()
    undo_requested = Signal()

    def __init__(self, store: SampleStore, parent: QWidget | None = None) -> None:
        """Show no samples yet; pictures are read from ``store``."""
        super().__init__(parent)
        named(self, "sampleGrid", self.tr("Samples"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._alphabet = DIGITS
        self._samples = SampleModel(store, self)
        self.setModel(self._samples)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(lambda at: self.open_requested.emit(self._samples.entry(at).id))

    @property
    def entries(self) -> tuple[SampleEntry, ...]:
        """What is shown, in order."""
        return self._samples.entries

    @property
    def selected(self) -> tuple[int, ...]:
        """Ids of the selected samples, in order."""
        rows = sorted(at.row() for at in self.selectedIndexes())
        return tuple(self._samples.entries[row].id for row in rows)

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Let the keys of these classes relabel."""
        self._alphabet = alphabet

    def show_samples(self, entries: Sequence[SampleEntry], answers: Mapping[int, Answer]) -> None:
        """Show these; selection and place stay where they can."""
        selected, place = set(self.selected), self.verticalScrollBar().value()
        self._samples.show(entries, answers)
        if selected:
            self._select(selected)
        self.verticalScrollBar().setValue(place)
        self.selection_changed.emit()

    def _select(self, ids: set[int]) -> None:
        chosen = QItemSelection()
        rows = [row for row, entry in enumerate(self._samples.entries) if entry.id in ids]
        # Neighbours as one range: selecting thousands one by one takes seconds.
        breaks = [n for n in range(1, len(rows)) if rows[n] != rows[n - 1] + 1]
        for first, end in pairwise([0, *breaks, len(rows)] if rows else []):
            chosen.select(self._samples.index(rows[first]), self._samples.index(rows[end - 1]))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def event(self, event: QEvent) -> bool:
        """Take keys that mean something else in the rest of the window."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Relabel with a class's key, delete, take back."""
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.text() in self._alphabet.keys:
            self.relabel_requested.emit(self._alphabet.keys.index(event.text()))
        else:
            self.delete_requested.emit()

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        labels = bool(event.text()) and event.text() in self._alphabet.keys
        deletes = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        return plain and (labels or deletes) and bool(self.selectedIndexes())

    def _tell(self) -> None:
        self.selection_changed.emit()


class _Delegate(TileDelegate):
    """Shows a sample with its label, and what the model reads where that is not the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._images: dict[tuple[int, Theme], QImage] = {}

    def image(self, at: Index, theme: Theme) -> QImage:
        key = (_samples(at).entry(at).id, theme)
        image = self._images.get(key)
        if image is None:
            if len(self._images) >= KEPT:
                self._images.clear()
            image = self._images[key] = grey_image(_samples(at).picture(at), theme)
        return image

    def words(self, at: Index) -> tuple[tuple[str, str]]:
        label, answer = _samples(at).entry(at).label, _samples(at).answer(at)
        if answer is not None and answer.label != label:
            return ((f"{label} → {answer.label}", "warning"),)
        return ((label, "text"),)

    def is_marked(self, at: Index) -> bool:
        return _samples(at).entry(at).held_out


def _samples(at: Index) -> SampleModel:
    samples = at.model()
    assert isinstance(samples, SampleModel)  # the grid has no other
    return samples

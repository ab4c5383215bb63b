"""The scrolling list of samples: only those in view are read and painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from handdigit.gui.state.samples.threaded_store import ThreadedStore
from handdigit.gui.theme import Theme, grey_image
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.tile_list import Index, TileDelegate, TileList
from handdigit.ink.normalise import SIDE
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.number_format import in_percent
from handdigit.storage.samples.entries import NO_ENTRIES, SampleEntries, SampleEntry
from handdigit.storage.samples.sample import pictures_as_fed
from handdigit.storage.samples.sample_store import SampleStore

CHUNK = 32
"""Samples read at once when one of them comes into view."""
CHUNKS_WANTED = 8
"""As many as can be in view; those that came into view before are not waited for."""
KEPT_TILES = 4000
"""Tiles kept; those not looked at for longest are forgotten."""
PAPER = np.zeros((SIDE, SIDE), np.uint8)


class Tile(NamedTuple):
    """What is read of a sample once it comes into view."""

    picture: NDArray[np.uint8]
    """(28, 28)."""
    origin: str


def tiles_of(store: SampleStore, ids: Sequence[int]) -> dict[int, Tile]:
    """Return the tiles of the samples that are there, by id."""
    samples = store.samples(ids=ids)
    return {
        sample.id: Tile(picture, sample.origin)
        for sample, picture in zip(samples, pictures_as_fed(samples), strict=True)
    }


@dataclass(frozen=True, slots=True)
class Answer:
    """What the current model reads in a sample."""

    label: str
    probability: float


class SampleModel(QStandardItemModel):
    """Entries in the order given, with their pictures and, where known, the model's answers.

    Qt knows how many there are, and nothing of them: when thousands are selected it asks for that
    hundred thousands of times, and would have to ask Python.

    Signals:
        pictures_read(): some are there that were not; Qt would lay out all of a list whose data
            it is told to have changed.
    """

    pictures_read = Signal()

    def __init__(self, store: ThreadedStore, parent: QObject | None = None) -> None:
        """Read pictures from ``store``."""
        super().__init__(parent)
        self.setColumnCount(1)
        self._store = store
        self._entries = NO_ENTRIES
        self._answers: Mapping[int, Answer] = {}
        self._tiles: OrderedDict[int, Tile] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        """First rows of chunks to be read, the newest last."""
        self._is_reading = False

    @property
    def entries(self) -> SampleEntries:
        """The samples row by row."""
        return self._entries

    def show(self, entries: SampleEntries, answers: Mapping[int, Answer]) -> None:
        """Show other samples."""
        self._entries, self._answers = entries, answers
        self._wanted.clear()
        self.setRowCount(0)  # to clear it takes a hundred times as long
        self.setRowCount(len(entries))

    def entry(self, at: Index) -> SampleEntry:
        """Return the sample in a row."""
        return self._entries[at.row()]

    def answer(self, at: Index) -> Answer | None:
        """Return what the model reads in it, None where that is not known."""
        return self._answers.get(self.entry(at).id)

    def picture(self, at: Index) -> NDArray[np.uint8] | None:
        """Return its (28, 28) picture; None until it has been read."""
        identity = self.entry(at).id
        tile = self._tiles.get(identity)
        if tile is None:
            self._want(at.row() - at.row() % CHUNK)
            return None
        self._tiles.move_to_end(identity)
        return tile.picture

    def _want(self, first: int) -> None:
        self._wanted[first] = None
        self._wanted.move_to_end(first)
        if len(self._wanted) > CHUNKS_WANTED:
            self._wanted.popitem(last=False)
        if not self._is_reading:
            self._read()

    def _read(self) -> None:
        """Read the chunk that came into view last."""
        self._is_reading = bool(self._wanted)
        if self._wanted:
            first, _ = self._wanted.popitem()
            chunk = self._entries.ids[first : first + CHUNK].tolist()
            missing = [identity for identity in chunk if identity not in self._tiles]

            def show(tiles: Mapping[int, Tile]) -> None:
                self._take(tiles)
                self.pictures_read.emit()
                self._read()

            self._store.ask(lambda store: tiles_of(store, missing), show, self._leave_blank)

    def _take(self, tiles: Mapping[int, Tile]) -> None:
        self._tiles.update(tiles)
        while len(self._tiles) > KEPT_TILES:
            self._tiles.popitem(last=False)

    def _leave_blank(self, _sentence: str) -> None:
        self._is_reading = False  # whoever listed the samples is told

    # --- for Qt --------------------------------------------------------------------------

    def data(self, at: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the label, or everything about a sample as its tooltip."""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(at) if at.isValid() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.entry(at).label if at.isValid() else None
        return super().data(at, role)

    def _description(self, at: Index) -> str:
        entry, answer = self.entry(at), self.answer(at)
        tile = self._tiles.get(entry.id)
        text = entry.label
        if tile is not None:
            text = self.tr("{0}, from {1}").format(entry.label, tile.origin)
        if entry.held_out:
            text += self.tr("; held out: never trained on")
        if answer is not None:
            percent = in_percent(answer.probability)
            text += self.tr("; read as {0}, {1} %").format(answer.label, percent)
        return text


KEPT = 2000
"""Coloured pictures kept."""
SURELY_SCROLLED = 10_000
"""More than fit on any screen: Qt lays them out once if it need not find out whether they fit."""


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

    def __init__(self, store: ThreadedStore, parent: QWidget | None = None) -> None:
        """Show no samples yet; pictures are read from ``store``."""
        super().__init__(parent)
        named(self, "sampleGrid", self.tr("Samples"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._alphabet = DIGITS
        self._samples = SampleModel(store, self)
        self._samples.pictures_read.connect(self.viewport().update)
        self.setModel(self._samples)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(lambda at: self.open_requested.emit(self._samples.entry(at).id))

    @property
    def entries(self) -> SampleEntries:
        """What is shown, in order."""
        return self._samples.entries

    @property
    def selected(self) -> tuple[int, ...]:
        """Ids of the selected samples, in order."""
        ids, chosen = self._samples.entries.ids, self.selectionModel().selection()
        # By ranges: an index object for each of thousands takes long.
        spans = sorted((chosen.at(n).top(), chosen.at(n).bottom()) for n in range(chosen.size()))
        return tuple(i for top, bottom in spans for i in ids[top : bottom + 1].tolist())

    @property
    def selected_count(self) -> int:
        """How many are selected."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(n).height() for n in range(chosen.size()))

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Let the keys of these classes relabel."""
        self._alphabet = alphabet

    def show_samples(self, entries: SampleEntries, answers: Mapping[int, Answer]) -> None:
        """Show these; selection and place stay where they can."""
        selected, place = self.selected, self.verticalScrollBar().value()
        is_long = len(entries) > SURELY_SCROLLED
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            if is_long
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self._samples.show(entries, answers)
        if selected:
            self._select(selected)
        self.verticalScrollBar().setValue(place)
        self.selection_changed.emit()

    def _select(self, ids: Sequence[int]) -> None:
        chosen = QItemSelection()
        rows = self._samples.entries.rows_of(ids)
        # Neighbours as one range: selecting thousands one by one takes seconds.
        for span in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1) if len(rows) else ():
            first, last = int(span[0]), int(span[-1])
            chosen.select(self._samples.index(first, 0), self._samples.index(last, 0))
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
        return plain and (labels or deletes) and self.selectionModel().hasSelection()

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
            picture = _samples(at).picture(at)
            if picture is None:
                return grey_image(PAPER, theme)
            if len(self._images) >= KEPT:
                self._images.clear()
            image = self._images[key] = grey_image(picture, theme)
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

"""The samples in the list: their pictures are read when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from handdigit.core.errors import HanddigitError
from handdigit.core.normalise import SIDE
from handdigit.data.sample_rows import pictures_as_fed
from handdigit.data.samples import SampleEntry, SampleStore
from handdigit.gui.widgets.tile_list import Index

CHUNK = 32
"""Samples read at once when one of them comes into view."""
KEPT = 4000
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
        while len(self._pictures) > KEPT:
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

"""The user's samples as the window's state: what is stored, and how to take a change back."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.errors import HanddigitError
from handdigit.gui.state.exchange import fitted
from handdigit.gui.state.history import Drawing, Picture
from handdigit.gui.state.session import Session
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.network.alphabet import DIGITS

if TYPE_CHECKING:
    from handdigit.storage.samples.sample_store import (
        SampleDrawing,
        SampleEntry,
        SampleStore,
        StoredSample,
    )

STEPS = 100
"""Changes that can be taken back."""


@dataclass(frozen=True, slots=True)
class _Step:
    number: int
    title: str
    take_back: Callable[[], object]


class SampleLibrary(QObject):
    """Adds, relabels and deletes samples; the database is opened when it is first needed.

    What cannot be done raises a :class:`HanddigitError` with the sentence for the user.

    Signals:
        samples_changed(): there are other samples, or they have other labels.
        undo_changed(str): this is what :meth:`undo` would take back; empty for nothing.
    """

    samples_changed = Signal()
    undo_changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Keep samples in the database at ``path``."""
        super().__init__(parent)
        self._path = path
        self._opened: SampleStore | None = None
        self._steps: list[_Step] = []
        self._numbers = 0
        self._revision: int | None = None

    # --- looking -------------------------------------------------------------------------

    @property
    def store(self) -> SampleStore:
        """Where the samples are, to be read; changes to it should go through the library."""
        if self._opened is None:
            from handdigit.storage.samples.sample_store import SampleStore

            self._opened = SampleStore(self._path)
        return self._opened

    @property
    def undo_title(self) -> str:
        """What :meth:`undo` would take back; empty for nothing."""
        return self._steps[-1].title if self._steps else ""

    @property
    def newest_step(self) -> int:
        """The number of the change that :meth:`undo` would take back; 0 for none."""
        return self._steps[-1].number if self._steps else 0

    def entry(self, identity: int) -> SampleEntry | None:
        """Return a sample by its id; None if it is gone."""
        found = self.store.entries(ids=[identity])
        return found[0] if found else None

    def refresh(self) -> None:
        """Tell if another window has changed the samples since this was last asked."""
        revision = self.store.revision()
        if self._revision is not None and revision != self._revision:
            self.samples_changed.emit()
        self._revision = revision

    # --- changing ------------------------------------------------------------------------

    def add(
        self,
        drawing: SampleDrawing,
        label: str,
        *,
        origin: str | None = None,
        held_out: bool | None = None,
    ) -> StoredSample:
        """Store a labelled drawing; without ``origin`` it was drawn here."""
        named = {} if origin is None else {"origin": origin}
        sample = self.store.add(drawing, label, held_out=held_out, **named)
        self._changed(self.tr("label as {0}").format(label), lambda: self.store.delete([sample.id]))
        return sample

    def take_imported(self, ids: Iterable[int], name: str) -> None:
        """Know of samples that were stored by an import from ``name``."""
        imported = tuple(ids)
        title = self.tr("import of {0}").format(name)
        self._changed(title, lambda: self.store.delete(imported))

    def relabel(self, ids: Iterable[int], label: str) -> None:
        """Give samples another label."""
        before = self.store.relabel(ids, label)
        changed = {identity: old for identity, old in before.items() if old != label}
        if changed:
            title = self.tr("relabel as {0}").format(label)
            self._changed(title, lambda: self.store.set_labels(changed))

    def delete(self, ids: Iterable[int]) -> None:
        """Remove samples."""
        removed = self.store.delete(ids)
        if removed:
            title = self.tr("delete {0}").format(f"{len(removed):,}")
            self._changed(title, lambda: self.store.restore(removed))

    @Slot()
    def undo(self) -> None:
        """Take the newest change back; one that fails can be tried again."""
        if not self._steps:
            return
        self._steps[-1].take_back()
        self._steps.pop()
        self._tell()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()

    def _changed(self, title: str, take_back: Callable[[], object]) -> None:
        self._numbers += 1
        self._steps.append(_Step(self._numbers, title, take_back))
        del self._steps[:-STEPS]
        self._tell()

    def _tell(self) -> None:
        self.samples_changed.emit()
        self.undo_changed.emit(self.undo_title)


REMEMBERED = 200
"""Drawings of which it is known which sample they are."""


@dataclass(frozen=True, slots=True)
class _Known:
    drawing: Drawing
    """Kept, so that no other object takes its identity."""
    sample: int


class Labelling(QObject):
    """Knows which sample the drawing on the canvas is, if it is one.

    A second label for the same drawing corrects the sample instead of adding another.

    Signals:
        label_changed(): the drawing on the canvas is a sample now, or none, or another.
        refused(str): a label could not be given; a sentence about it.
    """

    label_changed = Signal()
    refused = Signal(str)

    def __init__(
        self, session: Session, library: SampleLibrary, parent: QObject | None = None
    ) -> None:
        """Follow ``session``; samples go into ``library``."""
        super().__init__(parent)
        self._session = session
        self._library = library
        self._known: OrderedDict[int, _Known] = OrderedDict()
        self._label: str | None = None
        self._steps: set[int] = set()
        """Changes of the samples that were made here, to the drawing on the canvas."""
        session.subject_changed.connect(self._follow_subject)
        library.samples_changed.connect(self._follow_samples)

    @property
    def label(self) -> str | None:
        """The label of the drawing on the canvas; None if it is no sample."""
        return self._label

    @property
    def known_class(self) -> int | None:
        """The number of the model's class that has this label; None if none has."""
        names = self._session.alphabet.names
        return names.index(self._label) if self._label in names else None

    @property
    def can_undo(self) -> bool:
        """Whether the label was given just now: no other change of the samples came after."""
        return self._label is not None and self._library.newest_step in self._steps

    @Slot(int)
    def give(self, number: int) -> None:
        """Label the drawing on the canvas as a class of the model's alphabet."""
        alphabet = self._session.alphabet
        label = alphabet.names[number]
        drawing = self._session.subject
        if isinstance(drawing, Ink) and drawing.is_empty:
            digit_first = self.tr("Draw a digit first, then press its key.")
            other_first = self.tr("Draw one of {0} first.").format(alphabet.listed())
            self.refused.emit(digit_first if alphabet == DIGITS else other_first)
            return
        before = self._library.newest_step
        try:
            known = self._sample_of(drawing)
            if known is None:
                source = drawing if isinstance(drawing, Ink) else normalise(drawing.pixels).picture
                self._remember(drawing, self._library.add(source, label).id)
            else:
                self._library.relabel([known], label)
        except HanddigitError as error:
            self.refused.emit(str(error))
            return
        if self._library.newest_step != before:
            self._steps.add(self._library.newest_step)
        self._follow_samples()

    def open(self, sample: StoredSample) -> None:
        """Put a sample on the canvas; a label corrects it there."""
        drawing: Drawing
        if sample.ink is not None:
            drawing = fitted(sample.ink)
        else:
            paper = 255 - sample.as_fed()
            drawing = Picture("", np.dstack([paper, paper, paper, np.full_like(paper, 255)]))
        self._remember(drawing, sample.id)
        self._session.replace(drawing)

    @Slot()
    def undo(self) -> None:
        """Take the label back that was given just now."""
        if self.can_undo:
            try:
                self._library.undo()
            except HanddigitError as error:
                self.refused.emit(str(error))

    def _remember(self, drawing: Drawing, sample: int) -> None:
        self._known[id(drawing)] = _Known(drawing, sample)
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def _sample_of(self, drawing: Drawing) -> int | None:
        known = self._known.get(id(drawing))
        if known is None or self._library.entry(known.sample) is None:
            return None
        return known.sample

    @Slot(object)
    def _follow_subject(self, drawing: Drawing) -> None:
        # On every movement of the pen: the database is only asked about known drawings.
        self._steps.clear()
        if self._label is not None or id(drawing) in self._known:
            self._follow_samples()

    @Slot()
    def _follow_samples(self) -> None:
        known = self._known.get(id(self._session.subject))
        try:
            entry = None if known is None else self._library.entry(known.sample)
        except HanddigitError:
            entry = None  # whoever changes the samples is told
        self._label = None if entry is None else entry.label
        self.label_changed.emit()

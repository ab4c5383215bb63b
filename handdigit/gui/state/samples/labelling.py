"""Which sample the drawing on the canvas is, and how it becomes one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.drawing.drawing import Drawing, Picture
from handdigit.gui.state.drawing.exchange import fitted
from handdigit.gui.state.samples.samples import KnownDrawing, SampleLibrary
from handdigit.gui.state.samples.threaded_store import NewestQuestion
from handdigit.gui.state.session import Session
from handdigit.gui.translation import translated
from handdigit.ink.ink import Ink
from handdigit.network.alphabet import DIGITS

if TYPE_CHECKING:
    from handdigit.storage.samples.entries import SampleEntry
    from handdigit.storage.samples.sample_store import StoredSample

REMEMBERED = 200
"""Drawings of which it is known which sample they are."""


class Labelling(QObject):
    """Knows which sample the drawing on the canvas is, if it is one.

    A second label for the same drawing corrects the sample instead of adding another.

    Signals:
        label_changed(): the drawing on the canvas is a sample now, or none, or another; or its
            label takes long to be saved.
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
        self._known: OrderedDict[int, KnownDrawing] = OrderedDict()
        self._present: KnownDrawing | None = None
        """The one on the canvas."""
        self._entries = NewestQuestion(library.store)
        self._given: int | None = None
        """The class that was given while the stroke in progress grew."""
        self._steps: set[int] = set()
        """Changes of the samples that were made here, to the drawing on the canvas."""
        session.subject_changed.connect(self._follow_subject)
        session.document.committed.connect(self._give_late)
        library.samples_changed.connect(self._follow_samples)
        library.store.slowness_changed.connect(self.label_changed)

    @property
    def label(self) -> str | None:
        """The label with which the drawing on the canvas is stored; None if it is no sample."""
        return None if self._present is None else self._present.label

    @property
    def slow_label(self) -> str | None:
        """The label of the drawing on the canvas that has not been saved for long; or None."""
        if self._present is None or not self._present.saving or not self._library.store.is_slow:
            return None
        return self._present.saving[-1]

    @property
    def known_class(self) -> int | None:
        """The number of the model's class that has this label; None if none has."""
        names = self._session.alphabet.names
        return names.index(self.label) if self.label in names else None

    @property
    def can_undo(self) -> bool:
        """Whether the label was given just now: no other change of the samples came after."""
        return self.label is not None and self._library.newest_step in self._steps

    @Slot(int)
    def give(self, number: int) -> None:
        """Label the drawing on the canvas as a class of the model's alphabet.

        One with a stroke in progress is labelled once that is finished.
        """
        if not self._session.document.is_committed:
            self._given = number
            return
        alphabet = self._session.alphabet
        label = alphabet.names[number]
        drawing = self._session.subject
        if isinstance(drawing, Ink) and drawing.is_empty:
            digit_first = self.tr("Draw a digit first, then press its key.")
            names = translated(alphabet.listed())
            other_first = self.tr("Draw one of {0} first.").format(names)
            self.refused.emit(digit_first if alphabet == DIGITS else other_first)
            return
        known = self._known.get(id(drawing)) or self._remember(KnownDrawing(drawing))
        self._present = known
        known.source = self._session.source
        known.saving += (label,)

        def take(step: int) -> None:
            known.label, known.saving = label, known.saving[1:]
            if step and self._session.subject is drawing:
                self._steps.add(step)
            self.label_changed.emit()

        def refuse(sentence: str) -> None:
            known.saving = known.saving[1:]
            self.label_changed.emit()
            self.refused.emit(sentence)

        self._library.label(known, label, take, refuse)

    @Slot()
    def _give_late(self) -> None:
        number, self._given = self._given, None
        if number is not None:
            self.give(number)

    def open(self, sample: StoredSample) -> None:
        """Put a sample on the canvas; a label corrects it there."""
        drawing: Drawing
        if sample.ink is not None:
            drawing = fitted(sample.ink)
        else:
            paper = 255 - sample.as_fed()
            drawing = Picture("", np.dstack([paper, paper, paper, np.full_like(paper, 255)]))
        self._remember(KnownDrawing(drawing, sample=sample.id, label=sample.label))
        self._session.document.replace(drawing)

    @Slot()
    def undo(self) -> None:
        """Take the label back that was given just now."""
        if self.can_undo:
            self._library.undo(self.refused.emit, self._library.newest_step)

    def _remember(self, known: KnownDrawing) -> KnownDrawing:
        self._known[id(known.drawing)] = known
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return known

    @Slot(object)
    def _follow_subject(self, drawing: Drawing) -> None:
        # On every movement of the pen: the database is only asked about known drawings.
        self._steps.clear()
        before, self._present = self._present, self._known.get(id(drawing))
        if before is not None or self._present is not None:
            self.label_changed.emit()
        if self._present is not None:
            self._follow_samples()

    @Slot()
    def _follow_samples(self) -> None:
        known = [(drawing, drawing.sample) for drawing in self._known.values()]
        ids = [sample for _, sample in known if sample is not None]
        if not ids:
            return

        def take(entries: Iterable[SampleEntry]) -> None:
            labels = {entry.id: entry.label for entry in entries}
            for drawing, sample in known:
                if sample is not None:
                    drawing.label = labels.get(sample)
            self.label_changed.emit()

        self._entries.ask(
            lambda store: store.entries(ids=ids), take, refused=lambda _sentence: take(())
        )

"""Telling the program which class is on the canvas: a key or a click makes a sample of it."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from handdigit.core.alphabet import DIGITS
from handdigit.core.errors import HanddigitError
from handdigit.core.ink import Ink
from handdigit.core.normalise import normalise
from handdigit.gui.drawing import Drawing, Picture
from handdigit.gui.exchange import fitted
from handdigit.gui.sample_library import SampleLibrary
from handdigit.gui.session import Session

if TYPE_CHECKING:
    from handdigit.data.samples import StoredSample

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

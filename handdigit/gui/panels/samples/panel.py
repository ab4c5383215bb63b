"""The Samples panel: what the user taught, to be looked through, corrected, taken in and out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from handdigit.engine.sample_transfer import Export, SamplesImported
from handdigit.gui.numbers import grouped
from handdigit.gui.panels.samples.filters import ActionRow, Filter, SampleFilters
from handdigit.gui.panels.samples.grid import SampleGrid
from handdigit.gui.panels.samples.import_receipt import ImportReceipt
from handdigit.gui.panels.samples.label_counts import LabelCounts
from handdigit.gui.panels.samples.lesson_view import LessonView
from handdigit.gui.panels.samples.reading import SampleReading
from handdigit.gui.panels.samples.title_row import TitleRow
from handdigit.gui.state.samples.labelling import Labelling
from handdigit.gui.state.samples.samples import SampleLibrary
from handdigit.gui.state.samples.threaded_store import NewestQuestion
from handdigit.gui.state.session import Session
from handdigit.gui.state.training.teaching import Teaching
from handdigit.gui.widgets.form import MARGIN, Card, ScrolledSheet, named, scroll_area, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.alphabet import Alphabet
from handdigit.storage.samples.entries import NO_ENTRIES, Kind, SampleEntries
from handdigit.storage.samples.exchange import export_idx
from handdigit.storage.samples.sample_store import SampleStore, StoredSample


class Listing(NamedTuple):
    """What the panel shows of the samples."""

    counts: tuple[int, ...]
    """Of each class."""
    held_out: tuple[int, ...]
    origins: tuple[str, ...]
    entries: SampleEntries
    """Those that fit the filters, newest first."""


def read_listing(store: SampleStore, alphabet: Alphabet, chosen: Filter) -> Listing:
    """Read what is shown; samples of other alphabets stay where they are."""
    names, every = alphabet.names, store.entries()
    known = every.counts()
    held_out = tuple(known[Kind(name, held_out=True)] for name in names)
    learned = tuple(known[Kind(name, held_out=False)] for name in names)
    counts = tuple(map(sum, zip(learned, held_out, strict=True)))
    found = every if chosen.origin is None else store.entries(origin=chosen.origin)
    fitting = found.of_kinds(
        lambda kind: (
            kind.label in names
            and chosen.label in (None, kind.label)
            and chosen.held_out in (None, kind.held_out)
        )
    )
    return Listing(counts, held_out, store.origins(), fitting[::-1])


class SamplesPanel(Card):
    """Counts and filters above, the pictures, and below what can be done with the selected."""

    def __init__(
        self,
        session: Session,
        library: SampleLibrary,
        labelling: Labelling,
        teaching: Teaching,
        parent: QWidget | None = None,
    ) -> None:
        """Follow ``library``; while nobody looks, nothing is read."""
        super().__init__(parent)
        named(self, "samplesPanel", self.tr("Samples"))
        self._session = session
        self._library = library
        self._labelling = labelling
        self._teaching = teaching
        self._title = TitleRow()
        self._lesson = LessonView(teaching)
        self._counts = LabelCounts()
        self._filters = SampleFilters()
        self._grid = SampleGrid(library.store)
        self._empty = Label(
            colour="muted", name="samplesEmpty", wraps=True, align=Qt.AlignmentFlag.AlignCenter
        )
        self._empty.setMargin(3 * MARGIN)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._grid)
        self._pages.addWidget(self._empty)
        self._actions = ActionRow()
        self._reading = SampleReading(session, library.store, self)
        self._transfer = library.transfer
        self._listing = NewestQuestion(library.store)
        self._entries = NO_ENTRIES
        """All that fit the filters, misread or not."""
        self._misread: list[int] = []
        """Rows of those that are known to be misread, in order."""
        self._is_unreadable = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        sheet = ScrolledSheet()
        vbox(self._lesson, self._counts, self._filters, (self._pages, 1), on=sheet, spacing=8)
        layout.addWidget(self._title)
        layout.addWidget(scroll_area(sheet, "samplesScroll", self.tr("Samples")), 1)
        layout.addWidget(self._actions)
        self._connect()
        self._follow_alphabet(session.alphabet)

    def _connect(self) -> None:
        self._session.alphabet_changed.connect(self._follow_alphabet)
        self._library.samples_changed.connect(self._show_samples)
        self._library.samples_changed.connect(self._actions.clear_complaint)
        self._library.store.slowness_changed.connect(self._actions.show_saving)
        self._library.undo_changed.connect(self._actions.show_undo)
        self._counts.digit_clicked.connect(self._filters.toggle_label)
        self._filters.filter_changed.connect(self._show_samples)
        self._grid.selection_changed.connect(self._show_selection)
        self._grid.open_requested.connect(self._open)
        self._grid.relabel_requested.connect(self._relabel)
        for delete in (self._grid.delete_requested, self._actions.delete_requested):
            delete.connect(self._delete)
        for undo in (self._grid.undo_requested, self._actions.undo_requested):
            undo.connect(self._undo)
        self._actions.open_requested.connect(self._open_selected)
        self._reading.answers_changed.connect(self._take_readings)
        self._reading.failed.connect(self._complain)
        self._title.teach_requested.connect(self._teaching.start)
        self._title.import_chosen.connect(self.import_from)
        self._title.export_chosen.connect(self.export_to)
        self._title.cancel_requested.connect(self._transfer.cancel)
        self._transfer.started.connect(self._title.show_busy)
        self._transfer.progressed.connect(self._title.show_progress)
        self._transfer.imported.connect(self._take_imported)
        self._transfer.exported.connect(self._take_exported)
        self._transfer.failed.connect(self._complain)
        self._transfer.ended.connect(self._title.show_ended)
        self._transfer.ended.connect(self._show_samples)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what has changed meanwhile."""
        super().showEvent(event)
        self._actions.show_undo(self._library.undo_title)
        self._show_samples()
        self._library.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Spare the engine what nobody sees."""
        super().hideEvent(event)
        self._reading.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Look at what another window did while that was in front."""
        super().changeEvent(event)
        active = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if active and self.isVisible():
            self._library.refresh()

    def import_from(self, source: Path) -> None:
        """Store everything in a file or folder, or say why that cannot be done."""
        self._actions.say("")
        self._transfer.import_from(source, self._session.alphabet)

    def export_to(self, target: Path, export: Export) -> None:
        """Write what is listed to a file or folder."""
        self._actions.say("")
        if export is export_idx:
            export = partial(export_idx, alphabet=self._session.alphabet)
        self._transfer.export_to(target, export, self._entries.ids[::-1].tolist())

    # --- showing -------------------------------------------------------------------------

    @Slot(object)
    def _follow_alphabet(self, alphabet: Alphabet) -> None:
        """List the samples of the model's classes; those of others stay where they are."""
        self._filters.show_alphabet(alphabet)
        self._grid.show_alphabet(alphabet)
        self._show_samples()

    @Slot()
    def _show_samples(self) -> None:
        if self.isVisible():
            alphabet, chosen = self._session.alphabet, self._filters.filter
            self._listing.ask(
                lambda store: read_listing(store, alphabet, chosen),
                partial(self._show_listing, alphabet, chosen),
                self._show_unreadable,
            )

    def _show_unreadable(self, sentence: str) -> None:
        self._is_unreadable = True
        self._complain(sentence)

    def _show_listing(self, alphabet: Alphabet, chosen: Filter, listing: Listing) -> None:
        if self._is_unreadable:
            self._is_unreadable = False
            self._actions.say("")
        counts, held_out = listing.counts, listing.held_out
        self._counts.show_counts(alphabet, counts, held_out)
        self._counts.show_chosen(None if chosen.label is None else alphabet.index(chosen.label))
        for widget in (self._counts, self._filters):
            widget.setVisible(any(counts))
        self._filters.offer_origins(listing.origins)
        self._entries = listing.entries
        if not self._transfer.is_busy:
            self._title.show_counts(sum(counts), sum(held_out))
        if chosen.misread and self.isVisible():
            self._reading.want(self._entries.ids)
        else:
            self._reading.stop()
        self._misread = []
        self._take_readings([*self._reading.answers])

    @Slot(object)
    def _take_readings(self, ids: list[int]) -> None:
        """Look which of these are misread; None of them: nothing is known any more."""
        answers, entries = self._reading.answers, self._entries
        if not ids:
            self._misread = []
        for row in map(int, entries.rows_of(ids)):
            identity, label, _ = entries[row]
            if answers[identity].label != label:
                self._misread.append(row)
        self._misread.sort()
        self._show_listed()

    def _show_listed(self) -> None:
        """List what fits, as far as it is known."""
        if not self.isVisible():
            return
        misread, answers = self._filters.filter.misread, self._reading.answers
        listed = self._entries
        if misread:
            listed = listed.taken(np.array(self._misread, np.intp))
        if listed != self._grid.entries or misread:
            self._grid.show_samples(listed, answers if misread else {})
        self._pages.setCurrentWidget(self._grid if listed else self._empty)
        self._empty.setText(self._empty_text())
        left = self._reading.left if misread else 0
        self._title.show_listed(len(listed), len(self._entries), left)

    def _empty_text(self) -> str:
        if not any(self._counts.counts):
            return self.tr(
                "Draw a digit and press its key: it becomes a sample that teaches the network "
                "your hand."
            )
        if self._reading.left:
            return self.tr("The model reads your samples…")
        if self._filters.filter.misread and self._entries:
            return self.tr("The current model reads all of these right.")
        return self.tr("No sample fits these filters.")

    @Slot()
    def _show_selection(self) -> None:
        self._actions.show_selected(self._grid.selected_count)

    # --- doing ---------------------------------------------------------------------------

    @Slot(int)
    def _relabel(self, number: int) -> None:
        selected, label = self._grid.selected, self._session.alphabet.names[number]
        self._library.relabel(selected, label, self._complain)

    @Slot()
    def _delete(self) -> None:
        self._library.delete(self._grid.selected, self._complain)

    @Slot()
    def _undo(self) -> None:
        self._library.undo(self._complain)

    @Slot()
    def _open_selected(self) -> None:
        for identity in self._grid.selected[:1]:
            self._open(identity)

    @Slot(int)
    def _open(self, identity: int) -> None:
        self._library.store.ask(
            lambda store: store.samples(ids=[identity]), self._put_on_canvas, self._complain
        )

    def _put_on_canvas(self, samples: tuple[StoredSample, ...]) -> None:
        for sample in samples:
            self._labelling.open(sample)

    @Slot(object, str)
    def _take_imported(self, event: SamplesImported, name: str) -> None:
        self._library.take_imported(event.ids, name)
        summary = self.tr("Samples from {1}: {0}.").format(grouped(len(event.ids)), name)
        self._actions.say(summary)
        if event.notes or event.left_out:
            ImportReceipt(
                summary, event.notes, event.left_out, event.left_out_count, self.window()
            ).open()

    @Slot(int, int, str)
    def _take_exported(self, written: int, asked: int, name: str) -> None:
        text = self.tr("%Ln samples are in {0}.", "", written).format(name)
        if written < asked:
            left_out = asked - written
            text += " " + self.tr(
                "%Ln are pictures without strokes and were left out.", "", left_out
            )
        self._actions.say(text)

    @Slot(str)
    def _complain(self, sentence: str) -> None:
        self._actions.say(sentence, is_trouble=True)

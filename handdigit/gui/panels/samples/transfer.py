"""Import and export of samples in a thread: the window stays fluid however many there are."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from handdigit.errors import HanddigitError
from handdigit.gui.widgets.form import menu_action, push_button
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.gui.widgets.question import ask_for_file, ask_for_folder, ask_where_to_save
from handdigit.network.alphabet import Alphabet
from handdigit.storage.samples.exchange import (
    PICTURES,
    export_idx,
    export_inks,
    export_pictures,
    read_new_samples,
)
from handdigit.storage.samples.sample_store import NewSample, SampleStore, StoredSample

STEP = 200
"""Samples read between two words about it."""
Export = Callable[[Path, tuple[StoredSample, ...]], int]


class _CancelledError(HanddigitError):
    """The user does not want it any more."""


class SampleTransfer(QObject):
    """Does one import or export at a time.

    Signals:
        started(): one goes on.
        progressed(int): so many samples have been read.
        imported(tuple[int, ...], str): these samples are stored, from a file of that name.
        exported(int, int, str): so many samples of so many are in the file of that name.
        failed(str): nothing has changed; a sentence why.
        ended(): another can be started.
    """

    started = Signal()
    progressed = Signal(int)
    imported = Signal(object, str)
    exported = Signal(int, int, str)
    failed = Signal(str)
    ended = Signal()
    _told = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Work on the database at ``path``."""
        super().__init__(parent)
        self._path = path
        self._stop: threading.Event | None = None
        self._told.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether something goes on."""
        return self._stop is not None

    def import_from(self, source: Path, alphabet: Alphabet) -> None:
        """Store everything in a file or folder, labelled by an alphabet, or nothing."""

        def work(stop: threading.Event) -> Callable[[], None]:
            new = tuple(self._counted(read_new_samples(source, alphabet), stop))
            with SampleStore(self._path) as store:
                ids = store.add_all(new)
            return lambda: self.imported.emit(ids, source.name)

        self._run(work)

    def export_to(self, target: Path, export: Export, ids: Iterable[int]) -> None:
        """Write samples to a file or folder."""
        wanted = tuple(ids)

        def work(_stop: threading.Event) -> Callable[[], None]:
            with SampleStore(self._path) as store:
                samples = store.samples(ids=wanted)
            written = export(target, samples)
            return lambda: self.exported.emit(written, len(samples), target.name)

        self._run(work)

    @Slot()
    def cancel(self) -> None:
        """Give an import up while it is read."""
        if self._stop is not None:
            self._stop.set()

    def _counted(self, samples: Iterable[NewSample], stop: threading.Event) -> Iterable[NewSample]:
        for number, sample in enumerate(samples):
            if stop.is_set():
                raise _CancelledError("Cancelled.")
            if number % STEP == 0:
                self._tell(partial(self.progressed.emit, number))
            yield sample

    def _run(self, work: Callable[[threading.Event], Callable[[], None]]) -> None:
        if self._stop is not None:
            return
        self._stop = stop = threading.Event()

        def body() -> None:
            try:
                result = work(stop)
            except _CancelledError:
                self._end(lambda: None)
            except HanddigitError as error:
                sentence = str(error)
                self._end(lambda: self.failed.emit(sentence))
            except BaseException as error:
                sentence = self.tr("This did not work: {0}.").format(repr(error))
                self._end(lambda: self.failed.emit(sentence))
                raise
            else:
                self._end(result)

        # Whatever it writes appears whole or not at all: it need not be waited for.
        threading.Thread(target=body, name="samples", daemon=True).start()
        self.started.emit()

    def _end(self, result: Callable[[], None]) -> None:
        def end() -> None:
            self._stop = None
            result()
            self.ended.emit()

        self._tell(end)

    def _tell(self, tell: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._told.emit(tell)


class TitleRow(QWidget):
    """A sentence with numbers, Teach, Import and Export; while something goes on, Cancel.

    Signals:
        teach_requested(): the model shall learn the samples.
        import_chosen(Path): the user chose what to import.
        export_chosen(Path, Export): the user chose where to export to, and in which form.
        cancel_requested(): what goes on shall stop.
    """

    teach_requested = Signal()
    import_chosen = Signal(object)
    export_chosen = Signal(object, object)
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no numbers yet."""
        super().__init__(parent)
        self._text = ElidedLabel(colour="muted", name="samplesSummary")
        self._summary = ""
        self._teach = push_button(
            "samplesTeach",
            self.tr("Teach"),
            self.tr("Let the model that answers learn the samples; you see what that changes"),
            self.teach_requested,
        )
        self._import = push_button("samplesImport", self.tr("Import"))
        self._export = push_button("samplesExport", self.tr("Export"))
        imports, exports = QMenu(self._import), QMenu(self._export)
        self._import.setMenu(imports)
        self._export.setMenu(exports)
        menu_action(imports, "importFile", self.tr("Inks or idx File…"), self._choose_file)
        menu_action(imports, "importFolder", self.tr("Folder of Pictures…"), self._choose_folder)
        self._export.setToolTip(self.tr("The samples that are listed, into files"))
        menu_action(exports, "exportInks", self.tr("Inks…"), self._choose_inks)
        menu_action(
            exports, "exportPictures", self.tr("Folder of Pictures…"), self._choose_pictures
        )
        menu_action(exports, "exportIdx", self.tr("idx Files…"), self._choose_idx)
        self._cancel = push_button("samplesCancel", self.tr("Cancel"), do=self.cancel_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._text, 1)
        for button in (self._teach, self._import, self._export, self._cancel):
            layout.addWidget(button)
        self._show_running(False)

    def show_counts(self, count: int, held_out: int) -> None:
        """Say how many samples there are; whatever went on has ended."""
        self._show_running(False)
        self._export.setEnabled(count > 0)
        self._teach.setEnabled(count > 0)
        self._summary = (
            self.tr("Samples: {0}, ○ {1} of them held out to measure with").format(
                f"{count:,}", f"{held_out:,}"
            )
            if count
            else self.tr("No samples yet")
        )
        self._text.setText(self._summary)

    def show_listed(self, listed: int, fitting: int, left: int) -> None:
        """Say how many are misread, while ``left`` of those that fit are still to be read."""
        if self._cancel.isVisibleTo(self):
            return
        if left:
            done = f"{fitting - left:,}"
            text = self.tr("Reading {0} of {1}: {2} misread").format(
                done, f"{fitting:,}", f"{listed:,}"
            )
        elif listed < fitting:
            text = self.tr("{0} of {1} misread").format(f"{listed:,}", f"{fitting:,}")
        else:
            text = self._summary
        self._text.setText(text)

    @Slot()
    def show_busy(self) -> None:
        """Say that an import or export goes on."""
        self._show_running(True)
        self._text.setText(self.tr("Working…"))

    @Slot(int)
    def show_progress(self, count: int) -> None:
        """Say how many samples have been read so far."""
        if count:
            self._text.setText(self.tr("{0} samples read…").format(f"{count:,}"))

    def _show_running(self, running: bool) -> None:
        self._teach.setVisible(not running)
        self._import.setVisible(not running)
        self._export.setVisible(not running)
        self._cancel.setVisible(running)

    # --- dialogs -------------------------------------------------------------------------

    def _choose_file(self) -> None:
        suffixes = "*.jsonl *.jsonl.gz *.json *-idx*-ubyte *-idx*-ubyte.gz"
        pattern = self.tr("Samples ({0})").format(suffixes)
        self._import_from(ask_for_file(self, self.tr("Import samples"), pattern))

    def _choose_folder(self) -> None:
        title = self.tr("Import pictures from folders named as the classes are")
        self._import_from(ask_for_folder(self, title))

    def _import_from(self, path: Path | None) -> None:
        if path is not None:
            self.import_chosen.emit(path)

    def _choose_inks(self) -> None:
        pattern = self.tr("Inks ({0})").format("*.jsonl *.jsonl.gz")
        self._export_to("samples.jsonl.gz", pattern, export_inks)

    def _choose_pictures(self) -> None:
        self._export_to("samples", self.tr("New folder ({0})").format("*"), export_pictures)

    def _choose_idx(self) -> None:
        self._export_to(f"samples-{PICTURES}", self.tr("idx files ({0})").format("*"), export_idx)

    def _export_to(self, proposal: str, pattern: str, export: Export) -> None:
        path = ask_where_to_save(self, self.tr("Export samples"), proposal, pattern)
        if path is None:
            return
        if export is export_inks and not path.name.endswith((".jsonl", ".jsonl.gz")):
            path = path.with_name(f"{path.name}.jsonl")
        self.export_chosen.emit(path, export)

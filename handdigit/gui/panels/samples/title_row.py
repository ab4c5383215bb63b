"""How many samples there are; buttons to teach them, and to take them in and out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from handdigit.engine.sample_transfer import Export
from handdigit.gui.numbers import grouped
from handdigit.gui.widgets.form import menu_action, push_button
from handdigit.gui.widgets.question import ask_for_file, ask_for_folder, ask_where_to_save
from handdigit.gui.widgets.work_line import WorkLine
from handdigit.storage.datasets.picture_sets import PATTERNS
from handdigit.storage.samples.exchange import (
    PICTURES,
    export_idx,
    export_inks,
    export_pictures,
    idx_files,
)


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
        self._line = WorkLine("samplesSummary", "samplesCancel")
        self._line.cancel_requested.connect(self.cancel_requested)
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
        menu_action(imports, "importFile", self.tr("File of Inks or Pictures…"), self._choose_file)
        menu_action(imports, "importFolder", self.tr("Folder of Pictures…"), self._choose_folder)
        self._export.setToolTip(self.tr("The samples that are listed, into files"))
        menu_action(exports, "exportInks", self.tr("Inks…"), self._choose_inks)
        menu_action(
            exports, "exportPictures", self.tr("Folder of Pictures…"), self._choose_pictures
        )
        menu_action(exports, "exportIdx", self.tr("idx Files…"), self._choose_idx)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._line, 1)
        for button in (self._teach, self._import, self._export):
            layout.addWidget(button)
        self._show_running(False)

    def show_counts(self, count: int, held_out: int) -> None:
        """Say how many samples there are."""
        self._export.setEnabled(count > 0)
        self._teach.setEnabled(count > 0)
        self._summary = (
            self.tr("Samples: {0}, ○ {1} of them held out to measure with").format(
                grouped(count), grouped(held_out)
            )
            if count
            else self.tr("No samples yet")
        )
        self._line.say(self._summary)

    def show_listed(self, listed: int, fitting: int, left: int) -> None:
        """Say how many are misread, while ``left`` of those that fit are still to be read."""
        if self._line.is_busy:
            return
        if left:
            done = grouped(fitting - left)
            text = self.tr("Reading {0} of {1}: {2} misread").format(
                done, grouped(fitting), grouped(listed)
            )
        elif listed < fitting:
            text = self.tr("{0} of {1} misread").format(grouped(listed), grouped(fitting))
        else:
            text = self._summary
        self._line.say(text)

    @Slot()
    def show_ended(self) -> None:
        """Offer the next import or export."""
        self._show_running(False)
        self._line.say(self._summary)

    @Slot()
    def show_busy(self) -> None:
        """Say that an import or export goes on."""
        self._show_running(True)
        self._line.say(self.tr("Working…"))

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Say how many samples were read or written, of how many; 0 where that is not known."""
        if total:
            text = self.tr("{0} of {1} samples…").format(grouped(done), grouped(total))
        else:
            text = self.tr("%Ln samples…", "", done)
        self._line.say(text if done else self.tr("Working…"))

    def _show_running(self, running: bool) -> None:
        self._teach.setVisible(not running)
        self._import.setVisible(not running)
        self._export.setVisible(not running)
        self._line.set_busy(running)

    # --- dialogs -------------------------------------------------------------------------

    def _choose_file(self) -> None:
        pattern = self.tr("Samples ({0})").format(f"*.jsonl *.jsonl.gz *.json {PATTERNS}")
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
        pattern = self.tr("idx files ({0})").format("*")
        self._export_to(f"samples-{PICTURES}", pattern, export_idx)

    def _export_to(self, proposal: str, pattern: str, export: Export) -> None:
        def chosen(path: Path) -> None:
            self.export_chosen.emit(path, export)

        ask_where_to_save(
            self,
            self.tr("Export samples"),
            proposal,
            pattern,
            chosen,
            endings=(".jsonl", ".jsonl.gz") if export is export_inks else ("",),
            written=idx_files if export is export_idx else None,
        )

"""How many samples there are; learning them, and the menus to take them in and out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from handdigit.data.sample_exchange import PICTURES, export_idx, export_inks, export_pictures
from handdigit.gui.widgets.labels import ElidedLabel


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
        self._text = ElidedLabel(colour="muted")
        self._text.setObjectName("samplesSummary")
        self._summary = ""
        self._teach = QPushButton(self.tr("Teach"))
        self._teach.setObjectName("samplesTeach")
        self._teach.setAccessibleName(self._teach.text())
        self._teach.setToolTip(
            self.tr("Let the model that answers learn the samples; you see what that changes")
        )
        self._teach.clicked.connect(self.teach_requested)
        self._import = self._menu_button("samplesImport", self.tr("Import"))
        self._add(self._import, "importFile", self.tr("Inks or idx File…"), self._choose_file)
        self._add(self._import, "importFolder", self.tr("Folder of Pictures…"), self._choose_folder)
        self._export = self._menu_button("samplesExport", self.tr("Export"))
        self._export.setToolTip(self.tr("The samples that are listed, into files"))
        self._add(self._export, "exportInks", self.tr("Inks…"), self._choose_inks)
        self._add(
            self._export, "exportPictures", self.tr("Folder of Pictures…"), self._choose_pictures
        )
        self._add(self._export, "exportIdx", self.tr("idx Files…"), self._choose_idx)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("samplesCancel")
        self._cancel.clicked.connect(self.cancel_requested)
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

    def _menu_button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setMenu(QMenu(button))
        return button

    def _add(self, button: QPushButton, name: str, text: str, slot: Callable[[], None]) -> None:
        action = button.menu().addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: slot())

    # --- dialogs -------------------------------------------------------------------------

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import samples"),
            "",
            self.tr("Samples ({0})").format(
                "*.jsonl *.jsonl.gz *.json *-idx*-ubyte *-idx*-ubyte.gz"
            ),
        )
        if name:
            self.import_chosen.emit(Path(name))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Import pictures from folders named as the classes are")
        )
        if name:
            self.import_chosen.emit(Path(name))

    def _choose_inks(self) -> None:
        name = self._ask("samples.jsonl.gz", self.tr("Inks ({0})").format("*.jsonl *.jsonl.gz"))
        if name:
            known = name.endswith((".jsonl", ".jsonl.gz"))
            self.export_chosen.emit(Path(name if known else f"{name}.jsonl"), export_inks)

    def _choose_pictures(self) -> None:
        name = self._ask("samples", self.tr("New folder ({0})").format("*"))
        if name:
            self.export_chosen.emit(Path(name), export_pictures)

    def _choose_idx(self) -> None:
        name = self._ask(f"samples-{PICTURES}", self.tr("idx files ({0})").format("*"))
        if name:
            self.export_chosen.emit(Path(name), export_idx)

    def _ask(self, proposal: str, pattern: str) -> str:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export samples"), proposal, pattern)
        return name

"""What the network learns from: sources to tick, and a look at what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from handdigit.engine.protocol.source import DescribeSource, SourceDescribed
from handdigit.errors import HanddigitError
from handdigit.gui.panels.retrain.class_sheet import ClassSheet
from handdigit.gui.panels.retrain.source_row import MnistRow, SourceRow
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import TopicGroup
from handdigit.gui.state.training.mnist_fetch import MnistFetch
from handdigit.gui.translation import explained, translated
from handdigit.gui.widgets.form import MARGIN, push_button
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.question import ask_for_folder
from handdigit.network.alphabet import DIGITS
from handdigit.storage.datasets.picture_sets import KNOWN, PATTERNS, can_be_learned
from handdigit.storage.datasets.sources import SOURCES, DataKind, DataSource
from handdigit.storage.paths import AppPaths

GENERATED, SAMPLES = DataSource(DataKind.GENERATED), DataSource(DataKind.SAMPLES)
OF_DIGITS = (DataKind.GENERATED, DataKind.MNIST)
WIDE = 1300
"""From this width on the pictures stand beside the sources."""


class DataPage(QWidget):
    """A row a source; the pictures of one of them.

    Signals:
        data_changed(): other sources are used.
        complained(str): a sentence about what did not work.
    """

    data_changed = Signal()
    complained = Signal(str)

    def __init__(self, session: Session, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Use generated handwriting."""
        super().__init__(parent)
        self.setObjectName("dataPage")
        self._session = session
        self._contents = TopicGroup(session.analyses, "retrain-source", self)
        self._contents.answered.connect(self._take)
        self._contents.refused.connect(self._refuse)
        self._paths = paths
        self._described: dict[DataSource, SourceDescribed] = {}
        self._refused: dict[DataSource, str] = {}
        self._generated = 0
        self._rows: list[SourceRow] = []
        self._sheet = ClassSheet()
        self._heading = Label(bold=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._mnist = MnistRow(MnistFetch(paths.mnist, parent=self))
        for kind, entry in reversed(tuple(SOURCES.items())):
            if kind is DataKind.MNIST:
                self._add(self._mnist)
            elif entry.title:
                texts = (entry.title, entry.about)
                title, tip = map(translated, texts)
                self._add(SourceRow(DataSource(kind), kind, title, tip))
        self._shown = self._rows[0]
        self._shown.box.setChecked(True)
        self._mnist.found.connect(partial(self._ask, self._mnist))
        self._mnist.arrived.connect(self._use_mnist)
        self._mnist.failed.connect(self.complained)
        self._lay_out()
        session.alphabet_changed.connect(self._follow_alphabet)
        self._look_at(self._shown)
        self._offer_digits()

    def _lay_out(self) -> None:
        add = push_button(
            "addInks",
            self.tr("Add a File…"),
            self.tr(
                "Labelled strokes (.jsonl), or labelled pictures (idx, .csv, .npz, EMNIST's .mat)."
            ),
            self._choose_file,
        )
        add_folder = push_button(
            "addFolder",
            self.tr("Add a Folder…"),
            self.tr(
                "Pictures in folders named as the classes are, or a folder with the files of a set."
            ),
            self._choose_folder,
        )
        adding = QHBoxLayout()
        adding.addWidget(add)
        adding.addWidget(add_folder)
        adding.addStretch(1)
        sources = QVBoxLayout()
        sources.setSpacing(6)
        sources.addLayout(self._list)
        sources.addLayout(adding)
        sources.addStretch(1)
        pictures = QVBoxLayout()
        pictures.setSpacing(6)
        pictures.addWidget(self._heading)
        pictures.addWidget(self._sheet, 1)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(MARGIN)
        self._layout.addLayout(sources)
        self._layout.addLayout(pictures, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pictures beside the sources where there is room."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= WIDE
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._layout.setStretch(0, 1 if is_wide else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what is in the sources: samples may have come."""
        super().showEvent(event)
        self._mnist.look()
        for row in self._rows:
            if row.source == SAMPLES or row.source not in self._described:
                self._ask(row)

    @Slot()
    def look_again(self) -> None:
        """Count the samples anew: some came or went."""
        self._described.pop(SAMPLES, None)
        for row in self._rows:
            if row.source == SAMPLES:
                self._ask(row)

    @Slot()
    def _follow_alphabet(self) -> None:
        """Look into the sources anew: they are to have other classes."""
        self._contents.drop_all()
        self._described.clear()
        self._refused.clear()
        self._offer_digits()
        self._look_at(self._shown)
        for row in self._used:
            self._ask(row)
        self.data_changed.emit()

    def _offer_digits(self) -> None:
        """Let what has digits only be used for digits; else its row says why it is not."""
        alphabet = self._session.alphabet
        for row in self._rows:
            if row.source.kind in OF_DIGITS:
                row.setEnabled(alphabet == DIGITS)
                if alphabet != DIGITS:
                    self._refused[row.source] = self.tr(
                        "These are digits, and {0} reads {1}."
                    ).format(self._session.model.name, translated(alphabet.listed()))

    @property
    def _used(self) -> list[SourceRow]:
        return [row for row in self._rows if row.is_used and row.isEnabledTo(self)]

    # --- what is used --------------------------------------------------------------------

    @property
    def sources(self) -> tuple[DataSource, ...]:
        """What is used."""
        return tuple(row.source for row in self._used)

    @property
    def ticked(self) -> tuple[DataSource, ...]:
        """What is ticked, be it there or not."""
        return tuple(row.source for row in self._rows if row.box.isChecked())

    def restore(self, sources: Sequence[DataSource]) -> None:
        """Tick these sources and no others; a file that cannot be one is left out."""
        for row in self._rows:
            row.box.setChecked(row.source in sources)
        for source in sources:
            if source.kind is DataKind.FILES:
                for path in source.files:
                    self.add_file(path)

    @property
    def titles(self) -> tuple[str, ...]:
        """The names of what is used."""
        return tuple(row.box.text() for row in self._used)

    @property
    def preview_source(self) -> DataSource:
        """Of which variations are shown: the first that is used and has something in it."""
        for source in self.sources:
            known = self._described.get(source)
            if source == GENERATED or (known is not None and min(known.counts) > 0):
                return source
        return GENERATED if self._session.alphabet == DIGITS else SAMPLES

    def set_generated(self, count: int) -> None:
        """Tell how many digits the recipe lets be written."""
        if count != self._generated:
            self._generated = count
            self._rows[0].show_detail(self.tr("%Ln digits an epoch, drawn anew", "", count))

    @property
    def generated(self) -> int:
        """How many digits of an epoch are written afresh."""
        return self._generated if GENERATED in self.sources else 0

    def counted(self, renderings: int) -> int | None:
        """Return how many other digits an epoch has, None while some source is not known.

        Of inks there are so many ``renderings``, pictures are as they are.
        """
        total = 0
        for row in self._used:
            if row.source == GENERATED:
                continue
            known = self._described.get(row.source)
            if known is None:
                return None
            total += sum(known.counts) + known.inks * (renderings - 1)
        return total

    def _add(self, row: SourceRow) -> SourceRow:
        self._rows.append(row)
        self._list.addWidget(row)
        row.ticked.connect(self._tick)
        row.looked_at.connect(partial(self._look_at, row))
        return row

    @Slot()
    def _tick(self) -> None:
        for row in self._used:
            if row.source not in self._described:
                self._ask(row)
        self.data_changed.emit()

    @Slot()
    def _use_mnist(self) -> None:
        self._described.pop(self._mnist.source, None)
        self._mnist.box.setChecked(True)
        self._ask(self._mnist)
        self.data_changed.emit()

    @Slot()
    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Add labelled drawings"),
            "",
            self.tr("Labelled drawings ({0})").format(f"*.jsonl *.jsonl.gz {PATTERNS}"),
        )
        if name:
            self._add_chosen(Path(name))

    @Slot()
    def _choose_folder(self) -> None:
        folder = ask_for_folder(self, self.tr("Add a folder of labelled pictures"))
        if folder is not None:
            self._add_chosen(folder)

    def _add_chosen(self, path: Path) -> None:
        try:
            self.add_file(path)
        except HanddigitError as error:
            self.complained.emit(explained(error))

    def add_file(self, path: Path) -> None:
        """Use a file of labelled inks or pictures, or a folder of pictures.

        What is wrong inside is said at its row, once the engine has read it.

        Raises:
            HanddigitError: it is another kind of file.
        """
        source = DataSource(DataKind.FILES, (path.absolute(),))
        known = next((row for row in self._rows if row.source == source), None)
        if known is None:
            if not can_be_learned(path):
                raise HanddigitError(
                    self.tr("{0} is nothing to learn from: choose {1}.").format(
                        path, translated(KNOWN)
                    )
                )
            title = path.name.partition(".")[0]
            known = SourceRow(source, f"file{len(self._rows)}", title, str(path))
            remove = partial(self._remove, known)
            known.add_button(
                f"remove_file{len(self._rows)}",
                self.tr("Remove"),
                self.tr("Take it off this list; the file stays."),
                remove,
            )
            self._add(known)
        known.box.setChecked(True)

    def _remove(self, row: SourceRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._contents.drop(row.source)
        self._described.pop(row.source, None)
        self._refused.pop(row.source, None)
        if self._shown is row:
            self._look_at(self._rows[0])
        self.data_changed.emit()

    # --- what is in it -------------------------------------------------------------------

    def _ask(self, row: SourceRow) -> None:
        looks = row.isEnabledTo(self) and (row.is_there or row is not self._mnist)
        if self.isVisible() and looks:
            if row.source not in self._described and row.source != GENERATED:
                row.show_detail(self.tr("Looking…"))
            source = replace(row.source.at(self._paths), alphabet=self._session.alphabet)
            self._contents.ask(row.source, DescribeSource(source))

    @Slot(object, object)
    def _take(self, source: DataSource, answer: SourceDescribed) -> None:
        self._described[source] = answer
        self._refused.pop(source, None)
        self._show_source(source, is_there=True)

    @Slot(object, str)
    def _refuse(self, source: DataSource, reason: str) -> None:
        self._described.pop(source, None)
        self._refused[source] = reason
        self._show_source(source, is_there=False)

    def _show_source(self, source: DataSource, *, is_there: bool) -> None:
        row = next(row for row in self._rows if row.source == source)
        row.show_whether_there(is_there)
        if source != GENERATED:
            known = self._described.get(source)
            if known is None:
                none_yet = self.tr("none yet")
                row.show_detail(none_yet if source == SAMPLES else self._refused.get(source, ""))
            else:
                count = self.tr("%Ln digits", "", sum(known.counts))
                notes = "\n".join(map(translated, known.notes))
                row.show_detail(self.tr("{0}. {1}").format(count, notes) if notes else count)
        if row is self._shown:
            self._look_at(row)
        self.data_changed.emit()

    def _look_at(self, row: SourceRow) -> None:
        self._shown = row
        for other in self._rows:
            other.show_whether_looked_at(other is row)
        self._heading.setText(row.box.text())
        known = self._described.get(row.source)
        if known is not None and len(known.pictures):
            counts = () if row.source == GENERATED else known.counts
            self._sheet.show_classes(self._session.alphabet, counts, known.pictures, known.labels)
        else:
            self._sheet.show_note(self._note(row))

    def _note(self, row: SourceRow) -> str:
        if row.source in self._refused:
            return self._refused[row.source]
        if not row.is_there:
            return row.toolTip()
        return self.tr("Looking…")

"""Which labelled drawings a model is measured on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QWidget

from handdigit.gui.state.background import Background, ignore
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.question import ask_for_folder
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.storage.datasets.picture_sets import PATTERNS
from handdigit.storage.datasets.sources import SOURCES, DataKind, DataSource
from handdigit.storage.files import is_file
from handdigit.storage.paths import AppPaths

OF_DIGITS = (DataKind.MNIST, DataKind.GENERATED)
FILES, FOLDER = "files", "folder"
"""What the last two entries ask for."""


class DataChoice(QComboBox):
    """The sets at hand, and files of the user's choosing.

    Signals:
        data_set_chosen(): another set is chosen.
        presence_changed(): the chosen set is at hand now, or no longer; or it is another one.
    """

    data_set_chosen = Signal()
    presence_changed = Signal()

    def __init__(self, paths: AppPaths, parent: QWidget | None = None) -> None:
        """Offer the sets, and choose generated digits.

        The first :meth:`look` that finds MNIST chooses that, unless the user has chosen before.
        """
        super().__init__(parent)
        named(self, "errorsData", self.tr("Data set"), self.tr("What the model is measured on"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._paths = paths
        self._revision = 0
        self._looking = Background("sets at hand", self)
        self._missing: frozenset[DataKind] = frozenset()
        """Of those that may be, as was looked last."""
        self._has_chosen = False
        """Whether the user has, or there was one to prefer."""
        for kind, entry in SOURCES.items():
            if entry.test_title:
                title = translated(entry.test_title)
                self.addItem(title, DataSource(kind).at(paths))
        self.insertSeparator(self.count())
        self.addItem(self.tr("Files…"), FILES)
        self.addItem(self.tr("Folder…"), FOLDER)
        self._choose_kind(DataKind.GENERATED)
        self.activated.connect(self._choose)

    @property
    def name(self) -> str:
        """What the chosen set is called."""
        return self.itemText(self._chosen)

    def problem(self, alphabet: Alphabet) -> str:
        """Return why the chosen set cannot be read, a sentence; empty if nothing is known."""
        if self._data_set.kind in OF_DIGITS and alphabet != DIGITS:
            return self.tr(
                "These are digits, and the model reads {0}: choose samples or files."
            ).format(translated(alphabet.listed()))
        if self._data_set.kind not in self._missing:
            return ""
        if self._data_set.kind is DataKind.MNIST:
            return self.tr(
                "MNIST is not on this computer: fetch it in Retrain, or choose a folder with its "
                "files."
            )
        return self.tr("There are no samples yet: draw a digit and tell which one it is.")

    def look(self) -> None:
        """Look which sets are at hand."""
        paths = self._paths
        self._looking.start(lambda _job: _missing_at(paths), self._take, ignore)

    def _take(self, missing: frozenset[DataKind]) -> None:
        before, chosen = self._missing, self._chosen
        self._missing = missing
        if not self._has_chosen and DataKind.MNIST not in missing:
            self._has_chosen = True
            self._choose_kind(DataKind.MNIST)
        kind = self._data_set.kind
        if self._chosen != chosen or (kind in before) != (kind in missing):
            self.presence_changed.emit()

    def read_anew(self, alphabet: Alphabet) -> DataSource:
        """Return the chosen set, as it is on the disk now, labelled by an alphabet."""
        found = self._data_set
        if found.kind is DataKind.GENERATED:
            return found
        self._revision += 1
        return replace(found, revision=self._revision, alphabet=alphabet)

    def choose_files(self, files: Sequence[Path]) -> None:
        """Add files or a folder of the user's to the list and choose them."""
        place = self.findData(FILES)
        data_set = DataSource(DataKind.FILES, tuple(files))
        found = self._place(data_set)
        if found < 0:
            self.insertItem(place, " + ".join(path.name for path in files), data_set)
            self.setItemData(place, "\n".join(map(str, files)), 3)  # the tooltip
            found = place
        self._chosen, self._has_chosen = found, True
        self.setCurrentIndex(found)
        self.data_set_chosen.emit()
        self.look()

    def _place(self, data_set: DataSource) -> int:
        """Return where a set is in the list, -1 if it is not; ``findData`` would compare ids."""
        places = range(self.count())
        return next((place for place in places if self.itemData(place) == data_set), -1)

    @property
    def _data_set(self) -> DataSource:
        found = self.itemData(self._chosen)
        assert isinstance(found, DataSource)  # the other entries are never chosen
        return found

    @Slot(int)
    def _choose(self, index: int) -> None:
        asked = self.itemData(index)
        if isinstance(asked, DataSource):
            self._chosen, self._has_chosen = index, True
            self.data_set_chosen.emit()
            self.look()
            return
        self.setCurrentIndex(self._chosen)
        if asked == FILES:
            names, _ = QFileDialog.getOpenFileNames(
                self,
                self.tr("Labelled drawings: one file, or two idx files"),
                "",
                self.tr("Labelled drawings ({0});;All (*)").format(
                    f"*.jsonl *.jsonl.gz *.json {PATTERNS}"
                ),
            )
        else:
            folder = ask_for_folder(self, self.tr("A folder with MNIST's files"))
            names = [] if folder is None else [str(folder)]
        if names:
            self.choose_files([Path(name) for name in names[:2]])

    def _choose_kind(self, kind: DataKind) -> None:
        self._chosen = self._place(DataSource(kind).at(self._paths))
        self.setCurrentIndex(self._chosen)


def _missing_at(paths: AppPaths) -> frozenset[DataKind]:
    missing = set() if is_file(paths.samples) else {DataKind.SAMPLES, DataKind.HELD_OUT}
    if not any(paths.mnist.glob("t10k-images*")):
        missing.add(DataKind.MNIST)
    return frozenset(missing)

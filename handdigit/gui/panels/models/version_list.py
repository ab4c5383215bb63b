"""The list of versions: the user's newest first, then the shipped; some are ticked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from handdigit.gui.dates import day_text
from handdigit.gui.panels.models.version_rows import (
    ACCURACY,
    DOT,
    MADE,
    NAME,
    NETWORK,
    PARAMETERS,
    SIZE,
    Index,
    Row,
    VersionRows,
    arranged,
)
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.widgets.form import named
from handdigit.storage.models.groups import first_compared
from handdigit.storage.models.stored_model import StoredModel, UnusableModel

LEFT_OUT = (NETWORK, SIZE, PARAMETERS, MADE)
"""Columns that go where there is no room for the names, in this order."""
LATE_IN_A_YEAR = "2000-12-28"
"""A day whose text is as long as any."""
NAME_CHARACTERS = 30
"""Room for a name with its box, in average characters."""


class VersionList(QTreeView):
    """A row a version, under the names of their groups; ticks choose what is compared and votes.

    What lies among the models and cannot be used has a grey row with its reason.

    Signals:
        chosen_changed(): another row is selected.
        ticked_changed(): other rows are ticked.
        activation_requested(): the selected model shall answer.
        renaming_requested(): F2 was pressed.
        name_entered(StoredModel, str): the user gave a version another name.
    """

    chosen_changed = Signal()
    ticked_changed = Signal()
    activation_requested = Signal()
    renaming_requested = Signal()
    name_entered = Signal(object, str)

    def __init__(self, library: ModelLibrary, parent: QWidget | None = None) -> None:
        """Show the versions in ``library``."""
        super().__init__(parent)
        named(self, "versionList", self.tr("Versions"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(int(DOT), int(DOT)))
        self.setItemDelegate(_NameDelegate(self))
        self._library = library
        self._versions = VersionRows(library, self)
        self.setModel(self._versions)
        self._touched = False
        self._active: Path | None = None
        self._size_columns()
        self._versions.ticked.connect(self._take_tick)
        self._versions.name_entered.connect(self.name_entered)
        self.selectionModel().currentChanged.connect(self.chosen_changed)
        self.activated.connect(self.activation_requested)
        self.show_versions()

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        widest = {
            NETWORK: "network3-dropout",
            PARAMETERS: "00,000,000",
            SIZE: "000.0 MB",
            ACCURACY: "val 00.00 %",
            MADE: day_text(LATE_IN_A_YEAR),
        }
        self._widths = {
            column: max(
                self.fontMetrics().horizontalAdvance(text) + 14, header.sectionSizeHint(column)
            )
            for column, text in widest.items()
        }
        for column, width in self._widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the names: what the details say, too, is left out first."""
        super().resizeEvent(event)
        header, room = self.header(), self.viewport().width()
        name = self.fontMetrics().averageCharWidth() * NAME_CHARACTERS
        shown = {PARAMETERS, SIZE, NETWORK, MADE, ACCURACY}
        for column in LEFT_OUT:
            if name + sum(map(self._widths.__getitem__, shown)) > room:
                shown.discard(column)
        for column in LEFT_OUT:
            header.setSectionHidden(column, column not in shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the selected row in sight, also one that was selected meanwhile."""
        super().showEvent(event)
        self.scrollTo(self.currentIndex())

    # --- looking -------------------------------------------------------------------------

    @property
    def models(self) -> tuple[StoredModel, ...]:
        """All versions, from the top."""
        return tuple(row for row in self._versions.rows if isinstance(row, StoredModel))

    @property
    def chosen(self) -> StoredModel | None:
        """The selected one."""
        row = self._chosen_row
        return row if isinstance(row, StoredModel) else None

    @property
    def chosen_unusable(self) -> UnusableModel | None:
        """The selected one of those that cannot be used."""
        row = self._chosen_row
        return row if isinstance(row, UnusableModel) else None

    @property
    def _chosen_row(self) -> Row:
        at = self.currentIndex()
        return self._versions.rows[at.row()] if at.isValid() else None

    @property
    def ticked(self) -> tuple[StoredModel, ...]:
        """Those to compare, from the top."""
        return tuple(model for model in self.models if model.path in self._versions.ticked_paths)

    # --- showing -------------------------------------------------------------------------

    @Slot()
    def show_versions(self) -> None:
        """Show what there is now; ticks stay where they can.

        So does the selection, unless another model answers: that one is looked at then.
        """
        before = self._chosen_row
        active = self._library.active
        is_new, self._active = active.path != self._active, active.path
        models, unusable = self._library.models, self._library.unusable
        known = {model.path for model in models} | {model.path for model in unusable}
        if active.path not in known:
            models = (*models, active)  # a file from elsewhere
        self._versions.show(arranged(models, unusable))
        if not self._touched:
            previous = self._library.previous
            first = (active,) if previous is None else (active, previous)
            self._versions.ticked_paths = {
                model.path for model in first_compared(self.models, first)
            }
        for number, row in enumerate(self._versions.rows):
            if not isinstance(row, StoredModel):
                self.setFirstColumnSpanned(number, QModelIndex(), True)
        is_kept = isinstance(before, StoredModel | UnusableModel) and self.choose(before.path)
        if is_new or not is_kept:
            self.choose(active.path)
        self.ticked_changed.emit()

    def choose(self, path: Path) -> bool:
        """Select a version; return whether there is one of this path."""
        for number, row in enumerate(self._versions.rows):
            if isinstance(row, StoredModel | UnusableModel) and row.path == path:
                self.setCurrentIndex(self._versions.index(number, NAME))
                return True
        return False

    def edit_name(self) -> None:
        """Let the user write another name for the selected version."""
        model = self.chosen
        if model is not None and self._library.is_own(model):
            self.edit(self.currentIndex().siblingAtColumn(NAME))

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._versions.take_colours()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with the key that renames everywhere."""
        if event.key() == Qt.Key.Key_F2:
            self.renaming_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _take_tick(self) -> None:
        self._touched = True
        self.ticked_changed.emit()


class _NameDelegate(QStyledItemDelegate):
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setObjectName("versionNameEditor")
            editor.setAccessibleName(self.tr("Name"))
        return editor

"""The list of versions: the user's newest first, then the shipped; some are ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from handdigit.gui.panels.models.details import accuracy_text, made_text, network_text, size_text
from handdigit.gui.state.model_library import ModelLibrary, first_compared
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named
from handdigit.storage.models.groups import Group, UnusableModel
from handdigit.storage.models.model_store import StoredModel

NAME, NETWORK, PARAMETERS, SIZE, ACCURACY, MADE = range(6)
DOT = 8.0
Row = StoredModel | UnusableModel | Group | None
"""A group stands for its heading, None for that of what cannot be used."""


class VersionList(QTreeWidget):
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
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(int(DOT), int(DOT)))
        self.setItemDelegate(_NameDelegate(self))
        self._library = library
        self._rows: tuple[Row, ...] = ()
        self._ticked: set[Path] = set()
        self._touched = False
        self._set_header()
        self.itemChanged.connect(self._take_change)
        self.currentItemChanged.connect(self.chosen_changed)
        self.itemActivated.connect(self.activation_requested)
        self.show_versions()

    def _set_header(self) -> None:
        self.setHeaderLabels(
            [
                self.tr("Version"),
                self.tr("Network"),
                self.tr("Parameters"),
                self.tr("Size"),
                self.tr("Correct"),
                self.tr("Made"),
            ]
        )
        self.headerItem().setToolTip(
            ACCURACY, self.tr("Read correctly of MNIST's test set, else of the validation set")
        )
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        widest = {
            NETWORK: "network3-dropout",
            PARAMETERS: self.tr("Parameters"),
            SIZE: "000.0 MB",
            ACCURACY: "val 00.00 %",
            MADE: "0000-00-00",
        }
        for column, text in widest.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(text) + 14)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in (PARAMETERS, SIZE, ACCURACY, MADE):
            self.headerItem().setTextAlignment(column, right)

    # --- looking -------------------------------------------------------------------------

    @property
    def models(self) -> tuple[StoredModel, ...]:
        """All versions, from the top."""
        return tuple(row for row in self._rows if isinstance(row, StoredModel))

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
        item = self.currentItem()
        return None if item is None else self._rows[self.indexOfTopLevelItem(item)]

    @property
    def ticked(self) -> tuple[StoredModel, ...]:
        """Those to compare, from the top."""
        return tuple(model for model in self.models if model.path in self._ticked)

    # --- showing -------------------------------------------------------------------------

    @Slot()
    def show_versions(self) -> None:
        """Show what there is now; selection and ticks stay where they can."""
        chosen = self._chosen_row
        active = self._library.active
        models, unusable = self._library.models, self._library.unusable
        known = {model.path for model in models} | {model.path for model in unusable}
        if active.path not in known:
            models = (*models, active)  # a file from elsewhere
        self._rows = _arranged(models, unusable)
        paths = {row.path for row in self._rows if isinstance(row, StoredModel | UnusableModel)}
        self._ticked &= paths
        if not self._touched:
            before = self._library.previous
            first = (active,) if before is None else (active, before)
            self._ticked = {model.path for model in first_compared(self.models, first)}
        with QSignalBlocker(self):
            self.setCurrentIndex(QModelIndex())  # else Qt looks for the next one at every row
            self.clear()
            items = [self._item_of(row) for row in self._rows]
            self.addTopLevelItems(items)
            for item, row in zip(items, self._rows, strict=True):
                # It takes effect only in the list.
                item.setFirstColumnSpanned(not isinstance(row, StoredModel))
        self._mark()
        wanted = chosen.path if isinstance(chosen, StoredModel | UnusableModel) else active.path
        self.choose(wanted if wanted in paths else active.path)
        self.chosen_changed.emit()
        self.ticked_changed.emit()

    def choose(self, path: Path) -> None:
        """Select a version."""
        for number, row in enumerate(self._rows):
            item = self.topLevelItem(number)
            if item and isinstance(row, StoredModel | UnusableModel) and row.path == path:
                self.setCurrentItem(item)
                return

    def edit_name(self) -> None:
        """Let the user write another name for the selected version."""
        item, model = self.currentItem(), self.chosen
        if item is not None and model is not None and self._library.is_own(model):
            with QSignalBlocker(self):
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.editItem(item, NAME)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with the key that renames everywhere."""
        if event.key() == Qt.Key.Key_F2:
            self.renaming_requested.emit()
        else:
            super().keyPressEvent(event)

    def _model_of(self, item: QTreeWidgetItem) -> StoredModel | None:
        row = self._rows[self.indexOfTopLevelItem(item)]
        return row if isinstance(row, StoredModel) else None

    def _items(self) -> Iterator[tuple[QTreeWidgetItem, StoredModel]]:
        for number, row in enumerate(self._rows):
            item = self.topLevelItem(number)
            if item is not None and isinstance(row, StoredModel):
                yield item, row

    def _item_of(self, row: Row) -> QTreeWidgetItem:
        if isinstance(row, StoredModel):
            return self._item(row)
        return self._grey_item(row) if isinstance(row, UnusableModel) else self._heading(row)

    def _grey_item(self, model: UnusableModel) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{model.name}: {model.reason}"])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setForeground(NAME, self.palette().placeholderText())
        item.setSizeHint(NAME, self._row_size())
        item.setToolTip(NAME, model.reason)
        return item

    def _heading(self, group: Group | None) -> QTreeWidgetItem:
        names = {
            None: self.tr("Cannot be used"),
            Group.OWN: self.tr("Yours"),
            Group.READERS: self.tr("Shipped: readers"),
            Group.LADDER: self.tr("Shipped: the ladder, from one dense layer upwards"),
        }
        heading = QTreeWidgetItem([names[group]])
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setSizeHint(NAME, self._row_size())
        return heading

    def _item(self, model: StoredModel) -> QTreeWidgetItem:
        info = model.info
        size = size_text(model.size) if model.size else ""
        made, network = made_text(info), network_text(info)
        shipped = self._library.is_shipped(model)
        item = QTreeWidgetItem(
            [
                model.name,
                network.partition(",")[0],
                f"{info.parameter_count:,}",
                size,
                accuracy_text(info),
                self.tr("shipped") if shipped else made.partition(" ")[0],
            ]
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in (PARAMETERS, SIZE, ACCURACY, MADE):
            item.setTextAlignment(column, right)
        ticked = model.path in self._ticked
        item.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setSizeHint(NAME, self._row_size())
        item.setToolTip(NAME, f"{model.name}\n{info.note}".strip())
        item.setToolTip(NETWORK, network)
        item.setToolTip(MADE, made)
        return item

    def _row_size(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 8)

    def _mark(self) -> None:
        theme = Theme.of(self.palette())
        icons = _dot("transparent", "transparent"), _dot(theme.accent, theme.on_accent)
        with QSignalBlocker(self):
            for item, model in self._items():
                active = self._library.is_active(model)
                font = self.font()
                font.setBold(active)
                item.setFont(NAME, font)
                item.setIcon(NAME, icons[active])
                spoken = self.tr("{0}, answers").format(model.name) if active else model.name
                item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, spoken)

    @Slot(QTreeWidgetItem, int)
    def _take_change(self, item: QTreeWidgetItem, column: int) -> None:
        model = self._model_of(item)
        if column != NAME or model is None:
            return
        if item.text(NAME) != model.name:
            name = item.text(NAME)
            with QSignalBlocker(self):
                item.setText(NAME, model.name)  # until it really is called so
            self.name_entered.emit(model, name)
            return
        ticked = item.checkState(NAME) is Qt.CheckState.Checked
        if ticked != (model.path in self._ticked):
            self._touched = True
            self._ticked ^= {model.path}
            self.ticked_changed.emit()


def _arranged(models: Sequence[StoredModel], unusable: Sequence[UnusableModel]) -> tuple[Row, ...]:
    """Return the rows: the user's newest first, above each group its name if there are several."""
    own = [model for model in models if model.group is Group.OWN]
    own.sort(key=lambda model: model.info.created, reverse=True)
    groups: dict[Group | None, Sequence[StoredModel | UnusableModel]] = {
        Group.OWN: own,
        None: unusable,
    }
    for group in (Group.READERS, Group.LADDER):
        groups[group] = [model for model in models if model.group is group]
    filled = {group: found for group, found in groups.items() if found}
    rows: list[Row] = []
    for heading, found in filled.items():
        rows += [heading, *found] if len(filled) > 1 else found
    return tuple(rows)


class _NameDelegate(QStyledItemDelegate):
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setObjectName("versionNameEditor")
            editor.setAccessibleName(self.tr("Name"))
        return editor


def _dot(*colours: str) -> QIcon:
    """Return a dot in a colour, and one for the selected row."""
    icon = QIcon()
    for colour, mode in zip(colours, (QIcon.Mode.Normal, QIcon.Mode.Selected), strict=True):
        pixmap = QPixmap(int(DOT) * 2, int(DOT) * 2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(0, 0, DOT * 2, DOT * 2))
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon

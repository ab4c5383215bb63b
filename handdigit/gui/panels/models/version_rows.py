"""The rows of the list of versions, each told when it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from handdigit.gui.dates import day_text, moment_text
from handdigit.gui.numbers import grouped
from handdigit.gui.panels.models.details import accuracy_text, network_text, size_text
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.theme import Theme
from handdigit.gui.translation import translated
from handdigit.sentences import shown
from handdigit.storage.models.stored_model import Group, StoredModel, UnusableModel

NAME, NETWORK, PARAMETERS, SIZE, ACCURACY, MADE = range(6)
DOT = 8.0
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CHOSEN = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_TICKED = _CHOSEN | Qt.ItemFlag.ItemIsUserCheckable
_EDITED = _TICKED | Qt.ItemFlag.ItemIsEditable
"""What can be done with a cell."""
Index = QModelIndex | QPersistentModelIndex
Row = StoredModel | UnusableModel | Group | None
"""A group stands for its heading, None for that of what cannot be used."""


def arranged(models: Sequence[StoredModel], unusable: Sequence[UnusableModel]) -> tuple[Row, ...]:
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


class VersionRows(QAbstractTableModel):
    """The rows, each told when it is painted: thousands cost no more than those in view.

    Signals:
        ticked(): another one is ticked, or one no more.
        name_entered(StoredModel, str): as of the list.
    """

    ticked = Signal()
    name_entered = Signal(object, str)

    def __init__(self, library: ModelLibrary, view: QWidget) -> None:
        """Show no rows yet; ``view`` has the font and the colours."""
        super().__init__(view)
        self._library = library
        self._view = view
        self.rows: tuple[Row, ...] = ()
        self.ticked_paths: set[Path] = set()
        """Of the versions that are ticked."""
        self.take_colours()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.ticked_paths &= {row.path for row in rows if isinstance(row, StoredModel)}
        self.endResetModel()

    def take_colours(self) -> None:
        """Paint the dots of those that answer and do not in the view's colours."""
        theme = Theme.of(self._view.palette())
        self._dots = _dot("transparent", "transparent"), _dot(theme.accent, theme.on_accent)

    # --- for Qt --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else MADE + 1

    def flags(self, at: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        row = self.rows[at.row()] if at.isValid() else None  # Qt asks for all rows, at times
        if not isinstance(row, StoredModel | UnusableModel):
            return Qt.ItemFlag.NoItemFlags
        if not isinstance(row, StoredModel) or at.column() != NAME:
            return _CHOSEN
        return _EDITED if row.group is Group.OWN else _TICKED

    def headerData(
        self, section: int, _: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Version"),
                self.tr("Network"),
                self.tr("Parameters"),
                self.tr("Size"),
                self.tr("Correct"),
                self.tr("Made"),
            )[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == ACCURACY:
            return self.tr("Read correctly of MNIST's test set, else of the validation set")
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= PARAMETERS:
            return RIGHT
        return None

    def data(self, at: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is shown of a cell."""
        if not at.isValid():
            return None
        row, column = self.rows[at.row()], at.column()
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._view.fontMetrics().height() + 8)
        if isinstance(row, StoredModel):
            return self._data_of(row, column, role)
        if column != NAME:
            return None
        if isinstance(row, UnusableModel):
            return self._data_of_unusable(row, role)
        return self._heading(row) if role == Qt.ItemDataRole.DisplayRole else None

    def _data_of(self, model: StoredModel, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(model, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(model, column)
            case Qt.ItemDataRole.TextAlignmentRole if column >= PARAMETERS:
                return RIGHT
        if column != NAME:
            return None
        is_active = self._library.is_active(model)
        match role:
            case Qt.ItemDataRole.CheckStateRole:
                ticked = model.path in self.ticked_paths
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DecorationRole:
                return self._dots[is_active]
            case Qt.ItemDataRole.FontRole:
                font = self._view.font()
                font.setBold(is_active)
                return font
            case Qt.ItemDataRole.AccessibleTextRole if is_active:
                return self.tr("{0}, answers").format(shown(model.name))
        return None

    def _data_of_unusable(self, model: UnusableModel, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{shown(model.name)}: {translated(model.reason)}"
            case Qt.ItemDataRole.ToolTipRole:
                return translated(model.reason)
            case Qt.ItemDataRole.ForegroundRole:
                return self._view.palette().placeholderText()
        return None

    def _text(self, model: StoredModel, column: int) -> str:
        if column == NAME:
            return shown(model.name)
        if column == NETWORK:
            return network_text(model.info).partition(",")[0]
        if column == PARAMETERS:
            return grouped(model.info.parameter_count)
        if column == SIZE:
            return size_text(model.size) if model.size else ""
        if column == ACCURACY:
            return accuracy_text(model.info)
        return (
            self.tr("shipped") if self._library.is_shipped(model) else day_text(model.info.created)
        )

    def _tooltip(self, model: StoredModel, column: int) -> str:
        if column == NAME:
            return f"{shown(model.name)}\n{model.info.note}".strip()
        if column == NETWORK:
            return network_text(model.info)
        return moment_text(model.info.created) if column == MADE else ""

    def _heading(self, group: Group | None) -> str:
        return {
            None: self.tr("Cannot be used"),
            Group.OWN: self.tr("Yours"),
            Group.READERS: self.tr("Shipped: readers"),
            Group.LADDER: self.tr("Shipped: the ladder, from one dense layer upwards"),
        }[group]

    def setData(self, at: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a version, or ask for another name of it."""
        row = self.rows[at.row()]
        assert isinstance(row, StoredModel)  # nothing else is offered to be changed
        if role == Qt.ItemDataRole.CheckStateRole:
            if Qt.CheckState(value) is Qt.CheckState.Checked:
                self.ticked_paths.add(row.path)
            else:
                self.ticked_paths.discard(row.path)
            self.dataChanged.emit(at, at)
            self.ticked.emit()
            return True
        if value != shown(row.name):
            self.name_entered.emit(row, value)  # it is shown once it is really called so
        return False


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

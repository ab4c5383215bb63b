"""The pictures behind a cell: only those in view are painted, however many there are."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QListView,
    QWidget,
)

from handdigit.gui.state.measurement import Readings
from handdigit.gui.theme import Theme, grey_image
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.tile_list import Index, TileDelegate, TileList
from handdigit.number_format import in_percent, percent


class PictureList(TileList):
    """Small pictures in rows, each with its class, the answer and how sure that was.

    Signals:
        picture_chosen(int): this drawing of the readings is current; -1 for none.
        picture_activated(int): it was double-clicked, or Enter was pressed on it.
    """

    picture_chosen = Signal(int)
    picture_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no pictures."""
        super().__init__(parent)
        named(self, "errorsPictures", self.tr("Pictures"))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._pictures = _Pictures(self)
        self.setModel(self._pictures)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.activated.connect(lambda at: self.picture_activated.emit(self._pictures.drawing(at)))

    @property
    def drawings(self) -> tuple[int, ...]:
        """Which drawings of the readings are shown, in order."""
        return tuple(int(index) for index in self._pictures.order)

    def show_pictures(self, readings: Readings | None, order: NDArray[np.int64]) -> None:
        """Show some of the readings' drawings, in the order given."""
        current = self._pictures.drawing(self.currentIndex())
        self._pictures.show(readings, order)
        if current in order:
            at = self._pictures.index(int(np.flatnonzero(order == current)[0]))
            self.setCurrentIndex(at)
        else:
            self.picture_chosen.emit(-1)

    @Slot(QItemSelection, QItemSelection)
    def _tell(self) -> None:
        chosen = self.selectedIndexes()
        self.picture_chosen.emit(self._pictures.drawing(chosen[0]) if chosen else -1)


class _Pictures(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.readings: Readings | None = None
        self.order: NDArray[np.int64] = np.zeros(0, np.int64)

    def show(self, readings: Readings | None, order: NDArray[np.int64]) -> None:
        self.beginResetModel()
        self.readings, self.order = readings, order
        self.endResetModel()

    def drawing(self, at: Index) -> int:
        return int(self.order[at.row()]) if at.isValid() else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.order)

    def data(self, at: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.readings is None or not at.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "{} → {}".format(*self.named(at))
        if role == Qt.ItemDataRole.ToolTipRole:
            true, answer = self.named(at)
            loss = self.readings.evaluation.losses[self.drawing(at)]
            text = self.tr("{0} read as {1}, {2} % sure, loss {3}")
            return text.format(true, answer, in_percent(self.sure(at)), f"{loss:.2f}")
        return None

    def named(self, at: Index) -> tuple[str, str]:
        assert self.readings is not None  # there is nothing to ask about else
        found, drawing = self.readings.evaluation, self.drawing(at)
        names = self.readings.names
        return names[found.labels[drawing]], names[int(found.probabilities[drawing].argmax())]

    def sure(self, at: Index) -> float:
        assert self.readings is not None  # as above
        return float(self.readings.evaluation.probabilities[self.drawing(at)].max())

    def picture(self, at: Index) -> NDArray[np.uint8]:
        assert self.readings is not None  # as above
        picture: NDArray[np.uint8] = self.readings.pictures[self.drawing(at)]
        return picture


class _Delegate(TileDelegate):
    lines, beside = 2, 4

    def image(self, at: Index, theme: Theme) -> QImage:
        return grey_image(_pictures(at).picture(at), theme)

    def words(self, at: Index) -> tuple[tuple[str, str], ...]:
        true, answer = _pictures(at).named(at)
        reading = (f"{true} → {answer}", "text" if true == answer else "warning")
        return reading, (percent(_pictures(at).sure(at)), "muted")


def _pictures(at: Index) -> _Pictures:
    pictures = at.model()
    assert isinstance(pictures, _Pictures)  # the list has no other
    return pictures

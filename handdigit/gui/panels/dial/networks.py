"""The networks of the Dial panel: which ones are asked, and what each says at the dial."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from handdigit.gui.theme import Theme, category_colour
from handdigit.gui.widgets.form import named
from handdigit.storage.models.groups import first_compared
from handdigit.storage.models.stored_model import StoredModel

SWATCH = (14, 4)
NAME, PROBABILITY, READS = range(3)


class NetworkList(QTreeWidget):
    """A row a network: ticked or not, its colour and name, P(class), the digit it reads.

    Signals:
        chosen_changed(): other networks are ticked.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no networks."""
        super().__init__(parent)
        named(self, "dialNetworks", self.tr("Networks"), self.tr("Tick the networks to compare."))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setColumnCount(3)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (PROBABILITY, READS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(30)
        metrics = self.fontMetrics()
        header.resizeSection(PROBABILITY, metrics.horizontalAdvance("100.0 %") + 18)
        header.resizeSection(READS, metrics.horizontalAdvance(self.tr("Reads")) + 18)
        self._models: tuple[StoredModel, ...] = ()
        self._colours: dict[Path, int] = {}
        self._chosen: set[Path] = set()
        self._touched = False
        self.set_target(None)
        self.itemChanged.connect(self._tick)

    @property
    def models(self) -> tuple[StoredModel, ...]:
        """All networks, row by row."""
        return self._models

    @property
    def whole_height(self) -> int:
        """The height at which no row is hidden, in pixels."""
        rows = self.sizeHintForRow(0) * max(len(self._models), 1)
        return self.header().sizeHint().height() + rows + 2 * self.frameWidth()

    @property
    def chosen(self) -> tuple[tuple[int, StoredModel], ...]:
        """The ticked networks with their rows."""
        return tuple((i, m) for i, m in enumerate(self._models) if m.path in self._chosen)

    def colour(self, model: StoredModel) -> int:
        """Return which colour a ticked network has; it keeps it while it is ticked."""
        return self._colours[model.path]

    def set_target(self, name: str | None) -> None:
        """Name the class whose probability is shown."""
        title = self.tr("P") if name is None else self.tr("P({0})").format(name)
        self.setHeaderLabels([self.tr("Network"), title, self.tr("Reads")])
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in (PROBABILITY, READS):
            self.headerItem().setTextAlignment(column, right)

    def set_models(self, models: Sequence[StoredModel], answering: StoredModel) -> None:
        """Offer these and the one that answers; that one and a few more are ticked.

        Once the user has ticked anything, his choice stays.
        """
        paths = [model.path for model in models]
        if answering.path not in paths:
            models = (*models, answering)
        if not self._touched:
            self._chosen = {model.path for model in first_compared(models, (answering,))}
        self._models = tuple(models)
        self._chosen &= {model.path for model in models}
        with QSignalBlocker(self):
            self.clear()
            for model in self._models:
                item = QTreeWidgetItem([model.name, "", ""])
                ticked = model.path in self._chosen
                item.setCheckState(
                    NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
                )
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                for column in (PROBABILITY, READS):
                    item.setTextAlignment(column, right)
                self.addTopLevelItem(item)
        self._colour_chosen()
        self.chosen_changed.emit()

    def show_answer(self, index: int, probability: str, digit: str, reason: str = "") -> None:
        """Write what a network says at the dial; ``reason`` why it says nothing."""
        item = self.topLevelItem(index)
        if item is not None:
            with QSignalBlocker(self):
                for column, text in ((PROBABILITY, probability), (READS, digit)):
                    item.setText(column, text)
                    item.setToolTip(column, reason)
                item.setToolTip(NAME, reason or self._models[index].name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_swatches()

    @Slot(QTreeWidgetItem, int)
    def _tick(self, item: QTreeWidgetItem, column: int) -> None:
        if column != NAME:
            return
        self._touched = True
        path = self._models[self.indexOfTopLevelItem(item)].path
        if item.checkState(NAME) is Qt.CheckState.Checked:
            self._chosen.add(path)
        else:
            self._chosen.discard(path)
        self._colour_chosen()
        self.chosen_changed.emit()

    def _colour_chosen(self) -> None:
        """Give every ticked network the first colour that no other one has."""
        self._colours = {p: c for p, c in self._colours.items() if p in self._chosen}
        for _, model in self.chosen:
            free = (c for c in count() if c not in self._colours.values())
            self._colours.setdefault(model.path, next(free))
        self._paint_swatches()

    def _paint_swatches(self) -> None:
        theme = Theme.of(self.palette())
        blank = _swatch(QColor(Qt.GlobalColor.transparent))
        swatches = {path: _swatch(category_colour(c, theme)) for path, c in self._colours.items()}
        with QSignalBlocker(self):
            for index, model in enumerate(self._models):
                item = self.topLevelItem(index)
                if item is not None:
                    item.setIcon(NAME, swatches.get(model.path, blank))


def _swatch(colour: QColor) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    width, height = SWATCH
    painter.fillRect((16 - width) // 2, (16 - height) // 2, width, height, colour)
    painter.end()
    return QIcon(pixmap)

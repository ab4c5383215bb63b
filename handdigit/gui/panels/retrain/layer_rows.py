"""A network as rows: what each layer gives, how many parameters it has, or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from handdigit.core.draft import Draft, DraftLayer
from handdigit.core.notation import format_layer, format_shape
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named

LAYER, OUTPUT, PARAMETERS = range(3)


class LayerRows(QTreeWidget):
    """A row a layer; the reason why one cannot stand there is a line under it.

    Signals:
        layer_chosen(int): this row is the current one now; −1 for none.
        removal_requested(): the current layer is to go.
        move_requested(int): the current layer is to go so many places down.
    """

    layer_chosen = Signal(int)
    removal_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no layers."""
        super().__init__(parent)
        named(self, "layerRows", self.tr("Layers"))
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Layer"), self.tr("Gives"), self.tr("Parameters")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(14)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(LAYER, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        for column, widest in ((OUTPUT, "128 × 28 × 28"), (PARAMETERS, self.tr("Parameters"))):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, metrics.horizontalAdvance(widest) + 16)
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        self._layers: tuple[DraftLayer, ...] = ()
        self.currentItemChanged.connect(self._choose)

    @property
    def current(self) -> int:
        """The current row, −1 for none."""
        item = self.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        return -1 if item is None else self.indexOfTopLevelItem(item)

    def reason(self, row: int) -> str:
        """Return what is said to be wrong at a row."""
        item = self.topLevelItem(row)
        why = None if item is None else item.child(0)
        return "" if why is None else why.text(0)

    def show_draft(self, draft: Draft, current: int) -> None:
        """Show its layers, and one of them as the current one."""
        with QSignalBlocker(self):
            if len(draft.layers) != self.topLevelItemCount():
                self.clear()
                self.addTopLevelItems([QTreeWidgetItem() for _ in draft.layers])
                self._layers = ()
            for row, layer in enumerate(draft.layers):
                if row >= len(self._layers) or layer != self._layers[row]:
                    self._write(self._item(row), layer)
            self._layers = draft.layers
            if draft.layers:
                self.setCurrentItem(self._item(min(max(current, 0), len(draft.layers) - 1)))
        self.layer_chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take layers out and move them from the keyboard."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Delete):
            self.removal_requested.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Delete from clearing the canvas while a layer is looked at."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Delete)
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for row, layer in enumerate(getattr(self, "_layers", ())):
                self._write(self._item(row), layer)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(380, 220)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few rows."""
        return QSize(280, 100)

    def _item(self, row: int) -> QTreeWidgetItem:
        item = self.topLevelItem(row)
        assert item is not None  # there is one for every layer
        return item

    def _write(self, item: QTreeWidgetItem, layer: DraftLayer) -> None:
        theme = Theme.of(self.palette())
        written = " ".join(layer.code.split()) if layer.part is None else format_layer(layer.part)
        shape = "" if layer.output_shape is None else format_shape(layer.output_shape)
        count = f"{layer.parameter_count:,}" if layer.parameter_count else ""
        for column, text in ((LAYER, written), (OUTPUT, shape), (PARAMETERS, count)):
            item.setText(column, text)
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignVCenter)
            colour = theme.text if column == LAYER else theme.muted
            item.setForeground(column, QColor(theme.warning if layer.reason else colour))
            if column != LAYER:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                item.setTextAlignment(column, right)
        item.setToolTip(LAYER, layer.reason or written)
        if layer.operation_count is not None:
            text = self.tr("{0} multiply-adds for a picture").format(f"{layer.operation_count:,}")
            item.setToolTip(PARAMETERS, text)
        item.setSizeHint(LAYER, QSize(0, self.fontMetrics().height() + 6))
        item.takeChildren()
        if layer.reason:
            why = QTreeWidgetItem([layer.reason])
            why.setFlags(Qt.ItemFlag.ItemIsEnabled)
            why.setForeground(0, QColor(theme.warning))
            item.addChild(why)
            why.setFirstColumnSpanned(True)
            item.setExpanded(True)

    @Slot()
    def _choose(self) -> None:
        self.layer_chosen.emit(self.current)

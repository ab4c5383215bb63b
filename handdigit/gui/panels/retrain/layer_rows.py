"""A network as rows: what each layer gives, how many parameters it has, or what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHeaderView,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from handdigit.errors import ArchitectureError
from handdigit.gui.numbers import grouped
from handdigit.gui.theme import Theme
from handdigit.gui.translation import translated
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import hbox, named
from handdigit.gui.widgets.labels import Label
from handdigit.network.blocks import Part
from handdigit.network.draft import Draft, DraftLayer
from handdigit.network.notation import format_layer, format_shape
from handdigit.sentences import noted

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
        for column in (OUTPUT, PARAMETERS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
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
        """Return the room for two rows."""
        return QSize(280, 62)

    def _item(self, row: int) -> QTreeWidgetItem:
        item = self.topLevelItem(row)
        assert item is not None  # there is one for every layer
        return item

    def _write(self, item: QTreeWidgetItem, layer: DraftLayer) -> None:
        theme = Theme.of(self.palette())
        written = " ".join(layer.code.split()) if layer.part is None else format_layer(layer.part)
        shape = "" if layer.output_shape is None else format_shape(layer.output_shape)
        count = grouped(layer.parameter_count) if layer.parameter_count else ""
        for column, text in ((LAYER, written), (OUTPUT, shape), (PARAMETERS, count)):
            item.setText(column, text)
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignVCenter)
            colour = theme.text if column == LAYER else theme.muted
            item.setForeground(column, QColor(theme.warning if layer.reason else colour))
            if column != LAYER:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                item.setTextAlignment(column, right)
        item.setToolTip(LAYER, translated(layer.reason) or written)
        if layer.operation_count is not None:
            text = self.tr("{0} multiply-adds for a picture").format(grouped(layer.operation_count))
            item.setToolTip(PARAMETERS, text)
        item.setSizeHint(LAYER, QSize(0, self.fontMetrics().height() + 6))
        item.takeChildren()
        if layer.reason:
            why = QTreeWidgetItem([translated(layer.reason)])
            why.setFlags(Qt.ItemFlag.ItemIsEnabled)
            why.setForeground(0, QColor(theme.warning))
            item.addChild(why)
            why.setFirstColumnSpanned(True)
            item.setExpanded(True)

    @Slot()
    def _choose(self) -> None:
        self.layer_chosen.emit(self.current)


MOST = 9999
_TITLES = {
    "channels": noted("Channels"),
    "features": noted("Features"),
    "kernel": noted("Kernel"),
    "stride": noted("Stride"),
    "padding": noted("Padding"),
    "dilation": noted("Dilation"),
    "bias": noted("Bias"),
    "rate": noted("Rate"),
    "scale": noted("Scale"),
    "shift": noted("Shift"),
    "value": noted("Value"),
}
"""What the arguments of layers are called."""
_FROM_ZERO = ("padding", "shift", "value", "rate")


class LayerForm(QWidget):
    """Boxes side by side, for numbers and switches; what has more inside is written as text.

    Signals:
        part_changed(Part): a box was changed to a layer that can be.
    """

    part_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no layer."""
        super().__init__(parent)
        self.setObjectName("layerForm")
        self._part: Part | None = None
        self._setters: dict[str, Callable[[Any], object]] = {}
        self._boxes: list[QWidget] = []
        self._flow = FlowLayout(self, spacing=10)

    def show_part(self, part: Part | None) -> None:
        """Show the parameters of a layer; None for nothing to change."""
        if self._part is not None and part is not None and type(part) is type(self._part):
            self._part = part
            for name, put in self._setters.items():
                put(getattr(part, name))
            return
        self._clear()
        self._part = part
        if part is None:
            return
        for field in fields(part):
            self._add(part, field.name, can_be_left_out=field.default is None)
        if not self._boxes:
            inside = any(isinstance(getattr(part, f.name), tuple) for f in fields(part))
            text = self.tr("Its inside is edited as text.") if inside else self.tr("No parameters.")
            self._keep(Label(text, colour="muted"))

    def _add(self, part: Part, name: str, *, can_be_left_out: bool) -> None:
        value = getattr(part, name)
        if name not in _TITLES:
            return
        title = translated(_TITLES[name])
        if isinstance(value, bool):
            check = QCheckBox(title)
            check.toggled.connect(lambda on: self._change(name, on))
            self._setters[name] = check.setChecked
            self._name(check, name)
            self._keep(check)
        elif can_be_left_out:
            box = self._whole(name, least=0)
            box.setSpecialValueText(self.tr("= kernel"))
            self._setters[name] = partial(_set_stride, box)
            self._pair(title, box)
        elif isinstance(value, int) and name not in ("value", "scale", "shift"):
            box = self._whole(name, least=0 if name in _FROM_ZERO else 1)
            self._setters[name] = box.setValue
            self._pair(title, box)
        elif isinstance(value, int | float):
            number = QDoubleSpinBox()
            number.setDecimals(4 if name != "rate" else 2)
            number.setRange(0 if name == "rate" else -MOST, 0.95 if name == "rate" else MOST)
            number.setSingleStep(0.05)
            number.valueChanged.connect(lambda v: self._change(name, float(f"{v:.4f}")))
            self._setters[name] = number.setValue
            self._name(number, name)
            self._pair(title, number)
        else:
            return
        was, self._part = self._part, None  # showing is no change
        self._setters[name](value)
        self._part = was

    def _whole(self, name: str, *, least: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, MOST)
        box.valueChanged.connect(lambda value: self._change(name, value))
        self._name(box, name)
        return box

    def _name(self, box: QWidget, name: str) -> None:
        box.setObjectName(f"layer_{name}")
        box.setAccessibleName(translated(_TITLES[name]))

    def _pair(self, title: str, box: QWidget) -> None:
        label = Label(title, colour="muted")
        label.setBuddy(box)
        pair = QWidget()
        hbox(label, box, on=pair, spacing=4)
        self._keep(pair)

    def _keep(self, widget: QWidget) -> None:
        self._boxes.append(widget)
        self._flow.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        for box in self._boxes:
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes, self._setters = [], {}

    def _change(self, name: str, value: object) -> None:
        part = self._part
        if part is None:
            return
        if name == "stride" and value == 0:
            value = None
        if getattr(part, name) == value:
            return
        try:
            changed: Part = replace(part, **{name: value})  # type: ignore[arg-type]
        except ArchitectureError:
            # More padding than half a kernel, for one: the box goes back.
            self._setters[name](getattr(part, name))
            return
        self._part = changed
        self.part_changed.emit(changed)


def _set_stride(box: QSpinBox, stride: int | None) -> None:
    box.setValue(stride or 0)

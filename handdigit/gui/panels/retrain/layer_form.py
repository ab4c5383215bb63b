"""The parameters of one layer as boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QSpinBox, QWidget

from handdigit.core.blocks import Part
from handdigit.core.errors import ArchitectureError
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import hbox
from handdigit.gui.widgets.labels import Label

MOST = 9999
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
        title = name.capitalize()
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
        box.setAccessibleName(name.capitalize())

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

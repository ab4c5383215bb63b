"""A setting of a recipe as a label and a box."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from handdigit.gui.panels.retrain.factor_box import FactorBox
from handdigit.gui.panels.retrain.settings import Setting, shown
from handdigit.gui.widgets.labels import Label

BOX_WIDTH = 96


class SettingBox(QObject):
    """The two widgets of a setting, to be put into a grid.

    Signals:
        changed(): the user chose another value.
    """

    changed = Signal()

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        """Show the least value."""
        super().__init__(parent)
        self.setting = setting
        title, line = shown(setting.title), shown(setting.line)
        self.label = Label(title, colour="muted")
        self.box = self._make_box()
        self.box.setObjectName(f"recipe_{setting.name}")
        self.box.setAccessibleName(title)
        self.box.setMinimumWidth(BOX_WIDTH)
        self.box.setKeyboardTracking(True)
        self.label.setBuddy(self.box)
        for widget in (self.label, self.box):
            widget.setToolTip(f"{title}: {line}")
        self.box.valueChanged.connect(self._tell)

    def _make_box(self) -> QSpinBox | QDoubleSpinBox:
        setting = self.setting
        box: QSpinBox | QDoubleSpinBox
        if setting.factor:
            return FactorBox(setting.least, setting.most)
        if setting.decimals:
            box = QDoubleSpinBox()
            box.setDecimals(setting.decimals)
            box.setRange(setting.least, setting.most)
            box.setSingleStep(setting.step)
        else:
            box = QSpinBox()
            box.setRange(int(setting.least), int(setting.most))
            box.setSingleStep(int(setting.step))
            box.setGroupSeparatorShown(setting.name != "seed")
        box.setSuffix(shown(setting.unit) if setting.unit else "")
        box.setSpecialValueText(shown(setting.least_text) if setting.least_text else "")
        return box

    @property
    def value(self) -> float | int | None:
        """What the recipe gets; None for a least value that is none (dropout)."""
        value = self.box.value()
        if value < 0:
            return None
        return value if isinstance(value, int) else float(f"{value:.6g}")

    def show_value(self, value: float | None) -> None:
        """Show a recipe's value."""
        self.box.blockSignals(True)
        wanted = self.setting.least if value is None else value
        self.box.setValue(int(wanted) if isinstance(self.box, QSpinBox) else wanted)  # type: ignore[arg-type]
        self.box.blockSignals(False)

    def show_whether_it_matters(self, matters: bool) -> None:
        """Hide what has no effect."""
        self.label.setVisible(matters)
        self.box.setVisible(matters)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

"""What is chosen in the widgets of a panel, to be chosen again where the panel is made anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QWidget,
)

Choices = Mapping[str, object]
"""By the widgets' object names."""
Number = QSlider | QSpinBox | QDoubleSpinBox


def choices_of(panel: QWidget) -> Choices:
    """Return what stands in each widget that a person sets, where its name is its own."""
    chosen: dict[str, object] = {}
    for name, widget in _by_name(panel).items():
        if isinstance(widget, QComboBox):
            chosen[name] = (widget.count(), widget.currentIndex())
        elif isinstance(widget, Number):
            chosen[name] = widget.value()
        elif isinstance(widget, QAbstractButton) and _is_choice(widget):
            chosen[name] = widget.isChecked()
    return chosen


def choose_again(panel: QWidget, chosen: Choices) -> None:
    """Choose as a person would; what is not there, or offers something else, stays as it is."""
    # What changes which others there are comes first.
    for name, widget in _by_name(panel).items():
        value = chosen.get(name) if widget.isEnabled() else None
        if isinstance(widget, QComboBox):
            index = widget.currentIndex()
            if isinstance(value, tuple) and value[0] == widget.count() and value[1] != index:
                widget.setCurrentIndex(value[1])
                widget.activated.emit(value[1])
        elif isinstance(widget, QAbstractButton) and value is not None:
            is_one_of_several = not isinstance(widget, QCheckBox)
            if widget.isChecked() != value and (value or not is_one_of_several):
                widget.click()
    for name, widget in _by_name(panel).items():
        value = chosen.get(name) if widget.isEnabled() else None
        if isinstance(widget, QDoubleSpinBox) and isinstance(value, float):
            widget.setValue(value)
        if isinstance(widget, QSlider | QSpinBox) and isinstance(value, int):
            widget.setValue(value)


def _by_name(panel: QWidget) -> Mapping[str, QWidget]:
    widgets = panel.findChildren(QWidget)
    times = Counter(widget.objectName() for widget in widgets)
    return {w.objectName(): w for w in widgets if w.objectName() and times[w.objectName()] == 1}


def _is_choice(button: QAbstractButton) -> bool:
    """Tell whether a button holds a choice; others begin something that goes on."""
    group = button.group()
    is_segment = isinstance(button, QPushButton) and group is not None and group.exclusive()
    return button.isCheckable() and (isinstance(button, QCheckBox | QRadioButton) or is_segment)

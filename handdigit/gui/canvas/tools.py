"""The bar above the canvas: pen, eraser, history, width, open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolButton, QWidget

from handdigit.gui.translation import without_key
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import TOUCH_SIZE, hbox, named
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.segments import colour_by_state

MIN_WIDTH, DEFAULT_WIDTH, MAX_WIDTH = 2, 7, 14
"""Width of the pen in hundredths of the canvas."""


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions that are also buttons above the canvas, and the switches of the pen."""

    pen: QAction
    eraser: QAction
    undo: QAction
    redo: QAction
    clear: QAction
    open: QAction
    number: QAction
    fingers: QAction
    pressure: QAction

    def in_order(self) -> tuple[QAction, ...]:
        """Return those with buttons as they stand above the canvas."""
        return (self.pen, self.eraser, self.undo, self.redo, self.clear, self.open, self.number)


def _colour(button: QToolButton, _checked: bool) -> None:
    colour_by_state(button)


class _ToolButton(QToolButton):
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isCheckable():
            colour_by_state(self)


def tool_button(action: QAction) -> QToolButton:
    """Return a button for an action, large enough for a finger."""
    name = action.objectName().replace("Action", "Button")
    button = named(_ToolButton(), name, without_key(action.text()))
    button.setDefaultAction(action)
    if action.isCheckable():
        button.toggled.connect(partial(_colour, button))
        colour_by_state(button)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setMinimumSize(TOUCH_SIZE, TOUCH_SIZE)
    return button


class ToolRow(QWidget):
    """Buttons for actions, and the pen's width.

    Signals:
        pen_width_changed(float): the width in canvas units.
    """

    pen_width_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the slider; :meth:`set_actions` adds the buttons."""
        super().__init__(parent)
        self._layout = FlowLayout(self)
        self._width = named(
            QSlider(Qt.Orientation.Horizontal),
            "penWidth",
            self.tr("Pen width"),
            self.tr("Pen width. Only how it looks: the network gets every pen equally thick."),
        )
        self._width.setRange(MIN_WIDTH, MAX_WIDTH)
        self._width.setValue(DEFAULT_WIDTH)
        self._width.setMinimumSize(50, TOUCH_SIZE)
        self._width.setMaximumWidth(160)
        self._width.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._width.valueChanged.connect(lambda value: self.pen_width_changed.emit(value / 100))
        label = Label(self.tr("Width"), colour="muted", tip=self._width.toolTip())
        label.setBuddy(self._width)
        pair = QWidget()
        hbox(label, (self._width, 1), on=pair, spacing=6)
        pair.setMaximumWidth(label.sizeHint().width() + 6 + self._width.maximumWidth())
        pair.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout.addWidget(pair)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Show a button for each action, left of the slider."""
        for position, action in enumerate(actions):
            self._layout.insert_widget(position, tool_button(action))

    @property
    def pen_width(self) -> int:
        """The width in hundredths of the canvas."""
        return self._width.value()

    def set_pen_width(self, hundredths: int) -> None:
        """Move the slider, which reports the change."""
        self._width.setValue(hundredths)

    def widen(self, step: int) -> None:
        """Make the pen ``step`` hundredths of the canvas wider."""
        self._width.setValue(self._width.value() + step)

"""The bar that is there with a picture: its part, which way up it is, what is ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from handdigit.gui.canvas.tools import tool_button
from handdigit.gui.state.drawing.mending import PictureMending
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import TOUCH_SIZE, hbox, named
from handdigit.gui.widgets.labels import Label
from handdigit.ink.mending import USUAL_STRENGTH

MOST, LEAST = 95, 5
"""Ends of the slider, in hundredths of the strength from which on something is ink."""
USUAL = round(100 * (1 - USUAL_STRENGTH))
"""Where the slider is while the program decides."""


class MendingBar(QWidget):
    """Buttons for actions, and how much is ink."""

    def __init__(self, mending: PictureMending, parent: QWidget | None = None) -> None:
        """Follow ``mending``; :meth:`set_actions` adds the buttons."""
        super().__init__(parent)
        self.setObjectName("mendingBar")
        self._mending = mending
        self._layout = FlowLayout(self)
        self._ink = named(
            QSlider(Qt.Orientation.Horizontal),
            "inkSlider",
            self.tr("How much is ink"),
            self.tr("Left: only what is strong is ink. Right: what is faint, too."),
        )
        self._ink.setRange(100 - MOST, 100 - LEAST)
        self._ink.setMinimumSize(50, TOUCH_SIZE)
        self._ink.setMaximumWidth(160)
        self._ink.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ink.valueChanged.connect(self._take_ink)
        self._ink.sliderReleased.connect(mending.finish)
        label = Label(self.tr("Ink"), colour="muted", tip=self._ink.toolTip())
        label.setBuddy(self._ink)
        pair = QWidget()
        hbox(label, (self._ink, 1), on=pair, spacing=6)
        pair.setMaximumWidth(label.sizeHint().width() + 6 + self._ink.maximumWidth())
        pair.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout.addWidget(pair)
        mending.changed.connect(self._show)
        self._show()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Show a button for each action, the last one right of the slider."""
        *before, last = actions
        for position, action in enumerate(before):
            self._layout.insert_widget(position, tool_button(action))
        self._layout.addWidget(tool_button(last))

    @Slot(int)
    def _take_ink(self, value: int) -> None:
        least = None if value == USUAL else (100 - value) / 100
        self._mending.show(replace(self._mending.mending, least_ink=least))
        if not self._ink.isSliderDown():
            self._mending.finish()

    @Slot()
    def _show(self) -> None:
        # A stroke over the picture begins another drawing; nothing moves while it is drawn.
        self.setVisible(self._mending.is_wanted)
        least = self._mending.mending.least_ink
        with QSignalBlocker(self._ink):
            self._ink.setValue(USUAL if least is None else round(100 * (1 - least)))

"""A row of buttons of which exactly one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named


def colour_by_state(button: QAbstractButton) -> None:
    """Give a native button the accent colour while it is checked, light or dark.

    To be called when it is toggled and when its palette changes: the platform's own shade
    for "pressed" can hardly be told from "not pressed" in the dark.
    """
    palette = button.palette()
    theme = Theme.of(palette)
    surface, text = theme.card, theme.text
    if button.isChecked():
        surface, text = theme.accent, theme.on_accent
    if palette.color(QPalette.ColorRole.Button) != QColor(surface):
        palette.setColor(QPalette.ColorRole.Button, QColor(surface))
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(text))
        button.setPalette(palette)


GAP = 4
PADDING = 6
"""Between a button's text and its edge, in pixels, at least."""


class Segments(QWidget):
    """Native buttons side by side, the chosen one in the accent colour.

    Signals:
        chosen(int): the user chose this one.
    """

    chosen = Signal(int)

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Offer choices of object name, text and tooltip; the first one is chosen."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self._group = QButtonGroup(self)
        for index, (name, text, tip) in enumerate(choices):
            button = named(_Segment(text), name, text, tip)
            button.setChecked(index == 0)
            self._group.addButton(button, index)
            layout.addWidget(button)
        # Not its click: a screen reader switches a button on without one.
        self._group.idToggled.connect(self._choose)

    @property
    def index(self) -> int:
        """The one that is chosen."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Choose one, as the user does."""
        self._group.button(index).setChecked(True)

    @Slot(int, bool)
    def _choose(self, index: int, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(index)


class _Segment(QPushButton):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setMinimumWidth(max(50, self.fontMetrics().horizontalAdvance(text) + 2 * PADDING))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda: colour_by_state(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            colour_by_state(self)

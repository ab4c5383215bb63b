"""The accent colour for buttons that are switched on."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton

from handdigit.gui.theme import Theme


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

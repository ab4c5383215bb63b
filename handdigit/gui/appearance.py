"""Light, dark, or as the system has it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from handdigit.gui.theme import DARK, LIGHT

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Gives the application one of the two palettes."""

    def __init__(self, application: QApplication) -> None:
        """Follow the system."""
        super().__init__(application)
        self._application = application
        self._scheme = Qt.ColorScheme.Unknown
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def choose(self, name: str) -> None:
        """Use ``system``, ``light`` or ``dark``."""
        self._scheme = SCHEMES.get(name, Qt.ColorScheme.Unknown)
        # Native dialogs and title bars follow where the platform can do that.
        self._application.styleHints().setColorScheme(self._scheme)
        self._apply()

    @Slot()
    def _apply(self) -> None:
        scheme = self._scheme
        if scheme is Qt.ColorScheme.Unknown:
            scheme = self._application.styleHints().colorScheme()
        theme = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        self._application.setPalette(theme.palette())

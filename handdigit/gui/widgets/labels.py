"""Text in the window's few sizes and colours, following light and dark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from handdigit.gui.theme import Theme


class Label(QLabel):
    """A label in one of the theme's colours, sized relative to the application's font."""

    def __init__(
        self,
        text: str = "",
        *,
        colour: str = "text",
        size: float = 1.0,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text``; ``colour`` names a field of :class:`Theme`."""
        super().__init__(text, parent)
        self._colour = colour
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * size)
        font.setBold(bold)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._follow_theme()

    def set_colour(self, colour: str) -> None:
        """Use another colour of the theme."""
        self._colour = colour
        self._follow_theme()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._follow_theme()

    def _follow_theme(self) -> None:
        palette = self.palette()
        colour = QColor(getattr(Theme.of(palette), self._colour))
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

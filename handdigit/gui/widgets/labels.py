"""Text in the window's few sizes and colours, following light and dark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named


class Label(QLabel):
    """A label in one of the theme's colours, sized relative to the application's font."""

    def __init__(
        self,
        text: str = "",
        *,
        colour: str = "text",
        size: float = 1.0,
        bold: bool = False,
        name: str = "",
        title: str = "",
        tip: str = "",
        wraps: bool = False,
        align: Qt.AlignmentFlag | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text``; ``colour`` names a field of :class:`Theme`."""
        super().__init__(text, parent)
        named(self, name, title, tip)
        self.setWordWrap(wraps)
        if align is not None:
            self.setAlignment(align)
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


class ElidedLabel(Label):
    """One line that ends in an ellipsis where there is no room; the tooltip has all of it."""

    def __init__(
        self,
        text: str = "",
        *,
        colour: str = "text",
        size: float = 1.0,
        name: str = "",
        title: str = "",
    ) -> None:
        """Show ``text``."""
        super().__init__(text, colour=colour, size=size, name=name, title=title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_all()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the first few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 10), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer what is cut."""
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _tell_all(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if is_cut else "")

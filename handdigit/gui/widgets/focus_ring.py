"""The line around what has the keyboard and has no frame of its own to show it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import Painter

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(PaintedWidget):
    """Lies over a widget while that has the focus and the keyboard gave it."""

    def __init__(self, around: QWidget) -> None:
        """Wait for the focus."""
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._around = around
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow focus and size."""
        if isinstance(event, QFocusEvent):
            self.resize(self._around.size())
            self.setVisible(event.gotFocus() and event.reason() in _BY_KEYS)
            self.raise_()
        elif event.type() == QEvent.Type.Resize:
            self.resize(self._around.size())
        return super().eventFilter(watched, event)

    def paint(self, painter: Painter) -> None:
        """Paint the line."""
        painter.paint_focus(self.rect())

"""The line around what has the keyboard and has no frame of its own to show it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
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

    def __init__(self, around: QWidget, *, outside: int = 0) -> None:
        """Wait for the focus; be so many pixels ``outside`` of what has no margin of its own."""
        super().__init__(around)
        self._outside = outside
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._around = around
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow focus and size."""
        if isinstance(event, QFocusEvent):
            is_seen = event.gotFocus() and event.reason() in _BY_KEYS
            is_beyond = is_seen and self._outside
            self.setParent(self._around.window() if is_beyond else self._around)
            self._fit()
            self.setVisible(is_seen)
            self.raise_()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        parent, beyond = self.parentWidget(), self._outside
        corner = QPoint()
        if parent is not None and parent is not self._around:
            corner = self._around.mapTo(parent, corner)
        area = QRect(corner, self._around.size())
        self.setGeometry(area.adjusted(-beyond, -beyond, beyond, beyond))

    def paint(self, painter: Painter) -> None:
        """Paint the line."""
        painter.paint_focus(self.rect())

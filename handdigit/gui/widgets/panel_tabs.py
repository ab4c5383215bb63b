"""The tabs of the panels: as narrow as the window asks for, without arrows to scroll them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionTab,
    QStyleOptionTabBarBase,
    QStylePainter,
    QTabBar,
    QTabWidget,
    QWidget,
)

WIDEST_PADDING, NARROWEST_PADDING = 14, 5
"""Room left and right of a tab's word, in pixels."""


class PanelTabs(QTabWidget):
    """A tab widget whose tabs share the width there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no panels yet."""
        super().__init__(parent)
        self.setObjectName("panels")
        self._bar = _Tabs()
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tabs the room there is."""
        self._bar.fit(event.size().width())
        super().resizeEvent(event)

    def tabInserted(self, index: int) -> None:
        """Make room for another tab."""
        super().tabInserted(index)
        self._bar.fit(self.width())

    def minimumSizeHint(self) -> QSize:
        """Return what the panels need; tabs that do not fit can be scrolled to."""
        least = super().minimumSizeHint()
        panels = (self.widget(index) for index in range(self.count()))
        widths = (panel.minimumSizeHint().width() for panel in panels if panel is not None)
        return QSize(max(widths, default=0), least.height())


class _Tabs(QTabBar):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panelTabs")
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self._padding = WIDEST_PADDING

    def fit(self, width: int) -> None:
        """Choose the widest padding at which all tabs fit into ``width``."""
        words = sum(self._word(index) for index in range(self.count()))
        room = (width - words - 4) // max(1, 2 * self.count())
        padding = min(max(room, NARROWEST_PADDING), WIDEST_PADDING)
        if padding != self._padding:
            self._padding = padding
            self.updateGeometry()
            # The bar keeps its tabs' sizes until a tab or the bar changes.
            self.setIconSize(self.iconSize())

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room for a tab's word."""
        return QSize(self._word(index) + 2 * self._padding, super().tabSizeHint(index).height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: half a word says nothing."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the style's tabs with the words in their middle.

        The style itself would cut a word to keep its own padding.
        """
        painter = QStylePainter(self)
        base = QStyleOptionTabBarBase()
        base.initFrom(self)
        base.documentMode = True
        base.rect = QRect(0, self.height() - 1, self.width(), 1)
        base.selectedTabRect = self.tabRect(self.currentIndex())
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameTabBarBase, base)
        # The chosen one last: it overlaps its neighbours.
        for index in sorted(range(self.count()), key=lambda i: i == self.currentIndex()):
            tab = QStyleOptionTab()
            self.initStyleOption(tab, index)
            word, tab.text = tab.text, ""
            painter.drawControl(QStyle.ControlElement.CE_TabBarTab, tab)
            painter.drawText(self.tabRect(index), Qt.AlignmentFlag.AlignCenter, word)
        painter.end()

    def _word(self, index: int) -> int:
        return self.fontMetrics().horizontalAdvance(self.tabText(index).replace("&", ""))

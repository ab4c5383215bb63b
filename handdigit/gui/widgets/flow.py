"""A row of widgets that goes on in the next line where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right at their preferred size, lines under each other.

    Items that want to expand are at least as wide as they must be, and share what their line
    leaves over.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end; Qt calls this."""
        self._items.append(item)

    def insert_widget(self, position: int, widget: QWidget) -> None:
        """Put a widget before the item at ``position``."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is given."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """Return the size of a single line."""
        items = self._shown()
        width = sum(item.sizeHint().width() for item in items)
        return QSize(width + self.spacing() * max(0, len(items) - 1), _height(items))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        items = self._shown()
        return QSize(max((item.minimumSize().width() for item in items), default=0), _height(items))

    def setGeometry(self, area: QRect) -> None:
        """Place the items."""
        super().setGeometry(area)
        y = area.y()
        for line in self._lines(area.width()):
            height = _height(line)
            widths = [min(_width(item), area.width()) for item in line]
            left_over = area.width() - sum(widths) - self.spacing() * (len(line) - 1)
            eager = [n for n, item in enumerate(line) if _expands(item)]
            for n in eager:
                most = line[n].maximumSize().width()
                more = min(left_over // len(eager), most - widths[n])
                widths[n] += max(0, more)
            x = area.x()
            for item, width in zip(line, widths, strict=True):
                tall = height if _grows(item) else min(height, item.sizeHint().height())
                above = 0 if item.alignment() & Qt.AlignmentFlag.AlignTop else (height - tall) // 2
                item.setGeometry(QRect(x, y + above, width, tall))
                x += width + self.spacing()
            y += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = _width(item)
            if not lines or used + self.spacing() + wide > width:
                lines.append([])
                used = wide
            else:
                used += self.spacing() + wide
            lines[-1].append(item)
        return lines


def _height(items: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in items), default=0)


def _width(item: QLayoutItem) -> int:
    return (item.minimumSize() if _expands(item) else item.sizeHint()).width()


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Vertical)

"""Small pictures in rows, as many in each as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from handdigit.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SIDE = 56
"""Of a picture, in pixels: two for each of its own."""
PADDING = 5
"""Around it."""


class TileList(QListView):
    """A list of pictures with words under them; quick with many thousands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        # Not as icons: Qt would make an object for each, to be moved about.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setSelectionRectVisible(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


class TileDelegate(QStyledItemDelegate):
    """Paints a picture with lines of words under it."""

    lines = 1
    """How many lines of words."""
    beside = 3
    """Paddings that a tile is wider than its picture."""

    def image(self, at: Index, theme: Theme) -> QImage:
        """Return the picture of a tile."""
        raise NotImplementedError

    def words(self, at: Index) -> Sequence[tuple[str, str]]:
        """Return the lines of words of a tile, each with the name of its colour."""
        raise NotImplementedError

    def is_marked(self, at: Index) -> bool:
        """Return whether the picture has a ring in its corner."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, _at: Index) -> QSize:
        """Return the size of a tile."""
        words = self.lines * option.fontMetrics.height()
        return QSize(SIDE + self.beside * PADDING, SIDE + words + 2 * PADDING + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, at: Index) -> None:
        """Paint a tile: background, picture, words."""
        area, theme = QRectF(option.rect).adjusted(1, 1, -1, -1), Theme.of(option.palette)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent if is_chosen else theme.window))
            painter.drawRoundedRect(area, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        frame = QRectF(round(area.center().x() - SIDE / 2), area.top() + PADDING, SIDE, SIDE)
        painter.drawImage(frame, self.image(at, theme))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        if self.is_marked(at):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawEllipse(QRectF(frame.right() - 10, frame.top() + 3, 7, 7))
        line = QRectF(area.left(), frame.bottom() + 1, area.width(), painter.fontMetrics().height())
        for text, colour in self.words(at):
            painter.setPen(QColor(theme.on_accent if is_chosen else getattr(theme, colour)))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
            line.translate(0, line.height())
        painter.restore()

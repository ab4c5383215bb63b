"""Small pictures in rows, as many in each as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from handdigit.gui.theme import Theme

SIDE = 56
"""Of a picture, in pixels: two for each of its own."""
PADDING = 5
"""Around it."""


class TileList(QListView):
    """A list of pictures with words under them; quick with many thousands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)


def tile_area(option: QStyleOptionViewItem) -> QRectF:
    """Return where a tile is painted."""
    return QRectF(option.rect).adjusted(1, 1, -1, -1)


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Return whether a tile is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def paint_picture(
    painter: QPainter, option: QStyleOptionViewItem, image: QImage, theme: Theme
) -> QRectF:
    """Paint a tile's background and picture; return where the picture is."""
    area, chosen = tile_area(option), is_chosen(option)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent if chosen else theme.window))
        painter.drawRoundedRect(area, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    frame = QRectF(round(area.center().x() - SIDE / 2), area.top() + PADDING, SIDE, SIDE)
    painter.drawImage(frame, image)
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame.adjusted(-1, -1, 0, 0))
    return frame

"""One picture of ink, 28×28, on paper with a thin frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from handdigit.gui.colormap import grey_image
from handdigit.gui.theme import Theme


class PictureView(QWidget):
    """Paints the pixels as they are, in a square of ``side`` pixels."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        """Show blank paper."""
        super().__init__(parent)
        self.setFixedSize(QSize(side, side))
        self._picture: NDArray[np.uint8] | None = None
        self._image: QImage | None = None

    @property
    def picture(self) -> NDArray[np.uint8] | None:
        """What is shown, None for blank paper."""
        return self._picture

    def show_picture(self, picture: NDArray[np.uint8] | None) -> None:
        """Show (H, W) ink, 0 as paper and 255 as full ink, or blank paper."""
        self._picture = picture
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        theme = Theme.of(self.palette())
        self._image = None if self._picture is None else grey_image(self._picture, theme)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame and pixels."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        frame = QRectF(self.rect())
        painter.fillRect(frame, QColor(theme.zero))
        if self._image is not None:
            painter.drawImage(frame.adjusted(1, 1, -1, -1), self._image)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

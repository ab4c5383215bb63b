"""One picture of ink, 28×28, on paper with a thin frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.paint import PaintedWidget, Painter


class PictureView(PaintedWidget):
    """Paints the pixels as they are, in a square of ``side`` pixels."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        """Show blank paper."""
        super().__init__(parent)
        self.setFixedSize(side, side)
        self._picture: NDArray[np.uint8] | None = None

    @property
    def picture(self) -> NDArray[np.uint8] | None:
        """What is shown, None for blank paper."""
        return self._picture

    def show_picture(self, picture: NDArray[np.uint8] | None) -> None:
        """Show (H, W) ink, 0 as paper and 255 as full ink, or blank paper."""
        self._picture = picture
        self.update()

    def paint(self, painter: Painter) -> None:
        """Paint frame and pixels."""
        painter.picture(QRectF(self.rect()), self._picture)

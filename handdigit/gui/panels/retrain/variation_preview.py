"""Ten digits as the chosen variations make them, fresh at every change."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.paint import CENTRE, PaintedWidget, Painter

COLUMNS = 5
GAP = 4
LARGEST = 140


class VariationPreview(PaintedWidget):
    """Two rows of five pictures."""

    comfortable = (5 * 60 + 4 * GAP, 2 * 60 + GAP)
    least = (5 * 40 + 4 * GAP, 2 * 40 + GAP)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show paper."""
        super().__init__(parent)
        self.setObjectName("variationPreview")
        self.setAccessibleName(self.tr("Ten examples of the variations"))
        self._pictures: NDArray[np.uint8] | None = None
        self._note = ""

    @property
    def pictures(self) -> NDArray[np.uint8] | None:
        """(10, 28, 28), what is shown."""
        return self._pictures

    def show_pictures(self, pictures: NDArray[np.uint8] | None, note: str = "") -> None:
        """Show (10, 28, 28) pictures, or a note instead."""
        self._pictures, self._note = pictures, note
        self.update()

    def paint(self, painter: Painter) -> None:
        """Paint the pictures."""
        across = (self.width() - (COLUMNS - 1) * GAP) / COLUMNS
        side = min(across, (self.height() - GAP) / 2, LARGEST)
        for index in range(2 * COLUMNS):
            row, column = divmod(index, COLUMNS)
            frame = QRectF(column * (side + GAP), row * (side + GAP), side, side)
            pictures = self._pictures
            painter.picture(frame, None if pictures is None else pictures[index])
        painter.text(QRectF(self.rect()), self._note, "muted", CENTRE)

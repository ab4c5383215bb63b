"""Examples as the chosen variations make them, fresh at every change."""

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
    """Two rows of five pictures: a drawing of each of the first ten classes."""

    comfortable = (5 * 60 + 4 * GAP, 2 * 60 + GAP)
    least = (5 * 40 + 4 * GAP, 2 * 40 + GAP)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show paper."""
        super().__init__(parent)
        self.setObjectName("variationPreview")
        self.setAccessibleName(self.tr("Examples of the variations"))
        self._pictures: NDArray[np.uint8] | None = None
        self._note = ""

    @property
    def pictures(self) -> NDArray[np.uint8] | None:
        """(classes, 28, 28), what is shown."""
        return self._pictures

    def show_pictures(self, pictures: NDArray[np.uint8] | None, note: str = "") -> None:
        """Show (classes, 28, 28) pictures, or a note instead."""
        self._pictures, self._note = pictures, note
        self.update()

    def paint(self, painter: Painter) -> None:
        """Paint the pictures."""
        across = (self.width() - (COLUMNS - 1) * GAP) / COLUMNS
        side = min(across, (self.height() - GAP) / 2, LARGEST)
        pictures = () if self._pictures is None else self._pictures
        for index in range(2 * COLUMNS):
            row, column = divmod(index, COLUMNS)
            frame = QRectF(column * (side + GAP), row * (side + GAP), side, side)
            painter.picture(frame, pictures[index] if index < len(pictures) else None)
        painter.text(QRectF(self.rect()), self._note, "muted", CENTRE)

"""Examples as the chosen variations make them, fresh at every change."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.colormap import grey_image
from handdigit.gui.theme import Theme

COLUMNS = 5
GAP = 4
LARGEST = 140


class VariationPreview(QWidget):
    """Two rows of five pictures: a drawing of each of the first ten classes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show paper."""
        super().__init__(parent)
        self.setObjectName("variationPreview")
        self.setAccessibleName(self.tr("Examples of the variations"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pictures: NDArray[np.uint8] | None = None
        self._images: list[QImage] = []
        self._note = ""

    @property
    def pictures(self) -> NDArray[np.uint8] | None:
        """(classes, 28, 28), what is shown."""
        return self._pictures

    def show_pictures(self, pictures: NDArray[np.uint8] | None, note: str = "") -> None:
        """Show (classes, 28, 28) pictures, or a note instead."""
        self._pictures, self._note = pictures, note
        self._render()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(5 * 60 + 4 * GAP, 2 * 60 + GAP)

    def minimumSizeHint(self) -> QSize:
        """Return a picture for every two pixels and a half of it."""
        return QSize(5 * 40 + 4 * GAP, 2 * 40 + GAP)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        theme = Theme.of(self.palette())
        pictures = self._pictures
        self._images = [] if pictures is None else [grey_image(p, theme) for p in pictures]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        across = (self.width() - (COLUMNS - 1) * GAP) / COLUMNS
        side = min(across, (self.height() - GAP) / 2, LARGEST)
        for index in range(2 * COLUMNS):
            row, column = divmod(index, COLUMNS)
            frame = QRectF(column * (side + GAP), row * (side + GAP), side, side)
            painter.fillRect(frame, QColor(theme.zero))
            if index < len(self._images):
                painter.drawImage(frame, self._images[index])
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._note:
            painter.setPen(QColor(theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._note)
        painter.end()

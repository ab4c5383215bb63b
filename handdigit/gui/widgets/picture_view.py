"""A picture of grey levels or values, and the legend of its colours."""

from __future__ import annotations

from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QWidget

from handdigit.gui.theme import HALF, coloured
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, LEFT, RIGHT, Painter
from handdigit.number_format import rounded

BAR = (110, 9)
"""Width and height of the colours, in pixels."""


class Legend(PaintedWidget):
    """A bar from the lower to the upper end, zero in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show ends without numbers."""
        super().__init__(parent)
        self.setObjectName("legend")
        self._end = ""
        """What stands at the upper end."""
        self._room = self.fontMetrics().horizontalAdvance("−0.000")
        """For the number at either end, in pixels: it only grows."""
        self.show_limit(None)

    def show_limit(self, limit: float | None) -> None:
        """Write the numbers of the ends, or ± max where they differ from map to map."""
        self._end = self.tr("max") if limit is None else rounded(limit)
        needed = self.fontMetrics().horizontalAdvance(f"−{self._end}")
        if needed > self._room:
            self._room = needed
            self.updateGeometry()
        text = self.tr("largest") if limit is None else f"{limit:.3g}"
        self.setAccessibleName(self.tr("Colours from −{0} over 0 to {0}").format(text))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the bar and its numbers."""
        return QSize(BAR[0] + 2 * self._room + 12, self.fontMetrics().height() * 2 + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same: half a legend says nothing."""
        return self.sizeHint()

    def paint(self, painter: Painter) -> None:
        """Paint the bar with its numbers."""
        height = painter.fontMetrics().height()
        side = (self.width() - BAR[0]) / 2
        bar = QRectF(side, (height - BAR[1]) / 2, *BAR)
        painter.drawImage(bar, coloured(np.linspace(-1, 1, 2 * HALF + 1)[None], 1.0, painter.theme))
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        painter.outline(bar, "line")
        for frame, text, flags in (
            (QRectF(0, 0, side - 5, height), f"−{self._end}", RIGHT),
            (QRectF(bar.right() + 5, 0, side, height), self._end, LEFT),
            (QRectF(bar.center().x() - 20, height, 40, height), "0", CENTRE),
        ):
            painter.text(frame, text, "muted", flags)


class ColourScale(Enum):
    """What shares one colour scale: its ends are the largest value there, either way."""

    LAYER = "layer"
    MAP = "map"
    NETWORK = "network"


def limits_of_maps(
    values: NDArray[np.floating[Any]] | None, count: int, scale: ColourScale, overall: float
) -> NDArray[np.float64]:
    """Return the end of the colour scale for each of ``count`` maps of a layer."""
    if values is None or scale is ColourScale.NETWORK:
        return np.full(count, overall)
    if scale is ColourScale.LAYER:
        return np.full(count, largest(values))
    of_maps: NDArray[np.floating[Any]] = np.abs(values).reshape(count, -1).max(axis=1)
    return of_maps.astype(np.float64)


def largest(values: NDArray[np.floating[Any]]) -> float:
    """Return the largest size of a value."""
    return float(np.abs(values).max())


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

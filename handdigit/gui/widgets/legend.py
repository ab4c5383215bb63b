"""The legend of the colour map: both ends and zero."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.colormap import HALF, coloured
from handdigit.gui.theme import Theme

BAR = (110, 9)
"""Width and height of the colours, in pixels."""


class Legend(QWidget):
    """A bar from the lower to the upper end, zero in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show ends without numbers."""
        super().__init__(parent)
        self.setObjectName("legend")
        self._limit: float | None = None
        self.show_limit(None)

    def show_limit(self, limit: float | None) -> None:
        """Write the numbers of the ends, or ± max where they differ from map to map."""
        self._limit = limit
        text = self.tr("largest") if limit is None else f"{limit:.3g}"
        self.setAccessibleName(self.tr("Colours from −{0} over 0 to {0}").format(text))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the bar and its numbers."""
        metrics = self.fontMetrics()
        return QSize(
            BAR[0] + 2 * metrics.horizontalAdvance("−0.000") + 12, metrics.height() * 2 + 2
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same: half a legend says nothing."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar with its numbers."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        side = (self.width() - BAR[0]) / 2
        bar = QRectF(side, (self.fontMetrics().height() - BAR[1]) / 2, *BAR)
        ramp = np.linspace(-1, 1, 2 * HALF + 1)[None]
        painter.drawImage(bar, coloured(ramp, 1.0, theme))
        painter.setPen(QColor(theme.line))
        painter.drawRect(bar)
        painter.setPen(QColor(theme.muted))
        end = self.tr("max") if self._limit is None else f"{self._limit:.3g}"
        height = self.fontMetrics().height()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(0, 0, side - 5, height), Qt.AlignmentFlag.AlignRight | middle, f"−{end}"
        )
        painter.drawText(
            QRectF(bar.right() + 5, 0, side, height), Qt.AlignmentFlag.AlignLeft | middle, end
        )
        zero = QRectF(bar.center().x() - 20, height, 40, height)
        painter.drawText(zero, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.end()

"""A low bar: how far some work is, or a piece that wanders while there is no telling."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from handdigit.gui.theme import Theme

HEIGHT = 6
FRAME_MS = 40
ROUND = 50
"""So many frames take the piece from one end to the other."""
PIECE = 0.25
"""Its share of the bar."""


class WorkBar(QProgressBar):
    """Without a range it moves: the style's own stripes are lost at this height."""

    def __init__(self) -> None:
        """Show no work yet."""
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT)
        self._frame = 0
        self._clock = QTimer(self, interval=FRAME_MS)
        self._clock.timeout.connect(self._move)

    @property
    def is_endless(self) -> bool:
        """Whether there is no telling how far it is."""
        return self.minimum() == self.maximum()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the style's bar, or the piece where it is now."""
        if not self.is_endless:
            self._clock.stop()
            super().paintEvent(event)
            return
        if not self._clock.isActive():
            self._clock.start()
        theme, width = Theme.of(self.palette()), self.width()
        at = self._frame / ROUND * (1 + PIECE) - PIECE
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.line))
        painter.fillRect(QRectF(at * width, 0, PIECE * width, HEIGHT), QColor(theme.accent))

    def _move(self) -> None:
        if not self.isVisible():
            self._clock.stop()
            return
        self._frame = (self._frame + 1) % ROUND
        self.update()

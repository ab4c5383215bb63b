"""The map that is pointed at, enlarged, over everything else in the window."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QWidget

from handdigit.gui.theme import coloured
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import Painter

SIDE = 200
MARGIN = 8
LINES = 3
"""Of text: which map, its largest value, the value under the pointer."""


class MapLens(PaintedWidget):
    """Shows one map about 200 pixels large; the pointer goes through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("mapLens")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._values: NDArray[np.floating[Any]] | None = None
        self._limit = 1.0
        self.lines: tuple[str, ...] = ()
        """What is written below the map."""
        self.hide()

    def show_map(
        self,
        values: NDArray[np.floating[Any]],
        limit: float,
        lines: tuple[str, ...],
        beside: QRect,
        clear_of: QRect,
    ) -> None:
        """Show (H, W) values near a place; both are in global coordinates.

        It stands below ``clear_of`` where there is room, else beside the place itself.
        """
        self._values, self._limit, self.lines = values, limit, lines
        height = SIDE + LINES * self.fontMetrics().lineSpacing() + 2 * MARGIN + 2
        self.resize(SIDE + 2 * MARGIN, height)
        parent = self.parentWidget()
        if parent is not None:
            self.move(self._place(parent, beside, clear_of))
        self.show()
        self.raise_()
        self.update()

    def _place(self, parent: QWidget, beside: QRect, clear_of: QRect) -> QPoint:
        """Return where it is inside the window and not over what it enlarges."""
        area = QRect(parent.mapFromGlobal(beside.topLeft()), beside.size())
        room = parent.rect()
        below = parent.mapFromGlobal(clear_of.bottomLeft()).y() + MARGIN
        if below + self.height() <= room.bottom():
            x = area.center().x() - self.width() // 2
            return QPoint(max(room.left(), min(x, room.right() - self.width())), below)
        x = area.right() + MARGIN
        if x + self.width() > room.right():
            x = area.left() - MARGIN - self.width()
        y = area.center().y() - self.height() // 2
        x = max(room.left(), min(x, room.right() - self.width()))
        return QPoint(x, max(room.top(), min(y, room.bottom() - self.height())))

    def paint(self, painter: Painter) -> None:
        """Paint the map with its lines."""
        painter.surface(QRectF(self.rect()), "card", "muted")
        if self._values is None:
            return
        rows, columns = self._values.shape
        pixel = SIDE / max(rows, columns)
        frame = QRectF(0, 0, columns * pixel, rows * pixel)
        frame.moveCenter(QRectF(MARGIN, MARGIN, SIDE, SIDE).center())
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        painter.drawImage(frame, coloured(self._values, self._limit, painter.theme))
        painter.outline(frame, "line")
        painter.setRenderHint(Painter.RenderHint.Antialiasing)
        line = painter.fontMetrics().lineSpacing()
        area = QRectF(MARGIN, SIDE + MARGIN + 2, SIDE, line)
        for number, text in enumerate(self.lines):
            colour = "text" if number == 0 else "muted"
            painter.text(area, text, colour, bold=number == 0, elided=True)
            area.translate(0, line)

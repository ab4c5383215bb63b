"""The strip below the canvas: a cell a digit, right below it; joins between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from handdigit.gui.number.overlay import BoxOverlay
from handdigit.gui.number.reader import NumberMode
from handdigit.gui.theme import Theme

JOIN = 22
"""Diameter of the button on a join, in pixels."""
NARROWEST = 34
"""Width of a cell that its figures need, in pixels."""


class Part(Enum):
    """What there is to press."""

    CELL = auto()
    JOIN = auto()


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing to press, and the number of the digit it belongs to (of a join the left one)."""

    part: Part
    number: int
    rect: QRectF


class BoxStrip(QWidget):
    """A click on a cell looks at its digit, one on a join makes two digits one.

    With the keyboard: the arrow keys choose a digit, M joins it with the next one, S splits it.
    """

    def __init__(self, overlay: BoxOverlay, mode: NumberMode) -> None:
        """Stand below ``overlay`` and steer ``mode``."""
        super().__init__()
        self.setObjectName("numberStrip")
        self.setAccessibleName(self.tr("Digits of the number"))
        self.setAccessibleDescription(
            self.tr("Arrow keys choose a digit, M joins it with the next one, S splits it.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._overlay, self._mode = overlay, mode
        self._hovered: Spot | None = None
        mode.reading_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for a digit with its probability."""
        return QSize(300, self.fontMetrics().height() * 2 + 10)

    def spots(self) -> tuple[Spot, ...]:
        """Return everything that can be pressed; joins lie over the cells."""
        boxes = self._mode.reading.boxes
        rects = []
        for box in boxes:
            wide = self._overlay.box_rect(box.bounds)
            missing = max(0.0, NARROWEST - wide.width()) / 2
            left, right = wide.left() - missing, wide.right() + missing
            rects.append(QRectF(left, 1, right - left, self.height() - 2))
        for i in range(len(rects) - 1):  # where boxes reach into each other the cells do not
            if rects[i].right() > rects[i + 1].left() - 2:
                border = (rects[i].right() + rects[i + 1].left()) / 2
                rects[i].setRight(border - 1)
                rects[i + 1].setLeft(border + 1)
        cells = [Spot(Part.CELL, number, rect) for number, rect in enumerate(rects)]
        joins = []
        for i in range(len(rects) - 1):
            middle = QPointF((rects[i].right() + rects[i + 1].left()) / 2, self.height() / 2)
            around = QRectF(middle.x() - JOIN / 2, middle.y() - JOIN / 2, JOIN, JOIN)
            joins.append(Spot(Part.JOIN, i, around))
        return (*joins, *cells)

    def spot_at(self, position: QPointF) -> Spot | None:
        """Return what can be pressed at a position."""
        return next((spot for spot in self.spots() if spot.rect.contains(position)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at a digit, or make two one."""
        spot = self.spot_at(event.position())
        if spot is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if spot.part is Part.JOIN:
            self._mode.merge(spot.number)
        else:
            self._mode.select(spot.number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        self._hover(self.spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show nothing any more."""
        super().leaveEvent(event)
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        """Say what a click does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(QPointF(event.pos()))
            text = ""
            if spot is not None and spot.part is Part.JOIN:
                text = self.tr("Make these two one digit (M)")
            elif spot is not None:
                text = self.tr("Show this digit in the rest of the window")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, join and split with the keyboard."""
        selected = self._mode.selected
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if selected is None:
            super().keyPressEvent(event)
        elif step is not None:
            self._mode.select(selected + step)
        elif event.key() == Qt.Key.Key_M:
            self._mode.merge(selected)
        elif event.key() == Qt.Key.Key_S:
            self._mode.split(selected)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cells with their figures, and the joins."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spot in reversed(self.spots()):
            if spot.part is Part.CELL:
                self._paint_cell(painter, spot, theme)
            else:
                self._paint_join(painter, spot, theme)
        painter.end()

    def _paint_cell(self, painter: QPainter, spot: Spot, theme: Theme) -> None:
        box = self._mode.reading.boxes[spot.number]
        selected = spot.number == self._mode.selected
        hovered = self._is_hovered(spot)
        painter.setPen(QPen(QColor(theme.accent if selected or hovered else theme.line), 1))
        painter.setBrush(QColor(theme.accent if selected else theme.zero))
        painter.drawRoundedRect(spot.rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        figure = theme.on_accent if selected else theme.text if box.is_digit else theme.warning
        half = spot.rect.height() / 2
        top = QRectF(spot.rect.x(), spot.rect.y() + 3, spot.rect.width(), half)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(figure))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, box.character)
        painter.setFont(self.font())
        if not selected:
            painter.setPen(QColor(theme.muted))
        below = top.translated(0, half - 4)
        sure = f"{box.probability * 100:.0f} %" if box.is_digit else self.tr("no digit")
        fits = painter.fontMetrics().horizontalAdvance(sure) <= below.width() - 4
        if fits:
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, sure)

    def _paint_join(self, painter: QPainter, spot: Spot, theme: Theme) -> None:
        """Paint two arrows towards each other; faint unless the pointer is near."""
        hovered = self._is_hovered(spot)
        size = JOIN / 2 - (1 if hovered else 4)
        middle = spot.rect.center()
        painter.setPen(QPen(QColor(theme.accent if hovered else theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawEllipse(middle, size, size)
        painter.setPen(QPen(QColor(theme.accent if hovered else theme.muted), 1.4))
        for side in (-1, 1):
            tip = middle + QPointF(side * 1.5, 0)
            painter.drawLine(tip, tip + QPointF(side * 3, -3))
            painter.drawLine(tip, tip + QPointF(side * 3, 3))

    def _is_hovered(self, spot: Spot) -> bool:
        hovered = self._hovered
        return hovered is not None and (hovered.part, hovered.number) == (spot.part, spot.number)

    def _hover(self, spot: Spot | None) -> None:
        self._hovered = spot
        shape = Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.update()

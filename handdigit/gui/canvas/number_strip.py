"""The strip below the canvas: a cell a digit, right below it; joins between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.number_mode import NumberMode
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.painted_widget import PaintedWidget, PointedWidget, arrow_step
from handdigit.gui.widgets.painter import CENTRE, Painter
from handdigit.ink.erase import SMALLEST_LENGTH
from handdigit.ink.ink import Bounds, Ink
from handdigit.number.reading import DigitBox
from handdigit.number_format import in_percent, percent

RADIUS = 5.0
GAP = 3
"""Between a box and the digit above it, in pixels."""
DIGIT_SIZE = 1.3
"""Of the digit, relative to the application's font."""


class BoxOverlay(PaintedWidget):
    """Lies over the canvas and lets the pointer through."""

    def __init__(self, canvas: Canvas, mode: NumberMode) -> None:
        """Follow ``mode`` over ``canvas``."""
        super().__init__(canvas)
        self.setObjectName("numberBoxes")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas, self._mode = canvas, mode
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * DIGIT_SIZE)
        font.setBold(True)
        self.setFont(font)
        self.hide()
        canvas.installEventFilter(self)
        canvas.frame_changed.connect(self.update)
        mode.mode_changed.connect(self.setVisible)
        mode.reading_changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the canvas."""
        if watched is self._canvas and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return super().eventFilter(watched, event)

    def box_rect(self, bounds: Bounds) -> QRectF:
        """Return where a box lies on the canvas: around the ink, as thick as it is shown.

        Boxes in a picture are around all of the ink, those of strokes around centre lines.
        """
        canvas = self._canvas
        corner = canvas.canvas_position(bounds.left, bounds.top)
        rect = QRectF(corner, canvas.canvas_position(bounds.right, bounds.bottom))
        origin = canvas.canvas_position(0, 0)
        half = canvas.canvas_position(canvas.pen_width / 2, 0).x() - origin.x() + 2
        half = 1.0 if self._mode.reads_picture else half
        return rect.adjusted(-half, -half, half, half)

    def paint(self, painter: Painter) -> None:
        """Paint the boxes; the selected one stands out, one that is no digit is dashed."""
        height, boxes = self.fontMetrics().height(), self._mode.reading.boxes
        rects = [self.box_rect(box.bounds) for box in boxes]
        is_above = all(rect.top() - GAP - height >= 1 for rect in rects)  # all of them or none
        for number, (box, rect) in enumerate(zip(boxes, rects, strict=True)):
            colour = "accent" if box.is_digit else "warning"
            style = Qt.PenStyle.SolidLine if box.is_digit else Qt.PenStyle.DashLine
            painter.use_pen(colour, 2 if number == self._mode.selected else 1, style)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            above = QRectF(rect.x() - 20, rect.top() - GAP - height, rect.width() + 40, height)
            if not is_above:  # no room: below it, or within the sheet
                above.moveTop(min(rect.bottom() + GAP, self.height() - height - 1))
            painter.text(above, box.character, colour, CENTRE)


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


class BoxStrip(PointedWidget[Spot]):
    """A click on a cell looks at its digit, one on a join makes two digits one.

    With the keyboard: the arrow keys choose a digit, M joins it with the next one, S splits it.
    """

    def __init__(self, overlay: BoxOverlay, mode: NumberMode) -> None:
        """Stand below ``overlay`` and steer ``mode``."""
        super().__init__()
        named(self, "numberStrip", self.tr("Digits of the number"))
        self.setAccessibleDescription(
            self.tr("Arrow keys choose a digit, M joins it with the next one, S splits it.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._overlay, self._mode = overlay, mode
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
            # Beside the digits: the figures below them take all the width there is.
            middle = QPointF((rects[i].right() + rects[i + 1].left()) / 2, JOIN / 2 + 1)
            around = QRectF(middle.x() - JOIN / 2, middle.y() - JOIN / 2, JOIN, JOIN)
            joins.append(Spot(Part.JOIN, i, around))
        return (*joins, *cells)

    def part_at(self, position: QPointF) -> Spot | None:
        """Return what can be pressed at a position."""
        return next((spot for spot in self.spots() if spot.rect.contains(position)), None)

    def part_pressed(self, spot: Spot) -> None:
        """Look at a digit, or make two one."""
        if spot.part is Part.JOIN:
            self._mode.merge(spot.number)
        else:
            self._mode.select(spot.number)

    def part_pointed(self, spot: Spot | None) -> None:
        """Show what can be pressed."""
        shape = Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """Say what a click does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.part_at(QPointF(event.pos()))
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
        step = arrow_step(event)
        if selected is None:
            super().keyPressEvent(event)
        elif step is not None and step[1]:
            self._mode.select(selected + step[1])
        elif event.key() == Qt.Key.Key_M:
            self._mode.merge(selected)
        elif event.key() == Qt.Key.Key_S:
            self._mode.split(selected)
        else:
            super().keyPressEvent(event)

    def cells(self) -> Cells:
        """Return a column for every digit."""
        boxes, selected = self._mode.reading.boxes, self._mode.selected

        def press(_row: int, column: int) -> None:
            self._mode.select(column)

        current = None if selected is None else (0, selected)
        names = [box.character for box in boxes]
        return Cells(("",), names, lambda _row, n: self._sure(boxes[n]), press, current)

    def _sure(self, box: DigitBox) -> str:
        return percent(box.probability) if box.is_digit else self.tr("no digit")

    def paint(self, painter: Painter) -> None:
        """Paint cells with their figures, and the joins."""
        for spot in reversed(self.spots()):
            if spot.part is Part.CELL:
                self._paint_cell(painter, spot)
            else:
                self._paint_join(painter, spot)

    def _paint_cell(self, painter: Painter, spot: Spot) -> None:
        box = self._mode.reading.boxes[spot.number]
        selected = spot.number == self._mode.selected
        line = "accent" if selected or self._is_pointed(spot) else "line"
        painter.surface(spot.rect, "accent" if selected else "zero", line, radius=5)
        figure = "on_accent" if selected else "text" if box.is_digit else "warning"
        half = spot.rect.height() / 2
        top = QRectF(spot.rect.x(), spot.rect.y() + 3, spot.rect.width(), half)
        painter.text(top, box.character, figure, CENTRE, bold=True)
        below = top.translated(0, half - 4)
        for sure in (self._sure(box), in_percent(box.probability) if box.is_digit else ""):
            if painter.fontMetrics().horizontalAdvance(sure) <= below.width() - 4:
                painter.text(below, sure, figure if selected else "muted", CENTRE)
                break

    def _paint_join(self, painter: Painter, spot: Spot) -> None:
        """Paint two arrows towards each other; faint unless the pointer is near."""
        is_pointed = self._is_pointed(spot)
        size = JOIN / 2 - (1 if is_pointed else 4)
        middle = spot.rect.center()
        painter.use_pen("accent" if is_pointed else "line")
        painter.setBrush(painter.colour("card"))
        painter.drawEllipse(middle, size, size)
        painter.use_pen("accent" if is_pointed else "muted", 1.4)
        for side in (-1, 1):
            tip = middle + QPointF(side * 1.5, 0)
            painter.drawLine(tip, tip + QPointF(side * 3, -3))
            painter.drawLine(tip, tip + QPointF(side * 3, 3))

    def _is_pointed(self, spot: Spot) -> bool:
        pointed = self.pointed
        return pointed is not None and (pointed.part, pointed.number) == (spot.part, spot.number)


HEIGHT = 0.55
"""Of a line that is opened, in canvas units."""
MARGIN = 0.15
"""Free space left and right of it, at least."""


def fitted_line(ink: Ink, aspect: float) -> Ink:
    """Return an ink of any scale at the left of a canvas ``aspect`` units wide."""
    if ink.is_empty:
        return ink
    box = ink.bounds()
    room = max(aspect, 1.0) - 2 * MARGIN
    height, width = (x if x > SMALLEST_LENGTH else 1e-9 for x in (box.height, box.width))
    scale = min(HEIGHT / height, room / width)
    return ink.mapped(scale, MARGIN - box.left * scale, 0.5 - (box.top + box.bottom) / 2 * scale)

"""The boxes over the ink: which strokes are one digit, and what it is read as."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt

from handdigit.core.ink import Bounds
from handdigit.gui.canvas import Canvas
from handdigit.gui.number.reader import NumberMode
from handdigit.gui.widgets.paint import CENTRE, PaintedWidget, Painter

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
        """Return where a box lies on the canvas: around the ink, as thick as it is shown."""
        canvas = self._canvas
        corner = canvas.canvas_position(bounds.left, bounds.top)
        rect = QRectF(corner, canvas.canvas_position(bounds.right, bounds.bottom))
        origin = canvas.canvas_position(0, 0)
        half = canvas.canvas_position(canvas.pen_width / 2, 0).x() - origin.x() + 2
        return rect.adjusted(-half, -half, half, half)

    def paint(self, painter: Painter) -> None:
        """Paint the boxes; the selected one stands out, one that is no digit is dashed."""
        height = self.fontMetrics().height()
        for number, box in enumerate(self._mode.reading.boxes):
            rect = self.box_rect(box.bounds)
            colour = "accent" if box.is_digit else "warning"
            style = Qt.PenStyle.SolidLine if box.is_digit else Qt.PenStyle.DashLine
            painter.use_pen(colour, 2 if number == self._mode.selected else 1, style)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            above = QRectF(rect.x() - 20, rect.top() - GAP - height, rect.width() + 40, height)
            if above.top() < 1:  # no room above: below it, or within the sheet
                above.moveTop(min(rect.bottom() + GAP, self.height() - height - 1))
            painter.text(above, box.character, colour, CENTRE)

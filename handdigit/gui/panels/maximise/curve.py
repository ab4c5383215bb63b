"""How a unit's value grew, step by step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.theme import Theme

GAP = 8.0
LEAST_STEPS = 40
"""The axis is at least this long, so that the first points do not jump."""


class ValueCurve(QWidget):
    """One line over the steps, its newest value written at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        self.setObjectName("maximiseCurve")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._steps: list[int] = []
        self._values: list[float] = []
        self._title = ""
        self.clear("")

    @property
    def values(self) -> tuple[float, ...]:
        """The values on show."""
        return tuple(self._values)

    def clear(self, title: str) -> None:
        """Begin anew, under a title."""
        self._steps.clear()
        self._values.clear()
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def add(self, step: int, value: float) -> None:
        """Go on to another value."""
        self._steps.append(step)
        self._values.append(value)
        self.setAccessibleDescription(self.tr("Step {0}: {1}").format(step, f"{value:.3g}"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(600, 200)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(300, 110)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes and line."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        height = metrics.height()
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(0, metrics.ascent()), self._title)
        left = metrics.horizontalAdvance("−00.00") + GAP
        right = metrics.horizontalAdvance("−00.00") + 2 * GAP
        top = height * 1.7
        plot = QRectF(left, top, self.width() - left - right, self.height() - top - height * 1.5)
        low, high = min([0.0, *self._values]), max([0.0, *self._values])
        extent = (high - low) or 1.0
        last = max(LEAST_STEPS, self._steps[-1] if self._steps else 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        for value in dict.fromkeys((0.0, low, high)):
            y = plot.bottom() - (value - low) / extent * plot.height()
            if value and abs(value) / extent * plot.height() < 1.2 * height:
                continue  # its number would touch that of zero
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            frame = QRectF(0, y - height / 2, left - GAP, height)
            painter.drawText(frame, Qt.AlignmentFlag.AlignRight | middle, _number(value))
        below = QRectF(plot.left(), plot.bottom() + 4, plot.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self.tr("step {0}").format(last))
        if self._values:
            points = [
                QPointF(
                    plot.left() + step / last * plot.width(),
                    plot.bottom() - (value - low) / extent * plot.height(),
                )
                for step, value in zip(self._steps, self._values, strict=True)
            ]
            pen = QPen(QColor(theme.accent), 2)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(points[-1], 2.5, 2.5)
            frame = QRectF(points[-1].x() + GAP, points[-1].y() - height / 2, right, height)
            painter.drawText(frame, middle, _number(self._values[-1]))
        painter.end()


def _number(value: float) -> str:
    return f"{value:.3g}".replace("-", "−")

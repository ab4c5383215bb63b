"""One map, large: its pixels, and the value under the pointer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from handdigit.core.architecture import PlannedLayer, format_layer, format_shape
from handdigit.gui.colormap import coloured
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.labels import Label

GRID_FROM = 8
"""Pixels a value must be wide for lines between values."""
NUMBERS_FROM = 34
"""Pixels a value must be wide for its number to be written in it."""


class MapDetail(QWidget):
    """Shows one channel of one layer, live, with what can be said about it.

    Signals:
        closed(): the user has seen enough.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("mapDetail")
        self._name = ""
        self._channel = 0
        self._picture = _LargeMap()
        self._picture.hovered.connect(self._show_value)
        self._title = Label(bold=True)
        self._title.setObjectName("mapDetailTitle")
        self._facts = Label(colour="muted")
        self._facts.setObjectName("mapDetailFacts")
        self._facts.setWordWrap(True)
        self._value = Label()
        self._value.setObjectName("mapDetailValue")
        close = QToolButton()
        close.setObjectName("closeMapDetail")
        close.setText("×")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close the enlarged map"))
        close.setShortcut("Esc")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(close)
        words = QVBoxLayout()
        words.addLayout(top)
        words.addWidget(self._facts)
        words.addWidget(self._value)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._picture)
        layout.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def describe(self, name: str, planned: PlannedLayer | None, channel: int) -> None:
        """Say which map this is; ``planned`` is None for the network's input."""
        self._name, self._channel = name, channel
        self._title.setText(self.tr("{0} · map {1}").format(name, channel))
        facts = self.tr("the picture as the network gets it")
        if planned is not None:
            facts = "\n".join(
                (
                    format_layer(planned.layer),
                    f"{format_shape(planned.input_shape)} → {format_shape(planned.output_shape)}",
                    self.tr("{0} parameters").format(f"{planned.parameter_count:,}"),
                )
            )
        self._facts.setText(facts)

    def show_values(self, values: NDArray[np.float32] | None, limit: float) -> None:
        """Show the map's (H, W) values; ``limit`` is the end of its colour scale."""
        self._picture.show_values(values, limit)
        self._show_value()

    def _show_value(self) -> None:
        values, unit = self._picture.values, self._picture.unit
        if values is None:
            self._value.setText("")
        elif unit is not None:
            row, column = unit
            text = self.tr("row {0}, column {1}:  {2}")
            self._value.setText(text.format(row, column, f"{values[row, column]:.6g}"))
        else:
            low, high = float(values.min()), float(values.max())
            self._value.setText(self.tr("{0} … {1}").format(f"{low:.3g}", f"{high:.3g}"))


class _LargeMap(QWidget):
    """Paints (H, W) values as large as there is room."""

    hovered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("largeMap")
        self.setMouseTracking(True)
        self.values: NDArray[np.float32] | None = None
        self.unit: tuple[int, int] | None = None
        self._limit = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(226, 226)

    def show_values(self, values: NDArray[np.float32] | None, limit: float) -> None:
        self.values, self._limit = values, limit
        if values is None or (self.unit and not np.all(np.less(self.unit, values.shape))):
            self.unit = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unit = self._unit_at(event.position())
        self.update()
        self.hovered.emit()

    def leaveEvent(self, _event: object) -> None:
        self.unit = None
        self.update()
        self.hovered.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.values is None:
            return
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        frame, pixel = self._frame()
        painter.drawImage(frame, coloured(self.values.astype(np.float64), self._limit, theme))
        rows, columns = self.values.shape
        if pixel >= GRID_FROM:
            painter.setPen(QPen(QColor(theme.line), 0))
            for row in range(rows + 1):
                y = frame.top() + row * pixel
                painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            for column in range(columns + 1):
                x = frame.left() + column * pixel
                painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        if pixel >= NUMBERS_FROM:
            self._paint_numbers(painter, frame, pixel, theme)
        if self.unit is not None:
            row, column = self.unit
            painter.setPen(QPen(QColor(theme.warning), 2))
            corner = frame.topLeft() + QPointF(column, row) * pixel
            painter.drawRect(QRectF(corner.x(), corner.y(), pixel, pixel))
        painter.end()

    def _paint_numbers(self, painter: QPainter, frame: QRectF, pixel: float, theme: Theme) -> None:
        assert self.values is not None  # the caller has looked
        for (row, column), value in np.ndenumerate(self.values):
            deep = abs(value) > 0.55 * self._limit
            painter.setPen(QColor(theme.card if deep else theme.text))
            corner = frame.topLeft() + QPointF(column, row) * pixel
            cell = QRectF(corner.x(), corner.y(), pixel, pixel)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"{value:.2f}")

    def _frame(self) -> tuple[QRectF, float]:
        assert self.values is not None  # the callers have looked
        rows, columns = self.values.shape
        pixel = (min(self.width(), self.height()) - 2) / max(rows, columns)
        return QRectF(1, 1, columns * pixel, rows * pixel), pixel

    def _unit_at(self, position: QPointF) -> tuple[int, int] | None:
        if self.values is None:
            return None
        frame, pixel = self._frame()
        if not frame.contains(position):
            return None
        at = (position - frame.topLeft()) / pixel
        rows, columns = self.values.shape
        return min(int(at.y()), rows - 1), min(int(at.x()), columns - 1)

"""The curve of a finished training run, drawn small."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.theme import Theme

GAP = 6.0
TALLEST = 240


class RunCurve(QWidget):
    """The share read wrongly after every epoch, on a logarithmic axis: training, validation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no curve."""
        super().__init__(parent)
        self.setObjectName("runCurve")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(TALLEST)
        self._training: tuple[float, ...] = ()
        self._validation: tuple[float, ...] = ()
        self.show_run(())

    @property
    def points(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Errors 0..1 per epoch, of training and of validation."""
        return self._training, self._validation

    def show_run(self, epochs: Sequence[Mapping[str, Any]]) -> None:
        """Show the epochs of a run, or nothing."""
        self._training = _errors(epochs, "accuracy")
        self._validation = _errors(epochs, "validation_accuracy")
        self.setAccessibleName(self.tr("Errors in {0} epochs of training").format(len(epochs)))
        self.setVisible(bool(self._training or self._validation))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(240, 150)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(170, 150)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axis, both lines and their names."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        height = metrics.height()
        errors = [max(e, 1e-4) for e in (*self._training, *self._validation)]
        low = math.floor(math.log10(min(errors, default=0.01)))
        high = max(low + 1, math.ceil(math.log10(max(errors, default=1.0))))
        left = metrics.horizontalAdvance("0.01 %") + GAP
        plot = QRectF(
            left, height + GAP, self.width() - left - 4, self.height() - 2 * (height + GAP)
        )
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(0, metrics.ascent()), self.tr("Read wrongly"))
        for power in range(low, high + 1):
            y = plot.bottom() - (power - low) / (high - low) * plot.height()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(theme.muted))
            frame = QRectF(0, y - height / 2, left - GAP, height)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(frame, right, f"{10.0 ** (power + 2):g} %")
        lines = (
            (self._training, QPen(QColor(theme.muted), 1.5, Qt.PenStyle.DashLine)),
            (self._validation, QPen(QColor(theme.accent), 2)),
        )
        count = max(len(self._training), len(self._validation))
        for values, pen in lines:
            points = [
                QPointF(
                    plot.left() + plot.width() * (n / max(1, count - 1)),
                    plot.bottom() - (math.log10(max(e, 1e-4)) - low) / (high - low) * plot.height(),
                )
                for n, e in enumerate(values)
            ]
            painter.setPen(pen)
            painter.drawPolyline(points)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            for point in points if count <= 12 else points[-1:]:
                painter.drawEllipse(point, 2.5, 2.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        below = QRectF(plot.left(), plot.bottom() + GAP, plot.width(), height)
        painter.setPen(QColor(theme.muted))
        form = self.tr("{0} epoch") if count == 1 else self.tr("{0} epochs")
        epochs = form.format(count)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, epochs)
        if self._validation:
            painter.setPen(QColor(theme.accent))
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.tr("validation"))
        painter.end()


def _errors(epochs: Sequence[Mapping[str, Any]], key: str) -> tuple[float, ...]:
    found = (epoch.get(key) for epoch in epochs)
    return tuple(1 - float(value) for value in found if isinstance(value, int | float))

"""One parameter as a picture: kernels, a dense matrix, a bias."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QWidget

from handdigit.core.architecture import format_shape
from handdigit.gui.colormap import coloured
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.numbers import significant
from handdigit.gui.widgets.paint import Painter, PointedWidget
from handdigit.inspection.weight_picture import ParameterPicture

SCALES = (12.0, 10.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.5, 2.0, 1.5, 1.0)
"""Pixels a weight may be wide; a matrix too large for the window has less than one."""
READABLE = 2.5
"""Pixels a weight is wide before a picture is kept from growing high."""


class WeightView(PointedWidget[tuple[int, ...]]):
    """Paints a parameter; tells the weight under the pointer.

    Signals:
        output_clicked(int): the weights of this output channel or feature were clicked.
    """

    output_clicked = Signal(int)

    def __init__(self, picture: ParameterPicture, parent: QWidget | None = None) -> None:
        """Show ``picture``; :meth:`fit` says how large."""
        super().__init__(parent)
        self.setObjectName(f"weights_{picture.layer}.{picture.parameter}")
        shape = format_shape(picture.array.shape)
        self.setAccessibleName(f"{picture.layer}.{picture.parameter}, {shape}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.picture = picture
        self._limits: NDArray[np.floating[Any]] | float = 1.0
        self._scale = 1.0
        self._image: tuple[Theme, QImage] | None = None

    def fit(self, room: QSize) -> None:
        """Show every weight as large as ``room`` allows."""
        height, width = self.picture.sheet.shape
        fits = (
            scale
            for scale in SCALES
            if scale * width <= room.width()
            and (scale <= READABLE or scale * height <= room.height())
        )
        scale = self._scale = next(fits, room.width() / width)
        self.setFixedSize(math.ceil(width * scale), math.ceil(height * scale))

    def show_limits(self, limits: NDArray[np.floating[Any]] | float) -> None:
        """Take the end of the colour scale, for all or, (H, W), for every cell."""
        self._limits = limits
        self._image = None
        self.update()

    def paint(self, painter: Painter) -> None:
        """Paint the weights."""
        if self._image is None or self._image[0] is not painter.theme:
            limits = np.maximum(self._limits, 1e-30)
            values = self.picture.values / limits
            self._image = painter.theme, coloured(values, 1.0, painter.theme)
        image = self._image[1]
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        painter.setRenderHint(Painter.RenderHint.SmoothPixmapTransform, self._scale < 1)
        size = image.size().toSizeF() * self._scale
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the weight under the pointer."""
        super().mouseMoveEvent(event)
        text = ""
        if self.pointed is not None:
            name = f"{self.picture.layer}.{self.picture.parameter}"
            value = significant(float(self.picture.array[self.pointed]), 4)
            text = f"{name}[{', '.join(map(str, self.pointed))}] = {value}"
        self.tell(event, text)

    def part_pressed(self, index: tuple[int, ...]) -> None:
        """Choose the output whose weights were pressed."""
        self.output_clicked.emit(self.picture.outputs[index[0]])

    def part_at(self, position: QPointF) -> tuple[int, ...] | None:
        """Return the index of the weight at a position."""
        position = QPointF(position.toPoint())
        row = int((position.y() + 0.5) / self._scale)
        column = int((position.x() + 0.5) / self._scale)
        height, width = self.picture.sheet.shape
        inside = 0 <= row < height and 0 <= column < width
        return self.picture.index(row, column) if inside else None

"""All weights of a network as pictures, layer by layer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from handdigit.gui.theme import Theme, coloured
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painted_widget import PointedWidget
from handdigit.gui.widgets.painter import Painter
from handdigit.gui.widgets.picture_view import ColourScale
from handdigit.inspection.weight_picture import ParameterPicture, parameter_pictures
from handdigit.network.architecture import Architecture, format_shape
from handdigit.number_format import in_short, significant

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
    is_read_by_keys = True

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
            value = significant(float(self.picture.array[self.pointed]))
            text = f"{name}[{', '.join(map(str, self.pointed))}] = {value}"
        self.tell(event, text)

    def part_pressed(self, index: tuple[int, ...]) -> None:
        """Choose the output whose weights were pressed."""
        self.output_clicked.emit(self.picture.outputs[index[0]])

    def cells(self) -> Cells:
        """Return a row for every output, with the ends of its weights."""
        picture = self.picture

        def text(row: int, _column: int) -> str:
            return " … ".join(in_short(float(end(picture.array[row]))) for end in (np.min, np.max))

        def press(row: int, _column: int) -> None:
            self.output_clicked.emit(picture.outputs[row])

        rows = [f"{picture.layer}.{picture.parameter}[{n}]" for n in range(len(picture.array))]
        return Cells(rows, ("",), text, press)

    def part_at(self, position: QPointF) -> tuple[int, ...] | None:
        """Return the index of the weight at a position."""
        position = QPointF(position.toPoint())
        row = int((position.y() + 0.5) / self._scale)
        column = int((position.x() + 0.5) / self._scale)
        height, width = self.picture.sheet.shape
        inside = 0 <= row < height and 0 <= column < width
        return self.picture.index(row, column) if inside else None


LEAST_HEIGHT = 300
"""Height that a picture may have in any window, in pixels."""


class WeightSheet(QScrollArea):
    """Every layer that has weights, from left to right and then downwards.

    Signals:
        output_clicked(str, int): the weights of this output of a layer were clicked.
    """

    output_clicked = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no weights yet."""
        super().__init__(parent)
        named(self, "weightSheet", self.tr("Weights of every layer"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self._flow = FlowLayout(self._content, spacing=24)
        self.setWidget(self._content)
        for surface in (self.viewport(), self._content):
            surface.setAutoFillBackground(False)
        self._weights: Mapping[str, NDArray[Any]] | None = None

    @property
    def views(self) -> list[WeightView]:
        """Every parameter on show."""
        return self._content.findChildren(WeightView)

    def show_weights(
        self,
        architecture: Architecture,
        weights: Mapping[str, NDArray[Any]],
        scale: ColourScale,
    ) -> float:
        """Show a network's weights; return the largest size of a weight in all of it."""
        if weights is not self._weights:
            self._weights = weights
            while (item := self._flow.takeAt(0)) is not None:
                widget = item.widget()
                assert widget is not None  # nothing else is put here
                widget.setParent(None)
                widget.deleteLater()
            pictures = parameter_pictures(architecture, weights)
            for layer, group in groupby(pictures, key=lambda picture: picture.layer):
                block = self._layer(layer, list(group))
                self._flow.addWidget(block)
                self._flow.setAlignment(block, Qt.AlignmentFlag.AlignTop)
            self._fit()
        largest = [float(np.abs(view.picture.array).max()) for view in self.views]
        overall = max(largest, default=1.0)
        for view, own in zip(self.views, largest, strict=True):
            if scale is ColourScale.MAP:
                view.show_limits(view.picture.limits_of_outputs())
            else:
                view.show_limits(overall if scale is ColourScale.NETWORK else own)
        return overall

    def _layer(self, name: str, pictures: list[ParameterPicture]) -> QWidget:
        block = QWidget()
        block.setObjectName(f"layerWeights_{name}")
        layout = vbox(Label(name, bold=True), on=block, spacing=2)
        titles = {
            "weight": self.tr("weight"),
            "bias": self.tr("bias"),
            "running_mean": self.tr("mean"),
            "running_var": self.tr("variance"),
        }
        for picture in pictures:
            low, high = (in_short(float(end(picture.array))) for end in (np.min, np.max))
            shape = format_shape(picture.array.shape)
            text = f"{titles[picture.parameter]}  {shape}   {low} … {high}"
            layout.addWidget(Label(text, colour="muted", size=0.85))
            view = WeightView(picture)
            view.output_clicked.connect(partial(self.output_clicked.emit, name))
            layout.addWidget(view)
            layout.addSpacing(4)
        layout.addStretch(1)
        return block

    def showEvent(self, event: QShowEvent) -> None:
        """Use the room there is."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width() + 4  # and what a style leaves beside it
        size = self.maximumViewportSize()
        room = QSize(size.width() - bar, max(LEAST_HEIGHT, size.height() // 2))
        for view in self.views:
            view.fit(room)

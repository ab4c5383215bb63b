"""All weights of a network as pictures, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from handdigit.core.architecture import Architecture, format_shape
from handdigit.gui.panels.inside.colour_scale import ColourScale
from handdigit.gui.panels.inside.weight_view import WeightView
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.numbers import in_short
from handdigit.inspection.weight_picture import ParameterPicture, parameter_pictures

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

"""One layer of the network map: name, maps, shape and the range of its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handdigit.gui.panels.inside.mosaic import Mosaic
from handdigit.gui.widgets.labels import Label, in_short
from handdigit.network.architecture import PlannedLayer, format_layer, format_shape
from handdigit.network.layer import Layer, Shape


class LayerView(QWidget):
    """Shows a layer's output."""

    def __init__(self, name: str, shape: Shape, planned: PlannedLayer | None) -> None:
        """Show a layer without values; ``planned`` is None for the input and the softmax."""
        super().__init__()
        self.setObjectName(f"layer_{name}")
        self.name, self.shape, self.planned = name, shape, planned
        self._is_compact = False
        self._measured: dict[bool, tuple[int, int]] = {}
        self._title = Label(name, bold=True)
        if planned is not None:
            self._title.setToolTip("\n".join((format_layer(planned.layer), *self._about(planned))))
        self.mosaic = Mosaic(name, shape)
        self._shape_label = Label(format_shape(shape), colour="muted", size=0.85)
        self._range = Label("", colour="muted", size=0.85, name=f"range_{name}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self._title, self.mosaic, self._shape_label, self._range):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._ends: tuple[float, float] | None = None

    def _about(self, planned: PlannedLayer) -> Iterator[str]:
        """Yield how size and parameters come about, and the work."""
        layer, shape = planned.layer, planned.input_shape
        if not isinstance(layer, Layer):
            return
        if layer.window is not None:
            yield layer.window.size_formula(shape[1])
        if planned.parameter_count:
            yield f"{layer.parameter_formula(shape)} = {planned.parameter_count:,}"
        if planned.operation_count:
            yield self.tr("{0} multiply-adds").format(f"{planned.operation_count:,}")

    def set_compact(self, compact: bool) -> None:
        """Write in narrow lines, for a window that has more height than width."""
        if compact != self._is_compact:
            self._is_compact = compact
            shape = format_shape(self.shape)
            self._shape_label.setText(shape.replace(" ", "") if compact else shape)
            self._show_range()

    def set_width(self, width: int) -> None:
        """Take so much room, with narrow lines only if the others are wider than that."""
        if self._is_compact:
            self.set_compact(False)
            self.set_compact(self.words_width() > width)
        # Of a fixed size, so that no number of all those that change needs a new layout.
        self._range.setFixedSize(width, self._range_height())
        self.setFixedWidth(width)
        self.adjustSize()

    def words_height(self) -> int:
        """Return the height of everything but the mosaic."""
        return self._words()[1]

    def words_width(self) -> int:
        """Return the width of the widest line."""
        return self._words()[0]

    def _words(self) -> tuple[int, int]:
        # Many arrangements are tried, and a label looks long at its font for its size.
        found = self._measured.get(self._is_compact)
        if found is None:
            text = _range(-0.111, -0.111, compact=self._is_compact).split("\n")[0]
            widest = self._range.fontMetrics().horizontalAdvance(text) + 2
            hints = [label.sizeHint() for label in (self._title, self._shape_label)]
            found = (
                max(widest, *(hint.width() for hint in hints)),
                sum(hint.height() for hint in hints) + self._range_height() + 6,
            )
            self._measured[self._is_compact] = found
        return found

    def _range_height(self) -> int:
        # A label of a fixed size gives that as what it would like.
        return self._range.fontMetrics().size(0, "0\n0" if self._is_compact else "0").height()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the words anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measured.clear()

    def show_values(
        self, values: NDArray[np.floating[Any]] | None, limits: NDArray[np.float64]
    ) -> None:
        """Show the layer's output with the ends of its colour scale."""
        self.mosaic.show_values(values, limits)
        self._ends = None if values is None else (float(values.min()), float(values.max()))
        self._show_range()

    def _show_range(self) -> None:
        self._range.setText(_range(*self._ends, compact=self._is_compact) if self._ends else "")


def _range(low: float, high: float, *, compact: bool) -> str:
    separator = "\n" if compact else " "
    return f"{in_short(low)} …{separator}{in_short(high)}"

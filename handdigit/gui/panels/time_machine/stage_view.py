"""One of the first layers: what its kernels look like, and what it makes of the drawing."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGridLayout, QWidget

from handdigit.engine.protocol.requests import Stage
from handdigit.gui.theme import coloured
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import MARGIN, named
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import Painter
from handdigit.number_format import significant

GAP = 3.0
"""Between two tiles, in pixels."""
LARGEST = 28.0
"""Pixels a value may be wide."""


class Tiles(PaintedWidget):
    """N small pictures of numbers, all with the same colour scale."""

    comfortable, least = (200, 160), (88, 80)
    is_read_by_keys = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._values: NDArray[np.float32] | None = None
        self._shape: tuple[int, int, int] | None = None

    @property
    def values(self) -> NDArray[np.float32] | None:
        """The (N, H, W) values on show."""
        return self._values

    def show_values(self, values: NDArray[np.float32] | None) -> None:
        """Show (N, H, W) values, or empty tiles in the places of those before."""
        self._values = values
        if values is not None:
            count, height, width = values.shape
            self._shape = (count, height, width)
        self.update()

    def clear(self) -> None:
        """Show nothing at all."""
        self._values = self._shape = None
        self.update()

    def cells(self) -> Cells:
        """Return a row for every picture, with the ends of its values."""
        values = () if self._values is None else self._values

        def text(row: int, _column: int) -> str:
            return " … ".join(significant(float(end(values[row]))) for end in (np.min, np.max))

        return Cells([str(number) for number in range(len(values))], ("",), text)

    def paint(self, painter: Painter) -> None:
        """Paint the tiles."""
        if self._shape is None:
            return
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        count, height, width = self._shape
        columns, scale = best_grid(self._shape, self.width(), self.height())
        high, wide = height * scale, width * scale
        limit = 1.0 if self._values is None else float(np.abs(self._values).max())
        for index in range(count):
            row, column = divmod(index, columns)
            frame = QRectF(column * (wide + GAP), row * (high + GAP), wide, high)
            if self._values is None:
                painter.fill(frame, "zero")
            else:
                values = self._values[index].astype(np.float64)
                painter.drawImage(frame, coloured(values, limit, painter.theme))


def best_grid(shape: tuple[int, int, int], wide: float, high: float) -> tuple[int, float]:
    """Return the columns at which N tiles of (H, W) are largest, and pixels a value."""
    count, height, width = shape

    def fit(columns: int) -> tuple[float, float]:
        """Return the scale, and for equal ones how near the whole is to a square."""
        rows = math.ceil(count / columns)
        scale = min(
            (wide - GAP * (columns - 1)) / (columns * width),
            (high - GAP * (rows - 1)) / (rows * height),
            LARGEST,
        )
        return scale, -abs(columns * width - rows * height)

    columns = max(range(1, count + 1), key=fit)
    return columns, max(fit(columns)[0], 0.0)


class StageView(QWidget):
    """Kernels on the left, maps on the right."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """Show nothing; widgets are named after ``number``."""
        super().__init__(parent)
        self._titles = (ElidedLabel(colour="muted"), ElidedLabel(colour="muted"))
        self._kernels, self._maps = Tiles(), Tiles()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(MARGIN)
        layout.setVerticalSpacing(3)
        for column, (title, tiles, name, spoken) in enumerate(
            (
                (self._titles[0], self._kernels, "Kernels", self.tr("Kernels")),
                (self._titles[1], self._maps, "Maps", self.tr("Maps")),
            )
        ):
            title.setObjectName(f"time{name}{number}Title")
            named(tiles, f"time{name}{number}", spoken)
            layout.addWidget(title, 0, column)
            layout.addWidget(tiles, 1, column)
            layout.setColumnStretch(column, 1)
        layout.setRowStretch(1, 1)

    def show_stage(self, stage: Stage | None) -> None:
        """Show a layer, or nothing."""
        if stage is None:
            for title in self._titles:
                title.setText("")
            self._kernels.clear()
            self._maps.clear()
            return
        height, width = stage.kernels.shape[1:]
        texts = (
            self.tr("{0}: kernels {1} × {2}").format(stage.layer, height, width),
            self.tr("{0}: maps").format(stage.shown_layer),
        )
        for title, tiles, text in zip(
            self._titles, (self._kernels, self._maps), texts, strict=True
        ):
            title.setText(text)
            tiles.setAccessibleName(text)
        self._kernels.show_values(stage.kernels)
        self._maps.show_values(stage.maps)

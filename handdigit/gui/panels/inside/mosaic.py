"""All maps of one layer as one picture: a mosaic, painted as a single image."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.theme import NOTHING, Theme, painted, shades
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.painted_widget import CHOOSING_KEYS, PointedWidget, arrow_step
from handdigit.gui.widgets.painter import Painter
from handdigit.inspection.overview import largest_at
from handdigit.network.architecture import format_shape
from handdigit.network.layer import Shape
from handdigit.number_format import significant

MapUnit = tuple[int, int, int]
"""Channel, row and column."""
GAP = 1
"""Pixels of a map's own grid between two maps."""
SCALES = tuple(16 * 0.95**n for n in range(54))
"""Pixels a value may be wide in a map, down to one."""


class Mosaic(PointedWidget[MapUnit]):
    """The output of one layer: every channel a map, every feature of a vector a cell.

    Signals:
        unit_clicked(int, int, int): channel, row and column were clicked, or the strongest
            unit of a channel was chosen with the keys; a feature has row and column 0.
    """

    unit_clicked = Signal(int, int, int)

    def __init__(self, name: str, shape: Shape, parent: QWidget | None = None) -> None:
        """Show an empty mosaic for outputs of ``shape``, (C, H, W) or (features,)."""
        super().__init__(parent)
        self.setObjectName(f"mosaic_{name}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._maps = shape if len(shape) == 3 else (shape[0], 1, 1)
        self._gap = GAP if len(shape) == 3 else 0
        self._values: NDArray[np.floating[Any]] | None = None
        self._limits: NDArray[np.float64] = np.ones(self._maps[0])
        self._columns = 1
        self._scale = 1.0
        self._current = 0
        self._marked: int | None = None
        self._image: tuple[Theme, QImage] | None = None
        """The values as painted last: an outline that moves over them costs no colouring."""
        self.setAccessibleName(f"{name}, {format_shape(shape)}")

    @property
    def maps(self) -> tuple[int, int, int]:
        """Number of maps, and rows and columns of each."""
        return self._maps

    @property
    def values(self) -> NDArray[np.floating[Any]] | None:
        """The (C, H, W) values on show."""
        return self._values

    def set_grid(self, columns: int, scale: float) -> None:
        """Arrange the maps in so many columns, each value ``scale`` pixels wide."""
        self._columns = max(1, min(columns, self._maps[0]))
        self._scale = scale
        self._image = None
        self.setFixedSize(self.grid_size(self._columns, scale))

    def grid_size(self, columns: int, scale: float) -> QSize:
        """Return the size that :meth:`set_grid` would give."""
        count, height, width = self._maps
        columns = max(1, min(columns, count))
        rows = math.ceil(count / columns)
        return QSize(
            math.ceil((columns * (width + self._gap) - self._gap) * scale),
            math.ceil((rows * (height + self._gap) - self._gap) * scale),
        )

    def fit(self, room: QSize) -> None:
        """Take the largest scale at which all maps fit; the least where none does."""
        for scale in SCALES:
            columns = max(1, int((room.width() + scale) // ((self._maps[2] + self._gap) * scale)))
            size = self.grid_size(columns, scale)
            if size.width() <= room.width() and size.height() <= room.height():
                break
        self.set_grid(columns, scale)

    def show_values(
        self, values: NDArray[np.floating[Any]] | None, limits: NDArray[np.float64]
    ) -> None:
        """Show a layer's output; ``limits`` is the end of the colour scale of every map."""
        self._values = None if values is None else values.reshape(self._maps)
        self._limits = limits
        self._image = None
        self.update()

    def mark(self, channel: int | None) -> None:
        """Outline one map, or none."""
        self._marked = channel
        if channel is not None:
            self._current = channel
        self.update()

    def map_rect(self, channel: int) -> QRectF:
        """Return where on the widget a map lies."""
        _, height, width = self._maps
        row, column = divmod(channel, self._columns)
        return QRectF(
            column * (width + self._gap) * self._scale,
            row * (height + self._gap) * self._scale,
            width * self._scale,
            height * self._scale,
        )

    def paint(self, painter: Painter) -> None:
        """Paint the mosaic, the marked map's outline and the keyboard's."""
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        if self._values is None:
            for channel in range(self._maps[0]):
                painter.fill(self.map_rect(channel), "zero")
        else:
            image = self._painted(self._values, painter.theme)
            size = image.size().toSizeF() * self._scale
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
        outlined = {self._current: "muted"} if self.hasFocus() else {}
        if self._marked is not None:
            outlined[self._marked] = "warning"
        for channel, colour in outlined.items():
            painter.outline(self.map_rect(channel).adjusted(1, 1, -1, -1), colour, 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the value under the pointer."""
        super().mouseMoveEvent(event)
        self.tell(event, "" if self.pointed is None else self._text(self.pointed))

    def part_pressed(self, unit: MapUnit) -> None:
        """Choose the map under the pointer."""
        self._current = unit[0]
        self.unit_clicked.emit(*unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between maps with the arrows, choose with Enter or Space."""
        step = arrow_step(event)
        if step is not None:
            target = self._current + step[0] * self._columns + step[1]
            if 0 <= target < self._maps[0]:
                self._current = target
                self._describe()
                self.update()
        elif event.key() in CHOOSING_KEYS:
            self.unit_clicked.emit(self._current, *self._strongest(self._current))
        else:
            super().keyPressEvent(event)

    def cells(self) -> Cells:
        """Return the maps as they lie, each with its strongest value."""

        def text(row: int, column: int) -> str:
            channel = row * self._columns + column
            if channel >= self._maps[0]:
                return ""
            return self._text((channel, *self._strongest(channel)))

        def press(row: int, column: int) -> None:
            channel = row * self._columns + column
            if channel < self._maps[0]:
                self.unit_clicked.emit(channel, *self._strongest(channel))

        rows = math.ceil(self._maps[0] / self._columns)
        current = divmod(self._current, self._columns)
        return Cells([""] * rows, [""] * self._columns, text, press, current)

    def _describe(self) -> None:
        """Say what the keys are at."""
        if self._values is not None:
            at = (self._current, *self._strongest(self._current))
            self.setAccessibleDescription(self._text(at))

    def _text(self, unit: MapUnit) -> str:
        """Return a unit's place and value; without values nothing."""
        if self._values is None:
            return ""
        channel, row, column = unit
        value = significant(float(self._values[unit]))
        where = f"{channel}" if self._maps[1:] == (1, 1) else f"{channel} · {row}, {column}"
        return f"{self._name} · {where}: {value}"

    def _painted(self, values: NDArray[np.floating[Any]], theme: Theme) -> QImage:
        if self._image is None or self._image[0] is not theme:
            self._image = theme, painted(self._tiled(values), theme)
        return self._image[1]

    def _strongest(self, channel: int) -> tuple[int, int]:
        if self._values is None:
            return 0, 0
        row, column = largest_at(self._values[channel])
        return row, column

    def part_at(self, position: QPointF) -> MapUnit | None:
        """Return the unit at a position."""
        position = QPointF(position.toPoint())
        count, height, width = self._maps
        # The middle of the pixel that the pointer is on.
        x, y = (position.x() + 0.5) / self._scale, (position.y() + 0.5) / self._scale
        column, in_x = divmod(x, width + self._gap)
        row, in_y = divmod(y, height + self._gap)
        channel = int(row) * self._columns + int(column)
        inside = column < self._columns and in_x < width and in_y < height
        return (channel, int(in_y), int(in_x)) if inside and 0 <= channel < count else None

    def _tiled(self, values: NDArray[np.floating[Any]]) -> NDArray[np.uint8]:
        """Return the shades of all maps side by side, with nothing between them."""
        count, height, width = self._maps
        rows = math.ceil(count / self._columns)
        pitch_y, pitch_x = height + self._gap, width + self._gap
        tiles = np.full((rows * self._columns, pitch_y, pitch_x), NOTHING, np.uint8)
        tiles[:count, :height, :width] = shades(values, self._limits[:, None, None])
        grid = tiles.reshape(rows, self._columns, pitch_y, pitch_x).transpose(0, 2, 1, 3)
        whole = grid.reshape(rows * pitch_y, self._columns * pitch_x)
        return whole[: rows * pitch_y - self._gap, : self._columns * pitch_x - self._gap]

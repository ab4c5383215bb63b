"""Where everything stands in the picture of a whole network: a column for every block.

All columns have the same width, all maps the same size: as large as lets every column stand in
the room there is, several maps under each other. A network of more blocks than fit at the least
size is wider than its room, never higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from handdigit.network.layer import Shape

GAP = 6.0
"""Between two maps, in pixels."""
COLUMN_GAP, LEAST_COLUMN_GAP = 8.0, 4.0
"""Between two columns, in pixels: it shrinks before maps are smaller than is good."""
LEAST_SIDE, GOOD_SIDE, MOST_SIDE = 32.0, 40.0, 112.0
"""Of a map, in pixels: the least, what it should have, what is enough."""
ROW_HEIGHT = 62.0
"""About what a map and the gap below it should have of the height, in pixels."""
MOST_ROWS = 5
CELL_ROW = 24.0
"""What a feature of a vector has of the height, in pixels."""
MOST_CELL = 18.0
NAME_WIDTH = 30.0
"""Right of a feature's dot, for its number, in pixels."""
GUTTER, LEAST_GUTTER = 76.0, 30.0
"""Right of the outputs, for their names and the lines to the bars, in pixels."""


@dataclass(frozen=True, slots=True)
class Column:
    """One block."""

    head: QRectF
    """Where its name and its sizes are written."""
    cells: tuple[QRectF, ...]
    """Frames of the maps, or places of a vector's features, that there is room for."""
    more: QRectF | None
    """Where it is written how many there are beside these."""

    @property
    def changing(self) -> QRectF:
        """What another drawing changes: all but the words."""
        top, bottom = self.head.bottom() - 3, self.cells[-1].bottom()
        bottom += 3 if self.more is None else 0  # names are a little higher than their dots
        return QRectF(self.head.left(), top, self.head.width(), bottom - top)

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.head.left()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All columns, the input's first, the outputs' last."""

    columns: tuple[Column, ...]
    width: float
    """What all of it takes; more than the room's where even the least maps do not fit."""
    side: float
    """Of a map."""


def arrange(
    shapes: Sequence[Shape], room: QSizeF, head: float, line: float, outputs: Sequence[float] = ()
) -> Arrangement:
    """Return where the columns stand.

    Args:
        shapes: of what each column shows, (C, H, W) or (features,), from input to outputs.
        room: what there is.
        head: height of the columns' heads.
        line: height of a line of text.
        outputs: heights at which the outputs should stand, as far as that is inside.
    """
    good = len(shapes) * (GOOD_SIDE + COLUMN_GAP) - COLUMN_GAP
    gutter = max(LEAST_GUTTER, min(GUTTER, room.width() - good))
    spare = (room.width() - gutter - len(shapes) * GOOD_SIDE) / (len(shapes) - 1)
    gap = min(COLUMN_GAP, max(LEAST_COLUMN_GAP, spare))
    pitch = (room.width() - gutter + gap) / len(shapes)
    pitch = max(pitch, LEAST_SIDE + gap)
    area = QRectF(0, head, pitch - gap, max(LEAST_SIDE, room.height() - head - line - 1))
    rows = max(1, min(MOST_ROWS, round(area.height() / ROW_HEIGHT)))
    side = min(area.width(), MOST_SIDE, (area.height() + GAP) / rows - GAP)
    columns = [
        _column(shape, area.translated(n * pitch, 0), side, line)
        for n, shape in enumerate(shapes[:-1])
    ]
    last = area.translated(len(columns) * pitch, 0)
    last.setHeight(last.height() + line + 1)
    columns.append(_outputs(shapes[-1][0], last, side, outputs, gutter))
    return Arrangement(tuple(columns), last.right() + gutter, side)


def _column(shape: Shape, area: QRectF, side: float, line: float) -> Column:
    """Return a column of as many maps or features as fit, in the middle of the height."""
    if len(shape) == 3:
        height, width, pitch = side, side, side + GAP
    else:
        pitch = CELL_ROW
        height, width = min(MOST_CELL, pitch), area.width()
    fitting = max(1, int((area.height() + pitch - height) // pitch))
    count = min(shape[0], fitting)
    used = count * pitch - (pitch - height)
    top = area.top() + (max(0.0, area.height() - used) / 2 if count == shape[0] else 0.0)
    cells = tuple(QRectF(area.left(), top + n * pitch, width, height) for n in range(count))
    more = None
    if count < shape[0]:
        more = QRectF(area.left(), cells[-1].bottom() + 1, area.width(), line)
    return Column(QRectF(area.left(), 0, area.width(), area.top()), cells, more)


def _outputs(
    count: int, area: QRectF, side: float, wanted: Sequence[float], gutter: float
) -> Column:
    """Return a column of all classes, at the wanted heights if all of these are inside."""
    pitch = area.height() / count
    size = min(MOST_CELL, side, pitch - 2)
    middles = [area.top() + (n + 0.5) * pitch for n in range(count)]
    inner = area.adjusted(0, size / 2, 0, -size / 2)
    if len(wanted) == count and all(inner.top() <= y <= inner.bottom() for y in wanted):
        middles = list(wanted)
    cells = tuple(QRectF(area.left(), y - size / 2, area.width(), size) for y in middles)
    head = QRectF(area.left(), 0, area.width() + gutter, area.top())
    return Column(head, cells, None)


def fitted(frame: QRectF, shape: Shape) -> QRectF:
    """Return where in a frame a map of (C, H, W) lies, its longer side all of the frame's."""
    _, rows, columns = shape
    pixel = frame.width() / max(rows, columns)
    area = QRectF(0, 0, columns * pixel, rows * pixel)
    area.moveCenter(frame.center())
    return area


def dot_of(cell: QRectF) -> QRectF:
    """Return the square of a feature's dot at the left of its cell."""
    return QRectF(cell.left(), cell.top(), cell.height(), cell.height())


def joint(cell: QRectF, shape: Shape, *, right: bool) -> QPointF:
    """Return where lines meet a map or a dot, at its left or right edge."""
    if len(shape) == 3:
        area = fitted(cell, shape)
    else:
        area = dot_of(cell)
        area.setWidth(min(cell.width(), area.width() + (NAME_WIDTH if right else 0.0)))
    return QPointF(area.right() if right else area.left(), area.center().y())

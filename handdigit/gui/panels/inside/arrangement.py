"""Where the layers of the network map stand: stages side by side, or in bands below each other.

All maps have the same scale: the largest at which all stages fit side by side. Where the maps
would become too small to read, the sheet is higher than the window; a network of many or of wide
stages goes on in bands below the first ones, at a scale of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.inside.layer_view import LayerView
from handdigit.gui.widgets.paint import PaintedWidget, Painter

STAGE_GAP = 16
LAYER_GAP = 10
BAND_GAP = 28
BAND_HEIGHTS = (1.0, 1.6, 2.5, 4.0, 6.0)
"""How many times as high as the window a band may be, tried in turn."""
BAND_HEIGHT = 500
"""Height that a band may always have, in pixels."""
HEIGHT_STEP = 16
"""Heights of a band are tried in steps of so many pixels."""
WIDTH_STEP = 8
"""Widths of a stage are tried in steps of so many pixels."""
SHORT_VECTOR, SHORT_CELL = 16, 14.0
"""Vectors of at most so many values have cells of at least so many pixels."""
INPUT_SIDE = 84
"""Least side of the input, so that the drawing is recognised in it, in pixels."""
SCALES = (8.0, 6.0, 5.0, 4.0, 3.5, 3.0, 2.5, 2.0, 1.5, 1.25)
"""Pixels a value may be wide in a map."""
HEIGHTS = (
    (1.0, 1.5, False), (1.0, 1.25, True), (1.6, 1.5, True), (2.5, 1.25, True),
)  # fmt: skip
"""What is tried in turn: how many times as high as the window the sheet may be, the least
scale at that, and whether the words take narrow lines."""
BAND_SCALE = SCALES.index(1.25)
"""Step of the scale at which a network too long for that goes on in bands below."""
CELL_SCALES = (16.0, 14.0, 12.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0)
"""The same in a vector, step for step."""

Stage = tuple[LayerView, ...]
Grid = tuple[int, list[int]]
"""Width of a stage, and the columns of each of its mosaics."""
Band = list[tuple[Stage, Grid]]
"""Stages side by side."""


def arrange(stages: list[Stage], room: Callable[[float], QSize]) -> QSize:
    """Give every layer its grid, width and place; return the size of them all.

    Args:
        stages: from left to right; the layers of one are below each other.
        room: that of a sheet so many times as high as the window.
    """
    scale, bands = _fitting(stages, room)
    right = bottom = 0
    for band in bands:
        x, top = 0, bottom + BAND_GAP if bottom else 0
        for stage, (width, columns) in band:
            y = top
            for view, count in zip(stage, columns, strict=True):
                view.mosaic.set_grid(count, _scale(view, scale))
                view.set_width(width)
                view.move(x, y)
                y += view.height() + LAYER_GAP
            x += width + STAGE_GAP
            right = max(right, x - STAGE_GAP)
            bottom = max(bottom, y - LAYER_GAP)
    return QSize(right, bottom)


def _fitting(stages: list[Stage], room: Callable[[float], QSize]) -> tuple[int, list[Band]]:
    """Return the step of the scale, and which stages stand side by side."""
    for times, least, compact in HEIGHTS:
        for stage in stages:
            for view in stage:
                view.set_compact(compact)
        steps = range(SCALES.index(least) + 1)  # what fits at one scale fits at any smaller
        fitting = bisect_left(steps, True, key=lambda step: _Scaled(step).fit(stages, room(times)))
        if fitting < len(steps):
            return fitting, [_Scaled(fitting).side_by_side(stages, room(times))]
    scaled = _Scaled(BAND_SCALE)
    width = room(BAND_HEIGHTS[-1]).width()  # beside a scroll bar
    heights = (max(room(times).height(), BAND_HEIGHT) for times in BAND_HEIGHTS)
    found = [scaled.in_bands(stages, QSize(width, height)) for height in heights]
    return BAND_SCALE, min(found, key=scaled.height)


class _Scaled:
    """Stages at one step of the scale; what was measured of a stage is kept."""

    def __init__(self, scale: int) -> None:
        self._scale = scale
        self._heights: dict[tuple[Stage, int], int] = {}

    def fit(self, stages: list[Stage], room: QSize) -> bool:
        """Return whether stages stand side by side."""
        left = room.width() - STAGE_GAP * (len(stages) - 1)
        left -= sum(map(self._least_width, stages))
        for stage in stages:
            if left < 0:
                return False
            left -= self._grid(stage, room)[0] - self._least_width(stage)
        return left >= 0

    def side_by_side(self, stages: list[Stage], room: QSize) -> Band:
        return [(stage, self._grid(stage, room)) for stage in stages]

    def in_bands(self, stages: list[Stage], room: QSize) -> list[Band]:
        """Return the stages in bands below each other, each as low as it may be."""
        bands: list[list[Stage]] = []
        for stage in stages:
            if not bands or not self.fit([*bands[-1], stage], room):
                bands.append([])
            bands[-1].append(stage)
        return [self._lowest(band, room) for band in bands]

    def height(self, bands: list[Band]) -> int:
        """Return the height of all bands together."""
        return BAND_GAP * (len(bands) - 1) + sum(
            max(self._stage_height(stage, columns) for stage, (_, columns) in band)
            for band in bands
        )

    def _lowest(self, stages: list[Stage], room: QSize) -> Band:
        """Return a band that takes the width there is for as little height as it needs."""
        heights = range(0, room.height(), HEIGHT_STEP)
        place = bisect_left(
            heights, True, key=lambda height: self.fit(stages, QSize(room.width(), height))
        )
        height = heights[place] if place < len(heights) else room.height()
        return self.side_by_side(stages, QSize(room.width(), height))

    def _grid(self, stage: Stage, room: QSize) -> Grid:
        """Return the least width at which a stage fits the height, and its mosaics' columns."""
        least = self._least_width(stage)
        # The wider, the lower.
        widths = range(least, max(least, room.width()) + WIDTH_STEP, WIDTH_STEP)
        place = bisect_left(
            widths, True, key=lambda width: self._height_within(stage, width) <= room.height()
        )
        width = min(widths[min(place, len(widths) - 1)], max(least, room.width()))
        return width, self._columns(stage, width)

    def _least_width(self, stage: Stage) -> int:
        """Return the width of a stage's widest line or map."""
        return max(
            max(view.words_width(), view.mosaic.grid_size(1, _scale(view, self._scale)).width())
            for view in stage
        )

    def _height_within(self, stage: Stage, width: int) -> int:
        found = self._heights.get((stage, width))
        if found is None:
            found = self._stage_height(stage, self._columns(stage, width))
            self._heights[stage, width] = found
        return found

    def _columns(self, stage: Stage, width: int) -> list[int]:
        return [view.mosaic.columns_within(width, _scale(view, self._scale)) for view in stage]

    def _stage_height(self, stage: Stage, columns: list[int]) -> int:
        mosaics = (
            view.mosaic.grid_size(count, _scale(view, self._scale)).height()
            for view, count in zip(stage, columns, strict=True)
        )
        words = sum(view.words_height() for view in stage)
        return words + sum(mosaics) + LAYER_GAP * (len(stage) - 1)


def _scale(view: LayerView, step: int) -> float:
    """Return how many pixels a value of a layer is wide at a step of the scale."""
    if view.planned is None and len(view.shape) == 3:
        return max(SCALES[step], INPUT_SIDE / view.shape[-1])
    if len(view.shape) == 3:
        return SCALES[step]
    # The logits deserve to be seen, and there is always room for them.
    return max(CELL_SCALES[step], SHORT_CELL if view.shape[0] <= SHORT_VECTOR else 0.0)


class StageSheet(PaintedWidget):
    """Carries the layers and paints the arrows between stages."""

    def __init__(self) -> None:
        """Carry nothing yet."""
        super().__init__()
        self._firsts: list[QWidget] = []

    def set_stages(self, firsts: Sequence[QWidget]) -> None:
        """Point an arrow at each of these, the first one left out."""
        self._firsts = list(firsts)
        self.update()

    def paint(self, painter: Painter) -> None:
        """Paint the arrows."""
        for before, first in pairwise(self._firsts):
            if first.y() == before.y():  # else it begins another band
                title_height = first.fontMetrics().height()
                tip = QPointF(first.x() - 5, first.y() + title_height // 2 + 1)
                painter.arrow(tip, 8, "muted")


@dataclass(frozen=True, slots=True)
class Reads:
    """What one unit reads, on the sheet: lines to it, and the rectangles that they come from."""

    lines: tuple[QLineF, ...] = ()
    patches: tuple[QRectF, ...] = ()

    def area(self) -> QRectF:
        """Return the rectangle around all of it."""
        area = QRectF()
        for line in self.lines:
            area = area.united(QRectF(line.p1(), line.p2()).normalized())
        for patch in self.patches:
            area = area.united(patch)
        return area.adjusted(-2, -2, 2, 2)


NOTHING = Reads()


class Edges(PaintedWidget):
    """Lines over everything; the pointer goes through.

    The unit that is pointed at comes first: while there is one, the chosen one's are hidden.
    """

    def __init__(self, parent: QWidget) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.setObjectName("edges")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._chosen = self._pointed = NOTHING

    @property
    def shown(self) -> Reads:
        """What is painted."""
        return self._pointed if self._pointed.lines else self._chosen

    def show_chosen(self, reads: Reads) -> None:
        """Show what the chosen unit reads."""
        before = self.shown
        self._chosen = reads
        self._change(before)

    def show_pointed(self, reads: Reads) -> None:
        """Show what the unit under the pointer reads."""
        before = self.shown
        self._pointed = reads
        self._change(before)

    def _change(self, before: Reads) -> None:
        for reads in (before, self.shown):
            if reads.lines:
                self.update(reads.area().toAlignedRect())

    def paint(self, painter: Painter) -> None:
        """Paint the lines."""
        colour = painter.colour("accent" if self._pointed.lines else "warning")
        if self._pointed.lines:
            painter.use_pen(colour)
            painter.drawRects(list(self._pointed.patches))
        colour.setAlphaF(0.45)
        painter.use_pen(colour)
        painter.drawLines(list(self.shown.lines))

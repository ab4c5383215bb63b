"""One column of the picture of a whole network: a block's name, sizes, stages, strongest maps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage

from handdigit.gui.numbers import grouped
from handdigit.gui.panels.inside.arrangement import COLUMN_GAP, Column, dot_of, fitted
from handdigit.gui.theme import Theme, painted, shades, table
from handdigit.gui.translation import translated
from handdigit.gui.widgets.painter import LEFT, Painter
from handdigit.inspection.blocks import BlockKind, LayerBlock, Stage
from handdigit.inspection.kinds import kind_of
from handdigit.inspection.overview import MapName, kept_strongest, strengths
from handdigit.inspection.rules.rule import as_maps
from handdigit.inspection.trace import SOFTMAX
from handdigit.network.architecture import INPUT, INPUT_SHAPE
from handdigit.network.layer import Shape
from handdigit.sentences import noted, sentence

SMALL = 0.85
"""Of everything in a head but the name, relative to the application's font."""
TITLE_SCALES = (1.0, SMALL, 0.8)
"""Of the name: the largest that fits."""
WORD_GAP = 4.0
STAGE_LINES = 2
"""Lines that the words of the stages may take."""
CHOOSER = "▾"

Limits = Callable[[NDArray[np.floating[Any]]], NDArray[np.float64]]
"""Gives the end of the colour scale for each map of a layer."""


def block_title(block: LayerBlock | None) -> str:
    """Return what a block is called; None is the input."""
    if block is None:
        return translated(noted("input"))
    number = block.number
    match block.kind:
        case BlockKind.CONVOLUTION:
            text = sentence("block {0}", number)
        case BlockKind.INCEPTION:
            text = sentence("Inception {0}", number)
        case BlockKind.RESIDUAL:
            text = sentence("residual {0}", number)
        case BlockKind.DENSE if number is None:
            text = sentence("weighted sum")
        case BlockKind.DENSE:
            text = sentence("sum {0}", number)
        case BlockKind.DISTANCES:
            text = sentence("distances")
        case BlockKind.RESHAPING:
            text = sentence("outputs")
    return translated(text)


class BlockColumn:
    """What one column shows; it is painted by the sheet that it stands on."""

    def __init__(self, block: LayerBlock | None) -> None:
        """Show a block at its usual stage, or the input for None, without values."""
        self.block = block
        self.title = block_title(block)
        self.stages: tuple[Stage, ...] = (
            (Stage(INPUT, noted("picture"), INPUT_SHAPE),) if block is None else block.stages
        )
        self.stage_number = 0 if block is None else block.usual_stage
        self.is_output = self.stages[-1].name == SOFTMAX
        self.maps: tuple[int, ...] = ()
        """The maps or features on show, as many as there is room for; none without values."""
        self.pinned: int | None = None
        """What is on show however weak it is: it was chosen."""
        self._strongest: tuple[int, ...] = ()
        self.values: NDArray[np.floating[Any]] | None = None
        """All (C, H, W) of them."""
        self.limits: NDArray[np.float64] | None = None
        self._title_scale = 1.0
        self._shades: NDArray[np.uint8] | None = None
        self._images: tuple[Theme, list[QImage]] | None = None
        self.words: tuple[QRectF, ...] = ()
        """Where the words of the stages are; a single one where there is no room for all."""

    @property
    def stage(self) -> Stage:
        """What is shown of the block."""
        return self.stages[self.stage_number]

    @property
    def shape(self) -> Shape:
        """The shape of that."""
        return self.stage.shape

    def told_of(self, stage: Stage) -> tuple[str, str]:
        """Return what a stage's kind of layer is called, and what it does."""
        layers = () if self.block is None else self.block.layers
        planned = next((layer for layer in layers if layer.name == stage.name), None)
        kind = kind_of(stage.name, planned)
        return kind.title, kind.does(planned)

    def channel_of(self, name: MapName) -> int | None:
        """Return which of its maps one is, be it at another stage; None for other blocks'."""
        shape = next((stage.shape for stage in self.stages if stage.name == name.layer), ())
        is_alike = (len(shape), shape[:1]) == (len(self.shape), self.shape[:1])
        return name.channel if is_alike else None

    def show_stage(self, number: int) -> None:
        """Show another stage, without values yet."""
        self.stage_number = number
        self.maps = self._strongest = ()
        self.values = None

    def show_values(
        self, values: NDArray[np.floating[Any]] | None, limits: Limits, count: int
    ) -> None:
        """Show the strongest ``count`` maps of the stage's output, or empty frames.

        Args:
            values: (C, H, W) maps or (features,); those of another stage are not shown.
            limits: gives the end of every map's colour scale.
            count: how many there is room for.
        """
        if values is None or values.shape != self.shape:  # from the model before
            self.values, self.limits, self._images = None, None, None
            self.maps = self._strongest = ()
            return
        self.values, self.limits = values.reshape(as_maps(self.shape)), limits(values)
        if self.is_output and len(self.shape) == 1 and count == self.shape[0]:
            self.maps = tuple(range(count))
        else:
            self._strongest = kept_strongest(strengths(values), self._strongest, count)
            self.maps = self._strongest
            if self.pinned is not None and self.pinned not in self.maps:
                self.maps = (*self.maps[:-1], self.pinned)
        chosen = list(self.maps)
        self._shades = shades(self.values[chosen], self.limits[chosen, None, None])
        self._images = None

    # --- measures ------------------------------------------------------------------------

    def _room(self, column: Column) -> float:
        """Return the width of the column's words: the gap parts them from the next column's."""
        return column.head.width()

    def title_scale(self, column: Column, font: QFont) -> float:
        """Return how large its name may be, relative to the application's font."""
        for scale in TITLE_SCALES:
            metrics = QFontMetricsF(_scaled(font, scale, bold=True))
            if metrics.horizontalAdvance(self.title) <= self._room(column):
                return scale
        return TITLE_SCALES[-1]

    def lay_words(self, column: Column, font: QFont, title_scale: float) -> None:
        """Find the places of the stages' words in the column's head."""
        self._title_scale = title_scale
        bold = _scaled(font, bold=True)
        metrics, line = QFontMetricsF(bold), QFontMetricsF(_scaled(font)).lineSpacing()
        top = column.head.top() + QFontMetricsF(font).lineSpacing() + 2 * line
        found: list[QRectF] = []
        x, y = 0.0, top
        room = column.head.width() + COLUMN_GAP - WORD_GAP
        for stage in self.stages if self.block is not None else ():
            width = metrics.horizontalAdvance(translated(stage.word)) + 1
            if x and x + width > room:
                x, y = 0.0, y + line
            found.append(QRectF(column.left + x, y, width, line))
            x += width + WORD_GAP
        fits = all(word.width() <= room for word in found)
        if y >= top + STAGE_LINES * line or not fits:
            found = [QRectF(column.left, top, room, line)]
        self.words = tuple(found)

    @property
    def is_choosing(self) -> bool:
        """Whether there is room for the shown stage's word only, which opens a menu."""
        return len(self.words) < len(self.stages)

    # --- painting ------------------------------------------------------------------------

    def paint_words(self, painter: Painter, column: Column) -> None:
        """Write name, number of maps, sizes and stages."""
        line, small = QFontMetricsF(painter.font()).lineSpacing(), small_line(painter.font())
        area = QRectF(column.head)
        area.setHeight(line)
        area.setWidth(self._room(column))
        painter.text(area, self.title, bold=True, scale=self._title_scale, elided=True)
        area.moveTop(area.bottom())
        area.setHeight(small)
        metrics = QFontMetricsF(_scaled(painter.font()))
        for ways in (self._count(), self._size()):
            text = _fitting(ways, area.width(), metrics)
            painter.text(area, text, "muted", scale=SMALL, elided=True)
            area.translate(0, small)
        for number, word in enumerate(self.words):
            shown = self.stage if self.is_choosing else self.stages[number]
            text = translated(shown.word) + (f" {CHOOSER}" if self.is_choosing else "")
            is_shown = shown is self.stage
            colour = "accent" if is_shown else "muted"
            painter.text(word, text, colour, LEFT, bold=is_shown, scale=SMALL, elided=True)

    def paint_more(self, painter: Painter, column: Column) -> None:
        """Write how many maps are not on show."""
        if column.more is not None:
            text = self.more_text(len(column.cells))
            short = f"+{grouped(self.shape[0] - len(column.cells))}"
            metrics = QFontMetricsF(_scaled(painter.font()))
            text = _fitting((text, short), column.more.width() - COLUMN_GAP, metrics)
            painter.text(column.more, text, "accent", scale=SMALL, elided=True)

    def _count(self) -> tuple[str, str]:
        """Return how many maps or numbers there are, in words and in short."""
        count, *size = self.shape
        short = grouped(count)
        if self.block is None:
            return QCoreApplication.translate("BlockColumn", "1 picture"), short
        if size and count > 1 and set(size) == {1}:
            return QCoreApplication.translate("BlockColumn", "%n numbers", "", count), short
        if size and count == 1:
            return QCoreApplication.translate("BlockColumn", "1 map"), short
        if size:
            return QCoreApplication.translate("BlockColumn", "%n maps", "", count), short
        if self.is_output:
            return QCoreApplication.translate("BlockColumn", "%n outputs", "", count), short
        return QCoreApplication.translate("BlockColumn", "%n numbers", "", count), short

    def _size(self) -> tuple[str, ...]:
        """Return how the size changes, at length and in short."""
        before = INPUT_SHAPE if self.block is None else self.block.read_shape
        short = _change(before, self.shape, is_short=True)
        return _change(before, self.shape), short, short.replace(" × ", "×")

    def paint_cells(
        self, painter: Painter, column: Column, names: Sequence[str], best: int | None
    ) -> None:
        """Paint maps or dots; ``names`` are the classes', ``best`` is the one that is read."""
        if len(self.shape) == 3:
            areas = [fitted(cell, self.shape) for cell in column.cells]
            for area, image in zip(areas, self._painted(painter.theme), strict=False):
                painter.image(area, image)
            painter.use_pen("line")
            painter.drawRects([area.adjusted(0.5, 0.5, -0.5, -0.5) for area in areas])
            return
        for place, cell in enumerate(column.cells):
            shown = place < len(self.maps)
            dot = dot_of(cell).adjusted(1, 1, -1, -1)
            painter.use_pen("muted" if shown else "line")
            if shown and self._shades is not None:
                colours = table(painter.theme)
                shade = int(self._shades[place, 0, 0])
                painter.setBrush(painter.colour(f"#{int(colours[shade]) & 0xFFFFFF:06x}"))
            painter.drawEllipse(dot)
            if self.is_output:
                text, is_best = names[place] if place < len(names) else "", place == best
            else:
                text, is_best = (str(self.maps[place]) if shown else ""), False
            words = cell.adjusted(cell.height() + 6, -3, 40 if self.is_output else COLUMN_GAP, 3)
            scale = min(1.0 if self.is_output else SMALL, max(0.6, cell.height() / 14))
            colour = "text" if is_best else "muted"
            painter.text(words, text, colour, bold=is_best, scale=scale, elided=True)

    def more_text(self, cells: int) -> str:
        """Return how many there are beside those on show."""
        return QCoreApplication.translate("BlockColumn", "+{0} more").format(
            grouped(self.shape[0] - cells)
        )

    def _painted(self, theme: Theme) -> list[QImage]:
        """Return the maps on show as they were coloured last."""
        if self._shades is None or not self.maps or len(self.shape) != 3:
            return []
        if self._images is None or self._images[0] is not theme:
            self._images = theme, [painted(shade, theme) for shade in self._shades]
        return self._images[1]


def name_end(cell: QRectF, name: str, metrics: QFontMetricsF) -> QPointF:
    """Return where the name beside an output's dot ends."""
    width = metrics.horizontalAdvance(name)
    return QPointF(cell.left() + cell.height() + 10 + min(width, 34), cell.center().y())


def head_height(font: QFont) -> float:
    """Return what name, two lines and the stages of a column take."""
    small = QFontMetricsF(_scaled(font)).lineSpacing()
    return QFontMetricsF(font).lineSpacing() + (2 + STAGE_LINES) * small + 6


def small_line(font: QFont) -> float:
    """Return the height of a line of small text."""
    return QFontMetricsF(_scaled(font)).lineSpacing()


def _fitting(ways: Sequence[str], room: float, metrics: QFontMetricsF) -> str:
    """Return the first of several ways to say something that fits, else the last."""
    return next((way for way in ways if metrics.horizontalAdvance(way) <= room), ways[-1])


def _scaled(font: QFont, scale: float = SMALL, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * scale)
    made.setBold(bold)
    return made


def _change(before: Shape, after: Shape, *, is_short: bool = False) -> str:
    """Return ``28 × 28 → 14 × 14``, ``2,304 → 10``, or one of them where both are the same."""
    texts = []
    for shape in (before, after):
        sides = shape[1:] or shape[:1]
        if is_short and len(sides) == 2 and sides[0] == sides[1]:
            sides = sides[:1]
        if len(before) == 3 and len(after) == 1:
            sides = (int(np.prod(shape)),)
        texts.append((" × ").join(map(grouped, sides)))
    if texts[0] == texts[1]:
        return texts[0] if len(after) == 1 or not is_short else f"{after[1]} × {after[2]}"
    return ("→" if is_short else " → ").join(texts)

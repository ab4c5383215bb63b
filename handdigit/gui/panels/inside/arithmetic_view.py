"""The terms of one unit as pictures, in as many columns as there is room for.

Patch ⊙ kernel = products for every input map; windows with their winner; the largest
contributions of a dense unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.widgets.labels import significant
from handdigit.gui.widgets.number_grid import NumberGrid
from handdigit.gui.widgets.paint import CENTRE, PaintedWidget, Painter
from handdigit.inspection.backward import GradientSum
from handdigit.inspection.sums import Term, UnitSum, unit_name

MOST_LINES = 60
"""Contributions of a dense unit that are listed, largest first."""


@dataclass(frozen=True, slots=True, eq=False)
class InputMap:
    """The terms from one input map."""

    title: str
    grids: tuple[NumberGrid, ...]
    """The patch, or patch, kernel and products."""
    total: float


class Line(NamedTuple):
    """One product in a list."""

    name: str
    text: str
    product: float


def sum_lines(found: UnitSum) -> list[Line]:
    """Return the terms of a unit as lines, the largest first."""
    return _largest(
        Line(
            unit_name(term.source),
            found.term_text(term, short) + (_result(term.product) if found.is_weighted else ""),
            term.product,
        )
        for term in found.terms
    )


def gradient_lines(found: GradientSum) -> list[Line]:
    """Return the terms of a derivative, δ · factor = product, the largest first."""
    return _largest(
        Line(
            unit_name(term.delta_of),
            f"{short(term.delta)} · {short(term.factor)}{_result(term.product)}",
            term.product,
        )
        for term in found.terms
    )


def short(value: float) -> str:
    """Return four significant digits; adding zero makes "−0" a zero like any other."""
    return f"{value + 0.0:.4g}".replace("-", "−")


def _result(value: float) -> str:
    return f" = {short(value)}"


def _largest(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -abs(line.product))[:MOST_LINES]


def input_maps(found: UnitSum) -> list[InputMap]:
    """Return the terms of a window, grouped by input map."""
    value_limit = max((abs(t.value) for t in found.terms), default=1.0)
    weight_limit = max((abs(t.weight) for t in found.terms), default=1.0)
    product_limit = max((abs(t.product) for t in found.terms), default=1.0)
    maps = []
    for (layer, channel), group in groupby(
        enumerate(found.terms), key=lambda pair: _map_of(pair[1])
    ):
        numbered = list(group)
        terms = [term for _, term in numbered]
        shape = _window_shape(terms)
        marked = tuple(
            (i // shape[1], i % shape[1])
            for i, (number, _) in enumerate(numbered)
            if number == found.winner
        )
        grids = [NumberGrid(_grid([t.value for t in terms], shape), value_limit, marked)]
        if found.is_weighted:
            grids += [
                NumberGrid(_grid([t.weight for t in terms], shape), weight_limit),
                NumberGrid(_grid([t.product for t in terms], shape), product_limit),
            ]
        total = sum(t.product for t in terms)
        maps.append(InputMap(f"{layer} · map {channel}", tuple(grids), total))
    return maps


def _map_of(term: Term) -> tuple[str, int]:
    return term.source.layer, term.source.position[0]


def _window_shape(terms: list[Term]) -> tuple[int, int]:
    rows = len({term.source.position[1] for term in terms})
    return rows, len(terms) // rows


def _grid(values: list[float], shape: tuple[int, int]) -> NDArray[np.float64]:
    return np.array(values).reshape(shape)


CELLS = (36.0, 34.0, 32.0, 30.0, 28.0, 26.0)
"""Side of a number's cell, in pixels: the largest that fits."""
SIGN = 20.0
"""Room for ⊙ and = between two grids."""
GAP = 14.0
"""Between two input maps, and between two columns of lines."""
TEXT_WIDTH, BAR_LENGTH = 190, 34
"""Least width of the text, and of the longest bar, in a list of products, in pixels."""
SMALL = 0.8
"""Size of the numbers in cells, of the font."""


class ArithmeticView(PaintedWidget):
    """Paints the terms; as high as they need at its width, to be put into a scroll area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("arithmetic")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._maps: list[InputMap] = []
        self._lines: list[Line] = []
        self._largest_first = False
        self._found: UnitSum | None = None
        self._cell = CELLS[0]
        self._grids_a_row = 1
        """How many of an input map's grids stand beside each other."""
        self._columns = 1
        self._room = 0
        self._visible = QRectF()

    def show_sum(self, found: UnitSum | None) -> None:
        """Show the terms of a unit."""
        self._found = found
        self._maps, self._lines = [], []
        if found is not None and found.is_window:
            self._maps = input_maps(found)
            if self._largest_first:
                self._maps.sort(key=lambda m: -abs(m.total))
        elif found is not None:
            self._lines = sum_lines(found)
        self._fit()

    def show_gradient(self, found: GradientSum | None) -> None:
        """Show the terms of a derivative of the loss: δ · factor = product."""
        self._found, self._maps = None, []
        self._lines = [] if found is None else gradient_lines(found)
        self._fit()

    @property
    def totals(self) -> tuple[float, ...]:
        """What every input map adds to the sum, in the order shown."""
        return tuple(part.total for part in self._maps)

    def set_largest_first(self, wanted: bool) -> None:
        """Order the input maps by the size of their part in the sum, or as they are."""
        self._largest_first = wanted
        self.show_sum(self._found)

    # --- how it lies ---------------------------------------------------------------------

    def set_room(self, width: int) -> None:
        """Use ``width`` pixels.

        Not simply its own width: that changes with the scroll bar, which comes and goes with
        its height.
        """
        self._room = width
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room that all terms take at the present width."""
        size = self._block()
        count = len(self._maps) or len(self._lines)
        rows = -(-count // self._columns)
        return QSize(int(size.width()), int(rows * size.height()) + 1)

    def _fit(self) -> None:
        """Choose cells and columns for the width."""
        if self._maps:
            grids = len(self._maps[0].grids)
            # All of a map's grids beside each other if that can be read, else the products
            # below patch and kernel, else all below each other.
            for self._grids_a_row in range(grids, 0, -1):
                fitting = [cell for cell in CELLS if self._block_width(cell) <= self._room]
                if fitting:
                    break
            self._cell = fitting[0] if fitting else CELLS[-1]
        self._columns = max(1, int((self._room + GAP) // (self._block().width() + GAP)))
        least = QSize(int(self._least_width()), self.sizeHint().height())
        if least != self.minimumSize():
            self.setMinimumSize(least)
        self.update()

    def _least_width(self) -> float:
        if not self._maps:
            return self._block().width()
        return float(self._maps[0].grids[0].values.shape[1] * CELLS[-1])

    def _block_width(self, cell: float) -> float:
        columns = self._maps[0].grids[0].values.shape[1]
        words = self.fontMetrics().horizontalAdvance(self._maps[0].title + "   −0.000000")
        return float(max(self._grids_a_row * (columns * cell + SIGN) - SIGN, words))

    def _block(self) -> QRectF:
        """Return the size of one input map's part, or of one line, with the gap below it."""
        line = self.fontMetrics().height()
        if not self._maps:
            return QRectF(0, 0, self._text_end() + 2 * BAR_LENGTH, line + 5)
        rows = -(-len(self._maps[0].grids) // self._grids_a_row)
        grid = self._maps[0].grids[0].values.shape[0] * self._cell
        height = line + 4 + rows * (grid + 4) + GAP
        return QRectF(0, 0, self._block_width(self._cell), height)

    def _places(self, count: int, visible: QRectF) -> Iterator[tuple[int, QRectF]]:
        """Yield number and place of every part that can be seen."""
        block = self._block()
        rows = -(-count // self._columns)
        for number in range(count):
            if self._maps:
                row, column = divmod(number, self._columns)
            else:
                column, row = divmod(number, rows)  # a list is read downwards
            place = block.translated(column * (block.width() + GAP), row * block.height())
            if place.intersects(visible):
                yield number, place

    def _names_width(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return max((advance(line.name) for line in self._lines), default=0) + 14

    def _text_end(self) -> int:
        """Return where names and terms end and bars begin."""
        advance = self.fontMetrics().horizontalAdvance
        widest = max((advance(line.text) for line in self._lines), default=0)
        return self._names_width() + max(widest + 14, TEXT_WIDTH)

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is visible: there may be thousands of terms."""
        self._visible = QRectF(event.rect())
        super().paintEvent(event)

    def paint(self, painter: Painter) -> None:
        """Paint input maps, or lines."""
        painter.setRenderHint(Painter.RenderHint.Antialiasing, False)
        for number, place in self._places(len(self._maps), self._visible):
            self._paint_map(painter, self._maps[number], place)
        largest = max((abs(line.product) for line in self._lines), default=0.0) or 1.0
        for number, place in self._places(len(self._lines), self._visible):
            self._paint_line(painter, self._lines[number], place, largest)

    def _paint_map(self, painter: Painter, part: InputMap, place: QRectF) -> None:
        line = self.fontMetrics().height()
        heading = QRectF(place.left(), place.top(), place.width(), line)
        painter.text(heading, f"{part.title}   {significant(part.total, 6)}", "muted")
        rows, columns = part.grids[0].values.shape
        pitch = columns * self._cell + SIGN
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * SMALL)
        for position, grid in enumerate(part.grids):
            below, beside = divmod(position, self._grids_a_row)
            x = place.left() + beside * pitch
            y = place.top() + line + 4 + below * (rows * self._cell + 4)
            painter.setFont(small)
            grid.paint(painter, QPointF(x, y), self._cell)
            painter.setFont(self.font())
            if beside:
                sign = QRectF(x - SIGN, y, SIGN, rows * self._cell)
                painter.text(sign, "⊙" if position == 1 else "=", "text", CENTRE)

    def _paint_line(self, painter: Painter, line: Line, place: QRectF, largest: float) -> None:
        names = self._names_width()
        painter.text(place, line.name, "muted")
        painter.text(place.adjusted(names, 0, 0, 0), line.text)
        length = abs(line.product) / largest * BAR_LENGTH
        middle = place.left() + self._text_end() + BAR_LENGTH
        start = middle if line.product >= 0 else middle - length
        theme = painter.theme
        colour = theme.positive[0] if line.product >= 0 else theme.negative[0]
        bar = QRectF(start, place.top() + place.height() / 4, length, place.height() / 2)
        painter.fill(bar, colour)

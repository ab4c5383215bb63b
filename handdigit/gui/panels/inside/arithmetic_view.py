"""The terms of one unit as pictures, in as many columns as there is room for.

Patch × kernel = part for every input map, the largest first; windows with their winner; the
contributions of a dense unit. What adds nothing, and a long tail, is folded away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.panels.inside.terms import (
    Folded,
    InputMap,
    Line,
    gradient_lines,
    input_maps,
    sum_lines,
)
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.number_grid import NumberGrid
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, Painter
from handdigit.inspection.backward import GradientSum
from handdigit.inspection.equation import term_equation
from handdigit.inspection.sums import UnitSum, unit_name
from handdigit.number_format import rounded, significant

MEASURED_LINES = 20
"""Lines whose text is measured; there may be thousands."""
CELLS = (36.0, 34.0, 32.0, 30.0, 28.0, 26.0)
"""Side of a number's cell, in pixels: the largest that fits."""
SIGN = 20.0
"""Room for ⊙ and = between two grids."""
GAP, BELOW = 14.0, 6.0
"""Between two input maps, or two columns of lines, beside and below each other."""
TEXT_WIDTH, BAR_LENGTH = 190, 34
"""Least width of the text, and of the longest bar, in a list of products, in pixels."""
SMALL = 0.8
"""Size of the numbers in cells, of the font."""
PICTURES_A_ROW = 10
"""Of so many parts of the width is a patch or kernel one, where it has no numbers."""
LEAST_SIDE, MOST_SIDE, LEAST_CELL = 48, 96, 4
"""Of a patch without numbers, and of its cells, in pixels."""
Part = TypeVar("Part", InputMap, Line)


class ArithmeticView(PaintedWidget):
    """Paints the terms; as high as they need in their room, to be put into a scroll area."""

    is_read_by_keys = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("arithmetic")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._maps: list[InputMap] = []
        self._lines: list[Line] = []
        self._found: UnitSum | GradientSum | None = None
        self._limit_of: Callable[[str, int], float] = lambda _layer, _map: 1.0
        self._largest_first = True
        self._with_numbers = False
        self._is_unfolded = False
        self._folded = Folded(0, 0.0, are_zero=True)
        self._cell = CELLS[0]
        self._grids_a_row = 1
        """How many of an input map's grids stand beside each other."""
        self._columns = 1
        self._has_several = False
        """Whether there are several input maps."""
        self._widths = (0, 0)
        self._room, self._height = 0, 0
        self._visible = QRectF()

    def show_sum(self, found: UnitSum | None, limit_of: Callable[[str, int], float]) -> None:
        """Show the terms of a unit; ``limit_of`` gives the end of a map's colour scale."""
        self._limit_of = limit_of
        self._show(found)

    def show_gradient(self, found: GradientSum | None) -> None:
        """Show the terms of a derivative of the loss: δ · factor = product."""
        self._show(found)

    def _show(self, found: UnitSum | GradientSum | None) -> None:
        self._found = found
        self._maps, self._lines = [], []
        self._folded = Folded(0, 0.0, are_zero=True)
        if isinstance(found, GradientSum):
            self._lines = gradient_lines(found)
        elif found is not None and found.is_window:
            self._maps = input_maps(found, self._limit_of)
        elif found is not None:
            self._lines = sum_lines(found)
        self._fold()

    def _fold(self) -> None:
        """Put the largest first; of these, show as many as there is room for."""
        if self._largest_first:
            for parts in (self._maps, self._lines):
                parts.sort(key=lambda part: -abs(part.total))
        self._has_several = len(self._maps) > 1
        self._widths = self._measured()
        self._fit()
        first = max(1, int(self._height // self._block().height())) * self._columns
        self._maps, self._lines = (
            self._unfolded(self._maps, first),
            self._unfolded(self._lines, first),
        )
        self._fit()

    def _unfolded(self, parts: list[Part], first: int) -> list[Part]:
        """Return the parts that are shown, and note the others."""
        count = len(parts)
        if not count:
            return []
        if self._largest_first and count > 1:
            count = min(first, sum(not part.is_zero for part in parts))
        rest = parts[count:]
        zero = all(part.is_zero for part in rest)
        self._folded = Folded(len(rest), sum(part.total for part in rest), zero)
        return parts if self._is_unfolded else parts[:count]

    @property
    def totals(self) -> tuple[float, ...]:
        """What every input map, or line, adds to the sum, in the order shown."""
        return (*(part.total for part in self._maps), *(line.total for line in self._lines))

    @property
    def folded(self) -> Folded:
        """What is, or could be, folded away."""
        return self._folded

    def set_largest_first(self, wanted: bool) -> None:
        """Order the parts by their size, or as they are, all of them."""
        self._largest_first = wanted
        self._show(self._found)

    def set_unfolded(self, wanted: bool) -> None:
        """Show all parts, or only the largest."""
        self._is_unfolded = wanted
        self._show(self._found)

    def set_numbers(self, wanted: bool) -> None:
        """Show every value, weight and product as a number, or as a colour."""
        self._with_numbers = wanted
        self._show(self._found)

    @property
    def _has_numbers(self) -> bool:
        """Whether there are numbers in the cells, and so products."""
        return self._with_numbers or not self._has_several

    def _grids(self, part: InputMap) -> tuple[NumberGrid, ...]:
        return part.grids if self._has_numbers else part.grids[:2]

    def cells(self) -> Cells:
        """Return a row for every part on show, with what it adds."""
        if self._lines:
            lines = self._lines
            return Cells([line.name for line in lines], ("",), lambda row, _: lines[row].write())
        rows = [f"{part.layer} · {part.channel}" for part in self._maps]
        return Cells(rows, ("",), lambda row, _column: significant(self._maps[row].total, 4))

    # --- how it lies ---------------------------------------------------------------------

    def set_room(self, width: int) -> None:
        """Use ``width`` pixels.

        Not simply its own width: that changes with the scroll bar, which comes and goes with
        its height.
        """
        if width != self._room:
            self._room = width
            self._show(self._found)

    def set_height(self, height: int) -> None:
        """Show as many of the largest parts as ``height`` pixels have room for."""
        if height != self._height:
            self._height = height
            self._show(self._found)

    def sizeHint(self) -> QSize:
        """Return the room that all terms take at the present width."""
        size = self._block()
        count = len(self._maps) or len(self._lines)
        rows = -(-count // self._columns)
        return QSize(int(size.width()), int(rows * size.height()) + 1)

    def _fit(self) -> None:
        """Choose cells and columns for the width."""
        if self._maps and not self._has_numbers:
            side = min(max(self._room / PICTURES_A_ROW, LEAST_SIDE), MOST_SIDE)
            columns = self._maps[0].grids[0].values.shape[1]
            self._cell = float(max(int(side / columns), LEAST_CELL))
            self._grids_a_row = len(self._grids(self._maps[0]))
        elif self._maps:
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
            return 0.0  # lines end in an ellipsis
        return float(self._maps[0].grids[0].values.shape[1] * min(self._cell, CELLS[-1]))

    def _block_width(self, cell: float) -> float:
        columns = self._maps[0].grids[0].values.shape[1]
        advance = self.fontMetrics().horizontalAdvance
        grids = self._grids_a_row * (columns * cell + SIGN) - SIGN
        if not self._has_numbers and self._is_product:
            grids += advance(" = −0.0000 ")
        return float(max(grids, advance(self._title(self._maps[0]) + "   −0.0000")))

    @property
    def _is_product(self) -> bool:
        return len(self._maps[0].grids) > 1

    def _title(self, part: InputMap) -> str:
        return self.tr("{0} · map {1}").format(part.layer, part.channel)

    def _block(self) -> QRectF:
        """Return the size of one input map's part, or of one line, with the gap below it."""
        line = self.fontMetrics().height()
        if not self._maps:
            bars = 2 * BAR_LENGTH if self._has_bars else 0
            return QRectF(0, 0, min(self._text_end() + bars, max(self._room, 1)), line + 5)
        rows = -(-len(self._grids(self._maps[0])) // self._grids_a_row)
        grid = self._maps[0].grids[0].values.shape[0] * self._cell
        height = line + 4 + rows * (grid + 4) + BELOW
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

    def _measured(self) -> tuple[int, int]:
        """Return the room for names and for texts of lines, by the first ones."""
        advance = self.fontMetrics().horizontalAdvance
        first = self._lines[:MEASURED_LINES]
        names = max((advance(line.name) for line in first), default=0)
        texts = max((advance(line.write()) for line in first), default=0)
        return names + 14, max(texts + 14, TEXT_WIDTH)

    @property
    def _has_bars(self) -> bool:
        """Whether there is something to compare, and room for it."""
        return len(self._lines) > 1 and self._text_end() + 2 * BAR_LENGTH <= self._room

    def _text_end(self) -> int:
        """Return where names and terms end and bars begin."""
        return sum(self._widths)

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
        largest = max((abs(line.total) for line in self._lines), default=0.0) or 1.0
        for number, place in self._places(len(self._lines), self._visible):
            self._paint_line(painter, self._lines[number], place, largest)

    def _paint_map(self, painter: Painter, part: InputMap, place: QRectF) -> None:
        line = self.fontMetrics().height()
        heading = QRectF(place.left(), place.top(), place.width(), line)
        title = self._title(part)
        if self._has_numbers and self._is_product:
            title = f"{title}   {significant(part.total)}"
        painter.text(heading, title, "muted")
        rows, columns = part.grids[0].values.shape
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * SMALL)
        for position, (grid, corner) in enumerate(self._placed(part, place)):
            painter.setFont(small)
            grid.paint(painter, corner, self._cell)
            painter.setFont(self.font())
            if position % self._grids_a_row:
                sign = QRectF(corner.x() - SIGN, corner.y(), SIGN, rows * self._cell)
                painter.text(sign, "×" if position == 1 else "=", "text", CENTRE)
        if self._is_product and not self._has_numbers:
            left = place.left() + self._grids_a_row * (columns * self._cell + SIGN) - SIGN
            total = QRectF(left, place.top() + line + 4, 120, rows * self._cell)
            text = f" = {rounded(part.total, signed=True)}"
            painter.text(total, text, "text", bold=True)

    def _placed(self, part: InputMap, place: QRectF) -> Iterator[tuple[NumberGrid, QPointF]]:
        """Yield a part's grids with their top left corners."""
        rows, columns = part.grids[0].values.shape
        pitch = columns * self._cell + SIGN
        top = place.top() + self.fontMetrics().height() + 4
        for position, grid in enumerate(self._grids(part)):
            below, beside = divmod(position, self._grids_a_row)
            x = place.left() + beside * pitch
            yield grid, QPointF(x, top + below * (rows * self._cell + 4))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the product under the pointer."""
        self.tell(event, self._text_at(event.position()))

    def _text_at(self, position: QPointF) -> str:
        if not isinstance(self._found, UnitSum):
            return ""
        near = QRectF(position, QSize(1, 1).toSizeF())
        for number, place in self._places(len(self._maps), near):
            part = self._maps[number]
            rows, columns = part.grids[0].values.shape
            for _, corner in self._placed(part, place):
                at = (position - corner) / self._cell
                if 0 <= at.x() < columns and 0 <= at.y() < rows:
                    term = part.terms[int(at.y()) * columns + int(at.x())]
                    return f"{unit_name(term.source)}: {term_equation(self._found, term)}"
        return ""

    def _paint_line(self, painter: Painter, line: Line, place: QRectF, largest: float) -> None:
        names = self._widths[0]
        painter.text(place, line.name, "muted")
        painter.text(place.adjusted(names, 0, 0, 0), line.write(), elided=True)
        if not self._has_bars:
            return
        length = abs(line.total) / largest * BAR_LENGTH
        middle = place.left() + self._text_end() + BAR_LENGTH
        start = middle if line.total >= 0 else middle - length
        theme = painter.theme
        colour = theme.positive[0] if line.total >= 0 else theme.negative[0]
        bar = QRectF(start, place.top() + place.height() / 4, length, place.height() / 2)
        painter.fill(bar, colour)

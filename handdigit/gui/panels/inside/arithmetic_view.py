"""The terms of one unit as pictures.

Patch ⊙ kernel = products for every input map; windows with their winner; the largest
contributions of a dense unit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.number_grid import NumberGrid
from handdigit.inspection.gradient_sums import GradientSum
from handdigit.inspection.sum_text import unit_name
from handdigit.inspection.trace import Unit
from handdigit.inspection.unit_sum import Term, UnitSum

CELL = 35.0
"""Side of a number's cell, in pixels."""
SIGN = 22.0
"""Room for ⊙ and = between two grids."""
GAP = 12.0
WINDOW_KINDS = frozenset({"Conv2d", "PartialConv2d", "MaxPool2d", "AvgPool2d", "Subsample2d"})
WEIGHTED_KINDS = frozenset({"Conv2d", "PartialConv2d"})
TEXT_WIDTH, BAR_LENGTH = 190, 34
"""Widths of the columns in a list of products, in pixels."""
MOST_LINES = 60
"""Contributions of a dense unit that are listed, largest first."""


@dataclass(frozen=True, slots=True, eq=False)
class _Map:
    """The terms from one input map."""

    title: str
    grids: tuple[NumberGrid, ...]
    total: float


class Line(NamedTuple):
    """One product in a list."""

    name: str
    text: str
    product: float


class ArithmeticView(QWidget):
    """Paints the terms; as high as they need, to be put into a scroll area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("arithmetic")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._maps: list[_Map] = []
        self._lines: list[Line] = []
        self._largest_first = False
        self._found: UnitSum | None = None

    def show_sum(self, found: UnitSum | None) -> None:
        """Show the terms of a unit."""
        self._found = found
        self._maps, self._lines = [], []
        if found is not None and found.kind in WINDOW_KINDS:
            self._maps = _maps(found)
            if self._largest_first:
                self._maps.sort(key=lambda m: -abs(m.total))
        elif found is not None:
            self._lines = _largest(
                _line(t.source, t.value, t.weight, t.product) for t in found.terms
            )
        self._fit()

    def show_gradient(self, found: GradientSum | None) -> None:
        """Show the terms of a derivative of the loss: δ · factor = product."""
        self._found, self._maps, self._lines = None, [], []
        if found is not None:
            self._lines = _largest(
                _line(t.delta_of, t.delta, t.factor, t.product) for t in found.terms
            )
        self._fit()

    def _fit(self) -> None:
        size = self.sizeHint()
        if size != self.size():
            self.setFixedSize(size)
        self.update()

    @property
    def totals(self) -> tuple[float, ...]:
        """What every input map adds to the sum, in the order shown."""
        return tuple(part.total for part in self._maps)

    def set_largest_first(self, wanted: bool) -> None:
        """Order the input maps by the size of their part in the sum, or as they are."""
        self._largest_first = wanted
        self.show_sum(self._found)

    def sizeHint(self) -> QSize:
        """Return the room that all terms take."""
        line = self.fontMetrics().height()
        if self._maps:
            rows, columns = self._maps[0].grids[0].values.shape
            width = len(self._maps[0].grids) * (columns * CELL + SIGN) - SIGN
            words = self.fontMetrics().horizontalAdvance(self._maps[0].title + "  Σ = −0.000000")
            height = len(self._maps) * (line + 4 + rows * CELL + GAP)
            return QSize(int(max(width, words)) + 4, int(height))
        return QSize(
            self._names_width() + TEXT_WIDTH + 2 * BAR_LENGTH, max(1, len(self._lines)) * (line + 5)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is visible."""
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        if self._maps:
            self._paint_maps(painter, QRectF(event.rect()), theme)
        else:
            self._paint_lines(painter, QRectF(event.rect()), theme)
        painter.end()

    def _paint_maps(self, painter: QPainter, visible: QRectF, theme: Theme) -> None:
        line = self.fontMetrics().height()
        rows, columns = self._maps[0].grids[0].values.shape
        pitch = line + 4 + rows * CELL + GAP
        normal = painter.font()
        small = painter.font()
        small.setPointSizeF(small.pointSizeF() * 0.8)
        middle = Qt.AlignmentFlag.AlignCenter
        for number, part in enumerate(self._maps):
            top = number * pitch
            if top > visible.bottom() or top + pitch < visible.top():
                continue
            painter.setFont(normal)
            painter.setPen(QColor(theme.muted))
            title = QRectF(0, top, self.width(), line)
            painter.drawText(title, part.title + f"    Σ = {part.total:.6g}".replace("-", "−"))
            x = 0.0
            for position, grid in enumerate(part.grids):
                painter.setFont(small)
                grid.paint(painter, QPointF(x, top + line + 4), CELL, theme)
                x += columns * CELL
                if position + 1 < len(part.grids):
                    painter.setFont(normal)
                    painter.setPen(QColor(theme.text))
                    sign = "⊙" if position == 0 else "="
                    painter.drawText(QRectF(x, top + line + 4, SIGN, rows * CELL), middle, sign)
                    x += SIGN

    def _names_width(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        return max((advance(line.name) for line in self._lines), default=0) + 14

    def _paint_lines(self, painter: QPainter, visible: QRectF, theme: Theme) -> None:
        pitch = self.fontMetrics().height() + 5
        largest = max((abs(line.product) for line in self._lines), default=0.0) or 1.0
        names = self._names_width()
        for number, line in enumerate(self._lines):
            top = number * pitch
            if top > visible.bottom() or top + pitch < visible.top():
                continue
            row = QRectF(0, top, names, pitch)
            painter.setPen(QColor(theme.muted))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line.name)
            painter.setPen(QColor(theme.text))
            row.setLeft(names)
            row.setRight(names + TEXT_WIDTH)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line.text)
            length = abs(line.product) / largest * BAR_LENGTH
            middle = names + TEXT_WIDTH + BAR_LENGTH
            start = middle if line.product >= 0 else middle - length
            colour = theme.positive[0] if line.product >= 0 else theme.negative[0]
            painter.fillRect(QRectF(start, top + pitch / 4, length, pitch / 2), QColor(colour))


def _line(source: Unit, value: float, weight: float, product: float) -> Line:
    text = f"{value:.4g} · {weight:.4g} = {product:.4g}".replace("-", "−")
    return Line(unit_name(source), text, product)


def _largest(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -abs(line.product))[:MOST_LINES]


def _maps(found: UnitSum) -> list[_Map]:
    """Return the terms of a window, grouped by input map."""
    weighted = found.kind in WEIGHTED_KINDS
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
        if weighted:
            grids += [
                NumberGrid(_grid([t.weight for t in terms], shape), weight_limit),
                NumberGrid(_grid([t.product for t in terms], shape), product_limit),
            ]
        total = sum(t.product for t in terms)
        maps.append(_Map(f"{layer} · map {channel}", tuple(grids), total))
    return maps


def _map_of(term: Term) -> tuple[str, int]:
    return term.source.layer, term.source.position[0]


def _window_shape(terms: list[Term]) -> tuple[int, int]:
    rows = len({term.source.position[1] for term in terms})
    return rows, len(terms) // rows


def _grid(values: list[float], shape: tuple[int, int]) -> NDArray[np.float64]:
    return np.array(values).reshape(shape)

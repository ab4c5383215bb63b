"""A small picture of what a kind of layer does, in a few lines."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.translation import translated
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, Painter
from handdigit.inspection.kinds import INPUT_KIND, KINDS, POINTWISE, SOFTMAX_KIND, Kind
from handdigit.inspection.rules.activation import Function
from handdigit.inspection.rules.table import RULES
from handdigit.network import blocks, layers, lenet5_layers
from handdigit.network.digit_codes import COLUMNS, DIGIT_CODES, ROWS

WIDTH, HEIGHT = 150, 92
CELL = 12.0
Picture = Callable[[Painter], None]


class KindDiagram(PaintedWidget):
    """Paints the picture of one kind."""

    comfortable = least = (WIDTH, HEIGHT)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("kindDiagram")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._kind: Kind | None = None

    def show_kind(self, kind: Kind) -> None:
        """Show what layers of this kind do."""
        self._kind = kind
        self.setVisible(kind in PICTURES)
        self.setAccessibleName(self.tr("Diagram: {0}").format(translated(kind.title)))
        self.update()

    def paint(self, painter: Painter) -> None:
        """Paint it."""
        if self._kind in PICTURES:
            PICTURES[self._kind](painter)


def _grid(
    painter: Painter, x: float, y: float, rows: int, columns: int, cell: float = CELL
) -> QRectF:
    area = QRectF(x, y, columns * cell, rows * cell)
    painter.fill(area, "zero")
    painter.use_pen("line")
    for row in range(rows + 1):
        painter.drawLine(QPointF(x, y + row * cell), QPointF(area.right(), y + row * cell))
    for column in range(columns + 1):
        painter.drawLine(QPointF(x + column * cell, y), QPointF(x + column * cell, area.bottom()))
    return area


def _window(sign: str, size: int, outputs: int) -> Picture:
    """Return a window over a grid that becomes one cell of another."""

    def paint(painter: Painter) -> None:
        _grid(painter, 4, 14, 5, 5)
        seen = QRectF(4 + CELL, 14 + CELL, size * CELL, size * CELL)
        painter.outline(seen, "warning", 2)
        _grid(painter, 146 - outputs * CELL, 44 - outputs * CELL / 2, outputs, outputs)
        at = QRectF(146 - outputs * CELL, 44 - outputs * CELL / 2, CELL, CELL)
        if outputs > 1:
            at.translate(CELL * (outputs > 2), CELL * (outputs > 2))
        painter.fill(at, "accent")
        painter.arrow(QPointF(at.left() - 4, at.center().y()), at.left() - 4 - 68, "muted")
        above = QRectF(62, at.center().y() - 22, 60, 18)
        painter.text(above, sign, "text", CENTRE, scale=0.9)

    return paint


def _pointwise(painter: Painter) -> None:
    for number in range(3):
        _grid(painter, 4 + 10 * number, 8 + 10 * number, 4, 4)
        painter.outline(QRectF(16 + 10 * number, 20 + 10 * number, CELL, CELL), "warning", 2)
    _grid(painter, 98, 20, 4, 4)
    painter.fill(QRectF(110, 32, CELL, CELL), "accent")
    painter.arrow(QPointF(106, 38), 46, "muted")
    painter.text(QRectF(66, 18, 40, 18), "Σ", "text", CENTRE)


def _partial(painter: Painter) -> None:
    reads = ((0, 1), (1, 2), (0, 2))
    for number in range(3):
        _grid(painter, 10, 4 + 30 * number, 2, 2)
        _grid(painter, 116, 4 + 30 * number, 2, 2)
    for out, sources in enumerate(reads):
        for source in sources:
            start, end = QPointF(36, 16 + 30 * source), QPointF(114, 16 + 30 * out)
            painter.line(start, end, "accent" if out == 0 else "muted", 2.0 if out == 0 else 1.0)


def _dense(painter: Painter) -> None:
    inputs = [QPointF(24, 10 + 14 * n) for n in range(6)]
    outputs = [QPointF(126, 18 + 28 * n) for n in range(3)]
    for start in inputs:
        for number, end in enumerate(outputs):
            painter.line(start, end, "accent" if number == 0 else "line")
    for at in (*inputs, *outputs):
        painter.dot(at, 4, "text")


def _distances(painter: Painter) -> None:
    """Paint what comes in beside the picture of a digit: two of its squares differ."""
    picture = np.reshape(DIGIT_CODES[3], (ROWS, COLUMNS)) > 0
    given = picture.copy()
    given[2, 4], given[6, 1] = True, True
    for left, cells, colour in ((8.0, given, "muted"), (100.0, picture, "accent")):
        _grid(painter, left, 10, ROWS, COLUMNS, 6)
        for row, column in np.argwhere(cells).tolist():
            painter.fill(QRectF(left + 6 * column, 10 + 6 * row, 6, 6), colour)
    painter.text(QRectF(50, 32, 50, 28), "(x − p)²", "text", CENTRE, scale=0.9)


def _whole_map(painter: Painter) -> None:
    area = _grid(painter, 10, 14, 5, 5)
    painter.outline(area, "warning", 2)
    painter.arrow(QPointF(122, 44), 46, "muted")
    painter.text(QRectF(78, 24, 40, 18), "Σ / n", "text", CENTRE)
    painter.fill(QRectF(126, 38, CELL, CELL), "accent")


def _norm(painter: Painter) -> None:
    for centre, spread, colour in ((44.0, 24.0, "muted"), (106.0, 12.0, "accent")):
        xs = np.linspace(centre - 2.2 * spread, centre + 2.2 * spread, 41)
        ys = 78 - 780 / spread * np.exp(-(((xs - centre) / spread) ** 2))
        painter.use_pen(colour, 2, is_round=True)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))
    painter.line(QPointF(4, 78), QPointF(146, 78), "line")
    painter.arrow(QPointF(92, 22), 40, "muted")


def _rescale(painter: Painter) -> None:
    for top, left, width in ((20, 10, 130), (60, 44, 62)):
        for step in range(8):
            area = QRectF(left + step * width / 8, top, width / 8 + 1, 14)
            painter.setOpacity((step + 1) / 8)
            painter.fill(area, "accent")
        painter.setOpacity(1)
    painter.line(QPointF(10, 36), QPointF(44, 58), "muted")
    painter.line(QPointF(140, 36), QPointF(106, 58), "muted")


def _pad(painter: Painter) -> None:
    _grid(painter, 33, 4, 7, 7)
    painter.fill(QRectF(45, 16, 5 * CELL, 5 * CELL), "accent", 0)
    painter.outline(QRectF(45, 16, 5 * CELL, 5 * CELL), "warning", 2)


def _flatten(painter: Painter) -> None:
    _grid(painter, 10, 24, 3, 3)
    for row, colour in enumerate(("accent", "muted", "line")):
        painter.fill(QRectF(11, 25 + row * CELL, 3 * CELL - 2, CELL - 2), colour)
        painter.fill(QRectF(116, 4 + row * 28, 9, 26), colour)
    painter.arrow(QPointF(108, 42), 50, "muted")


def _curve(function: Function) -> Picture:
    def paint(painter: Painter) -> None:
        xs = np.linspace(-3.5, 3.5, 71)
        ys = function.value(xs)
        reach = float(np.abs(ys).max())
        painter.line(QPointF(10, 46), QPointF(140, 46), "line")
        painter.line(QPointF(75, 6), QPointF(75, 86), "line")
        painter.use_pen("accent", 2, is_round=True)
        places = zip(75 + xs * 18, 46 - ys / reach * 36, strict=True)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places]))

    return paint


def _dropout(painter: Painter) -> None:
    for number in range(12):
        at = QPointF(30 + 30 * (number % 4), 18 + 28 * (number // 4))
        is_off = number in (1, 4, 6, 11)
        painter.dot(at, 7, "line" if is_off else "accent")
        if is_off:
            for dx in (-5, 5):
                painter.line(at + QPointF(-dx, -5), at + QPointF(dx, 5), "warning", 2)


def _add(painter: Painter) -> None:
    painter.use_pen("muted", 2, is_round=True)
    painter.drawPolyline(QPolygonF([QPointF(10, 66), QPointF(96, 66)]))
    way = [(30, 66), (30, 20), (104, 20), (104, 56)]
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in way]))
    painter.surface(QRectF(46, 54, 36, 24), "card", "accent", 2)
    painter.arrow(QPointF(142, 66), 28, "muted")
    painter.dot(QPointF(104, 66), 10, "accent")
    painter.text(QRectF(94, 56, 20, 20), "+", "on_accent", CENTRE, bold=True)


def _concat(painter: Painter) -> None:
    for number, colour in enumerate(("accent", "muted", "warning")):
        painter.fill(QRectF(10, 6 + 30 * number, 24, 20), colour)
        painter.arrow(QPointF(104, 31 + 15 * number), 20, "muted")
        painter.line(QPointF(36, 16 + 30 * number), QPointF(84, 31 + 15 * number), "muted")
        painter.fill(QRectF(110, 24 + 15 * number, 24, 14), colour)


def _softmax(painter: Painter) -> None:
    for number, (score, share) in enumerate(((14, 1), (34, 44), (22, 6), (8, 1), (18, 3))):
        painter.fill(QRectF(6 + 11 * number, 70 - score, 8, score), "muted")
        painter.fill(QRectF(92 + 11 * number, 70 - share, 8, share), "accent")
    painter.arrow(QPointF(86, 50), 18, "muted")
    painter.line(QPointF(4, 70), QPointF(60, 70), "line")
    painter.line(QPointF(90, 70), QPointF(146, 70), "line")


def _input(painter: Painter) -> None:
    _grid(painter, 40, 8, 6, 6)
    for row, column in ((0, 1), (0, 2), (0, 3), (0, 4), (1, 4), (2, 3), (3, 3), (4, 2), (5, 2)):
        painter.fill(QRectF(41 + column * CELL, 9 + row * CELL, CELL - 1, CELL - 1), "ink")


PICTURES: dict[Kind, Picture] = {
    INPUT_KIND: _input,
    SOFTMAX_KIND: _softmax,
    POINTWISE: _pointwise,
    KINDS[layers.Conv2d]: _window("Σ w·x", 3, 3),
    KINDS[lenet5_layers.PartialConv2d]: _partial,
    KINDS[layers.Linear]: _dense,
    KINDS[lenet5_layers.Rbf]: _distances,
    KINDS[layers.MaxPool2d]: _window("max", 2, 2),
    KINDS[layers.AvgPool2d]: _window("Σ / n", 2, 2),
    KINDS[lenet5_layers.Subsample2d]: _window("w·Σ + b", 2, 2),
    KINDS[layers.GlobalAvgPool2d]: _whole_map,
    KINDS[layers.BatchNorm2d]: _norm,
    KINDS[lenet5_layers.Rescale]: _rescale,
    KINDS[lenet5_layers.Pad2d]: _pad,
    KINDS[layers.Flatten]: _flatten,
    KINDS[layers.Dropout]: _dropout,
    KINDS[blocks.Add]: _add,
    KINDS[blocks.Concat]: _concat,
}
PICTURES |= {
    KINDS[layer]: _curve(rule) for layer, rule in RULES.items() if isinstance(rule, Function)
}

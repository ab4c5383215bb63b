"""Lines from the outputs of the picture of a network to the bars of the answer beside it.

The picture paints them up to its edge, :class:`BarGap` from there to the bars: both paint the same
lines, so these go on where they leave the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPolygonF
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from handdigit.gui.panels.inside.arrangement import Column
from handdigit.gui.panels.inside.block_column import name_end
from handdigit.gui.panels.inside.edges import THINNEST
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import Painter
from handdigit.gui.widgets.probability_bars import ANSWER_BARS, ProbabilityBars

LONGEST_BAR = 2.5
"""What a whole bar adds to the line that leads to it, in pixels."""
APART = 4.0
"""Least distance of two lines where they leave the picture, in pixels."""
MOVING = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,  # other bars, in the same room
)


class BarLines:
    """The lines, in the coordinates of the picture."""

    def __init__(
        self,
        outputs: Column,
        names: Sequence[str],
        metrics: QFontMetricsF,
        ends: Sequence[QPointF],
        area: QRectF,
    ) -> None:
        """Lead from the outputs to the ``ends``; no lines where there is not one for each.

        Args:
            outputs: where these stand.
            names: theirs, which the lines begin behind.
            metrics: of the names.
            ends: of the lines, from above.
            area: what is seen of the picture below the heads: no line leaves it but at its right
                edge.
        """
        self.lines: tuple[QPolygonF, ...] = ()
        """Of three points: behind the name, at the edge, at the bar."""
        if len(ends) != len(outputs.cells):
            return
        starts = [
            name_end(cell, names[n] if n < len(names) else "", metrics)
            for n, cell in enumerate(outputs.cells)
        ]
        if max(start.x() for start in starts) >= area.right():
            return  # the outputs are scrolled away
        turns = turned(starts, ends, area)
        self.lines = tuple(map(lambda *points: QPolygonF(points), starts, turns, ends))

    def paint(self, painter: Painter, probabilities: Sequence[float]) -> None:
        """Paint them as thick as the bars are long."""
        most = max(probabilities, default=2.0)
        for n, line in enumerate(self.lines):
            share = probabilities[n] if n < len(probabilities) else 0.0
            colour = "accent" if share == most else "muted"
            painter.use_pen(colour, THINNEST + LONGEST_BAR * share, is_round=True)
            painter.drawPolyline(line)


def turned(starts: Sequence[QPointF], ends: Sequence[QPointF], area: QRectF) -> list[QPointF]:
    """Return where lines cross the right edge of an area, in their order and inside."""
    right, apart = area.right(), min(APART, area.height() / (len(ends) + 1))
    heights = []
    for start, end in zip(starts, ends, strict=True):
        way = (right - start.x()) / max(end.x() - start.x(), 1.0)
        heights.append(start.y() + min(way, 1.0) * (end.y() - start.y()))
    for n in reversed(range(len(heights))):
        below = heights[n + 1] if n + 1 < len(heights) else area.bottom()
        heights[n] = min(heights[n], below - apart)
    for n in range(len(heights)):
        above = heights[n - 1] if n else area.top()
        heights[n] = max(heights[n], above + apart)
    return [QPointF(right, height) for height in heights]


def _looks(probabilities: Sequence[float]) -> tuple[list[int], int]:
    """Return the widths of the lines in eighths of a pixel, and which is the widest."""
    widths = [round(8 * LONGEST_BAR * share) for share in probabilities]
    best = max(range(len(probabilities)), key=probabilities.__getitem__, default=-1)
    return widths, best


class BarGap(PaintedWidget):
    """Goes on with the lines from the edge of the picture to the bars; the pointer goes through.

    It stands over what parts the two. Whatever moves the picture or the bars moves it.
    """

    def __init__(
        self, picture: QWidget, area: QAbstractScrollArea, moved: Callable[[], object]
    ) -> None:
        """Belong to a picture, seen as far as ``area`` shows it; ``moved`` is told of changes."""
        super().__init__(picture)
        self.setObjectName("barGap")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._picture, self._area, self._moved = picture, area, moved
        self._bars: ProbabilityBars | None = None
        self.lines: BarLines | None = None
        """Those to go on with, in the coordinates of the picture."""
        self._probabilities: Sequence[float] = ()

    def show_probabilities(self, probabilities: Sequence[float]) -> None:
        """Paint the lines anew where that can be seen: what lies below is painted with them."""
        former, self._probabilities = self._probabilities, probabilities
        if _looks(former) != _looks(probabilities):
            self.update()

    @property
    def _edge(self) -> QWidget:
        # Not kept: PySide calls its wrapper of a viewport deleted while the viewport lives.
        return self._area.viewport()

    def ends(self) -> list[QPoint]:
        """Return where the bars begin on the screen, if they are right of the picture."""
        self._find_bars()
        bars = self._bars
        if bars is None or not bars.isVisible():
            return []
        corner = bars.mapToGlobal(QPoint(0, 0))
        if corner.x() <= self._right_edge():
            return []
        return [corner + QPoint(0, y) for y in bars.row_centres()]

    def place(self) -> None:
        """Stand where the lines go on."""
        lines, parent = () if self.lines is None else self.lines.lines, self.parentWidget()
        if not lines or parent is None or not self._edge.isVisible():
            self.hide()
            return
        heights = [point.y() for line in lines for point in line.toList()]
        left, right = self._right_edge() + 1, max(line.at(2).x() for line in lines)
        corner = self._picture.mapToGlobal(QPointF(right, min(heights)).toPoint())
        height = int(max(heights) - min(heights)) + 8
        area = QRect(QPoint(left, corner.y() - 4), QPoint(corner.x() - 1, corner.y() - 4 + height))
        self.setGeometry(QRect(parent.mapFromGlobal(area.topLeft()), area.size()))
        self.raise_()
        self.show()  # last: what this lays out places it anew

    def _right_edge(self) -> int:
        return self._edge.mapToGlobal(self._edge.rect().topRight()).x()

    def _find_bars(self) -> None:
        """Look for the answer's bars: they are there once the picture is in a window."""
        if self._bars is not None:
            return
        # By name: panels have bars of their own.
        self._bars = bars = self._edge.window().findChild(ProbabilityBars, ANSWER_BARS)
        if bars is None:
            return
        shared = self._edge.parentWidget()
        while shared is not None and not shared.isAncestorOf(bars):
            shared = shared.parentWidget()
        if shared is None:
            return
        for inner in (self._edge, bars):
            widget: QWidget | None = inner
            while widget is not None and widget is not shared:
                widget.installEventFilter(self)
                widget = widget.parentWidget()
        self.setParent(shared)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the picture and the bars."""
        if event.type() in MOVING:
            self._moved()
        return super().eventFilter(watched, event)

    def paint(self, painter: Painter) -> None:
        """Paint what of the lines is here."""
        if self.lines is not None:
            painter.translate(self.mapFromGlobal(self._picture.mapToGlobal(QPointF(0, 0))))
            self.lines.paint(painter, self._probabilities)

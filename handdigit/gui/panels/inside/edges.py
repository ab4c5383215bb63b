"""What lies under and over the layers: arrows between stages, lines to what a unit reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.paint import PaintedWidget, Painter


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

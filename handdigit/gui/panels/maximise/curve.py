"""How a unit's value grew, step by step."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from handdigit.gui.widgets.numbers import significant
from handdigit.gui.widgets.paint import Painter
from handdigit.gui.widgets.plot import GAP, Axis, Plot, PlotWidget

LEAST_STEPS = 40
"""The axis is at least this long, so that the first points do not jump."""
WIDEST = "−00.00"
"""Of the values, as text."""


class ValueCurve(PlotWidget):
    """One line over the steps, its newest value written at its end."""

    comfortable, least = (600, 200), (300, 110)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        self.setObjectName("maximiseCurve")
        self._steps: list[int] = []
        self._values: list[float] = []
        self.clear("")

    @property
    def values(self) -> tuple[float, ...]:
        """The values on show."""
        return tuple(self._values)

    def clear(self, title: str) -> None:
        """Begin anew, under a title."""
        self._steps.clear()
        self._values.clear()
        self.title = title
        self.setAccessibleName(title)
        self.update()

    def add(self, step: int, value: float) -> None:
        """Go on to another value."""
        self._steps.append(step)
        self._values.append(value)
        self.setAccessibleDescription(self.tr("Step {0}: {1}").format(step, f"{value:.3g}"))
        self.update()

    def plot(self) -> Plot:
        """Return where the axes lie: zero, the lowest and the highest value have a line."""
        beside = self.fontMetrics().horizontalAdvance(WIDEST) + 2 * GAP
        area = self.area(WIDEST, above=1.7, below=1.5, right=beside)
        low, high = min([0.0, *self._values]), max([0.0, *self._values])
        extent = (high - low) or 1.0
        least = 1.2 * self.fontMetrics().height() / area.height() * extent
        lines = [v for v in dict.fromkeys((0.0, low, high)) if not v or abs(v) >= least]
        last = max(LEAST_STEPS, self._steps[-1] if self._steps else 0)
        return Plot(
            area,
            Axis(0, last, ((0, "0"), (last, self.tr("step {0}").format(last)))),
            Axis(low, low + extent, tuple((value, significant(value)) for value in lines)),
        )

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint the line and its newest value."""
        if not self._values:
            return
        plot.paint_line(painter, zip(self._steps, self._values, strict=True), "accent")
        end = plot.place(self._steps[-1], self._values[-1])
        painter.dot(end, 3.5, "accent")
        height = painter.fontMetrics().height()
        beside = QRectF(end.x() + GAP, end.y() - height / 2, self.width(), height)
        painter.text(beside, significant(self._values[-1]), "accent")

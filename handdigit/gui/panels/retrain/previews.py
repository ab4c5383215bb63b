"""The learning rate over a run, as small as a line of text can be read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from handdigit.experiment.recipe import Recipe
from handdigit.experiment.schedules import learning_rate
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, RIGHT, Painter
from handdigit.gui.widgets.plot import Axis, Plot, PlotWidget
from handdigit.number_format import significant

PER_EPOCH = 50
"""Steps that stand for an epoch; the curve's shape hardly depends on them."""
POINTS = 240


class SchedulePlot(PlotWidget):
    """A curve with its highest value."""

    comfortable, least = (260, 130), (180, 80)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("schedulePlot")
        self.setToolTip(self.tr("The learning rate from the first step to the last."))
        self._rates: tuple[float, ...] = ()
        self._recipe: Recipe | None = None

    @property
    def rates(self) -> tuple[float, ...]:
        """What is shown, evenly over the run."""
        return self._rates

    def show_recipe(self, recipe: Recipe | None) -> None:
        """Show how a recipe's rate changes."""
        self._recipe = recipe
        if recipe is None:
            self._rates = ()
        else:
            steps = recipe.epochs * PER_EPOCH
            count = min(POINTS, steps)
            chosen = (round(i * (steps - 1) / max(count - 1, 1)) for i in range(count))
            self._rates = tuple(learning_rate(recipe, s, steps, PER_EPOCH) for s in chosen)
            text = self.tr("Learning rate from {0} over {1} to {2}")
            ends = (self._rates[0], max(self._rates), self._rates[-1])
            self.setAccessibleName(text.format(*(f"{rate:.2g}" for rate in ends)))
        self.update()

    def cells(self) -> Cells:
        """Return the rate at the beginning of every epoch, and at the end of the last."""
        recipe = self._recipe
        if recipe is None:
            return Cells((), (), lambda _row, _column: "")
        steps = recipe.epochs * PER_EPOCH

        def text(row: int, _column: int) -> str:
            step = min(row * PER_EPOCH, steps - 1)
            return significant(learning_rate(recipe, step, steps, PER_EPOCH), 3)

        rows = [self.tr("epoch {0}").format(epoch) for epoch in range(recipe.epochs + 1)]
        return Cells(rows, (self.tr("learning rate"),), text)

    def plot(self) -> Plot:
        """Return where the axes lie, from 0 to the highest rate."""
        peak = max(self._rates, default=1.0)
        area = self.area(f"{peak:.3g}", above=0.5, below=1.3, right=2)
        return Plot(area, Axis(0, 1), Axis(0, peak, ((0, "0"), (peak, f"{peak:.3g}"))))

    def paint(self, painter: Painter) -> None:
        """Paint nothing where there is no recipe."""
        if self._rates:
            super().paint(painter)

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint the curve, and what it is of."""
        painter.text(plot.under(painter), self.tr("learning rate"), "muted")
        assert self._recipe is not None  # it gave the rates
        end = self.tr("epoch {0}").format(self._recipe.epochs)
        painter.text(plot.under(painter), end, "muted", RIGHT)
        last = max(len(self._rates) - 1, 1)
        shares = (index / last for index in range(len(self._rates)))
        plot.paint_line(painter, zip(shares, self._rates, strict=True), "accent")


COLUMNS = 5
GAP = 4
LARGEST = 140


class VariationPreview(PaintedWidget):
    """Two rows of five pictures: a drawing of each of the first ten classes."""

    comfortable = (5 * 60 + 4 * GAP, 2 * 60 + GAP)
    least = (5 * 40 + 4 * GAP, 2 * 40 + GAP)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show paper."""
        super().__init__(parent)
        self.setObjectName("variationPreview")
        self.setAccessibleName(self.tr("Examples of the variations"))
        self._pictures: NDArray[np.uint8] | None = None
        self._note = ""

    @property
    def pictures(self) -> NDArray[np.uint8] | None:
        """(classes, 28, 28), what is shown."""
        return self._pictures

    def show_pictures(self, pictures: NDArray[np.uint8] | None, note: str = "") -> None:
        """Show (classes, 28, 28) pictures, or a note instead."""
        self._pictures, self._note = pictures, note
        self.update()

    def paint(self, painter: Painter) -> None:
        """Paint the pictures."""
        across = (self.width() - (COLUMNS - 1) * GAP) / COLUMNS
        side = min(across, (self.height() - GAP) / 2, LARGEST)
        pictures = () if self._pictures is None else self._pictures
        for index in range(2 * COLUMNS):
            row, column = divmod(index, COLUMNS)
            frame = QRectF(column * (side + GAP), row * (side + GAP), side, side)
            painter.picture(frame, pictures[index] if index < len(pictures) else None)
        painter.text(QRectF(self.rect()), self._note, "muted", CENTRE)

"""The learning rate over a run, as small as a line of text can be read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.experiment.recipe import Recipe
from handdigit.experiment.schedules import learning_rate
from handdigit.gui.theme import Theme

PER_EPOCH = 50
"""Steps that stand for an epoch; the curve's shape hardly depends on them."""
POINTS = 240
GAP = 6.0


class SchedulePlot(QWidget):
    """A curve, its highest and its last value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("schedulePlot")
        self.setToolTip(self.tr("The learning rate from the first step to the last."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rates: tuple[float, ...] = ()
        self._epochs = 0

    @property
    def rates(self) -> tuple[float, ...]:
        """What is shown, evenly over the run."""
        return self._rates

    def show_recipe(self, recipe: Recipe | None) -> None:
        """Show how a recipe's rate changes."""
        if recipe is None:
            self._rates = ()
        else:
            steps = recipe.epochs * PER_EPOCH
            count = min(POINTS, steps)
            chosen = (round(i * (steps - 1) / max(count - 1, 1)) for i in range(count))
            self._rates = tuple(learning_rate(recipe, s, steps, PER_EPOCH) for s in chosen)
            self._epochs = recipe.epochs
            text = self.tr("Learning rate from {0} over {1} to {2}")
            ends = (self._rates[0], max(self._rates), self._rates[-1])
            self.setAccessibleName(text.format(*(f"{rate:.2g}" for rate in ends)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(260, 130)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest readable size."""
        return QSize(180, 80)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint axes, curve and numbers."""
        if not self._rates:
            return
        theme = Theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        height = metrics.height()
        peak = max(self._rates)
        left = metrics.horizontalAdvance(f"{peak:.3g}") + GAP
        plot = QRectF(left, height / 2, self.width() - left - 2, self.height() - 1.5 * height - 4)
        painter.setPen(QPen(QColor(theme.line), 1))
        for y in (plot.top(), plot.bottom()):
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(QColor(theme.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, left - GAP, height), right, f"{peak:.3g}")
        low = QRectF(0, plot.bottom() - height / 2, left - GAP, height)
        painter.drawText(low, right, "0")
        below = QRectF(plot.left(), plot.bottom() + 3, plot.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.tr("learning rate"))
        painter.drawText(below, right, self.tr("epoch {0}").format(self._epochs))
        last = max(len(self._rates) - 1, 1)
        points = [
            QPointF(
                plot.left() + plot.width() * index / last,
                plot.bottom() - plot.height() * rate / peak,
            )
            for index, rate in enumerate(self._rates)
        ]
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.end()

"""The Inside panel's head: which network, what is shown of it, in which colours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from handdigit.gui.widgets.form import MARGIN, combo_box, offer_classes
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.gui.widgets.picture_view import ColourScale, Legend
from handdigit.network.alphabet import DIGITS, Alphabet

FORWARD, WEIGHTS = "forward", "weights"
NARROW = 760
"""Width below which the summary has a line of its own, in pixels."""


class ViewBar(QWidget):
    """Summary, two choosers, legend.

    Signals:
        view_changed(): forward, weights, or backward for another class.
        scale_changed(): other maps share a colour scale.
    """

    view_changed = Signal()
    scale_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the way forward."""
        super().__init__(parent)
        self.summary = ElidedLabel(colour="muted", name="networkSummary")
        self.legend = Legend()
        scales = (
            (self.tr("Colours per layer"), ColourScale.LAYER),
            (self.tr("Colours per map"), ColourScale.MAP),
            (self.tr("One colour scale"), ColourScale.NETWORK),
        )
        self._scale = combo_box("colourScale", scales, self.tr("Colour scale"))
        self._scale.currentIndexChanged.connect(lambda: self.scale_changed.emit())
        views = ((self.tr("Forward"), FORWARD), (self.tr("Weights"), WEIGHTS))
        self._view = combo_box(
            "direction",
            views,
            self.tr("Forward, weights or backward"),
            self.tr(
                "Forward: activations. Weights: what was learned, the same for every drawing. "
                "Backward: δ, what the loss for a digit tells each unit"
            ),
        )
        self.show_alphabet(DIGITS)
        self._view.currentIndexChanged.connect(lambda: self.view_changed.emit())
        self._choosers = choosers = QHBoxLayout()
        choosers.setSpacing(MARGIN)
        choosers.addWidget(self._view)
        choosers.addWidget(self._scale)
        choosers.addStretch(1)
        choosers.addWidget(self.legend)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.summary, 1)
        self._layout.addLayout(choosers)

    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Let the user choose among these classes; the way forward is chosen."""
        offer_classes(self._view, alphabet, self.tr("Backward for {0}"))
        self._view.setMaxVisibleItems(self._view.count())

    @property
    def shows_weights(self) -> bool:
        """Whether the weights are shown instead of what a drawing makes of them."""
        return bool(self._view.currentData() == WEIGHTS)

    @property
    def target(self) -> int | None:
        """The class whose loss is followed backwards, None otherwise."""
        chosen = self._view.currentData()
        return chosen if isinstance(chosen, int) else None

    @property
    def scale(self) -> ColourScale:
        """What shares a colour scale."""
        return ColourScale(self._scale.currentData())

    def minimumSizeHint(self) -> QSize:
        """Return what the narrow arrangement needs: a window may become as small at once."""
        least = super().minimumSizeHint()
        return QSize(min(self._choosers.minimumSize().width(), least.width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the summary a line of its own where the window is narrow."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = event.size().width() < NARROW
        self._layout.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

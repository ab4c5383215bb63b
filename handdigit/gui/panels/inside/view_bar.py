"""The Inside panel's head: the network in a sentence, what is shown of it, in which colours."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.translation import one_after_another
from handdigit.gui.widgets.form import combo_box, hbox, offer_classes, push_button
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.gui.widgets.picture_view import ColourScale, Legend
from handdigit.inspection.overview import Makeup
from handdigit.network.alphabet import DIGITS, Alphabet

FORWARD, WEIGHTS = "forward", "weights"
WIDE = 1000
"""Width from which there is room for the legend, in pixels."""


class ViewBar(QWidget):
    """A few sentences, the way to a simpler network, two choosers, what the colours mean.

    Signals:
        view_changed(): forward, weights, or backward for another class.
        scale_changed(): other maps share a colour scale.
    """

    view_changed = Signal()
    scale_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the way forward."""
        super().__init__(parent)
        self.summary = Label(name="networkSummary", wraps=True)
        self.other = push_button("simplerNetwork", "")
        """Leads to a simpler network: see :class:`SimplerNetwork`."""
        self.other.hide()
        self._has_distances = False
        self._colours = ElidedLabel(colour="muted", size=0.9, name="networkColours")
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
        self._view.currentIndexChanged.connect(lambda: self._turn())
        self._choosers = hbox(self.legend, self._view, self._scale, spacing=6)
        self._choosers.insertStretch(0, 0)
        self._second = QHBoxLayout()
        self._second.setSpacing(6)
        self._second.addWidget(self._colours, 1)
        self._second.addLayout(self._choosers)
        self._first = hbox((self.summary, 1), self.other, spacing=10)
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._first)
        layout.addLayout(self._second)
        self._tell_colours()

    def describe(self, name: str, makeup: Makeup) -> None:
        """Say what a network is made of, and what the colours of its outputs mean."""
        self._has_distances = bool(makeup.distances)
        self._tell_colours()
        self.summary.setText(one_after_another(self._sentences(name, makeup)))

    def _sentences(self, name: str, makeup: Makeup) -> Iterator[str]:
        numbers = grouped(makeup.numbers)
        if makeup.convolutions:
            text = self.tr("{0} reads your drawing in %Ln convolutions.", "", makeup.convolutions)
            yield text.format(name)
            if makeup.sums == 1:
                yield self.tr("One weighted sum of {0} numbers follows.").format(numbers)
            elif makeup.sums:
                yield self.tr(
                    "%Ln layers of weighted sums follow, the last of {0} numbers.", "", makeup.sums
                ).format(numbers)
        elif makeup.sums == 1:
            text = self.tr("{0} reads your drawing in one weighted sum of {1} numbers.")
            yield text.format(name, numbers)
        elif makeup.sums:
            yield self.tr(
                "{0} reads your drawing in %Ln layers of weighted sums, the last of {1} numbers.",
                "",
                makeup.sums,
            ).format(name, numbers)
        else:
            yield self.tr("{0} reads your drawing without weighted sums.").format(name)
        if makeup.distances:
            yield self.tr(
                "It compares what comes out with %Ln pictures: the nearest wins.",
                "",
                makeup.distances,
            )

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

    def _turn(self) -> None:
        self._tell_colours()
        self.view_changed.emit()

    def _tell_colours(self) -> None:
        forward, weights, backward = self._colour_sentences()
        is_forward = self.target is None
        self._colours.setText(
            weights if self.shows_weights else forward if is_forward else backward
        )
        self._arrange()

    def _colour_sentences(self) -> tuple[str, str, str]:
        """Return what the colours mean forward, of weights, and backward."""
        if self._has_distances:
            forward = self.tr(
                "Blue: above 0. Orange: below 0, as all distances: the palest is the nearest and "
                "wins."
            )
        else:
            forward = self.tr(
                "Blue: the map answers here. Orange: it is against. "
                "Click a map, then a point of it."
            )
        return (
            forward,
            self.tr("Blue: a positive weight. Orange: a negative one."),
            self.tr("Blue: more here makes the loss larger. Orange: smaller."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange what is shown anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the colours a line of their own where one of their sentences would be cut."""
        width = self.width()
        self.legend.setVisible(width >= WIDE)
        # The longest counts: choosing another view moves nothing.
        measure = self._colours.fontMetrics().horizontalAdvance
        longest = max(map(measure, self._colour_sentences()))
        shown = [w for w in (self.legend, self._view, self._scale) if not w.isHidden()]
        choosers = sum(widget.sizeHint().width() + self._second.spacing() for widget in shown)
        narrow = width < longest + choosers
        if narrow and self._first.indexOf(self.other) >= 0:
            self._first.removeWidget(self.other)
            self._choosers.insertWidget(0, self.other)
        elif not narrow and self._choosers.indexOf(self.other) >= 0:
            self._choosers.removeWidget(self.other)
            self._first.addWidget(self.other)
        directions = QBoxLayout.Direction
        self._second.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

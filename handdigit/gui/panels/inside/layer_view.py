"""A block with all its maps, one of its layers at a time; a branching one branch by branch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QToolButton, QWidget

from handdigit.gui.panels.inside.block_column import Limits, block_title
from handdigit.gui.panels.inside.layer_page import InfoButton, LayerPage
from handdigit.gui.panels.inside.mosaic import Mosaic
from handdigit.gui.translation import one_after_another, translated
from handdigit.gui.widgets.form import SPRING, combo_box, hbox, named, vbox
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.inspection.blocks import Chain, LayerBlock, Stage
from handdigit.inspection.kinds import kind_of, operation_formula, parameter_formula
from handdigit.inspection.overview import MapName
from handdigit.inspection.trace import SOFTMAX, Unit
from handdigit.network.architecture import Architecture, PlannedLayer, format_layer, format_shape
from handdigit.number_format import in_short
from handdigit.sentences import sentence

LEAST_WIDTH, LEAST_HEIGHT = 110, 120
"""Room for the maps of one branch, in pixels."""


def close_button(name: str, title: str) -> QToolButton:
    """Return a button that leads one step back, also by Escape."""
    button = named(QToolButton(), name, title, f"{title} (Esc)")
    button.setText("×")
    button.setShortcut("Esc")
    return button


class LayerView(QWidget):
    """One chain of a block's layers: a chooser among these, and all maps of the chosen one.

    Signals:
        map_clicked(MapName): a map was chosen.
        unit_clicked(Unit): a feature of a vector was chosen.
        layer_changed(): another layer is to be shown.
        explanation_turned(): what the layer is for is to be said, or no longer.
    """

    map_clicked = Signal(object)
    unit_clicked = Signal(object)
    layer_changed = Signal()
    explanation_turned = Signal()

    def __init__(
        self, chain: Chain, layers: Mapping[str, PlannedLayer], shown: str, *, is_narrow: bool
    ) -> None:
        """Show the layers of a chain, ``shown`` first if it is among them, else the last.

        Where it ``is_narrow``, what stands above the maps stands below each other.
        """
        super().__init__()
        self.setObjectName(f"chain_{chain.stages[0].name}")
        self._stages = {stage.name: stage for stage in chain.stages}
        self._layers = layers
        choices = [
            (f"{translated(stage.word)}  {stage.name}", stage.name) for stage in chain.stages
        ]
        self._chooser = combo_box(f"layers_{chain.stages[0].name}", choices, self.tr("Layer"))
        self._chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._chooser.setMinimumContentsLength(6 if is_narrow else 16)
        start = shown if shown in self._stages else chain.stages[-1].name
        self._chooser.setCurrentIndex(list(self._stages).index(start))
        self._chooser.currentIndexChanged.connect(lambda: self._choose())
        self.info = InfoButton(f"info_{chain.stages[0].name}")
        self.info.toggled.connect(self.explanation_turned)
        self._about = Label(colour="muted", size=0.85)
        self._range = Label(colour="muted", size=0.85, name="blockRange")
        if is_narrow:
            title = Label(_chain_title(chain), bold=True)
            title.setVisible(bool(chain.word))
            above = hbox(title, self.info, SPRING, spacing=2)
            self._head: QBoxLayout = vbox(above, self._chooser, self._about, self._range, spacing=2)
        else:
            words = (self._chooser, self.info, self._about, self._range)
            self._head = hbox(*words, SPRING, spacing=10)
        self._layout = vbox(self._head, on=self, spacing=4)
        self._layout.addStretch(1)
        self._room = QSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._show_stage()

    @property
    def stage(self) -> Stage:
        """The layer on show."""
        return self._stages[self._chooser.currentData()]

    @property
    def does(self) -> str:
        """What the layer does, in a sentence."""
        planned = self._layers.get(self.stage.name)
        return translated(kind_of(self.stage.name, planned).does(planned))

    def show_values(self, shown: Mapping[str, NDArray[np.floating[Any]]], limits: Limits) -> None:
        """Show the layer's output, if it is there."""
        values = shown.get(self.stage.name)
        if values is None or values.shape != self.stage.shape:
            self.mosaic.show_values(None, np.ones(1))
            self._range.setText("")
            return
        self.mosaic.show_values(values, limits(values))
        ends = in_short(float(values.min())), in_short(float(values.max()))
        self._range.setText(self.tr("{0} … {1}").format(*ends))

    def set_room(self, room: QSize) -> None:
        """Take so much room.

        Not simply its own: the maps have a fixed size, which its own width depends on.
        """
        self._room = room
        self._fit()

    def mark(self, name: MapName | None) -> None:
        """Outline a map, if it is here."""
        is_here = name is not None and name.layer == self.stage.name
        self.mosaic.mark(name.channel if name is not None and is_here else None)

    def _fit(self) -> None:
        above = self._head.sizeHint().height() + 8
        room = self._room - QSize(0, above)
        self.mosaic.fit(room.expandedTo(QSize(LEAST_WIDTH, LEAST_HEIGHT)))

    def _choose(self) -> None:
        self.mosaic.setParent(None)
        self.mosaic.deleteLater()
        self._show_stage()
        self.layer_changed.emit()

    def _show_stage(self) -> None:
        stage = self.stage
        self.mosaic = Mosaic(stage.name, stage.shape)
        self.mosaic.unit_clicked.connect(self._click)
        self.mosaic.setVisible(not self.info.isChecked())
        self._layout.insertWidget(1, self.mosaic, 0, Qt.AlignmentFlag.AlignLeft)
        self._about.setText(format_shape(stage.shape))
        planned = self._layers.get(stage.name)
        self._about.setToolTip("" if planned is None else "\n".join(self._formulas(planned)))
        self._fit()

    def _formulas(self, planned: PlannedLayer) -> Iterator[str]:
        """Yield how a layer is written, and how size, parameters and work come about."""
        yield format_layer(planned.layer)
        yield kind_of(planned.name, planned).size(planned)
        if parameters := parameter_formula(planned):
            yield parameters
        if operations := operation_formula(planned):
            yield self.tr("{0} multiply-adds").format(operations)

    def _click(self, channel: int, _row: int, _column: int) -> None:
        if len(self.stage.shape) == 3:
            self.map_clicked.emit(MapName(self.stage.name, channel))
        else:
            self.unit_clicked.emit(Unit(self.stage.name, (channel,)))


def _chain_title(chain: Chain) -> str:
    """Return which branch it is; nothing for what is in none."""
    if chain.number is not None:
        return translated(sentence("branch {0}", chain.number))
    return translated(chain.word)


class BlockView(QWidget):
    """All maps of a block, or what one of its layers is for.

    Signals:
        map_clicked(MapName): a map was chosen.
        unit_clicked(Unit): a feature of a vector was chosen.
        layer_changed(): another layer is to be shown.
        lab_requested(object): the user wants to try a :class:`LabTask` in the Lab.
        closed(): the user has seen enough.
    """

    map_clicked = Signal(object)
    unit_clicked = Signal(object)
    layer_changed = Signal()
    lab_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("blockView")
        self.block: LayerBlock | None = None
        """What is shown."""
        self.views: list[LayerView] = []
        self._architecture: Architecture | None = None
        self._title = Label(bold=True, name="blockTitle")
        self._hint = ElidedLabel(colour="muted", name="blockHint")
        close = close_button("blockClose", self.tr("Close"))
        close.clicked.connect(self.closed)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._page = LayerPage()
        self._page.lab_requested.connect(self.lab_requested)
        head = hbox(self._title, (self._hint, 1), close, spacing=10)
        vbox(head, (self._row, 1), self._page, on=self)
        self._room = QSize()

    def show_block(self, block: LayerBlock, shown: str, architecture: Architecture) -> None:
        """Show a network's block, first the layer called ``shown`` where it is in no branch."""
        for view in self.views:
            view.setParent(None)
            view.deleteLater()
        self.block, self._architecture = block, architecture
        self._title.setText(block_title(block))
        layers = {layer.name: layer for layer in block.layers}
        chains = list(block.chains)
        if block.stages[-1].name == SOFTMAX:
            last = chains[-1] if not chains[-1].word else Chain("", None, ())
            whole = Chain("", None, (*last.stages, block.stages[-1]))
            chains = [*(chains[:-1] if last.stages else chains), whole]
        is_narrow = len(chains) > 1
        self.views = [LayerView(chain, layers, shown, is_narrow=is_narrow) for chain in chains]
        for view in self.views:
            view.map_clicked.connect(self.map_clicked)
            view.unit_clicked.connect(self.unit_clicked)
            view.layer_changed.connect(self._tell)
            view.layer_changed.connect(self.layer_changed)
            view.explanation_turned.connect(self._tell)
            self._row.addWidget(view, 1)
        self._tell()
        self._share_room()

    def explain(self, layer: str) -> None:
        """Say what one of the layers on show is for."""
        view = next(view for view in self.views if view.stage.name == layer)
        view.info.setChecked(True)
        view.info.setFocus()

    @Slot()
    def _tell(self) -> None:
        """Say what the layer does, and, where that was asked, what it is for."""
        asked = next((view for view in self.views if view.info.isChecked()), None)
        hint = [] if asked else [self.tr("Click a map to see it large.")]
        if asked or len(self.views) == 1:
            hint.insert(0, (asked or self.views[0]).does)
        self._hint.setText(one_after_another(hint))
        for view in self.views:
            view.setVisible(asked in (None, view))
            view.mosaic.setVisible(asked is None)
        self._page.setVisible(asked is not None)
        if asked is not None and self._architecture is not None:
            self._page.show_layer(asked.stage.name, self._architecture)

    def set_room(self, room: QSize) -> None:
        """Take so much room."""
        self._room = room
        self._share_room()

    def _share_room(self) -> None:
        """Give every branch as much of the width."""
        count = max(1, len(self.views))
        width = (self._room.width() - (count - 1) * self._row.spacing()) // count
        height = self._room.height() - self._title.sizeHint().height() - 18
        for view in self.views:
            view.set_room(QSize(width, height))

    def show_values(self, shown: Mapping[str, NDArray[np.floating[Any]]], limits: Limits) -> None:
        """Show the layers' outputs."""
        for view in self.views:
            view.show_values(shown, limits)

    def mark(self, name: MapName | None) -> None:
        """Outline the map that was looked at last, or none."""
        for view in self.views:
            view.mark(name)

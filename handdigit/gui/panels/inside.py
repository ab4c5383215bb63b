"""The Inside panel: every layer of the loaded network with all its maps, live."""

from __future__ import annotations

from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handdigit.core.architecture import INPUT_SHAPE
from handdigit.core.recognition import Recognition
from handdigit.data.model_store import StoredModel
from handdigit.gui.session import INPUT, Session
from handdigit.gui.widgets.card import MARGIN, Card
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.legend import Legend
from handdigit.gui.widgets.map_detail import MapDetail
from handdigit.gui.widgets.network_map import NetworkMap


class ColourScale(Enum):
    """What shares one colour scale: its ends are the largest value there, either way."""

    LAYER = "layer"
    MAP = "map"
    NETWORK = "network"


class InsidePanel(Card):
    """The network as a map; a click on one of the pictures enlarges it below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``."""
        super().__init__(parent)
        self.setObjectName("insidePanel")
        self.setAccessibleName(self.tr("Inside the network"))
        self._session = session
        self._chosen: tuple[str, int] | None = None
        self._plan = {p.name: p for p in session.model.info.architecture.plan()}
        self._summary = Label(colour="muted")
        self._summary.setObjectName("networkSummary")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._scale_box = QComboBox()
        self._scale_box.setObjectName("colourScale")
        self._scale_box.setAccessibleName(self.tr("Colour scale"))
        for scale, text in (
            (ColourScale.LAYER, self.tr("Colours per layer")),
            (ColourScale.MAP, self.tr("Colours per map")),
            (ColourScale.NETWORK, self.tr("One colour scale")),
        ):
            self._scale_box.addItem(text, scale)
        self._scale_box.currentIndexChanged.connect(self._repaint)
        self._legend = Legend()
        self._map = NetworkMap()
        self._map.map_clicked.connect(self._enlarge)
        self._detail = MapDetail()
        self._detail.closed.connect(self._close_detail)
        self._detail.hide()
        top = QHBoxLayout()
        top.setSpacing(MARGIN)
        top.addWidget(self._summary, 1)
        top.addWidget(self._scale_box)
        top.addWidget(self._legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addLayout(top)
        layout.addWidget(self._map, 1)
        layout.addWidget(self._detail)
        session.model_changed.connect(self._show_model)
        session.recognition_changed.connect(self._repaint)
        self._show_model(session.model)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for activations while they can be seen."""
        super().showEvent(event)
        self._session.want_layers(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Spare the engine what nobody sees."""
        super().hideEvent(event)
        self._session.want_layers(False)

    @Slot(object)
    def _show_model(self, model: StoredModel) -> None:
        architecture = model.info.architecture
        plan = architecture.plan()
        self._plan = {planned.name: planned for planned in plan}
        self._summary.setText(
            self.tr("{0} · {1} layers · {2} parameters").format(
                model.name, len(plan), f"{architecture.parameter_count:,}"
            )
        )
        self._close_detail()
        self._map.show_network(plan, INPUT, INPUT_SHAPE)

    @Slot()
    def _repaint(self) -> None:
        recognition = self._session.recognition
        if self.isVisible():
            self._show_activations(recognition)

    def _show_activations(self, recognition: Recognition) -> None:
        activations = recognition.activations
        scale: ColourScale = self._scale_box.currentData()
        overall = max((_largest(a) for a in activations.values()), default=1.0)
        self._legend.show_limit(overall if scale is ColourScale.NETWORK else None)
        for view in self._map.layers:
            values = activations.get(view.name)
            if values is not None and values.shape != view.shape:
                values = None  # from the model before
            limits = _limits(values, view.shape[0], scale, overall)
            view.show_values(values, limits)
            if self._chosen is not None and self._chosen[0] == view.name:
                channel = self._chosen[1]
                maps = view.mosaic.values
                self._detail.show_values(
                    None if maps is None else maps[channel], float(limits[channel])
                )

    @Slot(str, int)
    def _enlarge(self, name: str, channel: int) -> None:
        self._chosen = (name, channel)
        for view in self._map.layers:
            view.mosaic.mark(channel if view.name == name else None)
        self._detail.describe(name, self._plan.get(name), channel)
        self._detail.show()
        self._repaint()

    @Slot()
    def _close_detail(self) -> None:
        self._chosen = None
        self._detail.hide()
        for view in self._map.layers:
            view.mosaic.mark(None)


def _largest(values: NDArray[np.float32]) -> float:
    return float(np.abs(values).max())


def _limits(
    values: NDArray[np.float32] | None, count: int, scale: ColourScale, overall: float
) -> NDArray[np.float64]:
    """Return the end of the colour scale for each of ``count`` maps."""
    if values is None or scale is ColourScale.NETWORK:
        return np.full(count, overall)
    if scale is ColourScale.LAYER:
        return np.full(count, _largest(values))
    largest: NDArray[np.float32] = np.abs(values).reshape(count, -1).max(axis=1)
    return largest.astype(np.float64)

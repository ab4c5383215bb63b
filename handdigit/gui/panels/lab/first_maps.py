"""The drawing as a second convolution gets it: maps of the first layer as its channels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Revisit, Revisited, Stage
from handdigit.gui.panels.lab.experiment import ChannelExperiment
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.ink.normalise import SIDE
from handdigit.network.architecture import Architecture, PlannedLayer
from handdigit.network.convolution import NAMED_KERNELS, Sliding
from handdigit.network.layers import Conv2d

LARGEST_PADDING, LARGEST_STRIDE = 2, 3
"""That can be chosen for several channels."""
CHANNELS, FILTERS = 3, 2
EDGES = ("sobel-x", "sobel-y")
"""Kernels of the filters where no convolution reads the maps as they are."""
NO_MAPS = ChannelExperiment(
    np.zeros((CHANNELS, SIDE, SIDE)),
    np.zeros((FILTERS, CHANNELS, 3, 3)),
    np.zeros(FILTERS),
    Sliding(padding=1),
)
"""While there is no drawing."""


class FirstMaps(QObject):
    """Follows the strongest maps of the drawing, and the layer whose channels they are.

    Signals:
        began(ChannelExperiment): other maps, or none, and the kernels that read them.
        changed(object): the same maps have other values, (channels, rows, columns).
    """

    began = Signal(object)
    changed = Signal(object)

    def __init__(self, session: Session, owner: QWidget) -> None:
        """Follow ``session``'s drawing while ``owner`` is seen, once it is asked for."""
        super().__init__(owner)
        self._session = session
        self._is_wanted = False
        self._topic = Topic(session.analyses, "lab maps", owner)
        self._stage: Stage | None = None
        self._channels: tuple[int, ...] = ()
        """Which maps are shown; none while there is no drawing."""
        self._reader: PlannedLayer | None = None
        self._fault = ""
        self._topic.answered.connect(self._take)
        self._topic.refused.connect(self._refuse)
        session.recognition_changed.connect(self._ask)
        session.model_changed.connect(self._ask)
        session.weights.changed.connect(self._show)

    @property
    def note(self) -> str:
        """Why there are no maps where there should be; empty otherwise."""
        if not self._is_wanted or self._channels:
            return ""
        invitation = self.tr("Draw a digit: its maps follow.")
        return self._fault or nothing_read(self._session, invitation)

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """What maps and kernels are called, with room for number and shape; none without maps."""
        if not self._is_wanted:
            return ()
        kernel = self.tr("Filter {0}\n{1}")
        if self._reader is not None:
            kernel = self.tr("{0}, filter {1}\n{2}").format(self._reader.name, "{0}", "{1}")
        return tuple((self.tr("Map {0}, {1}").format(n, "{0}"), kernel) for n in self._channels)

    @property
    def sentence(self) -> str:
        """What is summed, with room for the products' count and the sum; empty without a reader."""
        if not self._is_wanted or not self._channels or self._reader is None:
            return ""
        return self.tr(
            "The maps are channels of {0}, which reads {1}; of the 3 strongest, all {2} products "
            "and the bias are summed at every place: here {3}."
        ).format(self._reader.name, self._reader.input_shape[0], "{0}", "{1}")

    def follow(self, wanted: bool) -> None:
        """Follow from now on, beginning with the strongest maps; or no longer."""
        self._is_wanted, self._stage, self._channels, self._fault = wanted, None, (), ""
        if wanted:
            self.began.emit(NO_MAPS)
            self._ask()
        else:
            self._topic.drop()

    @Slot()
    def _ask(self) -> None:
        if self._is_wanted:
            session = self._session
            self._topic.ask(Revisit(session.model.path, session.source, session.preprocessing))

    @Slot(object)
    def _take(self, answer: Revisited) -> None:
        self._stage, self._fault = next(iter(answer.stages), None), ""
        if answer.recognition.probabilities and (self._stage is None or self._stage.maps is None):
            text = self.tr("The first layer of {0} has no maps: choose another model.")
            self._fault = text.format(self._session.model.name)
        self._show()

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        self._stage, self._fault = None, reason
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the maps that have come, once the weights of who reads them are known."""
        weights, stage = self._session.weights.by_name if self._is_wanted else None, self._stage
        if not self._is_wanted or (weights is None and not self._session.weights.refusal):
            return
        if stage is None or stage.maps is None or len(stage.maps) < CHANNELS:
            self._channels = ()
            self.began.emit(NO_MAPS)
            return
        info, reader = self._session.model.info, None
        # Of an ensemble the maps are those of the first network, the weights perhaps of another.
        if weights is not None and not info.is_ensemble:
            reader = reading_layer(info.architecture, stage)
        if self._channels and self._channels[-1] < len(stage.maps) and reader == self._reader:
            self.changed.emit(stage.maps[list(self._channels)].astype(np.float64))
            return
        self._channels, self._reader = strongest_maps(stage.maps), reader
        self.began.emit(maps_as_channels(stage.maps, self._channels, reader, weights or {}))


def strongest_maps(maps: NDArray[np.float32]) -> tuple[int, ...]:
    """Return the numbers of the maps with the largest values of (C, H, W), in their order."""
    largest = np.abs(maps).max(axis=(1, 2))
    return tuple(sorted(np.argsort(-largest, kind="stable")[:CHANNELS].tolist()))


def reading_layer(architecture: Architecture, stage: Stage) -> PlannedLayer | None:
    """Return the convolution that reads a stage's maps as they are, None where none does.

    Nor one that slides in a way that cannot be chosen here.
    """
    for planned in architecture.plan():
        layer = planned.layer
        if planned.inputs == (stage.shown_layer,) and isinstance(layer, Conv2d):
            can_be_chosen = layer.padding <= LARGEST_PADDING and layer.stride <= LARGEST_STRIDE
            if can_be_chosen and layer.dilation == 1 and layer.channels >= FILTERS:
                return planned
    return None


def maps_as_channels(
    maps: NDArray[np.float32],
    channels: tuple[int, ...],
    reader: PlannedLayer | None,
    weights: Mapping[str, NDArray[Any]],
) -> ChannelExperiment:
    """Return these of (C, H, W) maps, and what the first filters of their reader do with them.

    Without a reader the filters are those of edges.
    """
    values = maps[list(channels)].astype(np.float64)
    if reader is None:
        edges = [np.asarray(NAMED_KERNELS[key].matrix(3), np.float64) for key in EDGES]
        kernels = np.stack([np.stack([edge] * CHANNELS) for edge in edges])
        return ChannelExperiment(values, kernels, np.zeros(FILTERS), Sliding(0))
    layer = reader.layer
    assert isinstance(layer, Conv2d)  # by reading_layer
    kernels = weights[f"{reader.name}.weight"][:FILTERS, list(channels)].astype(np.float64)
    biases = np.zeros(FILTERS)
    if layer.bias:
        biases = weights[f"{reader.name}.bias"][:FILTERS].astype(np.float64)
    return ChannelExperiment(values, kernels, biases, Sliding(layer.padding, layer.stride))

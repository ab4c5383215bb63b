"""The analysis behind the time machine: a drawing as an earlier state of a network saw it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from handdigit.engine.analyses.model_cache import reader
from handdigit.engine.protocol.requests import Revisit, Revisited, Stage
from handdigit.network.architecture import INPUT_SHAPE, PlannedLayer
from handdigit.network.layer import Elementwise
from handdigit.network.recognition import Recognition
from handdigit.recognition.network import Network
from handdigit.recognition.recogniser import Recogniser

STAGES = 2
"""So many of the first layers are shown."""
KERNELS = 64
"""So many kernels of a layer at most."""


def revisit(recogniser: Recogniser, request: Revisit) -> Revisited:
    """Return what a model file makes of a drawing, with its first kernels and maps.

    Raises:
        HanddigitError: the model cannot be used, or the source is no picture.
    """
    found = reader(request.model, recogniser.device.device)
    kernels = _kernels(found.network)
    shown = {layer: _after(found.network.plan, layer) for layer in kernels}
    seen = found.recognise(request.source, request.preprocessing, tuple(shown.values()))
    stages = tuple(
        Stage(layer, kernels[layer], shown[layer], _maps(seen, shown[layer])) for layer in kernels
    )
    return Revisited(request.model, replace(seen, activations={}), stages)


def _kernels(network: Network) -> dict[str, NDArray[np.float32]]:
    """Return the (N, H, W) kernels of the first layers by name."""
    found: dict[str, NDArray[np.float32]] = {}
    parameters = network.state_dict()
    for planned in network.plan:
        weight = parameters.get(f"{planned.name}.weight")
        if weight is not None and len(found) < STAGES:
            pictures = _as_pictures(weight)
            if pictures is not None:
                found[planned.name] = pictures.cpu().numpy()
    return found


def _as_pictures(weight: Tensor) -> Tensor | None:
    """Return weights as (N, H, W), None where they are neither kernels nor on the pixels."""
    if weight.ndim == 4:
        return weight.flatten(0, 1)[:KERNELS]
    height, width = INPUT_SHAPE[1:]
    if weight.ndim == 2 and weight.shape[1] == height * width:
        return weight[:KERNELS].reshape(-1, height, width)
    return None


def _after(plan: tuple[PlannedLayer, ...], layer: str) -> str:
    """Return the last of the normalisation and activation that follow a layer directly."""
    readers = [planned for planned in plan if layer in planned.inputs]
    if len(readers) == 1 and isinstance(readers[0].layer, Elementwise):
        return _after(plan, readers[0].name)
    return layer


def _maps(seen: Recognition, layer: str) -> NDArray[np.float32] | None:
    values = seen.activations.get(layer)
    return values if values is not None and values.ndim == 3 else None

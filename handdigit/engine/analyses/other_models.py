"""What models other than the one that answers make of a drawing: checkpoints, compared versions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from handdigit.engine.protocol.requests import (
    Classified,
    Perturb,
    Perturbed,
    Read,
    Revisit,
    Revisited,
    Stage,
)
from handdigit.errors import ModelFileError
from handdigit.ink.perturb import perturb
from handdigit.network.architecture import INPUT_SHAPE, PlannedLayer
from handdigit.network.layer import Elementwise
from handdigit.network.recognition import Recognition
from handdigit.recognition.network import Network
from handdigit.recognition.number_reader import answer_to
from handdigit.recognition.recogniser import Recogniser
from handdigit.sentences import sentence
from handdigit.storage.models.model_file import read_model

LOADED_LIMIT = 24
"""So many stay loaded; the one unused for longest is let go."""
_Saved = tuple[int, int]
"""When a file was written, and how long it is."""
_LOADED: OrderedDict[tuple[Path, str, _Saved], Recogniser] = OrderedDict()


def cached_recogniser(model: Path, device: str) -> Recogniser:
    """Return the network of a model file, loaded again if the file was written since.

    Networks whose file has been replaced or deleted are let go.

    Raises:
        ModelFileError: the model cannot be used.
    """
    for key in [key for key in _LOADED if _saved(key[0]) != key[2]]:
        del _LOADED[key]
    saved = _saved(model)
    if saved is None:
        raise ModelFileError(sentence("{0}: there is no such model file: choose another.", model))
    key = (model, device, saved)
    found = _LOADED.get(key) or Recogniser(read_model(model), device)
    _LOADED[key] = found
    _LOADED.move_to_end(key)
    if len(_LOADED) > LOADED_LIMIT:
        _LOADED.popitem(last=False)
    return found


def _saved(model: Path) -> _Saved | None:
    try:
        state = model.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


STAGES = 2
"""So many of the first layers are shown."""
KERNELS = 64
"""So many kernels of a layer at most."""


def revisit(recogniser: Recogniser, request: Revisit) -> Revisited:
    """Return what a model file makes of a drawing, with its first kernels and maps.

    Raises:
        HanddigitError: the model cannot be used, or the source is no picture.
    """
    found = cached_recogniser(request.model, recogniser.device.device)
    kernels = _kernels(found.network)
    shown = {layer: _after(found.network.plan, layer) for layer in kernels}
    seen = answer_to(found, request.source, request.preprocessing, tuple(shown.values()))
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


VIEWS_A_STEP = 24
"""So many are taken at pictures before the pen's answers come in between."""


def perturb_drawing(_recogniser: Recogniser, request: Perturb) -> Perturbed:
    """Return the drawing at every value of the dial.

    Raises:
        EmptyDrawingError: there is no ink.
    """
    return Perturbed(
        perturb(
            request.source,
            request.dial,
            request.values,
            request.preprocessing,
            again=request.again,
        )
    )


def read(recogniser: Recogniser, request: Read) -> Generator[None, None, Classified]:
    """Return what a network makes of pictures, on the device that answers; NaN for paper.

    Raises:
        ModelFileError: the model cannot be used.
    """
    answering = cached_recogniser(request.model, recogniser.device.device)
    batch = VIEWS_A_STEP // answering.info.views
    parts = []
    for start in range(0, max(len(request.pictures), 1), batch):
        yield
        parts.append(answering.votes(request.pictures[start : start + batch]))
    votes = np.concatenate(parts, axis=1)
    probabilities = answering.combined(votes)
    blank = ~request.pictures.any(axis=(1, 2))
    probabilities[blank] = votes[:, blank] = np.nan
    return Classified(probabilities, votes if answering.info.is_ensemble else None)

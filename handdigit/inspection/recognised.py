"""A trace from what the engine answered, so that window and command line count alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.core.architecture import INPUT, INPUT_SHAPE
from handdigit.core.recognition import Recognition
from handdigit.data.model_file import ModelInfo
from handdigit.inspection.trace import SOFTMAX, Trace


def every_layer(info: ModelInfo) -> tuple[str, ...]:
    """Return the names that a recognition must carry for :func:`trace_of`."""
    return (INPUT, *(planned.name for planned in info.architecture.plan()))


def trace_of(
    info: ModelInfo, weights: Mapping[str, NDArray[Any]], recognition: Recognition
) -> Trace | None:
    """Return the trace of a recognition.

    None if it has no answer, lacks a layer, or is another network's: one that was asked
    before the model, or the member of the ensemble to look into, was changed.
    """
    if recognition.votes is not None and recognition.votes.inspected != info.inspected:
        return None
    shapes = {INPUT: INPUT_SHAPE} | {p.name: p.output_shape for p in info.architecture.plan()}
    values: dict[str, NDArray[Any]] = {}
    for name, shape in shapes.items():
        found = recognition.activations.get(name)
        if found is None or found.shape != shape:
            return None
        values[name] = found
    values[SOFTMAX] = np.array(recognition.network_probabilities)
    return Trace(info.architecture, weights, values, info.temperature)

"""A trace from what the engine answered, so that window and command line count alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.core.architecture import INPUT
from handdigit.core.recognition import Recognition
from handdigit.data.model_file import ModelInfo
from handdigit.inspection.trace import SOFTMAX, Trace


def every_layer(info: ModelInfo) -> tuple[str, ...]:
    """Return the names that a recognition must carry for :func:`trace_of`."""
    return (INPUT, *(planned.name for planned in info.architecture.plan()))


def trace_of(
    info: ModelInfo, weights: Mapping[str, NDArray[Any]], recognition: Recognition
) -> Trace | None:
    """Return the trace of a recognition, None if it lacks a layer or has no answer."""
    names = every_layer(info)
    if any(name not in recognition.activations for name in names):
        return None
    values: dict[str, NDArray[Any]] = {name: recognition.activations[name] for name in names}
    values[SOFTMAX] = np.array(recognition.probabilities)
    return Trace(info.architecture, weights, values, info.temperature)

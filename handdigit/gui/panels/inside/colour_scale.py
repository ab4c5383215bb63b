"""What shares one colour scale."""

from __future__ import annotations

from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray


class ColourScale(Enum):
    """What shares one colour scale: its ends are the largest value there, either way."""

    LAYER = "layer"
    MAP = "map"
    NETWORK = "network"


def limits_of_maps(
    values: NDArray[np.floating[Any]] | None, count: int, scale: ColourScale, overall: float
) -> NDArray[np.float64]:
    """Return the end of the colour scale for each of ``count`` maps of a layer."""
    if values is None or scale is ColourScale.NETWORK:
        return np.full(count, overall)
    if scale is ColourScale.LAYER:
        return np.full(count, largest(values))
    of_maps: NDArray[np.floating[Any]] = np.abs(values).reshape(count, -1).max(axis=1)
    return of_maps.astype(np.float64)


def largest(values: NDArray[np.floating[Any]]) -> float:
    """Return the largest size of a value."""
    return float(np.abs(values).max())

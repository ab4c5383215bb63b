"""The weights of a dense unit laid out as what they look at."""

from __future__ import annotations

import math

import numpy as np

from handdigit.core.architecture import INPUT_SHAPE
from handdigit.core.layers import Dropout, Elementwise, Flatten
from handdigit.inspection.trace import Trace, Values


def weight_picture(trace: Trace, layer: str, feature: int) -> Values:
    """Return the weights of one unit of a Linear layer as a picture.

    Where the layer reads flattened maps they are laid out as these maps, side by side: for a
    network without hidden layers it is the 28×28 template of the digit. Weights on a vector
    fill a square row by row, the rest of it 0.
    """
    weight = trace.weight(layer, "weight")
    assert weight is not None  # a Linear layer has weights
    row = weight[feature]
    shape = _maps_before(trace, layer)
    count, height, width = shape if shape is not None else (len(row), 1, 1)
    columns = math.ceil(math.sqrt(count))
    rows = math.ceil(count / columns)
    tiles = np.zeros((rows * columns, height, width))
    tiles[:count] = row.reshape(count, height, width)
    grid = tiles.reshape(rows, columns, height, width).transpose(0, 2, 1, 3)
    picture: Values = grid.reshape(rows * height, columns * width)
    return picture


def _maps_before(trace: Trace, layer: str) -> tuple[int, int, int] | None:
    """Return the shape of the maps that were flattened for a layer, None for a vector."""
    planned = trace.plan[layer]
    source = planned.inputs[0]
    while source in trace.plan:
        before = trace.plan[source]
        if isinstance(before.layer, Flatten):
            channels, height, width = before.input_shape
            return channels, height, width
        if not isinstance(before.layer, Elementwise | Dropout):
            return None
        source = before.inputs[0]
    return (INPUT_SHAPE[0], INPUT_SHAPE[1], INPUT_SHAPE[2])

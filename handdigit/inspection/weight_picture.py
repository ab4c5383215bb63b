"""Kernels and weights laid out as pictures of what they look at."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.inspection.rules.kernels import Mixing
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.trace import Trace, Values
from handdigit.network.architecture import INPUT_SHAPE, Architecture, PlannedLayer
from handdigit.network.layer import Elementwise
from handdigit.network.layers import Flatten

GAP = 1
"""Empty cells between two kernels."""
STRIP = 16
"""Cells in a row of a parameter that has one number a channel."""
NOTHING = -1
"""In :attr:`ParameterPicture.sheet`: no weight here."""
PARAMETERS = ("weight", "bias", "running_mean", "running_var")

Cells = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class ParameterPicture:
    """One parameter of a layer, every number of it a cell."""

    layer: str
    parameter: str
    """As in the model file: ``weight``, ``bias``, ``running_mean``, ``running_var``."""
    array: NDArray[Any]
    """The parameter as the layer has it."""
    sheet: Cells
    """(H, W): which number of the flattened parameter a cell shows, or :data:`NOTHING`."""
    outputs: tuple[int, ...]
    """Output channel or feature of every entry along the parameter's first axis."""

    @property
    def values(self) -> Values:
        """The picture, (H, W), NaN where there is no weight."""
        flat = np.asarray(self.array, np.float64).reshape(-1)
        return np.where(self.sheet >= 0, flat[self.sheet], np.nan)

    def index(self, row: int, column: int) -> tuple[int, ...] | None:
        """Return the index into the parameter of a cell, None where there is no weight."""
        flat = int(self.sheet[row, column])
        if flat < 0:
            return None
        return tuple(int(i) for i in np.unravel_index(flat, self.array.shape))

    def limits_of_outputs(self) -> Values:
        """Return for every cell the largest size of a weight of the same output, (H, W)."""
        largest = np.abs(np.asarray(self.array, np.float64).reshape(len(self.array), -1)).max(1)
        flat = np.repeat(largest, self.array.size // len(self.array))
        return np.where(self.sheet >= 0, flat[self.sheet], 1.0)


def weight_picture(trace: Trace, layer: str, feature: int) -> Values:
    """Return the weights of one unit of a Linear layer as a picture.

    Where the layer reads flattened maps they are laid out as these maps, side by side: for a
    network without hidden layers it is the 28×28 template of the digit. Weights on a vector
    fill a square row by row, the rest of it 0.
    """
    weight = trace.weight(layer, "weight")
    assert weight is not None  # a Linear layer has weights
    row = weight[feature]
    shape = _maps_before(trace.plan, layer)
    tiles = row.reshape(shape if shape is not None else (len(row), 1, 1))
    picture: Values = _side_by_side(tiles, 0.0, gap=0)
    return picture


def parameter_pictures(
    architecture: Architecture, weights: Mapping[str, NDArray[Any]]
) -> Iterator[ParameterPicture]:
    """Yield a picture of every parameter of every layer, in the network's order.

    Kernels stand in a row for each output map and a column for each input map; those on a
    single input map fill a rectangle. Dense weights on flattened maps are one picture for
    each output, laid out as these maps; on a vector they are the matrix itself.
    """
    plan = {planned.name: planned for planned in architecture.plan()}
    for name, planned in plan.items():
        for parameter in PARAMETERS:
            array = weights.get(f"{name}.{parameter}")
            if array is None or array.ndim == 0:
                continue
            outputs = tuple(range(len(array)))
            rule = rule_of(planned)
            if parameter == "weight" and isinstance(rule, Mixing):
                numbers = rule.numbers(planned)
                sheet = _weight_sheet(plan, planned, numbers)
                rest = (0,) * (array.ndim - 1)
                outputs = tuple(
                    rule.location(planned, array.shape, (n, *rest))[0] for n in range(len(array))
                )
            else:
                cells = np.arange(array.size)[:, None, None]
                sheet = _side_by_side(cells, NOTHING, gap=0, columns=STRIP)
            yield ParameterPicture(name, parameter, array, sheet, outputs)


def _weight_sheet(plan: Mapping[str, PlannedLayer], planned: PlannedLayer, cells: Cells) -> Cells:
    """Return the layout of (outputs, inputs, K, K) weights of a convolution or a dense layer."""
    if len(planned.input_shape) == 3:
        return _side_by_side(cells[:, 0], NOTHING) if cells.shape[1] == 1 else _in_rows(cells)
    shape_before = _maps_before(plan, planned.name)
    if shape_before is None or shape_before[1:] == (1, 1):
        return cells[:, :, 0, 0]
    tiles = [_side_by_side(row.reshape(shape_before), NOTHING, gap=0) for row in cells]
    return _side_by_side(np.stack(tiles), NOTHING)


def _side_by_side(
    tiles: NDArray[Any], empty: float, gap: int = GAP, columns: int | None = None
) -> NDArray[Any]:
    """Return (N, H, W) tiles in a grid as square as can be, or with at most ``columns``."""
    count, height, width = tiles.shape
    columns = math.ceil(math.sqrt(count)) if columns is None else min(columns, count)
    rows = math.ceil(count / columns)
    padded = np.full((rows * columns, height, width), empty, tiles.dtype)
    padded[:count] = tiles
    return _in_rows(padded.reshape(rows, columns, height, width), empty, gap)


def _in_rows(tiles: NDArray[Any], empty: float = NOTHING, gap: int = GAP) -> NDArray[Any]:
    """Return (rows, columns, H, W) tiles as one picture."""
    rows, columns, height, width = tiles.shape
    spaced = np.full((rows, columns, height + gap, width + gap), empty, tiles.dtype)
    spaced[:, :, :height, :width] = tiles
    picture = spaced.transpose(0, 2, 1, 3).reshape(rows * (height + gap), columns * (width + gap))
    return picture[: len(picture) - gap, : picture.shape[1] - gap]


def _maps_before(plan: Mapping[str, PlannedLayer], layer: str) -> tuple[int, int, int] | None:
    """Return the shape of the maps that were flattened for a layer, None for a vector."""
    source = plan[layer].inputs[0]
    while source in plan:
        before = plan[source]
        if isinstance(before.layer, Flatten):
            channels, height, width = before.input_shape
            return channels, height, width
        if not isinstance(before.layer, Elementwise):
            return None
        source = before.inputs[0]
    return (INPUT_SHAPE[0], INPUT_SHAPE[1], INPUT_SHAPE[2])

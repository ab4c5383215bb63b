"""What a layer type makes of a unit's terms: the rule, and that of layers without one of their own.

A unit is a sum of terms: values of the layer's inputs under a window, each with a weight.
Vectors are taken as maps of one value, (features, 1, 1): a dense layer is a 1×1 convolution
on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np

from handdigit.inspection.sums import Form, Term, UnitSum
from handdigit.inspection.trace import Trace, Unit, Values
from handdigit.network.architecture import PlannedLayer
from handdigit.network.layer import Layer, Shape, Window

Place = tuple[int, int, int]
"""Map, row and column of a unit; in a vector rows and columns are 0."""


def as_maps(shape: Shape) -> Place:
    """Return a shape as (channels, rows, columns)."""
    return (shape[0], shape[1], shape[2]) if len(shape) == 3 else (shape[0], 1, 1)


class Rule:
    """Every output map reads one map of each input, by itself.

    Without more it passes the sum of the values on: so do dropout in use and joins that add.
    """

    form = Form()
    reads_padding = True
    """Whether places beyond the input are terms, of value 0."""

    # --- what is read --------------------------------------------------------------------

    def window(self, planned: PlannedLayer) -> Window:
        """Return the window that slides over the input."""
        sliding = planned.layer.window if isinstance(planned.layer, Layer) else None
        return Window(1) if sliding is None else sliding

    def cube(self, planned: PlannedLayer) -> Place:
        """Return the shape of the output as the window goes over it."""
        return as_maps(planned.output_shape)

    def place(self, planned: PlannedLayer, position: tuple[int, ...]) -> Place:
        """Return the place in the cube of a unit's position."""
        return moved(position, planned.output_shape, self.cube(planned))  # type: ignore[return-value]

    def unit(self, planned: PlannedLayer, place: Place) -> Unit:
        """Return the unit at a place of the cube."""
        return Unit(planned.name, moved(place, self.cube(planned), planned.output_shape))

    def first_map(self, planned: PlannedLayer, i: int) -> int:
        """Return the output map that reads map 0 of the ``i``-th input."""
        return 0

    def maps(self, planned: PlannedLayer, i: int, out: int) -> Sequence[int]:
        """Return the maps of the ``i``-th input that an output map reads."""
        source = out - self.first_map(planned, i)
        return (source,) if 0 <= source < planned.input_shapes[i][0] else ()

    # --- forwards ------------------------------------------------------------------------

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return ∂output/∂value at every tap, broadcast to (K, K, C, rows, columns)."""
        return np.ones((1, 1, 1, 1, 1))

    def slopes(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return ∂output/∂value for the values under one window, (maps, K, K)."""
        kernel = self.window(planned).kernel
        every = np.broadcast_to(
            self.slope_maps(trace, planned), (kernel, kernel, *self.cube(planned))
        )
        return every[(..., *place)][None]

    def weights(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return what the values under one window are multiplied by, (maps, K, K)."""
        return self.slopes(trace, planned, i, place)

    def factor(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return what the sum of the terms is multiplied by."""
        return 1.0

    def bias(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return what is added to the sum."""
        bias = trace.weights.get(f"{planned.name}.bias")
        return 0.0 if bias is None else float(bias[place[0]])

    def constants(
        self, trace: Trace, planned: PlannedLayer, place: Place
    ) -> tuple[tuple[str, float], ...]:
        """Return the other numbers of the formula by name."""
        return ()

    def output(self, found: UnitSum) -> float:
        """Return the value of the unit."""
        return found.sum

    def winner(self, terms: Sequence[Term]) -> int | None:
        """Return the number of the term that is taken, where one is."""
        return None

    def terms(self, trace: Trace, planned: PlannedLayer, place: Place) -> Iterator[Term]:
        """Yield the terms of a unit: by input, map, row and column."""
        window = self.window(planned)
        rows, columns = window.reads(place[1]), window.reads(place[2])
        for i, source in enumerate(planned.inputs):
            maps = self.maps(planned, i, place[0])
            shape = planned.input_shapes[i]
            _, height, width = as_maps(shape)
            y, x = np.meshgrid(rows, columns, indexing="ij")
            inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
            patches = np.zeros((len(maps), *inside.shape))
            values = trace.values[source].reshape(as_maps(shape))
            patches[:, inside] = values[list(maps)][:, y[inside], x[inside]]
            weights = np.broadcast_to(self.weights(trace, planned, i, place), patches.shape)
            for position, value, weight, is_inside in zip(
                product(maps, rows, columns),
                patches.ravel().tolist(),
                np.asarray(weights, np.float64).ravel().tolist(),
                inside.ravel().tolist() * len(maps),
                strict=True,
            ):
                if is_inside or self.reads_padding:
                    unit = Unit(source, position[: len(shape)])
                    yield Term(unit, value, weight, weight * value, not is_inside)

    def explain(self, trace: Trace, planned: PlannedLayer, unit: Unit) -> UnitSum:
        """Return the arithmetic of a unit."""
        place = self.place(planned, unit.position)
        terms = tuple(self.terms(trace, planned, place))
        found = UnitSum(
            unit,
            type(planned.layer).__name__,
            terms,
            trace.value(unit),
            self.factor(trace, planned, place),
            self.bias(trace, planned, place),
            winner=self.winner(terms),
            constants=self.constants(trace, planned, place),
            form=self.form,
            is_window=isinstance(planned.layer, Layer) and planned.layer.window is not None,
        )
        return replace(found, output=self.output(found))

    # --- backwards -----------------------------------------------------------------------

    def passed_on(self, trace: Trace, planned: PlannedLayer, i: int, delta: Values) -> Values:
        """Return ∂loss/∂values of the ``i``-th input, as maps, from that of the cube."""
        shape, window = as_maps(planned.input_shapes[i]), self.window(planned)
        first = self.first_map(planned, i)
        own = delta[first : first + shape[0]]
        slopes = np.broadcast_to(
            self.slope_maps(trace, planned), (window.kernel, window.kernel, *own.shape)
        )
        return gathered(shape, window, own.shape, lambda ky, kx: own * slopes[ky, kx])

    def multiplied(self, trace: Trace, planned: PlannedLayer, parameter: str) -> Values | None:
        """Return what a parameter with a number a map is multiplied by, shaped as the cube.

        None for kernels, which meet every value under the window.
        """
        return np.ones(self.cube(planned)) if parameter == "bias" else None


def taps(window: Window, rows: int, columns: int) -> Iterator[tuple[int, int, slice, slice]]:
    """Yield every tap of the kernel with the padded input's rows and columns it meets."""
    for ky, kx in product(range(window.kernel), repeat=2):
        yield ky, kx, _met(window, ky, rows), _met(window, kx, columns)


def gathered(
    shape: Place,
    window: Window,
    output: Shape,
    share: Callable[[int, int], Values],
) -> Values:
    """Return the sum, at every input value, of what each tap of each window hands back to it."""
    blamed = padded(np.zeros(shape), window.padding)
    for ky, kx, rows, columns in taps(window, *output[1:]):
        blamed[:, rows, columns] += share(ky, kx)
    inner = (slice(window.padding, window.padding + size) for size in shape[1:])
    return np.asarray(blamed[(slice(None), *inner)])


def _met(window: Window, tap: int, places: int) -> slice:
    start = tap * window.dilation
    return slice(start, start + window.stride * (places - 1) + 1, window.stride)


def padded(maps: Values, padding: int, value: float = 0.0) -> Values:
    """Return maps with a frame around them."""
    return np.pad(maps, ((0, 0), (padding,) * 2, (padding,) * 2), constant_values=value)


def moved(position: Sequence[int], shape: Shape, to: Shape) -> tuple[int, ...]:
    """Return the position in another shape of as many values."""
    if shape == to:
        return tuple(position)
    return tuple(int(i) for i in np.unravel_index(np.ravel_multi_index(tuple(position), shape), to))


def fixed(planned: PlannedLayer, name: str) -> float:
    """Return a number that the layer was written with."""
    value: Any = getattr(planned.layer, name)
    return float(value)

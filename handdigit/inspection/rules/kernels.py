"""Rules of layers whose outputs compare their inputs with kernels: convolutions, dense, RBF."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from handdigit.inspection.rules.rule import Place, Rule, as_maps, gathered, moved, padded, taps
from handdigit.inspection.sums import Form, Term
from handdigit.inspection.trace import Trace, Values
from handdigit.network import lenet5_layers
from handdigit.network.architecture import PlannedLayer
from handdigit.network.digit_codes import DIGIT_CODES
from handdigit.network.layer import Shape

PRODUCTS = Form(
    "{value} · {weight}",
    after=" + {bias}",
    joined="sum of products",
    symbols="Σ w·x + b",
    result=lambda joined, n: joined + n["bias"],
)


class Mixing(Rule):
    """Every output map is a sum over several input maps, each with a trained kernel.

    The kernels are stored by output map, then input map; whatever the parameter's shape is,
    its numbers stand in this order, (connections, K, K).
    """

    form = PRODUCTS

    def maps(self, planned: PlannedLayer, i: int, out: int) -> Sequence[int]:
        """Return all input maps."""
        return range(planned.input_shape[0])

    def first_kernel(self, planned: PlannedLayer, out: int) -> int:
        """Return the number of the first kernel of an output map."""
        return sum(len(self.maps(planned, 0, before)) for before in range(out))

    def slopes(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return the kernels of an output map."""
        kernel = self.window(planned).kernel
        first = self.first_kernel(planned, place[0])
        every = trace.weights[f"{planned.name}.weight"].reshape(-1, kernel, kernel)
        return every[first : first + len(self.maps(planned, i, place[0]))]

    def numbers(self, planned: PlannedLayer) -> NDArray[np.int64]:
        """Return where each kernel's numbers are stored, (outputs, inputs, K, K).

        -1 where a map is not read.
        """
        found = np.full(self._full_shape(planned), -1)
        read = np.zeros(found.shape[:2], bool)
        for out in range(len(read)):
            read[out, list(self.maps(planned, 0, out))] = True
        found[read] = np.arange(read.sum() * found[0, 0].size).reshape(-1, *found.shape[2:])
        return found

    def location(
        self, planned: PlannedLayer, shape: Shape, index: tuple[int, ...]
    ) -> tuple[int, int, int, int]:
        """Return output map, input map, row and column of one number of the parameter."""
        kernel = self.window(planned).kernel
        number, ky, kx = moved(index, shape, (math.prod(shape) // kernel**2, kernel, kernel))
        out = 0
        while number >= len(maps := self.maps(planned, 0, out)):
            number -= len(maps)
            out += 1
        return out, maps[number], ky, kx

    def index(
        self, planned: PlannedLayer, shape: Shape, location: tuple[int, int, int, int]
    ) -> tuple[int, ...]:
        """Return the index into the parameter; ``location`` is what :meth:`location` gives."""
        out, source, ky, kx = location
        kernel = self.window(planned).kernel
        number = self.first_kernel(planned, out) + self.maps(planned, 0, out).index(source)
        return moved((number, ky, kx), (math.prod(shape) // kernel**2, kernel, kernel), shape)

    def kernels(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return all kernels, (outputs, inputs, K, K), 0 where a map is not read."""
        weight = trace.weight(planned.name, "weight")
        assert weight is not None  # it has kernels
        shape = self._full_shape(planned)
        if weight.size == math.prod(shape):
            return weight.reshape(shape)  # every map is read: nothing to look up
        numbers = self.numbers(planned)
        return np.where(numbers < 0, 0.0, weight.ravel()[numbers])

    def passed_on(self, trace: Trace, planned: PlannedLayer, i: int, delta: Values) -> Values:
        """Full convolution of δ with the kernels turned by 180°, tap by tap."""
        kernels = self.kernels(trace, planned)
        return gathered(
            as_maps(planned.input_shape),
            self.window(planned),
            delta.shape,
            lambda ky, kx: np.tensordot(kernels[:, :, ky, kx], delta, ([0], [0])),
        )

    def kernel_gradient(self, trace: Trace, planned: PlannedLayer, delta: Values) -> Values:
        """Cross-correlation of the input with δ, shaped as the parameter."""
        window, shape = self.window(planned), planned.input_shape
        frame = padded(trace.output(planned.inputs[0]).reshape(as_maps(shape)), window.padding)
        parameter = trace.weights[f"{planned.name}.weight"]
        full = np.empty(self._full_shape(planned))
        for ky, kx, rows, columns in taps(window, *delta.shape[1:]):
            full[:, :, ky, kx] = np.tensordot(delta, frame[:, rows, columns], ([1, 2], [1, 2]))
        if parameter.size != full.size:
            full = full[self.numbers(planned) >= 0]  # in the order they are stored
        return full.reshape(parameter.shape)

    def _full_shape(self, planned: PlannedLayer) -> tuple[int, int, int, int]:
        kernel = self.window(planned).kernel
        return self.cube(planned)[0], planned.input_shape[0], kernel, kernel


class Partial(Mixing):
    """Kernels only where a table says so."""

    def maps(self, planned: PlannedLayer, i: int, out: int) -> Sequence[int]:
        """Return the table's line."""
        assert isinstance(planned.layer, lenet5_layers.PartialConv2d)  # the table of rules says so
        return planned.layer.table[out]


class Distances(Rule):
    """The squared distance of all values from a picture for every output, negated."""

    form = Form(
        "({value} - {weight})²",
        before="-(",
        after=")",
        joined="sum of squares",
        column="(value - weight)²",
        symbols="−Σ (x − w)²",
        part=lambda n: (n["value"] - n["weight"]) ** 2,
        result=lambda joined, _: -joined,
    )
    codes = np.array(DIGIT_CODES, np.float64)[:, :, None, None]
    """(outputs, values, 1, 1), shaped as 1×1 kernels."""

    def maps(self, planned: PlannedLayer, i: int, out: int) -> Sequence[int]:
        """Return all values."""
        return range(planned.input_shape[0])

    def weights(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return the picture."""
        return np.asarray(self.codes[place[0]])

    def factor(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return -1: the nearest picture gets the largest output."""
        return -1.0

    def terms(self, trace: Trace, planned: PlannedLayer, place: Place) -> Iterator[Term]:
        """Yield the square of every difference."""
        for term in super().terms(trace, planned, place):
            yield term._replace(product=(term.value - term.weight) ** 2)

    def slopes(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return -2 (x - w) for every value."""
        values = trace.output(planned.inputs[0]).reshape(-1, 1, 1)
        return np.asarray(-2 * (values - self.codes[place[0]]))

    def passed_on(self, trace: Trace, planned: PlannedLayer, i: int, delta: Values) -> Values:
        """Return Σ δ · -2 (x - w) over the outputs."""
        places = [(out, 0, 0) for out in range(len(delta))]
        slopes = [self.slopes(trace, planned, i, place) for place in places]
        return np.asarray(np.tensordot(delta[:, 0, 0], slopes, 1))

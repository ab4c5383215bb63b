"""How every layer type computes, forwards and backwards, and how that is written: the table.

From a layer's :class:`~handdigit.inspection.rule.Rule` come the sum of a unit, its
derivatives, its receptive field, its text and its equation.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from handdigit.inspection.rule import Place, Rule, as_maps, gathered, moved, padded, taps
from handdigit.inspection.sums import Form, Term, UnitSum
from handdigit.inspection.trace import Trace, Values
from handdigit.network import blocks, layers
from handdigit.network.architecture import PlannedLayer
from handdigit.network.digit_codes import DIGIT_CODES
from handdigit.network.layer import Shape, Window
from handdigit.network.layers import NORM_EPSILON, TANH_AMPLITUDE, TANH_SLOPE

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
        assert isinstance(planned.layer, layers.PartialConv2d)  # the table of rules says so
        return planned.layer.table[out]


class Mean(Rule):
    """The mean of the values under a window; padding counts as zeros, as it does in torch."""

    form = Form(
        before="(",
        after=") / {count}",
        symbols="Σ x / n",
        result=lambda joined, n: joined / n["count"],
    )

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the same share for all."""
        return np.full((1, 1, 1, 1, 1), 1 / self.window(planned).kernel ** 2)


class WholeMean(Mean):
    """The mean of a whole map."""

    def window(self, planned: PlannedLayer) -> Window:
        """Return one as large as the map; maps are square."""
        return Window(planned.input_shape[1])


class ScaledMean(Mean):
    """A mean times a trained coefficient, plus a trained bias."""

    form = Form(
        before="{factor} · (",
        after=") / {count} + {bias}",
        symbols="w · Σ x / n + b",
        result=lambda joined, n: n["factor"] * joined / n["count"] + n["bias"],
    )

    def factor(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return the coefficient of the map."""
        return float(trace.weights[f"{planned.name}.weight"][place[0]])

    def weights(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return a share each, without the coefficient."""
        return super().slope_maps(trace, planned)[:, :, 0, 0]

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the share times the coefficient."""
        weight = trace.weights[f"{planned.name}.weight"].astype(np.float64)
        return super().slope_maps(trace, planned) * weight[:, None, None]

    def multiplied(self, trace: Trace, planned: PlannedLayer, parameter: str) -> Values | None:
        """Return the means for the coefficient."""
        if parameter == "bias":
            return super().multiplied(trace, planned, parameter)
        maps, window = trace.output(planned.inputs[0]), self.window(planned)
        parts = [maps[:, y, x] for _, _, y, x in taps(window, *planned.output_shape[1:])]
        return np.asarray(np.mean(parts, 0))


class Maximum(Rule):
    """The largest value under a window; of equal ones the first, as torch takes it."""

    form = Form(before="max(", between=", ", after=")", joined="largest value", symbols="max(x)")
    reads_padding = False  # padding never wins

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return 1 for the winner of each window, else 0."""
        window, kernel = self.window(planned), self.window(planned).kernel
        low = padded(trace.output(planned.inputs[0]), window.padding, -np.inf)
        places = planned.output_shape[1:]
        under = np.stack([low[:, rows, columns] for _, _, rows, columns in taps(window, *places)])
        won = np.arange(kernel**2)[:, None, None, None] == under.argmax(0)
        won = won.reshape(kernel, kernel, *planned.output_shape)
        return np.asarray(won, np.float64)

    def winner(self, terms: Sequence[Term]) -> int | None:
        """Return the number of the largest."""
        return next(i for i, term in enumerate(terms) if term.weight)


class Normalising(Rule):
    """Batch normalisation in use: scale · (x - mean) / √(variance + epsilon) + shift."""

    form = Form(
        before="{scale} · (",
        after=" - {mean}) / √({variance} + {epsilon}) + {shift}",
        symbols="γ · (x − μ) / √(σ² + ε) + β",
        result=lambda x, n: (
            n["scale"] * (x - n["mean"]) / math.sqrt(n["variance"] + n["epsilon"]) + n["shift"]
        ),
    )

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the factor of each map."""
        norm = normalisation_of(trace, planned.name)
        return np.asarray((norm.scale / norm.deviation)[:, None, None])

    def bias(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return shift - factor · mean."""
        norm = normalisation_of(trace, planned.name)
        return float((norm.shift - norm.scale / norm.deviation * norm.mean)[place[0]])

    def constants(
        self, trace: Trace, planned: PlannedLayer, place: Place
    ) -> tuple[tuple[str, float], ...]:
        """Return its numbers for one map."""
        norm = normalisation_of(trace, planned.name)
        mean, variance, scale, shift = (float(part[place[0]]) for part in norm)
        names = ("mean", "variance", "epsilon", "scale", "shift")
        return tuple(zip(names, (mean, variance, NORM_EPSILON, scale, shift), strict=True))

    def multiplied(self, trace: Trace, planned: PlannedLayer, parameter: str) -> Values | None:
        """Return the standardised values for the scale."""
        if parameter == "bias":
            return super().multiplied(trace, planned, parameter)
        norm = normalisation_of(trace, planned.name)
        centred = trace.output(planned.inputs[0]) - norm.mean[:, None, None]
        return np.asarray(centred / norm.deviation[:, None, None])


class Scaling(Rule):
    """scale · x + shift, both fixed."""

    form = PRODUCTS._replace(symbols="x · a + b")

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the scale."""
        return np.full((1, 1, 1, 1, 1), _fixed(planned, "scale"))

    def bias(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return the shift."""
        return _fixed(planned, "shift")


class Framing(Rule):
    """Values are passed on; around them is a frame of a fixed value."""

    reads_padding = False

    def window(self, planned: PlannedLayer) -> Window:
        """Return the window of one value that begins in the frame."""
        return Window(1, padding=int(_fixed(planned, "padding")))

    def bias(self, trace: Trace, planned: PlannedLayer, place: Place) -> float:
        """Return the value of the frame, there only."""
        padding, (_, *size) = self.window(planned).padding, planned.input_shape
        inside = all(0 <= at - padding < n for at, n in zip(place[1:], size, strict=True))
        return 0.0 if inside else _fixed(planned, "value")


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


class Flattening(Rule):
    """The output has the input's values in another shape."""

    def cube(self, planned: PlannedLayer) -> Place:
        """Return the input's shape."""
        return as_maps(planned.input_shape)


class Joining(Rule):
    """The inputs' maps after each other."""

    def first_map(self, planned: PlannedLayer, i: int) -> int:
        """Return the number of maps before it."""
        return sum(shape[0] for shape in planned.input_shapes[:i])


class Function(Rule):
    """An activation function of every value.

    Args:
        value: the function, of arrays.
        slope: its derivative, of its inputs.
        before: what stands before the value where it is written, with brackets opened.
        after: what stands after it.
    """

    def __init__(
        self,
        value: Callable[[Values], Values],
        slope: Callable[[Values], Values],
        before: str,
        after: str = ")",
    ) -> None:
        """Keep them."""
        self.value, self.slope = value, slope
        symbols = f"{before}x{after}".replace("-", "−")
        self.form = Form(before=before, after=after, symbols=symbols, result=self._result)

    def _result(self, x: float, _numbers: Mapping[str, float]) -> float:
        return float(self.value(np.array(x)))

    def slope_maps(self, trace: Trace, planned: PlannedLayer) -> Values:
        """Return the derivative at every value."""
        values = trace.output(planned.inputs[0])
        return np.asarray(self.slope(values)).reshape(as_maps(values.shape))

    def weights(self, trace: Trace, planned: PlannedLayer, i: int, place: Place) -> Values:
        """Return 1: the function is applied to the value itself."""
        return np.ones((1, 1, 1))

    def output(self, found: UnitSum) -> float:
        """Return the function's value."""
        return float(self.value(np.array(found.sum)))


def _sigmoid(values: Values) -> Values:
    power = np.exp(-np.abs(values))  # exp of a large number would overflow
    return np.asarray(np.where(values >= 0, 1.0, power) / (1 + power))


class Normalisation(NamedTuple):
    """The numbers of a batch normalisation, (channels,) each."""

    mean: Values
    variance: Values
    scale: Values
    shift: Values

    @property
    def deviation(self) -> Values:
        """√(variance + epsilon)."""
        return np.sqrt(self.variance + NORM_EPSILON)


def normalisation_of(trace: Trace, name: str) -> Normalisation:
    """Return the numbers of a batch normalisation."""
    found = [trace.weight(name, part) for part in ("running_mean", "running_var", "weight", "bias")]
    mean, variance, scale, shift = (part for part in found if part is not None)
    return Normalisation(mean, variance, scale, shift)


def _fixed(planned: PlannedLayer, name: str) -> float:
    """Return a number that the layer was written with."""
    value: Any = getattr(planned.layer, name)
    return float(value)


RULES: dict[type, Rule] = {
    layers.Conv2d: Mixing(),
    layers.PartialConv2d: Partial(),
    layers.Linear: Mixing(),
    layers.MaxPool2d: Maximum(),
    layers.AvgPool2d: Mean(),
    layers.GlobalAvgPool2d: WholeMean(),
    layers.Subsample2d: ScaledMean(),
    layers.BatchNorm2d: Normalising(),
    layers.Rescale: Scaling(),
    layers.Pad2d: Framing(),
    layers.Rbf: Distances(),
    layers.Flatten: Flattening(),
    layers.Dropout: Rule(),
    layers.ReLU: Function(
        lambda x: np.maximum(0.0, x), lambda x: (x > 0).astype(np.float64), "max(0, "
    ),
    layers.Sigmoid: Function(
        _sigmoid, lambda x: _sigmoid(x) * (1 - _sigmoid(x)), "1 / (1 + exp(-", "))"
    ),
    layers.Tanh: Function(np.tanh, lambda x: 1 - np.tanh(x) ** 2, "tanh("),
    layers.ScaledTanh: Function(
        lambda x: TANH_AMPLITUDE * np.tanh(TANH_SLOPE * x),
        lambda x: TANH_AMPLITUDE * TANH_SLOPE * (1 - np.tanh(TANH_SLOPE * x) ** 2),
        f"{TANH_AMPLITUDE} · tanh(2 · ",
        " / 3)",
    ),
    blocks.Add: Rule(),
    blocks.Concat: Joining(),
}


def rule_of(planned: PlannedLayer) -> Rule:
    """Return how a layer computes."""
    return RULES[type(planned.layer)]

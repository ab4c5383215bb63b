"""What every kind of layer is for, and its formulas with a layer's own numbers: the table."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import NamedTuple

from handdigit.inspection.trace import SOFTMAX
from handdigit.network import blocks, layers, lenet5_layers
from handdigit.network.architecture import INPUT, INPUT_SHAPE, PlannedLayer, format_shape
from handdigit.network.layer import Layer
from handdigit.sentences import Sentence, noted, sentence


class Kind(NamedTuple):
    """What is said about every layer of a kind."""

    title: str
    does: Callable[[PlannedLayer | None], str]
    """Says what one of them does, in a sentence; without a layer for input and softmax."""
    purpose: str
    """Two sentences."""
    size: Callable[[PlannedLayer], str]
    """How the size of its output comes about, as equations."""


def _always(text: str) -> Callable[[object], str]:
    return lambda _planned: text


def _sliding(text: str) -> Callable[[PlannedLayer | None], Sentence]:
    """Return what says a text about the side of the layer's window."""

    def does(planned: PlannedLayer | None) -> Sentence:
        assert planned is not None
        assert isinstance(planned.layer, Layer)
        window = planned.layer.window
        assert window is not None
        return sentence(text, window.kernel)

    return does


def _window(planned: PlannedLayer) -> str:
    """Return the formula of one axis for all, or for both where they differ."""
    assert isinstance(planned.layer, Layer)  # a join has no window
    window = planned.layer.window
    assert window is not None
    sizes = dict.fromkeys(planned.input_shape[1:])
    return "; ".join(window.size_formula(size) for size in sizes)


def _same(planned: PlannedLayer) -> str:
    return format_shape(planned.output_shape)


def _flat(planned: PlannedLayer) -> str:
    return f"{' · '.join(map(str, planned.input_shape))} = {prod(planned.input_shape)}"


def _framed(planned: PlannedLayer) -> str:
    assert isinstance(planned.layer, lenet5_layers.Pad2d)  # the table says so
    sizes = dict.fromkeys(planned.input_shape[1:])
    padding = planned.layer.padding
    return "; ".join(f"{size} + 2·{padding} = {size + 2 * padding}" for size in sizes)


def _stacked(planned: PlannedLayer) -> str:
    channels = [shape[0] for shape in planned.input_shapes]
    return f"{' + '.join(map(str, channels))} = {sum(channels)}"


INPUT_KIND = Kind(
    noted("Input"),
    _always(noted("28 × 28 numbers: how much ink every little square has.")),
    noted(
        "The drawing, made as small as the pictures that the network learned from. Every number "
        "says how much ink a little square has; paper is below 0, ink above."
    ),
    lambda _planned: format_shape(INPUT_SHAPE),
)
SOFTMAX_KIND = Kind(
    noted("Softmax"),
    _always(noted("Turns the scores of all classes into shares that add up to 1.")),
    noted(
        "Turns the scores of all digits into shares that add up to 1. Only differences between "
        "scores count: every further point of a lead multiplies the share."
    ),
    _same,
)
POINTWISE = Kind(
    noted("1×1 convolution"),
    _always(noted("Mixes the maps into new ones, at every place by itself.")),
    noted(
        "Mixes the maps at every place by itself, without looking at its neighbours. So it makes "
        "fewer maps of many, and what comes after has less to compute."
    ),
    _window,
)
KINDS: dict[type, Kind] = {
    layers.Conv2d: Kind(
        noted("Convolution"),
        _sliding(noted("Slides a {0}×{0} kernel over the maps for every pattern it looks for.")),
        noted(
            "Slides small kernels over the maps: each looks for one pattern, wherever that is. "
            "The same few weights serve every place, so there is little to learn and much to "
            "compute."
        ),
        _window,
    ),
    lenet5_layers.PartialConv2d: Kind(
        noted("Partial convolution"),
        _sliding(
            noted("Slides a {0}×{0} kernel over some of the maps for every pattern it looks for.")
        ),
        noted(
            "A convolution in which every map reads only some of the maps before, by a table. So "
            "it has fewer weights, and the maps have to find different things."
        ),
        _window,
    ),
    layers.Linear: Kind(
        noted("Dense layer"),
        _always(noted("Adds up all numbers that come in, each times a weight of its own.")),
        noted(
            "Every output weighs every number that comes in, each with a weight of its own. That "
            "makes many parameters, but each is used only once for a drawing."
        ),
        lambda planned: str(planned.output_shape[0]),
    ),
    layers.MaxPool2d: Kind(
        noted("Max pooling"),
        _sliding(noted("Keeps the largest value of every {0}×{0}.")),
        noted(
            "Keeps the largest value of every window, in each map by itself. Maps get smaller, "
            "and it hardly matters if the drawing moves by a pixel."
        ),
        _window,
    ),
    layers.AvgPool2d: Kind(
        noted("Mean pooling"),
        _sliding(noted("Takes the mean of every {0}×{0}.")),
        noted(
            "Takes the mean of every window, in each map by itself. Maps get smaller and "
            "smoother, and small shifts matter less."
        ),
        _window,
    ),
    layers.GlobalAvgPool2d: Kind(
        noted("Global mean pooling"),
        _always(noted("Makes one number of every map: its mean.")),
        noted(
            "Makes one number of every map: its mean. What counts from here on is how much of a "
            "pattern there is, no longer where."
        ),
        lambda planned: f"{format_shape(planned.input_shape)} → {planned.output_shape[0]}",
    ),
    lenet5_layers.Subsample2d: Kind(
        noted("Subsampling"),
        _sliding(noted("Takes the mean of every {0}×{0}, times a trained number, plus another.")),
        noted(
            "The mean of every window, times one trained coefficient, plus one trained bias a map. "
            "LeNet-5's pooling: it learns how strongly each map passes on what it saw."
        ),
        _window,
    ),
    layers.BatchNorm2d: Kind(
        noted("Batch normalisation"),
        _always(noted("Brings every map to the mean and the spread that training found.")),
        noted(
            "Brings every map to the mean and the spread that training found best for it. So the "
            "layers after it meet values of a usual size, and training is quicker."
        ),
        _same,
    ),
    lenet5_layers.Rescale: Kind(
        noted("Rescaling"),
        _always(noted("Brings the grey levels to another range.")),
        noted(
            "Multiplies every value by a fixed number and adds another. It brings the grey levels "
            "to the range that the network was made for."
        ),
        _same,
    ),
    lenet5_layers.Pad2d: Kind(
        noted("Padding"),
        _always(noted("Puts a frame of one value around every map.")),
        noted(
            "Puts a frame of one value around every map. So kernels can also lie at the edge, and "
            "maps do not shrink so soon."
        ),
        _framed,
    ),
    layers.Flatten: Kind(
        noted("Flattening"),
        _always(noted("Lays all maps out in one line of numbers.")),
        noted(
            "Lays all maps out in one line of numbers, map after map. Nothing is computed: the "
            "dense layer after it wants a line."
        ),
        _flat,
    ),
    lenet5_layers.Rbf: Kind(
        noted("Distance from pictures"),
        _always(noted("Measures how far the numbers are from a picture of each digit.")),
        noted(
            "Compares the numbers that come in with a fixed 7×12 picture of each digit: the score "
            "is the sum of the squared differences, made negative. The nearest picture wins; "
            "LeNet-5 ends like this."
        ),
        lambda planned: str(planned.output_shape[0]),
    ),
    layers.ReLU: Kind(
        noted("ReLU"),
        _always(noted("Turns what is below 0 into 0 and passes on the rest.")),
        noted(
            "Cuts off what is negative and passes on what is positive. Without such a bend, all "
            "layers together would be no more than one weighted sum."
        ),
        _same,
    ),
    layers.Sigmoid: Kind(
        noted("Sigmoid"),
        _always(noted("Bends every number into the range from 0 to 1.")),
        noted(
            "Bends any number into the range from 0 to 1. Far from 0 the curve is flat, so deep "
            "networks learn slowly with it."
        ),
        _same,
    ),
    layers.Tanh: Kind(
        noted("tanh"),
        _always(noted("Bends every number into the range from −1 to 1.")),
        noted(
            "Bends any number into the range from −1 to 1. Far from 0 the curve is flat, so "
            "little of the error comes back there in training."
        ),
        _same,
    ),
    lenet5_layers.ScaledTanh: Kind(
        noted("Scaled tanh"),
        _always(noted("Bends every number by LeNet-5's stretched tanh.")),
        noted(
            "LeNet-5's bend: tanh, stretched so that 1 stays 1 and −1 stays −1. Far from 0 the "
            "curve is flat, so little of the error comes back there in training."
        ),
        _same,
    ),
    layers.Dropout: Kind(
        noted("Dropout"),
        _always(noted("Passes everything on while reading; in training it sets some values to 0.")),
        noted(
            "In training it sets some of the values to 0, others each time, so that no unit can "
            "rely on another. While reading it does nothing."
        ),
        _same,
    ),
    blocks.Add: Kind(
        noted("Sum of two ways"),
        _always(noted("Adds what the block computed to what came past it.")),
        noted(
            "Adds what a residual block computed to what came past it unchanged. The block only "
            "has to learn what is missing, so deep networks can be trained."
        ),
        _same,
    ),
    blocks.Concat: Kind(
        noted("Branches joined"),
        _always(noted("Puts the maps of all branches after each other.")),
        noted(
            "Puts the maps of all branches after each other. So the next layer chooses between "
            "kernels of several sizes."
        ),
        _stacked,
    ),
}


def kind_of(name: str, planned: PlannedLayer | None) -> Kind:
    """Return the kind of a layer; ``planned`` is None for input and softmax.

    A layer that is not in the table says what its class says.
    """
    if planned is None:
        return {INPUT: INPUT_KIND, SOFTMAX: SOFTMAX_KIND}[name]
    if isinstance(planned.layer, layers.Conv2d) and planned.layer.kernel == 1:
        return POINTWISE
    kind = type(planned.layer)
    doc = kind.__doc__ or ""
    return KINDS.get(kind) or Kind(kind.__name__, _always(doc), doc, _same)


def parameter_formula(planned: PlannedLayer) -> str:
    """Return how a layer's parameters are counted, as an equation; nothing if it has none."""
    if not isinstance(planned.layer, Layer) or not planned.parameter_count:
        return ""
    formula = planned.layer.parameter_formula(planned.input_shape)
    return f"{formula} = {planned.parameter_count:,}"


def operation_formula(planned: PlannedLayer) -> str:
    """Return how a layer's multiply-adds are counted, as an equation; nothing if it does none."""
    if not isinstance(planned.layer, Layer) or not planned.operation_count:
        return ""
    formula = planned.layer.operation_formula(planned.input_shape)
    count = f"{planned.operation_count:,}"
    return f"{formula} = {count}" if formula else count

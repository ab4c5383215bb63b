"""When a question about layers, units or the Lab is answered, and what is said.

Each function returns a sentence that live numbers make true, or nothing while the question is open.
"""

from __future__ import annotations

import numpy as np

from handdigit.gui.course.page import Live, Solution
from handdigit.gui.numbers import decimal, grouped
from handdigit.inspection.receptive_field import input_field_size
from handdigit.network.convolution import (
    NAMED_KERNELS,
    Axis,
    ConvolutionError,
    Padding,
    Sliding,
    max_pooling,
    mean_pooling,
    padding_sides,
)
from handdigit.network.layers import BatchNorm2d, Conv2d, ReLU
from handdigit.network.lenet5_layers import PartialConv2d
from handdigit.number_format import in_percent, with_decimals
from handdigit.sentences import sentence

EDGE_SIDE = 6
"""Rows and columns of the Lab's vertical edge."""
MOSTLY = 0.8
"""Of the largest value, what counts as near it."""
ROUNDED = 0.006
"""How far a number with two decimals may be off."""


def near_the_strongest(live: Live) -> str:
    """A unit of a convolution is looked at that is nearly the largest of its map."""
    unit = live.unit
    planned = None if unit is None else live.layer(unit.layer)
    values = None if unit is None else live.values(unit.layer)
    if unit is None or planned is None or values is None or values.ndim != 3:
        return ""
    if not isinstance(planned.layer, Conv2d):
        return ""
    largest, found = float(values[unit.position[0]].max()), float(values[unit.position])
    if found <= 0 or found < MOSTLY * largest:
        return ""
    return sentence(
        "Right: the sum is {0} here, and {1} where it is largest on this map.",
        decimal(found, 2),
        decimal(largest, 2),
    )


def lab_axis(live: Live) -> Axis | None:
    """Return how the Lab's kernel slides along the edge picture; None over anything else."""
    lab = live.lab
    if lab.source != "edge" or lab.size is None or lab.stride is None or lab.dilation is None:
        return None
    padding = lab.padding if isinstance(lab.padding, int) else Padding(lab.padding or "valid")
    sides = padding_sides(padding, lab.size, lab.dilation)
    return Axis(EDGE_SIDE, lab.size, lab.stride, lab.dilation, sides)


def output_of_two(live: Live) -> str:
    """The Lab's output is 2 × 2."""
    axis = lab_axis(live)
    try:
        if axis is None or axis.output != 2:
            return ""
    except ConvolutionError:
        return ""
    return sentence(
        "Right: ({0} + {1} − {2})/{3} + 1 = {4}, and the floor of it is {5}.",
        grouped(axis.size),
        grouped(sum(axis.sides)),
        grouped(axis.reach),
        grouped(axis.stride),
        decimal((axis.padded - axis.reach) / axis.stride + 1, 2),
        grouped(axis.output),
    )


def turned_kernel(live: Live) -> str:
    """The Lab's vertical edge is convolved with the kernel turned by 180°."""
    lab = live.lab
    if (lab.source, lab.operation, lab.kernel) != ("edge", "convolution", "vertical-edge"):
        return ""
    kernel = NAMED_KERNELS["vertical-edge"].matrix(3)
    if np.array_equal(np.flip(kernel), kernel):
        return ""
    return sentence(
        "Right: the first weight was {0} and is {1} now; a kernel that finds light on the left "
        "has become one that finds light on the right.",
        with_decimals(float(kernel[0, 0])),
        with_decimals(float(np.flip(kernel)[0, 0])),
    )


def mean_instead_of_max(live: Live) -> str:
    """The Lab pools the drawing by the mean."""
    lab, normalised = live.lab, live.recognition.normalised
    if (lab.source, lab.operation) != ("drawing", "mean") or normalised is None or not lab.size:
        return ""
    picture = normalised.picture.astype(np.float64) / 255
    sliding = Sliding(stride=lab.size)
    largest, mean = (pool(picture, lab.size, sliding) for pool in (max_pooling, mean_pooling))
    row, column = np.unravel_index(int((largest - mean).argmax()), mean.shape)
    return sentence(
        "Right: in one window of this drawing the maximum keeps {0} and the mean makes {1} of it.",
        decimal(largest[row, column], 2),
        decimal(mean[row, column], 2),
    )


def silenced(live: Live) -> str:
    """A unit of a ReLU is looked at that got less than nothing."""
    unit = live.unit
    planned = None if unit is None else live.layer(unit.layer)
    if unit is None or planned is None or not isinstance(planned.layer, ReLU):
        return ""
    values, before = live.values(unit.layer), live.values(planned.inputs[0])
    if values is None or before is None or values[unit.position] != 0 or before[unit.position] >= 0:
        return ""
    return sentence(
        "Right: {0} came in and 0 goes out. {1} % of this layer are silent for this drawing.",
        decimal(before[unit.position], 2),
        in_percent(float((values == 0).mean())),
    )


def table_of_c3(live: Live) -> Solution | None:
    """How many maps the first map of LeNet-5's C3 reads."""
    layers = [p for p in live.info.architecture.plan() if isinstance(p.layer, PartialConv2d)]
    if not layers:
        return None
    planned, layer = layers[0], layers[0].layer
    assert isinstance(layer, PartialConv2d)
    way = sentence(
        "{0} of {1}. The table has {2} connections where all with all would have {3}.",
        grouped(len(layer.table[0])),
        grouped(planned.input_shape[0]),
        grouped(len(layer.connections)),
        grouped(len(layer.table) * planned.input_shape[0]),
    )
    return Solution((len(layer.table[0]),), way)


def changed_sign(live: Live) -> str:
    """A unit is looked at whose sign batch normalisation has changed."""
    unit = live.unit
    planned = None if unit is None else live.layer(unit.layer)
    if unit is None or planned is None or not isinstance(planned.layer, BatchNorm2d):
        return ""
    before, after = live.values(planned.inputs[0]), live.values(unit.layer)
    if before is None or after is None or before[unit.position] * after[unit.position] >= 0:
        return ""
    return sentence(
        "Right: {0} came in and {1} goes out: moved and stretched as all of this map is.",
        decimal(before[unit.position], 2),
        decimal(after[unit.position], 2),
    )


def one_by_one(live: Live) -> str:
    """A unit of a 1×1 convolution is looked at."""
    unit = live.unit
    planned = None if unit is None else live.layer(unit.layer)
    if unit is None or planned is None or not isinstance(planned.layer, Conv2d):
        return ""
    if planned.layer.kernel != 1:
        return ""
    rows, columns = input_field_size(live.info.architecture, unit.layer)
    return sentence(
        "Right: it mixes {0} channels at one place; a unit in the middle of its layer sees "
        "{1} × {2} pixels of the drawing.",
        grouped(planned.input_shape[0]),
        grouped(rows),
        grouped(columns),
    )


def delta_of_the_answer(live: Live) -> Solution | None:
    """The δ of the winning logit: its probability minus 1."""
    logits = live.values(live.info.architecture.plan()[-1].name)
    shown = live.recognition.claimed_probability
    if logits is None or shown is None:
        return None
    powers = np.exp(logits.astype(np.float64) - float(logits.max()))
    probability = float(powers.max() / powers.sum())
    way = sentence(
        "{0} − 1 = {1}, as learning has it. The bars are calibrated afterwards: {2}.",
        decimal(probability, 4),
        decimal(probability - 1, 4),
        decimal(shown, 4),
    )
    return Solution((probability - 1, shown - 1), way, ROUNDED)

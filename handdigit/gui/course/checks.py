"""When the course's questions are answered, and what is right then: from live numbers only.

Each function returns a sentence that its numbers make true, or nothing while the question is open.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLocale

from handdigit.gui.course.page import Live
from handdigit.gui.widgets.labels import real_minus
from handdigit.inspection.receptive_field import input_field_size
from handdigit.network.architecture import INPUT_SHAPE
from handdigit.network.blocks import Inception, Residual
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
from handdigit.network.layers import BatchNorm2d, Conv2d, PartialConv2d, ReLU
from handdigit.network.zoo import ZOO
from handdigit.sentences import sentence

EDGE_SIDE = 6
"""Rows and columns of the Lab's vertical edge."""
MOSTLY = 0.8
"""Of the largest value, what counts as near it."""
ROUNDED = 0.006
"""How far a number with two decimals may be off."""
DOUBT = 0.9
"""Below this probability the network is not sure."""


def number(value: float, decimals: int = 0) -> str:
    """Return a number as it is written in prose."""
    return real_minus(QLocale().toString(float(value), "f", decimals))


def _percent(share: float) -> str:
    return number(100 * share, 1)


def fewer_parameters(live: Live) -> str:
    """A network with convolutions, smaller than dense-100, reads the drawing."""
    architecture, label = live.info.architecture, live.recognition.label
    dense = ZOO["dense-100"].parameter_count
    has_convolution = any(isinstance(p.layer, Conv2d) for p in architecture.plan())
    if live.info.members or not has_convolution or architecture.parameter_count >= dense:
        return ""
    if label is None or live.recognition.probability is None:
        return ""
    return sentence(
        "Right: {0} has {1} parameters where dense-100 has {2}, and it reads a {3} with {4} %.",
        live.info.name,
        number(architecture.parameter_count),
        number(dense),
        label,
        _percent(live.recognition.probability),
    )


def softmax_parameters(live: Live) -> str:
    """The parameters of softmax regression were typed."""
    count, pixels = ZOO["softmax-regression"].parameter_count, math.prod(INPUT_SHAPE)
    if live.typed != count:
        return ""
    classes = ZOO["softmax-regression"].class_count
    return sentence(
        "Right: {0} · {1} weights and {1} biases are {2} parameters.",
        number(pixels),
        number(classes),
        number(count),
    )


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
        number(found, 2),
        number(largest, 2),
    )


def _axis(live: Live) -> Axis | None:
    """Return how the Lab's kernel slides along the edge picture; None over anything else."""
    lab = live.lab
    if lab.source != "edge" or lab.size is None or lab.stride is None or lab.dilation is None:
        return None
    padding = lab.padding if isinstance(lab.padding, int) else Padding(lab.padding or "valid")
    sides = padding_sides(padding, lab.size, lab.dilation)
    return Axis(EDGE_SIDE, lab.size, lab.stride, lab.dilation, sides)


def output_of_two(live: Live) -> str:
    """The Lab's output is 2 × 2."""
    axis = _axis(live)
    try:
        if axis is None or axis.output != 2:
            return ""
    except ConvolutionError:
        return ""
    return sentence(
        "Right: ({0} + {1} − {2})/{3} + 1 = {4}, and the floor of it is {5}.",
        number(axis.size),
        number(sum(axis.sides)),
        number(axis.reach),
        number(axis.stride),
        number((axis.padded - axis.reach) / axis.stride + 1, 2),
        number(axis.output),
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
        number(kernel[0, 0]),
        number(np.flip(kernel)[0, 0]),
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
        number(largest[row, column], 2),
        number(mean[row, column], 2),
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
        number(before[unit.position], 2),
        _percent(float((values == 0).mean())),
    )


def table_of_c3(live: Live) -> str:
    """How many maps the first map of LeNet-5's C3 reads was typed."""
    layers = [p for p in live.info.architecture.plan() if isinstance(p.layer, PartialConv2d)]
    if not layers:
        return ""
    planned, layer = layers[0], layers[0].layer
    assert isinstance(layer, PartialConv2d)
    if live.typed != len(layer.table[0]):
        return ""
    return sentence(
        "Right: {0} of {1}. The table has {2} connections where all with all would have {3}.",
        number(len(layer.table[0])),
        number(planned.input_shape[0]),
        number(len(layer.connections)),
        number(len(layer.table) * planned.input_shape[0]),
    )


def has_blocks(live: Live) -> str:
    """A network with residual or Inception blocks answers."""
    parts = live.info.architecture.layers
    residual = sum(isinstance(part, Residual) for part in parts)
    inception = sum(isinstance(part, Inception) for part in parts)
    if live.info.members or not residual + inception:
        return ""
    return sentence(
        "Right: {0} has {1} residual and {2} Inception blocks, {3} layers in all.",
        live.info.name,
        number(residual),
        number(inception),
        number(len(live.info.architecture.plan())),
    )


def delta_of_the_answer(live: Live) -> str:
    """The δ of the winning logit was typed: its probability minus 1."""
    logits = live.values(live.info.architecture.plan()[-1].name)
    shown = live.recognition.claimed_probability
    if logits is None or shown is None or live.typed is None:
        return ""
    powers = np.exp(logits.astype(np.float64) - float(logits.max()))
    probability = float(powers.max() / powers.sum())
    if min(abs(live.typed + 1 - p) for p in (probability, shown)) > ROUNDED:
        return ""
    return sentence(
        "Right: {0} − 1 = {1}, as learning has it. The bars are calibrated afterwards: {2}.",
        number(probability, 4),
        number(probability - 1, 4),
        number(shown, 4),
    )


def steps_of_an_epoch(live: Live) -> str:
    """The steps of an epoch of the run that made the model were typed."""
    batch, curve = live.info.recipe.get("batch_size"), live.info.curve
    count = sum(int(source.get("count", 0)) for source in live.info.training_data)
    if not isinstance(batch, int) or not count or not curve:
        return ""
    steps = round(curve[-1]["step"] / curve[-1]["epoch"])
    if live.typed != steps:
        return ""
    return sentence(
        "Right: {0} digits in batches of {1} are {2} steps; {3} epochs were {4}.",
        number(count),
        number(batch),
        number(steps),
        number(curve[-1]["epoch"]),
        number(curve[-1]["step"]),
    )


def better_on_the_unseen(live: Live) -> str:
    """A network answers that was right more often on the test set than while it learned."""
    curve, tested = live.info.curve, live.info.accuracies.get("MNIST test", {}).get("accuracy")
    if not curve or tested is None or curve[-1]["accuracy"] >= tested:
        return ""
    return sentence(
        "Right: {0} was right for {1} % of what it learned from, made harder as it was, and is "
        "right for {2} % of MNIST's test set, which it never saw.",
        live.info.name,
        number(100 * curve[-1]["accuracy"], 2),
        number(100 * tested, 2),
    )


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
        number(before[unit.position], 2),
        number(after[unit.position], 2),
    )


def another_voter(live: Live) -> str:
    """Another network of the ensemble is looked into."""
    votes, info = live.recognition.votes, live.info
    if votes is None or not info.inspected or votes.inspected != info.inspected:
        return ""
    mine = votes.digits[votes.inspected]
    return sentence(
        "Right: {0} reads a {1}, and so do {2} of {3} networks, itself included.",
        votes.names[votes.inspected],
        live.recognition.alphabet.names[mine],
        number(votes.digits.count(mine)),
        number(len(votes.names)),
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
        number(planned.input_shape[0]),
        number(rows),
        number(columns),
    )


def in_doubt(live: Live) -> str:
    """Something was drawn that the network is not sure of."""
    share, digit = live.recognition.claimed_probability, live.recognition.claimed_digit
    if share is None or digit is None or share >= DOUBT:
        return ""
    return sentence(
        "Right: {0} % for {1}. If that is what you meant, the loss is −ln {2} = {3}.",
        _percent(share),
        live.recognition.alphabet.names[digit],
        number(share, 3),
        number(-math.log(share), 2),
    )

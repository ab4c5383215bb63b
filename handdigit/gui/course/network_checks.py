"""When a question about whole networks is answered, and what is said.

Each function returns a sentence that live numbers make true, or nothing while the question is open.
"""

from __future__ import annotations

import math

from handdigit.gui.course.page import Live, Solution
from handdigit.gui.numbers import decimal, grouped
from handdigit.network.architecture import INPUT_SHAPE
from handdigit.network.blocks import Inception, Residual
from handdigit.network.layers import Conv2d
from handdigit.network.zoo import ZOO
from handdigit.number_format import in_percent
from handdigit.sentences import sentence

DOUBT = 0.9
"""Below this probability the network is not sure."""


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
        grouped(architecture.parameter_count),
        grouped(dense),
        label,
        in_percent(live.recognition.probability),
    )


def softmax_parameters(_live: Live) -> Solution:
    """The number of softmax regression's parameters."""
    count, pixels = ZOO["softmax-regression"].parameter_count, math.prod(INPUT_SHAPE)
    classes = ZOO["softmax-regression"].class_count
    way = sentence(
        "{0} · {1} weights and {1} biases are {2} parameters.",
        grouped(pixels),
        grouped(classes),
        grouped(count),
    )
    return Solution((count,), way)


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
        grouped(residual),
        grouped(inception),
        grouped(len(live.info.architecture.plan())),
    )


def steps_of_an_epoch(live: Live) -> Solution | None:
    """The steps of an epoch of the run that made the model."""
    batch, curve = live.info.recipe.get("batch_size"), live.info.curve
    count = sum(int(source.get("count", 0)) for source in live.info.training_data)
    if not isinstance(batch, int) or not count or not curve:
        return None
    steps = round(curve[-1]["step"] / curve[-1]["epoch"])
    way = sentence(
        "{0} digits in batches of {1} are {2} steps; {3} epochs were {4}.",
        grouped(count),
        grouped(batch),
        grouped(steps),
        grouped(curve[-1]["epoch"]),
        grouped(curve[-1]["step"]),
    )
    return Solution((steps,), way)


def better_on_the_unseen(live: Live) -> str:
    """A network answers that was right more often on the test set than while it learned."""
    curve, tested = live.info.curve, live.info.accuracies.get("MNIST test", {}).get("accuracy")
    if not curve or tested is None or curve[-1]["accuracy"] >= tested:
        return ""
    return sentence(
        "Right: {0} was right for {1} % of what it learned from, made harder as it was, and is "
        "right for {2} % of MNIST's test set, which it never saw.",
        live.info.name,
        in_percent(curve[-1]["accuracy"], 2),
        in_percent(tested, 2),
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
        grouped(votes.digits.count(mine)),
        grouped(len(votes.names)),
    )


def in_doubt(live: Live) -> str:
    """Something was drawn that the network is not sure of."""
    share, digit = live.recognition.claimed_probability, live.recognition.claimed_digit
    if share is None or digit is None or share >= DOUBT:
        return ""
    return sentence(
        "Right: {0} % for {1}. If that is what you meant, the loss is −ln {2} = {3}.",
        in_percent(share),
        live.recognition.alphabet.names[digit],
        decimal(share, 3),
        decimal(-math.log(share), 2),
    )

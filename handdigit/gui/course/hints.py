"""What is said while a question of the course is still open: what is in the window instead.

Each function returns a sentence that live numbers make true, or nothing where what is in the window
has nothing to do with the question. It is asked only after the question's check has said no.
"""

from __future__ import annotations

from handdigit.gui.course.layer_checks import lab_axis
from handdigit.gui.course.page import Live
from handdigit.gui.numbers import decimal, grouped
from handdigit.network.convolution import ConvolutionError
from handdigit.network.layers import BatchNorm2d, Conv2d, ReLU
from handdigit.network.zoo import ZOO
from handdigit.number_format import in_percent
from handdigit.sentences import sentence


def not_the_strongest(live: Live) -> str:
    """Another place of a convolution, or of another layer, is looked at."""
    unit = live.unit
    planned = None if unit is None else live.layer(unit.layer)
    values = None if unit is None else live.values(unit.layer)
    if unit is None or planned is None or values is None:
        return ""
    if not isinstance(planned.layer, Conv2d):
        return sentence("Not yet: {0} is no convolution.", unit.layer)
    return sentence(
        "Not yet: {0} here, {1} is the largest on this map.",
        decimal(values[unit.position], 2),
        decimal(values[unit.position[0]].max(), 2),
    )


def another_size(live: Live) -> str:
    """The Lab's output has another size."""
    axis = lab_axis(live)
    try:
        if axis is None:
            return ""
        return sentence("Not yet: the output is {0} × {0}.", grouped(axis.output))
    except ConvolutionError:
        return ""


def not_turned(live: Live) -> str:
    """The Lab's kernel is as it was."""
    if (live.lab.source, live.lab.operation) != ("edge", "correlation"):
        return ""
    return sentence("Not yet: this is cross-correlation, without the turn.")


def still_the_largest(live: Live) -> str:
    """The Lab pools by the maximum."""
    if (live.lab.source, live.lab.operation) != ("drawing", "max"):
        return ""
    return sentence("Not yet: this is max pooling.")


def not_silenced(live: Live) -> str:
    """Another unit of a ReLU, or of another layer, is looked at."""
    return _passage(live, ReLU, sentence("Not yet: {0} is no ReLU.", _looked_at(live)))


def same_sign(live: Live) -> str:
    """A unit that keeps its sign is looked at, or another layer."""
    other = sentence("Not yet: {0} is no batch normalisation.", _looked_at(live))
    return _passage(live, BatchNorm2d, other)


def larger_kernel(live: Live) -> str:
    """A larger convolution, or another layer, is looked at."""
    planned = live.layer(_looked_at(live))
    if planned is None:
        return ""
    if not isinstance(planned.layer, Conv2d):
        return sentence("Not yet: {0} is no convolution.", planned.name)
    side = grouped(planned.layer.kernel)
    return sentence("Not yet: the kernel of {0} is {1} × {1}.", planned.name, side)


def too_many_parameters(live: Live) -> str:
    """A network as large as dense-100, or without convolutions, answers."""
    architecture, dense = live.info.architecture, ZOO["dense-100"].parameter_count
    convolutions = any(isinstance(p.layer, Conv2d) for p in architecture.plan())
    if architecture.parameter_count < dense and convolutions:
        return ""  # only the drawing is missing
    if not convolutions:
        return sentence("Not yet: {0} has no convolution.", live.info.name)
    return sentence(
        "Not yet: {0} has {1} parameters, dense-100 has {2}.",
        live.info.name,
        grouped(architecture.parameter_count),
        grouped(dense),
    )


def no_blocks(live: Live) -> str:
    """A network without blocks answers."""
    return sentence("Not yet: {0} has no such blocks.", live.info.name)


def better_on_the_known(live: Live) -> str:
    """A network answers that was right more often while it learned."""
    curve, tested = live.info.curve, live.info.accuracies.get("MNIST test", {}).get("accuracy")
    if not curve or tested is None:
        return ""
    return sentence(
        "Not yet: {0} was right for {1} % while it learned and is for {2} % of the test set.",
        live.info.name,
        in_percent(curve[-1]["accuracy"], 2),
        in_percent(tested, 2),
    )


def same_voter(live: Live) -> str:
    """The first network of the ensemble is looked into."""
    votes = live.recognition.votes
    if votes is None:
        return ""
    return sentence("Not yet: Inside looks into {0}.", votes.names[votes.inspected])


def still_sure(live: Live) -> str:
    """The network is sure of the drawing."""
    share, digit = live.recognition.claimed_probability, live.recognition.claimed_digit
    if share is None or digit is None:
        return ""
    name = live.recognition.alphabet.names[digit]
    return sentence("Not yet: {0} % for {1}.", in_percent(share), name)


def _looked_at(live: Live) -> str:
    return "" if live.unit is None else live.unit.layer


def _passage(live: Live, kind: type[ReLU | BatchNorm2d], other: str) -> str:
    """Return what goes into and out of the unit of a layer; ``other`` of another kind of layer."""
    unit, planned = live.unit, live.layer(_looked_at(live))
    if unit is None or planned is None:
        return ""
    if not isinstance(planned.layer, kind):
        return other
    before, after = live.values(planned.inputs[0]), live.values(unit.layer)
    if before is None or after is None:
        return ""
    return sentence(
        "Not yet: {0} came in and {1} goes out.",
        decimal(before[unit.position], 2),
        decimal(after[unit.position], 2),
    )

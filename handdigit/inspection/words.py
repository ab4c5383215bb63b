"""What one unit does here, in sentences that its numbers make true."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from handdigit.inspection.rules.activation import Function
from handdigit.inspection.rules.kernels import Distances, Mixing
from handdigit.inspection.rules.normalisation import Normalising, Scaling
from handdigit.inspection.rules.pooling import Maximum, Mean, ScaledMean
from handdigit.inspection.rules.reshaping import Flattening, Framing, Joining
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.sums import UnitSum
from handdigit.inspection.trace import SOFTMAX, Trace
from handdigit.inspection.weighted_words import Words, ink_words, mixing_words, place, score_words
from handdigit.network.architecture import INPUT, PlannedLayer
from handdigit.network.layers import Dropout, ReLU
from handdigit.number_format import percent, rounded, significant
from handdigit.sentences import Sentence, noted, sentence

FLAT = 0.05
"""A slope below this lets almost nothing back."""
STEP = 0.01
"""How much a number is thought to grow."""


def about(trace: Trace, found: UnitSum, names: Sequence[str]) -> tuple[Sentence, ...]:
    """Return what a unit does; ``names`` are those of the classes."""
    unit = found.unit
    if unit.layer == INPUT:
        ink = min(max(100 * dict(found.constants)["ink"], 0.0), 100.0)
        text = noted("The picture has {0} % ink here; the network gets that as {1}.")
        here = sentence(text, f"{ink:.0f}", rounded(found.output))
        return here, ink_words(trace.mean, trace.std)
    if unit.layer == SOFTMAX:
        return tuple(_softmax(trace, found, names))
    planned = trace.plan[unit.layer]
    match rule_of(planned):
        case Mixing():
            found_words = mixing_words(trace, planned, found, names)
        case Distances():
            found_words = _distance(trace, found, names)
        case ScaledMean():
            found_words = _scaled_mean(found)
        case Mean():
            found_words = _mean(found)
        case Maximum():
            found_words = _maximum(found)
        case Normalising():
            found_words = _normalising(found)
        case Function() as rule:
            found_words = _function(planned, rule, found)
        case Scaling():
            found_words = _scaling(found)
        case Framing():
            found_words = _framing(found)
        case Flattening() | Joining():
            found_words = _moved(found)
        case _:
            found_words = _passing(planned, found)
    return tuple(found_words)


def about_derivative(gradient: float, what: str, name: str) -> Sentence:
    """Return what a derivative of the loss says.

    Args:
        gradient: the derivative.
        what: by what: ``weight``, ``bias``, or any other for the value of a unit.
        name: of the class that the loss is for.
    """
    change = rounded(abs(gradient) * STEP)
    rises = gradient > 0
    match what:
        case "weight" | "bias" if gradient == 0:
            text = noted("The loss for {0} says nothing about this number: it stays as it is.")
            return sentence(text, name)
        case "weight" | "bias" if rises:
            text = noted(
                "If this number grew by {0}, the loss for {1} would rise by about {2}: training "
                "for {1} makes it smaller."
            )
            return sentence(text, STEP, name, change)
        case "weight" | "bias":
            text = noted(
                "If this number grew by {0}, the loss for {1} would fall by about {2}: training "
                "for {1} makes it larger."
            )
            return sentence(text, STEP, name, change)
    if gradient == 0:
        text = noted(
            "If this value changed a little, the loss for {0} would stay: nothing comes back."
        )
        return sentence(text, name)
    if rises:
        text = noted("If this value grew by {0}, the loss for {1} would rise by about {2}.")
        return sentence(text, STEP, name, change)
    text = noted("If this value grew by {0}, the loss for {1} would fall by about {2}.")
    return sentence(text, STEP, name, change)


def _scaled_mean(found: UnitSum) -> Words:
    text = noted(
        "The mean of {0} values, {1}, times the trained coefficient {2}, plus the bias {3}: {4}."
    )
    count, mean = len(found.terms), found.total
    yield sentence(
        text,
        count,
        rounded(mean),
        rounded(found.factor),
        rounded(found.bias),
        rounded(found.output),
    )


def _mean(found: UnitSum) -> Words:
    values = [term.value for term in found.terms]
    channel = found.terms[0].source.position[0]
    yield sentence(
        "The mean of {0} values of map {1}, from {2} to {3}: {4}.",
        len(values),
        channel,
        rounded(min(values)),
        rounded(max(values)),
        rounded(found.output),
    )
    if found.terms[0].in_padding or found.terms[-1].in_padding:
        yield sentence("What lies beyond the map counts as 0.")


def _maximum(found: UnitSum) -> Words:
    assert found.winner is not None  # one is the largest
    channel, row, column = found.terms[found.winner].source.position
    count = len(found.terms)
    if count == 1:
        text = noted("Takes the only value under it, {0}: row {1}, column {2} of map {3}.")
        yield sentence(text, rounded(found.output), row, column, channel)
        return
    if min(term.value for term in found.terms) == found.output:
        yield sentence("All {0} values under it are {1}.", count, rounded(found.output))
        return
    text = noted("Takes the largest of {0} values, {1}: row {2}, column {3} of map {4}.")
    yield sentence(text, count, rounded(found.output), row, column, channel)
    yield sentence("It does not matter where in the window that lies.")


def _distance(trace: Trace, found: UnitSum, names: Sequence[str]) -> Words:
    yield sentence(
        "The squared differences of {0} numbers from the picture of a {1} add up to {2}.",
        len(found.terms),
        found.unit.position[0],
        rounded(found.total),
    )
    if found.unit.layer == trace.output_name:
        yield score_words(trace, found, names)


def _normalising(found: UnitSum) -> Words:
    numbers = dict(found.constants)
    spread = (numbers["variance"] + numbers["epsilon"]) ** 0.5
    value = found.terms[0].value
    distance = (value - numbers["mean"]) / spread
    mean, size = rounded(numbers["mean"]), rounded(abs(distance))
    if distance >= 0:
        text = noted(
            "In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads "
            "above that."
        )
    else:
        text = noted(
            "In training this map was {0} on average, with a spread of {1}; {2} lies {3} spreads "
            "below that."
        )
    yield sentence(text, mean, rounded(spread), rounded(value), size)
    text = noted("Stretched by the trained {0} and shifted by {1}, that is {2}.")
    scale = significant(numbers["scale"], 4)  # often so near 1 that three digits would say 1
    yield sentence(text, scale, rounded(numbers["shift"]), rounded(found.output))


def _function(planned: PlannedLayer, rule: Function, found: UnitSum) -> Words:
    x, slope = found.terms[0].value, slope_at(rule, found)
    if isinstance(planned.layer, ReLU):
        if x > 0:
            yield sentence("Passes {0} on: it is positive.", rounded(x))
        elif x < 0:
            yield sentence("Cuts it off: 0, because {0} is negative.", rounded(x))
            yield sentence("The curve is flat here: nothing comes back in training.")
        else:
            yield sentence("0 stays 0.")
        return
    yield sentence("Bends {0} to {1}.", rounded(x), rounded(found.output))
    if slope < FLAT:
        text = noted("The slope is {0} here: almost nothing comes back in training.")
    else:
        text = noted("The slope is {0} here: what comes back in training is multiplied by it.")
    yield sentence(text, rounded(slope))


def slope_at(rule: Function, found: UnitSum) -> float:
    """Return the slope of an activation function at a unit's value."""
    return float(rule.slope(np.array(found.terms[0].value)))


def _scaling(found: UnitSum) -> Words:
    text = noted("Another scale for the grey levels: {0} becomes {1}.")
    yield sentence(text, rounded(found.terms[0].value), rounded(found.output))


def _framing(found: UnitSum) -> Words:
    if not found.terms:
        yield sentence("In the frame around the map: always {0}.", rounded(found.output))
        return
    yield sentence("Inside the frame the same number as {0}: {1}.", *_source(found))


def _moved(found: UnitSum) -> Words:
    yield sentence("The same number as {0}: {1}. Only its place is another.", *_source(found))


def _source(found: UnitSum) -> tuple[Sentence, str]:
    return place(found.terms[0].source), rounded(found.output)


def _passing(planned: PlannedLayer, found: UnitSum) -> Words:
    if isinstance(planned.layer, Dropout):
        share = f"{100 * planned.layer.rate:.3g}"
        yield sentence("Does nothing while reading: {0} stays {0}.", rounded(found.output))
        yield sentence("In training it sets {0} % of the values to 0, others each time.", share)
        return
    values = [term.value for term in found.terms]
    if len(values) == 2:
        text = noted("The block adds {0} to the {1} that came past it: {2}.")
        yield sentence(text, *map(rounded, values), rounded(found.output))
    else:
        yield sentence("Adds {0} values: {1}.", len(values), rounded(found.output))


# --- shares -----------------------------------------------------------------------------------


def _softmax(trace: Trace, found: UnitSum, names: Sequence[str]) -> Words:
    scores = [term.value for term in found.terms]
    own = found.unit.position[0]
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    count, share = len(scores), percent(found.output)
    if own == order[0]:
        ahead = rounded(scores[own] - scores[order[1]])
        text = noted(
            "Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} "
            "above the next, that of {4}."
        )
        yield sentence(text, count, names[own], share, ahead, names[order[1]])
    else:
        behind = rounded(scores[order[0]] - scores[own])
        text = noted(
            "Turns {0} scores into shares that add up to 1: {1} gets {2} because its score is {3} "
            "below the highest, that of {4}."
        )
        yield sentence(text, count, names[own], share, behind, names[order[0]])
    if trace.temperature != 1:
        text = noted(
            "Scores are divided by {0} first: fitted, so that the shares tell how often they are "
            "right."
        )
        yield sentence(text, rounded(trace.temperature))

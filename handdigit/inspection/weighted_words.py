"""What a unit with weights does here: its kernel, what speaks for it and against it, its rank."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from handdigit.inspection.kernel_names import LEAST_KERNEL, kernel_name
from handdigit.inspection.rules.reshaping import Flattening
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.sums import UnitSum
from handdigit.inspection.trace import Trace, Unit
from handdigit.network.architecture import INPUT, PlannedLayer
from handdigit.network.layers import Dropout
from handdigit.network.lenet5_layers import Pad2d, Rescale
from handdigit.number_format import rounded, significant
from handdigit.sentences import Sentence, noted, sentence

Words = Iterator[Sentence]
OPERAND_DIGITS = 6
"""Significant digits of what a result in a sentence is worked out from."""


def mixing_words(
    trace: Trace, planned: PlannedLayer, found: UnitSum, names: Sequence[str]
) -> Words:
    """Yield what a convolution or a dense layer does at one unit."""
    if not found.is_window:
        yield from _dense(trace, planned, found, names)
        return
    kernel = rule_of(planned).window(planned).kernel
    maps = parts_of(found)
    if len(maps) == 1 and kernel >= LEAST_KERNEL and _reads_picture(trace, planned):
        weights = np.array([term.weight for term in found.terms]).reshape(kernel, kernel)
        name = kernel_name(weights)
        if name is not None:
            yield sentence("This {0}×{0} kernel answers to {1}.", kernel, name)
        else:
            yield sentence("This {0}×{0} kernel is a mixture without a simple name.", kernel)
    elif len(maps) > 1:
        yield _for_and_against(kernel, maps)
    yield _rank(trace, found)
    if any(term.source.layer == INPUT for term in found.terms):
        yield ink_words(trace.mean, trace.std)


def ink_words(mean: float, std: float) -> Sentence:
    """Return what the network gets for paper and for ink, and how that comes about."""
    return sentence(
        "Paper is (0 − mean {0}) / deviation {1} = {2}, full ink {3}.",
        significant(mean, OPERAND_DIGITS),
        significant(std, OPERAND_DIGITS),
        rounded(-mean / std),
        rounded((1 - mean) / std),
    )


def _for_and_against(kernel: int, maps: Sequence[tuple[int, float]]) -> Sentence:
    best, worst = max(maps, key=lambda part: part[1]), min(maps, key=lambda part: part[1])
    count = len(maps)
    if best[1] <= 0 and worst[1] >= 0:
        text = noted("This {0}×{0} kernel reads {1} maps, which add up to 0 each here.")
        return sentence(text, kernel, count)
    if worst[1] >= 0:
        text = noted(
            "This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), none against."
        )
        return sentence(text, kernel, count, best[0], rounded(best[1], signed=True))
    if best[1] <= 0:
        text = noted(
            "This {0}×{0} kernel reads {1} maps: map {2} is most against it ({3}), none for it."
        )
        return sentence(text, kernel, count, worst[0], rounded(worst[1], signed=True))
    text = noted(
        "This {0}×{0} kernel reads {1} maps: map {2} speaks for it most ({3}), map {4} most "
        "against it ({5})."
    )
    return sentence(
        text,
        kernel,
        count,
        best[0],
        rounded(best[1], signed=True),
        worst[0],
        rounded(worst[1], signed=True),
    )


def parts_of(found: UnitSum) -> list[tuple[int, float]]:
    """Return every input map of a window and what it adds to the sum."""
    parts: dict[int, list[float]] = {}
    for term in found.terms:
        parts.setdefault(term.source.position[0], []).append(term.product)
    return [(number, math.fsum(products)) for number, products in parts.items()]


def _reads_picture(trace: Trace, planned: PlannedLayer) -> bool:
    """Return whether only a frame or other grey levels lie between the picture and a layer."""
    name = planned.inputs[0]
    while name != INPUT:
        before = trace.plan[name]
        layer = before.layer
        is_grey = isinstance(layer, Rescale) and layer.scale > 0
        if not is_grey and not isinstance(layer, Pad2d | Dropout):
            return False
        name = before.inputs[0]
    return True


def _dense(trace: Trace, planned: PlannedLayer, found: UnitSum, names: Sequence[str]) -> Words:
    best = max(found.terms, key=lambda term: term.product)
    worst = min(found.terms, key=lambda term: term.product)
    count = len(found.terms)
    if best.product > 0 > worst.product:
        text = noted(
            "It weighs {0:,} numbers: {1} speaks for it most ({2}), {3} most against it ({4})."
        )
        yield sentence(
            text,
            count,
            place(origin(trace, best.source)),
            rounded(best.product, signed=True),
            place(origin(trace, worst.source)),
            rounded(worst.product, signed=True),
        )
    elif best.product > 0:
        text = noted("It weighs {0:,} numbers: {1} speaks for it most ({2}), none against it.")
        yield sentence(
            text, count, place(origin(trace, best.source)), rounded(best.product, signed=True)
        )
    elif worst.product < 0:
        text = noted("It weighs {0:,} numbers: {1} is most against it ({2}), none speaks for it.")
        yield sentence(
            text, count, place(origin(trace, worst.source)), rounded(worst.product, signed=True)
        )
    else:
        yield sentence("It weighs {0:,} numbers, which are all 0 or weigh nothing here.", count)
    if planned.name == trace.output_name:
        yield score_words(trace, found, names)
    else:
        yield _rank(trace, found)


def score_words(trace: Trace, found: UnitSum, names: Sequence[str]) -> Sentence:
    """Return how high a logit is among all."""
    scores = trace.output(found.unit.layer)
    name = names[found.unit.position[0]]
    larger = int((scores > found.torch).sum())
    if larger == 0:
        return sentence(
            "Its score for {0} is {1}, and no other is higher.", name, rounded(found.torch)
        )
    text = noted("Its score for {0} is {1}; that of {2} is the highest, {3}.")
    return sentence(
        text, name, rounded(found.torch), names[int(scores.argmax())], rounded(float(scores.max()))
    )


def _rank(trace: Trace, found: UnitSum) -> Sentence:
    """Say how many places of the map, or units of the vector, have more."""
    unit, value = found.unit, found.torch
    values = trace.output(unit.layer)
    is_map = values.ndim == 3
    if is_map:
        values = values[unit.position[0]]
    more = int((values > value).sum())
    if values.size == 1:
        return sentence("It comes to {0}.", rounded(value))
    size = values.size
    if more == 0:
        text = (
            sentence("Here it finds {0}; no place of this map has more.", rounded(value))
            if is_map
            else sentence("It comes to {0}; no unit of this layer has more.", rounded(value))
        )
    elif more == 1:
        text = (
            sentence(
                "Here it finds {0}; one of this map's {1:,} places has more.", rounded(value), size
            )
            if is_map
            else sentence("It comes to {0}; one of {1:,} units has more.", rounded(value), size)
        )
    elif is_map:
        text = sentence(
            "Here it finds {0}; {1:,} of this map's {2:,} places have more.",
            rounded(value),
            more,
            size,
        )
    else:
        text = sentence(
            "It comes to {0}; {1:,} of {2:,} units have more.", rounded(value), more, size
        )
    return text


def origin(trace: Trace, unit: Unit) -> Unit:
    """Return the same number before it was laid out in a line, or passed on by dropout."""
    while unit.layer in trace.plan:
        planned = trace.plan[unit.layer]
        rule = rule_of(planned)
        if not isinstance(rule, Flattening) and not isinstance(planned.layer, Dropout):
            break
        position = rule.place(planned, unit.position)[: len(planned.input_shape)]
        unit = Unit(planned.inputs[0], position)
    return unit


def place(unit: Unit) -> Sentence:
    """Return where a unit is."""
    number, *where = unit.position
    if where:
        return sentence("{0}, map {1}, row {2}, column {3}", unit.layer, number, *where)
    return sentence("{0}, unit {1}", unit.layer, number)

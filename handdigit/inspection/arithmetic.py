"""How one unit came by its value: every term of its sum, computed by ourselves."""

from __future__ import annotations

import math

from handdigit.inspection.rules.pooling import Maximum, Mean
from handdigit.inspection.rules.table import rule_of
from handdigit.inspection.sums import Form, Term, UnitSum
from handdigit.inspection.trace import SOFTMAX, Trace, Unit, followers
from handdigit.network.architecture import INPUT

FULL_INK, ROUNDING = 255, 1e-6
"""A picture has whole grey levels; what a float32 makes of them is so near."""
_POWERS = Form(
    "exp({value} / {temperature} - {largest})",
    "exp({winner} / {temperature} - {largest}) / (",
    after=")",
    joined="sum of powers",
    column="exp(value · weight - largest)",
    symbols="exp(zᵢ / T − m) / Σ exp(z / T − m)",
    part=lambda n: math.exp(n["value"] / n["temperature"] - n["largest"]),
    result=lambda joined, n: math.exp(n["winner"] / n["temperature"] - n["largest"]) / joined,
)

_ENTERED = Form(
    before="({ink} - {mean}) / {deviation}",
    symbols="(ink − mean) / deviation",
    result=lambda _joined, n: (n["ink"] - n["mean"]) / n["deviation"],
)


def explain(trace: Trace, unit: Unit) -> UnitSum:
    """Return the arithmetic of one unit of one layer, of the input or of the softmax.

    Its inputs are the values that torch computed for the layers before, so that what
    differs can only come from this unit.

    Raises:
        InspectionError: there is no such unit.
    """
    trace.require(unit)
    if unit.layer == INPUT:
        return _entered(trace, unit)
    if unit.layer == SOFTMAX:
        return _softmax(trace, unit)
    planned = trace.plan[unit.layer]
    return rule_of(planned).explain(trace, planned, unit)


def onward(trace: Trace, unit: Unit) -> tuple[UnitSum, ...]:
    """Return what becomes of a unit before anything else is mixed in.

    That is what normalisation and activation make of it, and the value of the pooling window
    that it then lies under; of windows that overlap, the first.
    """
    after = followers(trace, unit)
    name, *_ = after[-1] if after else unit
    for planned in trace.plan.values():
        rule = rule_of(planned)
        if planned.inputs != (name,) or not isinstance(rule, Maximum | Mean):
            continue
        channel, *place = unit.position
        sizes = planned.output_shape[1:] or (1, 1)
        window = rule.window(planned)
        rows, columns = (window.read_by(at, size) for at, size in zip(place, sizes, strict=True))
        if rows and columns:
            after = (*after, rule.unit(planned, (channel, rows[0][0], columns[0][0])))
        break
    return tuple(explain(trace, one) for one in after)


def _entered(trace: Trace, unit: Unit) -> UnitSum:
    """Return what the network gets for the ink of a pixel, from 0 as paper to 1 as full ink."""
    value = trace.value(unit)
    ink = value * trace.std + trace.mean
    grey = round(ink * FULL_INK) / FULL_INK
    if abs(ink - grey) < ROUNDING:
        ink = grey
    numbers = (("ink", ink), ("mean", trace.mean), ("deviation", trace.std))
    return UnitSum(
        unit, "Input", (), value, bias=value, output=value, constants=numbers, form=_ENTERED
    )


def _softmax(trace: Trace, unit: Unit) -> UnitSum:
    source = trace.output_name
    weight = 1 / trace.temperature
    logits = trace.output(source).tolist()
    largest = max(logits) * weight
    terms = tuple(
        Term(Unit(source, (i,)), logit, weight, math.exp(logit * weight - largest))
        for i, logit in enumerate(logits)
    )
    winner = unit.position[0]
    output = terms[winner].product / math.fsum(term.product for term in terms)
    return UnitSum(
        unit,
        "Softmax",
        terms,
        trace.value(unit),
        output=output,
        winner=winner,
        constants=(("temperature", trace.temperature), ("largest", largest)),
        form=_POWERS,
    )

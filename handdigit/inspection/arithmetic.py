"""How one unit came by its value: every term of its sum, computed by ourselves."""

from __future__ import annotations

import math

from handdigit.inspection.rules import rule_of
from handdigit.inspection.sums import Form, Term, UnitSum
from handdigit.inspection.trace import SOFTMAX, Trace, Unit
from handdigit.network.architecture import INPUT

_POWERS = Form(
    "exp({value} / {temperature} - {largest})",
    "exp({winner} / {temperature} - {largest}) / (",
    after=")",
    joined="sum of powers",
    column="exp(value · weight - largest)",
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
        value = trace.value(unit)
        return UnitSum(unit, "Input", (), value, bias=value, output=value)
    if unit.layer == SOFTMAX:
        return _softmax(trace, unit)
    planned = trace.plan[unit.layer]
    return rule_of(planned).explain(trace, planned, unit)


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
        facts=(("exp / Σ exp", output),),
    )

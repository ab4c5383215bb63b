"""Equations to read: in few digits, yet true as they are written.

A rounded equation may look wrong: 0.1235 · 0.4568 is 0.05641, and so is not 0.05643, which the
unrounded factors gave. So what is worked out from the operands, as they are printed, rounds to the
result that is printed; where four digits do not do that, the operands get more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handdigit.inspection.backward import Backward, GradientSum, GradientTerm
from handdigit.inspection.sums import Term, UnitSum
from handdigit.inspection.trace import Unit
from handdigit.number_format import DIGITS, real_minus, significant

MOST_DIGITS = 17
"""Significant digits of the operands, at most; the result has those that are usual."""
ALL_DIGITS = 9
"""As many as tell any two float32 numbers apart."""
MOST_VALUES = 9
"""Values that are written one by one; of more only the sum."""
_NUMBER = r"\d[\d.]*(?:e[+−]?\d+)?"


@dataclass(frozen=True, slots=True)
class Equation:
    """``symbols = numbers = result``; numbers are left out where they would repeat the result."""

    symbols: str
    numbers: str
    result: str

    def __str__(self) -> str:
        """Return it on one line."""
        return " = ".join(filter(None, (self.symbols, self.numbers, self.result)))


def equation(found: UnitSum, shown: int = DIGITS) -> Equation:
    """Return how a unit's value comes about, in ``shown`` digits, from what its terms come to."""
    form, numbers = found.form, found.numbers
    symbols = form.symbols if found.bias else form.symbols.removesuffix(" + b")
    if not found.terms and not form.before:
        return Equation("", "", significant(found.output, shown))
    parts = [found.part(term) for term in found.terms]
    if found.is_weighted and found.winner is None and len(parts) > 1:
        # What speaks for the unit, and what against it.
        parts = _for_and_against(parts)
    elif len(parts) > MOST_VALUES or (found.is_weighted and len(parts) > 1):
        parts = [found.joined]
    single = found.terms[0] if found.is_weighted and len(found.terms) == 1 else None
    if single is not None:
        numbers |= {"value": single.value, "weight": single.weight}

    def of(digits: int) -> float:
        rounded = {name: _rounded(value, digits) for name, value in numbers.items()}
        values = [_rounded(part, digits) for part in parts]
        if single is not None:
            values = [form.part(rounded)]
        return form.result(sum(values) if form.between == " + " else max(values), rounded)

    def text(digits: int) -> str:
        def number(value: float) -> str:
            return _bracketed(value, digits)

        before, after = (found.written(part, number) for part in (form.before, form.after))
        body = form.between.join(map(number, parts))
        if single is not None:
            body = found.term_text(single, number)
        return tidy(f"{before}{body}{after}")

    written = text(_enough(of, found.output, shown))
    result = significant(found.output, shown)
    return Equation(symbols, "" if written == result else written, result)


def term_equation(found: UnitSum, term: Term) -> str:
    """Return a term as it is written, and what it comes to where that is not the same."""
    if not found.is_weighted:
        return significant(term.value)
    numbers = found.numbers | {"value": term.value, "weight": term.weight}

    def of(digits: int) -> float:
        return found.form.part({name: _rounded(x, digits) for name, x in numbers.items()})

    digits = _enough(of, term.product)
    written = found.term_text(term, lambda value: _bracketed(value, digits))
    return f"{tidy(written)} = {significant(term.product)}"


def delta_equation(term: GradientTerm) -> str:
    """Return ``δ · factor = product``."""
    digits = _enough(
        lambda digits: _rounded(term.delta, digits) * _rounded(term.factor, digits), term.product
    )
    factors = " · ".join(_bracketed(x, digits) for x in (term.delta, term.factor))
    return f"{tidy(factors)} = {significant(term.product)}"


def gradient_equation(found: GradientSum, symbols: str) -> Equation:
    """Return a derivative as what raises the loss plus what lowers it."""
    parts = _for_and_against([term.product for term in found.terms])
    written = _sum_text(parts, found.total) if len(parts) > 1 else ""
    return Equation(symbols, written, significant(found.total))


def score_equation(backward: Backward, unit: Unit) -> Equation:
    """Return δ of a logit: the softmax, minus 1 at the class that the loss is for."""
    share = float(backward.probabilities[unit.position])
    delta = float(backward.deltas[unit.layer][unit.position])
    if unit.position[0] != backward.target:
        return Equation("δ = p", "", significant(delta))
    return Equation("δ = p − 1", _sum_text([share, -1.0], delta), significant(delta))


def _for_and_against(parts: Sequence[float]) -> list[float]:
    """Return the sum of the positive parts and that of the negative ones, those that are not 0."""
    sums = math.fsum(p for p in parts if p > 0), math.fsum(p for p in parts if p < 0)
    return [part for part in sums if part] or [0.0]


def _sum_text(parts: Sequence[float], total: float) -> str:
    digits = _enough(lambda digits: sum(_rounded(part, digits) for part in parts), total)
    return tidy(" + ".join(_bracketed(part, digits) for part in parts))


def tidy(text: str) -> str:
    """Return an equation without brackets around single numbers that can do without."""
    text = re.sub(rf"\+ \(−({_NUMBER})\)", r"- \1", text)
    text = re.sub(rf"- \(−({_NUMBER})\)", r"+ \1", text)
    text = re.sub(rf"-\(−({_NUMBER})\)", r"\1", text)
    text = re.sub(rf"(?<![\w√])\(({_NUMBER})\)", r"\1", text)
    text = re.sub(rf"(^|\(|, )\((−{_NUMBER})\)", r"\1\2", text)
    return real_minus(text)


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")


def _bracketed(value: float, digits: int) -> str:
    text = significant(value, digits)
    return f"({text})" if text.startswith("−") else text


def _enough(of: Callable[[int], float], result: float, shown: int = DIGITS) -> int:
    """Return how many digits of the operands give the result in the digits that it is shown in."""
    for digits in range(shown, MOST_DIGITS):
        if _rounded(of(digits), shown) == _rounded(result, shown):
            return digits
    return MOST_DIGITS

"""The arithmetic of one unit, as a value."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from handdigit.inspection.trace import Unit


class Term(NamedTuple):
    """One number that goes into a unit."""

    source: Unit
    """Where ``value`` comes from. In the padding its row or column lies outside the map."""
    value: float
    weight: float
    product: float
    """weight · value; in a softmax exp(weight · value - largest), in distances
    (value - weight)²."""
    in_padding: bool = False


def _product(numbers: Mapping[str, float]) -> float:
    return numbers["value"] * numbers["weight"]


def _joined(joined: float, _numbers: Mapping[str, float]) -> float:
    return joined


class Form(NamedTuple):
    """How the equation of a unit is written: ``before term between term … after``.

    In braces stand the numbers of the :class:`UnitSum`: ``{factor}``, ``{bias}``,
    ``{count}`` of the terms, ``{winner}``'s value, and its constants; in a term also its
    ``{value}`` and ``{weight}``.
    """

    term: str = "{value}"
    before: str = ""
    between: str = " + "
    after: str = ""
    joined: str = "sum of values"
    """What the terms together are called."""
    column: str = "product"
    """What :attr:`Term.product` is called."""
    symbols: str = "x"
    """The same in letters, as textbooks write it."""
    part: Callable[[Mapping[str, float]], float] = _product
    """What a term comes to, from the numbers by name."""
    result: Callable[[float, Mapping[str, float]], float] = _joined
    """What the whole comes to, from what the terms come to together and the numbers by name."""


ROUNDING = 1e-5
"""Largest difference to torch, relative to :attr:`UnitSum.magnitude` (float32)."""


@dataclass(frozen=True, slots=True)
class UnitSum:
    """The arithmetic of one unit: sum = factor · total + bias, output = function(sum)."""

    unit: Unit
    kind: str
    """The layer's type, ``Conv2d``; ``Softmax`` and ``Input`` at the ends."""
    terms: tuple[Term, ...]
    """Convolutions: by input map, then kernel row, then kernel column."""
    torch: float
    """What torch computed."""
    factor: float = 1.0
    """Trained coefficient of a subsampling, else 1."""
    bias: float = 0.0
    output: float = 0.0
    """Our own result. It differs from :attr:`sum` only in activations and the softmax."""
    winner: int | None = None
    """In max pooling the number of the term that was taken, in a softmax the class's own."""
    constants: tuple[tuple[str, float], ...] = ()
    """Other numbers of the formula by name: mean, variance, epsilon, scale, shift…"""
    form: Form = Form()
    is_window: bool = False
    """Whether the terms are squares of some maps, as a window slides over them."""

    @property
    def total(self) -> float:
        """The sum of all products."""
        return math.fsum(term.product for term in self.terms)

    @property
    def sum(self) -> float:
        """The weighted sum before anything else is done with it: factor · total + bias."""
        return self.factor * self.total + self.bias

    @property
    def magnitude(self) -> float:
        """The same with every term taken as positive: what rounding errors are relative to."""
        total = math.fsum(abs(term.product) for term in self.terms)
        return abs(self.factor) * total + abs(self.bias)

    @property
    def equals_torch(self) -> bool:
        """Whether our result and torch's differ by no more than float32 rounds off."""
        tolerance = ROUNDING * max(self.magnitude, abs(self.torch), 1e-6)
        return abs(self.output - self.torch) <= tolerance

    @property
    def is_weighted(self) -> bool:
        """Whether every term is a product or a function, not just a value."""
        return self.form.term != "{value}"

    def part(self, term: Term) -> float:
        """Return what a term, as it is written, comes to."""
        return term.product if self.is_weighted else term.value

    @property
    def joined(self) -> float:
        """What the terms, as they are written, come to together."""
        parts = [self.part(term) for term in self.terms]
        return math.fsum(parts) if self.form.between == " + " else max(parts)

    def written(self, template: str, number: Callable[[float], str], **more: float) -> str:
        """Return a part of the form with the numbers of this sum, and ``more``, in it."""
        if not self.bias:
            template = template.replace(" + {bias}", "")
        values = {**self.numbers, **more}
        return template.format(**{name: number(value) for name, value in values.items()})

    @property
    def numbers(self) -> dict[str, float]:
        """The numbers of the form by name, without those of the terms."""
        found = {"factor": self.factor, "bias": self.bias, "count": len(self.terms)}
        if self.winner is not None:
            found["winner"] = self.terms[self.winner].value
        return {**found, **dict(self.constants)}

    def term_text(self, term: Term, number: Callable[[float], str]) -> str:
        """Return a term as it is written, ``0.5 · 0.25``."""
        return self.written(self.form.term, number, value=term.value, weight=term.weight)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON form."""
        terms = [
            {
                "source": term.source.layer,
                "index": list(term.source.position),
                "value": term.value,
                "weight": term.weight,
                "product": term.product,
            }
            for term in self.terms
        ]
        return {
            "layer": self.unit.layer,
            "index": list(self.unit.position),
            "kind": self.kind,
            "terms": terms,
            "factor": self.factor,
            "bias": self.bias,
            "sum": self.sum,
            "output": self.output,
            "torch": self.torch,
            "winner": self.winner,
            "constants": dict(self.constants),
        }


DIGITS = 9
"""Significant digits in text and LaTeX: as many as tell any two float32 numbers apart, so that
what is written is what was computed with; CSV keeps them all."""


def unit_name(unit: Unit) -> str:
    """Return ``conv1[3; 5, 6]``: channel, then row and column; ``dense1[7]``."""
    first, *rest = unit.position
    place = f"{first}; {', '.join(map(str, rest))}" if rest else str(first)
    return f"{unit.layer}[{place}]"


def as_text(found: UnitSum) -> str:
    """Return one term a line and the rest of the calculation below."""
    lines = [f"{unit_name(found.unit)} ({found.kind})"]
    for (layer, channel), group in groupby(found.terms, key=_map_of):
        lines.append(f"from {layer}, map {channel}:")
        lines += [
            f"  {unit_name(term.source)}: {found.term_text(term, _signed)}"
            + (f" = {_n(term.product)}" if found.is_weighted else "")
            + ("  (padding)" if term.in_padding else "")
            for term in group
        ]
    if len(found.terms) > 1:
        lines.append(f"{found.form.joined} = {_n(found.joined)}")
    before, after = (found.written(part, _signed) for part in found.form[1:4:2])
    is_sum = bool(found.terms) and found.form.between == " + "
    steps = f"{before}{_signed(found.joined)}{after} = " if is_sum and before + after else ""
    lines += [f"output = {steps}{_n(found.output)}", f"torch  = {_n(found.torch)}"]
    return "\n".join(lines) + "\n"


def as_csv(found: UnitSum) -> str:
    """Return a table of the terms, then the other numbers, the output and torch's value."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(["layer", "channel", "row", "column", "value", "weight", found.form.column])
    for term in found.terms:
        channel, row, column = (*term.source.position, "", "")[:3]
        writer.writerow(
            [term.source.layer, channel, row, column, term.value, term.weight, term.product]
        )
    numbers = [("coefficient", found.factor), *found.constants, ("bias", found.bias)]
    numbers += [("sum", found.sum), ("output", found.output), ("torch", found.torch)]
    for name, value in numbers:
        writer.writerow([name, "", "", "", "", "", value])
    return sheet.getvalue()


def as_latex(found: UnitSum) -> str:
    """Return the equation, aligned, what adds 0 to a sum left out."""
    form = found.form
    shown = [t for t in found.terms if found.part(t) or form.between != " + "]
    terms = [found.term_text(term, _signed) for term in shown] or ["0"]
    before, after = (found.written(part, _signed) for part in (form.before, form.after))
    between = form.between.rstrip()
    line = f"{between} \\\\\n  &\\quad " if between == "," else f" \\\\\n  &\\quad{between} "
    body = f"{before}{line.join(terms)}{after}" if found.terms else _n(found.output)
    name = unit_name(found.unit).replace("_", r"\_")
    return (
        "\\begin{align*}\n"
        rf"  \mathrm{{{name}}} &= {_latex(body)}" + " \\\\\n"
        f"  &= {_latex(_n(found.output))}\n"
        "\\end{align*}\n"
    )


def _latex(text: str) -> str:
    """Return a plain equation as LaTeX."""
    inside = r"((?:[^()]|\([^()]*\))*)"  # with numbers in brackets of their own
    text = re.sub(rf"√\({inside}\)", r"\\sqrt{\1}", text).replace("·", r"\cdot").replace("²", "^2")
    text = re.sub(r"\b(exp|tanh|max)\(", r"\\\1(", text)
    return re.sub(r"(\d)e([+-]\d+)", lambda m: rf"{m[1]} \cdot 10^{{{int(m[2])}}}", text)


def _map_of(term: Term) -> tuple[str, int | str]:
    position = term.source.position
    return term.source.layer, position[0] if len(position) == 3 else "–"


def _n(value: float) -> str:
    return f"{value:.{DIGITS}g}"


def _signed(value: float) -> str:
    """Return a number that may stand after a sign: in brackets if it has one, or an exponent."""
    text = _n(value)
    return f"({text})" if "-" in text or "e" in text else text

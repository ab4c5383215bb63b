"""The arithmetic of one unit, as a value."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from handdigit.inspection.trace import Unit


class Term(NamedTuple):
    """One number that goes into a unit."""

    source: Unit
    """Where ``value`` comes from. In the padding its row or column lies outside the map."""
    value: float
    weight: float
    product: float
    """weight · value; in a softmax exp(weight · value - largest)."""
    in_padding: bool = False


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
    facts: tuple[tuple[str, float], ...] = ()
    """The steps from the terms to the output, each with its result."""
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
        values = {"factor": self.factor, "bias": self.bias, "count": len(self.terms)}
        if self.winner is not None:
            values["winner"] = self.terms[self.winner].value
        values.update(self.constants, **more)
        return template.format(**{name: number(value) for name, value in values.items()})

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

"""The arithmetic of one unit, as a value."""

from __future__ import annotations

import math
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

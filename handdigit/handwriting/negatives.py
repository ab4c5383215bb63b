"""All kinds of drawings that are no digits, each as often as its weight says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

import numpy as np

from handdigit.handwriting.scribbles import draw_lines, draw_scribbles, draw_squiggles
from handdigit.handwriting.shapes import Shape
from handdigit.handwriting.spoiled import (
    Writer,
    over_each_other,
    pieces,
    side_by_side,
    struck_out,
    turned,
)
from handdigit.handwriting.symbols import Symbols, draw_glyphs
from handdigit.ink.ink_batch import InkBatch

Draw = Callable[[int, np.random.Generator], InkBatch]

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "symbols": 0.44,
        "letters of fonts": 0.06,
        "glyphs": 0.1,
        "scribbles": 0.15,
        "squiggles": 0.04,
        "lines": 0.02,
        "side by side": 0.1,
        "over each other": 0.04,
        "struck out": 0.03,
        "pieces": 0.02,
        "turned": 0.04,
    }
)
"""How much of the mixture each kind is, where all are there."""


class Negatives:
    """Draws what is no digit."""

    def __init__(
        self, shapes: Sequence[Shape], writer: Writer, fonts: InkBatch | None = None
    ) -> None:
        """Take what is drawn.

        Args:
            shapes: letters and signs.
            writer: writes the digits that are spoiled.
            fonts: letters of fonts as strokes, if there are any.
        """
        symbols = Symbols(shapes)
        self.symbols = symbols
        lettering = {} if fonts is None else {"letters of fonts": partial(_any_of, fonts)}
        self.kinds: Mapping[str, Draw] = MappingProxyType(
            {
                "symbols": symbols.draw,
                **lettering,
                "glyphs": draw_glyphs,
                "scribbles": draw_scribbles,
                "squiggles": draw_squiggles,
                "lines": draw_lines,
                "side by side": partial(side_by_side, writer),
                "over each other": partial(over_each_other, writer),
                "struck out": partial(struck_out, writer),
                "pieces": partial(pieces, writer),
                "turned": partial(turned, writer),
            }
        )
        """Name of each kind -> what draws so many of it."""

    def draw(
        self, count: int, rng: np.random.Generator, weights: Mapping[str, float] = WEIGHTS
    ) -> InkBatch:
        """Return ``count`` inks of every kind, in order of the kinds, each kind by its weight."""
        shares = np.array([weights[kind] for kind in self.kinds])
        counts = rng.multinomial(count, shares / shares.sum())
        return InkBatch.joined(
            [
                draw(int(many), rng)
                for draw, many in zip(self.kinds.values(), counts, strict=True)
                if many
            ]
        )


def _any_of(inks: InkBatch, count: int, rng: np.random.Generator) -> InkBatch:
    return inks.chosen(rng.integers(len(inks), size=count))

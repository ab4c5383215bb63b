"""The arithmetic of one unit in writing: plain text, CSV, LaTeX."""

from __future__ import annotations

import csv
import io
from itertools import groupby

from handdigit.inspection.trace import Unit
from handdigit.inspection.unit_sum import Term, UnitSum

DIGITS = 6
"""Significant digits in text and LaTeX; CSV keeps them all."""


def unit_name(unit: Unit) -> str:
    """Return ``conv1[3; 5, 6]``: channel, then row and column; ``dense1[7]``."""
    first, *rest = unit.position
    place = f"{first}; {', '.join(map(str, rest))}" if rest else str(first)
    return f"{unit.layer}[{place}]"


def as_text(found: UnitSum) -> str:
    """Return one product a line and the rest of the calculation below."""
    lines = [f"{unit_name(found.unit)} ({found.kind})"]
    for (layer, channel), group in groupby(found.terms, key=_map_of):
        lines.append(f"from {layer}, map {channel}:")
        lines += [
            f"  {unit_name(t.source)}: {_n(t.value)} · {_n(t.weight)} = {_n(t.product)}"
            + ("  (padding)" if t.in_padding else "")
            for t in group
        ]
    lines += [f"{name} = {_n(value)}" for name, value in found.constants]
    if found.terms:
        lines.append(f"sum of products = {_n(found.total)}")
    if found.factor != 1:
        lines.append(f"coefficient = {_n(found.factor)}")
    if found.bias:
        lines.append(f"bias = {_n(found.bias)}")
    lines += [f"output = {_n(found.output)}", f"torch  = {_n(found.torch)}"]
    return "\n".join(lines) + "\n"


def as_csv(found: UnitSum) -> str:
    """Return a table of the terms, then bias, sum, output and torch's value."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(["layer", "channel", "row", "column", "value", "weight", "product"])
    for term in found.terms:
        channel, row, column = (*term.source.position, "", "")[:3]
        writer.writerow(
            [term.source.layer, channel, row, column, term.value, term.weight, term.product]
        )
    for name in ("bias", "sum", "output", "torch"):
        writer.writerow([name, "", "", "", "", "", getattr(found, name)])
    return sheet.getvalue()


def as_latex(found: UnitSum) -> str:
    """Return the sum as an aligned equation, products of 0 left out."""
    shown = [term for term in found.terms if term.product]
    products = [rf"({_n(t.value)}) \cdot ({_n(t.weight)})" for t in shown] or ["0"]
    name = unit_name(found.unit).replace("_", r"\_")
    body = " \\\\\n  &\\quad + ".join(products)
    bias = f" \\\\\n  &\\quad + ({_n(found.bias)})" if found.bias else ""
    total = f" \\\\\n  &= {_n(found.sum)}"
    output = "" if found.output == found.sum else rf" \;\longmapsto\; {_n(found.output)}"
    return (
        "\\begin{align*}\n"
        rf"  \mathrm{{{name}}} &= {body}{bias}{total}{output}"
        "\n\\end{align*}\n"
    )


def _map_of(term: Term) -> tuple[str, int | str]:
    position = term.source.position
    return term.source.layer, position[0] if len(position) == 3 else "–"


def _n(value: float) -> str:
    return f"{value:.{DIGITS}g}"

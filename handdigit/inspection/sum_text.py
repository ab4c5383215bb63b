"""The arithmetic of one unit in writing: plain text, CSV, LaTeX.

Every line with an equals sign is an equation that holds for the digits shown.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import groupby

from handdigit.inspection.trace import Unit
from handdigit.inspection.unit_sum import Term, UnitSum

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
    text = re.sub(rf"√\({inside}\)", r"\\sqrt{\1}", text).replace("·", r"\cdot")
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

"""Numbers as people write them, and back."""

from __future__ import annotations

import math

from handdigit.gui.widgets.numbers import real_minus

LARGEST = 1e6
"""A cell takes nothing larger: it could not be read any more."""


def figure(value: float, decimals: int = 2) -> str:
    """Return a number with a true minus sign, and decimals only where it has some."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{value:.{decimals}f}"
    if "." in text and float(text) == round(value, 9):
        text = text.rstrip("0").rstrip(".")
    if float(text) == 0:
        text = text.lstrip("-")
    return real_minus(text)


def parse_figure(text: str) -> float | None:
    """Return the number that somebody typed, ``1/9`` and ``0,5`` included; None if it is none."""
    plain = text.strip().replace("−", "-").replace(",", ".")
    top, slash, bottom = plain.partition("/")
    try:
        value = float(top) / (float(bottom) if slash else 1.0)
    except (ValueError, ZeroDivisionError):
        return None
    return value if abs(value) <= LARGEST else None

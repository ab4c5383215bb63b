"""Numbers as they are written for people, in every layer and panel alike."""

from __future__ import annotations

import math

DIGITS = 4
"""Significant digits, where nothing else is asked for."""


def real_minus(text: str) -> str:
    """Return a number's text with a minus sign in place of its hyphens."""
    return text.replace("-", "−")


def significant(value: float, digits: int = DIGITS, *, signed: bool = False) -> str:
    """Return so many significant digits, without a power of ten where that can be read.

    Zero has no sign; a positive number has one if ``signed``.
    """
    text = f"{value + 0.0:{'+' if signed else ''}.{digits}g}"
    if "e" in text and 1e-7 <= abs(value) < 1e15:
        from decimal import Decimal  # seldom wanted, and a fiftieth of the start

        sign = "+" if signed and value > 0 else ""
        text = f"{sign}{Decimal(text):f}"
    return real_minus(text)


def rounded(value: float, *, signed: bool = False) -> str:
    """Return three significant digits: what a sentence, or a mark on an axis, has room for."""
    return significant(value, 3, signed=signed)


def in_short(value: float) -> str:
    """Return at most six characters: two or three digits, of tiny numbers one with its power."""
    size = abs(value)
    if size == 0:
        return "0"
    if size < 0.01 or size >= 10_000:
        digits, power = f"{value:.0e}".split("e")
        return real_minus(f"{digits}e{int(power)}")
    return significant(value, 2 if size < 0.1 else 3)


def with_decimals(value: float, decimals: int = 2) -> str:
    """Return a number rounded to so many decimals, without those that are 0 anyway.

    A number that is rounded keeps its zeros: 0.999 is ``1.00``, and 1 is ``1``.
    """
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{value:.{decimals}f}"
    if "." in text and float(text) == round(value, 9):
        text = text.rstrip("0").rstrip(".")
    if float(text) == 0:
        text = text.lstrip("-")
    return real_minus(text)


def in_percent(share: float, decimals: int = 1) -> str:
    """Return a share 0..1 in percent, without the sign; 100 only where it is exactly 1.

    What would be rounded to 100 is the number just below: nothing is said to be certain that is
    not.
    """
    text = f"{100 * share:.{decimals}f}"
    return f"{100 - 10.0**-decimals:.{decimals}f}" if share < 1 and float(text) >= 100 else text


def percent(share: float, decimals: int = 1) -> str:
    """Return a share 0..1 with its sign; as :func:`in_percent`."""
    return f"{in_percent(share, decimals)} %"

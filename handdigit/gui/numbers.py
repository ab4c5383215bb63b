"""Numbers as the window's language writes them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from handdigit.number_format import real_minus


def grouped(count: int) -> str:
    """Return a count with its thousands apart: ``1,234``."""
    return QLocale().toString(int(count))


def decimal(value: float, decimals: int) -> str:
    """Return a number with so many decimals, as prose writes it: ``0.20``, ``−1,234.5``."""
    return real_minus(QLocale().toString(float(value), "f", decimals))


def count_in_short(count: int, exact_below: int = 10_000) -> str:
    """Return a count in at most five characters: thousands and millions as k and M."""
    if count < exact_below:
        return grouped(count)
    if count < 10_000:
        return f"{count / 1000:.1f}k"
    return f"{count / 1000:.0f}k" if count < 1_000_000 else f"{count / 1e6:.0f}M"

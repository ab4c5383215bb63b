"""Numbers as the window writes them: a real minus sign, no more digits than say something."""

from __future__ import annotations


def in_short(value: float) -> str:
    """Return at most six characters: two or three digits, of tiny numbers one with its power."""
    size = abs(value)
    if size == 0:
        return "0"
    if size < 0.01 or size >= 10_000:
        digits, power = f"{value:.0e}".split("e")
        return f"{digits}e{int(power)}".replace("-", "−")
    return f"{value:.{2 if size < 0.1 else 3}g}".replace("-", "−")

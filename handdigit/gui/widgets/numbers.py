"""Numbers as the window writes them: a real minus sign, no more digits than say something."""

from __future__ import annotations


def real_minus(text: str) -> str:
    """Return a number's text with a minus sign in place of its hyphens."""
    return text.replace("-", "−")


def significant(value: float, digits: int = 3, *, signed: bool = False) -> str:
    """Return so many significant digits, with the sign of positive numbers too if ``signed``."""
    return real_minus(f"{value:{'+' if signed else ''}.{digits}g}")


def percent(share: float, decimals: int = 1) -> str:
    """Return a share 0..1 as a percentage."""
    return f"{100 * share:.{decimals}f} %"


def in_short(value: float) -> str:
    """Return at most six characters: two or three digits, of tiny numbers one with its power."""
    size = abs(value)
    if size == 0:
        return "0"
    if size < 0.01 or size >= 10_000:
        digits, power = f"{value:.0e}".split("e")
        return real_minus(f"{digits}e{int(power)}")
    return significant(value, 2 if size < 0.1 else 3)


def count_in_short(count: int, exact_below: int = 10_000) -> str:
    """Return a count in at most five characters: thousands and millions as k and M."""
    if count < exact_below:
        return f"{count:,}"
    if count < 10_000:
        return f"{count / 1000:.1f}k"
    return f"{count / 1000:.0f}k" if count < 1_000_000 else f"{count / 1e6:.0f}M"

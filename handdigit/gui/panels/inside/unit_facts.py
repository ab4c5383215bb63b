"""Numbers as they are shown beside a unit, and whether it equals torch's."""

from __future__ import annotations

from handdigit.inspection.sums import UnitSum
from handdigit.number_format import significant

AGREES = 1e-5
"""Largest difference to torch, relative to the terms' magnitude (float32)."""


def agreement(found: UnitSum) -> tuple[bool, str]:
    """Return whether the result equals torch's, and torch's value."""
    tolerance = AGREES * max(found.magnitude, abs(found.torch), 1e-6)
    return abs(found.output - found.torch) <= tolerance, number(found.torch)


def number(value: float) -> str:
    """Return six significant digits."""
    return significant(value, 6)

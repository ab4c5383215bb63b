"""The rest of a unit's calculation in lines: sum, bias, what the next layers make of it."""

from __future__ import annotations

from collections.abc import Sequence

from handdigit.gui.widgets.labels import significant
from handdigit.inspection.sums import UnitSum

AGREES = 1e-5
"""Largest difference to torch, relative to the terms' magnitude (float32)."""


def lines_of(found: UnitSum, after: Sequence[UnitSum]) -> list[tuple[str, str]]:
    """Return (name, number) lines for a unit and for the layers that only reshape it."""
    steps = [*found.facts, *((f"after {one.unit.layer}", one.output) for one in after)]
    return [(name, number(value)) for name, value in steps]


def agreement(found: UnitSum) -> tuple[bool, str]:
    """Return whether the result equals torch's, and torch's value."""
    tolerance = AGREES * max(found.magnitude, abs(found.torch), 1e-6)
    return abs(found.output - found.torch) <= tolerance, number(found.torch)


def number(value: float) -> str:
    """Return six significant digits with a real minus sign; zero has none."""
    return significant(value + 0.0, 6)

"""The rest of a unit's calculation in lines: sum, bias, what the next layers make of it."""

from __future__ import annotations

from collections.abc import Sequence

from handdigit.gui.widgets.numbers import significant
from handdigit.inspection.unit_sum import UnitSum

AGREES = 1e-5
"""Largest difference to torch, relative to the terms' magnitude (float32)."""


def lines_of(found: UnitSum, after: Sequence[UnitSum]) -> list[tuple[str, str]]:
    """Return (name, number) lines for a unit and for the layers that only reshape it."""
    lines: list[tuple[str, str]] = []
    if found.kind in ("Conv2d", "PartialConv2d", "Linear"):
        lines += [("Σ products", number(found.total)), ("+ bias", number(found.bias))]
        lines.append(("= sum", number(found.sum)))
    elif found.kind == "Subsample2d":
        lines += [
            ("mean", number(found.total)),
            ("× coefficient", number(found.factor)),
            ("+ bias", number(found.bias)),
            ("= sum", number(found.sum)),
        ]
    elif found.kind == "BatchNorm2d":
        lines += _norm_lines(found)
    elif found.kind == "MaxPool2d":
        lines.append(("largest", number(found.output)))
    elif found.kind in ("AvgPool2d", "GlobalAvgPool2d"):
        lines.append(("mean", number(found.output)))
    elif found.kind == "Softmax":
        lines.append(("exp / Σ exp", number(found.output)))
    elif found.terms:
        lines.append((f"{found.kind} of {number(found.terms[0].value)}", number(found.output)))
    for follower in after:
        lines.append((f"after {follower.unit.layer}", number(follower.output)))
    return lines


def agreement(found: UnitSum) -> tuple[bool, str]:
    """Return whether the result equals torch's, and torch's value."""
    tolerance = AGREES * max(found.magnitude, abs(found.torch), 1e-6)
    return abs(found.output - found.torch) <= tolerance, number(found.torch)


def number(value: float) -> str:
    """Return six significant digits with a real minus sign; zero has none."""
    return significant(value + 0.0, 6)


def _norm_lines(found: UnitSum) -> list[tuple[str, str]]:
    constants = dict(found.constants)
    return [
        ("x", number(found.terms[0].value)),
        ("− mean", number(constants["mean"])),
        ("÷ √(variance + ε)", number((constants["variance"] + constants["epsilon"]) ** 0.5)),
        ("× scale", number(constants["scale"])),
        ("+ shift", number(constants["shift"])),
        ("= output", number(found.output)),
    ]

"""Asking for a line of digits to be read: frozen values, and the values that answer them."""

from __future__ import annotations

from dataclasses import dataclass

from handdigit.core.ink import Ink
from handdigit.core.number.marks import Marks
from handdigit.core.number.reading import NumberReading
from handdigit.engine.requests import AnalysisRequest


@dataclass(frozen=True, slots=True)
class ReadNumber(AnalysisRequest):
    """Read an ink as a line of digits. Answer: :class:`NumberRead`."""

    ink: Ink
    marks: Marks = ()
    """What a person said about the grouping."""


@dataclass(frozen=True, slots=True)
class NumberRead:
    """How a line is read."""

    readings: tuple[NumberReading, ...]
    """The best one and, if there is another, the second best."""

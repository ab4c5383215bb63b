"""What a person said about the grouping of a line: these belong together, those do not.

A mark names points of the ink, so it stays true while more is written, and lapses when a point
of it is erased.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handdigit.core.ink import Ink, Point

Place = tuple[int, int]
"""Number of a stroke, and of a point in it."""


@dataclass(frozen=True, slots=True)
class _Mark:
    points: tuple[Point, ...]

    def places(self, ink: Ink) -> tuple[Place, ...]:
        """Return where the points are in ``ink``, none if one of them is gone."""
        where = {
            point: (number, index)
            for number, stroke in enumerate(ink.strokes)
            for index, point in enumerate(stroke.points)
        }
        places = tuple(where[point] for point in self.points if point in where)
        return places if len(places) == len(self.points) else ()


@dataclass(frozen=True, slots=True)
class Together(_Mark):
    """All of these points are in one digit."""


@dataclass(frozen=True, slots=True)
class Apart(_Mark):
    """These points are not all in one digit."""


Mark = Together | Apart
Marks = tuple[Mark, ...]


def with_mark(marks: Iterable[Mark], new: Mark) -> Marks:
    """Return marks with one more; older ones that it contradicts are dropped."""
    points = set(new.points)
    kept: list[Mark] = []
    for mark in marks:
        opposite = type(mark) is not type(new)
        theirs = set(mark.points)
        # Together contradicts every Apart within it, and Apart every Together around it.
        inner, outer = (theirs, points) if isinstance(new, Together) else (points, theirs)
        if not (opposite and inner <= outer) and mark != new:
            kept.append(mark)
    return (*kept, new)

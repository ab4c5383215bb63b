"""What a person said about the grouping of a line: these belong together, those do not.

A mark names points of the ink, so it stays true while more is written, and lapses when a point
of it is erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from handdigit.ink.ink import Ink, Point

Place = tuple[int, int]
"""Number of a stroke, and of a point in it."""


class Anchor(NamedTuple):
    """A point of the ink, and where it was when it was named."""

    stroke: int
    at: int
    point: Point

    def place(self, ink: Ink) -> Place | None:
        """Return where the point is in ``ink``, None if it is gone.

        Strokes that are erased renumber the others, but a point keeps its place in its stroke.
        """
        numbers = (self.stroke, *range(len(ink.strokes)))
        for number in numbers:
            points = ink.strokes[number].points if number < len(ink.strokes) else ()
            if self.at < len(points) and points[self.at] == self.point:
                return number, self.at
        return None


@dataclass(frozen=True, slots=True)
class _Mark:
    anchors: tuple[Anchor, ...]

    def places(self, ink: Ink) -> tuple[Place, ...]:
        """Return where the anchors are in ``ink``, none if one of them is gone."""
        places = tuple(anchor.place(ink) for anchor in self.anchors)
        known = tuple(place for place in places if place is not None)
        return known if len(known) == len(places) else ()


@dataclass(frozen=True, slots=True)
class Together(_Mark):
    """All of these anchors are in one digit."""


@dataclass(frozen=True, slots=True)
class Apart(_Mark):
    """These anchors are not all in one digit."""


Mark = Together | Apart
Grouping = tuple[Mark, ...]


def with_hint(grouping: Grouping, new: Mark) -> Grouping:
    """Return a grouping with one more mark; older ones that it contradicts are dropped."""
    named = set(new.anchors)
    kept: list[Mark] = []
    for mark in grouping:
        opposite = type(mark) is not type(new)
        theirs = set(mark.anchors)
        # Together contradicts every Apart within it, and Apart every Together around it.
        inner, outer = (theirs, named) if isinstance(new, Together) else (named, theirs)
        if not (opposite and inner <= outer) and mark != new:
            kept.append(mark)
    return (*kept, new)

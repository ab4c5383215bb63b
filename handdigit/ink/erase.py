"""The eraser: cutting strokes where a disc has passed over them."""

from __future__ import annotations

import math
from itertools import pairwise

from handdigit.ink.ink import Ink, Point, Stroke

SMALLEST_LENGTH = 1e-100
"""Shorter segments are a point: their squares are too small for floats."""


def erase(ink: Ink, x: float, y: float, radius: float) -> Ink:
    """Return the ink without what lies within ``radius`` of (x, y).

    Segments are cut exactly at the circle; a stroke cut in the middle becomes two. An ink
    that the disc does not touch is returned as it is.
    """
    strokes: list[Stroke] = []
    for stroke in ink.strokes:
        strokes += _outside(stroke, x, y, radius)
    result = Ink(tuple(strokes))
    return ink if result == ink else result


def erase_along(
    ink: Ink, start: tuple[float, float], end: tuple[float, float], radius: float
) -> Ink:
    """Return the ink without what a disc passes over on its way from start to end."""
    # In steps so small that nothing remains between two places of the disc.
    steps = max(1, math.ceil(math.dist(start, end) / radius * 4))
    for step in range(1, steps + 1):
        share = step / steps
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        ink = erase(ink, x, y, radius)
    return ink


def _outside(stroke: Stroke, x: float, y: float, radius: float) -> list[Stroke]:
    points = stroke.points
    if len(points) == 1:
        return [] if math.hypot(points[0].x - x, points[0].y - y) < radius else [stroke]
    parts: list[list[Point]] = [[]]
    for start, end in pairwise(points):
        inside = _inside(start, end, x, y, radius)
        if inside is None:
            _extend(parts, start, end)
            continue
        enters, leaves = inside
        if enters > 0:
            _extend(parts, start, _between(start, end, enters))
        parts.append([])
        if leaves < 1:
            _extend(parts, _between(start, end, leaves), end)
    return [Stroke(tuple(part)) for part in parts if part]


def _extend(parts: list[list[Point]], start: Point, end: Point) -> None:
    if not parts[-1]:
        parts[-1].append(start)
    parts[-1].append(end)


def _inside(
    start: Point, end: Point, x: float, y: float, radius: float
) -> tuple[float, float] | None:
    """Return the share 0..1 of the segment at which it enters and leaves the disc."""
    dx, dy = end.x - start.x, end.y - start.y
    fx, fy = start.x - x, start.y - y
    a, b, c = dx * dx + dy * dy, fx * dx + fy * dy, fx * fx + fy * fy - radius * radius
    if a < SMALLEST_LENGTH**2:
        return (0.0, 1.0) if c < 0 else None
    discriminant = b * b - a * c
    if discriminant <= 0:
        return None
    root = math.sqrt(discriminant)
    enters, leaves = (-b - root) / a, (-b + root) / a
    if enters >= 1 or leaves <= 0:
        return None
    return max(enters, 0.0), min(leaves, 1.0)


def _between(start: Point, end: Point, share: float) -> Point:
    def mix(a: float | None, b: float | None) -> float | None:
        return None if a is None or b is None else a + (b - a) * share

    return Point(
        start.x + (end.x - start.x) * share,
        start.y + (end.y - start.y) * share,
        mix(start.pressure, end.pressure),
        mix(start.time, end.time),
    )

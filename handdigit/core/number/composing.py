"""Lines of digits put together from single digits, to fit and to measure the reading of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from handdigit.core.ink import Ink, Point, Stroke

Span = tuple[int, int, int]
"""A stroke of the line, its first and its last point: what one digit has of it."""
MAX_ASPECT = 1.6
"""A drawing wider than this many times its height is brought to the line by its width."""
NARROW = 0.35
"""A digit counts at least as this wide, in line heights, when the gap beside it is chosen."""


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is put together; shares of the digit's width or of the line's height."""

    gap: tuple[float, float] = (0.0, 0.45)
    """The usual gap of a line, chosen between these."""
    gap_spread: float = 0.12
    """Standard deviation of single gaps around it."""
    gap_limits: tuple[float, float] = (-0.15, 0.6)
    size_spread: float = 0.1
    """Standard deviation of the logarithm of a digit's height."""
    baseline_spread: float = 0.05
    slope: float = 0.05
    """The line rises or falls by up to this share of its length."""
    late: float = 0.1
    """How often the last strokes of digits written in several are added at the end."""
    joined: float = 0.0
    """How often the pen is not lifted between two digits of one stroke each."""


@dataclass(frozen=True, slots=True)
class ComposedLine:
    """A line whose grouping is known."""

    ink: Ink
    groups: tuple[tuple[Span, ...], ...]
    """What belongs to each digit, from left to right."""


def compose_line(
    digits: Sequence[Ink], random: np.random.Generator, style: LineStyle = LineStyle()
) -> ComposedLine:
    """Write digits side by side, each as high as the line give or take.

    Deterministic by the state of ``random``. The line is about 1 high.
    """
    usual_gap = random.uniform(*style.gap)
    slope = random.uniform(-style.slope, style.slope)
    placed: list[Ink] = []
    right, before = 0.0, 0.0
    for digit in digits:
        size = float(np.exp(random.normal(0, style.size_spread)))
        box = digit.bounds()
        scale = size / (max(box.height, box.width / MAX_ASPECT) or 1.0)
        width = box.width * scale
        counted = max(width, NARROW)
        gap = float(np.clip(random.normal(usual_gap, style.gap_spread), *style.gap_limits))
        left = right + gap * (before + counted) / 2 if placed else 0.0
        middle = random.normal(0, style.baseline_spread) + slope * left
        dx = left - box.left * scale
        dy = middle - (box.top + box.height / 2) * scale
        placed.append(digit.mapped(scale, dx, dy))
        right, before = left + width, counted
    return _written(placed, random, style)


def _written(placed: list[Ink], random: np.random.Generator, style: LineStyle) -> ComposedLine:
    """Return the strokes of all digits in the order of writing."""
    strokes: list[Stroke] = []
    late: list[tuple[int, Stroke]] = []
    groups: list[list[Span]] = [[] for _ in placed]
    for number, digit in enumerate(placed):
        *first, last = digit.strokes
        if first and random.random() < style.late:
            late.append((number, last))
            digit = Ink(tuple(first))
        alone = len(digit.strokes) == 1 and bool(groups[number - 1]) and number > 0
        if alone and len(placed[number - 1].strokes) == 1 and random.random() < style.joined:
            tail = strokes.pop()
            link = _link(tail.points[-1], digit.strokes[0].points[0])
            cut = len(tail.points) + len(link)
            strokes.append(Stroke((*tail.points, *link, *digit.strokes[0].points)))
            groups[number].append((len(strokes) - 1, cut, len(strokes[-1].points) - 1))
            continue
        for stroke in digit.strokes:
            groups[number].append((len(strokes), 0, len(stroke.points) - 1))
            strokes.append(stroke)
    for number, stroke in late:
        groups[number].append((len(strokes), 0, len(stroke.points) - 1))
        strokes.append(stroke)
    return ComposedLine(Ink(tuple(strokes)), tuple(map(tuple, groups)))


def _link(start: Point, end: Point, step: float = 0.05) -> list[Point]:
    """Return points on the straight way between two, without them."""
    count = int(np.hypot(end.x - start.x, end.y - start.y) / step)
    shares = np.linspace(0, 1, count + 2)[1:-1]
    return [Point(start.x + t * (end.x - start.x), start.y + t * (end.y - start.y)) for t in shares]

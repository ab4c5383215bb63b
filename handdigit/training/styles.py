"""Ways of writing that the training data hardly has and that pens meet every day."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from handdigit.core.ink import Ink, Point, Stroke

CURVE_POINTS = 6
LEFT_UPWARDS = {1: 20.0, 7: 40.0}
"""Digits that some leave upwards, and the least angle in degrees: a level end is a foot."""


def written_otherwise(ink: Ink, label: int, rng: np.random.Generator) -> Ink:
    """Return a digit in a rarer style: a slashed zero, an exit stroke, a hook at an end.

    Slashed zeros are about one in a thousand of MNIST and pendigits; exit strokes lead
    from a 1 or a 7 to the next digit; hooks come from tablets that sample the pen while it
    is leaving.
    """
    if label == 0 and rng.random() < 0.7:
        return _with_slash(ink, rng)
    if label in LEFT_UPWARDS and rng.random() < 0.4 and _ends_downwards(ink):
        return _with_exit(ink, label, rng)
    return _with_hook(ink, rng)


def _with_slash(ink: Ink, rng: np.random.Generator) -> Ink:
    """Add a bar through the middle: mostly diagonal, sometimes upright or level."""
    box = ink.bounds()
    side = max(box.width, box.height) or 1.0
    kind = rng.random()
    if kind < 0.55:
        angle = rng.uniform(25, 75)
    elif kind < 0.8:
        angle = rng.uniform(75, 110)
    else:
        angle = rng.uniform(-15, 15)
    direction = np.array([math.cos(math.radians(angle)), -math.sin(math.radians(angle))])
    across = np.array([-direction[1], direction[0]])
    middle = np.array([box.left + box.width / 2, box.top + box.height / 2])
    middle = middle + rng.normal(0, 0.05, 2) * side
    # As far as the oval reaches in this direction, and a little less or more.
    reach = math.hypot(direction[0] * box.width, direction[1] * box.height) / 2
    far = 1.5 if rng.random() < 0.4 else 1.0
    before, after = reach * far * rng.uniform(0.6, 1.6, 2)
    along = np.linspace(-before, after, CURVE_POINTS)
    bend = rng.normal(0, 0.04) * side * (1 - (2 * np.linspace(0, 1, CURVE_POINTS) - 1) ** 2)
    points = middle + along[:, None] * direction + bend[:, None] * across
    if rng.random() < 0.5:
        points = points[::-1]
    slash = _points(points)
    if rng.random() < 0.35:  # without lifting the pen
        *others, last = ink.strokes
        return Ink((*others, Stroke((*last.points, *slash))))
    return ink.with_stroke(Stroke(slash))


def _ends_downwards(ink: Ink) -> bool:
    """Return whether the pen leaves a single stroke on its way down."""
    path = ink.strokes[0].xy()
    across, down = path[-1] - path[-1 - len(path) // 8 - 1] if len(path) > 1 else (0.0, 0.0)
    return len(ink.strokes) == 1 and bool(down > abs(across))


def _with_exit(ink: Ink, label: int, rng: np.random.Generator) -> Ink:
    """Go on up to the right from the end of a stem."""
    box = ink.bounds()
    angle = math.radians(rng.uniform(LEFT_UPWARDS[label], 75))
    length = max(box.width, box.height) * rng.uniform(0.12, 0.5)
    steps = np.linspace(0, length, 4)[1:, None]
    stroke = ink.strokes[-1]
    away = stroke.xy()[-1] + steps * np.array([math.cos(angle), -math.sin(angle)])
    return Ink((*ink.strokes[:-1], Stroke((*stroke.points, *_points(away)))))


def _with_hook(ink: Ink, rng: np.random.Generator) -> Ink:
    """Let one stroke turn back sharply for a moment at its end, or at its beginning."""
    box = ink.bounds()
    side = max(box.width, box.height) or 1.0
    number = int(rng.integers(len(ink.strokes)))
    stroke = ink.strokes[number]
    at_start = rng.random() < 0.3
    path = stroke.xy()[::-1] if at_start else stroke.xy()
    before = path[max(0, len(path) - 4)] if len(path) > 1 else path[-1] - (0.0, 1.0)
    heading = math.atan2(*(path[-1] - before)[::-1])
    turn = heading + math.radians(rng.choice((-1, 1)) * rng.uniform(100, 170))
    length = side * rng.uniform(0.05, 0.22)
    steps = np.linspace(0, length, 4)[1:, None]
    hook = path[-1] + steps * np.array([math.cos(turn), math.sin(turn)])
    extended = np.concatenate([path, hook])
    points = _points(extended[::-1] if at_start else extended)
    strokes = list(ink.strokes)
    strokes[number] = Stroke(points)
    return Ink(tuple(strokes))


def _points(xy: NDArray[np.float64]) -> tuple[Point, ...]:
    return tuple(Point(float(x), float(y)) for x, y in xy)

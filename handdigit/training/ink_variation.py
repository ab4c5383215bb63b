"""Variations of many inks at once, as geometry, and their pictures."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from handdigit.experiment.recipe import Augmentation
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import BOX, Pen, normalise_inks

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


WAVES = 3
"""Sine waves across the box of the smooth displacement of an ink."""


def perturb_inks(
    inks: InkBatch,
    labels: NDArray[np.integer],
    augmentation: Augmentation,
    rng: np.random.Generator,
    mine: NDArray[np.bool_] | None = None,
) -> NDArray[np.uint8]:
    """Return (N, 28, 28) pictures, one random variation of each of N labelled inks.

    Args:
        inks: what to vary.
        labels: (N,) their digits.
        augmentation: how far.
        rng: decides how.
        mine: (N,) of which of them pictures are made, varied as all of them would be.
    """
    if augmentation.styles:
        inks = _in_other_styles(inks, labels, augmentation.styles, rng)
    count, owners = len(inks), inks.owners()

    def uniform(limit: float) -> NDArray[np.float64]:
        return rng.uniform(-limit, limit, count)

    low, high = inks.bounds()
    side = (high - low).max(axis=1, initial=0)
    side[side == 0] = 1
    xy = (inks.xy - low[owners]) / side[owners, None]
    angle, shear = uniform(math.radians(augmentation.rotate)), uniform(augmentation.shear)
    aspect = np.exp(uniform(augmentation.scale))
    cos, sin = np.cos(angle), np.sin(angle)
    x = (cos * aspect)[owners] * xy[:, 0] - (cos * shear + sin / aspect)[owners] * xy[:, 1]
    y = (sin * aspect)[owners] * xy[:, 0] + (cos / aspect - sin * shear)[owners] * xy[:, 1]
    xy = np.stack([x, y], axis=1)
    if augmentation.elastic:
        xy += _bend(xy, owners, count, augmentation.elastic / BOX, rng)
    if augmentation.jitter:
        xy += rng.normal(0, augmentation.jitter, xy.shape)
    nominal = Pen()
    width = nominal.width * np.exp(uniform(augmentation.thickness))
    softer = rng.uniform(0.75, 1.5, count) if augmentation.thickness else np.ones(count)
    softness = nominal.softness * softer
    varied = inks.moved_to(xy)
    if mine is None or mine.all():
        return normalise_inks(varied, width, softness)
    return normalise_inks(varied.chosen(np.flatnonzero(mine)), width[mine], softness[mine])


def _bend(
    xy: NDArray[np.float64],
    owners: NDArray[np.int64],
    count: int,
    deviation: float,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Return (P, 2) a smooth displacement: on each axis a few plane waves of any direction."""
    waves = rng.normal(0, math.pi, (count, 2, WAVES, 2))
    phases = rng.uniform(0, 2 * math.pi, (count, 2, WAVES))
    swing = np.sin(np.einsum("pk,pawk->paw", xy, waves[owners]) + phases[owners])
    bend: NDArray[np.float64] = swing.sum(axis=2) * (deviation * math.sqrt(2 / WAVES))
    return bend


def _in_other_styles(
    inks: InkBatch, labels: NDArray[np.integer], share: float, rng: np.random.Generator
) -> InkBatch:
    """Return the inks, some of them written otherwise."""
    chosen = np.flatnonzero(rng.random(len(inks)) < share)
    if not len(chosen):
        return inks
    others = InkBatch.from_inks(
        [
            written_otherwise(ink, int(label), rng)
            for ink, label in zip(inks.chosen(chosen).inks(), labels[chosen], strict=True)
        ]
    )
    order = np.arange(len(inks))
    order[chosen] = len(inks) + np.arange(len(chosen))
    return InkBatch.joined([inks, others]).chosen(order)

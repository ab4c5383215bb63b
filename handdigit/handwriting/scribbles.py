"""Scribbles and squiggles: what a pen does that means nothing.

A scribble goes a longer way than any digit; a squiggle may be short, and may look like one.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.ink_batch import InkBatch

_Floats = NDArray[np.float64]
POINTS = 160
"""Of a scribble."""
HARMONICS = 12
"""Sine waves that a tangle is made of."""


def draw_scribbles(count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of any kind of scribble: the longer half of twice as many squiggles."""
    squiggles = draw_squiggles(2 * count, rng)
    steps = np.hypot(*np.diff(squiggles.xy, axis=0, append=squiggles.xy[-1:]).T)
    low, high = squiggles.bounds()
    lengths = steps.reshape(2 * count, POINTS)[:, :-1].sum(axis=1) / (high - low).max(axis=1)
    longer = np.argsort(lengths, kind="stable")[count:]
    return squiggles.chosen(rng.permutation(longer))


def draw_squiggles(count: int, rng: np.random.Generator) -> InkBatch:
    """Return ``count`` inks that go anywhere, by any of :data:`SCRIBBLES`."""
    kind = rng.choice(len(SCRIBBLES), count)
    paths = np.zeros((count, POINTS, 2))
    for number, draw in enumerate(SCRIBBLES):
        rows = np.flatnonzero(kind == number)
        paths[rows] = draw(len(rows), rng)
    paths = _turned(paths, rng)
    lifts = np.zeros((count, POINTS), bool)
    lifts[:, -1] = True
    # Some lift the pen now and then.
    lifted = np.flatnonzero(rng.random(count) < 0.3)
    for _ in range(3):
        lifts[lifted, rng.integers(10, POINTS - 10, len(lifted))] = True
    return InkBatch(paths.reshape(-1, 2), lifts.ravel(), np.arange(count) * POINTS)


def draw_lines(count: int, rng: np.random.Generator) -> InkBatch:
    """Return inks of a few straight lines across each other."""
    number = rng.integers(3, 9, count)
    strokes = int(number.sum())
    middle, angle = rng.uniform(-0.4, 0.4, (strokes, 2)), rng.uniform(0, np.pi, strokes)
    reach = rng.uniform(0.15, 0.7, strokes)
    along = np.linspace(-1, 1, 4)[None, :, None]
    heading = np.stack([np.cos(angle), np.sin(angle)], axis=1) * reach[:, None]
    xy = middle[:, None] + along * heading[:, None] + rng.normal(0, 0.015, (strokes, 4, 2))
    lifts = np.tile([False, False, False, True], strokes)
    return InkBatch(xy.reshape(-1, 2), lifts, 4 * (np.cumsum(number) - number))


def _walks(count: int, rng: np.random.Generator) -> _Floats:
    """Go on and on, the heading changing at random: from a lazy curve to a ball of wool."""
    turn = np.exp(rng.uniform(np.log(0.14), np.log(0.5), (count, 1)))
    memory = rng.uniform(0.6, 0.95, (count, 1))
    noise = rng.standard_normal((count, POINTS))
    rate = np.zeros((count, POINTS))
    for step in range(1, POINTS):
        rate[:, step, None] = (
            memory * rate[:, step - 1, None] + noise[:, step, None] * turn * (1 - memory**2) ** 0.5
        )
    heading = np.cumsum(rate, axis=1) + rng.uniform(0, 2 * np.pi, (count, 1))
    steps = np.stack([np.cos(heading), np.sin(heading)], axis=2)
    walked: _Floats = np.cumsum(steps, axis=1)
    return walked


def _tangles(count: int, rng: np.random.Generator) -> _Floats:
    """Go to and fro across the same place."""
    highest = rng.uniform(1.5, HARMONICS, (count, 1, 1))
    frequency = rng.uniform(0.3, 1, (count, 2, HARMONICS)) * highest
    amplitude = rng.standard_normal((count, 2, HARMONICS)) / np.sqrt(frequency)
    phase = rng.uniform(0, 2 * np.pi, (count, 2, HARMONICS))
    time = np.linspace(0, 1, POINTS)[:, None, None]
    wave = np.sin(2 * np.pi * frequency[:, None] * time + phase[:, None]) * amplitude[:, None]
    tangle: _Floats = wave.sum(axis=3)
    return tangle


def _zigzags(count: int, rng: np.random.Generator) -> _Floats:
    """Hatch: back and forth while going on, in even or uneven teeth, sharp or round."""
    teeth = np.exp(rng.uniform(np.log(2), np.log(14), (count, 1)))
    uneven = np.cumsum(np.exp(rng.standard_normal((count, POINTS)) * 0.8), axis=1)
    time = teeth * uneven / uneven[:, -1:]
    saw = np.abs(time % 1 - 0.5) * 4 - 1
    swing = np.where(rng.random((count, 1)) < 0.5, saw, np.sin(2 * np.pi * time))
    height = 1 + 0.4 * np.sin(
        time * rng.uniform(0.5, 3, (count, 1)) + rng.uniform(0, 6, (count, 1))
    )
    across = np.linspace(-1, 1, POINTS) * np.exp(rng.uniform(np.log(0.3), np.log(3), (count, 1)))
    return np.stack([across, swing * height], axis=2)


def _coils(count: int, rng: np.random.Generator) -> _Floats:
    """Go round and round: outwards as a spiral, or along a line as a coil."""
    turns = rng.uniform(2, 9, (count, 1))
    angle = np.linspace(0, 1, POINTS) * turns * 2 * np.pi * rng.choice((-1, 1), (count, 1))
    is_coil = rng.random((count, 1)) < 0.5
    radius = np.where(is_coil, 1, np.linspace(0.05, 1, POINTS))
    wobble = 1 + 0.25 * np.sin(angle * rng.uniform(0.1, 1.3, (count, 1)))
    drift = np.where(is_coil, np.linspace(-1, 1, POINTS) * rng.uniform(0.5, 4, (count, 1)), 0)
    x = np.cos(angle) * radius * wobble * rng.uniform(0.4, 1, (count, 1)) + drift
    return np.stack([x, np.sin(angle) * radius * wobble], axis=2)


def _corners(count: int, rng: np.random.Generator) -> _Floats:
    """Go straight from one random place to the next."""
    places = rng.integers(5, 16, (count, 1))
    knots = rng.uniform(-1, 1, (count, 17, 2))
    at = np.linspace(0, 1, POINTS) * (places - 1e-9)
    whole = at.astype(np.int64)
    part = (at - whole)[..., None]
    rows = np.arange(count)[:, None]
    eased = np.where(rng.random((count, 1, 1)) < 0.5, part, part**2 * (3 - 2 * part))
    path: _Floats = knots[rows, whole] * (1 - eased) + knots[rows, whole + 1] * eased
    return path


SCRIBBLES: tuple[Callable[[int, np.random.Generator], _Floats], ...] = (
    _walks,
    _tangles,
    _zigzags,
    _coils,
    _corners,
)
"""Each returns (N, 160, 2) paths."""


def _turned(paths: _Floats, rng: np.random.Generator) -> _Floats:
    """Return paths about a side long, turned and stretched at random, drawn by a shaky hand."""
    count = len(paths)
    paths = paths - paths.mean(axis=1, keepdims=True)
    angle = rng.uniform(0, 2 * np.pi, count)
    stretch = np.exp(rng.normal(0, 0.3, (count, 1)))
    cos, sin = np.cos(angle), np.sin(angle)
    matrix = np.stack([np.stack([cos, -sin], 1), np.stack([sin, cos], 1)], 1)
    turned: _Floats = np.matmul(paths, matrix)
    turned[..., 0] *= stretch
    turned /= np.maximum(np.ptp(turned, axis=1).max(axis=1), 1e-6)[:, None, None]
    shaken: _Floats = rng.normal(0, 1, turned.shape) * rng.uniform(0, 0.012, (count, 1, 1))
    return turned + shaken

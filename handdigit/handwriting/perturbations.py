"""What writers do beyond a fitted mean and covariance: bars, hooks, slips of the pen, slant.

Everything is done to many paths at once. A path is a row of points; NaN stands for a point
that is not there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handdigit.handwriting.added_strokes import Shares, with_added_strokes
from handdigit.handwriting.allographs import write_allographs
from handdigit.handwriting.traits import Traits, change_traits
from handdigit.ink.ink_batch import InkBatch

_Floats = NDArray[np.float32]
NO_DIGIT = 10
"""Stands for a letter or a sign among the digits."""
CURL_AT_START = np.array([0.2, 1, 1, 1, 0.3, 0.4, 1, 1, 0.4, 0.3, 1], np.float32)
CURL_AT_END = np.array([0.3, 1, 1, 1, 0.5, 1, 1, 1, 0.4, 1, 1], np.float32)
"""Of each digit: how much of the curl its ends take. A 9 that opens is a 4, a 6 that closes
a 0."""
MIDDLE_DOWN = np.array([0, 0, 0, 0, 0, 0, -0.3, 0, 0, 0.15, 0], np.float32)
"""Of each digit: how its middle is moved. The fitted writers have small bowls."""
BARRED = 7
"""The digit that is a 2 when the pen goes on to its bar without a lift."""
POINTED = 4
"""The digit that without its corners would be another."""
MOST_SQUEEZED = 0.7
"""Largest logarithm of width against height of squeezed digits: half as wide, twice as wide."""
GRID = (10.0, 26.0)
"""Lines of a coarse grid along a side of the digit."""
WAVES = 3
"""Plane waves that make a smooth bend."""


@dataclass(frozen=True, slots=True)
class Perturbations:
    """How far digits go beyond what was fitted. Lengths are in sides of the digit."""

    spread: float = 1.15
    """The fitted standard deviations are multiplied by this."""
    mixing: float = 0.5
    """Up to this share of a similar style is mixed in."""
    relatedness: float = 0.2
    """Styles are similar whose means are no farther apart (root mean square)."""
    lean: float = 0.1
    """Mean of the horizontal shift per height: writing leans to the right."""
    slant: float = 0.33
    """Its standard deviation."""
    turn: float = 5.0
    """Standard deviation of the rotation, in degrees."""
    aspect: float = 0.18
    """Standard deviation of the logarithm of width against height."""
    squeezed: float = 0.08
    """Share of digits that are much narrower, or much wider."""
    bend: float = 0.022
    """Standard deviation of a smooth displacement over the whole digit."""
    proportion: float = 0.4
    """Standard deviation of how much the upper part grows at the cost of the lower, or the
    left at the cost of the right."""
    curl: float = 0.5
    """Standard deviation of the angle by which both ends of the path are bent, in radians."""
    tremble: float = 0.005
    """Standard deviation of every point on its own."""
    displacement: float = 0.03
    """Standard deviation of where the strokes after the first one begin."""
    joined: float = 0.12
    """Share of digits of several strokes where the pen is not lifted once."""
    broken: float = 0.04
    """Share of digits with a gap in a stroke."""
    hooked: float = 0.2
    """Share of digits where the pen turns back at an end of a stroke."""
    rounded: float = 0.3
    """Share of digits with cut corners."""
    overshot: float = 0.35
    """Share of digits with a stroke that is longer, or shorter, than planned."""
    coarse: float = 0.06
    """Share of digits whose points lie on a coarse grid, as a tiny drawing's do."""
    otherwise: float = 0.18
    """Share of digits written in a way that none of the fitted writers has."""
    broken_habits: Traits = Traits()
    flourishes: Shares = Shares()


@dataclass(frozen=True, slots=True, eq=False)
class Scripts:
    """N paths on their way to become inks; the arrays are changed in place."""

    xy: _Floats
    """(N, P, 2)."""
    lifts: NDArray[np.bool_]
    """(N, P); the last one is true."""
    digits: NDArray[np.int64]
    """(N,)."""


def perturb_paths(
    scripts: Scripts, perturbations: Perturbations, rng: np.random.Generator
) -> InkBatch:
    """Return the paths as inks, each with its own perturbations."""
    change_traits(scripts.xy, scripts.lifts, scripts.digits, perturbations.broken_habits, rng)
    otherwise = write_allographs(
        scripts.xy, scripts.lifts, scripts.digits, perturbations.otherwise, rng
    )
    _curl(scripts, perturbations.curl, rng)
    _apportion(scripts, perturbations.proportion, rng)
    _round(scripts, perturbations.rounded, rng)
    _displace(scripts, perturbations.displacement, rng)
    _overshoot(scripts, perturbations.overshot, rng)
    _hook(scripts, perturbations.hooked, rng)
    _join(scripts, ~otherwise, perturbations.joined, rng)
    _break(scripts, perturbations.broken, rng)
    # What is written otherwise has its own flourishes.
    plain = np.where(otherwise, NO_DIGIT, scripts.digits)
    xy, lifts = with_added_strokes(scripts.xy, scripts.lifts, plain, perturbations.flourishes, rng)
    xy = _bent(_slanted(xy, perturbations, rng), perturbations, rng)
    _quantise(xy, perturbations.coarse, rng)
    return _batch(xy, lifts)


def _some(count: int, share: float, rng: np.random.Generator) -> NDArray[np.int64]:
    return np.flatnonzero(rng.random(count) < share)


def _one_true(flags: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.int64]:
    """Return (N,) the column of one true value of every row, 0 where there is none."""
    draws = rng.random(flags.shape, np.float32)
    column: NDArray[np.int64] = np.where(flags, draws, -1).argmax(axis=1)
    return column


def _curl(scripts: Scripts, angle: float, rng: np.random.Generator) -> None:
    """Bend the first and the last third of every path, most of all at its very end."""
    xy = scripts.xy
    ramp = np.clip(np.linspace(-2, 1, xy.shape[1] - 1, dtype=np.float32), 0, None) ** 2
    at_end, at_start = rng.standard_normal((2, len(xy), 1), np.float32) * angle
    turned = ramp * at_end * CURL_AT_END[scripts.digits, None]
    turned += ramp[::-1] * at_start * CURL_AT_START[scripts.digits, None]
    cos, sin = np.cos(turned), np.sin(turned)
    steps = np.diff(xy, axis=1)
    xy[:, 1:, 0] = xy[:, :1, 0] + np.cumsum(cos * steps[..., 0] - sin * steps[..., 1], axis=1)
    xy[:, 1:, 1] = xy[:, :1, 1] + np.cumsum(sin * steps[..., 0] + cos * steps[..., 1], axis=1)


def _apportion(scripts: Scripts, deviation: float, rng: np.random.Generator) -> None:
    """Let the middle of every digit go up or down, left or right; its edges stay."""
    low, high = scripts.xy.min(axis=1, keepdims=True), scripts.xy.max(axis=1, keepdims=True)
    side = np.maximum(high - low, 1e-3)
    place = (scripts.xy - low) / side
    limit = 0.7  # beyond 1, edge and middle would change places
    push = rng.standard_normal((len(low), 1, 2), np.float32) * deviation
    push[:, 0, 1] += MIDDLE_DOWN[scripts.digits] * bool(deviation)
    scripts.xy[:] += np.clip(push, -limit, limit) * place * (1 - place) * side


def _round(scripts: Scripts, share: float, rng: np.random.Generator) -> None:
    """Cut corners: points within a stroke move towards the middle of their neighbours."""
    rows = _some(len(scripts.xy), share, rng)
    rows = rows[scripts.digits[rows] != POINTED]
    inner = ~(scripts.lifts[rows, 1:-1] | scripts.lifts[rows, :-2])
    for _ in range(3):
        xy = scripts.xy[rows]
        middle = (xy[:, :-2] + xy[:, 2:]) / 2
        moved = np.where(inner[..., None], (xy[:, 1:-1] + middle) / 2, xy[:, 1:-1])
        scripts.xy[rows, 1:-1] = moved


def _displace(scripts: Scripts, deviation: float, rng: np.random.Generator) -> None:
    """Move every stroke but the first as a whole."""
    number: NDArray[np.int64] = np.cumsum(scripts.lifts, axis=1) - scripts.lifts
    count = int(number.max(initial=0)) + 1
    offsets = rng.standard_normal((len(scripts.xy), count, 2), np.float32) * deviation
    offsets[:, 0] = 0
    scripts.xy[:] += np.take_along_axis(offsets, number[..., None], axis=1)


def _overshoot(scripts: Scripts, share: float, rng: np.random.Generator) -> None:
    """Make the last step of one stroke longer or shorter."""
    rows = _some(len(scripts.xy), share, rng)
    end = _one_true(scripts.lifts[rows], rng)
    before = np.maximum(end - 1, 0)
    heading = scripts.xy[rows, end] - scripts.xy[rows, before]
    length = rng.uniform(-0.7, 2.5, (len(rows), 1)).astype(np.float32)
    scripts.xy[rows, end] += heading * length


def _hook(scripts: Scripts, share: float, rng: np.random.Generator) -> None:
    """Turn back sharply with the last step of a stroke, or the first."""
    rows = _some(len(scripts.xy), share, rng)
    count = scripts.xy.shape[1]
    end = _one_true(scripts.lifts[rows], rng)
    starts_after = np.where(end == count - 1, -1, end)
    at_start = rng.random(len(rows)) < 0.35
    tip = np.where(at_start, starts_after + 1, end)
    inwards = np.where(at_start, 1, -1)
    root, further = (np.clip(tip + inwards * steps, 0, count - 1) for steps in (1, 3))
    heading = scripts.xy[rows, root] - scripts.xy[rows, further]
    angle = np.arctan2(heading[:, 1], heading[:, 0])
    angle += rng.choice((-1, 1), len(rows)) * np.radians(rng.uniform(90, 170, len(rows)))
    length = rng.uniform(0.04, 0.2, len(rows))
    hook = np.stack([np.cos(angle) * length, np.sin(angle) * length], axis=1)
    scripts.xy[rows, tip] = scripts.xy[rows, root] + hook


def _join(
    scripts: Scripts, where: NDArray[np.bool_], share: float, rng: np.random.Generator
) -> None:
    """Forget to lift the pen between two strokes of some rows."""
    may_join = where & (scripts.lifts.sum(axis=1) > 1) & (scripts.digits != BARRED)
    several = np.flatnonzero(may_join)
    rows = several[_some(len(several), share, rng)]
    scripts.lifts[rows, _one_true(scripts.lifts[rows, :-1], rng)] = False


def _break(scripts: Scripts, share: float, rng: np.random.Generator) -> None:
    """Lose contact with the paper for a moment."""
    rows = _some(len(scripts.xy), share, rng)
    at = rng.integers(3, scripts.xy.shape[1] - 4, len(rows))
    scripts.lifts[rows, at] = True
    whole = ~scripts.lifts[rows, at + 1]
    scripts.xy[rows[whole], at[whole] + 1] = np.nan


def _slanted(xy: _Floats, perturbations: Perturbations, rng: np.random.Generator) -> _Floats:
    count = len(xy)
    slant = perturbations.lean + rng.standard_normal(count) * perturbations.slant
    angle = rng.standard_normal(count) * math.radians(perturbations.turn)
    aspect = np.exp(rng.standard_normal(count) * perturbations.aspect / 2)
    squeezed = _some(count, perturbations.squeezed, rng)
    aspect[squeezed] *= np.exp(rng.uniform(-MOST_SQUEEZED, MOST_SQUEEZED, len(squeezed)) / 2)
    cos, sin = np.cos(angle), np.sin(angle)
    turn = np.stack([np.stack([cos, -sin], 1), np.stack([sin, cos], 1)], 1)
    stretch = np.stack(
        [np.stack([aspect, -slant], 1), np.stack([np.zeros(count), 1 / aspect], 1)], 1
    )
    matrix = (turn @ stretch).astype(np.float32)
    moved: _Floats = np.matmul(xy, matrix.transpose(0, 2, 1))
    return moved


def _bent(xy: _Floats, perturbations: Perturbations, rng: np.random.Generator) -> _Floats:
    count = len(xy)
    waves = rng.standard_normal((count, 2, 2 * WAVES), np.float32) * math.pi
    phases = rng.random((count, 1, 2 * WAVES), np.float32) * (2 * math.pi)
    amplitude = perturbations.bend * math.sqrt(2 / WAVES)
    swing = np.sin(np.matmul(xy, waves) + phases) * amplitude
    bend = np.stack([swing[..., :WAVES].sum(axis=2), swing[..., WAVES:].sum(axis=2)], axis=2)
    tremble = rng.standard_normal(xy.shape, np.float32) * perturbations.tremble
    bent: _Floats = xy + bend + tremble
    return bent


def _quantise(xy: _Floats, share: float, rng: np.random.Generator) -> None:
    """Move all points of some digits to the lines of a grid: round parts become stairs."""
    rows = _some(len(xy), share, rng)
    steps = rng.uniform(*GRID, (len(rows), 1, 1)).astype(np.float32)
    xy[rows] = np.round(xy[rows] * steps) / steps


def _batch(xy: _Floats, lifts: NDArray[np.bool_]) -> InkBatch:
    """Return the points that are there."""
    there = ~np.isnan(xy[..., 0])
    counts = there.sum(axis=1)
    return InkBatch(xy[there].astype(np.float64), lifts[there], np.cumsum(counts) - counts)
